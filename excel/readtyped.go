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
	written, known := s.writtenRow(row)
	for i := range s.idle {
		c := &s.idle[i]
		at, told := s.written.columns[c.shows]
		was, text := cellAt(written, at), cellAt(cells, c.column)
		if told = told && known; !hasContent(text) || !told && (!c.wordy || len(text) > longestGrade) || fold(text) == fold(was) {
			continue
		}
		own, grade := s.frame.Value(row, s.wanted.fact), s.wanted.cell.read(text)
		if before := s.wanted.cell.read(was); told && grade.problem == nil && before.problem == nil && hasContent(was) && before.value == grade.value {
			continue // the same grade in other words
		}
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

// writtenRow is what the workbook says was written in the row of a list; known is false where
// it does not say, or the row was pasted in.
func (s *sheetReading) writtenRow(row int) (written []string, known bool) {
	k := s.frame.Schema.Kind
	if s.lookUp < 0 || row >= len(s.in.Subjects[k]) {
		return nil, false
	}
	written, known = s.written.rows[k][strings.ToLower(s.in.Subjects[k][row])]
	return written, known
}

// showsGrade tells whether a grade is the one that the list shows as the row's result: who
// repeats it decides nothing else.
func (s *sheetReading) showsGrade(row int, grade evaluate.Value) bool {
	written, known := s.writtenRow(row)
	at, told := s.written.columns[fold(labelEffective)]
	if !known || !told || !hasContent(cellAt(written, at)) {
		return false
	}
	shown := s.wanted.cell.read(cellAt(written, at))
	return shown.problem == nil && shown.value == grade
}

// watchUndecided notices what belongs to a decision on a row without its grade.
func (s *sheetReading) watchUndecided(row, number int, cells []string) {
	if s.in.Stamp.Kind != ResultBook || s.wanted.def.Role != evaluate.RoleDecision {
		return
	}
	for i := range s.columns {
		c := &s.columns[i]
		switch c.def.Role {
		case evaluate.RoleDecisionReason, evaluate.RoleDecisionNumber, evaluate.RoleDecisionDate:
			text := cellAt(cells, c.column)
			grade := s.wanted.cell.read(text)
			if hasContent(text) && !isDash(text) && (grade.problem != nil || s.showsGrade(row, grade.value)) { // another is told as such
				s.undecided.add(gridCell{int32(s.wanted.column + 1), int32(number)})
				return
			}
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
