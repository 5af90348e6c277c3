package excel

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// GradeTable counts the subjects of a kind by grade and base organization. It is
// no statutory form.
type GradeTable struct {
	Kind evaluate.Kind
	// Beside are the sheets of the forms of the kind that have no line for these
	// subjects; none where no form speaks of the kind.
	Beside []string
	// By is what the rows are, where they are no base organizations.
	By       string
	Grades   []string // labels of the set's own scale, best first
	Rows     []GradeRow
	Subjects int // counted apart from the rows, to check their sum by
}

// GradeRow is one line of a GradeTable, a base organization unless the table says
// otherwise; Name is "" for those that belong to none.
type GradeRow struct {
	Name     string
	Counts   []int // as the grades
	NotRated int
	Open     int // whose grade waits for facts or for somebody's decision
}

// Columns of a statistics sheet: number, base organization, sum, the grades, not
// rated, open, and the share of the best grade among those of the best two, which
// is not what a ceiling on the best is counted on.
const (
	statisticsName = 2
	statisticsSum  = 3
)

// writeStatistics draws a table that no form asks for: who of the kind got which
// grade, by base organization, its sum held against the list.
func (b *book) writeStatistics(spec *SummarySpec, t *GradeTable) {
	heads := append(slices.Clone(t.Grades), labelNotRatedCount, labelOpenCount, bestShareHeading(t.Grades[0], t.Grades[1]))
	widths := []float64{}
	for _, h := range heads {
		widths = append(widths, widthFor(11, 3, []string{h}))
	}
	cols := []column{numberColumn(), {heading: cmp.Or(t.By, labelBaseOrg), width: 42}, {heading: labelSum, width: 10}}
	for i, h := range heads {
		cols = append(cols, column{heading: h, width: widths[i]})
	}
	settled := spec.Progress.Closed != nil || spec.Progress.undecided([]evaluate.Kind{t.Kind}) == 0
	head := spec.head(statisticsTitle(t), t.Kind)
	head.final = head.final && settled
	p := b.plainTable(statisticsSheet(t.Kind), head, cols, statisticsNote(t))
	first, last := p.row, p.row+len(t.Rows)-1
	total := make([]int, len(cols)-statisticsName-1)
	for n, row := range t.Rows {
		if n >= len(t.Rows)-leastRows {
			p.keep() // the sum does not go to a page of its own
		}
		p.statisticsRow(n+1, row, total)
	}
	strong := look{frame: boxed, align: "center", bold: true, fill: totalFill, format: countFormat}
	cells := []any{p.cell(nil, strong), p.cell(labelSum, strong)}
	for i, n := range total {
		at := statisticsSum + i
		cells = append(cells, p.formula("SUM("+spanName(at, first, at, last)+")", n, strong))
	}
	cells = append(cells, p.bestShare(total[1], total[2], strong))
	p.keep()
	p.write(lineHeight(tableSize)+3, cells)
	p.checkSum(cellName(statisticsSum, last+1), total[0], t)
	p.end()
}

// statisticsRow writes one line and adds it to the total.
func (p *page) statisticsRow(n int, row GradeRow, total []int) {
	count := look{frame: boxed, align: "center", format: countFormat}
	parts := append(slices.Clone(row.Counts), row.NotRated, row.Open)
	name := row.Name
	if name == "" {
		name = labelNoBase
	}
	sum := 0
	cells := []any{p.cell(n, count), p.cell(text(name), look{frame: boxed, wrap: true}.padded()), nil}
	for i, part := range parts {
		sum += part
		total[i+1] += part
		cells = append(cells, p.cell(part, count))
	}
	total[0] += sum
	strong := count
	strong.bold = true
	cells[statisticsSum-1] = p.formula("SUM("+spanName(statisticsSum+1, p.row, statisticsSum+len(parts), p.row)+")", sum, strong)
	p.fit(append(cells, p.bestShare(row.Counts[0], row.Counts[1], count)))
}

// bestShare is the share of the best grade among those of the best two.
func (p *page) bestShare(best, next int, l look) excelize.Cell {
	l.format = shareFormat
	first, second := cellName(statisticsSum+1, p.row), cellName(statisticsSum+2, p.row)
	var stored any = ""
	if best+next > 0 {
		stored = ratCell(big.NewRat(int64(best), int64(best+next)))
	}
	return p.formula("IF("+first+"+"+second+`=0,"",`+first+"/("+first+"+"+second+"))", stored, l)
}

// checkSum says, by a formula, whether a table adds up to the list.
func (p *page) checkSum(at string, sum int, t *GradeTable) {
	listed := t.Subjects
	l := look{italic: true, align: "left"}
	stored := labelSumFits
	if sum != listed {
		stored = labelSumDiffers
	}
	said := sumCheck(t)
	cells := []any{p.formula(quoteText(said)+"&IF("+at+"="+itoa(listed)+","+quoteText(labelSumFits)+","+quoteText(labelSumDiffers)+")", said+stored, l)}
	p.merge(1, p.row, len(p.widths), p.row)
	p.write(lineHeight(tableSize)+3, cells)
}

// isStatisticsSheet tells whether a sheet is one of those.
func isStatisticsSheet(name string) bool {
	return slices.ContainsFunc(evaluate.Kinds(), func(k evaluate.Kind) bool { return statisticsSheet(k) == name })
}
