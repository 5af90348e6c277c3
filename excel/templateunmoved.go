package excel

import "github.com/xeploai/xeploai/evaluate"

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
	back, forward := around(steps(&spec), sheetUnmoved)
	heads := []column{numberColumn()}
	for _, h := range unmovedHeadings() {
		heads = append(heads, column{heading: h, width: 22, look: look{frame: boxed, wrap: true}})
	}
	p := b.sheet(sheetUnmoved, layout{widths: widthsOf(heads), zoom: screenZoom, printFrom: 2,
		links: navigation(back, forward, 3), footer: joinDots(spec.OrgName, periodLabel(spec.Stamp.Period))})
	p.navigate(back, forward, 3)
	p.line(labelUnmovedTitle, 1, len(heads), look{size: titleSize, bold: true, align: "center"})
	p.line(labelUnmovedNote, 1, len(heads), look{italic: true})
	p.headRow(heads)
	for i, u := range spec.Unmoved {
		cells := []any{styled(i+1, p.style(heads[0].look))}
		for k, v := range []string{u.Sheet, u.Cell, u.Name, u.Heading, u.Value} {
			cells = append(cells, styled(text(v), p.style(heads[k+1].look)))
		}
		p.fit(cells)
	}
	p.end()
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
