package excel

import (
	"maps"
	"slices"
	"strconv"
	"strings"

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

// wantedGrade is the column that asks for grades: the last word of whoever reports, in a
// result workbook the decision. Nil for none.
func (s *sheetReading) wantedGrade() *readColumn {
	role := evaluate.RoleProposal
	if s.in.Stamp.Kind == ResultBook {
		role = evaluate.RoleDecision
	}
	var last *readColumn
	for i := range s.columns {
		if c := &s.columns[i]; c.def.Role == role && (last == nil || c.def.Level > last.def.Level) {
			last = c
		}
	}
	if last == nil || last.strange || s.spec.People {
		return nil
	}
	return last
}

// besideGrades are what a column that is not read has in rows of facts.
type besideGrades struct {
	filled, graded int
	alone          cellRuns // grades of rows that have none where it is asked for
	differ         cellRuns // those of rows that have another one there
}

// watchGrades notices grades that stand in a row where nobody reads them.
func (s *sheetReading) watchGrades(row, number int, cells []string) {
	if s.wanted == nil || len(s.idle)+len(s.unnamed.found) == 0 && s.in.Stamp.Kind != ResultBook || !s.tellsIdle() {
		return
	}
	s.watchShown(row, number, cells)
	own := s.frame.Value(row, s.wanted.fact)
	if own.IsBlank() && (hasContent(cellAt(cells, s.wanted.column)) || s.isExcused(row)) {
		return // what stands there is told by itself, or nobody is graded
	}
	if own.IsBlank() {
		s.watchUndecided(row, number, cells)
	}
	ticks := s.ticksIn(cells)
	for i := range s.idle {
		if c := &s.idle[i]; c.fact < 0 && !c.own && !c.gone && !c.apart {
			s.watchGrade(row, gridCell{int32(c.column + 1), int32(number)}, cellAt(cells, c.column), own, ticks)
		}
	}
	for _, c := range slices.Sorted(maps.Keys(s.unnamed.found)) {
		s.watchGrade(row, gridCell{int32(c + 1), int32(number)}, cellAt(cells, c), own, ticks)
	}
	for i := range s.columns { // one column too far: no reason is a grade, and no number of a decision
		if c := &s.columns[i]; own.IsBlank() && (c.def.Role == evaluate.RoleDecisionReason || c.def.Role == evaluate.RoleDecisionNumber) {
			s.watchGrade(row, gridCell{int32(c.column + 1), int32(number)}, cellAt(cells, c.column), own, 0)
		}
	}
}

// watchGrade looks at a cell that nobody reads, of a row with a grade of its own or without;
// ticks are the cells of the row that say something below the name of a grade.
func (s *sheetReading) watchGrade(row int, at gridCell, text string, own evaluate.Value, ticks int) {
	if !hasContent(text) || isDash(text) {
		return
	}
	c := int(at.col) - 1
	b := s.beside[c]
	if b == nil {
		if s.beside == nil {
			s.beside = map[int]*besideGrades{}
		}
		b = &besideGrades{}
		s.beside[c] = b
	}
	b.filled++
	if len(text) > longestGrade {
		return
	}
	grade, sure := s.wanted.cell.read(text), true
	if ticked := s.head.heading(c); grade.problem != nil && s.isGrade(ticked) && tidy(text) != "0" {
		grade, sure = s.wanted.cell.read(ticked), ticks == 1 && (!isNumberText(tidy(text)) || tidy(text) == "1")
	}
	if grade.problem != nil {
		return
	}
	b.graded++
	switch {
	case own.IsBlank() && s.showsGrade(row, grade.value):
	case own.IsBlank():
		b.alone.add(at)
		s.digest.cell(markBeside, grade.data) // what is refused for it is another file without it
	case sure && grade.value != own:
		b.differ.add(at)
	}
}

// longestGrade is how many bytes the name of a grade has at most: words are not compared with
// the names one by one.
const longestGrade = 200

// markBeside stands in the digest before a grade that the row has elsewhere alone.
const markBeside = "?grade"

// ticksIn counts the cells of a row that say something below the name of a grade: more
// than one are votes, and no grade of whom the row is about.
func (s *sheetReading) ticksIn(cells []string) int {
	n := 0
	for i := range s.idle {
		c := &s.idle[i]
		if text := cellAt(cells, c.column); c.fact < 0 && hasContent(text) && tidy(text) != "0" && !isDash(text) && s.isGrade(s.head.heading(c.column)) {
			n++
		}
	}
	return n
}

// tellsGrades tells whether a column is told for the grades in it: of a report the half of
// what stands there must be grades, for it may be about anything.
func (s *sheetReading) tellsGrades(c int) bool {
	b := s.beside[c]
	return b != nil && b.alone.count+b.differ.count > 0 && (s.in.Stamp.Kind == ResultBook || 2*b.graded >= b.filled)
}

// reportGrades tells of them once a sheet.
func (s *sheetReading) reportGrades() {
	var alone, differ cellRuns
	for _, c := range slices.Sorted(maps.Keys(s.beside)) {
		if s.tellsGrades(c) {
			alone.join(s.beside[c].alone)
			differ.join(s.beside[c].differ)
		}
	}
	s.tell(&s.undecided, func(at evaluate.Origin, n int) evaluate.Problem { return problemNoGradeInList(at, n) })
	s.tell(&alone, func(at evaluate.Origin, n int) evaluate.Problem { return problemGradesBeside(at, n, s.wanted.def) })
	s.tell(&differ, func(at evaluate.Origin, n int) evaluate.Problem { return problemGradesDiffer(at, n, s.wanted.def) })
	for i := range s.idle {
		c, heading := &s.idle[i], s.head.heading(s.idle[i].column)
		s.tell(&c.typedAlone, func(at evaluate.Origin, n int) evaluate.Problem {
			return problemTypedOver(at, n, heading, s.wanted.def, true)
		})
		s.tell(&c.typed, func(at evaluate.Origin, n int) evaluate.Problem {
			return problemTypedOver(at, n, heading, s.wanted.def, false)
		})
	}
}

// unproposed is the column in which whoever reports proposes grades, where no row of the
// report has one. Nil for none.
func (s *sheetReading) unproposed() *readColumn {
	for row := range s.frame.Len() {
		if s.wanted != nil && s.frame.Place(row).Source == s.source && !s.frame.Value(row, s.wanted.fact).IsBlank() {
			return nil
		}
	}
	return s.wanted
}

// isOfOtherYear tells whether a heading, with what is joined over it, names years, and none of
// them that of the report, or the year before: what stands below is there to compare.
func (s *sheetReading) isOfOtherYear(c int) bool {
	heading := s.head.whole(c)
	years := yearsNamed(heading)
	if len(years) == 0 {
		return saysOneOf(heading, earlierWords())
	}
	return !slices.Contains(years, strconv.Itoa(s.spec.Period.Year))
}

// isOpinion tells whether a heading of a result workbook says that what stands below is not the
// decision: what a body thinks or proposes that does not decide, or there to compare.
func (s *sheetReading) isOpinion(c int) bool {
	heading := s.head.whole(c)
	if s.in.Stamp.Kind != ResultBook || saysOneOf(heading, decidingWords()) {
		return false
	}
	for _, w := range comparingWords() {
		if strings.HasPrefix(spaced(heading), spaced(w)) || saysOneOf(heading, []string{comparingWord + " " + w}) {
			return true
		}
	}
	return isOneOf(heading, advisingBodies()) || saysOneOf(heading, opinionWords()) && saysOneOf(heading, advisingBodies()) ||
		saysOneOf(heading, proposalWords()) && saysOneOf(heading, proposingBodies())
}

// saysOneOf tells whether a text has one of some words.
func saysOneOf(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(spaced(text), spaced(w)) })
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
