package campaign

import (
	"slices"
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

// What a workbook that is taken back said otherwise than others of those whom these know is
// again as they say: state, branch, name and days. In the branch's report nothing changes, and
// whom the template named before the report is still missed by it.
func TestTakenBackStandsAsOthersSay(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-02", "branch_code": "A", "activity_status": "normal"}
	binh := an.with(row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "admitted_on": "1990-02-03"})
	list := func(org string, rows ...row) *kept {
		return book(t, lib, excel.OfficeBook, org, evaluate.Member, rows...)
	}
	brief := an.without("activity_status")
	last := list("P", an, binh)
	last.Receipt.Period = "2024"
	for _, c := range []struct {
		name   string
		before []*kept
		wrong  row
		taken  []*kept
		then   []*kept // taken in before the list is taken back
	}{
		{"exempt", []*kept{list("L", an, binh)}, an.with(row{"activity_status": "exempt"}), nil, nil},
		{"exempt, and last period's list", []*kept{last}, an.with(row{"activity_status": "exempt"}), nil, nil},
		{"exempt, by a roster taken in that knows no state", []*kept{list("L", binh)}, an.with(row{"activity_status": "exempt"}),
			[]*kept{book(t, lib, excel.RosterBook, "R", evaluate.Member, brief)}, nil},
		{"another branch", []*kept{list("L", an, binh)}, an.with(row{"branch_code": "B"}), nil, nil},
		{"another name, another day", []*kept{list("L", an, binh)}, an.with(row{"full_name": "Người Mẫu Sai", "admitted_on": "1999-09-09"}), nil, nil},
		{"of two lists", []*kept{list("L", brief), list("M", an, binh)}, an.with(row{"activity_status": "exempt"}), nil, nil},
		{"reported since", []*kept{list("L", an, binh)}, an.with(row{"activity_status": "exempt"}), nil,
			[]*kept{book(t, lib, excel.BranchBook, "A", evaluate.Member, an, binh)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			office := &rewriting{lib: lib}
			office.templates(t, c.taken, named{books: c.before})
			want := standingRows(office.templates(t, c.taken, named{}))
			if got := standingRows(office.templates(t, c.taken, named{books: []*kept{list("W", c.wrong)}})); got == want {
				t.Fatalf("the wrong list says nothing:\n%s", got)
			}
			back := func(l namedList) bool { return strings.Contains(l.Path, "W-") }
			taken := append(c.taken, c.then...)
			m := office.templates(t, taken, named{back: back})
			again := office.templates(t, taken, named{})
			for _, m := range []*templateMaker{m, again} {
				if got := standingRows(m); got != want {
					t.Errorf("there stand\n%swant\n%s", got, want)
				}
			}
			if n := map[bool]int{true: 1}[len(c.then) == 0]; m.peopleBack != 0 || m.restored != n {
				t.Errorf("%d gone, %d as others say; want %d", m.peopleBack, m.restored, n)
			}
			sent, err := m.readPrefilled()
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, k := range sent {
				if t := k.table(evaluate.Member); t != nil {
					n += t.len()
				}
			}
			if n != 2 {
				t.Errorf("%d rows are kept as sent, want 2", n)
			}
		})
	}
}

// standingRows are the rows of the members of all templates.
func standingRows(m *templateMaker) string {
	known := m.known[evaluate.Member]
	f := known.frame
	var rows []string
	for row := range f.Len() {
		line := known.orgs[row]
		for i := range f.Schema.Facts {
			if v := f.Value(row, i); !v.IsBlank() {
				line += " " + f.Data(i, v)
			}
		}
		rows = append(rows, line+"\n")
	}
	slices.Sort(rows)
	return strings.Join(rows, "")
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
