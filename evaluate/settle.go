package evaluate

import "slices"

// Settle sets proposals and the decision beside a walk. Neither is ever
// overwritten: the effective result is the decision, else the lower of computed
// and proposed, else open.
func (rs *RuleSet) Settle(w Walk, f *Frame, row int) Result {
	r := rs.undecided(w, f, row)
	rs.applyDecision(&r, f, row)
	return r.closed()
}

// undecided is what stands before the authority has spoken.
func (rs *RuleSet) undecided(w Walk, f *Frame, row int) Result {
	r := Result{Rules: rs, Walk: w, Proposed: NoRank, ProposedL: -1, Self: NoRank, Elsewhere: NoRank, Decided: NoRank, Rank: NoRank, Suggested: w.Suggested}
	conflict := rs.readProposals(&r, f, row)
	r.Outcome, r.Rank, r.Possible, r.MayBeNone, r.Cause = w.Outcome, w.Rank, w.Possible, w.MayBeNone, w.Cause
	rs.applyProposal(&r, conflict)
	rs.applyVotes(&r, f, row)
	rs.explained(&r, f, row)
	rs.applyElsewhere(&r, f, row)
	return r
}

// closed leaves no grade open but the one that stands.
func (r Result) closed() Result {
	if r.Outcome == Graded {
		r.Possible = RankSet(0).With(r.Rank)
	}
	return r
}

// readProposals takes the highest level that has spoken. Two places of one level, in two
// columns or in one, that propose different grades are a conflict, which no higher proposal settles: only
// a decision does. All the grades between which it leaves the choice are returned.
func (rs *RuleSet) readProposals(r *Result, f *Frame, row int) (conflict RankSet) {
	for _, i := range rs.schema.Proposals() {
		rank := rs.gradeFact(f, row, i)
		level := rs.schema.Facts[i].Level
		switch {
		case rank == NoRank:
		case level == 0:
			r.Self = rank
		case level == r.ProposedL && rank != r.Proposed:
			conflict = conflict.With(rank).With(r.Proposed)
			r.Proposed = min(r.Proposed, rank)
		default:
			r.Proposed, r.ProposedL = rank, level
		}
		for _, other := range f.rivalsOf(row, i) {
			if also := rs.gradeOf(i, other.value); rank != NoRank && also != NoRank && also != rank {
				conflict = conflict.With(also).With(rank)
				r.Proposed = min(r.Proposed, also)
			}
		}
	}
	if conflict != 0 {
		conflict = conflict.With(r.Proposed)
	}
	return conflict
}

// gradeFact reads a choice fact of statutory grades or rung ids.
func (rs *RuleSet) gradeFact(f *Frame, row, fact int) Rank {
	return rs.gradeOf(fact, f.Value(row, fact))
}

func (rs *RuleSet) gradeOf(fact int, v Value) Rank {
	if v.Type() != ChoiceFact {
		return NoRank
	}
	return rs.rankOfCode(rs.schema.Facts[fact].Choices[v.Choice()].Code)
}

// rankOfCode reads a statutory grade or the id of a rung, NoRank for any other
// code.
func (rs *RuleSet) rankOfCode(code string) Rank {
	if rank, ok := rs.Spec.Scale.Rank(code); ok {
		return rank
	}
	return rs.Spec.Scale.RankOf(Statutory(code))
}

// applyProposal lets the highest level that has spoken count. Above the
// computed grade it is only flagged; below, the lower one stands provisionally;
// the lowest rung without bar or band needs a person, and so do two places that
// differ: no rule says whose word counts.
func (rs *RuleSet) applyProposal(r *Result, conflict RankSet) {
	if r.Proposed == NoRank {
		return
	}
	if conflict != 0 && r.Outcome == Graded && r.Rank > 0 {
		r.Outcome, r.Cause = Review, CauseConflict
		r.Possible, r.Rank = limitTo(conflict, RankSet(0).With(r.Rank)), NoRank
		return
	}
	switch r.Outcome {
	case Graded:
		switch {
		case r.Proposed > r.Rank:
			r.Above = true
		case r.Proposed == 0 && r.Rank > 0:
			r.Outcome, r.Cause = Review, CauseProposedLow
			r.Possible, r.Rank = upTo(r.Rank), NoRank
		default:
			r.Rank = r.Proposed
		}
	case Undecided:
		// With a proposal, every possible grade above it counts as the proposal;
		// when one outcome is left, it stands however many blanks there are.
		if conflict != 0 || r.Proposed == 0 || r.Walk.MayReview || r.MayBeNone {
			return
		}
		r.Possible = limitTo(r.Possible, RankSet(0).With(r.Proposed))
		if rank, ok := r.Possible.Single(); ok {
			r.Outcome, r.Rank = Graded, rank
		}
	}
}

