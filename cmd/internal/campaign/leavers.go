package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// leavers are the members of whom the reports of their branches say that they have
// left. Nobody grades them; they answer for the row a template or a roster has of
// them, and are listed for the record.
type leavers struct {
	*knownRows            // whatever branch a question is about
	here       *directory // of their own branches
	states     []string
	cells      []evaluate.Origin // of the states
	listed     []excel.LeftMember
}

// reportedLeft gathers them in the order of the reports.
func (a *assembly) reportedLeft(ids identityFacts) *leavers {
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	out := &leavers{here: newDirectory(nil)}
	var rows []knownRow
	for _, k := range a.books {
		t := k.left(evaluate.Member)
		if t == nil || k.Receipt.Kind != excel.BranchBook {
			continue
		}
		tied, _ := bind(t, schema)
		if tied == nil {
			continue // told with the report's other rows
		}
		frame := evaluate.NewFrame(schema)
		tied.into(frame)
		for row := range t.len() {
			p := tied.personAt(row, ids, a.branchOf, k.Receipt.Org)
			at := t.origin(row, factStatus)
			rows = append(rows, knownRow{person: p})
			out.here.add(p)
			out.states, out.cells = append(out.states, t.subject(row)), append(out.cells, at)
			out.listed = append(out.listed, excel.LeftMember{LeftPerson: excel.LeftOf(frame, tied.append(row), t.subject(row)), Org: a.orgOf(p.branch), At: at})
		}
	}
	out.knownRows = newKnownRows(rows)
	return out
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
		return l.cells[m.maybe[0]]
	}
	return l.cells[m.sure]
}

// moved are the rows of those who may be members elsewhere now.
func (l *leavers) moved() (out []knownRow) {
	for i, row := range l.rows {
		if excel.MovedAway(l.states[i]) {
			out = append(out, row)
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
		if i := a.left.forGood(e.person); i >= 0 {
			e.hold(problemReportedGone(e.at(r.ids), a.left.cells[i], a.left.states[i], a.left.rows[i].branch))
		}
	}
}

// forGood is the row that says of somebody that he is no member anywhere any more, -1
// for none.
func (l *leavers) forGood(p person) int {
	if l == nil {
		return -1 // members are no part of the campaign
	}
	for _, i := range l.candidates(person{name: p.name, birth: p.birth, identity: p.identity, card: p.card}) {
		if !excel.MovedAway(l.states[i]) && !differ(p, l.people[i]) {
			return i
		}
	}
	return -1
}

// askLeft holds the posts of those of whom a branch says that they are no members any
// more: whether they are graded in them is not known.
func (p *posts) askLeft() {
	for _, e := range p.entries {
		if i := p.left.forGood(e.person); i >= 0 {
			e.hold(problemPostOfGone(e.at(p.ids), p.left.cells[i], p.left.states[i], p.left.rows[i].branch))
		}
	}
}
