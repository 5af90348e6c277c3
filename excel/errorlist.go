package excel

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// mostListed bounds the rows of the list, and with them its links.
const mostListed = 5000

// WriteProblemReport writes a workbook of one sheet about a file that could not
// be opened or marked: what is wrong and what to do. Equal problems give equal
// bytes. Errors are those of writing.
func WriteProblemReport(w io.Writer, file string, problems []evaluate.Problem) error {
	b := newBook(labelErrorsTitle, time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC))
	for i := range problems {
		if problems[i].At.File == "" {
			problems = slices.Clone(problems)
			problems[i].At.File = file
		}
	}
	b.listErrors(problems, func(evaluate.Origin) string { return "" })
	return b.finish(w)
}

// listErrors draws the sheet of problems, errors first. link gives the place in
// this workbook to jump to, "" for none.
func (b *book) listErrors(problems []evaluate.Problem, link func(evaluate.Origin) string) {
	listed := slices.Clone(problems)
	slices.SortStableFunc(listed, func(x, y evaluate.Problem) int { return int(y.Severity) - int(x.Severity) })
	listed = listed[:min(len(listed), mostListed)]
	cols := []column{{heading: labelNumber, width: 5}, {heading: labelSeverity, width: 11}, {heading: labelCode, width: 8},
		{heading: labelWhere, width: 22}, {heading: labelMessage, width: 56}, {heading: labelHint, width: 56}}
	places := make([]string, len(listed))
	l := layout{widths: widthsOf(cols), grid: true, protect: true, frozenRows: plainHeadRow,
		repeatFrom: plainHeadRow, repeatTo: plainHeadRow, footer: labelErrorsTitle}
	for i, x := range listed {
		if places[i] = link(x.At); places[i] != "" {
			l.links = append(l.links, linkTo(i, places[i]))
		}
	}
	p := b.sheet(sheetErrors, l)
	unit := ""
	if len(problems) > 0 {
		unit = problems[0].At.File
	}
	p.titleBlock(sheetHead{office: labelErrorsHead, title: labelErrorsTitle, unit: unit, status: countLine(problems)}, labelErrorsNote)
	p.row = plainHeadRow
	p.headRow(cols)
	for i, x := range listed {
		p.errorRow(i, x, places[i] != "")
	}
	p.end()
}

func linkTo(i int, place string) link { return link{cellName(4, plainHeadRow+1+i), place} }

func (p *page) errorRow(i int, x evaluate.Problem, linked bool) {
	body := look{frame: boxed, wrap: true, top: true}
	centred, where := body, body
	centred.align = "center"
	if linked {
		where.underline, where.color = true, linkColor
	}
	severity := centred
	switch x.Severity {
	case evaluate.Error:
		severity.fill = errorTint
	case evaluate.Warning:
		severity.fill = warningTint
	}
	message := x.Message
	for _, rel := range x.Related {
		message += "\n" + strings.TrimSpace(rel.Note+" "+placeName(rel.At))
	}
	p.fit([]any{p.cell(i+1, centred), p.cell(severityLabel(x.Severity), severity), p.cell(string(x.Code), centred),
		p.cell(text(placeName(x.At)), where), p.cell(message, body), p.cell(text(x.Hint), body)})
}

// placeName is where in a workbook something stands, as people say it.
func placeName(at evaluate.Origin) string {
	switch {
	case at.Sheet == "":
		return labelWholeFile
	case at.Cell == "":
		return at.Sheet
	}
	return at.Sheet + "!" + at.Cell
}
