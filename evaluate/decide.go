package evaluate

// Decide walks the rules of the set over one row: the only pass there is. It
// carries the set of possible outcomes: whatever is unknown adds both branches,
// so a blank delays a grade exactly when it could change it.
func (rs *RuleSet) Decide(f *Frame, row int, in *Inputs, up Upstream) Walk {
	c := &context{frame: f, row: row, period: in.Period, reference: in.Reference, upstream: up}
	return rs.decide(c, nil)
}

// DecideScored is Decide with the points handed over, for worked cases that
// state a total instead of its lines.
func (rs *RuleSet) DecideScored(f *Frame, row int, in *Inputs, up Upstream, total Num) Walk {
	c := &context{frame: f, row: row, period: in.Period, reference: in.Reference, upstream: up}
	return rs.decide(c, &total)
}

// outcomes is the set of results that remain possible on the way.
type outcomes struct {
	ranks    RankSet // grades given outright
	review   bool    // review is possible
	open     RankSet // grades a review could end in
	suggest  RankSet // suggestions a review could carry
	bare     bool    // a review without a suggestion is possible
	cause    Cause
	because  int
	notRated bool
}

func (rs *RuleSet) decide(c *context, total *Num) Walk {
	w := Walk{Rank: NoRank, Suggested: NoRank, Because: -1, Profile: -1, Verdicts: make([]Verdict, len(rs.Rules))}
	rs.decideProfile(c, &w)
	rs.score(c, &w, total)
	for i := range rs.Rules {
		if rs.Rules[i].Role != RoleProfile {
			w.Verdicts[i] = rs.verdict(c, i)
		}
	}
	out := outcomes{because: -1}
	for _, i := range rs.notRated {
		switch w.Verdicts[i] {
		case Holds:
			w.Outcome, w.Because = NotRated, i
			return w
		case Unknown:
			out.notRated = true
		}
	}
	if rs.decideBars(&w, &out) {
		rs.decideLadder(&w, &out)
	}
	rs.applySanctions(c, &w, &out)
	rs.conclude(&w, &out)
	return w
}

// decideProfile finds the row of the profile table; more than one possible row
// leaves the profile open.
func (rs *RuleSet) decideProfile(c *context, w *Walk) {
	w.Profile = -1
	verdicts := make([]Verdict, len(rs.profiles))
	possible, last := 0, -1
	for p := range verdicts {
		verdicts[p] = Fails
	}
	found := false
	for p := range rs.profiles {
		v := Holds
		if r := rs.profiles[p].rule; found {
			if r >= 0 {
				w.Verdicts[r] = NotApplicable // the table was read no further
			}
			continue
		} else if r >= 0 {
			c.record.begin(r)
			v = rs.Rules[r].when.eval(c)
			w.Verdicts[r] = v
		}
		if v == Fails || v == NotApplicable {
			continue
		}
		possible, last = possible+1, p
		verdicts[p] = Unknown
		found = v == Holds
	}
	if possible == 1 && (rs.profiles[last].rule < 0 || w.Verdicts[rs.profiles[last].rule] == Holds) {
		verdicts[last] = Holds
		w.Profile = last
	}
	c.profiles = verdicts
}

func (rs *RuleSet) score(c *context, w *Walk, total *Num) {
	w.Score.Sheet = rs.profileSheet(w.Profile)
	if w.Score.Sheet >= 0 {
		s := rs.Sheets[w.Score.Sheet].Score(c.frame, c.row)
		s.Sheet = w.Score.Sheet
		w.Score = s
	}
	if total != nil {
		w.Score.Sheet = max(w.Score.Sheet, 0)
		w.Score.Given, w.Score.Low, w.Score.High = true, *total, *total
	}
}

// verdict is the truth of one rule for the subject, with its scope: a
// requirement whose scope is open is met when it would be met inside it; a bar
// whose scope is open does not yet hold.
func (rs *RuleSet) verdict(c *context, i int) Verdict {
	r := &rs.Rules[i]
	if r.Off || r.when == nil {
		return NotApplicable
	}
	c.record.begin(i)
	scope := Holds
	if r.applies != nil {
		scope = r.applies.eval(c)
	}
	if scope == Fails || scope == NotApplicable {
		return NotApplicable
	}
	v := r.when.eval(c)
	if scope == Unknown && v.Met() != (r.Role == RoleNeed) && v != NotApplicable {
		return Unknown
	}
	return v
}

