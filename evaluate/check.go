package evaluate

import (
	"slices"
)

// fillCitations gives every citation the printed number of its source, so that
// a citation can be shown without its rule set.
func fillCitations(s *RuleSetSpec) {
	numbers := map[string]string{}
	for _, src := range s.Sources {
		numbers[src.ID] = src.Number
	}
	fix := func(c *Citation) { c.Number = numbers[c.Source] }
	fixRules := func(rs []RuleSpec) []RuleSpec {
		rs = slices.Clone(rs)
		for i := range rs {
			fix(&rs[i].Cite)
		}
		return rs
	}
	s.Profiles, s.NotRated, s.Bars = slices.Clone(s.Profiles), slices.Clone(s.NotRated), slices.Clone(s.Bars)
	s.Ladder, s.Sanctions, s.Caps = slices.Clone(s.Ladder), slices.Clone(s.Sanctions), slices.Clone(s.Caps)
	fix(&s.FallCite)
	for i := range s.Profiles {
		fix(&s.Profiles[i].Cite)
	}
	for i := range s.NotRated {
		fix(&s.NotRated[i].Cite)
	}
	for i := range s.Bars {
		b := &s.Bars[i]
		fix(&b.Cite)
		b.Exceptions = fixRules(b.Exceptions)
		if b.Relief != nil {
			b.Relief = &fixRules([]RuleSpec{*b.Relief})[0]
		}
	}
	for i := range s.Ladder {
		r := &s.Ladder[i]
		fix(&r.Cite)
		r.Needs = fixRules(r.Needs)
		r.Judgements = slices.Clone(r.Judgements)
		for j := range r.Judgements {
			fix(&r.Judgements[j].Cite)
		}
		if r.Band != nil {
			band := *r.Band
			fix(&band.Cite)
			r.Band = &band
		}
	}
	for i := range s.Sanctions {
		fix(&s.Sanctions[i].Cite)
	}
	for i := range s.Caps {
		fix(&s.Caps[i].Cite)
		if u := s.Caps[i].Uplift; u != nil {
			up := *u
			fix(&up.Cite)
			s.Caps[i].Uplift = &up
		}
	}
}

// checkBands demands that bands meet without gap or overlap, from the best
// down, and are open at both ends, so that every total falls into exactly one.
// Real printed sheets have holes at exactly 90, 70 and 50.
func (b *builder) checkBands() {
	ladder := b.rs.Spec.Ladder
	banded := slices.ContainsFunc(ladder, func(r RungSpec) bool { return r.Band != nil })
	if !banded {
		return
	}
	for i, r := range ladder {
		if r.Band == nil {
			b.fail(problemBands(r.At, "mức "+r.Rung+" không có khung điểm trong khi mức khác có"))
			return
		}
		b.checkCite(r.Band.At, r.Rung, r.Band.Cite, r.Band.Standing)
		if i == 0 {
			if r.Band.To != nil {
				b.fail(problemBands(r.Band.At, "khung cao nhất không được chặn trên"))
			}
			continue
		}
		above := ladder[i-1].Band
		switch {
		case above.From == nil || r.Band.To == nil:
			b.fail(problemBands(r.Band.At, "hai khung liền nhau thiếu đầu mút chung"))
		case above.From.Cmp(*r.Band.To) != 0:
			b.fail(problemBands(r.Band.At, "khung trên bắt đầu từ "+VietnameseNumber(*above.From)+", khung dưới kết thúc ở "+VietnameseNumber(*r.Band.To)))
		case above.FromExcluded != r.Band.ToIncluded:
			b.fail(problemBands(r.Band.At, "đúng "+VietnameseNumber(*above.From)+" điểm không thuộc khung nào hoặc thuộc cả hai khung"))
		}
	}
	if last := ladder[len(ladder)-1].Band; last.From != nil && last.From.Sign() > 0 {
		b.fail(problemBands(last.At, "khung thấp nhất không được chặn dưới"))
	}
}

// checkReachable finds a rung all of whose conditions a higher rung has too:
// whoever meets the lower one was given the higher one already.
func (b *builder) checkReachable() {
	for i, low := range b.rs.ladder {
		if low.spec.Band != nil || len(low.needs) == 0 {
			continue
		}
		for _, high := range b.rs.ladder[:i] {
			covered := len(high.needs) > 0 && len(high.needs) <= len(low.needs)
			for _, h := range high.needs {
				covered = covered && slices.ContainsFunc(low.needs, func(l int) bool { return sameRule(&b.rs.Rules[h], &b.rs.Rules[l]) })
			}
			if covered {
				b.fail(problemUnreachable(low.spec.At, low.spec.Rung, high.spec.Rung))
			}
		}
	}
}

// sameRule compares what two rules ask, not what they are called.
func sameRule(a, b *Rule) bool {
	return conditionText(&a.When) == conditionText(&b.When) && appliesText(a) == appliesText(b)
}

func appliesText(r *Rule) string {
	if r.AppliesWhen == nil {
		return ""
	}
	return conditionText(r.AppliesWhen)
}
