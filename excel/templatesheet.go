package excel

import (
	"slices"
	"strings"
)

// templateSheet is a data sheet about to be drawn.
type templateSheet struct {
	*TemplateSheet
	spec  *TemplateSpec
	cols  []column
	facts []int
	lead  int
	count *counting
	l     layout
	note  float64 // height of the line that counts and explains the colours
	// signed is the first row that shares a page with the signatures.
	signed int
}

// screenZoom is how large templates open, for old eyes.
const screenZoom = 110

// planSheet settles columns, pages and rows of the i-th data sheet.
func (b *book) planSheet(spec *TemplateSpec, i int) *templateSheet {
	s := &spec.Sheets[i]
	cols, facts := templateColumns(*s)
	for i, fact := range facts {
		if fact >= 0 && needsCode(spec.Stamp.Kind, &s.Schema.Facts[fact]) && !owed(&s.Schema.Facts[fact]) {
			cols[i].heading += requiredMark
		}
	}
	lowHeadings(cols)
	t := &templateSheet{TemplateSheet: s, spec: spec, cols: cols, facts: facts, lead: leadColumns(s.Schema, facts)}
	t.count = newCounting(spec, s, facts, dataRow)
	fill := t.paginate()
	for _, at := range t.l.breaks {
		cols[at-1].turns = true
	}
	last := dataRow + fill.rows - 1
	t.l.tableEnd, t.l.grows = last, grows(*s)
	switch t.signed = dataRow + fill.signed; {
	case fill.apart && len(t.l.breaks) > 0:
		t.l.signedFrom = t.signed
	case fill.apart:
		t.l.rowBreaks = []int{t.signed}
	}
	t.count = newCounting(spec, s, facts, last)
	for _, q := range t.count.owes {
		cols[q.col-1].look.fill = inputFill
	}
	for _, q := range t.count.wants {
		cols[q.col-1].look.fill = wantedFill
	}
	for _, o := range t.count.byForm {
		for _, col := range o.cols {
			if o.always() {
				cols[col-1].look.fill = wantedFill
			}
		}
	}
	t.l.colours = t.count.colours(cols)
	t.count.checkByRow(cols)
	return t
}

// paginate chooses the scale: of those at which the sheet takes the fewest pages
// the greatest. Votes are printed as the minutes that are signed, not twice.
func (t *templateSheet) paginate() filling {
	unprinted := t.inMinutes()
	cols := t.cols[:len(t.cols)-unprinted]
	var best layout
	var fill filling
	for scale := bestRecordScale; scale >= leastRecordScale; scale-- {
		t.l = layout{
			widths: widthsOf(t.cols), protect: true, grid: true, zoom: screenZoom, printFrom: 2, unprinted: unprinted,
			frozenRows: headingRow, frozenCols: t.lead, repeatFrom: groupRow, repeatTo: headingRow, repeatCols: t.lead,
			breaks: roomToSign(cols, breaksAt(cols, t.lead, scale), t.lead), scale: scale, flows: t.flows(), footer: joinDots(t.spec.OrgName, periodLabel(t.spec.Stamp.Period), t.Title),
		}
		if len(t.l.breaks) == 0 {
			t.l.scale = min(100, int(pageRoom*100/printWidth(cols))) // as large as its width allows
		}
		_, told := t.noted()
		note := heightFor(tableSize, 1, []string{told}, []float64{t.l.noteSpan() * boldRoom})
		if f := t.l.templateRows(*t.TemplateSheet, t.cols, t.facts, note+t.raisedHead()); best.widths == nil || f.pages < fill.pages {
			best, fill, t.note = t.l, f, note
		}
	}
	t.l = best
	return fill
}

// signingWidth is the width of columns that two signatures need.
const signingWidth = 60.0

// roomToSign moves the last break to the left until the part printed last, which
// bears the signatures, has room for them; groups of columns stay whole.
func roomToSign(cols []column, breaks []int, lead int) []int {
	n := len(breaks)
	if n == 0 {
		return nil
	}
	first := lead
	if n > 1 {
		first = breaks[n-2] - 1
	}
	at := breaks[n-1] - 1
	for at > first+1 && (printWidth(cols[at:]) < signingWidth || cols[at].group != "" && cols[at].group == cols[at-1].group) {
		at--
	}
	breaks[n-1] = at + 1
	return breaks
}

// inMinutes is how many columns at the end hold the figures of votes, which the
// minutes beside the sheet repeat.
func (t *templateSheet) inMinutes() int {
	var figures []int
	for _, box := range t.Schema.Ballots() {
		figures = append(figures, box.Facts()...)
	}
	n := 0
	for n < len(t.facts)-t.lead && slices.Contains(figures, t.facts[len(t.facts)-1-n]) {
		n++
	}
	return n
}

