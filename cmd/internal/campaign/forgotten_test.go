package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A cell about a discipline that its own row does not name was not written without one
// where another row of the file about the same person names it; where that row says that
// there was none, its cell is named.
func TestWhatAnotherRowOfTheFileSaysIsNotForgotten(t *testing.T) {
	lib := library(t)
	frame := func(k evaluate.Kind, rows ...row) *evaluate.Frame {
		s := lib.Vocabulary.Schema(k)
		f, columns := evaluate.NewFrame(s), make([]int32, len(s.Facts))
		for i := range columns {
			columns[i] = int32(i + 2)
		}
		src := f.AddSource(evaluate.SourceSheet{File: "tep.xlsx", Sheet: sheetTitle(k), Columns: columns})
		for i, r := range rows {
			at := f.Append(evaluate.Place{Source: src, Row: int32(9 + i)})
			for id, text := range r {
				fill(t, f, at, id, text)
			}
		}
		return f
	}
	period, _ := evaluate.ParsePeriod("2025")
	camp := &Campaign{Library: lib, Config: Config{Period: "2025"}, terms: terms{period: period, reference: period.Last()}}
	tree, _ := evaluate.NewTree(twoBranches(), offices()...)
	sets, err := camp.sets(tree)
	if err != nil {
		t.Fatal(err)
	}
	run := &intake{Campaign: camp, sets: sets}
	about := somebody("An", leader366("head", "Bí thư", "CU", "không", "không", "30", row{"violation_elsewhere": "yes"}))
	member := func(name, discipline string) row { return somebody(name, row{"discipline": discipline}) }
	for _, c := range []struct {
		name    string
		members []row
		told    string // sheets of the cells named besides
	}{
		{"nothing else is said of him", nil, "Lãnh đạo"},
		{"another row names it", []row{member("An", "warning")}, ""},
		{"another person's row names it", []row{member("Ba", "warning")}, "Lãnh đạo"},
		{"another row says that there was none", []row{member("An", "none")}, "Lãnh đạo Đảng viên"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := &excel.Intake{Stamp: excel.Stamp{Kind: excel.OfficeBook, Org: "XA"}, Frames: map[evaluate.Kind]*evaluate.Frame{evaluate.Leader: frame(evaluate.Leader, about), evaluate.Member: frame(evaluate.Member, c.members...)}}
			ps := slices.DeleteFunc(run.checkRows(in), func(p evaluate.Problem) bool { return p.Code != "E322" })
			var sheets []string
			for _, p := range ps {
				for _, r := range p.Related {
					sheets = append(sheets, r.At.Sheet)
				}
			}
			if got := strings.Join(sheets, " "); got != c.told {
				t.Errorf("told %v, want the cells of %q", ps, c.told)
			}
		})
	}
}
