package excel

import (
	"cmp"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// WriteTemplate writes the workbook that one organization fills in: cover, a
// data sheet per subject kind, guide, the hidden lists of the drop-downs, and
// the stamp. Equal specs give equal bytes. Errors are those of writing.
func WriteTemplate(w io.Writer, spec TemplateSpec) error {
	b := newBook(coverTitle(spec.Stamp.Kind), periodStart(spec.Stamp.Period))
	for _, s := range spec.Sheets {
		spec.Stamp.Sheets = append(spec.Stamp.Sheets, s.Schema.Kind)
	}
	spec.Stamp.Roster = rosterSum(spec.Sheets)
	b.stampProps(spec.Stamp)
	spec.Guide = toldSections(spec.Guide)
	sheets := make([]*templateSheet, len(spec.Sheets))
	for i := range spec.Sheets {
		sheets[i] = b.planSheet(&spec, i)
	}
	b.writeCover(spec, sheets)
	for _, s := range sheets {
		b.writeTemplateSheet(s)
	}
	if len(spec.Left) > 0 {
		b.writeLeft(spec)
	}
	if len(spec.Unmoved) > 0 {
		b.writeUnmoved(spec)
	}
	if len(spec.Guide) > 0 {
		b.writeGuide(spec)
	}
	b.writeLists()
	b.stampSheet(spec.Stamp)
	b.letGrow(fitSized(inputSize, nil, choiceLines, nil))
	return b.finish(w)
}

// periodStart dates a workbook that has no provenance: bytes must not depend
// on the day they were written.
func periodStart(period string) time.Time {
	p, ok := evaluate.ParsePeriod(period)
	if !ok {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	d := p.First()
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// toldSections leaves out headings that nothing follows.
func toldSections(guide []GuideSection) []GuideSection {
	var out []GuideSection
	for _, s := range guide {
		if len(s.Lines) > 0 {
			out = append(out, s)
		}
	}
	return out
}

func (b *book) writeGuide(spec TemplateSpec) {
	back, forward := around(steps(&spec), sheetGuide)
	l := layout{widths: []float64{5, 92}, portrait: true, protect: true, footer: labelGuideTitle, zoom: screenZoom, printFrom: 2}
	l.links = navigation(back, forward, 2)
	p := b.sheet(sheetGuide, l)
	p.navigate(back, forward, 2)
	p.line(labelGuideTitle, 1, 2, look{size: titleSize, bold: true, align: "center"})
	for _, section := range spec.Guide {
		p.skip(1)
		p.keep()
		p.line(section.Heading, 1, 2, look{size: guideSize, bold: true})
		for _, text := range section.Lines {
			p.dashed(text, 2)
		}
	}
	p.end()
}

func ruleKinds(rules map[evaluate.Kind]string) []evaluate.Kind {
	kinds := make([]evaluate.Kind, 0, len(rules))
	for k := range rules {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b evaluate.Kind) int { return cmp.Compare(a, b) })
	return kinds
}

// stampPairs lists a stamp as keys and values, in a fixed order.
func stampPairs(s Stamp) [][2]string {
	out := [][2]string{{"version", itoa(s.Version)}, {"kind", string(s.Kind)}, {"office", s.Office},
		{"period", s.Period}, {"org", s.Org}}
	for _, k := range ruleKinds(s.Rules) {
		out = append(out, [2]string{"rules." + string(k), s.Rules[k]})
	}
	if s.Roster != "" {
		out = append(out, [2]string{rosterKey, s.Roster})
	}
	if s.Decisions != "" {
		out = append(out, [2]string{"decisions", s.Decisions})
	}
	if len(s.Sheets) > 0 {
		var kinds []string
		for _, k := range s.Sheets {
			kinds = append(kinds, string(k))
		}
		out = append(out, [2]string{"sheets", strings.Join(kinds, " ")})
	}
	return out
}

// stampPrefix precedes our keys among a document's custom properties.
const stampPrefix = "xeploai."

// stampProps puts the stamp into the custom properties. It stands three times,
// here, on a sheet, and in the stamp row of each data sheet, because other
// programs drop one or the other when they save, and a data sheet copied into
// another workbook takes only its own along.
func (b *book) stampProps(s Stamp) {
	line := url.Values{}
	for _, kv := range stampPairs(s) {
		b.do(b.file.SetCustomProps(excelize.CustomProperty{Name: stampPrefix + kv[0], Value: kv[1]}))
		line.Set(kv[0], kv[1])
	}
	b.stamped = line.Encode()
}

func (b *book) stampSheet(s Stamp) {
	pairs := append(stampPairs(s), b.sums...)
	if b.cells != nil {
		pairs = append(pairs, [2]string{cellsKey, b.cells.String()})
	}
	p := b.sheet(sheetStamp, layout{widths: []float64{20, 40}, show: veryHidden, protect: true, grid: true})
	for _, kv := range pairs {
		p.write(0, []any{kv[0], kv[1]})
	}
	p.end()
}
