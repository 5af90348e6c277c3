package excel

import "github.com/xeploai/xeploai/evaluate"

// fewestRepeated is how many headings a row must repeat to be one of headings: a
// name or a word alone may be somebody's answer.
const fewestRepeated = 3

// repeatsHeading tells whether a row is that of the headings again, as printed or
// pasted tables have it on every page: whatever stands in a column of facts is the
// heading of that column, or “STT” stands among its running numbers, as over another table
// below.
func (s *sheetReading) repeatsHeading(cells []string) bool {
	for c, raw := range cells[:min(len(cells), s.firstColumn())] {
		if hasContent(raw) && isNumberHeading(raw) && isNumberHeading(s.head.heading(c)) && !s.tellsOfSomebody(cells) {
			return true
		}
	}
	met := 0
	for i := range s.columns {
		c := &s.columns[i]
		if c.column >= len(cells) || !hasContent(cells[c.column]) {
			continue
		}
		said := fold(cells[c.column])
		if said == "" || said != fold(s.head.heading(c.column)) && said != fold(c.def.Heading) && said != fold(c.def.Group) {
			return false
		}
		met++
	}
	return met >= fewestRepeated
}

// tellsOfSomebody tells whether a row gives a day or a number by which people are known.
func (s *sheetReading) tellsOfSomebody(cells []string) bool {
	for i := range s.columns {
		c := &s.columns[i]
		raw := cellAt(cells, c.column)
		identifies := c.def.Type == evaluate.DateFact || c.def.Role == evaluate.RoleIdentity || c.def.Role == evaluate.RoleCard || c.def.Role == evaluate.RoleBirthYear
		if identifies && hasDigits(raw) && c.cell.read(raw).problem == nil {
			return true
		}
	}
	return false
}

// firstColumn is the first column that is read.
func (s *sheetReading) firstColumn() int {
	first := len(s.head.headings)
	for i := range s.columns {
		first = min(first, s.columns[i].column)
	}
	return first
}

// isNumberHeading recognises what stands over running numbers.
func isNumberHeading(text string) bool { return isOneOf(text, numberHeadings()) }
