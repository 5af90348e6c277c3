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
	// settled tells that a sanction leaves one grade of everything, settledBy which (an
	// index in RuleSet.Rules); maySettle that one may.
	settled, maySettle bool
	settledBy          int
}

func (rs *RuleSet) decide(c *context, total *Num) Walk {
	w := rs.walk(c, total)
	if w.Outcome == Undecided {
		rs.settleGiven(c, &w, total)
	}
	return w
}

func (rs *RuleSet) walk(c *context, total *Num) Walk {
	w := Walk{Rank: NoRank, Suggested: NoRank, Because: -1, Profile: -1, Verdicts: make([]Verdict, len(rs.Rules))}
	rs.decideProfile(c, &w)
	rs.score(c, &w, total)
	rs.applyRules(c, &w)
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
	if len(rs.profiles) > 1 && w.Profile < 0 {
		rs.decideWorlds(c, &out, total)
	} else if rs.decideBars(&w, &out) {
		rs.decideLadder(&w, &out)
	}
	rs.applySanctions(c, &w, &out)
	rs.conclude(&w, &out)
	return w
}

// applyRules finds the verdict of every rule but those of the profile table.
func (rs *RuleSet) applyRules(c *context, w *Walk) {
	for i := range rs.Rules {
		switch rs.Rules[i].Role {
		case RoleProfile:
		case RoleVote, RoleDifference:
			w.Verdicts[i] = NotApplicable // until there is a proposal to hold against it
		default:
			w.Verdicts[i] = rs.verdict(c, i)
		}
	}
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
	c.sheet = rs.profileSheet(w.Profile)
	w.Score.Sheet = c.sheet
	if c.sheet >= 0 {
		rs.Sheets[c.sheet].scoreInto(&c.scratch, c.frame, c.row)
		c.points = &c.scratch
		if total != nil {
			c.points.total, c.points.given = exactly(*total), true
		}
		w.Score = c.points.scored()
		w.Score.Sheet = c.sheet
		return
	}
	if total != nil {
		w.Score.Sheet = 0
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
		// Relief may restore what the ladder alone would give; where that is the
		// lowest rung too, there is nothing to consider.
		alone := outcomes{because: -1, notRated: out.notRated}
		rs.decideLadder(w, &alone)
		if alone.ranks == 1 && !alone.review {
			*out = alone
			return false
		}
		if alone.ranks.Has(0) {
			out.ranks = out.ranks.With(0)
		}
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
