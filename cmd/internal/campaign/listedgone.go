package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// listedGone gathers whom the rosters taken in list as gone; note is told of each,
// for a roster speaks of his branch too.
func (a *assembly) listedGone(rows []goneRow, note func(person)) goneSaid {
	var said []goneRow
	for _, row := range rows {
		if row.book.Receipt.Kind == excel.BranchBook {
			continue
		}
		row.branch = a.branchNow(row.branch)
		note(row.person)
		said = append(said, row)
	}
	return newGoneSaid(said)
}

// statesOf are the cells that say that somebody is gone, with what they say.
func (g goneSaid) statesOf(p person) (cells []evaluate.Related) {
	if g.knownRows == nil {
		return nil
	}
	for _, row := range g.of(p) {
		cells = append(cells, second(row.at, "danh sách ghi “"+row.Status+"” ở đây"))
	}
	return cells
}

// askListedGone holds whoever is reported by a branch although a template that was sent
// out, or a workbook named for it after the report came, lists him as gone: for good, or
// from this branch, which does not say that he moved in. Templates of branches a roster
// taken in speaks of are judged by the roster.
func (a *assembly) askListedGone(r *roll, rosters []bound) {
	var said []goneRow
	for _, row := range a.goneRows(a.prefilled, r.ids) {
		row.branch = a.branchNow(row.branch)
		if !a.isOwnWord(&row) {
			said = append(said, row)
		}
	}
	if len(said) == 0 {
		return
	}
	listed, covered := newGoneSaid(said), a.rosterBranches(r.ids, rosters)
	for _, e := range r.entries {
		if e.drop || e.misnamed {
			continue
		}
		var cells []evaluate.Related
		for _, row := range listed.of(e.person) {
			ours, by := row.at.File == row.book.Receipt.Path, "mẫu"
			if !ours {
				by = "tệp dùng để ghi sẵn mẫu"
			}
			if ours && covered[e.branch] || excel.MovedAway(row.Status) && (row.branch != e.branch || e.status() == statusMovedIn) {
				continue
			}
			cells = append(cells, second(row.at, by+" ghi “"+row.Status+"” ở đây"))
		}
		if len(cells) > 0 {
			e.hold(problemTemplateGone(e.at(r.ids), cells))
		}
	}
}
