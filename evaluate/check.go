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
	s.RestsOn = slices.Clone(s.RestsOn)
	for i := range s.RestsOn {
		fix(&s.RestsOn[i].Cite)
	}
	s.Notices = fixRules(s.Notices)
	s.Votes = slices.Clone(s.Votes)
	for i := range s.Votes {
		fix(&s.Votes[i].Cite)
	}
	if s.ExplainDifference != nil {
		d := *s.ExplainDifference
		fix(&d.Cite)
		s.ExplainDifference = &d
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
		if r.Band.empty() {
			b.fail(problemBands(r.Band.At, "khung của mức \""+r.Rung+"\" không chứa số điểm nào"))
		}
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

// empty tells whether no total falls into the band.
func (b *BandSpec) empty() bool {
	if b.From == nil || b.To == nil {
		return false
	}
	c := b.From.Cmp(*b.To)
	return c > 0 || c == 0 && (b.FromExcluded || !b.ToIncluded)
}
