package evaluate

import "slices"

// decideLadder goes down the rungs once for every band that the points may
// still fall into: bands cut the axis, so one point of each stands for all.
func (rs *RuleSet) decideLadder(w *Walk, out *outcomes) {
	whole := w.Score
	for _, s := range rs.segments(whole) {
		w.Score = s
		rs.descend(w, out)
	}
	w.Score = whole
}

// segments lists the points to try: the total when it is known or no band asks
// for it, else one point out of each band within the open range.
func (rs *RuleSet) segments(s Scored) []Scored {
	if _, known := s.Known(); known || len(rs.ladder) == 0 || rs.ladder[0].spec.Band == nil {
		return []Scored{s}
	}
	var out []Scored
	for i := range rs.ladder {
		if x, ok := rs.ladder[i].spec.Band.pointWithin(s); ok {
			out = append(out, Scored{Given: s.Given, Low: x, High: x, Sheet: max(0, s.Sheet)})
		}
	}
	return out
}

// pointWithin finds a total inside the band that the open range allows.
func (b *BandSpec) pointWithin(s Scored) (Num, bool) {
	low, high := s.Low, s.High
	if s.Sheet < 0 { // the sheet itself is open: any total
		low, high = Int(-1<<31), Int(1<<31)
	}
	if b.From != nil && low.Cmp(*b.From) < 0 {
		low = *b.From
	}
	if b.To != nil && high.Cmp(*b.To) > 0 {
		high = *b.To
	}
	middle, _ := low.Add(high).Div(Int(2))
	for _, x := range []Num{low, middle, high} {
		if low.Cmp(high) <= 0 && b.holds(x) {
			return x, true
		}
	}
	return Num{}, false
}

// descend goes down the rungs, best first. A rung that may be given joins the
// set and the walk goes on, knowing that it was not; one that is given for sure
// ends it. A lowest rung
// without points and conditions of its own says nothing about who gets it: that is
// left to the bars and to the fall-through.
func (rs *RuleSet) descend(w *Walk, out *outcomes) {
	var room [2 * mostRungs]*rung // suggestions go down once more
	past := passed(room[:0])
	for i := range rs.ladder {
		r := &rs.ladder[i]
		if r.rank == 0 && r.spec.Band == nil && len(r.needs) == 0 {
			continue
		}
		v := rs.needs(w, r)
		if r.spec.Band != nil {
			v = and(v, w.Score.within(r.spec.Band))
		}
		if v == Fails || v == Unknown && past.refuted(w, r) {
			continue
		}
		out.ranks = out.ranks.With(r.rank)
		if v != Unknown {
			return
		}
		past = append(past, r)
	}
	rs.fallThrough(w, out, past)
}

func (rs *RuleSet) needs(w *Walk, r *rung) Verdict {
	v := NotApplicable
	for _, i := range r.needs {
		if rs.Rules[i].Off {
			continue
		}
		v = and(v, w.Verdicts[i])
	}
	return v
}

// within tests the points against a band; a range of points that lies only
// partly inside leaves it unknown.
func (s Scored) within(b *BandSpec) Verdict {
	if s.Sheet < 0 {
		return Unknown
	}
	low, high := b.holds(s.Low), b.holds(s.High)
	if s.Low.Cmp(s.High) == 0 || low && high {
		return verdictOf(low)
	}
	if !low && !high && (b.below(s.High) || b.above(s.Low)) {
		return Fails
	}
	return Unknown
}

// below and above tell whether points lie under or over the whole band.
func (b *BandSpec) below(x Num) bool {
	if b.From == nil {
		return false
	}
	c := x.Cmp(*b.From)
	return c < 0 || c == 0 && b.FromExcluded
}

func (b *BandSpec) above(x Num) bool {
	if b.To == nil {
		return false
	}
	c := x.Cmp(*b.To)
	return c > 0 || c == 0 && !b.ToIncluded
}

func (b *BandSpec) holds(x Num) bool { return !b.below(x) && !b.above(x) }

// floor tests the points against the lower end of a band only.
func (s Scored) floor(b *BandSpec) Verdict {
	if b == nil {
		return NotApplicable
	}
	open := *b
	open.To = nil
	return s.within(&open)
}

