package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Leaders and officials need not be members of any branch here. One whose row says that he
// is of a branch that has reported, and does not report him, most likely has a wrong number:
// what is said of the member is then nobody's here.

// askUnreported tells of a row about somebody whom his branch does not report, with the
// member whom it most likely means.
func (w *roles) askUnreported(r formRow) {
	who := w.directories[r.kind].people[r.row]
	if w.pops[evaluate.Member] == nil || w.members[w.subject(r).Person] || w.left.mayHave(who) {
		return
	}
	ids := identityOf(w.pops[r.kind].Frame.Schema)
	branch, p := w.branchSaid(r), evaluate.Problem{}
	sheet, reported := w.branches[branch]
	if reported {
		p = problemUnreported(who.at(ids), branch)
	} else if branch == "" && r.kind == evaluate.Leader && !w.unknown[w.subject(r).Person] && w.allReported(w.books[who.in.table]) {
		w.unknown[w.subject(r).Person] = true // of several posts the first is told
		p, sheet = problemOfNobody(who.at(ids)), w.branches[who.branch]
	} else {
		return
	}
	if w.around == nil {
		w.around = newLookout(w.directories[evaluate.Member].people)
	}
	p = lackedBy(offer(p, w.around.nearest(who), ids), sheet)
	p.Subject = w.subject(r).ID
	w.tell(p)
}

// allReported tells whether every branch of the organization that sent a workbook has
// reported: whoever is nobody's member then is none that is still awaited. Officials are
// often no Party members, leaders seldom.
func (w *roles) allReported(book *kept) bool {
	if book == nil || w.orgOf(book.Receipt.Org) < 0 {
		return false
	}
	for _, i := range w.tree.Within(w.orgOf(book.Receipt.Org)) {
		if reporter(w.tree, i) == excel.BranchBook && !w.reports[w.tree.Orgs[i].Code] {
			return false
		}
	}
	return true
}

// branchSaid is the branch that a row says somebody is of: one that it names, or that on
// whose committee it says he sits. The code of its own branch stands in the rows of a
// workbook for everybody and says nothing.
func (w *roles) branchSaid(r formRow) string {
	who, frame := w.directories[r.kind].people[r.row], w.pops[r.kind].Frame
	book := w.books[who.in.table]
	if book == nil || who.stray {
		return ""
	}
	if who.branch != book.Receipt.Org || isSeated(frame, r.row, seatFact(frame.Schema)) {
		return who.branch
	}
	return ""
}
