package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A workbook that was named by mistake is taken back with whom it alone gave: members of
// branches that have reported and that have not, and leaders; whom a roster, a report or
// another list knows stays.
func TestTakenBack(t *testing.T) {
	lib := library(t)
	who := func(given, n, branch string) row {
		return row{"full_name": "Người Mẫu " + given, "identity_number": "99900000000" + n, "birth_date": "1960-01-02", "branch_code": branch}
	}
	an, binh, chi, lac := who("An", "1", "A"), who("Bình", "2", "A"), who("Chi", "3", "A"), who("Lạc", "9", "A")
	head := func(r row) row { return r.without("branch_code").with(row{"own_unit": "UB", "title": "Chủ tịch"}) }
	brief := lac.without("identity_number") // who is known better by what is named with it
	for _, c := range []struct {
		name        string
		first       []*kept // named before the wrong one
		taken       []*kept
		wrong       []row
		heads       []row
		people      int // taken back
		then, posts string
	}{
		{"alone", nil, nil, []row{lac, binh}, nil, 2, "", ""},
		{"another list gave one", []*kept{book(t, lib, excel.OfficeBook, "L", evaluate.Member, an)}, nil, []row{an, lac}, nil, 1, "An", ""},
		{"a roster has one", nil, []*kept{book(t, lib, excel.RosterBook, "R", evaluate.Member, binh)}, []row{binh, lac}, nil, 1, "Bình", ""},
		{"reported without him", nil, []*kept{book(t, lib, excel.BranchBook, "A", evaluate.Member, chi)}, []row{chi, lac}, nil, 1, "Chi", ""},
		{"without a number", nil, nil, []row{brief}, nil, 1, "", ""},
		{"leaders", []*kept{book(t, lib, excel.OfficeBook, "P", evaluate.Leader, head(an))}, nil, []row{lac}, []row{head(an), head(lac)}, 2, "", "An"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wrong := book(t, lib, excel.OfficeBook, "W", evaluate.Member, c.wrong...)
			if len(c.heads) > 0 {
				wrong.Tables = append(wrong.Tables, book(t, lib, excel.OfficeBook, "W", evaluate.Leader, c.heads...).Tables...)
			}
			office := &rewriting{lib: lib}
			run := func(n named) *templateMaker { return office.templates(t, c.taken, n) }
			if len(c.first) > 0 {
				run(named{books: c.first})
			}
			run(named{books: []*kept{wrong}})
			run(named{}) // remembered from run to run
			back := func(l namedList) bool { return l.Path == wrong.Receipt.Path }
			for _, want := range []int{c.people, 0} {
				m := run(named{back: back})
				if m.peopleBack != want {
					t.Errorf("%d taken back, want %d", m.peopleBack, want)
				}
				if got := givenNames(m.known[evaluate.Member].frame); got != c.then {
					t.Errorf("%q stand there, want %q", got, c.then)
				}
				if got := givenNames(m.known[evaluate.Leader].frame); got != c.posts {
					t.Errorf("%q lead there, want %q", got, c.posts)
				}
			}
		})
	}
}

// givenNames are the given names of a frame.
func givenNames(f *evaluate.Frame) string {
	var names []string
	for row := range f.Len() {
		words := strings.Fields(f.Text(row, f.Schema.ByRole(evaluate.RoleName)))
		names = append(names, words[len(words)-1])
	}
	return strings.Join(names, " ")
}
