package campaign

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What list and office say of a collective and what its members' rows say is one matter
// told in two places. Where the two contradict each other and grades differ the
// collective waits between the readings; where they do not it is a note; what is no
// contradiction is not told.
func TestCollectivesAgainstTheirMembers(t *testing.T) {
	// so many leaders of TT, each of whom says some things; none heads the unit, whose record is another matter
	people := func(n int, facts ...row) sheet {
		var rows []row
		for i := range n {
			rows = append(rows, somebody(fmt.Sprint("Viên ", i+1), leader366("other", "Ủy viên Mẫu", "TT", "UB", "không", "30"), facts[min(i, len(facts)-1)]))
		}
		return leaders(rows...)
	}
	size := func(n int) []evaluate.Body {
		bodies := offices()
		bodies[1].Size = n
		return bodies
	}
	office := func(year string, facts row) sheet {
		own := collective366("TT", "management", "44", facts)
		if year != "2025" {
			own = collective21("TT", "management", "excellent", "good").with(facts)
		}
		return sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{own}}
	}
	state := func(grade string) sheet { return units(unit("UB", "excellent"), unit("P1", grade)) }
	unitOf := func(code string) row { return row{"own_unit": code} }
	discipline := func(what string) row { return row{"discipline": what, "discipline_duty": "yes"} }
	none := row{"discipline": "none"}
	lists := func(unit string, n int) []evaluate.Body {
		bodies := size(n)
		bodies[1].Superior = unit
		return bodies
	}
	leadsNone := func(bodies []evaluate.Body) []evaluate.Body {
		bodies[1].NoSuperior = true
		return bodies
	}
	twice := leaders(somebody("Viên 1", leader366("deputy", "Phó Mẫu", "TT", "UB", "không", "30")), somebody("Viên 2", leader366("deputy", "Phó Mẫu", "TT", "UB", "không", "30")),
		somebody("Viên 2", leader366("deputy", "Phó Mẫu", "TT", "P1", "không", "30")))
	l := libraries{}
	for _, c := range []struct {
		name   string
		period string
		bodies []evaluate.Body
		books  []sheet
		to     string
		told   string // codes with their severity
	}{
		{"three name a collective of two", "2025", size(2), []sheet{office("2025", nil), people(3, nil)}, "undecided: excellent", "warning E351"},
		{"six name a collective of five", "2025", size(5), []sheet{office("2025", nil), people(6, nil)}, "excellent", "note E351"},
		{"one of two has two rows", "2025", size(2), []sheet{office("2025", nil), twice}, "not_rated", ""},
		{"as many as listed", "2025", size(3), []sheet{office("2025", nil), people(3, nil)}, "excellent", ""},
		{"fewer than listed", "2025", size(5), []sheet{office("2025", nil), people(3, nil)}, "excellent", "note E388"},
		{"nobody names it, though the office has reported", "2025", size(5), []sheet{office("2025", nil)}, "excellent", "warning E388"},
		{"nobody names one of no stated size", "2025", size(0), []sheet{office("2025", nil)}, "undecided: excellent", "warning E388"},
		{"nobody has reported yet", "2025", size(5), nil, "undecided: excellent good completed not_completed", ""},

		{"all of them name another unit", "2021", lists("P1", 3), []sheet{office("2021", nil), state("not_completed"), people(3, nil)}, "undecided: excellent not_completed", "warning E352"},
		{"both units have one grade", "2021", lists("P1", 3), []sheet{office("2021", nil), state("excellent"), people(3, nil)}, "excellent", "warning E352"},
		{"not all of them are listed", "2021", lists("P1", 4), []sheet{office("2021", nil), state("good"), people(3, nil)}, "good", "note E388"},
		{"one of them heads a unit below", "2021", lists("UB", 3), []sheet{office("2021", nil), state("good"), people(3, unitOf("P1"), nil)}, "excellent", ""},
		{"each of them heads another unit", "2021", lists("UB", 3), []sheet{office("2021", nil), state("good"), people(3, unitOf("P1"), unitOf("P2"), unitOf("P3"))}, "excellent", ""},
		{"one of them has no unit", "2021", lists("P1", 3), []sheet{office("2021", nil), state("good"), people(3, unitOf("không"), nil)}, "good", ""},
		{"all of them name none", "2021", lists("P1", 3), []sheet{office("2021", nil), state("not_completed"), people(3, unitOf("không"))}, "undecided: excellent not_completed", "warning E352"},
		{"all of them name none, which changes nothing", "2021", lists("P1", 3), []sheet{office("2021", nil), state("excellent"), people(3, unitOf("không"))}, "excellent", "warning E352"},
		{"two of them name none, the third may be of the unit", "2021", lists("P1", 3), []sheet{office("2021", nil), state("good"), people(3, unitOf(""), unitOf("không"))}, "good", ""},
		{"a committee is asked what it is, not which unit it leads", "2021", lists("P1", 3), []sheet{office("2021", row{"collective_type": "committee"}), state("excellent"), orgsGiven("XA", "excellent"), people(3, unitOf("không"))}, "excellent", ""},
		{"of those listed all name none", "2021", lists("P1", 4), []sheet{office("2021", nil), state("good"), people(3, unitOf("không"))}, "good", "note E388"},
		{"none, as the list says", "2021", leadsNone(lists("", 3)), []sheet{office("2021", nil), state("good"), people(3, unitOf("không"))}, "excellent", ""},
		{"none, and only rules about leaders ask for their unit", "2025", lists("P1", 3), []sheet{office("2025", nil), people(3, unitOf("không"))}, "excellent", "warning E352"},
		{"rules that do not ask for the unit", "2025", lists("P1", 3), []sheet{office("2025", nil), people(3, nil)}, "excellent", "note E352"},

		{"a warning recorded, none of all three", "2021", size(3), []sheet{office("2021", row{"fellow_discipline": "warning"}), state("good"), people(3, none)}, "undecided: excellent not_completed", "warning E328"},
		{"a warning recorded, two of three say none", "2021", size(3), []sheet{office("2021", row{"fellow_discipline": "warning"}), state("good"), people(3, nil, none)}, "not_completed", ""},
		{"a warning recorded, a fourth is not listed", "2021", size(4), []sheet{office("2021", row{"fellow_discipline": "warning"}), state("good"), people(3, none)}, "not_completed", "note E388"},
		{"none recorded, one has a warning", "2021", size(5), []sheet{office("2021", row{"fellow_discipline": "none"}), state("good"), people(3, discipline("warning"), nil)}, "undecided: excellent not_completed", "warning E328 note E388"},
		{"nothing recorded, one has a warning", "2021", size(3), []sheet{office("2021", nil), state("good"), people(3, discipline("warning"), nil)}, "not_completed", ""},
		{"none recorded, one has a reprimand, which these rules let pass", "2021", size(3), []sheet{office("2021", row{"fellow_discipline": "none"}), state("good"), people(3, discipline("reprimand"), nil)}, "excellent", "note E328"},
		{"a warning recorded, one has it", "2021", size(3), []sheet{office("2021", row{"fellow_discipline": "warning"}), state("good"), people(3, discipline("warning"), none)}, "not_completed", ""},
		{"of 2025: recorded, none of all", "2025", size(3), []sheet{office("2025", row{"fellow_discipline": "warning", "fellow_discipline_duty": "yes"}), people(3, none)}, "undecided: excellent not_completed", "warning E328"},
		{"of 2025: none recorded, one has a reprimand", "2025", size(3), []sheet{office("2025", row{"fellow_discipline": "none"}), people(3, discipline("reprimand"), nil)}, "undecided: excellent not_completed", "warning E328"},
		{"decline recorded, none of all", "2025", size(3), []sheet{office("2025", row{"fellow_decline": "yes"}), people(3, row{"concluded_decline": "no"})}, "undecided: excellent not_completed", "warning E328"},
		{"no decline recorded, one has it", "2025", size(3), []sheet{office("2025", row{"fellow_decline": "no"}), people(3, row{"concluded_decline": "yes"}, nil)}, "undecided: excellent not_completed", "warning E328"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: c.period, bodies: listCells(c.bodies), books: c.books}).run(t, l)
			comes{kind: evaluate.Collective, who: "TT", to: c.to}.check(t, r)
			var told []string
			for _, p := range r.problems {
				if strings.Contains("E328 E351 E352 E388", string(p.Code)) {
					told = append(told, p.Severity.String()+" "+string(p.Code))
					if p.Subject != "TT" || p.At.Cell == "" || p.Code != "E388" && (len(p.Related) == 0 || p.Related[0].At.Cell == "") {
						t.Errorf("it does not name both cells: %+v", p)
					}
				}
			}
			if got := strings.Join(told, " "); got != c.told {
				t.Errorf("told %q, want %q", got, c.told)
			}
		})
	}
}

// Whom a template named and no report has is missed, and does not make a collective
// larger than the list says: somebody else may have taken the place.
func TestAMissedMemberDoesNotCountAgainstTheSize(t *testing.T) {
	lib := library(t)
	fellow := func(name string) row {
		return somebody(name, row{"own_collective": "CU", "title": "Ủy viên"})
	}
	for last, want := range map[string]int{"Chi": 3, "Dung": 4} {
		a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BaseBook, "A", evaluate.Leader, fellow("An"), fellow("Bình"), fellow(last)))
		a.prefilled = []*kept{prefilledBook(t, lib, excel.BaseBook, "A", evaluate.Leader, fellow("An"), fellow("Bình"), fellow("Chi"))}
		if got := len(a.mustPopulate(t)[evaluate.Leader].Subjects); got != want {
			t.Errorf("%s: %d leaders", last, got)
		}
		for _, p := range a.problems {
			if p.Code == "E351" {
				t.Errorf("%s: told %v", last, p)
			}
		}
	}
}
