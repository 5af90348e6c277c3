package campaign

import (
	"slices"

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
	var listed, unlisted []*entry
	for _, e := range r.entries {
		switch {
		case e.drop:
		case e.org >= 0:
			listed = append(listed, e)
		default:
			unlisted = append(unlisted, e)
		}
	}
	if len(unlisted) == 0 {
		return
	}
	d := newDirectory(personsOf(listed))
	for _, e := range unlisted {
		if at := a.findSince(d, e); at >= 0 { // by name and birth date; numbers were settled
			e.drop = true
			listed[at].notes = append(listed[at].notes, problemGradedThere(e.at(r.ids), listed[at].at(r.ids)))
			continue
		}
		if at := a.findSince(a.left.here, e); at >= 0 {
			row := a.left.rows[at]
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
		a.asksEnded[from.file] = true
	}
}

// askStruckOff asks about those whom the template of a branch named that the list has no more and
// whom no report has, once nobody can be waited for: neither those that followed it, nor another
// in whose template, or a roster, he stands.
func (a *assembly) askStruckOff(r *roll, rosters []bound) {
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	var covered map[string]bool // by rosters, which ask for their people
	var known *knownRows
	var sent goneSaid // who is gone by templates
	for _, k := range a.prefilled {
		code := k.Receipt.Org
		t, now := k.table(evaluate.Member), a.followers(code)
		if t == nil || a.orgOf(a.branchNow(code)) >= 0 || a.hasReported(k.Receipt.key()) || len(now) > 0 && !a.haveReported(excel.BranchBook, now) {
			continue
		}
		tied, _ := bind(t, schema)
		if tied == nil {
			continue
		}
		if known == nil {
			known, covered, sent = a.knownOnList(r, rosters), a.rosterBranches(r.ids, rosters), newGoneSaid(a.goneRows(a.prefilled, r.ids))
		}
		if covered[code] {
			continue
		}
		var gone []evaluate.Origin
		for row := range t.len() {
			p := tied.personAt(row, r.ids, a.branchOf, code)
			left := a.left.mayHave(p) || len(a.listedLeft.statesOf(p)) > 0 || slices.ContainsFunc(sent.of(p), func(row goneRow) bool { return row.denies(p) })
			if len(known.indexes(p)) == 0 && !r.spoken[p.at(r.ids)] && !left {
				gone = append(gone, p.at(r.ids))
			}
		}
		if len(gone) > 0 {
			a.problems = append(a.problems, problemStruckOffMissed(gone, code, now))
		}
	}
}

// knownOnList are those whom reports or rosters have, which are asked about themselves, or the
// templates of branches of the list.
func (a *assembly) knownOnList(r *roll, rosters []bound) *knownRows {
	rows := slices.DeleteFunc(a.listedPeople(r.ids, rosters), func(k knownRow) bool { return a.orgOf(a.branchNow(k.branch)) < 0 && a.wasSent(k.branch) })
	for _, e := range r.entries {
		rows = append(rows, knownRow{person: e.person})
	}
	return newKnownRows(rows)
}

// findSince is the position of whom a branch that followed that of somebody certainly means
// by him, -1 for nobody.
func (a *assembly) findSince(d *directory, e *entry) int {
	for _, code := range a.followers(e.branch) {
		p := e.person
		p.branch = code
		if m := d.find(p); m.sure >= 0 && d.people[m.sure].branch == code {
			return m.sure
		}
	}
	return -1
}

// problemEnded is about people of a report that stands for nothing any more, or not yet.
func (a *assembly) problemEnded(people []*entry, ids identityFacts) evaluate.Problem {
	var cells []evaluate.Origin
	for _, e := range people {
		cells = append(cells, e.at(ids))
	}
	now := a.followers(people[0].branch)
	lacking := a.haveReported(excel.BranchBook, now)
	p := problemUnlistedBranch(cells, a.written(people[0].branch), now, lacking)
	if !lacking && a.hasReported(bookKey{excel.BranchBook, people[0].branch}) {
		p.Hint = a.hintRenamed(people[0].branch, p.Hint)
	}
	if code := a.written(people[0].branch); code != people[0].branch {
		p.Hint += hintPresentBearer(code)
	}
	for _, code := range now {
		if lacking {
			p = lackedBy(p, a.reportOf(bookKey{excel.BranchBook, code}).sheet(evaluate.Member))
		}
	}
	return p
}
