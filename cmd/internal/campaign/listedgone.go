package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// goneRows are the rows of rosters about people who, as they say, are no longer to
// be reviewed, with the roster's own word for why.
type goneRows struct {
	*knownRows
	states map[evaluate.Origin]string // by the cell of the state
}

// listedGone gathers whom the rosters taken in list as gone; note is told of each,
// for a roster speaks of his branch too.
func (a *assembly) listedGone(ids identityFacts, note func(person)) goneRows {
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	out := goneRows{states: map[evaluate.Origin]string{}}
	var rows []knownRow
	for _, k := range a.books {
		t := k.left(evaluate.Member)
		if t == nil || k.Receipt.Kind == excel.BranchBook {
			continue
		}
		tied, _ := bind(t, schema)
		if tied == nil {
			continue // told with the roster's other rows
		}
		for row := range t.len() {
			p := tied.personAt(row, ids, a.branchOf, "")
			p.branch = a.branchNow(p.branch)
			note(p)
			rows = append(rows, knownRow{person: p})
			out.states[t.origin(row, factStatus)] = t.subject(row)
		}
	}
	out.knownRows = newKnownRows(rows)
	return out
}

// statesOf are the cells that say that somebody is gone, with what they say.
func (g goneRows) statesOf(p person) (cells []evaluate.Related) {
	for _, k := range g.about(p) {
		at := k.in.table.origin(k.row, factStatus)
		cells = append(cells, second(at, "danh sách ghi “"+g.states[at]+"” ở đây"))
	}
	return cells
}
