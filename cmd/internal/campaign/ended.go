package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The list of organizations may change while reports come in. One of a branch that was
// merged, renamed or divided since says who was there: whoever the branches that followed
// report, or say is gone, is answered for, and the others are asked about.

// askUnlisted holds the people of organizations that the list does not have: one question
// a file and organization, which names those of the list that followed it.
func (a *assembly) askUnlisted(r *roll) {
	type report struct{ file, branch string }
	people := map[report][]*entry{}
	var order []report
	for _, e := range r.entries {
		if e.org >= 0 || e.drop {
			continue
		}
		if row := a.goneSince(e); row != nil {
			e.drop = true
			a.problems = append(a.problems, noteAboutLeft(e.at(r.ids), "báo cáo của "+row.branch, []evaluate.Related{second(row.at, "ghi “"+row.Status+"” ở đây")}))
			continue
		}
		from := report{e.at(r.ids).File, e.branch}
		if people[from] == nil {
			order = append(order, from)
		}
		people[from] = append(people[from], e)
	}
	for _, from := range order {
		p := a.problemEnded(people[from], r.ids)
		for _, e := range people[from] {
			e.hold(p)
		}
	}
}

// goneSince is the row in which a branch that followed that of somebody says that he is no
// longer there, nil for none.
func (a *assembly) goneSince(e *entry) *goneRow {
	for _, code := range a.followers(e.branch) {
		p := e.person
		p.branch = code
		for _, i := range a.left.here.namesakes(p) {
			if a.left.rows[i].branch == code && !bornApart(p, a.left.rows[i].person) {
				return &a.left.rows[i]
			}
		}
	}
	return nil
}

// problemEnded is about people of a report that stands for nothing any more, or not yet.
func (a *assembly) problemEnded(people []*entry, ids identityFacts) evaluate.Problem {
	var cells []evaluate.Origin
	for _, e := range people {
		cells = append(cells, e.at(ids))
	}
	now := a.followers(people[0].branch)
	lacking := a.haveReported(excel.BranchBook, now)
	p := problemUnlistedBranch(cells, people[0].branch, now, lacking)
	if _, renamed := a.renamed(people[0].branch); renamed && !lacking && a.hasReported(bookKey{excel.BranchBook, people[0].branch}) {
		p.Hint = hintTakeAgain(now[0])
	}
	for _, code := range now {
		if lacking {
			p = lackedBy(p, a.reportOf(bookKey{excel.BranchBook, code}).sheet(evaluate.Member))
		}
	}
	return p
}
