package excel

import (
	"io"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// WriteSummary writes the summary workbook: every form on a sheet of its own in
// the dress of office forms, a chart of grades by base organization with its
// table, the list from which each number can be traced, and the sources. Equal
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
	head := sheetHead{office: spec.Office.Name, title: labelTraceTitle, final: spec.Waiting == 0,
		unit: joinDots(labelSummaryTitle, periodLabel(spec.Period.String())), status: statusLine(spec.Waiting == 0, spec.Waiting)}
	b.writeTrace(&spec, head)
	head.title = labelAboutTitle
	b.writeAbout(about{stamp: spec.Stamp, office: spec.Office, provenance: spec.Provenance}, head)
	b.stampSheet(spec.Stamp)
	return b.finish(w)
}

// writeTrace lists every row of results with the lines and columns of each form
// that counted it.
func (b *book) writeTrace(spec *SummarySpec, head sheetHead) {
	cols := []column{numberColumn()}
	for _, f := range dataFields() {
		cols = append(cols, column{heading: dataHeading(f), width: traceWidth(f)})
	}
	for _, t := range spec.Forms {
		cols = append(cols, column{heading: traceHeading(t.Spec.Sheet), width: 42})
	}
	p := b.sheet(sheetTrace, layout{widths: widthsOf(cols), grid: true, frozenRows: plainHeadRow, frozenCols: 3,
		repeatFrom: plainHeadRow, repeatTo: plainHeadRow, footer: head.unit,
		filter: spanName(1, plainHeadRow, len(cols), plainHeadRow+max(len(spec.Rows), 1))})
	p.titleBlock(head, labelTraceNote)
	p.row = plainHeadRow
	p.headRow(cols)
	traces := make([][]string, len(spec.Forms))
	for i, t := range spec.Forms {
		traces[i] = traceOf(t, len(spec.Rows))
	}
	plain := p.style(look{frame: boxed})
	for n := range spec.Rows {
		cells := append([]any{n + 1}, dataCells(&spec.Rows[n])...)
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
	if field == "rule_set" {
		return 26
	}
	return 13
}

// traceOf says for every row of results where a form counted it: the lines by
// number, and the column.
func traceOf(t *evaluate.FormTable, rows int) []string {
	lines := make([][]string, rows)
	column := make([]int, rows)
	for i := range t.Counted {
		for j, counted := range t.Counted[i] {
			for _, k := range counted {
				lines[k] = append(lines[k], lineName(&t.Spec.Rows[i]))
				column[k] = j
			}
		}
	}
	out := make([]string, rows)
	for k := range lines {
		if len(lines[k]) > 0 {
			out[k] = strings.Join(lines[k], ", ") + " (" + columnNumber(&t.Spec.Columns[column[k]]) + ")"
		}
	}
	return out
}

func lineName(r *evaluate.FormRow) string {
	if r.Number != "" {
		return r.Number
	}
	return r.Label
}

func columnNumber(c *evaluate.FormColumn) string {
	if c.Number != "" {
		return c.Number
	}
	return c.Label
}
