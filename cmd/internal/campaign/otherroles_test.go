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
			sets := map[evaluate.Kind]*evaluate.RuleSet{}
			for _, k := range personKinds() {
				if _, results := r.report.Of(k); len(results) > 0 {
					sets[k] = results[0].Rules
				}
			}
			pop := in.Populations[evaluate.Member]
			anew := evaluate.NewFrame(pop.Frame.Schema)
			at := anew.Append(evaluate.Place{Source: -1})
			for i := range pop.Frame.Schema.Facts {
				switch v := pop.Frame.Value(m, i); {
				case v.IsBlank():
				case v.Type() == evaluate.TextFact:
					anew.SetText(at, i, pop.Frame.Text(m, i))
				default:
					anew.Set(at, i, v)
				}
			}
			fill(t, anew, at, "discipline", "warning")
			record := Regraded{Kind: evaluate.Member, ID: pop.Subjects[m].ID, Facts: tableOf(evaluate.Member, anew), reported: c.reported}
			if err := lay([]Regraded{record}, in, sets); err != nil {
				t.Fatal(err)
			}
			leader := in.Populations[evaluate.Leader].Frame
			i, _ := leader.Schema.Index("discipline")
			if got := leader.Data(i, leader.Value(p, i)); got != c.want {
				t.Errorf("the leader's row has %q, want %q", got, c.want)
			}
		})
	}
}
