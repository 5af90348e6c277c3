package excel

import (
	"slices"
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

// Grades that somebody wrote beside the column that asks for them: read from there they
// would be a guess, passed over they are lost.

// mostGrades is how many different texts a column has at most that may be one of grades.
const mostGrades = 12

// holds tells whether all that an unread column has in rows of facts is what another asks
// for.
func (c *idleColumn) holds(cell *cellReader) bool {
	if len(c.held) == 0 || len(c.held) > mostGrades {
		return false
	}
	for text := range c.held {
		if cell.read(text).problem != nil {
			return false
		}
	}
	return true
}

// proposalIn is the heading of the proposal that the sheet lacks and that a column under an
// unknown heading gives in every cell, "" for none: a grade proposed is not to be lost for
// what stands over it.
func (s *sheetReading) proposalIn(c *idleColumn) string {
	for _, fact := range s.untaken() {
		if def := &s.head.schema.Facts[fact]; def.Role == evaluate.RoleProposal && c.holds(newCellReader(def, s.date1904)) {
			return def.Heading
		}
	}
	return ""
}

// unproposed is the column in which whoever reports proposes grades, where no row of the
// report has one: of several the last word. Nil for none.
func (s *sheetReading) unproposed() *readColumn {
	var last *readColumn
	for i := range s.columns {
		if c := &s.columns[i]; c.def.Role == evaluate.RoleProposal && (last == nil || c.def.Level > last.def.Level) {
			last = c
		}
	}
	if last == nil || last.strange || s.spec.People || s.in.Stamp.Kind == ResultBook {
		return nil
	}
	for row := range s.frame.Len() {
		if s.frame.Place(row).Source == s.source && !s.frame.Value(row, last.fact).IsBlank() {
			return nil
		}
	}
	return last
}

// isOfOtherYear tells whether a heading names years, and none of them that of the report:
// what stands below is there to compare.
func (s *sheetReading) isOfOtherYear(heading string) bool {
	years := yearsNamed(heading)
	return len(years) > 0 && !slices.Contains(years, strconv.Itoa(s.spec.Period.Year))
}

// gradesRemarked tells whether all remarks of a report are grades, as if they were pasted
// one column too far.
func (s *sheetReading) gradesRemarked(fact int) bool {
	any := false
	for row := range s.frame.Len() {
		if text := s.frame.Text(row, fact); s.frame.Place(row).Source == s.source && text != "" {
			if any = s.isGrade(text); !any {
				return false
			}
		}
	}
	return any
}
