package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Names of people written in two columns, that of the family and middle names and
// that of the given names, as lists have them that are sorted by given name.

// nameFact is the fact of the names of people, -1 for kinds that are no people.
func nameFact(schema *evaluate.Schema) int {
	fact := schema.ByRole(evaluate.RoleName)
	if fact < 0 || !isPersonName(&schema.Facts[fact]) {
		return -1
	}
	return fact
}

// findParts takes two such columns side by side for the column of names, where no
// heading is that of whole names.
func (h *header) findParts() {
	name := nameFact(h.schema)
	if name < 0 || h.column(name) >= 0 {
		return
	}
	for c := 0; c+1 < len(h.headings); c++ {
		if h.facts[c] < 0 && isOneOf(h.headings[c], familyHeadings()) && isOneOf(h.headings[c+1], givenHeadings()) {
			h.facts[c], h.given = name, c+1
			h.matched++
			return
		}
	}
}

// joinNames joins the columns below a stamp row as their headings have them: the
// stamp may stand over either, or be lost. A given name below the stamp of another fact is none.
func (h *header) joinNames(read *header) {
	name, at := nameFact(h.schema), read.given
	switch {
	case at == 0 || h.gone[at]:
		return
	case h.facts[at-1] < 0 && (h.facts[at] == name || h.facts[at] < 0 && h.column(name) < 0):
		h.facts[at-1], h.facts[at] = name, -1
	case h.facts[at] >= 0 || h.facts[at-1] != name:
		return
	}
	h.given = at
}

// halfNames are the names of which one column of two is empty.
type halfNames struct {
	row            int // the one being read, 0 for none
	family         bool
	onlyGiven, not cellRuns // without a family name; without a given one
}

// watchHalf notices whether a row has both parts of a name.
func (u *unnamed) watchHalf(number int, family, given bool) {
	if u.half.row = 0; family != given {
		u.half.row, u.half.family = number, family
	}
}

// keepHalf keeps what was noticed once the row is known to be one of facts.
func (u *unnamed) keepHalf(number int) {
	switch half := &u.half; {
	case half.row != number:
	case half.family:
		half.not.add(gridCell{int32(u.name + 2), int32(number)})
	default:
		half.onlyGiven.add(gridCell{int32(u.name + 1), int32(number)})
	}
}

// reportNames tells of names in several columns.
func (s *sheetReading) reportNames() {
	u := &s.unnamed
	if u.name < 0 {
		return
	}
	headings := []string{s.head.heading(u.name)}
	if s.head.given > 0 {
		headings = append(headings, s.head.heading(s.head.given))
	}
	s.tell(&u.split, func(at evaluate.Origin, n int) evaluate.Problem { return noteSplitName(at, headings, n) })
	s.tell(&u.half.not, func(at evaluate.Origin, n int) evaluate.Problem { return problemRequired(at, headings[1], n) })
	s.tell(&u.half.onlyGiven, problemGivenAlone)
}

// isGiven tells whether an unread column is one of given names beside a column of
// names.
func (s *sheetReading) isGiven(column int) bool {
	return s.unnamed.name >= 0 && isOneOf(s.head.heading(column), givenHeadings())
}

// addsToName tells whether a cell of given names says more than the name of its row,
// which may repeat it for sorting.
func (s *sheetReading) addsToName(cells []string, column int) bool {
	given, name := fold(cellAt(cells, column)), fold(cellAt(cells, s.unnamed.name))
	return given != "" && !strings.HasSuffix(" "+name, " "+given)
}

// reportGiven tells of a filled column of given names that is not read; once it is told
// of the column of names, that says what to do about both.
func (s *sheetReading) reportGiven(at evaluate.Origin, c *idleColumn) {
	heading, name := s.head.heading(c.column), s.head.schema.Facts[nameFact(s.head.schema)].Heading
	switch {
	case s.isNameStrange():
	case c.adds:
		s.add(problemGivenApart(at, heading, name))
	default:
		s.add(noteGivenAgain(at, heading, name))
	}
}

// isNameStrange tells whether the column of names stands below a heading that refuses it.
func (s *sheetReading) isNameStrange() bool {
	return slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.column == s.unnamed.name && c.strange })
}
