package campaign

import (
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What lasts of somebody lasts where it was said. A seat on a branch's committee is not one
// on the committee of the branch that he moved to, or into which his was merged. And whom
// last period has in another branch than a source of this one has most likely moved since:
// that he takes part like others nobody knows, so his branch is asked for his state.

// unseated is a seat that is not taken into a template, and the row of the frame.
type unseated struct {
	to  int
	way seatApart
	at  evaluate.Origin
}

// seatApart is a workbook, the branch on whose committee it has somebody, and his branch now.
type seatApart struct{ path, said, branch string }

// takes tells which facts of a row stand in the template of a branch, in row to of the
// frame; said is the branch that the row names.
func (m *templateMaker) takes(b bound, row, to int, said, branch string) func(fact int) bool {
	schema := b.target.Schema
	post, _ := schema.Index(factPartyPost)
	state, _ := schema.Index(factStatus)
	return func(fact int) bool {
		switch fact {
		case post:
			if said == branch || !m.isSeat(b, row) || m.goesOnAs(b.book, said, branch) {
				return true
			}
			m.unseated = append(m.unseated, unseated{to, seatApart{b.book.Receipt.Path, said, branch}, b.table.origin(row, factPartyPost)})
			return false
		case state:
			return !m.stateOpen[to]
		}
		return true
	}
}

// isSeat tells whether the post of a row is one on the committee of its branch.
func (m *templateMaker) isSeat(b bound, row int) bool {
	def, _ := b.target.Schema.Index(factPartyPost)
	choices := b.target.Schema.Facts[def].Choices
	at, known := b.target.Schema.Facts[def].CodeIndex(b.table.find(factPartyPost).code(row))
	return known && choices[at].Seat
}

// goesOnAs tells whether a branch that is no more and the one that follows it are one, with
// one committee: no other went into that one, and it had no people of its own by then.
func (m *templateMaker) goesOnAs(k *kept, said, branch string) bool {
	if m.orgOf(said) >= 0 || !slices.Equal(m.followers(said), []string{branch}) {
		return false
	}
	return len(m.tree.Orgs[m.orgOf(branch)].Predecessors) == 1 && !m.stoodBeside(k, branch)
}

// stoodBeside tells whether the workbooks of a workbook's own time know people of a branch
// by its own code.
func (m *templateMaker) stoodBeside(k *kept, branch string) bool {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	ids := identityOf(schema)
	for _, other := range slices.Concat(m.named, m.books, m.prefilled) {
		t := other.table(evaluate.Member)
		if t == nil || other.Receipt.Kind == excel.RosterBook || other.Receipt.Period == "" || m.isEarlier(other) != m.isEarlier(k) {
			continue
		}
		tied, _ := bind(t, schema)
		for row := 0; tied != nil && row < t.len(); row++ {
			if tied.personAt(row, ids, m.branchOf, other.Receipt.Org).branch == branch {
				return true
			}
		}
	}
	return false
}

// appendLasting copies a row into the template of a branch, without what does not last there.
func (m *templateMaker) appendLasting(b bound, row int, said, branch string) int {
	to := b.append(row)
	if post, known := b.target.Schema.Index(factPartyPost); known && !m.takes(b, row, to, said, branch)(post) {
		b.target.Clear(to, post)
	}
	return to
}

// askState leaves the state of somebody open whom two sources have in two branches, one of
// them last period's, where no more is known than that he takes part like others; status is
// what the other says. It tells whether it is open.
func (m *templateMaker) askState(to int, status string) bool {
	f := m.known[evaluate.Member].frame
	state, _ := f.Schema.Index(factStatus)
	given := f.Value(to, state)
	if status != "" && status != statusNormal && !isAway(status) || !given.IsBlank() && f.Data(state, given) != statusNormal {
		return false
	}
	f.Clear(to, state)
	m.stateOpen[to] = true
	return true
}

// tellUnseated tells whose seats are left open.
func (m *templateMaker) tellUnseated() {
	f := m.known[evaluate.Member].frame
	post, _ := f.Schema.Index(factPartyPost)
	met := map[int]bool{}
	var told cellPairs[seatApart]
	for _, u := range m.unseated {
		if !met[u.to] && f.Value(u.to, post).IsBlank() {
			met[u.to] = true
			told.add(u.way, u.at, u.at)
		}
	}
	m.warnings = append(m.warnings, told.tell(noteUnseated)...)
}

// noteUnseated is about people who sat on the committee of a branch that is not theirs now.
func noteUnseated(w seatApart, at, _ []evaluate.Origin) evaluate.Problem {
	p := question("E363", at[0], fmt.Sprintf("%s giữ chức vụ trong chi ủy của %s theo tệp này, mà nay ở %s; mẫu để trống chức vụ đảng", peopleWord(len(at)), evaluate.QuoteCode(w.said), evaluate.QuoteCode(w.branch)),
		"không cần làm gì: chi bộ ghi chức vụ trong chi ủy hiện nay")
	p.Severity, p.Cells = evaluate.Note, cellsOnSheet(at[0], at)
	return p
}

// askBoth is askState of two rows about somebody, of whom both branches' templates name him,
// one by last period's lists; what a branch has reported stands.
func (m *templateMaker) askBoth(rows [2]int) (open bool) {
	known := m.known[evaluate.Member]
	var states [2]string
	earlier := false
	for i, row := range rows {
		at := slices.Index(m.filledIn.row, row)
		states[i] = m.filledIn.people[at].status()
		earlier = earlier || m.isEarlier(m.filledIn.book[at])
	}
	for i, row := range rows {
		if earlier && !m.filledIn.reported[known.orgs[row]] && m.askState(row, states[1-i]) {
			open = true
		}
	}
	return open
}
