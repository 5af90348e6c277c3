package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// maybe tells which verdicts beyond holds and fails a condition can give.
type maybe struct{ unknown, notApplicable bool }

func (m maybe) with(o maybe) maybe {
	return maybe{m.unknown || o.unknown, m.notApplicable || o.notApplicable}
}

// possibleVerdicts looks at what a condition is made of: a fact whose blank
// means something is never unknown, one without a "does not exist" value never
// inapplicable.
func possibleVerdicts(rs *evaluate.RuleSet, s *evaluate.ConditionSpec) maybe {
	switch {
	case s.IsEmpty(): // a bound by related subjects
		return maybe{unknown: true, notApplicable: true}
	case s.Fact != "":
		return factVerdicts(rs, s.Fact, s.Compare)
	case s.Part != "":
		m := factVerdicts(rs, s.Part, s.Compare).with(factVerdicts(rs, s.Of, s.Compare))
		return m.with(whenNoneVerdict(s))
	case s.Every+s.Some != "":
		return groupVerdicts(rs, s)
	case s.Count != nil:
		return maybe{unknown: countUnknown(rs, s.Count)}.with(whenNoneVerdict(s))
	case s.Grade != nil:
		return maybe{unknown: true}
	case s.MonthsSince != "":
		return maybe{unknown: true}
	case s.Profile != "":
		return profileVerdicts(rs)
	case s.Points != "":
		return pointsVerdicts(rs, s.Points)
	case s.Not != nil:
		return possibleVerdicts(rs, s.Not)
	}
	return listVerdicts(rs, s)
}

// listVerdicts is of a combination: inapplicable only when every part can be
// (the first stated alternative is enough in first_known).
func listVerdicts(rs *evaluate.RuleSet, s *evaluate.ConditionSpec) maybe {
	every, list := s.FirstKnown == nil, slices.Concat(s.All, s.Any, s.FirstKnown)
	m := maybe{notApplicable: every}
	for i := range list {
		o := possibleVerdicts(rs, &list[i])
		o.unknown = o.unknown && !guarded(s, &list[i])
		m.unknown = m.unknown || o.unknown
		if every {
			m.notApplicable = m.notApplicable && o.notApplicable
		} else {
			m.notApplicable = m.notApplicable || o.notApplicable
		}
	}
	return m
}

// guarded tells whether the list that c stands in ("all") fails wherever a fact
// of c is blank, because it demands that each of them is given: c then leaves
// nothing open.
func guarded(s, c *evaluate.ConditionSpec) bool {
	given := func(id evaluate.FactID) bool {
		return slices.ContainsFunc(s.All, func(g evaluate.ConditionSpec) bool {
			return g.Fact == id && g.Compare != nil && g.Compare.Op == evaluate.OpGiven
		})
	}
	switch {
	case c.Fact != "":
		return given(c.Fact)
	case c.Part != "":
		return given(c.Part) && given(c.Of) && !whenNoneVerdict(c).unknown
	}
	return false
}

// countUnknown tells whether a count can stay open: when what it asks of each
// subject can. Subjects of another kind than the set's have facts that are not at
// hand here, so they count as able to.
func countUnknown(rs *evaluate.RuleSet, c *evaluate.CountSpec) bool {
	sameKind := rs.Spec.Kind == evaluate.Organization && c.Of == evaluate.Children
	return !sameKind || possibleVerdicts(rs, &c.Where).unknown
}

func whenNoneVerdict(s *evaluate.ConditionSpec) maybe {
	if s.WhenNone == nil {
		return maybe{}
	}
	return maybe{unknown: *s.WhenNone == evaluate.Unknown, notApplicable: *s.WhenNone == evaluate.NotApplicable}
}

func factVerdicts(rs *evaluate.RuleSet, id evaluate.FactID, cmp *evaluate.Comparison) maybe {
	i, ok := rs.Schema().Index(id)
	if !ok || cmp == nil || cmp.Op == evaluate.OpGiven {
		return maybe{}
	}
	def := &rs.Schema().Facts[i]
	// A choice that the organization list supplies is always filled in there.
	m := maybe{unknown: def.Blank == "" && (def.Supplier != evaluate.SupplyTree || def.Type != evaluate.ChoiceFact)}
	for _, c := range def.Choices {
		m.notApplicable = m.notApplicable || c.NotApplicable && !slices.Contains(cmp.Values, c.Code)
	}
	return m
}

func groupVerdicts(rs *evaluate.RuleSet, s *evaluate.ConditionSpec) maybe {
	m := maybe{notApplicable: true}
	for _, g := range rs.Spec.Groups {
		if g.ID != s.Every+s.Some {
			continue
		}
		for _, f := range g.Facts {
			o := factVerdicts(rs, f, s.Compare)
			m = maybe{m.unknown || o.unknown, m.notApplicable && o.notApplicable}
		}
	}
	return m
}

func profileVerdicts(rs *evaluate.RuleSet) maybe {
	var m maybe
	for i := range rs.Spec.Profiles {
		if w := rs.Spec.Profiles[i].When; w != nil {
			m = m.with(possibleVerdicts(rs, w))
		}
	}
	return maybe{unknown: m.unknown}
}

// pointsVerdicts: points are open while lines are blank; where only some sheets
// of the set have the part, others make it inapplicable.
func pointsVerdicts(rs *evaluate.RuleSet, part string) maybe {
	m := maybe{unknown: true}
	for _, s := range rs.Sheets {
		m.notApplicable = m.notApplicable || !s.Has(part)
	}
	return m
}
