package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whom a roster has exempt, suspended or active elsewhere, and his branch in another state,
// waits where the two lead to different results, and it is told with both cells. That a
// roster has somebody among those who take part is no matter.
func TestKnownStatesAreReadBothWays(t *testing.T) {
	l := libraries{}
	for _, c := range []struct {
		reported, known string
		comment         string
		to              string
	}{
		{"normal", "normal", "", "excellent"},
		{"normal", "", "", "excellent"},
		{"normal", "exempt", "", "undecided: E363"},
		{"normal", "suspended", "", "undecided: E363"},
		{"normal", "suspended_committee", "", "excellent: E363 aside"},
		{"normal", "temporary_elsewhere", "", "undecided: E363"},
		{"normal", "temporary_elsewhere", "yes", "excellent: E363 aside"},
		{"exempt", "normal", "", "not_rated"},
		{"suspended", "normal", "", "not_rated"},
		{"temporary_elsewhere", "normal", "yes", "excellent"},
		{"suspended", "suspended", "", "not_rated"},
		{"moved_in", "temporary_elsewhere", "yes", "excellent"},
		{"suspended", "exempt", "", "not_rated: E363"},
	} {
		books := member366()
		books[0].rows[0] = books[0].rows[0].with(row{"activity_status": c.reported})
		if c.comment != "" {
			books[0].rows[0]["other_place_comment"] = c.comment
		}
		if c.reported == statusMovedIn {
			books[0].rows[0]["months_at_old_place"] = "2"
		}
		listed := somebody("An", row{"branch_code": "A"})
		delete(listed, "activity_status")
		if c.known != "" {
			listed["activity_status"] = c.known
		}
		books = append(books, sheet{excel.RosterBook, "R", evaluate.Member, []row{listed}})
		r := (&coupling{period: "2025", books: books}).run(t, l)
		got := r.outcome(evaluate.Member, r.find(evaluate.Member, "An"))
		got, _, _ = strings.Cut(got, ":")
		for _, p := range r.problems {
			if p.Code != "E363" {
				continue
			}
			got += ": E363"
			if p.Severity == evaluate.Note {
				got += " aside"
			}
			if len(p.Related) != 1 || p.Related[0].At.Cell == "" {
				t.Errorf("%s reported, %s known: names one cell alone", c.reported, c.known)
			}
		}
		if got != c.to {
			t.Errorf("%s reported, %s known: %s, want %s", c.reported, c.known, got, c.to)
		}
	}
}

