package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What a member graded anew is found to have would count in the other role of the same
// person where that role said the same before; not where it said something else, and
// not unless it is asked how things would stand had it been reported.
func TestRegradedFactsWouldCountInOtherRoles(t *testing.T) {
	l := libraries{}
	for _, c := range []struct {
		name     string
		leader   row
		reported bool
		want     string
	}{
		{"passed from the member", row{}, true, "warning"},
		{"said so himself", row{"discipline": "none"}, true, "warning"},
		{"said otherwise", row{"discipline": "reprimand"}, true, "reprimand"},
		{"only graded anew", row{}, false, "none"},
	} {
		t.Run(c.name, func(t *testing.T) {
			world := coupling{period: "2021", bodies: offices(), books: append(
				branch21([]row{somebody("An", memberLevels("excellent", "good"), row{"discipline": "none"})}, orgLevels("excellent", "good"), counterparts("none")),
				units(unit("P1", "good")), leaders(somebody("An", post21("head", "Trưởng phòng", "không", "P1", "không").without("discipline").with(c.leader))))}
			r := world.run(t, l)
			in, m, p := r.report.Inputs, r.find(evaluate.Member, "An"), r.find(evaluate.Leader, "An")
			if m < 0 || p < 0 {
				t.Fatal("An is not there in both roles")
			}
			layAnew(t, r, evaluate.Member, m, row{"discipline": "warning"}, c.reported)
			leader := in.Populations[evaluate.Leader].Frame
			i, _ := leader.Schema.Index("discipline")
			if got := leader.Data(i, leader.Value(p, i)); got != c.want {
				t.Errorf("the leader's row has %q, want %q", got, c.want)
			}
		})
	}
}

// layAnew lays over a graded campaign what a subject graded anew is found to be.
func layAnew(t *testing.T, r *run, k evaluate.Kind, row int, found row, reported bool) {
	t.Helper()
	sets := map[evaluate.Kind]*evaluate.RuleSet{}
	for _, k := range personKinds() {
		if _, results := r.report.Of(k); len(results) > 0 {
			sets[k] = results[0].Rules
		}
	}
	pop := r.report.Inputs.Populations[k]
	anew := rowCopy(t, pop, row, found)
	record := Regraded{Kind: k, ID: pop.Subjects[row].ID, Facts: tableOf(k, anew), reported: reported}
	if err := lay([]Regraded{record}, r.report.Inputs, sets); err != nil {
		t.Fatal(err)
	}
}

// rowCopy is the row of a subject alone, with some facts as they were found.
func rowCopy(t *testing.T, pop *evaluate.Population, row int, found row) *evaluate.Frame {
	t.Helper()
	anew := evaluate.NewFrame(pop.Frame.Schema)
	at := anew.Append(evaluate.Place{Source: -1})
	for i := range pop.Frame.Schema.Facts {
		switch v := pop.Frame.Value(row, i); {
		case v.IsBlank():
		case v.Type() == evaluate.TextFact:
			anew.SetText(at, i, pop.Frame.Text(row, i))
		default:
			anew.Set(at, i, v)
		}
	}
	for id, text := range found {
		fill(t, anew, at, id, text)
	}
	return anew
}

// What is found of a member with several posts would be so of one of them, and what is
// found of a post would be his.
func TestRegradedFactsOfPostsWouldCount(t *testing.T) {
	l := libraries{}
	for _, c := range []struct {
		name   string
		of     evaluate.Kind
		post   string // what the first post says
		member string // as data, "?" for unknown
		posts  []string
	}{
		{"found of the member, no post says of which", evaluate.Member, "", "yes", []string{"?", "?"}},
		{"found of the member, one of two posts denies it", evaluate.Member, "no", "yes", []string{"no", "yes"}},
		{"found of a post", evaluate.Leader, "", "yes", []string{"yes", "no"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			post := func(unit string, more row) row {
				return somebody("An", post21("head", "Trưởng phòng Mẫu "+unit, "không", unit, "không"), more)
			}
			first := row{}
			if c.post != "" {
				first["subordinate_corruption"] = c.post
			}
			world := coupling{period: "2021", bodies: offices(), books: append(
				branch21([]row{somebody("An", memberLevels("excellent", "good"))}, orgLevels("excellent", "good"), counterparts("none")),
				units(unit("P1", "good"), unit("P2", "good")), leaders(post("P1", first), post("P2", row{})))}
			r := world.run(t, l)
			at := 0
			if c.of == evaluate.Member {
				at = r.find(evaluate.Member, "An")
			}
			layAnew(t, r, c.of, at, row{"subordinate_corruption": "yes"}, true)
			says := func(k evaluate.Kind, row int) string {
				f := r.report.Inputs.Populations[k].Frame
				i, _ := f.Schema.Index("subordinate_corruption")
				if v := f.Known(row, i); !v.IsBlank() {
					return f.Data(i, v)
				}
				return "?"
			}
			if got := says(evaluate.Member, r.find(evaluate.Member, "An")); got != c.member {
				t.Errorf("the member's row says %q, want %q", got, c.member)
			}
			for i, want := range c.posts {
				if got := says(evaluate.Leader, i); got != want {
					t.Errorf("post %d says %q, want %q", i, got, want)
				}
			}
		})
	}
}
