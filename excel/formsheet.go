package excel

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Columns of a form sheet: line number, item, then the counted columns with
// the share column behind the first of them.
const (
	formLineCol  = 1
	formItemCol  = 2
	formFirstCol = 3
)

// Rows of a form sheet: the head of the paper, two rows of headings and one of
// column numbers, the lines.
const (
	formHead = 9
	formTop  = formHead + 3
)

// formHeadLines is into how many lines a heading may wrap before its column
// gets wider.
const formHeadLines = 5

// formSheet draws one counted form.
type formSheet struct {
	*page
	spec   *SummarySpec
	table  *evaluate.FormTable
	form   *evaluate.FormSpec
	share  bool // some row has a share
	status string
}

// writeForm draws a form in the common dress of office forms.
func (b *book) writeForm(spec *SummarySpec, t *evaluate.FormTable) {
	s := &formSheet{spec: spec, table: t, form: t.Spec}
	s.share = hasShares(t.Spec)
	widths := []float64{5, 46}
	for j, c := range t.Spec.Columns {
		widths = append(widths, widthFor(7.6, formHeadLines, []string{c.Label}))
		if s.share && j == 0 {
			widths = append(widths, 9)
		}
	}
	head := spec.head(t.Spec.Title, t.Spec.Kinds...)
	s.status = head.status
	s.page = b.sheet(clip(t.Spec.Sheet, 31), layout{widths: widths, frozenCols: formItemCol,
		repeatFrom: formHead, repeatTo: formTop - 1, standing: head.standing, footer: head.foot(cmp.Or(formNumber(t.Spec.Number), t.Spec.Sheet))})
	s.dress()
	s.row = formHead
	s.headings()
	for i := range t.Spec.Rows {
		if i >= len(t.Spec.Rows)-leastRows {
			s.keep() // a signature does not go to a page of its own
		}
		s.formRow(i)
	}
	s.notes()
	s.signatures(spec.Office)
	s.end()
}

// dress fills rows 1 to 8: head of the paper, number, title, period, status.
func (s *formSheet) dress() {
	last := len(s.widths)
	s.line(formNumber(s.form.Number), 1, last, look{size: formSize, align: "right"})
	s.paperHead(s.spec.Office, placeDate(s.spec.Office.Place, s.spec.Provenance.Time), formItemCol)
	s.line(strings.ToUpper(s.form.Title), 1, last, look{size: titleSize, bold: true, align: "center"})
	s.line(formPeriod(periodLabel(s.spec.Period.String())), 1, last, look{size: formSize, italic: true, align: "center"})
	s.line(s.status, 1, last, look{size: formSize, bold: true, align: "center"})
}

// hasShares tells whether a form has a share column.
func hasShares(f *evaluate.FormSpec) bool {
	return slices.ContainsFunc(f.Rows, func(r evaluate.FormRow) bool { return r.Of != "" })
}

// formColumn is the sheet column of a counted column.
func formColumn(j int, share bool) int {
	if share && j > 0 {
		return formFirstCol + j + 1
	}
	return formFirstCol + j
}

func (s *formSheet) sheetColumn(j int) int { return formColumn(j, s.share) }
func (s *formSheet) sheetRow(i int) int    { return formTop + i }

// headings draws groups, headings and the row of column numbers.
func (s *formSheet) headings() {
	n := len(s.widths)
	groups, heads, numbers := make([]string, n), make([]string, n), make([]string, n)
	heads[0], heads[1] = labelLine, labelItem
	for j, c := range s.form.Columns {
		at := s.sheetColumn(j) - 1
		groups[at], heads[at], numbers[at] = c.Group, c.Label, c.Number
	}
	if s.share {
		heads[formFirstCol] = labelShare
	}
	s.leadNumbers(numbers)
	head := look{size: tableSize, frame: boxed, bold: true, align: "center", wrap: true}
	up, down := make([]any, n), make([]any, n)
	for i := 0; i < n; {
		j := i
		for groups[i] != "" && j+1 < n && groups[j+1] == groups[i] {
			j++
		}
		for k := i; k <= j; k++ {
			up[k], down[k] = s.cell(nil, head), s.cell(heads[k], head)
		}
		if groups[i] != "" {
			up[i] = s.cell(groups[i], head)
			s.merge(i+1, s.row, j+1, s.row)
		} else {
			up[i], down[i] = s.cell(heads[i], head), s.cell(nil, head)
			s.merge(i+1, s.row, i+1, s.row+1)
		}
		i = j + 1
	}
	groupHeight := s.groupHeight(groups)
	s.write(groupHeight, up)
	s.write(heightFor(tableSize, 2, heads, s.widths)-groupHeight/2, down)
	small := look{size: 9, frame: boxed, italic: true, align: "center"}
	cells := make([]any, n)
	for i := range cells {
		cells[i] = s.cell(text(numbers[i]), small)
	}
	s.write(lineHeight(9)+2, cells)
}

func (s *formSheet) groupHeight(groups []string) float64 {
	height := lineHeight(tableSize) + 3
	for i := 0; i < len(groups); {
		j := i
		for groups[i] != "" && j+1 < len(groups) && groups[j+1] == groups[i] {
			j++
		}
		height = max(height, heightFor(tableSize, 1, groups[i:i+1], []float64{s.span(i+1, j+1)}))
		i = j + 1
	}
	return height
}