// Of two workbooks that have somebody in other states the first named is followed, which is
// told; that he took part like others in another period says nothing against a state of this
// one.
func TestTemplateStates(t *testing.T) {
	lib := library(t)
	who := row{"full_name": "Người Mẫu An", "identity_number": "999000000101", "birth_date": "1960-01-01", "branch_code": "A"}
	list := func(kind excel.BookKind, path, period, state string) *kept {
		k := book(t, lib, kind, "XA", evaluate.Member, who.with(row{"activity_status": state}))
		k.Receipt.Path, k.Receipt.Digest, k.Receipt.Period = path, path, period
		k.Tables[0].Sources[0].File = path
		return k
	}
	last := func(state string) *kept { return list(excel.ResultBook, "last.xlsx", "2024", state) }
	roster := func(state string) *kept { return list(excel.RosterBook, "roster.xlsx", "", state) }
	now := func(state string) *kept { return list(excel.OfficeBook, "now.xlsx", "2025", state) }
	type step struct {
		taken, from []*kept
		state, told string
	}
	for _, c := range []struct {
		name  string
		steps []step
	}{
		{"alike", []step{{from: []*kept{last("exempt"), roster("exempt")}, state: "exempt"}}},
		{"last period alone", []step{{from: []*kept{last("exempt")}, state: "exempt"}}},
		{"like others last period", []step{{from: []*kept{last("normal"), roster("suspended")}, state: "suspended", told: "E363 note"}}},
		{"like others last period, and a roster taken in", []step{{taken: []*kept{roster("exempt")}, from: []*kept{last("normal")}, state: "exempt", told: "E363 note"}}},
		{"the roster first", []step{{from: []*kept{roster("suspended"), last("normal")}, state: "suspended", told: "E363 note"}}},
		{"exempt last period, in the roster like others", []step{{from: []*kept{last("exempt"), roster("normal")}, state: "exempt", told: "E363 warning"}}},
		{"the other way round", []step{{from: []*kept{roster("normal"), last("exempt")}, state: "normal", told: "E363 warning"}}},
		{"exempt last period, in a roster taken in like others", []step{{taken: []*kept{roster("normal")}, from: []*kept{last("exempt")}, state: "exempt", told: "E363 warning"}}},
		{"two of this period", []step{{from: []*kept{now("normal"), roster("exempt")}, state: "normal", told: "E363 warning"}}},
		{"written again without the roster", []step{{from: []*kept{last("normal"), roster("exempt")}, state: "exempt", told: "E363 note"}, {from: []*kept{last("normal")}, state: "exempt", told: "E363 note"}}},
		{"mended, and written again", []step{{from: []*kept{now("exempt")}, state: "exempt"}, {from: []*kept{now("normal")}, state: "normal"}}},
		{"last period's mended, and written again", []step{{from: []*kept{last("exempt")}, state: "exempt"}, {from: []*kept{last("normal")}, state: "normal"}}},
		{"reported", []step{{taken: []*kept{book(t, lib, excel.BranchBook, "A", evaluate.Member, who.with(row{"activity_status": "normal"}))}, from: []*kept{last("normal"), roster("exempt")}, state: "normal"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &rewriting{lib: lib}
			for i, s := range c.steps {
				m := r.templates(t, s.taken, named{books: s.from})
				f := m.known[evaluate.Member].frame
				at, _ := f.Schema.Index(factStatus)
				var told []string
				for _, p := range m.warnings {
					if p.Code != "E348" {
						told = append(told, string(p.Code)+" "+p.Severity.String())
					}
				}
				slices.Sort(told)
				if f.Len() != 1 || f.Data(at, f.Value(0, at)) != s.state || strings.Join(told, ", ") != s.told {
					t.Errorf("step %d: %d rows, %s, told %v; want %s, %q", i, f.Len(), f.Data(at, f.Value(0, at)), told, s.state, s.told)
				}
			}
		})
	}
}

// People of one report in the same two states are one question, which all of them wait for;
// a row about whom nobody can say for certain asks nothing of its state.
func TestStatesOfOneReportAreOneQuestion(t *testing.T) {
	lib := library(t)
	var reported, listed []row
	for i := range 5 {
		who := row{"full_name": fmt.Sprintf("Người Mẫu %c", 'A'+i), "identity_number": fmt.Sprintf("99900000010%d", i), "birth_date": fmt.Sprintf("196%d-01-01", i), "branch_code": "A"}
		reported = append(reported, who.with(row{"activity_status": "normal"}))
		listed = append(listed, who.with(row{"activity_status": []string{"exempt", "exempt", "exempt", "suspended", "normal"}[i]}))
	}
	listed[0]["branch_code"] = "Chi bộ Mẫu Cũ" // a name that the list does not have
	for _, by := range []excel.BookKind{excel.RosterBook, excel.BranchBook} {
		a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, reported...))
		if by == excel.RosterBook {
			a.books = append(a.books, book(t, lib, by, "R", evaluate.Member, listed...))
		} else { // the template, whose states the branch has seen
			a.prefilled = []*kept{book(t, lib, by, "A", evaluate.Member, listed...)}
		}
		pop, err := a.members()
		if err != nil {
			t.Fatal(err)
		}
		doubted := 0
		for _, s := range pop.Subjects {
			doubted += len(s.Doubts)
		}
		told := 0
		for _, p := range a.problems {
			if p.Code == "E363" {
				told++
			}
		}
		if want := map[excel.BookKind][2]int{excel.RosterBook: {4, 2}}[by]; doubted != want[0] || told != want[1] {
			t.Errorf("by %s: %d doubted, told %d times; want %v", by, doubted, told, want)
		}
	}
}
