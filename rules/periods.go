package rules

import "github.com/xeploai/xeploai/evaluate"

// checkPeriods finds sets whose periods make no sense and central sets that
// would both be in force: which law applies must never be a choice of the
// program. Local sets stand beside their parents and are chosen by name.
func checkPeriods(specs []evaluate.RuleSetSpec) []evaluate.Problem {
	var ps []evaluate.Problem
	for i := range specs {
		s := &specs[i]
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
			if o := &specs[j]; overlap(s, o) {
				a, b := s, o
				if a.At.Layer == BuiltinLayer { // the office can only mend its own
					a, b = o, s
				}
				ps = append(ps, problemOverlap(a.At, a.ID+"@"+a.Edition, b.At, b.ID+"@"+b.Edition))
			}
		}
	}
	return ps
}

func overlap(a, b *evaluate.RuleSetSpec) bool {
	if a.Extends != "" || b.Extends != "" || a.Local || b.Local || a.Kind != b.Kind || a.Track != b.Track || a.Granularity != b.Granularity || b.From.Year == 0 {
		return false
	}
	before := func(x, y *evaluate.RuleSetSpec) bool { return x.To != nil && x.To.Last().Compare(y.From.First()) < 0 }
	return !before(a, b) && !before(b, a)
}
