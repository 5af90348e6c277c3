package evaluate

import "slices"

// BallotCount is one figure of a count of votes.
type BallotCount string

// The figures, in the order in which each bounds the next.
const (
	BallotsSummoned BallotCount = "summoned" // people who had to be called
	BallotsPresent  BallotCount = "present"
	BallotsIssued   BallotCount = "issued"
	BallotsReturned BallotCount = "returned"
	BallotsValid    BallotCount = "valid"
	BallotsInvalid  BallotCount = "invalid"
	BallotsUnrated  BallotCount = "unrated" // valid ballots that name no grade
)

// BallotCounts lists the figures in their order.
func BallotCounts() []BallotCount {
	return []BallotCount{BallotsSummoned, BallotsPresent, BallotsIssued, BallotsReturned, BallotsValid, BallotsInvalid, BallotsUnrated}
}

// BallotPart tells which figure of which vote a number fact is: a count, or the
// votes for one grade; exactly one of them is filled in.
type BallotPart struct {
	At    Origin
	Of    FactID // the proposal that the vote is behind
	Count BallotCount
	Votes Statutory
	// Surely tells who certainly had to be called, of the count of those summoned; nil
	// where nothing is compared.
	Surely *SurelyCalled
}

// SurelyCalled says of whom it is certain that a meeting had to call him: Status is
// one of the codes, and Since lies so many months back that nothing else can keep
// him out. Whoever else had to come, it leaves open.
type SurelyCalled struct {
	Status FactID
	Codes  []string
	Since  FactID
	Months int
}

// BallotBox is the count of one vote: where its figures stand among the facts
// of a kind. A figure that the vocabulary does not have is missing.
type BallotBox struct {
	Proposal int // position of the proposal that the vote is behind
	Counts   map[BallotCount]int
	Votes    []BallotVotes // best grade first
}

// BallotVotes is the column of the votes for one grade.
type BallotVotes struct {
	Grade Statutory
	Fact  int
}

// Ballots lists the counts of votes that the kind's facts can hold.
func (s *Schema) Ballots() []BallotBox { return s.boxes }

// box finds the count of the vote behind a proposal, nil when there is none.
func (s *Schema) box(proposal FactID) *BallotBox {
	i, ok := s.index[proposal]
	for k := range s.boxes {
		if ok && s.boxes[k].Proposal == i {
			return &s.boxes[k]
		}
	}
	return nil
}

// Facts lists the positions of all figures of the count.
func (b *BallotBox) Facts() []int {
	var out []int
	for _, c := range BallotCounts() {
		if i, ok := b.Counts[c]; ok {
			out = append(out, i)
		}
	}
	for _, v := range b.Votes {
		out = append(out, v.Fact)
	}
	return out
}

// prepareBallots gathers the figures of each vote.
func (s *Schema) prepareBallots() {
	s.boxes = nil
	for i := range s.Facts {
		part := s.Facts[i].Ballot
		if part == nil {
			continue
		}
		proposal, ok := s.index[part.Of]
		if !ok {
			continue
		}
		k := slices.IndexFunc(s.boxes, func(b BallotBox) bool { return b.Proposal == proposal })
		if k < 0 {
			k = len(s.boxes)
			s.boxes = append(s.boxes, BallotBox{Proposal: proposal, Counts: map[BallotCount]int{}})
		}
		if part.Votes != "" {
			s.boxes[k].Votes = append(s.boxes[k].Votes, BallotVotes{part.Votes, i})
		} else {
			s.boxes[k].Counts[part.Count] = i
		}
	}
	scale := StatutoryScale()
	for k := range s.boxes {
		slices.SortStableFunc(s.boxes[k].Votes, func(a, b BallotVotes) int { return int(scale.RankOf(b.Grade)) - int(scale.RankOf(a.Grade)) })
	}
}

