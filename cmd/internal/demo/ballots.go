package demo

import "github.com/xeploai/xeploai/evaluate"

// meeting is one branch's meeting: how many had to come and how many came.
type meeting struct{ summoned, present int }

// votes tells whether the set in force asks branches for their ballots.
func (w *world) votes() bool { return w.members.row(0).uses("vote_branch_summoned") }

// summoned counts those of a branch who have to come: its official members,
// neither exempt nor suspended nor active elsewhere.
func (w *world) summoned(first, n int) int {
	count := 0
	for i := first; i < first+n; i++ {
		p := &w.people[i]
		switch {
		case p.status == "exempt" || p.status == "suspended" || p.status == "temporary_elsewhere":
		case p.admitted.Year >= w.opt.Period.Year: // still on probation
		default:
			count++
		}
	}
	return max(count, 1)
}

// vote writes down how the people of one branch voted on what was proposed for
// each: nearly everybody for it, the others for the grade beside it.
func (w *world) vote(first, n int) {
	if !w.votes() {
		return
	}
	d := newDice(w.opt, "ballots of "+w.codeOf(&w.people[first]))
	m := meeting{summoned: w.summoned(first, n)}
	m.present = m.summoned - d.between(0, m.summoned/8)
	for i := first; i < first+n; i++ {
		r := w.members.row(i)
		if grade := r.proposed(); grade != "" && w.people[i].quality != unrated {
			r.ballots(m, grade, m.present-d.between(0, m.present/12))
		}
	}
}

// proposed is the grade a branch proposes, "" for none.
func (r row) proposed() string {
	fact, ok := r.position("proposal_branch")
	if !ok || r.frame.Value(r.at, fact).IsBlank() {
		return ""
	}
	return r.frame.Schema.Facts[fact].Choices[r.frame.Value(r.at, fact).Choice()].Code
}

// ballots writes down one vote: everybody present took a ballot and gave it back,
// all are valid, and who is not in favour is for the grade beside.
func (r row) ballots(m meeting, grade string, inFavour int) {
	r.number("vote_branch_summoned", m.summoned)
	r.number("vote_branch_present", m.present)
	for _, id := range []evaluate.FactID{"vote_branch_issued", "vote_branch_returned", "vote_branch_valid"} {
		r.number(id, m.present)
	}
	r.number("vote_branch_invalid", 0)
	beside := map[string]string{"excellent": "good", "good": "completed", "completed": "good", "not_completed": "completed"}[grade]
	for _, g := range []string{"excellent", "good", "completed", "not_completed"} {
		n := 0
		switch g {
		case grade:
			n = inFavour
		case beside:
			n = m.present - inFavour
		}
		r.number(evaluate.FactID("vote_branch_"+g), n)
	}
}
