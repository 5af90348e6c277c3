package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A name in the place of a code, or a code in other letters, is told on the day the
// report comes in; a code as the list has it, one that nobody knows and a word for none are not.
func TestNamesForCodesAreToldAtImport(t *testing.T) {
	lib := library(t)
	a := officeOf(t, lib, communeBodies())
	f := evaluate.NewFrame(lib.Vocabulary.Schema(evaluate.Leader))
	fact, _ := f.Schema.Index("own_unit")
	columns := make([]int32, len(f.Schema.Facts))
	columns[fact] = 1
	source := f.AddSource(evaluate.SourceSheet{File: "a.xlsx", Sheet: "Lãnh đạo", Columns: columns})
	for i, unit := range []string{"P1", "Phòng Mẫu 1", "p1", "P1; phòng mẫu 2", "nt", "không", ""} {
		row := f.Append(evaluate.Place{Source: source, Row: int32(9 + i)})
		f.SetText(row, fact, unit)
	}
	run := &intake{registers: registersOf(a.tree, nil, a.terms.period.First())}
	ps := run.checkCodes(&excel.Intake{Frames: map[evaluate.Kind]*evaluate.Frame{evaluate.Leader: f}})
	if len(ps) != 1 || ps[0].Code != "X164" || ps[0].Severity != evaluate.Note || !slices.Equal(ps[0].Cells, []string{"A10:A12"}) {
		t.Errorf("told %+v", ps)
	}
}
