package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// leavers are the members of whom the reports of their branches say that they have
// left. Nobody grades them; they answer for the row a template or a roster has of
// them, and are listed for the record.
type leavers struct {
	goneSaid               // whatever branch a question is about
	here     *directory    // of their own branches
	listed   map[int]bool  // rows of those who moved away and whom a roster still has where nobody reports them
	now      []whereabouts // by row, once reports are put together
}

// reportedLeft gathers them in the order of the reports.
func (a *assembly) reportedLeft(rows []goneRow) *leavers {
	out := &leavers{here: newDirectory(nil), listed: map[int]bool{}}
	var said []goneRow
	for _, row := range rows {
		if row.book.Receipt.Kind == excel.BranchBook {
			said = append(said, row)
			out.here.add(row.person)
		}
	}
	out.goneSaid = newGoneSaid(said)
	return out
}

// onRecord are all of them, for the record.
func (a *assembly) onRecord(l *leavers) []excel.LeftMember {
	out := make([]excel.LeftMember, len(l.rows))
	for i, row := range l.rows {
		out[i] = excel.LeftMember{LeftPerson: row.LeftPerson, Org: a.orgOf(row.branch), At: row.at, Now: l.now[i].branch, Nowhere: l.now[i].nowhere}
	}
	return out
}

// MovedNowhere counts the members of whom their branches say that they moved away and whom
// no report has.
func (g *Grading) MovedNowhere() int {
	n := 0
	for _, m := range g.Left {
		if m.Nowhere {
			n++
		}
	}
	return n
}

// has tells whether a branch says that somebody it was known to have has left.
func (l *leavers) has(p person) bool { return l.here.find(p).sure >= 0 }

// mayHave is has that takes a number or a date that the branch corrected for its own.
func (l *leavers) mayHave(p person) bool {
	m := l.here.find(p)
	return m.sure >= 0 || len(m.maybe) > 0
}

// cellOf is the cell that says that somebody has left.
func (l *leavers) cellOf(p person) evaluate.Origin {
	m := l.here.find(p)
	if m.sure < 0 {
		return l.rows[m.maybe[0]].at
	}
	return l.rows[m.sure].at
}

// moved are the rows of those who may be members elsewhere now.
func (l *leavers) moved() (out []knownRow) {
	for _, row := range l.rows {
		if excel.MovedAway(row.Status) {
			out = append(out, knownRow{person: row.person})
		}
	}
	return out
}

// askLeft holds whoever one branch reports and another says is no member anywhere.
func (a *assembly) askLeft(r *roll) {
	for _, e := range r.entries {
		if e.drop || e.misnamed {
			continue
		}
		if row := a.left.forGood(e.person); row != nil {
			e.hold(problemReportedGone(e.at(r.ids), row.at, row.Status, row.branch))
		}
	}
}

// forGood is the row that says of somebody that he is no member anywhere any more, nil
// for none.
func (l *leavers) forGood(p person) *goneRow {
	if l == nil {
		return nil // members are no part of the campaign
	}
	for _, i := range l.candidates(person{name: p.name, birth: p.birth, identity: p.identity, card: p.card}) {
		if !excel.MovedAway(l.rows[i].Status) && !differ(p, l.people[i]) {
			return &l.rows[i]
		}
	}
	return nil
}

// askLeft holds the posts of those of whom a branch says that they are no members any
// more: whether they are graded in them is not known.
func (p *posts) askLeft() {
	for _, e := range p.entries {
		if row := p.left.forGood(e.person); row != nil {
			e.hold(problemPostOfGone(e.at(p.ids), row.at, row.Status, row.branch))
		}
	}
}
