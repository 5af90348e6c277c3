package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

type templateMaker struct {
	*assembly
	giving
	reports   *reporting
	known     map[evaluate.Kind]*knownPeople
	filledIn  *filledIn    // whom the templates name so far
	named     []*kept      // the workbooks named
	before    []*kept      // those named in earlier runs, the last first
	placed    *knownRows   // whom sources have in branches of the list, nil before it is first asked
	stateOpen map[int]bool // rows of the frame whose state the branch is asked for
	unseated  []unseated
	// Who stands in two places, who has left by branch, and what could not be used.
	twice     cellPairs[placing]
	left      map[string][]excel.LeftPerson
	gone      goneSaid
	maybeGone cellPairs[string] // by workbook, who is there and perhaps the one who is gone by another
	warnings  []evaluate.Problem
	// Who stands in no template because nobody knows his place, and how many of those
	// who have left.
	lost         *directory
	leftUnplaced int
	doubled      map[evaluate.Origin]bool // rows of those who perhaps have another
	nowhere      map[evaluate.Origin]bool // the rows of those who were told
	idle         int                      // members of the workbooks named whom nobody grades in the period
	disputed     map[string]*disputed     // by branch, what workbooks named say against reports
	added        map[string][]person      // by branch, whom workbooks named know and its report lacks
	kept         map[string]int           // by branch, who stands there though what is followed before lacks him
}

// knownPeople are the people of a kind that workbooks or rosters speak of, with
// the organization each stands under.
type knownPeople struct {
	frame *evaluate.Frame
	orgs  []string
}

func newTemplateMaker(a *assembly, named named) (*templateMaker, error) {
	from := named.books
	a.remember(named.called)
	m := &templateMaker{assembly: a, giving: newGiving(&named), named: from, before: named.before, lost: newDirectory(nil), stateOpen: map[int]bool{}, reports: newReporting(a.tree, a.sets), known: map[evaluate.Kind]*knownPeople{}, left: map[string][]excel.LeftPerson{}, nowhere: map[evaluate.Origin]bool{}, doubled: map[evaluate.Origin]bool{}, kept: map[string]int{}, added: map[string][]person{}, disputed: map[string]*disputed{}}
	m.recall()
	if a.sets[evaluate.Member] != nil {
		m.readLeft(from)
		if err := m.readMembers(from); err != nil {
			return nil, err
		}
	} else {
		for _, k := range from {
			if t := k.table(evaluate.Member); t != nil {
				m.idle += t.len()
			}
		}
	}
	for _, k := range []evaluate.Kind{evaluate.Leader, evaluate.Staff} {
		if a.sets[k] == nil {
			continue
		}
		p, err := a.postsOf(k)
		if err != nil {
			return nil, err
		}
		if err := m.addPosts(p, from); err != nil {
			return nil, err
		}
		pop := p.populate()
		m.givePosts(p, pop, from)
		known := &knownPeople{frame: pop.Frame}
		for i := range pop.Subjects {
			code := ""
			if org := pop.Subjects[i].Org; org >= 0 {
				code = a.tree.Orgs[org].Code
			}
			known.orgs = append(known.orgs, code)
		}
		m.known[k] = known
	}
	m.countBack()
	return m, nil
}

// readMembers gathers who is in which branch. Sources are joined: the branch's own report,
// then those of branches that it followed, the workbooks named, rosters taken in, the
// template written last, and those of branches that it followed. The
// first that knows somebody is followed; whom a later one knows besides stands too, unless
// one says that he is gone, and that is told.
func (m *templateMaker) readMembers(from []*kept) error {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	m.known[evaluate.Member] = &knownPeople{frame: evaluate.NewFrame(schema)}
	m.filledIn = newFilledIn()
	reports, err := m.bind(evaluate.Member, schema, excel.BranchBook)
	if err != nil {
		return err
	}
	var ended listSource
	for _, b := range reports {
		if m.orgOf(b.book.Receipt.Org) >= 0 {
			m.addReport(b)
		} else {
			ended.books = append(ended.books, b.book)
		}
	}
	m.forgetNormal(from, identityOf(schema))
	sources := []listSource{ended, {books: from, named: true}}
	for _, k := range m.books {
		if k.Receipt.Kind == excel.RosterBook {
			sources = append(sources, listSource{books: []*kept{k}})
		}
	}
	var sent, before listSource
	for _, k := range m.earlierTemplates(evaluate.Member) {
		if m.orgOf(k.Receipt.Org) >= 0 {
			sent.books = append(sent.books, k)
		} else {
			before.books = append(before.books, k)
		}
	}
	sources = append(sources, sent, before)
	for _, s := range sources {
		if err := m.addFrom(s); err != nil {
			return err
		}
	}
	m.partNumbers()
	m.giveRows()
	m.findTwice(&m.twice)
	m.tellUnseated()
	m.warnings = append(m.warnings, m.twice.tell(problemPlacedTwice)...)
	m.warnings = append(m.warnings, m.maybeGone.tell(problemPerhapsGone)...)
	return nil
}

// addReport adds whom a branch reports.
func (m *templateMaker) addReport(b bound) {
	known := m.known[evaluate.Member]
	ids, branch := identityOf(known.frame.Schema), known.frame.Schema.ByRole(evaluate.RoleBranchCode)
	b.into(known.frame)
	for row := range b.table.len() {
		p := b.personAt(row, ids, m.branchOf, b.book.Receipt.Org)
		to := b.append(row)
		if branch >= 0 {
			known.frame.SetText(to, branch, p.branch)
		}
		known.orgs = append(known.orgs, p.branch)
		m.filledIn.add(p, to, b.book)
		m.rows[to] = []namedList{{}}
		m.filledIn.reported[p.branch] = true
	}
}
