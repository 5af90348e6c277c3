package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Unmoved is a value of an earlier layout that the present one has no place for, or
// that could not be read.
type Unmoved struct {
	Sheet, Cell, Heading string
	Name                 string // of the row's subject, as far as the sheet tells it
	Value                string // as stored
}

// unmovedHeadRow is the row of the headings of the list of unmoved values.
const unmovedHeadRow = 4

// writeUnmoved lists what moving to the present layout left behind. The sheet is
// open: clearing its rows, or taking it out, is how somebody says that he has
// seen to them.
func (b *book) writeUnmoved(spec TemplateSpec) {
	rows := make([][]string, len(spec.Unmoved))
	for i, u := range spec.Unmoved {
		rows[i] = []string{u.Sheet, u.Cell, u.Name, u.Heading, u.Value}
	}
	b.writeApart(&spec, layout{}, apartPage{sheetUnmoved, labelUnmovedTitle, labelUnmovedNote, unmovedHeadings(), slices.Repeat([]float64{22}, 5), rows})
}

// judgeUnmoved refuses a workbook as long as its list of unmoved values holds
// any: nobody has said yet what becomes of them.
func (r *reader) judgeUnmoved(s bookSheet, at evaluate.Origin) {
	rows, err := r.peek(s)
	if err != nil {
		r.add(readFailure(err, at))
		return
	}
	left := 0
	for {
		number, cells, ok := rows.Next()
		if !ok {
			break
		}
		for c := 1; c < len(cells) && number > unmovedHeadRow; c++ {
			if !hasContent(cells[c]) {
				continue
			}
			if left++; left == 1 {
				at.Cell = cellName(c+1, number)
			}
			break
		}
	}
	if err := rows.Err(); err != nil {
		r.add(readFailure(err, at))
	}
	if left > 0 {
		r.add(problemUnmoved(at, left))
	}
}
