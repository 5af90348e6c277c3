package evaluate

import (
	"slices"
	"strings"
)

// ReviewKey names what a person is asked about a subject under review: kind,
// cause, the rule behind it and the grade suggested. Subjects of one key form a
// group that one decision can settle. It is "" for a subject not under review,
// and changes when the question does: a meeting without a quorum is another matter
// than too few votes, and two votes that failed are another than one.
func (r *Result) ReviewKey() string {
	if r.Outcome != Review {
		return ""
	}
	rule, suggested := "", ""
	if i := r.ReviewRule(); i >= 0 {
		rule = r.Rules.Rules[i].ID
	}
	if r.Cause == CauseVote {
		rule = r.failedVotes()
	}
	switch {
	case r.Lapsed:
		rule = keyLapsed
	case r.Contested:
		rule = keyContested
	}
	if r.Suggested != NoRank {
		suggested = r.Rules.Scale().Rung(r.Suggested).ID
	}
	return strings.Join([]string{string(r.Rules.Spec.Kind), r.Cause.String(), rule, suggested}, "/")
}

// Rules that stand in the keys of those whose decisions have lapsed, or contradict each
// other.
const (
	keyLapsed    = "lapsed"
	keyContested = "decisions"
)

// EachAlone tells whether those under review by a key are decided each on its own row:
// somebody has decided about them already, about everyone otherwise, and one line for
// all would replace that unseen.
func EachAlone(reviewKey string) bool {
	parts := strings.Split(reviewKey, "/")
	return len(parts) == 4 && parts[1] == CauseConflict.String() && (parts[2] == keyLapsed || parts[2] == keyContested)
}

// ReviewRule is the rule that brings a subject before a person, an index in
// RuleSet.Rules: that of the walk, or the vote that its proposal did not pass; -1
// for none, as where decisions contradict each other.
func (r *Result) ReviewRule() int {
	if r.Contested {
		return -1
	}
	if r.Cause == CauseVote {
		for i := range r.Votes {
			if r.Votes[i].Verdict == Fails {
				return r.Votes[i].Rule
			}
		}
	}
	return r.Walk.Because
}

// noQuorum marks a vote for which too few people met.
const noQuorum = ":quorum"

// failedVotes are the ids of the votes that failed, those without a quorum marked.
func (r *Result) failedVotes() string {
	var ids []string
	for i := range r.Votes {
		switch v := &r.Votes[i]; {
		case v.Verdict != Fails:
		case v.Quorum == Fails:
			ids = append(ids, r.Rules.Rules[v.Rule].ID+noQuorum)
		default:
			ids = append(ids, r.Rules.Rules[v.Rule].ID)
		}
	}
	return strings.Join(ids, "+")
}

// NoQuorum tells that a subject is under review because too few people met, not
// for what they voted: the vote that ReviewRule names had no quorum.
func (r *Result) NoQuorum() bool {
	rule := r.ReviewRule()
	return r.Cause == CauseVote && slices.ContainsFunc(r.Votes, func(v VoteFinding) bool { return v.Rule == rule && v.Quorum == Fails })
}

// stand settles what came of a subject's walk. Questions between files keep it open
// until the authority has spoken; where it has spoken twice and differently, one of
// its grades will stand. A decision made for a group binds only who is still under
// the review it was made for; whoever is not, and is graded otherwise now, waits until
// a person says it again.
func (rs *RuleSet) stand(r Result, f *Frame, row int, s *Subject, disputes []Hold) Result {
	r.Disputes = disputes
	open := r
	if questions := slices.Concat(s.Holds, disputes); len(questions) > 0 {
		open.hold(questions)
	}
	if len(s.Under) > 0 && !slices.Contains(s.Under, open.ReviewKey()) {
		decided := rs.gradeFact(f, row, rs.schema.ByRole(RoleDecision))
		if open.Outcome != Graded || open.Rank != decided {
			open.Unbound = decided != NoRank
			return open.lapse(RankSet(0).With(decided))
		}
	}
	r.Held = len(s.Holds) > 0
	rs.applyDecision(&r, f, row)
	if r.Decided == NoRank {
		return open.closed()
	}
	r.Beyond = len(s.Under) > 0 && !open.closed().Possible.Has(r.Decided)
	return r.closed()
}

// Questions are what a subject waits for besides its own facts: matters between
// files, and what grading came upon.
func (r *Report) Questions(k Kind, row int) []Hold {
	pop, results := r.Of(k)
	return slices.Concat(pop.Subjects[row].Holds, results[row].Disputes)
}

