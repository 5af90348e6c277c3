package demo

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// voteRule is the vote of a branch in the office's own sets.
const voteRule = "V-BRANCH"

// mostAtVote is how many people the branch has whose meeting was short of people:
// all of them wait for somebody to decide.
const mostAtVote = 16

// stageVotes lets one branch vote at the edges of what its set asks, and another
// meet with too few people.
func (w *world) stageVotes() {
	if !w.votes() || !w.knows(evaluate.Member, voteRule) {
		return
	}
	v := w.members.rules.Spec.Votes[slices.IndexFunc(w.members.rules.Spec.Votes, func(v evaluate.VoteSpec) bool { return v.ID == voteRule })]
	w.stageMajorities(&v)
	w.stageQuorum(&v)
}

// majority is the fewest votes that carry a grade on a base, 0 where the set asks
// for none.
func majority(rs *evaluate.RuleSet, v *evaluate.VoteSpec, grade string, base int) int {
	for i := range v.Majorities {
		m := &v.Majorities[i]
		rank, _ := rs.Spec.Scale.Rank(m.Rung)
		if string(rs.Spec.Scale.Rung(rank).Statutory) != grade {
			continue
		}
		share := m.Share.Mul(evaluate.Int(int64(base)))
		carries := func(n int) bool {
			c := evaluate.Int(int64(n)).Cmp(share)
			return c > 0 || c == 0 && m.Op == evaluate.OpAtLeast
		}
		n := 1
		for !carries(n) {
			n++
		}
		return n
	}
	return 0
}

// quorum is the fewest people with whom a meeting may vote.
func quorum(v *evaluate.VoteSpec, summoned int) int {
	if v.Quorum == nil {
		return 0
	}
	return int(-v.Quorum.Mul(evaluate.Int(int64(summoned))).Neg().Floor())
}

// stageMajorities lets three members of one branch be voted on by a meeting that
// many missed: one is carried by exactly as many votes as it takes, one carries
// the next grade alone, one is carried by those present and not by those
// summoned.
func (w *world) stageMajorities(v *evaluate.VoteSpec) {
	// A civil servant's best grade would wait for another's.
	suits := func(p *person) bool { return !p.stateGraded() }
	three := func(first, n int) []int {
		var out []int
		for i := first; i < first+n && len(out) < 3; i++ {
			if w.plain(i) && suits(&w.people[i]) {
				out = append(out, i)
			}
		}
		return out
	}
	_, first, n, ok := w.branch(leastBranch, func(first, n int) bool {
		return len(three(first, n)) == 3 && w.summoned(first, n) >= leastBranch
	})
	if !ok {
		return
	}
	w.went(first, n, solid)
	m := meeting{summoned: w.summoned(first, n)}
	m.present = quorum(v, m.summoned) + 1
	best, next := majority(w.members.rules, v, "excellent", m.summoned), majority(w.members.rules, v, "good", m.summoned)
	who := three(first, n)
	w.later(func() { w.meets(first, n, m) })
	w.votedOn(who[0], m, star, best, Scene{Kind: VoteCarried, Verdict: evaluate.Holds, Outcome: evaluate.Graded, Grade: evaluate.Excellent,
		check: voted(func(_ *evaluate.Result, f *evaluate.VoteFinding, _ int) bool { return f.Low.Cmp(f.Needed) == 0 })})
	w.votedOn(who[1], m, star, best-1, Scene{Kind: VoteNextGrade, Verdict: evaluate.Fails, Outcome: evaluate.Review,
		check: voted(func(res *evaluate.Result, f *evaluate.VoteFinding, _ int) bool {
			return f.Carried != evaluate.NoRank && res.Suggested == f.Carried
		})})
	w.votedOn(who[2], m, solid, next-1, Scene{Kind: VoteWrongBase, Verdict: evaluate.Fails, Outcome: evaluate.Review,
		check: voted(func(res *evaluate.Result, f *evaluate.VoteFinding, present int) bool {
			votes, _ := f.Low.Int64()
			return f.Carried == evaluate.NoRank && int(votes) >= majority(res.Rules, f.Vote, "good", present)
		})})
}

// stageQuorum lets everybody of a small branch be voted on by too few people.
func (w *world) stageQuorum(v *evaluate.VoteSpec) {
	suits := func(most int) func(first, n int) bool {
		return func(first, n int) bool {
			return n <= most && w.plainIn(first, n, nil) >= 0 && quorum(v, w.summoned(first, n)) > 1
		}
	}
	_, first, n, ok := w.branch(leastBranch, suits(mostAtVote))
	if !ok {
		_, first, n, ok = w.branch(leastBranch, suits(w.opt.Members))
	}
	if !ok {
		return
	}
	w.went(first, n, solid)
	m := meeting{summoned: w.summoned(first, n)}
	m.present = quorum(v, m.summoned) - 1
	w.later(func() { w.meets(first, n, m) })
	w.play(Scene{Kind: VoteNoQuorum, Of: evaluate.Member, Rule: voteRule, Verdict: evaluate.Fails, Outcome: evaluate.Review,
		find: w.member(w.plainIn(first, n, nil)), check: voted(func(_ *evaluate.Result, f *evaluate.VoteFinding, _ int) bool {
			return f.Quorum == evaluate.Fails
		})})
}

// votedOn gives a member a year and so many votes for what it earns.
func (w *world) votedOn(i int, m meeting, q quality, inFavour int, s Scene) {
	w.people[i].quality, w.people[i].sick, w.people[i].maternity = q, 0, 0
	w.later(func() { w.members.row(i).ballots(m, q.grade(), inFavour) })
	s.Of, s.Rule, s.find = evaluate.Member, voteRule, w.member(i)
	w.play(s)
}

// meets lets a branch's meeting have been another one; everybody present is for
// what was proposed.
func (w *world) meets(first, n int, m meeting) {
	for i := first; i < first+n; i++ {
		r := w.members.row(i)
		if grade := r.proposed(); grade != "" && w.people[i].quality != unrated {
			r.ballots(m, grade, m.present)
		}
	}
}

// voted makes a check of a scene out of one of what the ballots came to; present
// is how many took part.
func voted(check func(res *evaluate.Result, f *evaluate.VoteFinding, present int) bool) func(*evaluate.Report, evaluate.Kind, int) bool {
	return func(r *evaluate.Report, k evaluate.Kind, row int) bool {
		pop, results := r.Of(k)
		res := &results[row]
		fact, _ := pop.Frame.Schema.Index("vote_branch_present")
		present, _ := pop.Frame.Value(row, fact).Number().Int64()
		return len(res.Votes) == 1 && check(res, &res.Votes[0], int(present))
	}
}
