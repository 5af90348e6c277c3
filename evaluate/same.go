package evaluate

import "slices"

// sameCondition tells whether two conditions ask the same.
func sameCondition(a, c *ConditionSpec) bool {
	if a == nil || c == nil {
		return a == c
	}
	return a.Fact == c.Fact && a.Part == c.Part && a.Of == c.Of && a.Every == c.Every && a.Some == c.Some &&
		a.MonthsSince == c.MonthsSince && a.Profile == c.Profile && a.Points == c.Points &&
		samePointed(a.WhenNone, c.WhenNone) && samePointed(a.Grade, c.Grade) && sameComparison(a.Compare, c.Compare) &&
		sameConditions(a.All, c.All) && sameConditions(a.Any, c.Any) && sameConditions(a.FirstKnown, c.FirstKnown) &&
		sameCondition(a.Not, c.Not) && sameCounting(a.Count, c.Count)
}

func sameConditions(as, cs []ConditionSpec) bool {
	return slices.EqualFunc(as, cs, func(a, c ConditionSpec) bool { return sameCondition(&a, &c) })
}

func sameCounting(a, c *CountSpec) bool {
	if a == nil || c == nil {
		return a == c
	}
	return a.Of == c.Of && sameCondition(&a.Where, &c.Where) && sameComparison(a.Share, c.Share) && sameComparison(a.Number, c.Number)
}

func sameComparison(a, c *Comparison) bool {
	if a == nil || c == nil {
		return a == c
	}
	return a.Op == c.Op && slices.Equal(a.Values, c.Values)
}

func samePointed[T comparable](a, c *T) bool {
	if a == nil || c == nil {
		return a == c
	}
	return *a == *c
}