// checkBallot finds what is wrong with a figure of a vote as declared.
func checkBallot(s *Schema, f *FactDef) []Problem {
	wrong := func(why string) []Problem { return []Problem{problemVote(f.Ballot.At, string(f.ID), why)} }
	i, ok := s.index[f.Ballot.Of]
	switch {
	case !ok:
		return []Problem{problemUnknownFact(f.Ballot.At, f.Ballot.Of, s)}
	case s.Facts[i].Role != RoleProposal:
		return wrong("of phải là một cột đề nghị (role: proposal)")
	case f.Type != NumberFact || !f.Step.whole() || f.Blank != "":
		return wrong("số phiếu phải là số nguyên, để trống nghĩa là chưa biết")
	case (f.Ballot.Votes == "") == (f.Ballot.Count == ""):
		return wrong("ghi đúng một trong count, votes")
	}
	if why := f.Ballot.Surely.wrong(s, f.Ballot.Count); why != "" {
		return wrong(why)
	}
	for k := range s.Facts {
		if o := s.Facts[k].Ballot; o != nil && &s.Facts[k] != f && o.Of == f.Ballot.Of && o.Count == f.Ballot.Count && o.Votes == f.Ballot.Votes {
			return wrong("cùng một số liệu với cột " + string(s.Facts[k].ID))
		}
	}
	return nil
}

// figure reads one figure of a count.
func (b *BallotBox) figure(f *Frame, row int, c BallotCount) (at int, x Num, known bool) {
	at, ok := b.Counts[c]
	if !ok {
		return -1, Num{}, false
	}
	v := f.Known(row, at)
	if v.Type() != NumberFact {
		return at, Num{}, false
	}
	return at, v.Number(), true
}

// checkBallots holds every count of votes against arithmetic, whatever the set
// says of majorities.
func (rs *RuleSet) checkBallots(f *Frame, row int) []Problem {
	var ps []Problem
	for k := range f.Schema.boxes {
		b := &f.Schema.boxes[k]
		ps = append(ps, b.checkPeople(f, row)...)
		ps = append(ps, b.checkValid(f, row)...)
		ps = append(ps, b.checkVotes(f, row, rs.voteBehind(b))...)
	}
	return ps
}

// checkPeople: nobody present who was not summoned, no ballot for somebody
// absent, none returned that was not issued.
func (b *BallotBox) checkPeople(f *Frame, row int) []Problem {
	var ps []Problem
	above, most := -1, Num{}
	for _, c := range BallotCounts()[:4] {
		at, x, known := b.figure(f, row, c)
		if !known {
			continue
		}
		if above >= 0 && x.Cmp(most) > 0 {
			ps = append(ps, problemBallotsExceed(f.Origin(row, at), f.Origin(row, above), f.Schema.Facts[at].Heading, f.Schema.Facts[above].Heading, x, most))
		}
		above, most = at, x
	}
	return ps
}

// checkValid: what was returned is valid or invalid.
func (b *BallotBox) checkValid(f *Frame, row int) []Problem {
	at, returned, known := b.figure(f, row, BallotsReturned)
	if !known {
		return nil
	}
	valid, good, goodKnown := b.figure(f, row, BallotsValid)
	invalid, bad, badKnown := b.figure(f, row, BallotsInvalid)
	sum := good.Add(bad)
	if sum.Cmp(returned) > 0 || goodKnown && badKnown && sum.Cmp(returned) != 0 {
		p := problemBallotsSplit(f.Origin(row, at), good, bad, returned)
		for _, o := range []struct {
			fact  int
			known bool
		}{{valid, goodKnown}, {invalid, badKnown}} {
			if o.known {
				p = withRelated(p, f.Origin(row, o.fact), f.Schema.Facts[o.fact].Heading)
			}
		}
		return []Problem{p}
	}
	return nil
}

// checkVotes: the votes of the grades, with those that name none, are the valid
// ballots. Of two rounds only the first divides its ballots: the best grade is
// voted on alone in the second.
func (b *BallotBox) checkVotes(f *Frame, row int, behind *vote) []Problem {
	at, valid, known := b.figure(f, row, BallotsValid)
	if !known {
		return nil
	}
	var sum Num
	var given []int
	all := true
	votes := b.Votes
	if behind.twoRounds() {
		votes = votes[min(1, len(votes)):]
	}
	add := func(fact int, needed bool) {
		v := f.Known(row, fact)
		if v.Type() == NumberFact {
			sum, given = sum.Add(v.Number()), append(given, fact)
		} else if needed {
			all = false
		}
	}
	for _, v := range votes {
		add(v.Fact, true)
	}
	if i, ok := b.Counts[BallotsUnrated]; ok {
		add(i, behind.asksUnrated())
	}
	if len(given) == 0 || sum.Cmp(valid) == 0 || sum.Cmp(valid) < 0 && !all {
		return nil
	}
	p := problemBallotsVotes(f.Origin(row, at), sum, valid, behind.twoRounds())
	for _, i := range given {
		p = withRelated(p, f.Origin(row, i), f.Schema.Facts[i].Heading)
	}
	return []Problem{p}
}
