package excel

import (
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// OrgType is one statutory type of base organizations: the column of the forms
// it falls in.
type OrgType struct{ Code, Label string }

// Rows the sheets offer: of organizations at least leastOrgRows, of units and
// of collectives leastBodyRows; and spareOrgRows beyond what is known.
const (
	leastOrgRows  = 400
	leastBodyRows = 200
	spareOrgRows  = 50
)

// WriteOrgList writes the workbook in which an office lists its organizations,
// its agencies and units, and its leadership collectives, each on a sheet of
// its own: known ones filled in, drop-downs where the choice is known. The
// sheets have the layout of a template, stamped "org.…" and the like instead of
// with facts. Bodies of other kinds are left out.
func WriteOrgList(w io.Writer, stamp Stamp, office Office, orgs []evaluate.Org, bodies []evaluate.Body, types []OrgType) error {
	stamp.Kind = OrgListBook
	b := newBook(coverTitle(OrgListBook), periodStart(stamp.Period))
	b.stampProps(stamp)
	footer, latest := joinDots(office.Name, periodLabel(stamp.Period)), periodEnd(stamp.Period)
	var known [][]any
	for i, o := range orgs {
		known = append(known, orgValues(i, o, types))
	}
	list := listTable{name: sheetOrgList, title: coverTitle(OrgListBook), how: labelOrgListHow,
		cols: orgColumns(types, latest), known: known, rows: max(len(known)+spareOrgRows, leastOrgRows)}
	b.listSheet(list, office, stamp.Period, footer)
	codes := [2]string{codeRange(list)}
	for _, k := range bodyKinds() {
		t := bodyTable(k, bodies, codes, latest)
		codes[1] = codeRange(t) // units come first: collectives lead them
		b.listSheet(t, office, stamp.Period, footer)
	}
	b.writeLists()
	b.stampSheet(stamp)
	return b.finish(w)
}

// listTable is one sheet of the organization list.
type listTable struct {
	name, title, how string
	cols             []column
	known            [][]any // one row of values each, as the columns
	rows             int     // rows that can be filled in, known ones included
}

func (t listTable) last() int { return dataRow + t.rows - 1 }

// periodLine is the line that says for which period a list was made; it is open, for
// whoever goes on with the list says so there.
func periodLine(period string) string { return labelPeriod + ": " + periodLabel(period) }

// listSheet draws the sheet: known rows, a few ruled ones to the end of the
// page, and unruled ones that print only where they are filled in.
func (b *book) listSheet(t listTable, office Office, period, footer string) {
	l := layout{
		widths: widthsOf(t.cols), protect: true, grid: true, frozenRows: headingRow, frozenCols: 3,
		repeatFrom: groupRow, repeatTo: headingRow, repeatCols: 3,
		checks: b.validations(t.cols, dataRow, t.last()), footer: footer,
	}
	ruled := dataRow + l.ruledRows(t) - 1
	if ruled < t.last() {
		l.framed = spanName(1, ruled+1, len(t.cols), t.last())
	}
	p := b.sheet(t.name, l)
	p.banner(office.Name, [3]excelize.Cell{p.cell(t.title, look{size: titleSize, bold: true}),
		p.cell(periodLine(period), look{unlocked: true}), p.cell(t.how, look{})}, false)
	p.write(templateNoteHeight, []any{p.cell(labelFoundedLegend+" "+labelNoEdit, look{italic: true, color: quietColor})})
	p.headings(t.cols)
	for i := range t.rows {
		if dataRow+i > ruled {
			p.write(fitHeight(nil, 1, nil), p.bareRow(t.cols))
			continue
		}
		cells := make([]any, len(t.cols))
		for k, c := range t.cols {
			var v any
			switch {
			case i < len(t.known):
				v = t.known[i][k]
			case k == 0:
				v = i + 1
			}
			cells[k] = p.cell(v, c.look)
		}
		p.fit(cells)
	}
	p.heights = p.heights[:ruled] // what follows is printed only where it is filled in
	p.end()
}

// listTitleHeight is the printed height of a list's title block: a line more than
// that of a template.
const listTitleHeight = titleHeight + 3*tableSize*lineSpace + templateNoteHeight

// ruledRows is how many rows are ruled: the known ones and room for a few more,
// to the end of the page.
func (l *layout) ruledRows(t listTable) int {
	heights := make([]float64, len(t.known))
	for i, values := range t.known {
		cells := make([]any, len(values))
		for k, v := range values {
			cells[k] = excelize.Cell{Value: v}
		}
		heights[i] = fitHeight(l.widths, 1, cells)
	}
	groups, heads := headingHeights(t.cols)
	return l.rowsToFill(listTitleHeight+groups+heads, groups+heads, heights, fewestSpare, fitHeight(nil, 1, nil))
}

// bareRow is a row to fill in without number, frame or colour: nothing that
// would print pages of empty lines.
func (p *page) bareRow(cols []column) []any {
	cells := make([]any, len(cols))
	for i, c := range cols {
		c.look.frame, c.look.fill = noFrame, ""
		cells[i] = p.cell(nil, c.look)
	}
	return cells
}

// OrgTypes lists the statutory types of base organizations, in the order of
// the columns of the member statistics.
func OrgTypes() []OrgType {
	return []OrgType{
		{"commune", "Xã"}, {"ward", "Phường"}, {"town", "Thị trấn"},
		{"party_body", "Cơ quan Đảng, Mặt trận Tổ quốc, tổ chức chính trị - xã hội"},
		{"state_body", "Cơ quan Nhà nước"},
		{"public_service", "Đơn vị sự nghiệp công lập"}, {"private_service", "Đơn vị sự nghiệp ngoài công lập"},
		{"army", "Quân đội"}, {"police", "Công an"},
		{"soe_full", "Doanh nghiệp 100% vốn nhà nước"}, {"soe_major", "Doanh nghiệp có vốn nhà nước từ 50% trở lên"},
		{"soe_minor", "Doanh nghiệp có vốn nhà nước dưới 50%"}, {"joint_stock", "Công ty cổ phần"},
		{"limited", "Công ty trách nhiệm hữu hạn"}, {"partnership", "Công ty hợp danh"},
		{"foreign_full", "Doanh nghiệp 100% vốn nước ngoài"}, {"foreign", "Doanh nghiệp có vốn nước ngoài khác"},
		{"coop", "Hợp tác xã"}, {"overseas", "Tổ chức đảng ở ngoài nước"}, {"other", "Cơ sở khác"},
	}
}
