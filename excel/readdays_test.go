package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Where one day of a column is one month first alone, the others that may be meant so
// are asked about; where none is, all are read day first.
func TestMonthFirst(t *testing.T) {
	spec := readSpec(t)
	days := func(written ...string) []evaluate.Problem {
		_, ps := Read(filled(t, func(e *editor) {
			for i, d := range written {
				e.set("birth_date", i, d)
			}
		}), spec)
		return slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return p.Severity != evaluate.Error })
	}
	if ps := days("05/09/1951", "10/04/1951", "13/04/1951", "07/07/1951"); len(ps) > 0 {
		explain(t, ps)
		t.Error("day first is asked about")
	}
	ps := days("05/09/1951", "10/04/1951", "04/13/1951", "07/07/1951", "25/12/1951")
	if codesOf(ps) != "X111 X107" && codesOf(ps) != "X107 X111" {
		t.Fatalf("told %s", codesOf(ps))
	}
	if p := find(t, ps, "X111"); !slices.Equal(p.Cells, []string{"E9:E10"}) || !strings.Contains(p.Message, "2 ô") {
		t.Errorf("told as %+v", p)
	}
}