// leadNumbers numbers the columns that the form's own counting precedes: line
// and item before its first number, the share after it where the count leaves
// room.
func (s *formSheet) leadNumbers(numbers []string) {
	first, err := strconv.Atoi(s.form.Columns[0].Number)
	if err != nil {
		return
	}
	for back, at := range []int{formItemCol - 1, formLineCol - 1} {
		if n := first - 1 - back; n > 0 {
			numbers[at] = itoa(n)
		}
	}
	next := ""
	if len(s.form.Columns) > 1 {
		next = s.form.Columns[1].Number
	}
	if s.share && next != itoa(first+1) {
		numbers[formFirstCol] = itoa(first + 1)
	}
}

// formRow draws one line of the form.
func (s *formSheet) formRow(i int) {
	r := &s.form.Rows[i]
	label := look{frame: boxed, wrap: true, bold: r.Bold, indent: r.Indent, align: "left"}
	count := look{frame: boxed, bold: r.Bold, align: "center", format: countFormat}
	cells := make([]any, len(s.widths))
	cells[0] = s.cell(text(r.Number), look{frame: boxed, bold: r.Bold, align: "center"})
	cells[1] = s.cell(r.Label, label)
	for j := range s.form.Columns {
		at := s.sheetColumn(j)
		f := s.sumFormula(i, j)
		if f == "" {
			cells[at-1] = s.cell(s.table.Cells[i][j], count)
			continue
		}
		cells[at-1] = s.formula(f, s.table.Cells[i][j], count)
	}
	if s.share {
		cells[formFirstCol] = s.shareCell(i, look{frame: boxed, bold: r.Bold, align: "center", format: shareFormat})
	}
	room := s.widths[1] - 2*float64(r.Indent)
	if r.Bold {
		room *= boldRoom
	}
	s.write(heightFor(tableSize, 1, []string{r.Label}, []float64{room}), cells)
}

// sumFormula adds up the rows or columns a cell is the sum of, "" for a count.
func (s *formSheet) sumFormula(i, j int) string {
	var refs []string
	switch {
	case len(s.form.Rows[i].Sum) > 0:
		for _, id := range s.form.Rows[i].Sum {
			if k := s.form.RowIndex(id); k >= 0 {
				refs = append(refs, cellName(s.sheetColumn(j), s.sheetRow(k)))
			}
		}
	case len(s.form.Columns[j].Sum) > 0:
		for _, id := range s.form.Columns[j].Sum {
			if k := s.form.ColumnIndex(id); k >= 0 {
				refs = append(refs, cellName(s.sheetColumn(k), s.sheetRow(i)))
			}
		}
	}
	if len(refs) == 0 {
		return ""
	}
	return "SUM(" + strings.Join(refs, ",") + ")"
}

// shareCell is the row's share of its stated base in the first counted column,
// from the counts themselves; a base's own row is the whole.
func (s *formSheet) shareCell(i int, l look) excelize.Cell {
	base := i
	if of := s.form.Rows[i].Of; of != "" {
		base = s.form.RowIndex(of)
	} else if !slices.ContainsFunc(s.form.Rows, func(r evaluate.FormRow) bool { return r.Of == s.form.Rows[i].ID }) {
		return s.cell(nil, l)
	}
	if base < 0 {
		return s.cell(nil, l)
	}
	part, whole := cellName(formFirstCol, s.sheetRow(i)), cellName(formFirstCol, s.sheetRow(base))
	var cached any = ""
	if of := s.table.Cells[base][0]; of > 0 {
		cached = ratCell(big.NewRat(int64(s.table.Cells[i][0]), int64(of)))
	}
	return s.formula("IF("+whole+`=0,"",`+part+"/"+whole+")", cached, l)
}

// notes say what is 100%, whom the form does not count and how sure it is itself.
func (s *formSheet) notes() {
	dress := look{italic: true, size: 10, align: "left"}
	note := func(text string) {
		s.keep()
		s.line(text, 1, len(s.widths), dress)
	}
	for _, base := range s.bases() {
		var rows []string
		for i := range s.form.Rows {
			if s.form.Rows[i].Of == base {
				rows = append(rows, lineName(&s.form.Rows[i]))
			}
		}
		note(shareNote(s.form.Rows[s.form.RowIndex(base)].Label, strings.Join(rows, ", ")))
	}
	for i := range s.spec.Statistics {
		if t := &s.spec.Statistics[i]; slices.Contains(t.Beside, s.form.Sheet) {
			note(leftOutNote(t))
		}
	}
	if s.numbersUnknown() {
		note(labelNumbersUnknown)
	}
	if s.form.Standing != "" {
		note(joinDots(formStanding(evaluate.PhraseStanding(s.form.Standing)), s.form.Note))
	}
}

// numbersUnknown tells whether some columns bear a number and others none.
func (s *formSheet) numbersUnknown() bool {
	bare := 0
	for _, c := range s.form.Columns {
		if c.Number == "" {
			bare++
		}
	}
	return bare > 0 && bare < len(s.form.Columns)
}

// bases lists the row ids that are 100% for others, in row order.
func (s *formSheet) bases() []string {
	var out []string
	for i := range s.form.Rows {
		if of := s.form.Rows[i].Of; of != "" && !slices.Contains(out, of) && s.form.RowIndex(of) >= 0 {
			out = append(out, of)
		}
	}
	return out
}

// lineName is how a note calls a line.
func lineName(r *evaluate.FormRow) string {
	if r.Number != "" {
		return r.Number
	}
	return r.Label
}
