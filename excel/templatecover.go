package excel

import (
	"math"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Sizes of what is read and not filled in: the cover, where everything begins,
// and the guide.
const (
	coverSize = 14
	guideSize = 13
)

// Columns of the cover: the sheets of the workbook on the left, what to do on the
// right, so that both stand on one small screen.
const (
	coverSheet = 2
	coverCount = 3
	coverStep  = 5
	coverText  = 6
	coverLast  = 7
)

func coverWidths() []float64 { return []float64{5, 19, 51, 2, 5, 20, 73} }

// coverListRow is the first row of the cover's list of sheets; its links must be
// known before the rows.
const coverListRow = 11

// coverGap is the height of a row that only sets apart.
const coverGap = 6.0

func (b *book) writeCover(spec TemplateSpec, sheets []*templateSheet) {
	names, minutes := steps(&spec)[1:], ballotNames(sheets)
	names = append(names, minutes...)
	var links []link
	for i, name := range names {
		links = append(links, link{cellName(coverSheet, coverListRow+i), quoteSheet(name) + "!A1"})
	}
	heights := coverHeights(&spec, names, sheets)
	l := layout{widths: coverWidths(), protect: true, links: links, footer: spec.Office.Name, zoom: coverZoom(heights)}
	asks := mayBeNobody(&spec.Stamp, kindsOf(spec.Sheets)) && spec.Stamp.Kind != RegradeBook
	if asks {
		l.checks = append(l.checks, b.nobodyCheck(coverListRow+len(heights)+1))
	}
	p := b.sheet(sheetCover, l)
	head := look{size: formSize, align: "center"}
	strong, party := head, head
	strong.bold = true
	party.bold, party.underline = true, true
	p.halves(lineHeight(formSize), text(strings.ToUpper(spec.Office.Superior)), labelParty, head, party)
	p.halves(lineHeight(formSize), text(strings.ToUpper(spec.Office.Name)), nil, strong, head)
	p.write(coverGap, nil)
	p.line(coverTitle(spec.Stamp.Kind), 1, coverLast, look{size: 16, bold: true, align: "center"})
	p.line(periodLabel(spec.Stamp.Period), 1, coverLast, look{size: coverSize, italic: true, align: "center"})
	p.write(coverGap, nil)
	kind := spec.Stamp.Kind
	p.pairs([2]string{unitLabel(kind), spec.OrgName}, [2]string{labelSuperior, spec.Superior})
	p.pairs([2]string{unitCodeLabel(kind), spec.Stamp.Org}, [2]string{labelVersion, itoa(spec.Stamp.Version)})
	p.write(coverGap, nil)
	p.halves(lineHeight(coverSize)+2, labelSheets, labelHowTo, look{size: coverSize, bold: true}, look{size: coverSize, bold: true})
	for i, height := range heights {
		p.coverRow(spec, names, sheets, i, height)
	}
	p.write(coverGap, nil)
	if asks {
		p.nobodyRow()
		p.write(coverGap, nil)
	}
	p.rulesRow(joinRules(spec.Stamp.Rules))
	p.end()
}

// coverHeights are the heights of the rows that list the sheets beside what to do.
func coverHeights(spec *TemplateSpec, names []string, sheets []*templateSheet) []float64 {
	widths, howTo := coverWidths(), coverSteps(spec)
	out := make([]float64, max(len(names), len(howTo)))
	for i := range out {
		out[i] = lineHeight(coverSize) + 3
		if i < len(sheets) || i >= len(steps(spec))-1 && i < len(names) {
			said := labelMinutesHere
			if i < len(sheets) {
				said = sheets[i].count.cached()
			}
			out[i] = max(out[i], heightFor(coverSize, 1, []string{said}, []float64{widths[coverCount-1] * boldRoom}))
		}
		if i < len(howTo) {
			out[i] = max(out[i], heightFor(coverSize, 1, []string{howTo[i]}, []float64{widths[coverText-1] + widths[coverLast-1]}))
		}
	}
	return out
}

// A small screen, 1366 by 768 points of light, and what a spreadsheet program
// leaves of it for cells at full size: points of height, units of column width.
const (
	screenHeight = 420.0
	screenWidth  = 177.0
)

// coverZoom is the greatest zoom, in steps of five percent, at which the rows of
// the cover, under its head, stand on a small screen.
func coverZoom(rows []float64) float64 {
	height := 2*lineHeight(formSize) + 3*coverGap + lineHeight(16) + lineHeight(coverSize) + 6 + 3*(lineHeight(coverSize)+3)
	for _, h := range rows {
		height += h
	}
	width := 0.0
	for _, w := range coverWidths() {
		width += w
	}
	return 5 * math.Floor(min(screenZoom, 100*screenHeight/height, 100*screenWidth/width)/5)
}

// coverRow is the i-th row of the list of sheets, each with its counter, and of
// what to do.
func (p *page) coverRow(spec TemplateSpec, names []string, sheets []*templateSheet, i int, height float64) {
	plain := look{size: coverSize, wrap: true, top: true}
	number := look{size: coverSize, align: "right", top: true}
	cells := make([]any, coverLast)
	if i < len(names) {
		cells[0] = p.cell(i+1, look{size: coverSize, align: "center", top: true})
		cells[coverSheet-1] = p.cell(names[i], look{size: coverSize, underline: true, color: linkColor, top: true})
	}
	if i < len(sheets) {
		cells[coverCount-1] = p.formula(sheets[i].counterText(), sheets[i].count.cached(), look{size: coverSize, bold: true, wrap: true, top: true})
	}
	if i >= len(steps(&spec))-1 && i < len(names) {
		cells[coverCount-1] = p.cell(labelMinutesHere, look{size: coverSize, wrap: true, top: true})
	}
	if howTo := coverSteps(&spec); i < len(howTo) {
		cells[coverStep-1], cells[coverText-1] = p.cell(itoa(i+1)+".", number), p.cell(howTo[i], plain)
		p.merge(coverText, p.row, coverLast, p.row)
	}
	p.write(height, cells)
}

// halves puts one text over the left part of the cover and one over the right.
func (p *page) halves(height float64, left, right any, l, r look) {
	cells := make([]any, coverStep)
	cells[0], cells[coverStep-1] = p.cell(left, l), p.cell(right, r)
	p.merge(1, p.row, coverCount, p.row)
	p.merge(coverStep, p.row, coverLast, p.row)
	p.write(height, cells)
}

// pairs writes two labels with their values beside each other.
func (p *page) pairs(left, right [2]string) {
	cells := make([]any, coverLast)
	p.boxedPair(cells, left, 1, coverCount, coverSize)
	p.boxedPair(cells, right, coverStep, coverLast, coverSize)
	p.write(heightFor(coverSize, 1, []string{left[1], right[1]},
		[]float64{p.widths[coverCount-1] * boldRoom, p.widths[coverLast-1] * boldRoom}), cells)
}

// boxedPair puts a label over the columns from..to-1 and its value into to.
func (p *page) boxedPair(cells []any, pair [2]string, from, to int, size float64) {
	label := look{size: size, frame: boxed, fill: headFill, align: "left", indent: 1}
	for c := from; c < to; c++ {
		cells[c-1] = p.cell(nil, label)
	}
	cells[from-1] = p.cell(pair[0], label)
	cells[to-1] = p.cell(text(pair[1]), look{size: size, frame: boxed, bold: true, wrap: true, align: "left", indent: 1})
	p.merge(from, p.row, to-1, p.row)
}

// rulesRow tells, for whoever sends templates out, by which rules the workbook is
// read; nobody who fills it in needs that, so it stands last.
func (p *page) rulesRow(rules string) {
	cells := make([]any, coverLast)
	value := look{frame: boxed, wrap: true, align: "left", indent: 1}
	for c := coverCount; c <= coverLast; c++ {
		cells[c-1] = p.cell(nil, value)
	}
	label := look{frame: boxed, fill: headFill, align: "left", indent: 1}
	cells[0], cells[1], cells[coverCount-1] = p.cell(labelRuleSets, label), p.cell(nil, label), p.cell(rules, value)
	p.merge(1, p.row, coverSheet, p.row)
	p.merge(coverCount, p.row, coverLast, p.row)
	p.write(heightFor(tableSize, 1, []string{rules}, []float64{p.span(coverCount, coverLast)}), cells)
}

// pair writes a label and its value, the value over columns c2..c3.
func (p *page) pair(label, value string, c1, c2, c3 int) {
	cells := make([]any, c3)
	cells[c1-1] = p.cell(label, look{size: formSize, frame: boxed, fill: headFill, align: "left", indent: 1})
	for i := c2; i <= c3; i++ {
		cells[i-1] = p.cell(nil, look{size: formSize, frame: boxed})
	}
	cells[c2-1] = p.cell(value, look{size: formSize, frame: boxed, bold: true, wrap: true, align: "left", indent: 1})
	p.merge(c2, p.row, c3, p.row)
	p.write(heightFor(formSize, 1, []string{value}, []float64{p.span(c2, c3)}), cells)
}

// dashed writes a line of the guide; its text may begin with a number of its own.
func (p *page) dashed(text string, last int) {
	cells := make([]any, last)
	cells[0] = p.cell("–", look{size: guideSize, align: "right", top: true})
	cells[1] = p.cell(text, look{size: guideSize, wrap: true, top: true})
	p.merge(2, p.row, last, p.row)
	p.write(heightFor(guideSize, 1, []string{text}, []float64{p.span(2, last)}), cells)
}

func joinRules(rules map[evaluate.Kind]string) string {
	var refs []string
	for _, k := range ruleKinds(rules) {
		refs = append(refs, rules[k])
	}
	return joinDots(refs...)
}
