package evaluate

import "slices"

// checkNeeds finds what the conditions of a set show about each other: one that
// another already says, two that exclude each other, a rung that nobody can
// reach.
func (b *builder) checkNeeds() {
	for i := range b.rs.Rules {
		r := &b.rs.Rules[i]
		b.checkCondition(&r.When)
		if r.AppliesWhen != nil {
			b.checkCondition(r.AppliesWhen)
		}
	}
	for i := range b.rs.ladder {
		b.checkRung(i)
	}
}

// checkRung compares the conditions of one rung with each other, with the bars
// and with the rungs above.
func (b *builder) checkRung(i int) {
	low := &b.rs.ladder[i]
	for n, x := range low.needs {
		for _, y := range low.needs[:n] {
			first, second := &b.rs.Rules[y], &b.rs.Rules[x]
			switch {
			case b.saysAlready(first, second):
				b.fail(problemImplied(second.At, second.ID, first.ID, first.At))
			case b.saysAlready(second, first):
				b.fail(problemImplied(first.At, first.ID, second.ID, second.At))
			case sameCondition(first.AppliesWhen, second.AppliesWhen) && b.excludes(&first.When, &second.When):
				b.fail(problemExcluded(second.At, low.spec.Rung, first.ID, second.ID, first.At))
			}
		}
		b.checkAgainstBars(low, &b.rs.Rules[x])
	}
	if i < len(b.rs.Spec.Ladder)-1 {
		b.checkReachable(i)
	}
}

// saysAlready tells whether a condition adds nothing to another that applies to
// everybody it applies to.
func (b *builder) saysAlready(strong, weak *Rule) bool {
	if strong.Switch != "" && (strong.Switch != weak.Switch || strong.DefaultOn != weak.DefaultOn) {
		return false
	}
	return b.inScopeOf(strong, weak) && b.implies(&strong.When, &weak.When, false)
}

// inScopeOf tells whether the one condition applies to everybody the other does.
func (b *builder) inScopeOf(strong, weak *Rule) bool {
	return strong.AppliesWhen == nil || weak.AppliesWhen != nil && b.implies(weak.AppliesWhen, strong.AppliesWhen, true) ||
		sameCondition(strong.AppliesWhen, weak.AppliesWhen)
}

// checkAgainstBars finds a condition that only those meet whom a bar sends to
// the lowest rung, without exception or relief.
func (b *builder) checkAgainstBars(low *rung, need *Rule) {
	for _, x := range b.rs.bars {
		bar := &b.rs.Rules[x.rule]
		if low.rank == 0 || len(x.exceptions) > 0 || x.relief >= 0 || bar.Switch != "" || need.Switch != "" {
			continue
		}
		if bar.AppliesWhen == nil && need.AppliesWhen == nil && b.implies(&need.When, &bar.When, true) {
			b.fail(problemBarred(need.At, low.spec.Rung, need.ID, bar.ID, bar.At))
		}
	}
}

// checkReachable finds a rung without a band all of whose conditions a higher
// rung has too, or asks less of: whoever meets the lower one was given the
// higher one already.
func (b *builder) checkReachable(i int) {
	low := &b.rs.ladder[i]
	for _, high := range b.rs.ladder[:i] {
		if high.spec.Band != nil || len(high.spec.Judgements) > 0 {
			continue
		}
		missed := func(h int) bool {
			return !slices.ContainsFunc(low.needs, func(l int) bool { return b.saysAlready(&b.rs.Rules[l], &b.rs.Rules[h]) })
		}
		if !slices.ContainsFunc(high.needs, missed) {
			b.fail(problemUnreachable(low.spec.At, low.spec.Rung, high.spec.Rung))
		}
	}
}

// checkCondition finds members of a combination that add nothing, and a
// comparison that everybody or nobody meets.
func (b *builder) checkCondition(s *ConditionSpec) {
	b.checkVacuous(s)
	for _, list := range []struct {
		of  []ConditionSpec
		all bool
	}{{s.All, true}, {s.Any, false}, {s.FirstKnown, false}} {
		for i := range list.of {
			b.checkCondition(&list.of[i])
			for j := range list.of {
				x, y := &list.of[i], &list.of[j]
				if i == j || s.FirstKnown != nil || !b.implies(x, y, false) || j < i && b.implies(y, x, false) {
					continue
				}
				if list.all { // who meets x meets y: y asks for nothing more
					b.fail(problemImpliedPart(y.At, x.At))
				} else { // and in a choice, x lets nobody else in
					b.fail(problemImpliedPart(x.At, y.At))
				}
			}
		}
	}
	if s.Not != nil {
		b.checkCondition(s.Not)
	}
}

// checkVacuous compares a threshold with the values its fact can take.
func (b *builder) checkVacuous(s *ConditionSpec) {
	id := s.Fact
	if g := b.groups[s.Every+s.Some]; len(g.Facts) > 0 {
		id = g.Facts[0]
	}
	i, ok := b.schema.Index(id)
	r, known := b.range_(s)
	if !ok || !known {
		return
	}
	def := &b.schema.Facts[i]
	every := valueRange{choice: def.Type == ChoiceFact, low: def.Min, high: def.Max}
	for k, c := range def.Choices {
		if !c.NotApplicable {
			every.codes = append(every.codes, k)
		}
	}
	switch {
	case def.Type == DateFact:
	case len(r.codes) == 0 && r.choice, !r.choice && r.disjoint(&every):
		b.fail(problemVacuous(s.At, string(id), "không ai đạt được"))
	case every.within(&r, false):
		b.fail(problemVacuous(s.At, string(id), "ai cũng đạt"))
	}
}
