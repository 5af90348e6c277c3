package excel

import "strings"

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
}

// screenZoom is how large templates open, for old eyes.
const screenZoom = 115

// planSheet settles columns, pages and rows of the i-th data sheet.
func (b *book) planSheet(spec *TemplateSpec, i int) *templateSheet {
	s := &spec.Sheets[i]
	cols, facts := templateColumns(*s)
	t := &templateSheet{TemplateSheet: s, spec: spec, cols: cols, facts: facts, lead: leadColumns(s.Schema, facts)}
	breaks, scale := breaksWithin(cols, t.lead, leastRecordScale, bestRecordScale)
	for _, at := range breaks {
		cols[at-1].turns = true
	}
	t.l = layout{
		widths: widthsOf(cols), protect: true, grid: true, zoom: screenZoom, printFrom: 2,
		frozenRows: headingRow, frozenCols: t.lead, repeatFrom: groupRow, repeatTo: headingRow, repeatCols: t.lead,
		breaks: breaks, scale: scale, footer: spec.OrgName + " · " + periodLabel(spec.Stamp.Period),
	}
	t.count = newCounting(spec, s, facts, dataRow)
	_, told := t.noted()
	t.note = heightFor(tableSize, 1, []string{told}, []float64{t.l.noteSpan() * boldRoom})
	last := dataRow + t.l.templateRows(*s, cols, facts, t.note) - 1
	t.l.tableEnd, t.l.grows = last, grows(*s)
	t.count = newCounting(spec, s, facts, last)
	for _, q := range t.count.owes {
		cols[q.col-1].look.fill = inputFill
	}
	for _, q := range t.count.wants {
		cols[q.col-1].look.fill = wantedFill
	}
	t.l.colours = t.count.colours(cols)
	return t
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

// noted is the line under the title, what is still to do and what the colours
// mean: as a formula, and as it reads at first.
func (t *templateSheet) noted() (formula, stored string) {
	legend := []string{" " + labelSheetLegend}
	if len(t.count.wants) > 0 {
		legend = append(legend, " "+labelWantedLegend)
	}
	formula, stored = t.count.formula(""), t.count.cached()
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
		if dataRow+r == last {
			p.keep()
		}
		p.fitRoom(templateRow(s, t.facts, closing(s, t.facts, dress, closed, r), r))
	}
	p.signed(signer(t.spec.Stamp.Kind), t.lead)
	p.end()
	b.writeBallots(*t.spec, s, t.facts, last)
}

// templateTitle fills rows 1 to 5.
func (p *page) templateTitle(t *templateSheet, back, forward string) {
	p.navigate(back, forward, t.lead+1)
	p.write(lineHeight(tableSize), []any{p.cell(strings.ToUpper(t.spec.Office.Name), look{bold: true})})
	p.write(titleHeight, []any{p.cell(t.Heading, look{size: titleSize, bold: true})})
	p.write(lineHeight(tableSize), []any{p.cell(joinDots(labelUnit+": "+t.spec.OrgName+" ("+t.spec.Stamp.Org+")",
		labelPeriod+": "+periodLabel(t.spec.Stamp.Period)), look{})})
	formula, stored := t.noted()
	p.merge(1, p.row, t.l.noteEnd(), p.row)
	p.write(t.note, []any{p.formula(formula, stored, look{italic: true, bold: true, wrap: true, top: true})})
}
