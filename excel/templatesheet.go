package excel

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
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
}

// screenZoom is how large templates open, for old eyes.
const screenZoom = 115

// planSheet settles columns, pages and rows of the i-th data sheet.
func (b *book) planSheet(spec *TemplateSpec, i int) *templateSheet {
	s := &spec.Sheets[i]
	cols, facts := templateColumns(*s)
	t := &templateSheet{TemplateSheet: s, spec: spec, cols: cols, facts: facts, lead: leadColumns(s.Schema, facts)}
	breaks, scale := pageBreaks(cols, t.lead)
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
	p.signed(signer(t.spec.Stamp.Kind), t.l.noteEnd(), t.lead)
	p.end()
	b.writeBallots(*t.spec, s, t.facts, last)
}

// steps are the sheets of a template that people see, in the order they are
// worked through: cover, data sheets, guide.
func steps(spec *TemplateSpec) []string {
	out := []string{sheetCover}
	for i := range spec.Sheets {
		out = append(out, spec.Sheets[i].Title)
	}
	if len(spec.Left) > 0 {
		out = append(out, sheetLeft)
	}
	if len(spec.Unmoved) > 0 {
		out = append(out, sheetUnmoved)
	}
	if len(spec.Guide) > 0 {
		out = append(out, sheetGuide)
	}
	return out
}

// around are the steps before and after one; "" for none.
func around(steps []string, name string) (back, forward string) {
	i := slices.Index(steps, name)
	if i > 0 {
		back = steps[i-1]
	}
	if i >= 0 && i+1 < len(steps) {
		forward = steps[i+1]
	}
	return back, forward
}

// navigation are the links of the first row: back in its first column, forward
// in the given one, where it does not cut the first short.
func navigation(back, forward string, column int) []link {
	var out []link
	if back != "" {
		out = append(out, link{cellName(1, 1), quoteSheet(back) + "!A1"})
	}
	if forward != "" {
		out = append(out, link{cellName(column, 1), quoteSheet(forward) + "!A1"})
	}
	return out
}

// navigate writes the first row, which is not printed.
func (p *page) navigate(back, forward string, column int) {
	l := look{bold: true, underline: true, color: linkColor, size: formSize}
	cells := make([]any, column)
	if back != "" {
		cells[0] = p.cell(labelBack+back, l)
	}
	if forward != "" {
		cells[column-1] = p.cell(forward+labelForward, l)
	}
	p.write(lineHeight(formSize), cells)
}

// Room for subjects a sheet with known ones does not know yet: at least
// fewestSpare rows, and on to the end of the page at most mostSpare, for paper
// is the branch's record and no ruled pad.
const (
	fewestSpare = 3
	mostSpare   = 8
)

// templateRows is how many rows the sheet has. Empty ones go on to the end of a
// page and not over it, unless they were asked for without anybody known.
func (l *layout) templateRows(s TemplateSheet, cols []column, facts []int, note float64) int {
	known := 0
	if s.Prefill != nil {
		known = s.Prefill.Len()
	}
	if s.Rows <= max(known, 1) {
		return max(known, 1)
	}
	spare, most := s.Rows, s.Rows
	if known > 0 {
		spare = min(max(fewestSpare, known/10), fewestSpare+mostSpare/2, s.Rows-known)
		most = min(mostSpare, s.Rows-known)
	}
	heights := make([]float64, known)
	for r := range heights {
		heights[r] = fitHeight(l.widths, choiceLines, templateRow(s, facts, make([]int, len(cols)), r))
	}
	groups, heads := headingHeights(cols)
	rows, over := l.rowsWithin(templateTitleHeight-templateNoteHeight+note+groups+heads, groups+heads, signedHeight, heights, spare, most, fitHeight(nil, choiceLines, nil))
	if over && known > 0 {
		return known + spare // a page of empty rows is no record
	}
	return rows
}

// templateTitleHeight is the printed height of the title block above the headings.
const templateTitleHeight = titleHeight + 2*tableSize*lineSpace + templateNoteHeight

// templateNoteHeight is the height of its last line.
const templateNoteHeight = tableSize*lineSpace + 2

// Heights of the signature lines under a data sheet.
const (
	signingRoom  = 44.0
	signedHeight = plainHeight + 3*(formSize*lineSpace+2) + signingRoom
)

