package excel

import (
	"cmp"
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// blanks count the required cells of a sheet that are empty, by row. What is
// missing is told in few problems: a column that many left out is one, and so is
// the row of somebody of whom hardly anything is said. A cell is told with
// whichever of its column and its row lacks more cells, with the column where both
// lack as many.
type blanks map[int32]int

// lacks notes a required cell that is empty.
func (s *sheetReading) lacks(c *readColumn, row int) {
	if s.lacking == nil {
		s.lacking = blanks{}
	}
	s.lacking[int32(row)]++
	c.blank.add(gridCell{int32(c.column + 1), int32(row)})
}

// reportBlanks tells what is missing, once all rows are read.
func (s *sheetReading) reportBlanks() {
	rows := s.blankRows()
	for i := range s.columns {
		c := &s.columns[i]
		var cells cellRuns
		for at := range c.blank.each {
			if _, told := rows[at.row]; !told || !s.lacking.ofRow(at, c) {
				cells.add(at)
			}
		}
		s.tell(&cells, func(at evaluate.Origin, n int) evaluate.Problem { return problemRequired(at, c.def.Heading, n) })
	}
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		s.reportBlankRow(row, rows[row])
	}
}

// blankRows picks the rows that are told as such, with the columns told there.
func (s *sheetReading) blankRows() map[int32][]*readColumn {
	rows := map[int32][]*readColumn{}
	for i := range s.columns {
		c := &s.columns[i]
		for at := range c.blank.each {
			if s.lacking.ofRow(at, c) {
				rows[at.row] = append(rows[at.row], c)
			}
		}
	}
	maps.DeleteFunc(rows, func(_ int32, cols []*readColumn) bool { return len(cols) < 2 })
	return rows
}

// ofRow tells whether an empty cell of a column belongs to its row.
func (b blanks) ofRow(at gridCell, c *readColumn) bool { return b[at.row] > c.blank.count }

// reportBlankRow tells of a row that lacks several cells.
func (s *sheetReading) reportBlankRow(row int32, cols []*readColumn) {
	slices.SortFunc(cols, func(a, b *readColumn) int { return cmp.Compare(a.column, b.column) })
	var cells []gridCell
	var headings []string
	for _, c := range cols {
		cells = append(cells, gridCell{int32(c.column + 1), row})
		headings = append(headings, c.def.Heading)
	}
	p := problemBlankRow(s.cellOrigin(cols[0].column, int(row)), headings)
	if o, person := s.owners[row]; person {
		p.Hint = hintBlankRow(s.head.heading(s.leaving), o)
	}
	p.Cells = cellsAcross(cells)
	s.add(p)
}

// cellsAcross names cells of one row from left to right, neighbours as one area.
func cellsAcross(cells []gridCell) []string {
	var out []string
	for i := 0; i < len(cells); {
		last := i
		for last+1 < len(cells) && cells[last+1].col == cells[last].col+1 {
			last++
		}
		area := cells[i].String()
		if last > i {
			area += ":" + cells[last].String()
		}
		out, i = append(out, area), last+1
	}
	return out
}
