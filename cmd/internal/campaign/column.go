package campaign

import (
	"math"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// column is one fact of all rows. Everybody of an office is in memory at once while
// it is asked who is who: what the workbooks of one template share is held once, a
// column in which nobody wrote anything holds nothing, and a value takes four bytes.
type column struct {
	*columnHead
	*cells // nil for none given
}

// columnHead is what a column is about.
type columnHead struct {
	Fact  evaluate.FactID
	Type  evaluate.FactType
	At    []int32 // workbook column (1-based, 0 for none) by source
	Codes []string
}

// cells are the values of a column by row.
type cells struct {
	// by are 0 for a blank; of a text its place, from 1, in texts; of others odd for a
	// whole number, which is half of it, rounded down, else twice the place, from 1, in aside.
	by    []int32
	texts []string
	aside []fraction
}

// fraction is a number; of a day, as yyyymmdd, and of a choice, as its place in
// Codes, the denominator is 1.
type fraction struct{ n, d int64 }

// given tells whether a row has a value.
func (c *column) given(row int) bool {
	return c != nil && c.cells != nil && row < len(c.by) && c.by[row] != 0
}

// text is a row's text, "" when blank.
func (c *column) text(row int) string {
	if !c.given(row) || c.Type != evaluate.TextFact {
		return ""
	}
	return c.texts[c.by[row]-1]
}

// code is a row's choice by code, "" when blank.
func (c *column) code(row int) string {
	if !c.given(row) || c.Type != evaluate.ChoiceFact {
		return ""
	}
	return c.Codes[c.number(row)]
}

// number is what a row gives that is no text, without its denominator; 0 when blank.
func (c *column) number(row int) int64 { return c.fraction(row).n }

func (c *column) fraction(row int) fraction {
	switch {
	case !c.given(row) || c.Type == evaluate.TextFact:
		return fraction{0, 1}
	case c.by[row]&1 == 1:
		return fraction{int64(c.by[row] >> 1), 1}
	}
	return c.aside[c.by[row]>>1-1]
}

// put says what the next row gives.
func (c *column) put(x fraction) {
	if c.grow(); x.d == 1 && x.n >= math.MinInt32>>1 && x.n <= math.MaxInt32>>1 {
		c.by = append(c.by, int32(x.n)<<1|1)
		return
	}
	c.aside = append(c.aside, x)
	c.by = append(c.by, int32(len(c.aside))<<1)
}

func (c *column) putText(s string) {
	c.grow()
	c.texts = append(c.texts, s)
	c.by = append(c.by, int32(len(c.texts)))
}

// putBlank says that the next row gives nothing.
func (c *column) putBlank() {
	c.grow()
	c.by = append(c.by, 0)
}

func (c *column) grow() {
	if c.cells == nil {
		c.cells = &cells{}
	}
}

// clear takes away what a row gives.
func (c *column) clear(row int) {
	if c.given(row) {
		c.by[row] = 0
	}
}

// any tells whether a row gives anything.
func (c *column) any() bool {
	return c.cells != nil && slices.ContainsFunc(c.by, func(x int32) bool { return x != 0 })
}

// putFrom says that the next row gives what a row of another column of the same
// choices does.
func (c *column) putFrom(from *column, row int) {
	switch {
	case !from.given(row):
		c.putBlank()
	case c.Type == evaluate.TextFact:
		c.putText(from.text(row))
	default:
		c.put(from.fraction(row))
	}
}

// only is the column of the rows named, in their order, blank where keep, which
// is given the position among them, says no.
func (c *column) only(rows []int, keep func(n int) bool) column {
	out := column{columnHead: c.columnHead}
	for n, row := range rows {
		if keep(n) {
			out.putFrom(c, row)
		} else {
			out.putBlank()
		}
	}
	return out
}

// columnOf takes one fact out of a frame; used is false when no sheet has a
// column for it and no row a value.
func columnOf(f *evaluate.Frame, fact int) (c column, used bool) {
	def := &f.Schema.Facts[fact]
	c = column{columnHead: &columnHead{Fact: def.ID, Type: def.Type, At: make([]int32, len(f.Sources))}}
	for i, s := range f.Sources {
		if fact < len(s.Columns) {
			c.At[i] = s.Columns[fact]
			used = used || c.At[i] > 0
		}
	}
	for _, choice := range def.Choices {
		c.Codes = append(c.Codes, choice.Code)
	}
	given := false
	for row := range f.Len() {
		given = given || !f.Value(row, fact).IsBlank()
	}
	for row := 0; given && row < f.Len(); row++ {
		c.take(f, row, fact)
	}
	return c, used || given
}

// take says that the next row gives what a row of a frame does.
func (c *column) take(f *evaluate.Frame, row, fact int) {
	switch v := f.Value(row, fact); v.Type() {
	case evaluate.TextFact:
		c.putText(f.Text(row, fact))
	case evaluate.NumberFact:
		n, d, _ := v.Number().Fraction()
		c.put(fraction{n, d})
	case evaluate.DateFact:
		d := v.Date()
		c.put(fraction{int64(d.Year)*10000 + int64(d.Month)*100 + int64(d.Day), 1})
	case evaluate.ChoiceFact:
		c.put(fraction{int64(v.Choice()), 1})
	default:
		c.putBlank()
	}
}
