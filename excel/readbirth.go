package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// When somebody was born stands in lists in ways of its own: one column for men and
// one for women below one heading, and of older people the year alone.

// births are how a sheet tells when people were born.
type births struct {
	sources map[[2]int]int32 // by fact and column, the source under which it stands there
	years   cellRuns         // days of which the year alone is given
}

// birth takes a cell that tells when somebody was born, from whichever of two columns
// it stands in.
func (s *sheetReading) birth(c *readColumn, row, number int, cells []string) {
	first := c.column
	defer func() { c.column = first }()
	if other, two := s.head.beside[first]; two && hasContent(cellAt(cells, other)) {
		if hasContent(cellAt(cells, first)) {
			s.add(problemTwoBirths(s.cellOrigin(first, number), s.cellOrigin(other, number), c.def.Heading))
			return
		}
		c.column = other
	}
	fact := c.fact
	if raw := cellAt(cells, c.column); s.isYearAlone(c, raw) {
		fact = s.frame.Schema.ByRole(evaluate.RoleBirthYear)
		s.bornIn(c, row, number, fact, raw)
	} else {
		s.cell(c, row, number, raw)
	}
	if v := s.frame.Value(row, fact); !v.IsBlank() && (fact != c.fact || c.column != first) {
		s.frame.SetFrom(row, fact, v, evaluate.Place{Source: s.bornAt(fact, c.column), Row: int32(number)})
	}
}

// leftBirth is where and as what somebody who left says when he was born, from whichever of
// two columns it stands in.
func (s *sheetReading) leftBirth(c *readColumn, cells []string) (fact int, cell *cellReader, raw string) {
	raw = cellAt(cells, c.column)
	if other, two := s.head.beside[c.column]; two && !hasContent(raw) {
		raw = cellAt(cells, other)
	}
	if !s.isYearAlone(c, raw) {
		return c.fact, c.cell, raw
	}
	year := s.frame.Schema.ByRole(evaluate.RoleBirthYear)
	return year, newCellReader(&s.frame.Schema.Facts[year], s.date1904), yearAlone(raw)
}

// isYearAlone tells whether a list gives the year alone where a day belongs, and has
// no column of years.
func (s *sheetReading) isYearAlone(c *readColumn, raw string) bool {
	year := s.frame.Schema.ByRole(evaluate.RoleBirthYear)
	if c.def.Role != evaluate.RoleBirth || year < 0 || s.head.column(year) >= 0 || s.in.Stamp.Kind != RosterBook && !s.spec.People {
		return false
	}
	c.cell.orYear = true
	text := yearAlone(raw)
	return len(text) == 4 && allDigits(text) && newCellReader(&s.frame.Schema.Facts[year], s.date1904).read(text).problem == nil
}

// yearAlone is the year of a text that gives no day and no month: 1986, or 00/00/1986.
func yearAlone(raw string) string {
	text := tidy(raw)
	for _, nothing := range []string{"00", "0"} {
		for _, sep := range []string{"/", "-", "."} {
			text = strings.TrimPrefix(text, nothing+sep+nothing+sep)
			text = strings.TrimSuffix(text, sep+nothing+sep+nothing)
		}
	}
	return text
}

// bornIn takes a year for the day it stands in place of.
func (s *sheetReading) bornIn(c *readColumn, row, number, fact int, raw string) {
	def := &s.frame.Schema.Facts[fact]
	got := newCellReader(def, s.date1904).read(yearAlone(raw))
	s.frame.Set(row, fact, got.value)
	s.digest.cell(def.ID, got.data)
	s.born.years.add(gridCell{int32(c.column + 1), int32(number)})
}

// bornAt is the source under which a fact stands in a column that is not its own.
func (s *sheetReading) bornAt(fact, column int) int32 {
	at := [2]int{fact, column}
	if source, ok := s.born.sources[at]; ok {
		return source
	}
	own := s.frame.Sources[s.source]
	own.Columns = slices.Clone(own.Columns)
	own.Columns[fact] = int32(column + 1)
	if s.born.sources == nil {
		s.born.sources = map[[2]int]int32{}
	}
	s.born.sources[at] = s.frame.AddSource(own)
	return s.born.sources[at]
}

// checkBirth holds the two cells of a row that tell when somebody was born against
// each other.
func (s *sheetReading) checkBirth(row int) {
	schema := s.frame.Schema
	date, year := schema.ByRole(evaluate.RoleBirth), schema.ByRole(evaluate.RoleBirthYear)
	if date < 0 || year < 0 {
		return
	}
	born, in := s.frame.Value(row, date), s.frame.Value(row, year)
	if born.IsBlank() || in.IsBlank() || in.Number().Cmp(evaluate.Int(int64(born.Date().Year))) == 0 {
		return
	}
	s.add(problemBirthYears(s.frame.Origin(row, year), s.frame.Origin(row, date), itoa(born.Date().Year), schema.Facts[date].Heading))
}
