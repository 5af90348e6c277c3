package campaign

import (
	"maps"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

type templateMaker struct {
	*assembly
	reports *reporting
	known   map[evaluate.Kind]*knownPeople
	// What the workbooks named beside the campaign's own gave: the frame rows of
	// their people with the workbook of each, who stands in two places, who has left by branch, and what could not be used.
	fromRow  []int
	fromBook []*kept
	// fromNamed tells that there were such workbooks: what they do not say of who has
	// left, an earlier template says no more.
	fromNamed bool
	twice     cellPairs[placing]
	left      map[string][]excel.LeftPerson
	gone      goneSaid
	warnings  []evaluate.Problem
	// Who stands in no template because nobody knows his place, and how many of those
	// who have left.
	lost         *directory
	leftUnplaced int
	doubled      int                      // rows of those who perhaps have another
	nowhere      map[evaluate.Origin]bool // the rows of those who were told
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
	m := &templateMaker{assembly: a, fromNamed: len(from) > 0, lost: newDirectory(nil), reports: newReporting(a.tree, a.sets), known: map[evaluate.Kind]*knownPeople{}, left: map[string][]excel.LeftPerson{}, nowhere: map[evaluate.Origin]bool{}}
	if a.sets[evaluate.Member] != nil {
		m.readLeft(from)
		if err := m.readMembers(from); err != nil {
			return nil, err
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
	return m, nil
}

// readMembers gathers who is in which branch: from the branch's own report, else
// from the workbooks named, else from a roster taken in before, else from the
// template written last.
func (m *templateMaker) readMembers(from []*kept) error {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	ids := identityOf(schema)
	known := &knownPeople{frame: evaluate.NewFrame(schema)}
	m.known[evaluate.Member] = known
	reported := map[string]bool{}
	for _, book := range []excel.BookKind{excel.BranchBook, excel.RosterBook} {
		tables, err := m.bind(evaluate.Member, schema, book)
		if err != nil {
			return err
		}
		for _, b := range tables {
			b.into(known.frame)
			var nowhere unknownPlaces
			for row := range b.table.len() {
				p := b.personAt(row, ids, m.branchOf, b.book.Receipt.Org)
				if book == excel.RosterBook {
					if p.branch = m.branchNow(p.branch); m.orgOf(p.branch) < 0 {
						nowhere.add(p.branch, p)
						continue
					}
					if reported[p.branch] || m.hasLeft(p) {
						continue
					}
				}
				to := b.append(row)
				if i := schema.ByRole(evaluate.RoleBranchCode); i >= 0 {
					known.frame.SetText(to, i, p.branch)
				}
				known.orgs = append(known.orgs, p.branch)
			}
			m.tellStrangers(&nowhere, ids)
		}
		for _, branch := range known.orgs {
			reported[branch] = true
		}
		if book == excel.BranchBook {
			if err := m.addFrom(from, maps.Clone(reported)); err != nil {
				return err
			}
			for _, branch := range known.orgs {
				reported[branch] = true
			}
		}
	}
	// Branches nobody knows anything of keep whom their last template named.
	if err := m.addFrom(m.earlierTemplates(evaluate.Member), maps.Clone(reported)); err != nil {
		return err
	}
	m.findTwice(&m.twice)
	m.warnings = append(m.warnings, m.twice.tell(problemPlacedTwice)...)
	return nil
}
