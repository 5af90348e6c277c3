package excel

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// fewestGathered is how many problems of one column become one: who made a mistake in
// a few cells looks at each, who made it in a whole column at the column. Of a sheet with
// fewer rows all of them are enough, but for a pair.
const (
	fewestGathered = 5
	fewestRows     = 3
)

// Gather makes one problem of many that say the same of cells of one column, or of the same
// cells of their rows, but for the value, and lists all their cells: they have one cause and
// are mended at once. The order of the others stays. rows is how many rows the sheets have,
// as far as is known.
func Gather(ps []evaluate.Problem, rows map[string]int) []evaluate.Problem {
	groups := map[likeness][]int{}
	for i := range ps {
		if key, ok := likenessOf(&ps[i]); ok {
			groups[key] = append(groups[key], i)
		}
	}
	drop := map[int]bool{}
	out := slices.Clone(ps)
	for _, group := range groups {
		if len(group) < fewestOf(rows[ps[group[0]].At.Sheet]) {
			continue
		}
		out[group[0]] = gathered(ps, group)
		for _, i := range group[1:] {
			drop[i] = true
		}
	}
	kept := out[:0]
	for i := range out {
		if !drop[i] {
			kept = append(kept, out[i])
		}
	}
	return kept
}

// fewestOf is how many problems of a column become one on a sheet of so many rows.
func fewestOf(rows int) int {
	if rows < fewestRows {
		return fewestGathered
	}
	return min(rows, fewestGathered)
}

// likeness is what problems of one cause share.
type likeness struct {
	severity         evaluate.Severity
	code             evaluate.Code
	file, sheet, col string
	message, hint    string
	related          evaluate.Related // the one other place that all of them name, or the column of that in the own row
}

// likenessOf is the likeness of a problem about one cell, or about several of one row; false
// for others.
func likenessOf(p *evaluate.Problem) (likeness, bool) {
	if p.At.Cell == "" || len(p.Related) > 1 {
		return likeness{}, false
	}
	col, row := columnAndRow(p.At.Cell)
	for _, cell := range p.Cells {
		also, its := columnAndRow(cell)
		if its != row {
			return likeness{}, false
		}
		col += " " + also
	}
	key := likeness{severity: p.Severity, code: p.Code, file: p.At.File, sheet: p.At.Sheet,
		col: col, message: withoutValue(p.Message), hint: p.Hint}
	if len(p.Related) == 1 {
		key.related = p.Related[0]
		at := &key.related.At
		if other, its := columnAndRow(at.Cell); its == row && at.File == p.At.File && at.Sheet == p.At.Sheet {
			at.Cell = other
		}
	}
	return key, true
}

// columnAndRow are the two parts of a cell's name.
func columnAndRow(cell string) (column, row string) {
	column = strings.TrimRight(cell, "0123456789")
	return column, cell[len(column):]
}

// withoutValue leaves out what the cell holds: what a message quotes or says to be
// withheld, and the number that it begins with.
func withoutValue(message string) string {
	var out strings.Builder
	for i, part := range strings.Split(evaluate.WithoutHidden(message), `"`) {
		if i%2 == 0 {
			out.WriteString(part)
		}
	}
	return strings.TrimLeft(out.String(), "-0123456789.,")
}

// gathered is the first of some problems, in the order of rows, with all their cells.
func gathered(ps []evaluate.Problem, group []int) evaluate.Problem {
	p := ps[slices.MinFunc(group, func(a, b int) int { return compareRows(ps[a].At.Cell, ps[b].At.Cell) })]
	said := "%d ô khác của cột cũng vậy"
	if len(p.Cells) > 1 {
		said = "%d dòng khác cũng vậy"
	}
	var cells []string
	for _, i := range group {
		if cells = append(cells, ps[i].Cells...); len(ps[i].Cells) == 0 {
			cells = append(cells, ps[i].At.Cell)
		}
	}
	p.Cells = CellRanges(cells)
	p.Subject = ""
	p.Message += "; " + fmt.Sprintf(said, len(group)-1)
	return p
}

// compareRows orders cells from the top.
func compareRows(a, b string) int {
	x, _ := parseCell([]byte(a))
	y, _ := parseCell([]byte(b))
	return int(x.row - y.row)
}

// CellRanges are several cells as people write them, K12:K40 and K45, column by column.
func CellRanges(cells []string) []string {
	all := make([]gridCell, len(cells))
	for i, cell := range cells {
		all[i], _ = parseCell([]byte(cell))
	}
	slices.SortFunc(all, func(a, b gridCell) int { return cmp.Or(int(a.col-b.col), int(a.row-b.row)) })
	var runs cellRuns
	for _, at := range slices.Compact(all) {
		runs.add(at)
	}
	return runs.names()
}

// Rows counts the rows with facts by sheet; nil of a workbook that could not be read.
func (in *Intake) Rows() map[string]int {
	if in == nil {
		return nil
	}
	out := map[string]int{}
	for _, f := range in.Frames {
		for row := range f.Len() {
			out[f.Sources[f.Place(row).Source].Sheet]++
		}
	}
	return out
}
