package rules

import "github.com/xeploai/xeploai/evaluate"

// kindFact is a fact of one kind.
type kindFact struct {
	kind evaluate.Kind
	id   evaluate.FactID
}

// findUnusedFacts warns of facts that no rule set of their kind looks at, adds
// up or shows: a column nobody asks for, or a criterion that was forgotten.
func (l *loader) findUnusedFacts(specs []evaluate.RuleSetSpec) {
	used, kinds := map[kindFact]bool{}, map[evaluate.Kind]bool{}
	for i := range specs {
		kinds[specs[i].Kind] = true
		noteUsed(&specs[i], l.sheets, used)
	}
	for _, f := range l.facts.limits {
		for _, id := range append([]evaluate.FactID{f.AtMost}, f.Sum...) {
			used[kindFact{f.Kind, id}] = true
		}
	}
	for i := range l.facts.facts {
		if f := &l.facts.facts[i]; f.Derived != nil && used[kindFact{f.Kind, f.ID}] {
			for _, id := range f.Derived.Of {
				used[kindFact{f.Kind, id}] = true
			}
		}
	}
	for i := range l.facts.facts {
		f := &l.facts.facts[i]
		own := f.Identity || f.Role != "" || f.LeadsTo != "" || f.Ballot != nil || f.Supplier == evaluate.SupplyAuthority
		if kinds[f.Kind] && !own && !used[kindFact{f.Kind, f.ID}] {
			l.fail(problemUnusedFact(f.At, string(f.ID)))
		}
	}
}

// noteUsed notes every fact one set names.
func noteUsed(s *evaluate.RuleSetSpec, sheets map[string]*evaluate.SheetSpec, used map[kindFact]bool) {
	s.EachCondition(func(k evaluate.Kind, c *evaluate.ConditionSpec) {
		for _, id := range []evaluate.FactID{c.Fact, c.Part, c.Of, c.MonthsSince} {
			used[kindFact{k, id}] = true
		}
	})
	note := func(ids ...evaluate.FactID) {
		for _, id := range ids {
			used[kindFact{s.Kind, id}] = true
		}
	}
	note(s.Columns...)
	for _, g := range s.Groups {
		note(g.Facts...)
	}
	for _, x := range s.Sanctions {
		note(x.NotAboveFact)
	}
	if d := s.ExplainDifference; d != nil {
		note(d.SelfFact, d.Reason)
	}
	for _, c := range s.Caps {
		note(c.By, c.DefaultBy)
		for _, m := range c.Merit {
			note(m.Fact)
		}
		if c.Uplift != nil {
			used[kindFact{evaluate.Organization, c.Uplift.GrantedBy}] = true
		}
	}
	for _, p := range s.Profiles {
		if sheet := sheets[p.Sheet]; sheet != nil {
			note(sheet.Mentions()...)
		}
	}
}
