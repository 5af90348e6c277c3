package evaluate

import "slices"

// EachCondition visits every condition of the set, those inside others
// included, with the kind whose facts it asks for.
func (s *RuleSetSpec) EachCondition(visit func(Kind, *ConditionSpec)) {
	rule := func(r *RuleSpec) {
		r.When.each(s.Kind, visit)
		r.AppliesWhen.each(s.Kind, visit)
	}
	for i := range s.Profiles {
		s.Profiles[i].When.each(s.Kind, visit)
	}
	for i := range s.NotRated {
		rule(&s.NotRated[i].RuleSpec)
	}
	for i := range s.Bars {
		b := &s.Bars[i]
		rule(&b.RuleSpec)
		for j := range b.Exceptions {
			rule(&b.Exceptions[j])
		}
		if b.Relief != nil {
			rule(b.Relief)
		}
	}
	for i := range s.Ladder {
		for j := range s.Ladder[i].Needs {
			rule(&s.Ladder[i].Needs[j])
		}
	}
	for i := range s.Sanctions {
		rule(&s.Sanctions[i].RuleSpec)
	}
	for i := range s.RestsOn {
		rule(&s.RestsOn[i].RuleSpec)
	}
	for i := range s.Notices {
		rule(&s.Notices[i])
	}
	for i := range s.Caps {
		s.Caps[i].Exclude.each(s.Kind, visit)
		s.Caps[i].Only.each(s.Kind, visit)
	}
}

// asksNothingNew tells whether a condition is on facts alone that another one asks
// for too.
func asksNothingNew(c, beside *ConditionSpec) bool {
	asked, plain := map[FactID]bool{"": true}, true
	facts := func(c *ConditionSpec) []FactID { return []FactID{c.Fact, c.Part, c.Of, c.MonthsSince} }
	beside.each("", func(_ Kind, c *ConditionSpec) {
		for _, f := range facts(c) {
			asked[f] = true
		}
	})
	c.each("", func(_ Kind, c *ConditionSpec) {
		if c.Every != "" || c.Some != "" || c.Count != nil || c.Grade != nil || c.Profile != "" || c.Points != "" {
			plain = false
		}
		for _, f := range facts(c) {
			plain = plain && asked[f]
		}
	})
	return plain
}

func (c *ConditionSpec) each(k Kind, visit func(Kind, *ConditionSpec)) {
	if c == nil {
		return
	}
	visit(k, c)
	for _, list := range [][]ConditionSpec{c.All, c.Any, c.FirstKnown} {
		for i := range list {
			list[i].each(k, visit)
		}
	}
	c.Not.each(k, visit)
	if c.Count != nil {
		c.Count.Where.each(RelationKind(c.Count.Of), visit)
	}
}

// asksGrade tells whether a condition asks for a grade.
func (c *ConditionSpec) asksGrade() bool {
	asks := false
	c.each("", func(_ Kind, c *ConditionSpec) { asks = asks || c.Grade != nil })
	return asks
}

// facts are the facts of one subject that a condition asks for, each once.
func (c *ConditionSpec) facts() []FactID {
	var out []FactID
	c.each("", func(k Kind, c *ConditionSpec) {
		for _, f := range []FactID{c.Fact, c.Part, c.Of, c.MonthsSince} {
			if k == "" && f != "" && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	})
	return out
}

// Mentions lists the facts that the lines of a sheet ask for or rest on.
func (s *SheetSpec) Mentions() []FactID {
	var out []FactID
	for i := range s.Groups {
		for l := range s.Groups[i].AllLines() {
			out = append(out, l.mentioned(s)...)
		}
	}
	return out
}
