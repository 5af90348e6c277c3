package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// In what state somebody is may change from day to day, and his branch may know it before
// the roster does: the report's word counts. But a roster that has him exempt, suspended or
// active elsewhere while the branch reports another state was written by somebody who knew
// why; the report may have the state from last period. So that is asked. That a roster has
// him among those who take part is its word for everybody of whom it knows nothing else,
// and no matter.

// isAway tells whether a state says that somebody takes part in two places.
func isAway(status string) bool { return status == statusElsewhere || status == statusMovedIn }

// compareState keeps a row whose state a roster of its branch, or of one that the list does
// not have, knows otherwise; about are the listed rows about its person.
func (c *nameCheck) compareState(g *against, e *entry, about []person) {
	said := e.status()
	var listed *person
	for i := range about {
		q := &about[i]
		branch := c.in.branchNow(q.branch)
		if !c.rosters[q.in] || c.in.orgOf(branch) >= 0 && branch != c.in.branchNow(e.branch) {
			continue
		}
		switch s := q.status(); {
		case s == said || isAway(s) && isAway(said):
			return
		case s != "" && s != statusNormal && listed == nil:
			listed = q
		}
	}
	if said != "" && listed != nil {
		g.apart[factStatus] = append(g.apart[factStatus], contrary{e, *listed})
	}
}

// askStates asks about the people of one report whose states a roster knows otherwise: once
// for all in the same two states. Each is read both ways; who is elsewhere by the roster
// waits by that for a comment.
func (a *assembly) askStates(people []contrary) {
	type way struct {
		said, listed string
		waits        bool
	}
	var order []way
	by := map[way][]contrary{}
	for _, x := range people {
		w := way{x.status(), x.known.status(), x.known.status() == statusElsewhere && !x.hasComment()}
		if by[w] == nil {
			order = append(order, w)
		}
		by[w] = append(by[w], x)
	}
	for _, w := range order {
		p := problemOtherState(a.Library.Vocabulary.Schema(evaluate.Member), by[w])
		if !w.waits && !a.sets[evaluate.Member].Distinguishes(factStatus, w.said, w.listed) {
			by[w][0].notes = append(by[w][0].notes, asideOnly(p))
			continue
		}
		for _, x := range by[w] {
			if w.waits {
				x.hold(p)
			} else {
				x.doubts = append(x.doubts, evaluate.Doubt{Fact: factStatus, Given: w.said, Other: w.listed, Problem: p})
			}
		}
	}
}

// forgetNormal leaves out of workbooks of other periods that somebody took part like others,
// where a source of this one knows of another state: it was said of its own time.
func (m *templateMaker) forgetNormal(named []*kept, ids identityFacts) {
	var rows []knownRow
	for _, k := range slices.Concat(named, m.books, m.earlierTemplates(evaluate.Member)) {
		sent := k.Receipt.Kind == excel.BranchBook && !slices.Contains(named, k)
		if m.isEarlier(k) || sent && slices.Contains(m.books, k) { // a report is followed before all
			continue
		}
		for _, r := range m.knownIn(k, ids) {
			if s := r.status(); s != "" && s != statusNormal && !(sent && m.gaveAll(k, r.person, named)) {
				rows = append(rows, r)
			}
		}
	}
	now := newKnownRows(rows)
	now.days = lastingDays(m.Library.Vocabulary.Schema(evaluate.Member))
	var told cellPairs[[2]string]
	met := map[evaluate.Origin]bool{} // several workbooks of one period know him
	for _, k := range named {
		if !m.isEarlier(k) {
			continue
		}
		for _, r := range m.knownIn(k, ids) {
			found := now.indexesHere(r.person)
			if r.status() != statusNormal || len(found) == 0 || m.hasReported(bookKey{excel.BranchBook, r.branch}) {
				continue
			}
			r.in.table.find(factStatus).clear(r.row)
			there := rows[slices.Min(found)]
			if cell := there.in.table.origin(there.row, factStatus); !met[cell] {
				met[cell] = true
				told.add([2]string{k.Receipt.Path, cell.File}, r.in.table.origin(r.row, factStatus), cell)
			}
		}
	}
	m.warnings = append(m.warnings, told.tell(noteNewerState)...)
}

// gaveAll tells whether all workbooks that gave somebody of a template written before are
// named again, so that they say themselves what they say of him now.
func (m *templateMaker) gaveAll(k *kept, p person, named []*kept) bool {
	by, _ := m.giversOf(k, m.keyOfRow(string(evaluate.Member), p), false)
	return !slices.ContainsFunc(by, func(l namedList) bool {
		return l != (namedList{}) && !slices.ContainsFunc(named, func(n *kept) bool { return n.Receipt.Path == l.Path })
	})
}
