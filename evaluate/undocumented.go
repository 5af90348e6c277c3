package evaluate

import (
	"fmt"
	"slices"
	"strconv"
)

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
		if len(ps) > 1 {
			p.Cells = ranges(key.column, ps)
		}
		out = append(out, p)
	}
	return out
}

// ranges names the cells of problems in one column, in order, rows that follow each
// other as one range.
func ranges(column string, ps []Problem) []string {
	var out []string
	from, to := 0, -1
	end := func() {
		switch {
		case to < from:
		case from == to:
			out = append(out, column+strconv.Itoa(from))
		default:
			out = append(out, fmt.Sprintf("%s%d:%[1]s%[3]d", column, from, to))
		}
	}
	for _, p := range ps {
		_, row := splitCell(p.At.Cell)
		switch row {
		case to: // a row is counted once
		case to + 1:
			to = row
		default:
			end()
			from, to = row, row
		}
	}
	end()
	return out
}
