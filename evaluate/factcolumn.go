package evaluate

// factColumn holds one fact of all rows in four bytes a row, for everybody of a
// province is in memory at once: what people give is nearly always a whole number, a
// day, a choice or a place among the texts. What does not fit stands aside, whole.
type factColumn struct {
	// cells are 0 for a blank; odd for a value of the fact's own type and no
	// fraction, which is half of it, rounded down; else twice the place, counted
	// from 1, among aside.
	cells []int32
	aside []Value
}

// value is what stands in a row, of a fact of type t.
func (c *factColumn) value(row int, t FactType) Value {
	if row >= len(c.cells) {
		return Value{}
	}
	switch cell := c.cells[row]; {
	case cell == 0:
		return Value{}
	case cell&1 == 1:
		return Value{n: int64(cell >> 1), t: t}
	default:
		return c.aside[cell>>1-1]
	}
}

// set stores a row's value of a fact of type t.
func (c *factColumn) set(row int, v Value, t FactType) {
	if n := row + 1 - len(c.cells); n > 0 {
		c.cells = append(c.cells, make([]int32, n)...)
	}
	switch old := c.cells[row]; {
	case v.IsBlank():
		c.cells[row] = 0
	case v.t == t && v.d == 0 && v.n >= -1<<30 && v.n < 1<<30:
		c.cells[row] = int32(v.n)<<1 | 1
	case old != 0 && old&1 == 0:
		c.aside[old>>1-1] = v
	default:
		c.aside = append(c.aside, v)
		c.cells[row] = int32(len(c.aside)) << 1
	}
}

// alone makes the column one row long and that row what another column's row is.
func (c *factColumn) alone(from *factColumn, row int, t FactType) {
	c.cells, c.aside = c.cells[:0], c.aside[:0]
	c.set(0, from.value(row, t), t)
}
