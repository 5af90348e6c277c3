package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What two roles say of the person's category, and that he holds no post where
// another role is one, is a question; only those wait whose rules treat the two
// answers differently. Two posts of different kinds are no contradiction.
func TestRolesThatContradictEachOther(t *testing.T) {
	everybody := []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Leader, evaluate.Staff}
	member := func(period string, facts row) []sheet {
		if period == "2025" {
			out := member366()
			out[0].rows[0] = out[0].rows[0].with(facts)
			return out
		}
		return branch21([]row{somebody("An", memberLevels("excellent", "good"), row{"category": "civil_servant", "leadership_post": "none"}, facts)}, orgLevels("good", "good"), counterparts("none"))
	}
	official := func(facts row) sheet { return staff(somebody("An", official90("not_completed"), facts)) }
	post21 := func(title string, facts row) row {
		return somebody("An", post21("head", title, "không", "P1", "không"), row{"category": "civil_servant"}, facts)
	}
	post366 := func(title string, facts row) row {
		return somebody("An", leader366("head", title, "không", "P1", "không", "25"), row{"category": "civil_servant"}, facts)
	}
	l := libraries{}
	for _, c := range []struct {
		name   string
		period string
		books  []sheet
		held   []evaluate.Kind
		asked  int // questions, and notes where nobody is held; below 0 questions though nobody is
	}{
		{"an official whom his branch calls a farmer", "2021", append(member("2021", row{"category": "freelance"}), official(nil)), []evaluate.Kind{evaluate.Member, evaluate.Staff}, 1},
		{"the same in 2025", "2025", append(member("2025", row{"category": "freelance"}), official(nil)), []evaluate.Kind{evaluate.Member, evaluate.Staff}, 1},
		{"no category at all at one of them", "2021", append(member("2021", row{"category": ""}), official(nil)), nil, 0},
		{"two names for whom the rules treat alike", "2021", append(member("2021", row{"category": "official"}), official(nil)), nil, 1},
		{"no post, and head", "2025", append(member("2025", nil), leaders(post366("Trưởng phòng", nil))), []evaluate.Kind{evaluate.Member}, 1}, // the leader comes to one grade either way
		{"no post, and head, where the member's rules do not ask", "2021", append(member("2021", nil), leaders(post21("Trưởng phòng", nil))), []evaluate.Kind{evaluate.Leader}, 1},
		{"head, and deputy", "2025", append(member("2025", row{"leadership_post": "deputy"}), leaders(post366("Trưởng phòng", nil))), nil, 0},
		{"no post, and a row among leaders that does not say which", "2025", append(member("2025", nil), leaders(post366("Trưởng phòng", row{"leadership_post": ""}))), nil, 0},
		{"an official without a post who is head", "2021", append(member("2021", row{"leadership_post": "head"}), leaders(post21("Trưởng phòng", nil)), official(nil)), []evaluate.Kind{evaluate.Leader, evaluate.Staff}, 1},
		{"both at once are two questions", "2025", append(member("2025", row{"category": "freelance"}), leaders(post366("Trưởng phòng", nil))), []evaluate.Kind{evaluate.Member}, 2},
		{"category where only the member's rules ask", "2025", append(member("2025", row{"category": "freelance", "leadership_post": "head"}), leaders(post366("Trưởng phòng", nil))), nil, -1}, // other facts keep him open by either
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := range c.books {
				c.books[i].rows = slices.Clone(c.books[i].rows)
				for j, r := range c.books[i].rows {
					c.books[i].rows[j] = r.with()
					for id, text := range r {
						if text == "" {
							delete(c.books[i].rows[j], id)
						}
					}
				}
			}
			r := (&coupling{period: c.period, kinds: everybody, bodies: offices(), books: c.books}).run(t, l)
			for _, k := range everybody {
				row := r.find(k, "An")
				if row < 0 {
					continue
				}
				_, results := r.report.Of(k)
				held := slices.ContainsFunc(r.report.Questions(k, row), func(h evaluate.Hold) bool { return h.Problem.Code == "E363" })
				if want := slices.Contains(c.held, k); held != want {
					t.Errorf("%s held: %t, want %t (%s)", k, held, want, r.outcome(k, row))
				}
				if held && results[row].Outcome != evaluate.Undecided {
					t.Errorf("%s is held and %s", k, r.outcome(k, row))
				}
			}
			told := 0
			for _, p := range r.problems {
				if p.Code != "E363" {
					continue
				}
				told++
				if len(p.Related) == 0 || p.Subject == "" || (p.Severity == evaluate.Note) != (len(c.held) == 0 && c.asked > 0) {
					t.Errorf("told as %v", p)
				}
			}
			if told != max(c.asked, -c.asked) {
				t.Errorf("asked %d times, want %d: %v", told, c.asked, r.problems)
			}
		})
	}
}

// That the member holds no post says nothing of a row among leaders, which is one.
func TestNoPostDoesNotPassToAPost(t *testing.T) {
	books := member366()
	books[0].rows = []row{books[0].rows[0].with(row{"leadership_post": "none"})}
	books = append(books, leaders(somebody("An", leader366("head", "Trưởng phòng", "không", "P1", "không", "25")).without("leadership_post")))
	r := (&coupling{period: "2025", bodies: offices(), books: books}).run(t, libraries{})
	pop, _ := r.report.Of(evaluate.Leader)
	if got := codeOf(pop.Frame, r.find(evaluate.Leader, "An"), factLeadershipPost); got != "" {
		t.Errorf("the leader's post became %q", got)
	}
}
