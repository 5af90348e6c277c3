package excel

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// OrgType is one statutory type of base organizations: the column of the forms
// it falls in.
type OrgType struct{ Code, Label string }

// Rows the list offers: at least leastOrgRows, and spareOrgRows beyond what is
// known.
const (
	leastOrgRows = 400
	spareOrgRows = 50
)

// WriteOrgList writes the workbook in which an office lists its organizations:
// known ones filled in, drop-downs for level and type. Its data sheet has the
// layout of a template, stamped "org.…" instead of with facts.
func WriteOrgList(w io.Writer, stamp Stamp, office Office, orgs []evaluate.Org, types []OrgType) error {
	stamp.Kind = OrgListBook
	b := newBook(coverTitle(OrgListBook), periodStart(stamp.Period))
	b.stampProps(stamp)
	cols := orgColumns(types)
	last := dataRow + max(len(orgs)+spareOrgRows, leastOrgRows) - 1
	l := layout{
		widths: widthsOf(cols), protect: true, grid: true, frozenRows: headingRow, frozenCols: 3,
		repeatFrom: groupRow, repeatTo: headingRow, repeatCols: 3,
		checks: b.validations(cols, dataRow, last), footer: joinDots(office.Name, periodLabel(stamp.Period)),
	}
	ruled := dataRow + l.orgRows(orgs, cols, types) - 1
	if ruled < last {
		l.framed = spanName(1, ruled+1, len(cols), last)
	}
	p := b.sheet(sheetOrgList, l)
	p.banner(office.Name, [3]excelize.Cell{p.cell(coverTitle(OrgListBook), look{size: titleSize, bold: true}),
		p.cell(labelPeriod+": "+periodLabel(stamp.Period), look{}), p.cell(labelOrgListHow, look{})})
	p.write(templateNoteHeight, []any{p.cell(labelNoEdit, look{italic: true, color: quietColor})})
	p.headings(cols)
	for i := range last - dataRow + 1 {
		if dataRow+i > ruled {
			p.write(fitHeight(nil, 1, nil), p.bareRow(cols))
			continue
		}
		var o evaluate.Org
		if i < len(orgs) {
			o = orgs[i]
		}
		values := orgValues(i, o, types)
		for k, v := range values {
			values[k] = p.cell(v, cols[k].look)
		}
		p.fit(values)
	}
	p.heights = p.heights[:ruled] // what follows is printed only where it is filled in
	p.end()
	b.writeLists()
	b.stampSheet(stamp)
	return b.finish(w)
}

func orgColumns(types []OrgType) []column {
	input := func(id, heading, hint string, width float64) column {
		return column{stamp: "org." + id, heading: heading, hint: hint, width: width,
			look: look{frame: boxed, wrap: true, unlocked: true, format: textFormat}}
	}
	level := input("level", labelLevel+requiredMark, "", 20)
	for _, l := range evaluate.OrgLevels() {
		level.choices = append(level.choices, levelLabel(l))
	}
	typ := input("type", labelOrgType, hintOrgType, 30)
	for _, t := range types {
		typ.choices = append(typ.choices, t.Label)
	}
	founded := input("founded", labelFounded, hintFounded, 13)
	founded.look.format, founded.look.align = dateFormat, "center"
	founded.check = func() *excelize.DataValidation { return dateCheck() }
	return []column{numberColumn(), input("code", labelOrgCode+requiredMark, hintOrgCode, 14),
		input("name", labelOrgName+requiredMark, "", 40), input("parent", labelOrgParent, hintOrgParent, 14),
		level, typ, founded, input("predecessors", labelPredecessors, hintPredecessors, 30)}
}

// orgRows is how many rows are ruled: the known organizations and room for a
// few more, to the end of the page.
func (l *layout) orgRows(orgs []evaluate.Org, cols []column, types []OrgType) int {
	heights := make([]float64, len(orgs))
	for i := range orgs {
		values := orgValues(i, orgs[i], types)
		for k, v := range values {
			values[k] = excelize.Cell{Value: v}
		}
		heights[i] = fitHeight(l.widths, 1, values)
	}
	groups, heads := headingHeights(cols)
	return l.rowsToFill(templateTitleHeight+groups+heads, groups+heads, heights, fewestSpare, fitHeight(nil, 1, nil))
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

func orgValues(i int, o evaluate.Org, types []OrgType) []any {
	level, typ, founded := "", "", any(nil)
	if o.Level != "" {
		level = levelLabel(o.Level)
	}
	for _, t := range types {
		if t.Code == o.Type && o.Type != "" {
			typ = t.Label
		}
	}
	if !o.Founded.IsZero() {
		founded = serial(o.Founded)
	}
	return []any{i + 1, text(o.Code), text(o.Name), text(o.Parent), text(level), text(typ), founded,
		text(strings.Join(o.Predecessors, "; "))}
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
