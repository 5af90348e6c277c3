package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A number that two people of different names are reported under joins nobody: whoever has
// it by a list keeps it and what the office says of it, and the other alone waits; where no
// list tells, both do. It is one matter that names both reports.
func TestOneNumberOfTwoPeople(t *testing.T) {
	lib := library(t)
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	an := row{"full_name": "Lê Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01", "card_number": "71"}
	binh := row{"full_name": "Phạm Văn Bình", "identity_number": "999000000002", "birth_date": "1961-02-02", "card_number": "72"}
	copied := binh.with(row{"identity_number": "999000000001"})
	namesake := an.with(row{"birth_date": "1975-05-05", "card_number": "77"})
	roster := book(t, lib, excel.RosterBook, "R", evaluate.Member, an.with(row{"branch_code": "B"}), binh.with(row{"branch_code": "A"}), namesake.with(row{"branch_code": "A", "identity_number": "999000000009"}))
	known := []*kept{report("B", an), report("A", binh)}
	discipline := func(p row) row { return p.with(row{"discipline": "warning"}) }
	for _, c := range []struct {
		name   string
		first  row // of branch A; B reports an
		roster bool
		known  []*kept // templates
		held   []int
		codes  string
		cells  int
	}{
		{"by a roster", copied, true, nil, []int{0}, "E358", 4},
		{"by a roster, without the card", copied.without("card_number"), true, nil, []int{0}, "E358", 4},
		{"by templates", copied, false, known, []int{0}, "E358", 4},
		{"by nobody", copied, false, nil, []int{0, 1}, "E358", 2},
		{"of one name, born on other days, with other cards", namesake, false, nil, []int{0, 1}, "E358", 2},
		{"the number of nobody else", binh, false, nil, nil, "", 0},
		{"one person after all", an, false, nil, []int{0, 1}, "E342", 2},
		{"one person after all, under a new family name", an.with(row{"full_name": "Cao Mẫu An"}), false, nil, []int{0, 1}, "E342", 2},
		{"one person after all, moved", an.with(row{"activity_status": "moved_in", "other_place_comment": "yes"}), false, nil, nil, "E343", 2},
		{"another who moved in", copied.with(row{"activity_status": "moved_in", "other_place_comment": "yes"}), false, nil, []int{0, 1}, "E358", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := []*kept{report("A", c.first), report("B", an), book(t, lib, excel.OfficeBook, "XA", evaluate.Member, discipline(an.with(row{"branch_code": "B"})))}
			if c.roster {
				books = append(books, roster)
			}
			a := office(t, lib, books...)
			a.prefilled = c.known
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			var held []int
			for i, s := range pop.Subjects {
				if len(s.Holds) > 0 && s.Org > 0 {
					held = append(held, i)
				}
			}
			var codes []string
			for _, p := range a.problems {
				if p.Code == "E348" {
					continue // of the namesake, whom nobody reports here
				}
				codes = append(codes, string(p.Code))
				if 1+len(p.Related) != c.cells {
					t.Errorf("%s names %s and %v", p.Code, p.At, p.Related)
				}
			}
			held = slices.DeleteFunc(held, func(i int) bool { return i > 1 })
			if got := strings.Join(codes, " "); got != c.codes || !slices.Equal(held, c.held) {
				t.Fatalf("held %v, told %s; want %v, %s", held, got, c.held, c.codes)
			}
			if c.codes != "E358" {
				return
			}
			i, _ := pop.Frame.Schema.Index("discipline")
			if pop.Frame.Data(i, pop.Frame.Value(1, i)) != "warning" || !pop.Frame.Value(0, i).IsBlank() {
				t.Error("what the office says of one is not his alone")
			}
			alone := office(t, lib, report("B", an))
			honest, err := alone.members()
			if err != nil {
				t.Fatal(err)
			}
			if id := honest.Subjects[0].ID; pop.Subjects[0].ID == id || len(held) == 1 && pop.Subjects[1].ID != id {
				t.Error("his id went to the other row")
			}
		})
	}
}
