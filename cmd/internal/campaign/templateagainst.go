package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A branch's report is followed before any workbook named for templates. What one of these
// says against it, that somebody it reports is gone or is of another branch, is told with
// both cells, and kept beside whom the branch's template names: the person waits until the
// two agree, and nobody else does.

// disputed are the rows of workbooks named that say otherwise than reports.
type disputed struct {
	gone  []person // whom the branch reports
	there []person // whom another branch reports, and these rows have in this one
}

// disputes are those of a branch.
func (m *templateMaker) disputes(branch string) *disputed {
	if m.disputed[branch] == nil {
		m.disputed[branch] = &disputed{}
	}
	return m.disputed[branch]
}

// reportedRows finds whom the branches report; the last word of one that was struck off, and
// that not one alone followed, says nothing against who says since that somebody is gone.
func (m *templateMaker) reportedRows(ids identityFacts) *knownRows {
	var rows []knownRow
	for _, k := range m.books {
		if k.Receipt.Kind == excel.BranchBook && m.standsNow(k) {
			rows = append(rows, m.knownIn(k, ids)...)
		}
	}
	return newKnownRows(rows)
}

// knownIn are the people whom a workbook lists to be reviewed.
func (m *templateMaker) knownIn(k *kept, ids identityFacts) []knownRow {
	if k.listsOthers() {
		return nil
	}
	return m.membersIn(k, ids)
}

// membersIn are the people of a workbook, who is there by the word of others, too.
func (m *templateMaker) membersIn(k *kept, ids identityFacts) (rows []knownRow) {
	t := k.table(evaluate.Member)
	if t == nil {
		return nil
	}
	if tied, _ := bind(t, m.Library.Vocabulary.Schema(evaluate.Member)); tied != nil {
		for row := range t.len() {
			p := tied.personAt(row, ids, m.branchOf, k.Receipt.Org)
			p.branch = m.standsIn(p)
			rows = append(rows, knownRow{person: p})
		}
	}
	return rows
}

// stillReported is the one whom a branch reports although a row of another workbook says
// that he is gone, nil for none and where he came or came back since; back tells that he
// came back to the branch that the row has him leave.
func (m *templateMaker) stillReported(row *goneRow, reported *knownRows) (p *person, back bool) {
	if row.book.Receipt.Kind == excel.BranchBook && !row.sent {
		return nil, false // two reports are asked about when they are put together
	}
	for _, i := range reported.indexesHere(row.person) {
		there := &reported.rows[i].person
		switch came := excel.MovedAway(row.Status) && (there.movedIn() || m.isEarlier(row.book)); {
		case !row.denies(*there):
		case !came:
			return there, false
		default:
			back = true
		}
	}
	return nil, back
}

// movedIn tells whether the row says that he came in the year.
func (p *person) movedIn() bool { return p.status() == statusMovedIn }

// dispute keeps a row that says of somebody whom a branch reports that he is gone.
func (m *templateMaker) dispute(branch string, gone person) {
	d := m.disputes(branch)
	d.gone = append(d.gone, gone)
}

// reportedElsewhere is about somebody whom a workbook named has in a branch that has
// reported without him, and whom another branch reports.
func (m *templateMaker) reportedElsewhere(p, there person, book *kept, ids identityFacts) {
	if p.branch == there.branch || there.movedIn() || p.status() == statusElsewhere {
		return
	}
	earlier := m.isEarlier(book)
	m.twice.add(placing{here: p.branch, there: there.branch, earlier: earlier, reported: true}, p.at(ids), there.at(ids))
	if !earlier {
		d := m.disputes(p.branch)
		d.there = append(d.there, p)
	}
}

// keepDisputed keeps what the workbooks named say against reports with whom the template
// of a branch names.
func (m *templateMaker) keepDisputed(now *kept) {
	d := m.disputed[now.Receipt.Org]
	if d == nil || now.Receipt.Kind != excel.BranchBook {
		return
	}
	for _, p := range d.there {
		now.put(p.in.table.pick([]int{p.row}))
	}
	for _, p := range d.gone {
		now.put(p.in.table.pick([]int{p.row}))
	}
}

// put adds rows to the table of those who are there, or who are gone.
func (k *kept) put(more table) {
	if !more.Left {
		more.Subjects = nil
	}
	to := k.table(more.Kind)
	if more.Left {
		to = k.left(more.Kind)
	}
	if to == nil {
		k.Tables = append(k.Tables, more)
		return
	}
	was, adds := *to, more
	was.Left, adds.Left = false, false // their states are no cells
	out := was.with(&adds)
	if more.Left {
		out.Left, out.Subjects = true, slices.Concat(to.Subjects, more.Subjects)
	}
	*to = *out
}
