package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A leader or an official who agrees with somebody in the name alone is asked about,
// is not called the same person, and lets a grade wait only where it could differ.
func TestWhoAnOfficialIsIsAsked(t *testing.T) {
	everybody := []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Leader, evaluate.Staff}
	byName := func(r row, facts ...row) row {
		return r.without("identity_number").with(row{"branch_code": "A"}).with(facts...)
	}
	official := func(grade string, facts ...row) row { return byName(somebody("An", official90(grade)), facts...) }
	stray := func(grade string) row { return official(grade).without("branch_code") }
	perfect := func(facts ...row) []sheet {
		return branch21([]row{somebody("An", memberLevels("excellent", "good"), row{"category": "civil_servant", "leadership_post": "none"}).with(facts...)}, orgLevels("good", "good"), counterparts("none"))
	}
	average := branch21([]row{somebody("An", memberLevels("average", "average"), row{"category": "civil_servant", "leadership_post": "none"})}, orgLevels("good", "good"), counterparts("none"))
	two := member366()
	two[0].rows = append(slices.Clone(two[0].rows), two[0].rows[0].without("identity_number"))
	post := leader366("head", "Trưởng phòng", "không", "P1", "không", "25").with(row{"category": "civil_servant"})
	head := member366()
	head[0].rows = []row{head[0].rows[0].with(row{"leadership_post": "head"})}
	entered := sheet{book: "office", org: "XA", kind: evaluate.Member, rows: []row{somebody("An", row{"state_grade": "excellent"})}}
	l := libraries{}
	for _, c := range []struct {
		name   string
		period string
		books  []sheet
		to     string // what the member comes to
		asked  int    // places other than the row itself that E345 names
		held   bool
	}{
		{"failed, 2025", "2025", append(member366(), staff(official("not_completed", row{"birth_year": "1980"}))), "undecided: excellent not_completed", 1, false},
		{"good, 2025: the same either way", "2025", append(member366(), staff(official("good"))), "excellent", 1, false},
		{"open, 2025", "2025", append(member366(), staff(official("good").without("tasks_done"))), "undecided: excellent not_completed", 1, false},
		{"failed, and the row names no branch", "2025", append(member366(), staff(stray("not_completed"))), "undecided: excellent not_completed", 1, false},
		{"failed, 2021", "2021", append(perfect(), staff(official("not_completed"))), "undecided: excellent good completed not_completed", 1, false},
		{"good, 2021, and the member no better anyway", "2021", append(slices.Clone(average), staff(official("good"))), "undecided: completed not_completed", 1, false},
		{"failed, and a grade was entered", "2021", append(perfect(), staff(official("not_completed")), entered), "excellent", 1, false},
		{"the number settles it", "2025", append(member366(), staff(somebody("An", official90("not_completed")))), "review: excellent not_completed", 0, false},
		{"born on another day", "2025", append(func() []sheet {
			out := member366()
			out[0].rows = []row{out[0].rows[0].with(row{"birth_date": "1980-01-01"})}
			return out
		}(), staff(official("not_completed", row{"birth_date": "1981-01-01"}))), "excellent", 0, false},
		{"name, birth date and branch settle it", "2025", append(func() []sheet {
			out := member366()
			out[0].rows = []row{out[0].rows[0].with(row{"birth_date": "1980-01-01"})}
			return out
		}(), staff(official("not_completed", row{"birth_date": "1980-01-01"}))), "review: excellent not_completed", 0, false},
		{"the official is disciplined", "2025", append(member366(), staff(official("good", row{"discipline": "warning"}))), "undecided: excellent good completed not_completed", 1, true},
		{"the official is of another category", "2025", append(member366(), staff(official("good", row{"category": "part_time"}))), "undecided: excellent good completed not_completed", 1, true},
		{"a leader without a number", "2025", append(slices.Clone(head), leaders(byName(somebody("An", post)))), "", 1, false},
		{"a leader without a number or branch", "2025", append(slices.Clone(head), leaders(somebody("An", post).without("identity_number"))), "", 1, false},
		{"two officials of one name", "2025", append(member366(), staff(official("not_completed"), official("good"))), "undecided: excellent not_completed", 3, true},
		{"the official has the number of one of two", "2025", append(slices.Clone(two), staff(somebody("An", official90("not_completed")))), "", 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: c.period, kinds: everybody, bodies: offices(), books: c.books}).run(t, l)
			m := r.find(evaluate.Member, "An")
			if got := r.outcome(evaluate.Member, m); c.to != "" && got != c.to {
				t.Errorf("the member comes to %s, want %s", got, c.to)
			}
			named, waits := 0, false
			for _, p := range r.problems {
				if p.Code == "E345" {
					named += len(p.Related)
				}
				if p.Code == "E378" && c.asked > 0 {
					t.Errorf("called one person: %v", p)
				}
			}
			if named != c.asked {
				t.Errorf("E345 names %d places, want %d: %v", named, c.asked, r.problems)
			}
			persons := map[string]bool{}
			for _, k := range everybody {
				pop, _ := r.report.Of(k)
				for i := 0; pop != nil && k != evaluate.Organization && i < len(pop.Subjects); i++ {
					s := &pop.Subjects[i]
					waits = waits || slices.ContainsFunc(s.Holds, func(h evaluate.Hold) bool { return h.Problem.Code == "E345" })
					if c.asked > 0 && persons[s.Person] {
						t.Errorf("%s %d is one person with another row", k, i)
					}
					persons[s.Person] = true
				}
			}
			if waits != c.held {
				t.Errorf("somebody is held: %t, want %t", waits, c.held)
			}
		})
	}
}
