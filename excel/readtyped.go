package excel

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// What a result workbook shows is computed, and its sheets are closed there. Whoever opens
// them and types a decision over it is told: nobody reads it from there.

// isOwnColumn tells whether a column is one that a result list shows and nobody reads.
func (s *sheetReading) isOwnColumn(c int) bool {
	h := s.head
	return s.in.Stamp.Kind == ResultBook && (isOneOf(h.heading(c), shownHeadings()) || c < len(h.over) && fold(h.over[c]) == fold(labelPoints))
}

// shownHeadings are those of what a list shows of a subject, but for facts and points.
func shownHeadings() []string {
	return append(wordyHeadings(), labelSendersRemark, labelComputed, labelEffective, labelSuggestion, labelLookUp)
}

// wordyHeadings are those of columns that show no grade alone: one there was typed.
func wordyHeadings() []string {
	return []string{labelBranch, labelLevel, labelProfile, labelFacts, labelBound, labelReason, labelNext}
}

// watchShown compares the cells of a row that show grades with what the workbook says was
// written there; one made before it did is not asked, nor a row that was pasted in. Where
// words stand, a grade alone is somebody's.
func (s *sheetReading) watchShown(row, number int, cells []string) {
	k := s.frame.Schema.Kind
	if s.lookUp < 0 || row >= len(s.in.Subjects[k]) {
		return
	}
	written, known := s.written.rows[k][strings.ToLower(s.in.Subjects[k][row])]
	for i := range s.idle {
		c := &s.idle[i]
		at, told := s.written.columns[c.shows]
		was, text := cellAt(written, at), cellAt(cells, c.column)
		if told = told && known; !hasContent(text) || !told && (!c.wordy || len(text) > longestGrade) || fold(text) == fold(was) {
			continue
		}
		own, grade := s.frame.Value(row, s.wanted.fact), s.wanted.cell.read(text)
		here := gridCell{int32(c.column + 1), int32(number)}
		switch {
		case grade.problem == nil && own.IsBlank():
			c.typedAlone.add(here)
			s.digest.cell(markBeside, grade.data)
		case told && (grade.problem != nil || grade.value != own):
			c.typed.add(here)
		}
	}
}

// shownWord precedes, in the data sheet, the heading of a column whose cells are kept there
// as they were written.
const shownWord = "shown: "

// writtenCells are the rows of a data sheet, by kind and look-up id, where it keeps what lists
// show, and its columns that do, by folded heading.
type writtenCells struct {
	columns map[string]int
	rows    map[evaluate.Kind]map[string][]string
}

func shownColumns(heads []string) map[string]int {
	out := map[string]int{}
	for i, h := range heads {
		if heading, ok := strings.CutPrefix(h, shownWord); ok {
			out[fold(heading)] = i
		}
	}
	return out
}
