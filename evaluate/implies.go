package evaluate

import "slices"

// Implication between conditions, for the checks that need no data: a condition
// that another one already says, two that exclude each other, one that nobody
// can meet. The answers are sure when they are yes; a form not treated here is
// never said to imply or exclude anything but itself.

// implies tells whether whoever meets a certainly meets c. strict demands that
// c holds, not merely that it does not apply.
func (b *builder) implies(a, c *ConditionSpec, strict bool) bool {
	if a.IsEmpty() || c.IsEmpty() {
		return false // a bound by related subjects, or a mistake reported elsewhere
	}
	if !strict && sameCondition(a, c) {
		return true
	}
	all := func(list []ConditionSpec, f func(*ConditionSpec) bool) bool {
		return len(list) > 0 && !slices.ContainsFunc(list, func(x ConditionSpec) bool { return !f(&x) })
	}
	some := func(list []ConditionSpec, f func(*ConditionSpec) bool) bool {
		return slices.ContainsFunc(list, func(x ConditionSpec) bool { return f(&x) })
	}
	fromA := func(x *ConditionSpec) bool { return b.implies(a, x, strict) }
	toC := func(x *ConditionSpec) bool { return b.implies(x, c, strict) }
	switch {
	case c.All != nil:
		return all(c.All, fromA)
	case a.Any != nil:
		return all(a.Any, toC)
	case a.All != nil:
		return some(a.All, toC)
	case c.Any != nil: // a part that does not apply would leave the choice to the others
		return some(c.Any, func(x *ConditionSpec) bool { return b.implies(a, x, true) })
	case a.FirstKnown != nil && len(a.FirstKnown) == len(c.FirstKnown):
		return b.pairs(a.FirstKnown, c.FirstKnown, func(x, y *ConditionSpec) bool { return simple(x) && simple(y) && b.implies(x, y, strict) })
	case a.Not != nil && c.Not != nil:
		return !strict && b.implies(c.Not, a.Not, true)
	case a.Count != nil && c.Count != nil:
		return b.countImplies(a, c, strict)
	}
	x, known := b.range_(a)
	y, ok := b.range_(c)
	return known && ok && x.about == y.about && x.within(&y, strict)
}

// excludes tells whether nobody can meet both.
func (b *builder) excludes(a, c *ConditionSpec) bool {
	switch {
	case a.Some != "" || c.Some != "":
		return false // one criterion may meet the one, another the other
	case c.Not != nil:
		return b.implies(a, c.Not, true)
	case a.Not != nil:
		return b.implies(c, a.Not, true)
	case a.All != nil:
		return slices.ContainsFunc(a.All, func(x ConditionSpec) bool { return b.excludes(&x, c) })
	case c.All != nil:
		return slices.ContainsFunc(c.All, func(x ConditionSpec) bool { return b.excludes(a, &x) })
	case a.FirstKnown != nil && len(a.FirstKnown) == len(c.FirstKnown):
		return b.pairs(a.FirstKnown, c.FirstKnown, b.excludes)
	}
	x, known := b.range_(a)
	y, ok := b.range_(c)
	return known && ok && x.about == y.about && x.disjoint(&y)
}

func (b *builder) pairs(as, cs []ConditionSpec, f func(a, c *ConditionSpec) bool) bool {
	for i := range as {
		if !f(&as[i], &cs[i]) {
			return false
		}
	}
	return true
}

// simple conditions are unknown exactly when one of their facts is.
func simple(s *ConditionSpec) bool { return s.Fact != "" || s.Part != "" }

// countImplies: a greater share of subjects who meet more is a greater share of
// those who meet less.
func (b *builder) countImplies(a, c *ConditionSpec, strict bool) bool {
	if a.Count.Of != c.Count.Of || !noneWithin(a.WhenNone, c.WhenNone, strict) {
		return false
	}
	x, known := readRange(or2(a.Count.Share, a.Count.Number))
	y, ok := readRange(or2(c.Count.Share, c.Count.Number))
	if !known || !ok || (a.Count.Share == nil) != (c.Count.Share == nil) || !x.within(&y, strict) {
		return false
	}
	return sameCondition(&a.Count.Where, &c.Count.Where) || y.high == nil && gradeImplies(a.Count.Where.Grade, c.Count.Where.Grade)
}

func or2(a, b *Comparison) *Comparison {
	if a != nil {
		return a
	}
	return b
}

// gradeImplies compares two tests of grades, best first in the statutory list.
func gradeImplies(a, c *GradeTest) bool {
	if a == nil || c == nil {
		return false
	}
	x, y := slices.Index(StatutoryGrades(), a.Grade), slices.Index(StatutoryGrades(), c.Grade)
	switch c.Op {
	case OpAtLeast:
		return (a.Op == OpAtLeast || a.Op == OpEquals) && x <= y
	case OpAtMost:
		return (a.Op == OpAtMost || a.Op == OpEquals) && x >= y
	}
	return a.Op == c.Op && x == y
}

// noneWithin compares what two conditions say over nothing.
func noneWithin(a, c *Verdict, strict bool) bool {
	if a == nil || c == nil {
		return a == c
	}
	return !a.Met() || *c == Holds || *c == NotApplicable && !strict
}
