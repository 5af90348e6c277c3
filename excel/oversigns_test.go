package excel

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// overSigns types three more people over the words printed for the signatures and
// returns the first of their rows.
func overSigns(e *editor) int {
	rows, err := e.GetRows(sheetMembers)
	e.must(err)
	first := 1 + slices.IndexFunc(rows, func(r []string) bool {
		return slices.ContainsFunc(r, func(c string) bool { return isSigningWord(tidy(c)) })
	})
	for row := first; row < first+3; row++ {
		for _, col := range strings.Split("BCDEFGHI", "") {
			known, own := e.text(sheetMembers, fmt.Sprint(col, dataRow)), e.text(sheetMembers, fmt.Sprint(col, row))
			if known != "" && own == "" {
				e.must(e.SetCellStr(sheetMembers, fmt.Sprint(col, row), known+fmt.Sprint(row)))
			}
		}
	}
	return first
}

// Rows typed on over the words printed for the signatures, when the table has no
// empty row left, are told as that and nothing else: the words are the template's own.
func TestRowsOverTheSignatures(t *testing.T) {
	first := 0
	in, ps := Read(filled(t, func(e *editor) { first = overSigns(e) }), readSpec(t))
	p := find(t, ps, "X159")
	if want := fmt.Sprintf("A%d:A%d", first, first+2); !slices.Equal(p.Cells, []string{want}) || p.Severity != evaluate.Error {
		t.Errorf("told as %+v, want %s", p, want)
	}
	if n := in.Frames[evaluate.Member].Len(); n != 5 || slices.ContainsFunc(ps, func(p evaluate.Problem) bool { return p.Severity == evaluate.Error && p.Code != "X159" }) {
		t.Errorf("%d rows, told %s", n, codesOf(ps))
	}
}
