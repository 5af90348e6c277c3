package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// A file sent again with the same rows in another order is not left without a word:
// no cell of anybody differs, and still it is not the file taken in.
func TestTalkChanges_nothingChanged(t *testing.T) {
	for outcome, want := range map[campaign.ImportOutcome]bool{campaign.Newer: true, campaign.Replaced: true, campaign.Accepted: false, campaign.Known: false} {
		var out bytes.Buffer
		a := &app{env: Env{Stderr: &out}}
		a.talkChanges(campaign.Imported{Outcome: outcome})
		if got := strings.Contains(out.String(), messageNothingChanged); got != want {
			t.Errorf("%s: told %v: %q", outcome, got, out.String())
		}
	}
}

// One value that gives way to another in many cells of a column is one line with all of them;
// a few are told cell by cell, and what is not printed is counted by column.
func TestTalkChanges_manyOfAColumn(t *testing.T) {
	var all []campaign.Change
	change := func(fact, column string, row int, heading, old, now string, hidden bool) {
		at := evaluate.Origin{File: "moi.xlsx", Sheet: "Đảng viên", Cell: fmt.Sprint(column, row)}
		was := evaluate.Origin{File: "cu.xlsx", Sheet: "Đảng viên", Cell: fmt.Sprint(column, row)}
		all = append(all, campaign.Change{Fact: evaluate.FactID(fact), Heading: heading, At: at, Was: was, Old: old, New: now, Hidden: hidden})
	}
	for row := 9; row < 39; row++ {
		if row != 20 {
			change("branch_code", "G", row, "Mã chi bộ", `"A.01"`, `"A.02"`, false)
		}
		change("remark", "Z", row, "Ghi chú", "nội dung ô (5 ký tự)", "nội dung ô (6 ký tự)", true)
	}
	for row := 9; row < 12; row++ {
		change("score", "R", row, "I.1", "3", "2", false)
	}
	var out bytes.Buffer
	a := &app{env: Env{Stderr: &out}}
	a.talkChanges(campaign.Imported{Outcome: campaign.Newer, Changes: all, Changed: len(all)})
	said := out.String()
	for text, times := range map[string]int{
		`moi.xlsx[Đảng viên!G9] “Mã chi bộ”: "A.01" → "A.02"; cả thảy 29 ô: G9:G19, G21:G38`: 1, "Mã chi bộ": 1,
		"“Ghi chú”: đã ghi khác trước": 19, `… và 14 chỗ nữa (“Ghi chú”: 11, “I.1”: 3); xem từng ô: nhập lại kèm --json`: 1,
	} {
		if n := strings.Count(said, text); n != times {
			t.Errorf("%q: %d times, want %d\n%s", text, n, times, said)
		}
	}
	out.Reset()
	a.talkChanges(campaign.Imported{Outcome: campaign.Replaced, Changes: all[60-1:], Changed: 3})
	if said := out.String(); strings.Count(said, "3 → 2 (trước ở cu.xlsx") != 3 || strings.Contains(said, "--json") {
		t.Errorf("few:\n%s", said)
	}
}
