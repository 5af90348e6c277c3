package excel

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// dayOrder is what the days of a column tell about which number is the month. Days
// written as text are read day first; where a cell of the column can only be meant
// month first, whoever wrote it may have meant all of them so. A program set to month
// first does the same unseen: of 05/09/2025 and 21/09/2025, typed day first, it makes
// the ninth of May and a text.
type dayOrder struct {
	monthFirst cellRuns // texts that are a day of the calendar month first alone
	either     cellRuns // texts that are one either way, and not the same
	late       cellRuns // texts that are a day of the calendar day first alone
	early      int      // other texts that are one day first
	stored     cellRuns // days stored as such that may have been another, month and day exchanged
	storedLate int      // stored days that cannot
	together   bool     // the columns of the sheet tell together what this one alone does not
}

// The greatest numbers that can be a month and a day.
const (
	monthsInYear = 12
	daysInMonth  = 31
)

// see looks at the cell of a day, stored as such or as text, and what it was read as.
// It tells whether the cell is one of those that are a day month first alone, and told
// together.
func (d *dayOrder) see(raw string, text bool, got *cellResult, at gridCell) bool {
	if !text {
		switch day := got.value.Date(); {
		case got.problem != nil || got.value.Type() != evaluate.DateFact:
		case day.Day > monthsInYear:
			d.storedLate++
		case day.Day != day.Month:
			d.stored.add(at)
		}
		return false
	}
	day, _ := cutClock(tidy(raw))
	parts := strings.FieldsFunc(day, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 || len(parts[2]) != 4 {
		return false
	}
	a, ok1 := digits([]byte(parts[0]))
	b, ok2 := digits([]byte(parts[1]))
	switch {
	case !ok1 || !ok2 || a < 1 || b < 1 || a > daysInMonth || b > daysInMonth:
	case a > monthsInYear && b <= monthsInYear:
		d.late.add(at)
	case a <= monthsInYear && b > monthsInYear:
		d.monthFirst.add(at)
		return true
	case a != b:
		d.either.add(at)
		d.early++
	default:
		d.early++
	}
	return false
}

// How many days of each kind make it likely that a program exchanged them, and how many
// hardly leave another way: people are admitted on a few days of the year.
const (
	likelyExchanged = 3
	surelyExchanged = 5
)

// exchanged tells whether a program set to month first seems to have read the column:
// every day it could read so is stored, and every day it could not is a text.
func (d *dayOrder) exchanged(enough int) bool {
	return d.late.count >= enough && d.stored.count >= enough && d.early == 0 && d.storedLate == 0
}

// denies tells whether a column has a day that such a program would have read otherwise.
func (d *dayOrder) denies() bool { return d.early > 0 || d.storedLate > 0 || d.monthFirst.count > 0 }

// isMixed tells whether a column has days of both kinds that such a program leaves.
func (d *dayOrder) isMixed() bool { return d.late.count > 0 && d.stored.count > 0 }

// exchangedTogether looks at the columns of days together, for one machine typed them:
// it asks about those with days of both kinds where all of these are enough and no
// column speaks against it.
func (s *sheetReading) exchangedTogether() {
	late, stored := 0, 0
	for i := range s.columns {
		switch d := &s.columns[i].order; {
		case d.denies():
			return
		case d.isMixed():
			late, stored = late+d.late.count, stored+d.stored.count
		}
	}
	for i := range s.columns {
		d := &s.columns[i].order
		d.together = d.isMixed() && late >= likelyExchanged && stored >= likelyExchanged
	}
}

// isDoubted tells whether the days of the column are asked about for being exchanged.
func (d *dayOrder) isDoubted() bool { return d.together || d.exchanged(likelyExchanged) }

// doubted are the cells of a column whose days seem exchanged: stored ones and texts in
// the order of their rows, since both have to be written anew.
func (d *dayOrder) doubted() (out cellRuns) {
	var cells []gridCell
	for _, runs := range []*cellRuns{&d.stored, &d.late} {
		for at := range runs.each {
			cells = append(cells, at)
		}
	}
	slices.SortFunc(cells, func(a, b gridCell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	for _, at := range cells {
		out.add(at)
	}
	return out
}

// asked are the cells of a column that are asked about, and told of in no other way.
func (d *dayOrder) asked() (cells []*cellRuns) {
	if d.monthFirst.count > 0 {
		cells = append(cells, &d.either)
	}
	if d.isDoubted() {
		doubted := d.doubted()
		cells = append(cells, &doubted)
	}
	return cells
}

// reportDayOrder asks about days of a column that may be meant month first.
func (s *sheetReading) reportDayOrder() {
	s.exchangedTogether()
	for i := range s.columns {
		c := &s.columns[i]
		s.tell(&c.order.monthFirst, func(at evaluate.Origin, n int) evaluate.Problem {
			return problemNoSuchDays(at, c.def.Heading, n)
		})
		if c.order.monthFirst.count > 0 {
			s.tell(&c.order.either, func(at evaluate.Origin, n int) evaluate.Problem {
				return problemMonthFirst(at, c.def.Heading, n)
			})
		}
		if c.order.isDoubted() {
			doubted := c.order.doubted()
			s.tell(&doubted, func(at evaluate.Origin, _ int) evaluate.Problem {
				return problemDaysExchanged(at, c.def.Heading, c.order.stored.count, c.order.late.count, c.order.exchanged(surelyExchanged))
			})
		}
		for _, asked := range c.order.asked() {
			c.met[dateAsText] = c.met[dateAsText].except(asked)
		}
	}
}
