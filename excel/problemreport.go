package excel

import (
	"io"

	"github.com/xeploai/xeploai/evaluate"
)

// WriteProblemReport writes a one-sheet workbook that lists the problems of a
// file that cannot be opened, in the dress of a marked copy. file is the name
// the sender knows. Equal problems give equal bytes; errors are w's.
func WriteProblemReport(w io.Writer, file string, problems []evaluate.Problem) error {
	problems = ranked(problems)
	lines := make([]errorLine, min(len(problems), ListedAtMost))
	for i := range lines {
		x := problems[i]
		if _, entry, packed := CutArchiveLabel(x.At.File); packed {
			x.Message = "“" + entry + "”: " + x.Message // the report is on the whole archive
		}
		lines[i].problem = x
	}
	b := newBook(labelMarkTitle, periodStart(""))
	b.writeErrors(errorList{sheet: sheetErrors, file: file, howTo: labelReportHowTo, count: countLine(problems),
		lines: lines, more: len(problems) - len(lines)})
	return b.finish(w)
}

// errorList is the sheet that lists problems for the sender.
type errorList struct {
	sheet string
	file  string // shown when the sheet does not stand in the file itself
	howTo string
	// unlocked says that a protection of the sender's was lifted.
	unlocked string
	count    string
	lines    []errorLine
	more     int // problems not listed
}

// errorLine is one problem and, when linked, where it is in this workbook.
type errorLine struct {
	problem     evaluate.Problem
	sheet, cell string
	linked      bool
}

// errorHeadRow is the row of headings on the list.
const errorHeadRow = 5

// writeErrors draws the list.
func (b *book) writeErrors(e errorList) {
	cols := []column{{heading: labelNumber, width: 6}, {heading: labelCode, width: 8}, {heading: labelSeverity, width: 11},
		{heading: labelSheet, width: 16}, {heading: labelCell, width: 9}, {heading: labelMessage, width: 54}, {heading: labelFix, width: 46}}
	l := layout{widths: widthsOf(cols), grid: true, frozenRows: errorHeadRow, repeatFrom: errorHeadRow, repeatTo: errorHeadRow, footer: labelMarkTitle}
	row := errorHeadRow + 1
	for _, line := range e.lines {
		if line.linked {
			l.links = append(l.links, link{cellName(5, row), quoteSheet(line.sheet) + "!" + line.cell})
		}
		row += max(1, len(cellLines(line.problem)))
	}
	p := b.sheet(e.sheet, l)
	p.line(labelMarkTitle, 1, len(cols), look{size: titleSize, bold: true})
	p.line(e.howTo, 1, len(cols), look{size: formSize, bold: true, color: alertColor})
	if e.file != "" {
		p.line(labelReportFile+e.file, 1, len(cols), look{size: formSize})
	}
	if e.unlocked != "" {
		p.line(e.unlocked, 1, len(cols), look{size: formSize})
	}
	p.line(e.count, 1, len(cols), look{size: formSize, italic: true, color: quietColor})
	p.row = errorHeadRow
	p.headRow(cols)
	for i, line := range e.lines {
		p.errorLine(i+1, line)
	}
	if e.more > 0 {
		p.band(moreLine(e.more))
	}
	p.end()
}

func (p *page) errorLine(n int, e errorLine) {
	plain := look{frame: boxed, wrap: true, top: true}
	middle := plain
	middle.align = "center"
	level, place := middle, middle
	level.fill = tintOf(e.problem.Severity)
	plain = plain.padded()
	if e.linked {
		place.underline, place.color = true, linkColor
	}
	x := e.problem
	message, more := messageWithCells(x)
	p.fit([]any{p.cell(n, middle), p.cell(string(x.Code), middle), p.cell(severityLabel(x.Severity), level),
		p.cell(text(x.At.Sheet), middle), p.cell(text(x.At.Cell), place), p.cell(message, plain), p.cell(text(x.Hint), plain)})
	for _, line := range more {
		p.fit([]any{p.cell(nil, middle), p.cell(nil, middle), p.cell(nil, middle), p.cell(nil, middle), p.cell(nil, middle),
			p.cell(line, plain), p.cell(nil, plain)})
	}
}

// messageWithCells is the sentence of a problem with its cells below; more is what of
// them takes rows of its own.
func messageWithCells(x evaluate.Problem) (message string, more []string) {
	message, more = messageOf(x), cellLines(x)
	if len(more) > 0 {
		message, more = message+"\n"+labelCells+more[0], more[1:]
	}
	return message, more
}

// cellLines lists all cells of a problem in pieces that each fit a row of the
// list: a row has a greatest height, and nothing may stand below its edge.
func cellLines(x evaluate.Problem) []string {
	var out []string
	line := ""
	for _, c := range x.Cells {
		switch {
		case line == "":
			line = c
		case len(line)+len(c) > cellLineLength:
			out = append(out, line+",")
			line = c
		default:
			line += ", " + c
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// cellLineLength is how many letters of cells stand in a row of the list, some
// twelve lines of its widest column.
const cellLineLength = 600
