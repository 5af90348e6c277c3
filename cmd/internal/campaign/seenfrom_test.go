package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Each base sees a person reported twice from its own cell, with the other one.
func TestAMatterIsSeenFromEachOfItsPlaces(t *testing.T) {
	cell := func(file string) evaluate.Origin {
		return evaluate.Origin{File: file, Sheet: "Đảng viên", Cell: "B9"}
	}
	p := problemTwice(cell("a.xlsx"), []evaluate.Origin{cell("b.xlsx"), cell("c.xlsx")}, false)
	for n, want := range [][3]string{{"b.xlsx", "a.xlsx", "c.xlsx"}, {"c.xlsx", "b.xlsx", "a.xlsx"}} {
		got := seenFrom(p, n)
		if have := [3]string{got.At.File, got.Related[0].At.File, got.Related[1].At.File}; have != want {
			t.Errorf("from place %d: %v, want %v", n, have, want)
		}
	}
	if p.At.File != "a.xlsx" || p.Related[0].At.File != "b.xlsx" {
		t.Errorf("the matter itself changed: %v", p)
	}
}

// Whatever names a place of two bases stands in both of their workbooks: from the
// own cell where the words hold from there too, in one as in the other else. What a
// roster or a template says is the matter of the branch it speaks of.
func TestAMatterStandsInTheWorkbooksOfAllItsBases(t *testing.T) {
	lib := library(t)
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	roster := book(t, lib, excel.RosterBook, "R", evaluate.Member,
		append(people(0, 0, row{"branch_code": "A"}), people(1, 4, row{"branch_code": "B"})...)...)
	wrong := book(t, lib, excel.RosterBook, "R", evaluate.Member, people(0, 4, row{"branch_code": "A"})...)
	cases := []struct {
		name  string
		books []*kept
		want  map[string]string // base → code and file of what stands in its workbook
	}{
		{"reported twice", []*kept{report("A", people(0, 0, nil)...), report("B", people(0, 0, nil)...)},
			map[string]string{"A": "E342 nhan-ve/A-branch.xlsx", "B": "E342 nhan-ve/B-branch.xlsx"}},
		{"reported here, on the roster there", []*kept{report("B", people(0, 4, nil)...), roster},
			map[string]string{"A": "E356 nhan-ve/R-roster.xlsx", "B": "E356 nhan-ve/B-branch.xlsx"}},
		{"a whole branch in another's template", []*kept{report("B", people(0, 4, nil)...), wrong},
			map[string]string{"A": "E357 nhan-ve/B-branch.xlsx", "B": "E357 nhan-ve/B-branch.xlsx"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.books...)
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			g := &Grading{Report: &evaluate.Report{Inputs: &evaluate.Inputs{Tree: a.tree,
				Populations: map[evaluate.Kind]*evaluate.Population{evaluate.Member: pop}}}, Problems: a.problems}
			for _, k := range c.books {
				g.Receipts = append(g.Receipts, k.Receipt)
			}
			byBase := g.problemsByBase()
			for base, want := range c.want {
				var got []string
				for _, p := range byBase[a.orgOf(base)] {
					got = append(got, string(p.Code)+" "+p.At.File)
				}
				if strings.Join(got, ", ") != want {
					t.Errorf("base %s has %q, want %q", base, got, want)
				}
			}
		})
	}
}
