package excel

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// collect gathers the problems by cell, in the order of the list, and the lines
// of the list.
func (m *marker) collect(problems []evaluate.Problem) ([]*mark, []errorLine) {
	var marks []*mark
	known := map[[2]string]*mark{}
	lines := make([]errorLine, 0, min(len(problems), ListedAtMost))
	for _, p := range problems {
		sheet, cell, ok := m.place(p.At)
		if len(lines) < ListedAtMost {
			line := errorLine{problem: p, sheet: sheet, cell: cell, linked: ok}
			if ok {
				line.problem.Hint = joinLines(p.Hint, m.unseen(sheet, cell))
			}
			lines = append(lines, line)
		}
		if !ok || p.Severity == evaluate.Note {
			continue
		}
		for _, cell := range append([]string{cell}, m.others(p, cell)...) {
			k := known[[2]string{sheet, cell}]
			if k == nil {
				if len(marks) == tintedAtMost {
					continue
				}
				k = &mark{sheet: sheet, cell: cell, tint: tintOf(p.Severity)} // worst first
				known[[2]string{sheet, cell}] = k
				marks = append(marks, k)
			}
			k.text = clip(joinLines(k.text, noteLine(p)), noteLength)
		}
	}
	return marks, lines
}

// others lists the cells of a problem beside the one it stands at.
func (m *marker) others(p evaluate.Problem, first string) (out []string) {
	for _, area := range p.Cells {
		a, b, _ := strings.Cut(area, ":")
		from, ok := parseCell([]byte(a))
		if !ok {
			continue
		}
		to, ok := parseCell([]byte(b))
		if !ok {
			to = from
		}
		for row := from.row; row <= to.row; row++ {
			for col := from.col; col <= to.col && len(out) < tintedAtMost; col++ {
				at := p.At
				at.Cell = gridCell{col, row}.String()
				if _, cell, ok := m.place(at); ok && cell != first {
					out = append(out, cell)
				}
			}
		}
	}
	return out
}

// unseen says how to see a cell that the sender's workbook hides, "" for one in sight: its
// sheet, its row and its column may each be out of sight. A link leads there all the same.
func (m *marker) unseen(sheet, cell string) string {
	c, ok := parseCell([]byte(cell))
	if !ok || m.heavy[sheet] != nil {
		return ""
	}
	var how []string
	say := func(shown bool, err error, label string) {
		if err == nil && !shown {
			how = append(how, label)
		}
	}
	shown, err := m.file.GetSheetVisible(sheet)
	say(shown, err, labelSheetUnseen)
	shown, err = m.file.GetRowVisible(sheet, int(c.row))
	say(shown, err, labelRowUnseen)
	shown, err = m.file.GetColVisible(sheet, columnName(int(c.col)))
	say(shown, err, labelColumnUnseen)
	return joinLines(how...)
}
