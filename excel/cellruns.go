package excel

import (
	"cmp"
	"slices"
)

// cellRuns are cells in the order they were met, neighbours in a column kept as
// one area: a whole column that was understood in the same way is one line, and
// still nobody's cell is left out.
type cellRuns struct {
	areas []gridArea
	count int
}

// add takes one more cell and tells whether it began a new area.
func (c *cellRuns) add(at gridCell) bool {
	n := len(c.areas)
	c.addRows(at, 1)
	return len(c.areas) > n
}

// addRows takes n cells below each other.
func (c *cellRuns) addRows(from gridCell, n int) {
	if n <= 0 {
		return
	}
	c.count += n
	to := gridCell{from.col, from.row + int32(n) - 1}
	if last := len(c.areas) - 1; last >= 0 {
		if a := &c.areas[last]; a.to.col == from.col && a.to.row == from.row-1 {
			a.to = to
			return
		}
	}
	c.areas = append(c.areas, gridArea{from, to})
}

// join takes all cells of another list.
func (c *cellRuns) join(more cellRuns) {
	for _, a := range more.areas {
		c.addRows(a.from, int(a.to.row-a.from.row)+1)
	}
}

// except is the list without the cells of another.
func (c *cellRuns) except(other *cellRuns) (out cellRuns) {
	gone := map[gridCell]bool{}
	for at := range other.each {
		gone[at] = true
	}
	for at := range c.each {
		if !gone[at] {
			out.add(at)
		}
	}
	return out
}

// holds tells whether a cell is among them.
func (c *cellRuns) holds(at gridCell) bool {
	return slices.ContainsFunc(c.areas, func(a gridArea) bool {
		return a.from.col == at.col && a.from.row <= at.row && at.row <= a.to.row
	})
}

// each gives the cells one by one.
func (c *cellRuns) each(yield func(gridCell) bool) {
	for _, a := range c.areas {
		for row := a.from.row; row <= a.to.row; row++ {
			if !yield(gridCell{a.from.col, row}) {
				return
			}
		}
	}
}

// first is the cell met first; there must be one.
func (c *cellRuns) first() gridCell { return c.areas[0].from }

// names lists the cells as people write them, K12:K40 and K45; nil when there is
// only one, which the place of the problem names already.
func (c *cellRuns) names() []string {
	if c.count < 2 {
		return nil
	}
	out := make([]string, len(c.areas))
	for i, a := range c.areas {
		out[i] = a.from.String()
		if a.to != a.from {
			out[i] += ":" + a.to.String()
		}
	}
	return out
}

// cellMap is a set of cells, by column; a column of thousands of alike cells
// costs as much as one.
type cellMap map[int32]*cellRuns

// add takes one more cell and tells whether it began a new area; rows must rise
// within a column.
func (m *cellMap) add(at gridCell) bool {
	if *m == nil {
		*m = cellMap{}
	}
	c := (*m)[at.col]
	if c == nil {
		c = &cellRuns{}
		(*m)[at.col] = c
	}
	return c.add(at)
}

// has tells whether the set holds a cell.
func (m cellMap) has(at gridCell) bool {
	c := m[at.col]
	if c == nil {
		return false
	}
	i, _ := slices.BinarySearchFunc(c.areas, at.row, func(a gridArea, row int32) int { return cmp.Compare(a.to.row, row) })
	return i < len(c.areas) && c.areas[i].from.row <= at.row
}
