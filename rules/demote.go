package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// inheritedStandings lists what a set may say of everything it inherits. Quoted
// would demote nothing, and what is known only at second hand is switched off
// rule by rule, never as a whole.
func inheritedStandings() []string {
	return words(slices.DeleteFunc(evaluate.Standings(), func(s evaluate.Standing) bool {
		return s == evaluate.Quoted || s == evaluate.SecondHand
	}))
}

// demote returns the parent with no part surer than to: text that was seen for
// one office is only borrowed by another whose own text is not public. What is
// less sure already stays as it is. The parent itself is not changed: other sets
// extend it too.
func demote(p evaluate.RuleSetSpec, to evaluate.Standing) evaluate.RuleSetSpec {
	if to == "" {
		return p
	}
	less := lowering(to)
	p.Profiles = each(p.Profiles, func(x *evaluate.ProfileSpec) { less(&x.Standing) })
	p.NotRated = each(p.NotRated, func(x *evaluate.NotRatedSpec) { less(&x.Standing) })
	p.Bars = each(p.Bars, func(x *evaluate.BarSpec) {
		less(&x.Standing)
		x.Exceptions = each(x.Exceptions, func(e *evaluate.RuleSpec) { less(&e.Standing) })
		if x.Relief != nil {
			relief := *x.Relief
			less(&relief.Standing)
			x.Relief = &relief
		}
	})
	p.Ladder = each(p.Ladder, func(x *evaluate.RungSpec) {
		if x.Band != nil {
			band := *x.Band
			less(&band.Standing)
			x.Band = &band
		}
		x.Needs = each(x.Needs, func(n *evaluate.RuleSpec) { less(&n.Standing) })
		x.Judgements = each(x.Judgements, func(j *evaluate.JudgementSpec) { less(&j.Standing) })
	})
	less(&p.FallStand)
	p.Sanctions = each(p.Sanctions, func(x *evaluate.SanctionSpec) { less(&x.Standing) })
	p.RestsOn = each(p.RestsOn, func(x *evaluate.RestSpec) { less(&x.Standing) })
	p.Notices = each(p.Notices, func(x *evaluate.RuleSpec) { less(&x.Standing) })
	p.Votes = each(p.Votes, func(x *evaluate.VoteSpec) { less(&x.Standing) })
	if p.ExplainDifference != nil {
		d := *p.ExplainDifference
		less(&d.Standing)
		p.ExplainDifference = &d
	}
	p.Caps = each(p.Caps, func(x *evaluate.CapSpec) {
		less(&x.Standing)
		if x.Uplift != nil {
			uplift := *x.Uplift
			less(&uplift.Standing)
			x.Uplift = &uplift
		}
	})
	return p
}

// lowering returns what lowers a standing to the given one. A missing standing
// stays missing, so that the check of the parent still finds it.
func lowering(to evaluate.Standing) func(*evaluate.Standing) {
	order := evaluate.Standings()
	return func(s *evaluate.Standing) {
		if i := slices.Index(order, *s); i >= 0 && i < slices.Index(order, to) {
			*s = to
		}
	}
}

// each returns a copy of the list with every element changed.
func each[T any](list []T, change func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		change(&list[i])
	}
	return list
}
