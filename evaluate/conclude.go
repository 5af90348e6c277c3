package evaluate

// applySanctions changes the possible grades in the set's order. They apply to suggestions too.
func (rs *RuleSet) applySanctions(c *context, w *Walk, out *outcomes) {
	for _, s := range rs.sanction {
		v := w.Verdicts[s.rule]
		if v == Fails || v == NotApplicable {
			continue
		}
		change, limit := s.apply, rs.limit(c, s)
		out.settle(s, v, limit)
		if limit != 0 {
			change = func(set RankSet) RankSet { return limitTo(set, limit) }
			if v == Holds {
				w.bind(s.rule, limit)
			}
		}
		for _, set := range []*RankSet{&out.ranks, &out.open, &out.suggest} {
			if changed := change(*set); v == Unknown {
				*set |= changed
			} else {
				*set = changed
			}
		}
	}
}

// settle notes a sanction that leaves no choice, whatever else is open: one that forces
// a grade, and a bound at the lowest. limits are those it may impose.
func (o *outcomes) settle(s sanction, v Verdict, limits RankSet) {
	switch {
	case s.forced == NoRank && !limits.Has(0):
	case v == Holds && (s.forced != NoRank || limits == 1):
		o.settled, o.settledBy = true, s.rule
	default:
		o.maySettle = true
	}
}

// limit is the set of upper limits a bound may impose; none for a sanction that
// is no bound.
func (rs *RuleSet) limit(c *context, s sanction) RankSet {
	switch {
	case s.fact >= 0:
		return rs.factLimit(c, s.fact)
	case s.of != "":
		return rs.relatedLimit(c, s.of)
	case s.notAbove != NoRank && s.lowerBy == 0:
		return RankSet(0).With(s.notAbove)
	}
	return 0
}

// bind notes a bound that holds, by the highest and the lowest limit it may still
// turn out to be.
func (w *Walk) bind(rule int, limits RankSet) {
	w.Bounds = append(w.Bounds, Bounded{rule, limits.best(), limits.least()})
}

func (s sanction) apply(set RankSet) RankSet {
	var out RankSet
	for r := range set.All() {
		switch {
		case s.lowerBy > 0:
			r = max(0, r-Rank(s.lowerBy))
		case s.forced != NoRank:
			r = s.forced
		}
		out = out.With(r)
	}
	return out
}

// factLimit is the set of upper limits a choice fact of statutory grades may
// impose: one when it is known, all when it is blank, none when the thing does
// not exist for the subject.
func (rs *RuleSet) factLimit(c *context, fact int) RankSet {
	v := c.frame.Known(c.row, fact)
	if v.IsBlank() && c.assumed != nil && c.assumed.fact == fact {
		v = c.assumed.value
	}
	if v.IsBlank() {
		codes, open := c.given(fact)
		open = open || c.assumed != nil && c.assumed.fact == fact
		if open {
			return upTo(rs.Spec.Scale.Top())
		}
		var limits RankSet
		for _, code := range codes {
			limits |= rs.choiceLimit(fact, code)
		}
		return limits
	}
	return rs.choiceLimit(fact, v.Choice())
}

// choiceLimit is the limit that one value of a choice fact imposes.
func (rs *RuleSet) choiceLimit(fact, code int) RankSet {
	choice := rs.schema.Facts[fact].Choices[code]
	if r := rs.Spec.Scale.RankOf(Statutory(choice.Code)); r != NoRank && !choice.NotApplicable {
		return RankSet(0).With(r)
	}
	return RankSet(0).With(rs.Spec.Scale.Top())
}

// relatedLimit is the set of limits that related subjects may impose: the least
// of their grades, whatever is still possible for each. Those not rated impose
// none; a grade without a statutory equivalent could mean anything.
func (rs *RuleSet) relatedLimit(c *context, of Relation) RankSet {
	top := rs.Spec.Scale.Top()
	out := RankSet(0).With(top)
	if c.upstream == nil {
		return upTo(top)
	}
	related := c.upstream(of)
	if related == nil {
		return upTo(top)
	}
	for i := range related {
		if r := &related[i]; !r.NotRated {
			limits := rs.ranksOf(r)
			if r.MayBeNone || r.Perhaps {
				limits = limits.With(top)
			}
			out = limitTo(out, limits)
		}
	}
	return out
}

// ranksOf puts the grades a related subject may have on the set's own scale.
func (rs *RuleSet) ranksOf(r *RelatedSubject) RankSet {
	out := RankSet(0)
	for rank := range r.Possible.All() {
		own := rs.Spec.Scale.RankOf(r.Scale.Rung(rank).Statutory)
		if own == NoRank {
			return upTo(rs.Spec.Scale.Top())
		}
		out = out.With(own)
	}
	return out
}

func limitTo(set, limits RankSet) RankSet {
	var out RankSet
	for r := range set.All() {
		for l := range limits.All() {
			out = out.With(min(r, l))
		}
	}
	return out
}

// conclude reads the outcome off the set of possibilities. Where a sanction leaves one
// grade there is nothing to review; where it may, the review is open itself.
func (rs *RuleSet) conclude(w *Walk, out *outcomes) {
	grade, single := out.ranks.Single()
	only, one := (out.ranks | out.open).Single()
	switch {
	case single && !out.review && !out.notRated:
		w.Outcome, w.Rank, w.Because = Graded, grade, out.because
		return
	case one && out.settled && !out.notRated:
		w.Outcome, w.Rank, w.Because = Graded, only, out.settledBy
		return
	case out.ranks == 0 && out.review && !out.notRated && !out.settled && !out.maySettle:
		w.Outcome, w.Possible, w.Cause, w.Because = Review, out.open, out.cause, out.because
		if s, ok := out.suggest.Single(); ok && !out.bare {
			w.Suggested = s
		}
		return
	}
	w.Outcome, w.Possible, w.MayBeNone, w.Because = Undecided, out.ranks|out.open, out.notRated, out.because
	w.MayReview = out.review
}
