package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Every fact of the organization list is shown at its own cell, given or blank,
// whether or not a report speaks of the place.
func TestFactsOfTheListAreShownAtTheirOwnCells(t *testing.T) {
	lib := library(t)
	bodies := communeBodies()
	for i := range bodies {
		b := &bodies[i]
		b.At = evaluate.Origin{File: "to-chuc.xlsx", Sheet: "Cơ quan, đơn vị", Cell: "B" + string(rune('3'+i))}
		b.Columns = evaluate.ListColumns{Code: 2, Name: 3, Founded: 6, Predecessors: 7}
		if b.Kind == evaluate.Collective {
			b.At.Sheet, b.Columns = "Tập thể lãnh đạo", evaluate.ListColumns{Code: 2, Name: 3, Size: 6, Founded: 7, Predecessors: 8}
		}
	}
	a := officeOf(t, lib, bodies, book(t, lib, excel.OfficeBook, "XA", evaluate.Collective, row{"collective_code": "TT", "collective_type": "management"}))
	pops := a.mustPopulate(t)
	for _, c := range []struct {
		kind evaluate.Kind
		code string
		fact evaluate.FactID
		want string
	}{
		{evaluate.Collective, "TT", evaluate.FactBodySize, "to-chuc.xlsx[Tập thể lãnh đạo!F6]"},
		{evaluate.Collective, "TT", evaluate.FactFoundedOn, "to-chuc.xlsx[Tập thể lãnh đạo!G6]"},
		{evaluate.Collective, "CU", evaluate.FactBodySize, "to-chuc.xlsx[Tập thể lãnh đạo!F7]"},
		{evaluate.Collective, "CU", evaluate.FactPredecessor, "to-chuc.xlsx[Tập thể lãnh đạo!H7]"},
		{evaluate.Unit, "P1", evaluate.FactFoundedOn, "to-chuc.xlsx[Cơ quan, đơn vị!F4]"},
	} {
		pop := pops[c.kind]
		fact, ok := pop.Frame.Schema.Index(c.fact)
		if !ok {
			t.Errorf("%s has no fact %s", c.kind, c.fact)
			continue
		}
		for i := range pop.Subjects {
			if got := pop.Frame.Origin(i, fact).String(); pop.Subjects[i].ID == c.code && got != c.want {
				t.Errorf("%s of %s stands at %s, want %s", c.fact, c.code, got, c.want)
			}
		}
	}
}
