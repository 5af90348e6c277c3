package excel

import (
	"github.com/xuri/excelize/v2"
)

// The chart sheet: the picture, then on a page of its own the table it is drawn
// from. Bars lie flat so that 22 to 40 long names can be read beside them.
const (
	chartRow    = 9
	chartMargin = 6  // rows for legend and axis
	chartTall   = 41 // rows that fit on a page under the head
	chartWide   = 800
	chartLine   = 15 // height of the rows under the picture, in points
	rowPixels   = 18 // what excelize takes a row of that height for
)

// chartRows is how many rows a chart of n names covers, one a name.
func chartRows(n int) int { return min(chartMargin+n, chartTall) }

// chartColors run from the best grade to the worst, told apart in grey too.
func chartColors() [4]string { return [4]string{"1F4E79", "5B9BD5", "BDD7EE", "C55A11"} }

// writeChart draws the grades by base organization as stacked bars, with the
// table beneath.
func (b *book) writeChart(spec *SummarySpec) {
	widths := []float64{5, 42, 13, 13, 13, 13, 10}
	table := chartRow + chartRows(len(spec.Chart)) + 1
	first, last := table+1, table+len(spec.Chart)
	p := b.sheet(sheetChart, layout{widths: widths, portrait: true, repeatFrom: table, repeatTo: table, footer: joinDots(spec.Office.Name, periodLabel(spec.Period.String())),
		chart: gradeChart(spec, first, last), chartAt: cellName(1, chartRow), rowBreak: table})
	p.paperHead(spec.Office, placeDate(spec.Office.Place, spec.Provenance.Time), 2)
	p.line(labelChartTitle, 1, len(widths), look{size: titleSize, bold: true, align: "center"})
	p.line(formPeriod(periodLabel(spec.Period.String())), 1, len(widths), look{size: formSize, italic: true, align: "center"})
	p.line(statusLine(spec.Waiting == 0, spec.Waiting), 1, len(widths), look{size: formSize, bold: true, align: "center"})
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
		cells := []any{p.cell(n+1, count), p.cell(row.Name, look{frame: boxed, wrap: true})}
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

func gradeChart(spec *SummarySpec, first, last int) *excelize.Chart {
	ref := func(c int) string {
		return quoteSheet(sheetChart) + "!" + absolute(c, first) + ":" + absolute(c, last)
	}
	font := excelize.Font{Family: fontName, Size: 9, Color: "000000"}
	gap := uint(40)
	c := &excelize.Chart{Type: excelize.BarStacked, GapWidth: &gap,
		Dimension: excelize.ChartDimension{Width: chartWide, Height: uint(chartRows(len(spec.Chart)) * rowPixels)},
		Legend:    excelize.ChartLegend{Position: "top", Font: &font},
		XAxis:     excelize.ChartAxis{Font: font, ReverseOrder: true, TickLabelSkip: 1},
		YAxis:     excelize.ChartAxis{Font: font, MajorGridLines: true},
	}
	for i, color := range chartColors() {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       quoteSheet(sheetChart) + "!" + absolute(3+i, first-1),
			Categories: ref(2), Values: ref(3 + i),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		})
	}
	return c
}
