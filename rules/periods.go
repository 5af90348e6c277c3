package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// checkPeriods finds sets whose periods make no sense and central sets that
// would both be in force: which law applies must never be a choice of the
// program. Local sets stand beside their parents and are chosen by name.
func checkPeriods(specs []evaluate.RuleSetSpec) []evaluate.Problem {
	var ps []evaluate.Problem
	var all []*evaluate.RuleSetSpec
	for i := range specs {
		all = append(all, &specs[i])
	}
	for i := range specs {
		s := &specs[i]
		if s.Supersedes != "" && !slices.ContainsFunc(all, func(o *evaluate.RuleSetSpec) bool { return s.Replaces(o) }) {
			ps = append(ps, problemSupersedes(s.At, s.Supersedes))
		}
		if s.From.Year == 0 {
			continue // reported where it is missing
		}
		if s.From.Granularity != s.Granularity || s.To != nil && s.To.Granularity != s.Granularity {
			ps = append(ps, problemGranularity(s.At, s.Granularity))
		}
		if s.To != nil && s.To.Last().Compare(s.From.First()) < 0 {
			ps = append(ps, problemPeriodOrder(s.At, s.From, *s.To))
		}
		for j := range specs[:i] {
			if o := &specs[j]; overlap(s, o) && !s.ReplacesOver(all, o) && !o.ReplacesOver(all, s) {
				a, b := s, o
				if a.At.Layer == BuiltinLayer { // the office can only mend its own
					a, b = o, s
				}
				ps = append(ps, problemOverlap(a.At, a.ID+"@"+a.Edition, b.At, b.ID+"@"+b.Edition))
			}
		}
	}
	return append(ps, findGaps(specs)...)
}

// overlap tells whether two sets claim one period: two central ones, or two
// editions of the same local one.
func overlap(a, b *evaluate.RuleSetSpec) bool {
	central := a.Central() && b.Central()
	if !central && a.ID != b.ID || a.Kind != b.Kind || a.Track != b.Track || a.Granularity != b.Granularity || b.From.Year == 0 {
		return false
	}
	return !before(a, b) && !before(b, a)
}

func before(a, b *evaluate.RuleSetSpec) bool {
	return a.To != nil && a.To.Next().First().Compare(b.From.First()) <= 0
}

// findGaps warns where one edition of a set ends and the next begins later.
// Between different regimes that may be meant, within one it hardly is.
func findGaps(specs []evaluate.RuleSetSpec) []evaluate.Problem {
	var ps []evaluate.Problem
	for i := range specs {
		next := &specs[i]
		var last *evaluate.RuleSetSpec // the edition before it that ends last
		for j := range specs {
			o := &specs[j]
			if i != j && o.ID == next.ID && o.From.Granularity == next.From.Granularity && before(o, next) &&
				(last == nil || last.To.Last().Compare(o.To.Last()) < 0) {
				last = o
			}
		}
		if last != nil && last.To.Next().First().Compare(next.From.First()) < 0 {
			ps = append(ps, problemPeriodGap(next.At, next.Edition, last.Edition, last.To.Next(), next.From, last.At))
		}
	}
	return ps
}
