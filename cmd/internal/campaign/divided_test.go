package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whom a branch that goes on and the one founded from it both report is asked about, and so is
// whom any two reports have; many of them are one question. A branch that ended is not asked
// about: all but those who left since stand in the report of the one that followed it.
func TestReportedByBothAfterADivision(t *testing.T) {
	lib := library(t)
	people := func(from, to int) (out []row) {
		for i := from; i < to; i++ {
			out = append(out, row{"full_name": fmt.Sprintf("Người Mẫu %c", 'A'+i), "identity_number": fmt.Sprintf("9990000000%02d", i),
				"birth_date": fmt.Sprintf("1960-01-%02d", i+1), "admitted_on": fmt.Sprintf("1990-02-%02d", i+1)})
		}
		return out
	}
	nameless := func(rows []row) (out []row) {
		for _, r := range rows {
			out = append(out, r.without("identity_number"))
		}
		return out
	}
	came := func(rows []row) (out []row) {
		for _, r := range rows {
			out = append(out, r.with(row{"activity_status": "moved_in", "months_at_old_place": "3"}))
		}
		return out
	}
	report := func(org string, rows []row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	gone := func(k *kept, rows []row) *kept {
		left := book(t, lib, excel.BranchBook, k.Receipt.Org, evaluate.Member, rows...).Tables[0]
		left.Left = true
		for range rows {
			left.Subjects = append(left.Subjects, "Đã từ trần")
		}
		k.Tables = append(k.Tables, left)
		return k
	}
	for _, c := range []struct {
		name  string
		books []*kept
		held  int
		codes string
	}{
		{"more than half are in both", []*kept{report("B", people(0, 7)), report("C", people(0, 4))}, 8, "E342"},
		{"the same, the rows of one without numbers", []*kept{report("B", nameless(people(0, 7))), report("C", people(0, 4))}, 8, "E356"},
		{"the new one says that they came", []*kept{report("B", people(0, 7)), report("C", came(people(0, 4)))}, 0, "E343 E343 E343 E343"},
		{"two more than the one that followed has", []*kept{report("B", people(0, 6)), report("C", people(0, 4))}, 0, "E343 E343 E343 E343"},
		{"three more, who are gone by the one that followed", []*kept{report("B", people(0, 7)), gone(report("C", people(0, 4)), people(4, 7))}, 3, "E343 E343 E343 E343 E347 E347 E347"},
		{"three of its rows without numbers", []*kept{report("B", append(people(0, 4), nameless(people(4, 7))...)), report("C", people(0, 7))}, 0, "E343 E343 E343 E343"},
		{"a branch the list does not have", []*kept{report("C", people(0, 4)), report("OLD", people(0, 7))}, 3, "E343 E343 E343 E343 E349"},
		{"branches of which none followed the other", []*kept{report("A", people(0, 9)), report("B", people(5, 12))}, 8, "E342"},
		{"two people", []*kept{report("A", people(0, 9)), report("B", people(7, 12))}, 4, "E342 E342"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.books...)
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, p := range a.problems {
				codes = append(codes, string(p.Code))
				if c.held == 8 && (evaluate.CountCells(p.Cells) != 4 || !strings.Contains(p.Message, "4 người") || len(p.Related) != 1 || p.Related[0].At.File == p.At.File || !strings.Contains(p.Related[0].Note, ":")) {
					t.Errorf("told as %+v", p)
				}
			}
			slices.Sort(codes)
			if got := strings.Join(codes, " "); got != c.codes || heldOf(pop) != c.held {
				t.Errorf("%d held, told %s; want %d, %s", heldOf(pop), got, c.held, c.codes)
			}
		})
	}
}
