package demo

import "github.com/xeploai/xeploai/evaluate"

// leastBranch is how many members a branch needs for shares to tell anything.
const leastBranch = 10

// stageChain lets the government of one level limit the organization, the
// organization its committee, and both the secretary.
func (w *world) stageChain() {
	at, size := -1, 0
	for i, o := range w.layout.orgs {
		if n := w.branchesOf(i); o.Level == evaluate.BaseCommittee && w.layout.served[i] && w.bodyIndex(o.Code+codeCommittee) >= 0 && (at < 0 || n < size) {
			at, size = i, n
		}
	}
	if at < 0 || !w.knows(evaluate.Organization, "ORG-XS4-GOVERNMENT") {
		return
	}
	code := w.layout.orgs[at].Code
	w.cast.orgs[code] = star
	w.cast.spared[code] = true
	for b := range w.layout.branches {
		org := w.layout.branches[b].org
		if w.baseOf(org) != code {
			continue
		}
		w.cast.orgs[w.layout.orgs[org].Code] = solid
		w.cast.spared[w.layout.orgs[org].Code] = true
		for i := range w.people {
			if w.people[i].branch == b && w.people[i].quality != unrated {
				w.people[i].quality, w.people[i].sick = solid, 0
			}
		}
	}
	w.later(func() {
		r := w.orgs.row(at)
		r.choice("government_grade", "completed")
		r.choice("front_grade", "good")
		r.choice("mass_bodies_grade", "good")
		r.yes("reviewed", true)
	})
	w.play(Scene{Kind: Counterpart, Of: evaluate.Organization, Rule: "ORG-XS4-GOVERNMENT", Verdict: evaluate.Fails,
		Outcome: evaluate.Graded, Grade: evaluate.Good, find: place(code)})
	w.cast.bodies[code+codeCommittee] = star
	w.play(Scene{Kind: CommitteeBound, Of: evaluate.Collective, Rule: "COL-LE-ORGANIZATION", Verdict: evaluate.Holds,
		Outcome: evaluate.Graded, Grade: evaluate.Good, find: place(code + codeCommittee)})
	if head := w.postIn(code+codeCommittee, "head", 0); head >= 0 {
		w.posts[head].quality = star
		w.play(Scene{Kind: SecretaryBound, Of: evaluate.Leader, Rule: "HEAD-LE-ORGANIZATION", Verdict: evaluate.Holds,
			Outcome: evaluate.Graded, Grade: evaluate.Good, find: w.holder(head)})
	}
}

// stageBranches lets members shape their branch.
func (w *world) stageBranches() {
	if w.knows(evaluate.Organization, "ORG-XS3-MEMBERS-T") {
		w.stageShare(3, Scene{Kind: ShareOfExcellent, Rule: "ORG-XS3-MEMBERS-T", Grade: evaluate.Good})
		w.stageShare(6, Scene{Kind: ShareOfGood, Rule: "ORG-T2-MEMBERS-T", Grade: evaluate.Completed})
		w.stageFailedMember()
	}
	if w.knows(evaluate.Organization, "K-C2-MEMBERS") {
		w.stageCommitteeMember()
	}
}

// stageShare makes some in ten members of an excellent branch less than good.
func (w *world) stageShare(inTen int, s Scene) {
	at, first, n, ok := w.branch(leastBranch, nil)
	if !ok {
		return
	}
	w.went(first, n, solid)
	rated := 0
	for i := first; i < first+n; i++ {
		if w.people[i].quality == solid {
			rated++
		}
	}
	for i, left := first+n-1, rated*inTen/10; left > 0; i-- {
		if w.people[i].quality == solid {
			w.people[i].quality = fair
			left--
		}
	}
	w.excellentBranch(at)
	s.Of, s.Verdict, s.Outcome, s.find = evaluate.Organization, evaluate.Fails, evaluate.Graded, place(w.layout.orgs[at].Code)
	w.play(s)
}

func (w *world) excellentBranch(at int) {
	w.cast.orgs[w.layout.orgs[at].Code] = star
	w.later(func() {
		r := w.orgs.row(at)
		r.yes("reviewed", true)
	})
}

// stageFailedMember lets a member fail as an official, and with him the branch.
func (w *world) stageFailedMember() {
	graded := func(p *person) bool { return p.stateGraded() }
	at, first, n, ok := w.branch(leastBranch, func(first, n int) bool { return w.plainIn(first, n, graded) >= 0 })
	if !ok {
		return
	}
	w.went(first, n, solid)
	i := w.plainIn(first, n, graded)
	w.people[i].quality = star
	w.excellentBranch(at)
	w.later(func() { w.members.row(i).choice("state_grade", "not_completed") })
	w.play(Scene{Kind: StateGrade, Of: evaluate.Member, Rule: "MEM-K3", Verdict: evaluate.Holds,
		Outcome: evaluate.Graded, Grade: evaluate.NotCompleted, find: w.member(i)})
	w.play(Scene{Kind: OneFailedMember, Of: evaluate.Organization, Rule: "ORG-T2-MEMBERS-HT", Verdict: evaluate.Fails,
		Outcome: evaluate.Graded, Grade: evaluate.Completed, find: place(w.layout.orgs[at].Code)})
}

// stageCommitteeMember lets a member of a branch's committee be disciplined for
// what he did in office.
func (w *world) stageCommitteeMember() {
	official := func(first, n int) int {
		for i := first; i < first+n; i++ {
			if p := &w.people[i]; p.post != "none" && p.status == "normal" && p.quality != unrated {
				return i
			}
		}
		return -1
	}
	at, first, n, ok := w.branch(leastBranch, func(first, n int) bool { return official(first, n) >= 0 })
	if !ok {
		return
	}
	w.went(first, n, solid)
	i := official(first, n)
	w.excellentBranch(at)
	w.later(func() {
		r := w.members.row(i)
		r.choice("discipline", "reprimand")
		r.yes("discipline_duty", true)
	})
	w.play(Scene{Kind: CommitteeMember, Of: evaluate.Organization, Rule: "K-C2-MEMBERS", Verdict: evaluate.Holds,
		Outcome: evaluate.Graded, Grade: evaluate.NotCompleted, find: place(w.layout.orgs[at].Code)})
}

// sickMonths is a leave longer than any set asks about.
const sickMonths = 6

// stageMembers lets somebody with an excellent year have been ill for half of it.
func (w *world) stageMembers() {
	_, first, n, ok := w.branch(leastBranch, func(first, n int) bool { return w.plainIn(first, n, nil) >= 0 })
	if !ok {
		return
	}
	i := w.plainIn(first, n, nil)
	w.people[i].quality, w.people[i].sick, w.people[i].maternity = star, sickMonths, 0
	s := Scene{Kind: SickLeave, Of: evaluate.Member, Rule: "TIME-1", Verdict: evaluate.Holds,
		Outcome: evaluate.Graded, Grade: evaluate.Completed, find: w.member(i)}
	if !w.knows(evaluate.Member, s.Rule) {
		s.Kind, s.Rule, s.Grade = SickLeaveFree, "", evaluate.Excellent
	}
	w.play(s)
}
