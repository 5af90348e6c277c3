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
	for _, row := range g.of(p) {
		cells = append(cells, second(row.at, "danh sách ghi “"+row.Status+"” ở đây"))
	}
	return cells
}
