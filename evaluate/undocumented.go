package evaluate

import "slices"

// sameLack is what rows of decisions have in common that lack the same on one sheet
// and are of one kind, whose forms wait for it, and of one base organization, whose
// workbook lists them.
type sameLack struct {
	file, sheet, column, message string
	kind                         Kind
	base                         int
}

// rowsLacking gathers the rows by what they lack: a column left blank for a whole
// meeting is one problem with all its cells.
type rowsLacking map[sameLack][]Problem

func (l *rowsLacking) add(p Problem, kind Kind, base int) {
	if *l == nil {
		*l = rowsLacking{}
	}
	column, _ := splitCell(p.At.Cell)
	key := sameLack{p.At.File, p.At.Sheet, column, p.Message, kind, base}
	(*l)[key] = append((*l)[key], p)
}

// problems are one for each lack, at its first row.
func (l rowsLacking) problems() []Problem {
	var out []Problem
	for key, ps := range l {
		slices.SortFunc(ps, func(a, b Problem) int { return compareCells(a.At.Cell, b.At.Cell) })
		p := ps[0]
		var rows []int
		for _, q := range ps {
			_, row := splitCell(q.At.Cell)
			rows = append(rows, row)
		}
		p.Cells = CellsBelow(key.column, slices.Compact(rows))
		out = append(out, p)
	}
	return out
}