// noteSpan is the joint width of the columns that the note under the title runs
// over: those of the first printed page.
func (l *layout) noteSpan() float64 {
	sum := 0.0
	for _, w := range l.widths[:l.noteEnd()] {
		sum += w
	}
	return sum
}

// noteRow is the row of the line under the title.
const noteRow = 5

// counterText is the counter as the note of the sheet says it, before the legend: it is
// computed once, and so the cover's formula is short.
func (t *templateSheet) counterText() string {
	note := quoteSheet(t.Title) + "!" + absolute(1, noteRow)
	return "LEFT(" + note + ",FIND(" + quoteText(" "+labelSheetLegend) + "," + note + ")-1)"
}

// noted is the line under the title, what is still to do and what the colours
// mean: as a formula, and as it reads at first.
func (t *templateSheet) noted() (formula, stored string) {
	legend := []string{" " + labelSheetLegend}
	if t.count.wanting() {
		legend = append(legend, " "+labelWantedLegend)
	}
	formula, stored = t.count.formula(), t.count.cached()
	for _, text := range legend {
		formula, stored = formula+"&"+quoteText(text), stored+text
	}
	return formula, stored
}

// writeTemplateSheet draws one data sheet: links, title block, stamp row,
// headings, the known subjects, empty rows, and who signs.
func (b *book) writeTemplateSheet(t *templateSheet) {
	s, last := *t.TemplateSheet, t.count.last
	dress, closed := make([]int, len(t.cols)), make([]int, len(t.cols))
	for i, c := range t.cols {
		dress[i], closed[i] = b.style(c.look), b.style(c.lock().look)
	}
	t.l.checks = b.validations(t.cols, dataRow, last)
	back, forward := around(steps(t.spec), s.Title)
	t.l.links = navigation(back, forward, t.lead+1)
	p := b.sheet(s.Title, t.l)
	p.templateTitle(t, back, forward)
	p.headings(t.cols)
	for r := range last - dataRow + 1 {
		if dataRow+r >= t.signed && t.l.signedFrom == 0 {
			p.keep()
		}
		cells := templateRow(s, t.facts, closing(s, t.facts, dress, closed, r), r)
		if height := t.l.templateHeight(cells); height == plainHeight {
			p.write(0, cells)
		} else {
			p.write(height, append(cells, p.room()))
		}
	}
	p.signed(signer(t.spec.Stamp.Kind), t.lead)
	p.end()
	b.writeBallots(t)
}

// templateTitle fills rows 1 to 5, which stay in sight and so are low: they and
// the headings leave more than half of a small screen to the rows.
func (p *page) templateTitle(t *templateSheet, back, forward string) {
	p.navigate(back, forward, t.lead+1)
	p.write(coverGap, nil)
	p.headLine(titleHeight, t.Heading, look{size: titleSize, bold: true})
	p.headLine(unitHeight, t.unitLine(), look{size: tableSize})
	formula, stored := t.noted()
	p.merge(1, p.row, t.l.noteEnd(), p.row)
	p.write(t.note, []any{p.formula(formula, stored, look{italic: true, bold: true, wrap: true, top: true})})
}

// unitLine says under the title whose sheet it is, and of which period.
func (t *templateSheet) unitLine() string {
	return joinDots(strings.ToUpper(t.spec.Office.Name), unitLabel(t.spec.Stamp.Kind)+": "+t.spec.OrgName+" ("+t.spec.Stamp.Org+")",
		labelPeriod+": "+periodLabel(t.spec.Stamp.Period), t.spec.Note)
}

// unitHeight is the height of that line where it is one.
const unitHeight = tableSize * lineSpace

// headLine is a line of the title block: it runs over to the right without merged cells,
// and wraps where it is wider than the page, where print would cut it off.
func (p *page) headLine(plain float64, text string, l look) {
	height := p.layout.headHeight(plain, text, l.size)
	if height > plain {
		l.wrap, l.align = true, "left"
		p.merge(1, p.row, p.layout.noteEnd(), p.row)
	}
	p.write(height, []any{p.cell(text, l)})
}

// headHeight is the height of such a line of letters of a size.
func (l *layout) headHeight(plain float64, text string, size float64) float64 {
	room := []float64{l.noteSpan() * boldRoom}
	if wrappedLines(text, room[0]*tableSize/size) == 1 {
		return plain
	}
	return heightFor(size, 1, []string{text}, room)
}

// raisedHead is how much higher the lines of the title block are than if each were one.
func (t *templateSheet) raisedHead() float64 {
	return t.l.headHeight(titleHeight, t.Heading, titleSize) - titleHeight + t.l.headHeight(unitHeight, t.unitLine(), tableSize) - unitHeight
}
