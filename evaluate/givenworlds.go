package evaluate

// settleGiven looks once more at a subject that is open while the grade of another
// one may stand for a blank fact: each value it may have, and none where there may
// be none, is a world of its own. Tests by themselves cannot see that one value
// meets them all; what is common to all worlds stands. The verdicts shown stay those
// of the open fact.
func (rs *RuleSet) settleGiven(c *context, w *Walk, total *Num) {
	saved := *c
	defer func() { *c = saved }()
	c.record = nil
	for _, fact := range rs.given {
		if !c.frame.Known(c.row, fact).IsBlank() {
			continue
		}
		codes, open := c.given(fact)
		var worlds []Value
		for _, code := range codes {
			worlds = append(worlds, ChoiceValue(code))
		}
		if open {
			worlds = append(worlds, Value{})
		}
		if len(worlds) < 2 {
			continue // the walk saw what there is to see
		}
		var walks []Walk
		for _, v := range worlds {
			c.assumed = &assumption{fact, v}
			walks = append(walks, rs.walk(c, total))
		}
		c.assumed = nil
		w.join(walks)
		if w.Outcome != Undecided {
			return
		}
	}
}

// assumption is the value a blank fact has in the world looked at.
type assumption struct {
	fact  int
	value Value
}

// join takes over what several worlds have in common.
func (w *Walk) join(worlds []Walk) {
	first := &worlds[0]
	same, possible, none := first.Outcome != Undecided, RankSet(0), false
	for i := range worlds {
		x := &worlds[i]
		same = same && x.Outcome == first.Outcome && x.Rank == first.Rank && x.Possible == first.Possible && x.Suggested == first.Suggested &&
			x.Cause == first.Cause && x.Because == first.Because
		possible |= x.Possible
		if x.Outcome == Graded {
			possible = possible.With(x.Rank)
		}
		none = none || x.MayBeNone || x.Outcome == NotRated
	}
	if !same {
		w.Possible &= possible
		w.MayBeNone = w.MayBeNone && none
		return
	}
	w.Outcome, w.Rank, w.Possible, w.MayBeNone, w.MayReview = first.Outcome, first.Rank, first.Possible, first.MayBeNone, first.MayReview
	w.Suggested, w.Cause, w.Because = first.Suggested, first.Cause, first.Because
}
