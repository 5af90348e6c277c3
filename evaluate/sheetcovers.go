package evaluate

import (
	"cmp"
	"slices"
)

// Covers is the stretch of numbers that a printed level speaks of: "40 to under
// 50". Nobody is scored by it; it shows where the levels of a line leave a hole
// or overlap.
type Covers struct {
	From, To     *Num
	Above, Below bool // the end itself is left out
}

// compareFrom orders stretches by where they begin; one without a lower end
// begins before all others.
func (c *Covers) compareFrom(o *Covers) int {
	switch {
	case c.From == nil || o.From == nil:
		return cmp.Compare(boolInt(c.From != nil), boolInt(o.From != nil))
	case c.From.Cmp(*o.From) != 0:
		return c.From.Cmp(*o.From)
	}
	return cmp.Compare(boolInt(c.Above), boolInt(o.Above))
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// covers finds holes and overlaps between the levels of a line as printed. A
// person picks the level, so they stop nothing; whoever printed the sheet should
// be asked.
func (c *sheetCompiler) covers(l *SheetLine) {
	var levels []LineOption
	for _, o := range l.Options {
		if o.Covers != nil {
			levels = append(levels, o)
		}
	}
	slices.SortStableFunc(levels, func(a, b LineOption) int { return a.Covers.compareFrom(b.Covers) })
	if len(levels) == 0 {
		return
	}
	far := levels[0] // the one that reaches furthest so far
	for _, o := range levels[1:] {
		a, b := far.Covers, o.Covers
		n := 1
		if a.To != nil && b.From != nil {
			n = a.To.Cmp(*b.From)
		}
		switch {
		case n > 0, n == 0 && !a.Below && !b.Above:
			c.fail(problemLevelsOverlap(l.At, l.ID, far.Label, o.Label))
		case n < 0, a.Below && b.Above:
			c.fail(problemLevelsHole(l.At, l.ID, *a.To, *b.From, far.Label, o.Label))
		}
		if a.To != nil && (b.To == nil || b.To.Cmp(*a.To) >= 0) {
			far = o
		}
	}
}

// defects repeats what is wrong in the printed sheet and no arithmetic shows.
func (c *sheetCompiler) defects(at Origin, id string, texts []string) {
	for _, text := range texts {
		c.fail(problemPrintedDefect(at, id, text))
	}
}
