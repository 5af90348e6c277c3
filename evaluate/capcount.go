package evaluate

// counts tells whether somebody on the rung is one of those the ceiling is about.
func (c *capRule) counts(r *Result) Verdict {
	if c.only < 0 {
		return Holds
	}
	return r.Walk.Verdicts[c.only]
}

// capCounts counts one group: settled people by the rung of the cap, the rung
// below and others; open people by what they may become.
type capCounts struct {
	have, below, rated  int
	open                int
	mayHave, mayBelow   int // open people who may reach the rung / the rung below
	onlyHave, onlyBelow int // open people who can end nowhere else
	onlyEither          int // open people certain to be in one of the two
	mayEither           int
	onlyRated           int
	// Of the open people: who certainly is rated and cannot reach the rung; who reaches
	// it or is not rated; of a distinction who certainly, and who perhaps, is on the rung
	// without it.
	elseRated, haveOrNone int
	onlyPlain, mayPlain   int
}

func (n *capCounts) add(r *Result, c *capRule) {
	if r.Outcome == NotRated {
		return
	}
	if c.only >= 0 {
		n.addChosen(r, c)
		return
	}
	if r.Outcome == Graded {
		n.rated++
		switch r.Rank {
		case c.rank:
			n.have++
		case c.below:
			n.below++
		}
		return
	}
	n.open++
	have, below := r.Possible.Has(c.rank), r.Possible.Has(c.below)
	only := func(s RankSet) bool { return !r.MayBeNone && r.Possible != 0 && r.Possible&^s == 0 }
	h, b := RankSet(0).With(c.rank), RankSet(0)
	if c.below != NoRank {
		b = b.With(c.below)
	}
	count := func(ok bool, at *int) {
		if ok {
			*at++
		}
	}
	count(have, &n.mayHave)
	count(below, &n.mayBelow)
	count(have || below, &n.mayEither)
	count(only(h), &n.onlyHave)
	count(only(b), &n.onlyBelow)
	count(only(h|b), &n.onlyEither)
	count(!r.MayBeNone, &n.onlyRated)
	count(!r.MayBeNone && !have, &n.elseRated)
	count(r.MayBeNone && r.Possible == h, &n.haveOrNone)
}

// addPerhaps counts somebody who may be in the group or not.
func (n *capCounts) addPerhaps(r Result, c *capRule) {
	if r.Outcome == NotRated {
		return
	}
	r.Possible, r.MayBeNone, r.Outcome = grades(&r), true, Undecided
	n.add(&r, c)
}

// addChosen counts for a ceiling on a distinction within one rung: everybody on
// the rung is base ("below"), those chosen are the part.
func (n *capCounts) addChosen(r *Result, c *capRule) {
	on := RankSet(0).With(c.rank)
	set, sure := r.Possible, r.Possible == on && !r.MayBeNone
	if r.Outcome == Graded {
		n.rated++
		set, sure = RankSet(0).With(r.Rank), r.Rank == c.rank
	} else {
		n.open++
	}
	if !set.Has(c.rank) {
		return
	}
	chosen := c.counts(r)
	n.mayBelow++
	if sure {
		n.onlyBelow++
	}
	if chosen == Holds || chosen == Unknown {
		n.mayHave++
	}
	if sure && chosen == Holds {
		n.onlyHave++
	}
	if sure && chosen != Holds && chosen != Unknown {
		n.onlyPlain++
	}
	if chosen != Holds {
		n.mayPlain++
	}
}

