package excel

import "slices"

// lookUpColumn is the column of the ids that a result list was written with, -1
// for none.
func (h *header) lookUpColumn() int {
	return slices.IndexFunc(h.headings, func(s string) bool { return fold(s) == fold(labelLookUp) })
}

// nameSubject keeps the id that a row of a result list was written for.
func (s *sheetReading) nameSubject(row int, cells []string) {
	id := ""
	if s.lookUp < len(cells) {
		id = tidy(cells[s.lookUp])
	}
	k := s.frame.Schema.Kind
	for len(s.in.Subjects[k]) < row { // rows of a sheet without the column
		s.in.Subjects[k] = append(s.in.Subjects[k], "")
	}
	s.in.Subjects[k] = append(s.in.Subjects[k], id)
	if id != "" {
		s.digest.cell(markSubject, id)
	}
}