// suggestions are the rungs whose conditions hold when the top of the band is
// ignored; the lowest rung is never a suggestion, only a bar or band gives it.
func (rs *RuleSet) suggestions(w *Walk, past passed) (set RankSet, none bool) {
	for i := range rs.ladder {
		r := &rs.ladder[i]
		if r.rank == 0 {
			break
		}
		v := and(rs.needs(w, r), w.Score.floor(r.spec.Band))
		if v == Fails || v == Unknown && past.refuted(w, r) {
			continue
		}
		set = set.With(r.rank)
		if v != Unknown {
			return set, false
		}
		past = append(past, r)
	}
	return set, true
}

// fallThrough is what the set prescribes when no rung matches as written.
func (rs *RuleSet) fallThrough(w *Walk, out *outcomes, past passed) {
	switch rs.Spec.FallThrough {
	case FallLowest:
		out.ranks = out.ranks.With(0)
		return
	case FallStepDown:
		set, none := rs.suggestions(w, past)
		out.ranks |= set
		if !none {
			return
		}
	case FallReview:
		set, none := rs.suggestions(w, past)
		out.suggest |= set
		out.bare = out.bare || none
		for r := range set.All() {
			out.open |= upTo(r)
		}
		if none {
			out.open |= rs.reached(w)
		}
		out.setReview(CauseFallThrough, rs.blocking(w))
		return
	default:
		out.ranks = out.ranks.With(rs.fallRank)
		return
	}
	out.bare = true
	out.open |= rs.reached(w)
	out.setReview(CauseFallThrough, rs.blocking(w))
}

func (o *outcomes) setReview(c Cause, because int) {
	o.review = true
	if o.cause == NoCause {
		o.cause = c
	}
	if o.because < 0 {
		o.because = because
	}
}

// reached is what is left to a review in which the conditions of no rung hold: the least
// rung that is attained and the lowest, between which the texts say nothing, and a better
// one only where it lacks nothing but what the least lacks, too.
func (rs *RuleSet) reached(w *Walk) RankSet {
	out, least := upTo(0), (*rung)(nil)
	for i := len(rs.ladder) - 1; i >= 0; i-- {
		switch r := &rs.ladder[i]; {
		case r.rank == 0 || rs.attained(w, r) == Fails:
		case least == nil:
			out, least = upTo(r.rank), r
		case rs.lacksAlike(w, r, least):
			out = out.With(r.rank)
		}
	}
	return out
}

// lacksAlike tells whether a rung may lack only conditions that whoever was excused from
// those that the least rung lacks would meet.
func (rs *RuleSet) lacksAlike(w *Walk, r, least *rung) bool {
	lacks := func(n int) bool { return !rs.Rules[n].Off && (w.Verdicts[n] == Fails || w.Verdicts[n] == Unknown) }
	excused := func(n int) bool {
		return slices.ContainsFunc(r.impliedBy[n], func(g int) bool { return slices.Contains(least.needs, g) && lacks(g) })
	}
	alike := false
	for _, n := range r.needs {
		switch {
		case !lacks(n):
		case excused(n):
			// what has to hold of the rung besides may leave this one no way to fail
			alike = alike || !slices.ContainsFunc(r.impliedBy[n], func(u int) bool { return slices.Contains(r.needs, u) && lacks(u) && !excused(u) })
		case w.Verdicts[n] == Fails:
			return false
		}
	}
	return alike
}

// attained tests what is measured of a rung, whatever else it asks: the points against
// the lower end of its band, or where the set has no bands the levels of the criteria.
func (rs *RuleSet) attained(w *Walk, r *rung) Verdict {
	v := w.Score.floor(r.spec.Band)
	if r.spec.Band != nil {
		return v
	}
	for _, i := range r.needs {
		if g, measured := rs.Rules[i].when.(*groupNode); measured && g.every && !rs.Rules[i].Off {
			v = and(v, w.Verdicts[i])
		}
	}
	return v
}

// blocking is the first condition not met in the highest rung that is attained, or
// where none is in the highest of all: what a review is about.
func (rs *RuleSet) blocking(w *Walk) int {
	first := -1
	for i := range rs.ladder {
		r := &rs.ladder[i]
		if w.Score.floor(r.spec.Band) == Fails {
			continue
		}
		for _, n := range r.needs {
			if rs.Rules[n].Off || w.Verdicts[n] != Fails {
				continue
			}
			if first < 0 {
				first = n
			}
			if rs.attained(w, r) != Fails {
				return n
			}
			break
		}
	}
	return first
}