// signed puts the signature lines under a data sheet, over the columns of its
// first page: who filled it in on the left, who answers for it on the right. A
// hidden row tells the reader that the table has ended.
func (p *page) signed(right string, last, lead int) {
	p.keep()
	p.writeHidden([]any{stampMark + endStamp})
	middle := max((last+1)/2, min(lead, last-1))
	put := func(a, b string, height float64, l look) {
		l.size, l.align = formSize, "center"
		cells := make([]any, max(middle+1, 1))
		cells[0] = p.cell(text(a), l)
		if middle < last {
			cells[middle] = p.cell(text(b), l)
			p.merge(middle+1, p.row, last, p.row)
		}
		p.merge(1, p.row, middle, p.row)
		p.write(height, cells)
	}
	line := formSize*lineSpace + 2
	p.keep()
	p.write(plainHeight, nil)
	p.keep()
	put("", labelBlankDate, line, look{italic: true})
	p.keep()
	put(labelReporter, right, line, look{bold: true})
	p.keep()
	put(labelSign, labelSign, line, look{italic: true})
	put("", "", signingRoom, look{})
}

// templateColumns lists the columns and, for each, its fact position; -1 is
// the number column, -2 the total.
func templateColumns(s TemplateSheet) ([]column, []int) {
	cols := []column{numberColumnOf(s.Schema.Kind)}
	facts := []int{-1}
	lastTotal := -1
	for i, fact := range s.Facts {
		if slices.Contains(s.Total, fact) {
			lastTotal = i
		}
	}
	for i, fact := range s.Facts {
		var limit *evaluate.Num
		if m, ok := s.Maxima[fact]; ok {
			limit = &m
		}
		latest, past := s.Latest[fact]
		if year := evaluate.Int(int64(latest.Year)); past && limit == nil {
			limit = &year
		}
		c := factColumn(&s.Schema.Facts[fact], limit)
		if past && s.Schema.Facts[fact].Type == evaluate.DateFact {
			c.check = func() *excelize.DataValidation { return dateCheck(latest) }
		}
		c.hint = templateHint(&s.Schema.Facts[fact], c.hint, slices.Contains(s.Wanted, fact))
		if slices.Contains(s.Locked, fact) {
			c = c.lock()
		}
		cols, facts = append(cols, c), append(facts, fact)
		if i == lastTotal {
			total := column{heading: labelTotalScore, group: c.group, width: 8,
				look: look{frame: boxed, bold: true, align: "center"}}.lock()
			if s.TotalMax != nil {
				most := s.TotalMax.String()
				total.look.format, total.width, total.bounds = `General"/`+most+`"`, 10, beyond(nil, s.TotalMax)
			}
			cols, facts = append(cols, total), append(facts, -2)
		}
	}
	return cols, facts
}

// leadColumns is how many leading columns stay in sight: up to the name.
func leadColumns(s *evaluate.Schema, facts []int) int {
	if i := slices.Index(facts, s.ByRole(evaluate.RoleName)); i >= 0 && i < 4 {
		return i + 1
	}
	return min(2, len(facts))
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

// closing is the dress of a row: that of closed cells where somebody else fills
// them in.
func closing(s TemplateSheet, facts, dress, closed []int, r int) []int {
	if s.Closed == nil || s.Prefill == nil || r >= s.Prefill.Len() {
		return dress
	}
	out := slices.Clone(dress)
	for i, fact := range facts {
		if fact >= 0 && s.Closed(r, fact) {
			out[i] = closed[i]
		}
	}
	return out
}

// templateRow is the r-th subject's row, 0-based.
func templateRow(s TemplateSheet, facts, dress []int, r int) []any {
	cells := make([]any, len(facts))
	for i, fact := range facts {
		switch {
		case fact == -1:
			cells[i] = styled(r+1, dress[i])
		case fact == -2:
			cells[i] = totalCell(s, facts, dress[i], r)
		case s.Prefill != nil && r < s.Prefill.Len():
			cells[i] = styled(factCell(s.Prefill, r, fact), dress[i])
		default:
			cells[i] = styled(nil, dress[i])
		}
	}
	return cells
}

// totalCell sums the points of a row. It counts for the eye alone and is never
// read back; the stored value is what the prefilled points add up to.
func totalCell(s TemplateSheet, facts []int, style, r int) excelize.Cell {
	var refs []string
	for i, fact := range facts {
		if fact >= 0 && slices.Contains(s.Total, fact) {
			refs = append(refs, cellName(i+1, dataRow+r))
		}
	}
	list := strings.Join(refs, ",")
	cell := excelize.Cell{StyleID: style, Formula: "IF(COUNT(" + list + `)=0,"",SUM(` + list + "))", Value: ""}
	if s.Prefill == nil || r >= s.Prefill.Len() {
		return cell
	}
	var sum evaluate.Num
	given := false
	for _, fact := range s.Total {
		if v := s.Prefill.Value(r, fact); v.Type() == evaluate.NumberFact {
			sum, given = sum.Add(v.Number()), true
		}
	}
	if given {
		cell.Value = numberCell(sum)
	}
	return cell
}
