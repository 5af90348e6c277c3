package excel

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// typedTotal types a figure over the formula that adds the points of the n-th row up.
func typedTotal(e *editor, n int, v any) {
	col := columnUnder(e, labelTotalScore)
	cell := cellName(col, dataRow+n)
	e.must(e.SetCellFormula(sheetMembers, cell, ""))
	e.must(e.SetCellValue(sheetMembers, cell, v))
}

// columnUnder is the column of members under a heading, from 1.
func columnUnder(e *editor, heading string) int {
	rows, err := e.GetRows(sheetMembers)
	e.must(err)
	return 1 + slices.Index(rows[headingRow-1], heading)
}

// A total is never read; one that was typed and is not what the points add up to, or
// stands for points that nobody wrote, is told.
func TestTypedTotals(t *testing.T) {
	spec := readSpec(t)
	clean, _ := Read(filled(t, nil), spec)
	for name, c := range map[string]struct {
		edit  func(e *editor)
		cells []string
	}{
		"as the points add up":     {func(e *editor) { typedTotal(e, 0, 14.5) }, nil},
		"with a comma":             {func(e *editor) { typedTotal(e, 0, "14,5") }, nil},
		"as a computer adds":       {func(e *editor) { typedTotal(e, 0, 14.500000000000002) }, nil},
		"another":                  {func(e *editor) { typedTotal(e, 0, 99.5) }, []string{"L9"}},
		"others":                   {func(e *editor) { typedTotal(e, 0, 99.5); typedTotal(e, 1, 1); typedTotal(e, 2, 2) }, []string{"L9:L11"}},
		"a word":                   {func(e *editor) { typedTotal(e, 0, "khá") }, nil},
		"where points are blank":   {func(e *editor) { blankPoints(e, 3); typedTotal(e, 3, 85) }, []string{"L12"}},
		"neither points nor total": {func(e *editor) { blankPoints(e, 3); typedTotal(e, 3, "") }, nil},
	} {
		in, ps := Read(filled(t, c.edit), spec)
		var got []string
		for _, p := range ps {
			if p.Code == "X168" && p.Severity == evaluate.Warning {
				if got = p.Cells; got == nil {
					got = []string{p.At.Cell}
				}
			}
		}
		if !slices.Equal(got, c.cells) {
			explain(t, ps)
			t.Errorf("%s: told of %q, want %q", name, got, c.cells)
		}
		if c.cells != nil && name != "where points are blank" && in.Digest != clean.Digest {
			t.Errorf("%s: the total was read", name)
		}
	}
}

func blankPoints(e *editor, n int) {
	e.set("score_1", n, nil)
	e.set("score_2", n, nil)
}