// hold leaves every grade open, or those alone between which contradicting
// decisions leave the choice: a decision stands above every other question.
func (r *Result) hold(questions []Hold) {
	decided, lapsed := RankSet(0), RankSet(0)
	for _, h := range questions {
		for _, code := range h.Decided {
			switch rank := r.Rules.rankOfCode(code); {
			case rank == NoRank:
			case h.Lapsed:
				lapsed = lapsed.With(rank)
			default:
				decided = decided.With(rank)
			}
		}
	}
	switch {
	case decided != 0:
		r.Outcome, r.Rank, r.Cause, r.Contested = Review, NoRank, CauseConflict, true
		r.Possible, r.MayBeNone, r.Suggested = decided|lapsed, false, NoRank
		return
	case lapsed != 0:
		*r = r.lapse(lapsed)
		for _, h := range questions {
			r.Possible |= h.Between
		}
		return
	}
	r.Outcome, r.Rank, r.Cause = Undecided, NoRank, NoCause
	r.Possible, r.MayBeNone = 0, false
	for _, h := range questions {
		if h.Between == 0 {
			r.Possible, r.MayBeNone = upTo(r.Rules.Spec.Scale.Top()), true
			return
		}
		r.Possible, r.MayBeNone = r.Possible|h.Between, r.MayBeNone || h.OrNone
	}
}

// lapse leaves the choice between what would stand without decisions that have lapsed
// and their grades to a person.
func (r Result) lapse(decided RankSet) Result {
	out := r.closed()
	if decided == 0 {
		return out
	}
	if out.Otherwise == nil {
		out.Otherwise = &r
	}
	out.MayBeNone = out.MayBeNone || out.Outcome == NotRated
	out.Outcome, out.Rank, out.Cause, out.Contested, out.Lapsed = Review, NoRank, CauseConflict, true, true
	out.Possible, out.Suggested = out.Possible|decided, NoRank
	return out
}

// DecisionProblems are what is wrong with a recorded decision: a reason, a relief,
// its number or its date is lacking, the law gives the subject no grade, or a
// group's decision does not fit it.
func (r *Result) DecisionProblems(f *Frame, row int, subject string) []Problem {
	var ps []Problem
	s := r.Rules.schema
	at := f.Origin(row, s.ByRole(RoleDecision))
	own := Related{At: f.Origin(row, s.ByRole(RoleName)), Note: relatedSubject}
	if own.At.Cell == "" {
		own.At = f.Origin(row, -1)
	}
	ps = append(ps, r.Rules.offScale(f, row, RoleDecision)...)
	if r.NeedsReason {
		ps = append(ps, problemNoReason(at, subject, r))
	}
	if r.Unexplained {
		ps = append(ps, r.Rules.differs.problem(f, row, subject))
	}
	if r.NeedsRelief {
		ps = append(ps, problemNoRelief(at, subject, r))
	}
	if r.Over {
		ps = append(ps, problemDecidedOverElsewhere(at, subject, r.Rules, r.Elsewhere, f, row))
	} else if not := r.outside(); len(not) > 0 {
		ps = append(ps, problemDecidedUnrated(at, subject, r.Rules, not, f, row))
	}
	for _, b := range r.Unrelieved {
		ps = append(ps, problemAboveBound(at, subject, r.Rules, b, r.Rules.reliefGranted(f, row)))
	}
	if r.Unnumbered || r.Undated {
		ps = append(ps, problemUndocumented(r.documentCell(f, row), subject, r.Unnumbered, r.Undated))
	}
	if r.Unbound {
		ps = append(ps, problemLeftGroup(at, subject, own, f.Show(s.ByRole(RoleDecision), f.Value(row, s.ByRole(RoleDecision))), r.Otherwise))
	}
	if r.Beyond {
		ps = append(ps, problemBeyondPossible(at, []string{subject}, []Related{own}))
	}
	return ps
}

// documentCell is where the number of a decision belongs, or its date where only
// that is lacking: beside the decision.
func (r *Result) documentCell(f *Frame, row int) Origin {
	s := r.Rules.schema
	role := RoleDecisionNumber
	if !r.Unnumbered {
		role = RoleDecisionDate
	}
	if at := f.OriginBeside(row, s.ByRole(RoleDecision), s.ByRole(role)); at.Cell != "" {
		return at
	}
	return f.Origin(row, s.ByRole(RoleDecision))
}

// LacksInDecision are the checks that the recorded decision fails by itself; a
// ceiling that decisions exceed together is not among them.
func (r *Result) LacksInDecision(f *Frame, row int, subject string) []Problem {
	if r.Decided == NoRank {
		return nil
	}
	return slices.DeleteFunc(r.DecisionProblems(f, row, subject), func(p Problem) bool { return !p.LacksInDecision() })
}

// groupLack is something a group's decision lacks, told once for all whom it binds.
type groupLack struct {
	at   Origin
	code Code
}

// told keeps the problems of a decision. A reason or relief that one entry lacks
// for three hundred people is one problem.
func (g *grader) told(k Kind, s *Subject, ps []Problem) {
	for _, p := range ps {
		if len(s.Under) == 0 && p.Code == codeUndocumented {
			base := -1
			if s.Org >= 0 {
				base = g.in.Tree.Base(s.Org)
			}
			g.undocumented.add(p, k, base)
			continue
		}
		if p.Code == codeBeyond {
			g.beyond.add(p)
			continue
		}
		if len(s.Under) > 0 && (p.Code == codeNoReason || p.Code == codeNoRelief || p.Code == codeUndocumented) {
			lack := groupLack{p.At, p.Code}
			if g.groups[lack] {
				continue
			}
			g.groups[lack], p.Subject = true, ""
		}
		g.problems = append(g.problems, p)
	}
}