// applyElsewhere takes over the grade that an authority outside the campaign
// gave: an agency graded by the government is not graded again here. What was
// computed stands beside it.
func (rs *RuleSet) applyElsewhere(r *Result, f *Frame, row int) {
	i := rs.schema.ByRole(RoleElsewhere)
	if i < 0 {
		return
	}
	if rank := rs.gradeFact(f, row, i); rank != NoRank {
		r.Elsewhere, r.Outcome, r.Rank, r.Cause, r.MayBeNone = rank, Graded, rank, NoCause, false
	}
}

// applyDecision puts the decision of the authority above all. One that differs
// from what would stand without it needs a written reason, and so does one above
// the lowest rung where nothing was suggested, and any where no grade could be
// computed; one above a bar or a bound needs the relief recorded. Where the
// law gives no grade, or an authority outside the campaign gave another, neither a
// reason nor a relief can be enough, and none is asked for. A lack is reported and never undoes the decision.
func (rs *RuleSet) applyDecision(r *Result, f *Frame, row int) {
	i := rs.schema.ByRole(RoleDecision)
	if i < 0 {
		return
	}
	d := rs.gradeFact(f, row, i)
	if d == NoRank {
		return
	}
	r.Over = r.Elsewhere != NoRank && r.Elsewhere != d
	if r.Walk.Outcome != NotRated && !r.Over {
		rs.checkDecision(r, d, f, row)
	}
	r.Raised = r.Outcome != Graded || r.Rank < d
	r.Unnumbered, r.Undated = rs.leftBlank(RoleDecisionNumber, f, row), rs.leftBlank(RoleDecisionDate, f, row)
	r.Decided, r.Outcome, r.Rank, r.Cause, r.MayBeNone = d, Graded, d, NoCause, false
}

// leftBlank tells whether there is a fact of the role and nobody gave it.
func (rs *RuleSet) leftBlank(role Role, f *Frame, row int) bool {
	i := rs.schema.ByRole(role)
	return i >= 0 && (f.Value(row, i).IsBlank() || rs.schema.Facts[i].Type == TextFact && f.Text(row, i) == "")
}

// checkDecision notes what a decision on somebody whom the law grades lacks.
func (rs *RuleSet) checkDecision(r *Result, d Rank, f *Frame, row int) {
	differs := r.Walk.Outcome == Undecided || r.Walk.Outcome == Graded && d != r.Walk.Rank ||
		r.Walk.Outcome == Review && d != max(r.Walk.Suggested, 0)
	if r.Outcome == Review && r.Cause == CauseVote {
		differs = d != r.Suggested // above or below what the ballots carry
	}
	if r.Outcome == Graded && d == r.Rank {
		differs = false // the lower proposal, or a grade from elsewhere: it would stand without the decision too
	}
	reason := rs.schema.ByRole(RoleDecisionReason)
	r.NeedsReason = (differs || r.Held) && (reason < 0 || f.Text(row, reason) == "")
	bars, relievable := rs.barred(&r.Walk)
	r.NeedsRelief = d > 0 && len(bars) > 0 && !(relievable && rs.reliefGranted(f, row))
	r.Unrelieved = rs.unrelieved(&r.Walk, d, len(bars) > 0, f, row)
}

// outside are the rules by which the law gives no grade to somebody whose grade
// was decided all the same, indexes in RuleSet.Rules.
func (r *Result) outside() []int {
	var out []int
	if r.Decided == NoRank || r.Walk.Outcome != NotRated {
		return nil
	}
	for _, i := range r.Rules.notRated {
		if r.Walk.Verdicts[i] == Holds {
			out = append(out, i)
		}
	}
	return out
}

// barred lists the bars that hold and would give the lowest rung by themselves, and
// tells whether every one knows a relief: where the regulation knows none, none can be
// granted. Indexes in RuleSet.Rules.
func (rs *RuleSet) barred(w *Walk) (by []int, relievable bool) {
	relievable = true
	for _, b := range rs.bars {
		if w.Verdicts[b.rule] != Holds {
			continue
		}
		fires := true
		for _, e := range b.exceptions {
			fires = fires && w.Verdicts[e] != Holds
		}
		if fires && !b.refers {
			by, relievable = append(by, b.rule), relievable && b.relief >= 0
		}
	}
	return by, relievable
}

// knowsRelief tells whether the regulation lets a bar be relieved.
func (rs *RuleSet) knowsRelief(rule int) bool {
	return slices.ContainsFunc(rs.bars, func(b bar) bool { return b.rule == rule && b.relief >= 0 })
}

func (rs *RuleSet) reliefGranted(f *Frame, row int) bool {
	i := rs.schema.ByRole(RoleDecisionRelief)
	if i < 0 {
		return false
	}
	v := f.Known(row, i)
	return v.Type() == ChoiceFact && rs.schema.Facts[i].Choices[v.Choice()].Code == "yes"
}
