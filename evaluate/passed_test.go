package evaluate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// outcomeSet is what a result lists: the grades it may come to, with those a review
// may end in.
func outcomeSet(w *Walk) RankSet {
	if w.Outcome == Graded {
		return RankSet(0).With(w.Rank)
	}
	return w.Possible
}

// ladderOf is a regulation whose conditions ask that facts are good enough, with
// pairs some of them two at once, and nothing else: no bars, no bounds.
func ladderOf(r *rand.Rand, facts []FactID, pairs bool) RuleSetSpec {
	s := sampleSpec()
	s.NotRated, s.Bars, s.Sanctions = nil, nil, nil
	grades := []string{"excellent", "good", "completed"}
	least := func() ConditionSpec {
		return ConditionSpec{Fact: facts[r.IntN(len(facts))], Compare: &Comparison{Op: OpAtLeast, Values: []string{grades[r.IntN(len(grades))]}}}
	}
	bands := r.IntN(2) == 0
	n := 0
	for i := range s.Ladder {
		s.Ladder[i].Needs = nil
		if !bands {
			s.Ladder[i].Band = nil
		}
		for range r.IntN(4) {
			n++
			c := least()
			if pairs && r.IntN(3) == 0 {
				c = ConditionSpec{All: []ConditionSpec{c, least()}}
			}
			if i < len(s.Ladder)-1 {
				s.Ladder[i].Needs = append(s.Ladder[i].Needs, rule(fmt.Sprint("R", n), c))
			}
		}
	}
	s.FallThrough = []FallThrough{FallReview, FallLowest, FallStepDown, "completed"}[r.IntN(4)]
	return s
}

// On ladders that ask each fact to be good enough, what is listed is exactly what
// some filling of the blanks leads to: nothing more, nothing less. A condition on two
// facts of which one is known may list a grade too many: what its other part
// says is not looked at by itself.
func TestListedGradesAreThoseOfSomeFilling(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	facts := []FactID{"one", "two", "three"}
	sample := sampleVocabulary(t)
	defs := slices.Concat(sample.Schema(Member).Facts, sample.Schema(Organization).Facts)
	for _, id := range facts {
		defs = append(defs, gradesFact(id, "", 0))
	}
	v, ps := NewVocabulary(defs, nil)
	failOn(t, ps)
	grades := []string{"excellent", "good", "completed", "not_completed"}
	open, fewer := 0, 0
	for range 400 {
		pairs := r.IntN(2) == 0
		spec := ladderOf(r, facts, pairs)
		rs, ps := NewRuleSet(spec, sampleSheets(), v, nil)
		failOn(t, slices.DeleteFunc(ps, func(p Problem) bool { return slices.Contains([]Code{"R249", "R270", "R271", "R272", "R273"}, p.Code) }))
		known := map[string]string{"outside": "no", "p1": fmt.Sprint([]int{30, 60, 80, 95}[r.IntN(4)])}
		var blank []FactID
		for _, id := range facts {
			if !pairs && r.IntN(3) == 0 {
				known[string(id)] = grades[r.IntN(4)]
			} else {
				blank = append(blank, id)
			}
		}
		f := NewFrame(rs.Schema())
		fill(t, f, f.Append(Place{Source: -1}), known)
		before := rs.Decide(f, 0, sampleInputs(), nil)
		var reached RankSet
		review := false
		var each func(k int)
		each = func(k int) {
			if k == len(blank) {
				row := f.Append(Place{Source: -1})
				fill(t, f, row, known)
				w := rs.Decide(f, row, sampleInputs(), nil)
				reached |= outcomeSet(&w)
				review = review || w.Outcome == Review
				return
			}
			for _, g := range grades {
				known[string(blank[k])] = g
				each(k + 1)
			}
		}
		each(0)
		if got := outcomeSet(&before); got != reached {
			t.Fatalf("listed %v, reached %v\nladder %+v\nknown %v, blank %v", got, reached, spec.Ladder, known, blank)
		}
		if before.Outcome == Undecided {
			open++
			if before.MayReview != review {
				t.Fatalf("a review is possible: %v, comes out: %v", before.MayReview, review)
			}
			if reached != upTo(rs.Spec.Scale.Top()) {
				fewer++
			}
		}
	}
	if open < 100 || fewer < 50 {
		t.Errorf("%d open rows, %d of them with fewer than all grades: the generator proves too little", open, fewer)
	}
}

// The best two grades hang on the same unknown: whoever lacks the best lacks the
// second as well.
func TestTwoGradesOnOneUnknown(t *testing.T) {
	rs := sampleSet(t)
	base := map[string]string{"outside": "no", "p1": "95", "fixed": "yes", "late": "0", "assigned": "10", "exceeded": "5", "admitted": "2000-01-01", "sick": "0"}
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  string
	}{
		{"done not said", nil, "undecided completed excellent not_completed"},
		{"done and exceeded not said", map[string]string{"exceeded": ""}, "undecided completed excellent good not_completed"},
		{"remedied not said: only the best grade asks", map[string]string{"done": "10", "fixed": ""}, "undecided completed excellent good not_completed"},
	} {
		f := NewFrame(rs.Schema())
		row := f.Append(Place{Source: -1})
		facts := map[string]string{}
		for _, m := range []map[string]string{base, c.facts} {
			for k, s := range m {
				facts[k] = s
				if s == "" {
					delete(facts, k)
				}
			}
		}
		fill(t, f, row, facts)
		w := rs.Decide(f, row, sampleInputs(), nil)
		var ids []string
		for r := range w.Possible.All() {
			ids = append(ids, rs.Spec.Scale.Rung(r).ID)
		}
		slices.Sort(ids)
		if got := w.Outcome.String(); got+" "+strings.Join(ids, " ") != c.want {
			t.Errorf("%s: %s %s, want %s", c.name, got, strings.Join(ids, " "), c.want)
		}
	}
}
