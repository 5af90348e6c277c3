package excel

import (
	"io"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// WriteSummary writes the summary workbook: every form on a sheet of its own in
// the dress of office forms, a chart of grades by base organization with its
// table, plain statistics of those whom no form counts, the sources, and the list from which each number can be traced. Equal
// specs give equal bytes.
func WriteSummary(w io.Writer, spec SummarySpec) error {
	b := newBook(labelSummaryTitle, spec.Provenance.Time)
	b.stampProps(spec.Stamp)
	for _, t := range spec.Forms {
		b.writeForm(&spec, t)
	}
	if len(spec.Chart) > 0 {
		b.writeChart(&spec)
	}
	for i := range spec.Statistics {
		b.writeStatistics(&spec, &spec.Statistics[i])
	}
	head := spec.head("")
	if len(spec.Regraded) > 0 {
		b.writeRegraded(&spec, head)
	}
	about := about{stamp: spec.Stamp, office: spec.Office, provenance: spec.Provenance}
	b.writeAbout(about, head.titled(labelAboutTitle))
	b.writeTrace(&spec, head.titled(labelTraceTitle))
	b.stampSheet(spec.Stamp)
	return b.finish(w)
}

// head is the title block of a sheet whose figures are about the kinds; about all
// of them when none is named.
func (s *SummarySpec) head(title string, kinds ...evaluate.Kind) sheetHead {
	period, status := periodLabel(s.Period.String()), statusLine(s.Progress, kinds...)
	return sheetHead{office: s.Office.Name, title: title, final: s.Progress.Final(kinds...), unit: joinDots(labelSummaryTitle, period),
		of: joinDots(s.Office.Name, period), status: status, standing: statusWord(status)}
}

// writeTrace lists every row of results with the cells of each form that counted
// it. The list is for filtering on the screen: printing the workbook prints what
// stands above it alone, with the counts to check the forms by, for thousands of
// rows would bury the forms.
func (b *book) writeTrace(spec *SummarySpec, head sheetHead) {
	cols := []column{numberColumn()}
	for _, f := range dataFields() {
		cols = append(cols, column{heading: dataHeading(f), width: traceWidth(f)})
	}
	for _, t := range spec.Forms {
		cols = append(cols, column{heading: traceHeading(t.Spec.Sheet), width: 24})
	}
	noted := 0
	for room := pageRoom; noted < len(cols) && room >= cols[noted].width; noted++ {
		room -= cols[noted].width
	}
	p := b.sheet(sheetTrace, layout{widths: widthsOf(cols), noted: noted, grid: true, frozenRows: plainHeadRow, frozenCols: 3,
		repeatFrom: plainHeadRow, repeatTo: plainHeadRow, standing: head.standing, footer: head.foot(sheetTrace), area: absolute(1, 1) + ":" + absolute(noted, plainHeadRow-2),
		filter: spanName(1, plainHeadRow, len(cols), plainHeadRow+max(len(spec.Rows), 1))})
	traces := make([][]string, len(spec.Forms))
	counts := make([]string, len(spec.Forms))
	for i, t := range spec.Forms {
		traces[i] = traceOf(t, len(spec.Rows))
		n := 0
		for _, cells := range traces[i] {
			if cells != "" {
				n++
			}
		}
		counts[i] = traceCount(t.Spec.Sheet, n)
	}
	p.titleBlock(head, joinSentences(labelTraceNote, traceCounts(len(spec.Rows), counts)))
	p.row = plainHeadRow
	p.headRow(cols)
	plain := p.style(look{frame: boxed})
	for n := range spec.Rows {
		cells := append([]any{n + 1}, traceCells(spec, &spec.Rows[n])...)
		for i := range traces {
			cells = append(cells, text(traces[i][n]))
		}
		for i, v := range cells {
			cells[i] = styled(v, plain)
		}
		p.write(0, cells)
	}
	p.end()
}

func traceWidth(field string) float64 {
	if field == "rule_set" || field == "because" {
		return 26
	}
	return 13
}

// traceOf says for every row of results in which cells of a form's sheet it was
// counted; sums are told by their formulas.
func traceOf(t *evaluate.FormTable, rows int) []string {
	cells := make([][]string, rows)
	share := hasShares(t.Spec)
	for i := range t.Counted {
		for j, counted := range t.Counted[i] {
			at := cellName(formColumn(j, share), formTop+i)
			for _, k := range counted {
				cells[k] = append(cells[k], at)
			}
		}
	}
	out := make([]string, rows)
	for k := range cells {
		out[k] = strings.Join(cells[k], ", ")
	}
	return out
}
