package excel

import (
	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// The chart sheet: the pictures, a page each, then the table they are drawn
// from. Bars lie flat so that long names can be read beside them.
const (
	chartRow    = 9
	chartMargin = 6  // rows for legend and axis
	chartTall   = 41 // rows that fit on a page under the head
	chartNames  = 36 // names that can be read in one picture
	chartWide   = 800
	chartLine   = 15 // height of the rows under the picture, in points
	rowPixels   = 18 // what excelize takes a row of that height for

	chartHeadHeight = 150.0 // points of the page's head, about
	tableAbout      = 4     // rows of the table beside its lines, about
)

// chartRows is how many rows a chart of n names covers, one a name.
func chartRows(n int) int { return min(chartMargin+n, chartTall) }

// chartPart is one picture: names first to last of the table, and its rows.
type chartPart struct{ from, to, top, rows int }

// chartParts shares n names evenly among as few pictures as can be read, each
// with as many rows as the fullest.
func chartParts(n int) []chartPart {
	count := (n + chartNames - 1) / chartNames
	out := make([]chartPart, count)
	top := chartRow
	for i := range out {
		out[i] = chartPart{from: i * n / count, to: (i + 1) * n / count, top: top}
		out[i].rows = chartRows(out[i].to - out[i].from)
		top += out[i].rows + 1
	}
	return out
}

// chartColors run from the best grade to the worst, told apart in grey too.
func chartColors() [4]string { return [4]string{"1F4E79", "5B9BD5", "BDD7EE", "C55A11"} }

// writeChart draws the grades by base organization as stacked bars, with the
// table beneath.
func (b *book) writeChart(spec *SummarySpec) {
	widths := []float64{5, 42, 13, 13, 13, 13, 10}
	parts := chartParts(len(spec.Chart))
	end := parts[len(parts)-1]
	table := end.top + end.rows + 1
	first, last := table+1, table+len(spec.Chart)
	head := spec.head(labelChartTitle, evaluate.Member)
	l := layout{widths: widths, portrait: true, repeatFrom: table, repeatTo: table,
		standing: head.standing, footer: head.foot(sheetChart)}
	for i, part := range parts {
		l.charts = append(l.charts, placedChart{cellName(1, part.top), gradeChart(spec, part, table)})
		if i > 0 {
			l.rowBreaks = append(l.rowBreaks, part.top)
		}
	}
	if chartHeadHeight+float64(table-chartRow)*chartLine+float64(len(spec.Chart)+tableAbout)*chartLine*1.3 > l.pageHeight() {
		l.rowBreaks = append(l.rowBreaks, table)
	}
	p := b.sheet(sheetChart, l)
	p.paperHead(spec.Office, placeDate(spec.Office.Place, spec.Provenance.Time), 2)
	p.line(head.title, 1, len(widths), look{size: titleSize, bold: true, align: "center"})
	p.line(formPeriod(periodLabel(spec.Period.String())), 1, len(widths), look{size: formSize, italic: true, align: "center"})
	p.line(head.status, 1, len(widths), look{size: formSize, bold: true, align: "center"})
	for p.row < table { // of a known height: the picture must end above the table
		p.write(chartLine, nil)
	}
	cols := []column{{heading: labelNumber, width: widths[0]}, {heading: labelBaseOrg, width: widths[1]}}
	for i := range 4 {
		cols = append(cols, column{heading: gradeName(spec, i), width: widths[2+i]})
	}
	p.headRow(append(cols, column{heading: labelSum, width: widths[6]}))
	count := look{frame: boxed, align: "center", format: countFormat}
	strong := look{frame: boxed, align: "center", format: countFormat, bold: true}
	var sums [5]int
	for n, row := range spec.Chart {
		cells := []any{p.cell(n+1, count), p.cell(row.Name, look{frame: boxed, wrap: true}.padded())}
		total := 0
		for i, c := range row.Counts {
			cells = append(cells, p.cell(c, count))
			sums[i] += c
			total += c
		}
		sums[4] += total
		p.fit(append(cells, p.formula("SUM("+spanName(3, p.row, 6, p.row)+")", total, strong)))
	}
	cells := []any{p.cell(nil, strong), p.cell(labelSum, strong)}
	for i, s := range sums {
		cells = append(cells, p.formula("SUM("+spanName(3+i, first, 3+i, last)+")", s, strong))
	}
	p.write(lineHeight(tableSize)+3, cells)
	p.end()
}

func gradeName(spec *SummarySpec, i int) string {
	if i < len(spec.Grades) {
		return spec.Grades[i]
	}
	return ""
}

// gradeChart draws one part of the table whose headings stand in row table. All
// parts share one scale, so that bars can be compared across pages.
func gradeChart(spec *SummarySpec, part chartPart, table int) *excelize.Chart {
	ref := func(c int) string {
		return quoteSheet(sheetChart) + "!" + absolute(c, table+1+part.from) + ":" + absolute(c, table+part.to)
	}
	longest, step := longestBar(spec.Chart)
	start := 0.0
	font := excelize.Font{Family: fontName, Size: 9, Color: "000000"}
	gap := uint(40)
	c := &excelize.Chart{Type: excelize.BarStacked, GapWidth: &gap,
		Dimension: excelize.ChartDimension{Width: chartWide, Height: uint(part.rows * rowPixels)},
		Legend:    excelize.ChartLegend{Position: "top", Font: &font},
		XAxis:     excelize.ChartAxis{Font: font, ReverseOrder: true, TickLabelSkip: 1},
		YAxis:     excelize.ChartAxis{Font: font, MajorGridLines: true, Minimum: &start, Maximum: &longest, MajorUnit: step, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
	}
	for i, color := range chartColors() {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       quoteSheet(sheetChart) + "!" + absolute(3+i, table),
			Categories: ref(2), Values: ref(3 + i),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		})
	}
	return c
}

// longestBar is the end of the scale and the distance of its marks: whole
// numbers, few enough to be read beside each other.
func longestBar(rows []ChartRow) (end, step float64) {
	most := 1
	for _, r := range rows {
		most = max(most, r.Counts[0]+r.Counts[1]+r.Counts[2]+r.Counts[3])
	}
	const marks = 10
	unit := 1
	for tens := 1; unit*marks < most; tens *= 10 {
		for _, u := range []int{1, 2, 5} {
			if unit = u * tens; unit*marks >= most {
				break
			}
		}
	}
	return float64((most + unit - 1) / unit * unit), float64(unit)
}
