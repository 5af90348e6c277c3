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
// lack as many. A row that says nothing, or lacks all that it must say, is told as such, however many there are:
// it may be nobody's, or of somebody who is gone.
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
			if _, told := rows[at.row]; !told || !s.ofRow(at, c) {
				cells.add(at)
			}
		}
		s.tell(&cells, func(at evaluate.Origin, n int) evaluate.Problem { return problemRequired(at, c.def.Heading, n) })
	}
	alike := map[string][]int32{} // rows that say nothing, by what to do about them
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		if hint := s.blankRow(row, rows[row]).Hint; s.mute[row] {
			alike[hint] = append(alike[hint], row)
		}
	}
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		p := s.blankRow(row, rows[row])
		switch like := alike[p.Hint]; {
		case !s.mute[row] || len(like) < fewestGathered:
			s.add(p)
		case row == like[0]:
			s.add(s.blankRowsAlike(like, rows))
		}
	}
}

// blankRows picks the rows that are told as such, with the columns told there.
func (s *sheetReading) blankRows() map[int32][]*readColumn {
	rows := map[int32][]*readColumn{}
	for i := range s.columns {
		c := &s.columns[i]
		for at := range c.blank.each {
			if s.ofRow(at, c) {
				rows[at.row] = append(rows[at.row], c)
			}
		}
	}
	maps.DeleteFunc(rows, func(_ int32, cols []*readColumn) bool { return len(cols) < 2 })
	return rows
}

// ofRow tells whether an empty cell of a column belongs to its row.
func (s *sheetReading) ofRow(at gridCell, c *readColumn) bool {
	return s.lacking[at.row] > c.blank.count || s.mute[at.row]
}

// fewestOwed is how many required cells a row lacks at least of which it is said that it
// lacks all.
const fewestOwed = 3

// noteMute keeps the row being read, of which something is missing, where it says nothing
// of its subject's year or none of the many things that every row must say.
func (s *sheetReading) noteMute(row, number int) {
	silent, said, lacked := true, false, 0
	for i := range s.columns {
		switch c := &s.columns[i]; {
		case c.def.Role == evaluate.RoleName:
		case !s.frame.Value(row, c.fact).IsBlank():
			said = said || c.required
			silent = silent && (c.def.Identity || c.def.Lasting || c.def.Role == evaluate.RoleBranchCode || c.def.Role == evaluate.RoleRemark || c.def.ID == factActivityStatus)
		case c.required:
			lacked++
		}
	}
	if !silent && (said || lacked < fewestOwed) {
		return
	}
	if s.mute == nil {
		s.mute = map[int32]bool{}
	}
	s.mute[int32(number)] = true
}

// blankRow is the problem of a row that lacks several cells.
func (s *sheetReading) blankRow(row int32, cols []*readColumn) evaluate.Problem {
	var cells []gridCell
	for _, c := range byColumn(cols) {
		cells = append(cells, gridCell{int32(c.column + 1), row})
	}
	p := problemBlankRow(s.cellOrigin(int(cells[0].col)-1, int(row)), lackedHeadings(cols))
	if o, person := s.owners[row]; person {
		p.Hint = hintBlankRow(s.head.heading(s.leaving), o)
	}
	p.Cells = cellsAcross(cells)
	return p
}

// blankRowsAlike is the one problem of many such rows of which the same is to be done.
func (s *sheetReading) blankRowsAlike(like []int32, rows map[int32][]*readColumn) evaluate.Problem {
	var cells cellRuns
	var lacked []*readColumn
	for _, c := range s.byPosition() {
		for _, row := range like {
			if slices.Contains(rows[row], c) {
				cells.add(gridCell{int32(c.column + 1), row})
				if !slices.Contains(lacked, c) {
					lacked = append(lacked, c)
				}
			}
		}
	}
	first := s.blankRow(like[0], rows[like[0]])
	p := problemBlankRows(first.At, len(like), lackedHeadings(lacked))
	p.Hint, p.Cells = first.Hint, cells.names()
	return p
}

// byPosition are the columns that are read, from left to right.
func (s *sheetReading) byPosition() []*readColumn {
	var out []*readColumn
	for i := range s.columns {
		out = append(out, &s.columns[i])
	}
	return byColumn(out)
}

func byColumn(cols []*readColumn) []*readColumn {
	slices.SortFunc(cols, func(a, b *readColumn) int { return cmp.Compare(a.column, b.column) })
	return cols
}

func lackedHeadings(cols []*readColumn) (out []string) {
	for _, c := range cols {
		out = append(out, c.def.Heading)
	}
	return out
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