// fill computes the figures of a finding in every reading; with open people
// every figure is a range between the worlds that make it smallest and greatest.
func (f *CapFinding) fill(c *capRule, n capCounts) {
	f.Rated, f.Open = n.rated, n.open
	f.Have = Range{n.have + n.onlyHave, n.have + n.mayHave}
	below := Range{n.below + n.onlyBelow, n.below + n.mayBelow}
	either := Range{n.have + n.below + n.onlyEither, n.have + n.below + n.mayEither}
	all := Range{n.rated + n.onlyRated, n.rated + n.open}
	least, most := f.Have.Min, f.Have.Max
	if c.spec.Base == AtRung {
		f.Readings = []CapReading{f.reading(AtRung, below, least+n.mayPlain, most+n.onlyPlain)}
	} else {
		if c.below != NoRank {
			f.Readings = append(f.Readings, f.readGoodOnly(below, either), f.reading(GoodOrBetter, either, least+below.Max, most+below.Min))
		}
		f.Readings = append(f.Readings, f.reading(AllRated, all, n.rated+n.open-n.haveOrNone, n.rated+n.mayHave+n.elseRated))
	}
	for i := range f.Readings {
		if r := &f.Readings[i]; r.Of == c.spec.Base {
			r.InForce = true
			f.CapReading = *r
		}
	}
}

// reading is a ceiling on a base that stays the same when somebody drops a rung. What is
// over is least where as few as may have the grade and all others that can are in the base,
// fewest; and most where all who may have it do and as few others as may are, most: who
// has the grade is in the base, too, and so never makes less over by having it.
func (f *CapFinding) reading(of CapBase, base Range, fewest, most int) CapReading {
	r := CapReading{Of: of, Base: base, AsListed: Range{f.limit(base.Min), f.limit(base.Max)}}
	r.Allowed = r.AsListed
	r.Over = Range{max(0, f.Have.Min-f.limit(fewest)), max(0, f.Have.Max-f.limit(most))}
	r.OneMore = oneMore(base, f.limit)
	return r
}

// readGoodOnly is a ceiling on those one rung below, whom everybody lowered
// joins.
func (f *CapFinding) readGoodOnly(below, either Range) CapReading {
	return CapReading{Of: GoodOnly, Base: below, AsListed: Range{f.limit(below.Min), f.limit(below.Max)},
		Allowed: Range{f.greatest(either.Min), f.greatest(either.Max)},
		Over:    Range{f.over(f.Have.Min, below.Max), f.over(f.Have.Max, below.Min)},
		OneMore: oneMore(either, f.greatest)}
}

// limit is the whole number of people that rate × base allows.
func (f *CapFinding) limit(base int) int {
	x := f.Rate.Mul(Int(int64(base)))
	if f.Cap.Rounding == "half_up" {
		return int(x.Round(Int(1)).Floor())
	}
	return int(x.Floor())
}

// greatest is the most X with X ≤ rate × (n − X): what may stand when those
// above it drop one rung and so enlarge the base.
func (f *CapFinding) greatest(n int) int {
	return firstOf(n, func(x int) bool { return x+1 > f.limit(n-x-1) })
}

// over is the fewest to lower until have ≤ rate × below.
func (f *CapFinding) over(have, below int) int {
	return firstOf(have, func(k int) bool { return have-k <= f.limit(below+k) })
}

// oneMore is the fewest further subjects with which a group of any size in the
// range is allowed one more; zero where no group is ever large enough.
func oneMore(size Range, allowed func(int) int) Range {
	at := allowed(size.Max)
	step := 1
	for allowed(size.Max+step) <= at {
		if step *= 2; step > mostPeople {
			return Range{}
		}
	}
	next := size.Max + 1 + firstOf(step-1, func(k int) bool { return allowed(size.Max+1+k) > at })
	out := Range{next - size.Max, next - size.Max}
	for n := size.Max - 1; n >= size.Min; n-- {
		if allowed(n) < allowed(n+1) {
			next = n + 1
		}
		out = Range{min(out.Min, next-n), max(out.Max, next-n)}
	}
	return out
}

// mostPeople is more than any group has; a rate that allows nobody even then
// never does.
const mostPeople = 1 << 32

// firstOf is the least i below n that passes, n when none does; once one passes
// all greater ones do.
func firstOf(n int, passes func(int) bool) int {
	low := 0
	for low < n {
		if middle := low + (n-low)/2; passes(middle) {
			n = middle
		} else {
			low = middle + 1
		}
	}
	return low
}
