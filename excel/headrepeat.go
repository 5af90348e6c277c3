package excel

// fewestRepeated is how many headings a row must repeat to be one of headings: a
// name or a word alone may be somebody's answer.
const fewestRepeated = 3

// repeatsHeading tells whether a row is that of the headings again, as printed or
// pasted tables have it on every page: whatever stands in a column of facts is the
// heading of that column.
func (s *sheetReading) repeatsHeading(cells []string) bool {
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