// decideBars adds what the bars lead to and tells whether the ladder can still
// be reached. Any bar that holds without relief decides, whatever the others.
func (rs *RuleSet) decideBars(w *Walk, out *outcomes) (ladder bool) {
	ladder = true
	for _, b := range rs.bars {
		fires := w.Verdicts[b.rule]
		if fires == Fails || fires == NotApplicable {
			continue
		}
		for _, e := range b.exceptions {
			switch w.Verdicts[e] {
			case Holds:
				fires = Fails
			case Unknown:
				if fires == Holds {
					fires = Unknown
				}
			}
		}
		if fires == Fails {
			continue
		}
		relief := Fails
		if b.relief >= 0 {
			relief = w.Verdicts[b.relief]
		}
		if fires == Holds && relief != Holds && relief != Unknown {
			*out = outcomes{ranks: 1, because: b.rule, notRated: out.notRated}
			return false
		}
		rs.addBar(out, b, fires, relief)
		if fires == Holds {
			ladder = false
		}
	}
	if !ladder {
		// Relief may restore what the ladder alone would give.
		alone := outcomes{because: -1}
		rs.decideLadder(w, &alone)
		out.open |= alone.ranks | alone.open
	}
	return ladder
}

func (rs *RuleSet) addBar(out *outcomes, b bar, fires, relief Verdict) {
	if relief != Holds {
		out.ranks = out.ranks.With(0)
	}
	if relief == Holds || relief == Unknown {
		out.review, out.bare = true, true
		out.open = out.open.With(0)
		if out.cause == NoCause {
			out.cause = CauseRelief
		}
	}
	if out.because < 0 || fires == Holds {
		out.because = b.rule
	}
}

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
			out = append(out, Scored{Given: s.Given, Low: x, High: x, Sheet: max(0, s.Sheet), Groups: s.Groups})
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
// set and the walk goes on; one that is given for sure ends it.
func (rs *RuleSet) descend(w *Walk, out *outcomes) {
	for i := range rs.ladder {
		r := &rs.ladder[i]
		v := rs.needs(w, r)
		if r.spec.Band != nil {
			v = and(v, w.Score.within(r.spec.Band))
		}
		if v == Fails {
			continue
		}
		out.ranks = out.ranks.With(r.rank)
		if v != Unknown {
			return
		}
	}
	rs.fallThrough(w, out)
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
func (rs *RuleSet) suggestions(w *Walk) (set RankSet, none bool) {
	for i := range rs.ladder {
		r := &rs.ladder[i]
		if r.rank == 0 {
			break
		}
		v := and(rs.needs(w, r), w.Score.floor(r.spec.Band))
		if v == Fails {
			continue
		}
		set = set.With(r.rank)
		if v != Unknown {
			return set, false
		}
	}
	return set, true
}

// fallThrough is what the set prescribes when no rung matches as written.
func (rs *RuleSet) fallThrough(w *Walk, out *outcomes) {
	switch rs.Spec.FallThrough {
	case FallLowest:
		out.ranks = out.ranks.With(0)
		return
	case FallStepDown:
		set, none := rs.suggestions(w)
		out.ranks |= set
		if !none {
			return
		}
	case FallReview:
		set, none := rs.suggestions(w)
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

// reached is every rung at or below the one the points reach.
func (rs *RuleSet) reached(w *Walk) RankSet {
	for i := range rs.ladder {
		if v := w.Score.floor(rs.ladder[i].spec.Band); v != Fails {
			return upTo(rs.ladder[i].rank)
		}
	}
	return upTo(0)
}

// blocking is the first condition not met in the highest rung whose points are
// reached: what a review is about.
func (rs *RuleSet) blocking(w *Walk) int {
	for i := range rs.ladder {
		r := &rs.ladder[i]
		if w.Score.floor(r.spec.Band) == Fails {
			continue
		}
		for _, n := range r.needs {
			if !rs.Rules[n].Off && w.Verdicts[n] == Fails {
				return n
			}
		}
	}
	return -1
}
