package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// totals hold the column of totals, which is a formula in our templates and never
// read, against the points beside it: a figure typed there looks as if it counted.
type totals struct {
	column int   // 0-based, -1 for none
	parts  []int // facts that add up
	step   evaluate.Num
	alone  cellRuns // no points beside
	others cellRuns // other points beside
}

// findTotals is called when it is known which columns are read.
func (s *sheetReading) findTotals() {
	s.total = totals{column: -1}
	if s.spec.Totals == nil || s.spec.People {
		return
	}
	s.total.parts = s.spec.Totals(s.in.Stamp.Kind, s.in.Stamp.Org, s.head.schema.Kind)
	if len(s.total.parts) == 0 {
		return
	}
	s.total.step = s.head.schema.Facts[s.total.parts[0]].Step
	key := fold(labelTotalScore)
	s.total.column = slices.IndexFunc(s.head.headings, func(h string) bool { return fold(h) == key })
}

// watchTotal looks at the total of a row whose facts have been read.
func (s *sheetReading) watchTotal(row, number int, cells []string) {
	t := &s.total
	at := gridCell{int32(t.column + 1), int32(number)}
	if t.column < 0 || s.formulas.has(at) {
		return
	}
	typed, _, ok := parseTyped(tidy(cellAt(cells, t.column)), "")
	if !ok {
		return
	}
	var sum evaluate.Num
	given := false
	for _, fact := range t.parts {
		if v := s.frame.Value(row, fact); v.Type() == evaluate.NumberFact {
			sum, given = sum.Add(v.Number()), true
		}
	}
	switch {
	case !given:
		t.alone.add(at)
	case typed.Round(t.step).Cmp(sum) != 0:
		t.others.add(at)
	}
}
