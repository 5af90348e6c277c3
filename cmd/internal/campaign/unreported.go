package campaign

import "github.com/xeploai/xeploai/evaluate"

// Leaders and officials need not be members of any branch here. One whose row says that he
// is of a branch that has reported, and does not report him, most likely has a wrong number:
// what is said of the member is then nobody's here.

// askUnreported tells of a row about somebody whom his branch does not report, with the
// member whom it most likely means.
func (w *roles) askUnreported(r formRow) {
	who := w.directories[r.kind].people[r.row]
	branch := w.branchSaid(r)
	sheet, reported := w.branches[branch]
	if !reported || w.members[w.subject(r).Person] || w.left.mayHave(who) {
		return
	}
	if w.around == nil {
		w.around = newLookout(w.directories[evaluate.Member].people)
	}
	ids := identityOf(w.pops[r.kind].Frame.Schema)
	p := lackedBy(offer(problemUnreported(who.at(ids), branch), w.around.nearest(who), ids), sheet)
	p.Subject = w.subject(r).ID
	w.tell(p)
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
