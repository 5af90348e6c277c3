package excel

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// writeTemplateSheet draws one data sheet: title block, stamp row, headings,
// the known subjects, and empty rows to the promised number.
func (b *book) writeTemplateSheet(spec TemplateSpec, s TemplateSheet) {
	cols, facts := templateColumns(s)
	dress, closed := make([]int, len(cols)), make([]int, len(cols))
	for i, c := range cols {
		dress[i], closed[i] = b.style(c.look), b.style(c.lock().look)
	}
	lead := leadColumns(s.Schema, facts)
	breaks, scale := pageBreaks(cols, lead)
	l := layout{
		widths: widthsOf(cols), protect: true, grid: true,
		frozenRows: headingRow, frozenCols: lead, repeatFrom: groupRow, repeatTo: headingRow, repeatCols: lead,
		breaks: breaks, scale: scale, footer: spec.OrgName + " · " + periodLabel(spec.Stamp.Period),
	}
	last := dataRow + l.templateRows(s, cols, facts) - 1
	l.checks = b.validations(cols, dataRow, last)
	p := b.sheet(s.Title, l)
	p.templateTitle(spec, s, counterFormula(lead, last))
	p.headings(cols)
	for r := range last - dataRow + 1 {
		p.fitRoom(templateRow(s, facts, closing(s, facts, dress, closed, r), r))
	}
	p.end()
	b.writeBallots(spec, s, facts, last)
}

// fewestSpare is the least room for subjects that a sheet with known ones does
// not know yet; the end of the page mostly leaves more.
const fewestSpare = 3

// templateRows is how many rows the sheet has. Empty ones go on to the end of a
// page and not over it, unless they were asked for without anybody known.
func (l *layout) templateRows(s TemplateSheet, cols []column, facts []int) int {
	known := 0
	if s.Prefill != nil {
		known = s.Prefill.Len()
	}
	if s.Rows <= max(known, 1) {
		return max(known, 1)
	}
	spare := s.Rows
	if known > 0 {
		spare = min(max(fewestSpare, known/10), s.Rows-known)
	}
	heights := make([]float64, known)
	for r := range heights {
		heights[r] = fitHeight(l.widths, choiceLines, templateRow(s, facts, make([]int, len(cols)), r))
	}
	groups, heads := headingHeights(cols)
	return l.rowsToFill(templateTitleHeight+groups+heads, groups+heads, heights, spare, fitHeight(nil, choiceLines, nil))
}

// templateTitleHeight is the height of the title block above the headings.
const templateTitleHeight = titleHeight + 3*tableSize*lineSpace + templateNoteHeight

// templateNoteHeight is the height of its last line.
const templateNoteHeight = tableSize*lineSpace + 2

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
		c := factColumn(&s.Schema.Facts[fact], limit)
		if slices.Contains(s.Locked, fact) {
			c = c.lock()
		}
		cols, facts = append(cols, c), append(facts, fact)
		if i == lastTotal {
			total := column{heading: labelTotalScore, group: c.group, width: 8,
				look: look{frame: boxed, bold: true, align: "center"}}.lock()
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

func counterFormula(column, last int) string {
	return "COUNTA(" + absolute(column, dataRow) + ":" + absolute(column, last) + ")"
}

// templateTitle fills rows 1 to 5.
func (p *page) templateTitle(spec TemplateSpec, s TemplateSheet, counter string) {
	known := 0
	if s.Prefill != nil {
		known = s.Prefill.Len()
	}
	p.banner(spec.Office.Name, [3]excelize.Cell{
		p.cell(s.Heading, look{size: titleSize, bold: true}),
		p.cell(labelUnit+": "+spec.OrgName+" ("+spec.Stamp.Org+")", look{}),
		p.cell(labelPeriod+": "+periodLabel(spec.Stamp.Period), look{}),
	})
	head, tail, _ := strings.Cut(rowsNote("\x00"), "\x00")
	p.write(templateNoteHeight, []any{
		p.formula(`"`+head+`"&`+counter+`&"`+tail+`"`, rowsNote(itoa(known)), look{italic: true, color: quietColor})})
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
