package campaign

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// An organization is graded while people are open exactly when every way in which
// they may still come out leaves it the same; one that waits has two results to
// wait for. Members are open for want of a fact, and each of their possible grades
// is then decided in turn. The committee of the branch waits likewise for it.
func TestADependantWaitsOnlyForWhatMatters(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 8))
	l := libraries{}
	waited, stood := 0, 0
	for trial := range 40 {
		var members []row
		for i := range 3 + dice.IntN(5) {
			level := []string{"good", "good", "average", "excellent"}[dice.IntN(4)]
			members = append(members, somebody(fmt.Sprint("Viên ", i), memberLevels(level, "good")))
		}
		for i := range dice.IntN(3) {
			level := []string{"good", "average", "excellent"}[dice.IntN(3)]
			members = append(members, somebody(fmt.Sprint("Mở ", i), memberLevels(level, "good")).without("sick_leave_months"))
		}
		own := orgLevels([]string{"excellent", "good", "average"}[dice.IntN(3)], "good")
		c := coupling{period: "2021", bodies: offices(), books: append(branch21(members, own, counterparts([]string{"good", "none", "completed"}[dice.IntN(3)])),
			sheet{excel.BranchBook, "A", evaluate.Collective, []row{collective21("CU", "committee", "excellent", "good")}})}
		r := c.run(t, l)
		worlds := r.worlds(t)
		for _, d := range []role{{evaluate.Organization, "A"}, {evaluate.Collective, "CU"}} {
			at := r.find(d.kind, d.who)
			now := r.outcome(d.kind, at)
			came := map[string]bool{}
			for _, w := range worlds {
				came[w.outcome(d.kind, at)] = true
			}
			_, results := r.report.Of(d.kind)
			switch graded := results[at].Outcome == evaluate.Graded; {
			case graded && (len(came) != 1 || !came[now]):
				t.Fatalf("trial %d: %s is %s while it may come to %v", trial, d.who, now, came)
			case !graded && len(came) < 2 && !came[now]:
				t.Fatalf("trial %d: %s waits (%s) though it can only come to %v", trial, d.who, now, came)
			case graded && len(worlds) > 1:
				stood++
			case !graded:
				waited++
			}
			if results[at].Outcome == evaluate.Undecided && len(r.report.Missing(d.kind, at)) == 0 {
				t.Fatalf("trial %d: %s waits, and nothing says for what", trial, d.who)
			}
		}
	}
	if waited == 0 || stood == 0 {
		t.Errorf("%d waited, %d stood: nothing was proven", waited, stood)
	}
}

// role is a subject by its kind and code.
type role struct {
	kind evaluate.Kind
	who  string
}

// worlds grades the system once for every way in which its open members may still
// come out.
func (r *run) worlds(t *testing.T) []*run {
	t.Helper()
	sets := map[evaluate.Kind]*evaluate.RuleSet{}
	for k, results := range r.report.Results {
		if len(results) > 0 {
			sets[k] = results[0].Rules
		}
	}
	pop, results := r.report.Of(evaluate.Member)
	decision := pop.Frame.Schema.ByRole(evaluate.RoleDecision)
	var open []int
	possible := map[int][]evaluate.Rank{}
	for row := range results {
		if results[row].Outcome != evaluate.Graded {
			open = append(open, row)
			for rank := range results[row].Possible.All() {
				possible[row] = append(possible[row], rank)
			}
		}
	}
	var out []*run
	var decide func(n int)
	decide = func(n int) {
		if n == len(open) {
			report, ps := evaluate.Grade(r.report.Inputs, sets)
			out = append(out, &run{report, ps})
			return
		}
		for _, rank := range possible[open[n]] {
			code := sets[evaluate.Member].Scale().Rung(rank).Statutory
			i, ok := pop.Frame.Schema.Facts[decision].CodeIndex(string(code))
			if !ok {
				t.Fatalf("no decision %s", code)
			}
			pop.Frame.Set(open[n], decision, evaluate.ChoiceValue(i))
			decide(n + 1)
			pop.Frame.Set(open[n], decision, evaluate.Value{})
		}
	}
	decide(0)
	return out
}
