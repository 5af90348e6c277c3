package excel

import "strings"

// What a result workbook shows is computed, and its sheets are closed there. Whoever opens
// them and types a decision over it is told: nobody reads it from there.

// isOwnColumn tells whether a column is one that a result list shows and nobody reads.
func (s *sheetReading) isOwnColumn(c int) bool {
	h := s.head
	return s.in.Stamp.Kind == ResultBook && (isOneOf(h.heading(c), shownHeadings()) || c < len(h.over) && fold(h.over[c]) == fold(labelPoints))
}

// shownHeadings are those of what a list shows of a subject, but for facts and points.
func shownHeadings() []string {
	return []string{labelBranch, labelLevel, labelProfile, labelFacts, labelSendersRemark, labelComputed, labelBound,
		labelReason, labelNext, labelEffective, labelSuggestion, labelLookUp}
}

// watchShown compares the cells of a row that show grades with what the workbook says was
// written there; one made before it did is not asked, nor a row that was pasted in.
func (s *sheetReading) watchShown(row, number int, cells []string) {
	k := s.frame.Schema.Kind
	if s.lookUp < 0 || row >= len(s.in.Subjects[k]) {
		return
	}
	written := s.written[k][strings.ToLower(s.in.Subjects[k][row])]
	for i := range s.idle {
		c := &s.idle[i]
		was, told := written[fold(s.head.heading(c.column))]
		text := cellAt(cells, c.column)
		if !told || !hasContent(text) || fold(text) == fold(was) {
			continue
		}
		own, grade := s.frame.Value(row, s.wanted.fact), s.wanted.cell.read(text)
		at := gridCell{int32(c.column + 1), int32(number)}
		switch {
		case grade.problem == nil && own.IsBlank():
			c.typedAlone.add(at)
			s.digest.cell(markBeside, grade.data)
		case grade.problem != nil || grade.value != own:
			c.typed.add(at)
		}
	}
}

// shownWord precedes, in the data sheet, the heading of a column whose cells are kept there
// as they were written.
const shownWord = "shown: "

// shownColumns are the columns of a data sheet that keep what a list shows, by position.
func shownColumns(heads []string) map[int]string {
	out := map[int]string{}
	for i, h := range heads {
		if heading, ok := strings.CutPrefix(h, shownWord); ok {
			out[i] = fold(heading)
		}
	}
	return out
}
