package evaluate

// VoteFinding is what the ballots say of one grade: how many votes for it, how
// many it needs, and of whose number that is a share.
type VoteFinding struct {
	Vote      *VoteSpec
	Rule      int  // index in RuleSet.Rules
	Rank      Rank // the grade that was put to the ballots
	Low, High Num  // votes for it; both ends equal once they are known
	Base      Num  // meaningful when BaseKnown
	BaseAt    int  // position of the base's fact
	BaseKnown bool
	Needed    Num     // fewest votes that carry it; meaningful when BaseKnown
	Quorum    Verdict // of the meeting; NotApplicable where none is asked for
	Verdict   Verdict
	Carried   Rank // best worse rung whose own majority is reached; NoRank for none
	// First is the first of two rounds, which carries into the second, where Rank is
	// voted on alone; nil where there is one round.
	First *VoteFinding
}

// applyVotes holds the grade that would stand against the ballots behind the
// proposals, in every vote of the set that is in force. What the ballots do not
// carry goes to a person; what they do not tell yet waits. The lowest rung needs
// no vote: the rules gave it.
func (rs *RuleSet) applyVotes(r *Result, f *Frame, row int) {
	if len(rs.votes) == 0 || r.Outcome != Graded || r.Rank <= 0 {
		return
	}
	standing, carried := NotApplicable, rs.Spec.Scale.Top()
	for i := range rs.votes {
		v := &rs.votes[i]
		if rs.Rules[v.rule].Off {
			continue
		}
		// A level answers for what it proposed, as far as that came to count.
		rung := r.Rank
		if own := rs.gradeFact(f, row, v.box.Proposal); own != NoRank {
			rung = min(rung, own)
		}
		found := rs.tally(v, f, row, rung, nil)
		r.Walk.Verdicts[v.rule] = found.Verdict
		r.Votes = append(r.Votes, found)
		standing = and(standing, found.Verdict)
		if found.Verdict == Fails {
			carried = min(carried, found.Carried)
		}
	}
	rung := r.Rank
	switch standing {
	case Fails:
		r.Outcome, r.Cause, r.Suggested = Review, CauseVote, carried
		r.Possible, r.Rank = upTo(rung), NoRank
	case Unknown:
		r.Outcome, r.Cause = Undecided, NoCause
		r.Possible, r.Rank = upTo(rung), NoRank
	}
}

// tally counts the ballots for one rung. seen, where asked for, gathers the
// positions of the facts looked at.
func (rs *RuleSet) tally(v *vote, f *Frame, row int, rung Rank, seen *[]int) VoteFinding {
	out := VoteFinding{Vote: v.spec, Rule: v.rule, Rank: rung, BaseAt: -1, Quorum: NotApplicable, Verdict: NotApplicable, Carried: NoRank}
	m := v.of[rung]
	if m == nil {
		return out
	}
	t := ballots{v, f, row, seen}
	out.BaseAt, out.Base, out.BaseKnown = t.figure(v.spec.Base.Count())
	out.Quorum = t.quorum()
	out.Low, out.High = rs.votesOf(&t, rung)
	out.Verdict = Unknown
	if out.BaseKnown {
		out.Needed = m.needed(out.Base)
		switch {
		case out.Low.Cmp(out.Needed) >= 0:
			out.Verdict = Holds
		case out.High.Cmp(out.Needed) < 0:
			out.Verdict = Fails
		}
	}
	out.Verdict = and(out.Quorum, out.Verdict)
	if v.twoRounds() && rung == rs.Spec.Scale.Top() && v.of[rung-1] != nil {
		first := rs.tally(v, f, row, rung-1, seen)
		out.First, out.Verdict = &first, and(out.Verdict, first.Verdict)
	}
	if out.Verdict == Fails && out.Quorum != Fails {
		for lower := rung - 1; lower >= 0 && out.Carried == NoRank; lower-- {
			if v.of[lower] != nil && rs.tally(v, f, row, lower, nil).Verdict == Holds {
				out.Carried = lower
			}
		}
	}
	return out
}

// ballots is one subject's count of one vote while it is looked at.
type ballots struct {
	*vote
	frame *Frame
	row   int
	seen  *[]int
}

func (t *ballots) look(fact int) (Num, bool) {
	if t.seen != nil {
		*t.seen = append(*t.seen, fact)
	}
	v := t.frame.Known(t.row, fact)
	if v.Type() != NumberFact {
		return Num{}, false
	}
	return v.Number(), true
}

func (t *ballots) figure(c BallotCount) (at int, x Num, known bool) {
	at, ok := t.box.Counts[c]
	if !ok {
		return -1, Num{}, false
	}
	x, known = t.look(at)
	return at, x, known
}

// quorum tells whether enough of those summoned were present.
func (t *ballots) quorum() Verdict {
	if t.spec.Quorum == nil {
		return NotApplicable
	}
	_, summoned, a := t.figure(BallotsSummoned)
	_, present, b := t.figure(BallotsPresent)
	switch {
	case !a || !b:
		return Unknown
	case present.Cmp(t.spec.Quorum.Mul(summoned)) >= 0:
		return Holds
	}
	return Fails
}

// SecondRound are the facts, by position, with the votes for the best grade where a
// vote in force puts it to the ballots alone, in a round of its own.
func (rs *RuleSet) SecondRound() []int {
	var out []int
	for i := range rs.votes {
		if v := &rs.votes[i]; v.twoRounds() && !rs.Rules[v.rule].Off && len(v.box.Votes) > 0 {
			out = append(out, v.box.Votes[0].Fact)
		}
	}
	return out
}

// votesOf counts the votes for a rung. A blank column may hold what the other
// votes leave of the valid ballots, and nothing beyond: where they use them up,
// it holds none.
func (rs *RuleSet) votesOf(t *ballots, rung Rank) (low, high Num) {
	scale := rs.Spec.Scale
	alone := t.twoRounds() && rung == scale.Top()
	var all Num
	open := false
	for _, v := range t.box.Votes {
		rank := scale.RankOf(v.Grade)
		if t.twoRounds() && (rank == scale.Top()) != alone {
			continue
		}
		counts := rank == rung || t.spec.CountBetter && rank > rung
		read := t.look
		if !counts {
			read = (&ballots{t.vote, t.frame, t.row, nil}).look
		}
		x, known := read(v.Fact)
		all = all.Add(x)
		if counts {
			low, open = low.Add(x), open || !known
		}
	}
	if !open {
		return low, low
	}
	if i := t.box.unrated(); i >= 0 {
		x, _ := (&ballots{t.vote, t.frame, t.row, nil}).look(i)
		all = all.Add(x)
	}
	rest := t.most(alone).Sub(all)
	if rest.Sign() < 0 {
		return low, low
	}
	return low, low.Add(rest)
}

// most is the greatest number of votes there can be: the valid ballots, or the
// nearest figure that bounds them. The ballots of a second round are others.
func (t *ballots) most(second bool) Num {
	silent := &ballots{t.vote, t.frame, t.row, nil}
	bounds := []BallotCount{BallotsValid, BallotsReturned, BallotsIssued, BallotsPresent, BallotsSummoned}
	if second {
		bounds = bounds[3:]
	}
	for _, c := range bounds {
		if _, x, known := silent.figure(c); known {
			return x
		}
	}
	return Int(1 << 40) // nobody has said how many
}
