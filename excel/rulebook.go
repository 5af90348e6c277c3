package excel

import (
	"io"
	"sort"
	"strconv"
	"strings"
	"time"
)

// RuleBookSpec is a rule set in words, for a committee to read and sign.
type RuleBookSpec struct {
	Office   Office
	Title    string
	InForce  string
	Ref      string // id@edition
	Digest   string
	Extends  string // the set it takes over, "" for none
	Tool     string
	Time     time.Time
	Scale    []string // labels, best first
	Sections []RuleSection
	Sheets   []RuleSheet
	Cases    []RuleCase
	Sources  []RuleSource
}

// RuleSection is one section of rules.
type RuleSection struct {
	Title string
	Rules []RuleLine
}

// RuleLine is one rule; Part tells that it belongs to the one before.
type RuleLine struct {
	Part                         bool
	ID, Text, Condition          string
	Cite, Standing, Note, SaidBy string
	Quoted                       bool // the text itself was seen
	Off                          bool // in force only where somebody turns it on
}

// RuleSheet is a score sheet.
type RuleSheet struct {
	Title, For, How, Max string
	Cite, Standing, Note string
	Quoted               bool
	Lines                []RuleSheetLine
}

// RuleSheetLine is a group (depth 0), a criterion (1) or a line (2).
type RuleSheetLine struct {
	Depth                int
	ID, Label, How, Max  string
	Cite, Standing, Note string
	Quoted               bool
}

// RuleCase is a worked case.
type RuleCase struct {
	Name, Number, Mark string
	Given, Expected    []string
}

// RuleSource is a regulation that the set rests on.
type RuleSource struct{ Number, Date, Title string }

// WriteRuleBook writes a rule set as a workbook: its rules, score sheets and
// worked cases in words, and the sources with room to sign. What is not quoted
// says so in a word. Equal specs give equal bytes.
func WriteRuleBook(w io.Writer, spec RuleBookSpec) error {
	b := newBook(spec.Title, spec.Time)
	r := &ruleBook{book: b, spec: &spec}
	r.writeRules()
	if len(spec.Sheets) > 0 {
		r.writeSheets()
	}
	if len(spec.Cases) > 0 {
		r.writeCases()
	}
	r.writeSources()
	return b.finish(w)
}

// ruleBook draws the sheets.
type ruleBook struct {
	*book
	spec *RuleBookSpec
}

// ruleHeadRow is the row of headings: above it stand the head of the paper, the
// title and what the sheet is about.
const ruleHeadRow = 8

// page starts a sheet in the dress of office paper.
func (r *ruleBook) page(name, title string, cols []column, about string) *page {
	p := r.sheet(name, layout{widths: widthsOf(cols), frozenRows: ruleHeadRow, repeatFrom: ruleHeadRow, repeatTo: ruleHeadRow,
		footer: joinDots(r.spec.Ref, r.spec.Office.Name)})
	last := len(cols)
	p.paperHead(r.spec.Office, placeDate(r.spec.Office.Place, r.spec.Time), max(last/2, 1))
	p.line(title, 1, last, look{size: titleSize, bold: true, align: "center"})
	p.line(r.spec.Title, 1, last, look{size: formSize, bold: true, align: "center"})
	p.line("("+r.spec.InForce+")", 1, last, look{size: formSize, italic: true, align: "center"})
	p.line(about, 1, last, look{italic: true, color: quietColor, align: "left"})
	p.row = ruleHeadRow
	p.headRow(cols)
	return p
}

func (r *ruleBook) writeRules() {
	cols := []column{{heading: labelRuleCode, width: 18}, {heading: labelRuleWords, width: 40}, {heading: labelRuleCondition, width: 46},
		{heading: labelRuleCite, width: 18}, {heading: labelRuleStanding, width: 17}, {heading: labelRuleNote, width: 26}}
	p := r.page(sheetRules, labelRulesTitle, cols, r.aboutRules())
	p.band(labelScaleLine(r.spec.Scale))
	for _, s := range r.spec.Sections {
		p.band(s.Title)
		for _, l := range s.Rules {
			note := joinLines(l.Note, labelSaidBy(l.SaidBy))
			if l.Off {
				note = joinLines(labelOff, note)
			}
			p.ruleRow([]string{l.ID, l.Text, l.Condition, l.Cite, standingWord(l.Standing, l.Quoted), note}, ruleDress{part: l.Part, doubtful: !l.Quoted && l.Standing != ""})
		}
	}
	p.end()
}

func (r *ruleBook) aboutRules() string {
	total, doubtful := 0, 0
	for _, s := range r.spec.Sections {
		for _, l := range s.Rules {
			total++
			if !l.Quoted && l.Standing != "" {
				doubtful++
			}
		}
	}
	return labelRulesAbout(total, doubtful)
}

// sheetMaxColumn is where a score sheet's greatest points stand.
const sheetMaxColumn = 4

func (r *ruleBook) writeSheets() {
	cols := []column{{heading: labelLine, width: 9}, {heading: labelSheetContent, width: 56}, {heading: labelSheetHow, width: 40},
		{heading: labelSheetMax, width: 9}, {heading: labelRuleCite, width: 20}, {heading: labelRuleStanding, width: 17}, {heading: labelRuleNote, width: 18}}
	p := r.page(sheetScores, labelScoresTitle, cols, labelScoresAbout)
	for _, s := range r.spec.Sheets {
		p.band(labelScoreSheet(s))
		p.ruleRow([]string{"", labelFor(s.For), s.How, s.Max, s.Cite, standingWord(s.Standing, s.Quoted), s.Note}, ruleDress{doubtful: !s.Quoted, number: sheetMaxColumn})
		for _, l := range s.Lines {
			label := strings.Repeat("   ", max(l.Depth-1, 0)) + l.Label
			p.ruleRow([]string{l.ID, label, l.How, l.Max, citeBeside(l.Cite, s.Cite), standingBeside(&l, &s), l.Note},
				ruleDress{bold: l.Depth == 0, doubtful: !l.Quoted && l.Standing != "", number: sheetMaxColumn})
		}
	}
	p.end()
}

func (r *ruleBook) writeCases() {
	cols := []column{{heading: labelLine, width: 6}, {heading: labelCaseName, width: 34}, {heading: labelCaseGiven, width: 72},
		{heading: labelCaseExpected, width: 38}, {heading: labelCaseSource, width: 14}}
	p := r.page(sheetCases, labelCasesTitle, cols, labelCasesAbout(len(r.spec.Cases)))
	for i, c := range r.spec.Cases {
		p.ruleRow([]string{itoa(i + 1), c.Name, strings.Join(c.Given, "; "), strings.Join(c.Expected, "; "), joinLines(c.Number, c.Mark)}, ruleDress{doubtful: c.Mark != "", number: 1})
	}
	p.end()
}

func (r *ruleBook) writeSources() {
	cols := []column{{heading: labelLine, width: 6}, {heading: labelSourceNumber, width: 30}, {heading: labelSourceDate, width: 20}, {heading: labelSourceTitle, width: 80}}
	p := r.page(sheetSources, labelSourcesTitle, cols, labelSourcesAbout)
	for i, s := range r.spec.Sources {
		p.ruleRow([]string{itoa(i + 1), s.Number, s.Date, s.Title}, ruleDress{number: 1})
	}
	p.keepOn() // signatures alone would certify nothing
	p.keep()
	p.skip(1)
	p.keep()
	p.line(labelMadeFrom(r.spec), 1, len(cols), look{align: "left", italic: true})
	p.signatures(r.spec.Office)
	p.end()
}

// ruleDress is how a row of the rule book stands out.
type ruleDress struct {
	part     bool // belongs to the row before
	bold     bool
	doubtful bool // rests on less than the text itself
	number   int  // column, from 1, whose text is a number; 0 for none
}

// value is what goes into a cell.
func (d ruleDress) value(column int, s string) any {
	if x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64); err == nil && column+1 == d.number {
		return x
	}
	return text(s)
}

// indents tells whether a cell of the row is set in: the id and words of a part.
func (d ruleDress) indents(column int) bool { return d.part && column < 2 }

// ruleRow writes texts into boxed cells, tall enough for all of them; what does
// not fit into the tallest row a sheet may have goes on in the next.
func (p *page) ruleRow(texts []string, dress ruleDress) {
	for len(texts) > 0 {
		here, rest := p.splitRow(texts, dress)
		cells := make([]any, len(here))
		for i, s := range here {
			l := look{frame: boxed, wrap: true, top: true, bold: dress.bold, align: "left"}
			if dress.indents(i) {
				l.indent, l.italic = 1, true
			}
			if p.widths[i] < 10 {
				l.align = "center"
			}
			if dress.doubtful {
				l.fill = waitFill
			}
			cells[i] = p.cell(dress.value(i, s), l)
		}
		p.write(p.ruleHeight(here, dress), cells)
		texts = rest
	}
}

// indentRoom is what an indented text in italics has less.
const indentRoom = 4.0

// ruleHeight is the height that the longest of wrapped texts needs.
func (p *page) ruleHeight(texts []string, dress ruleDress) float64 {
	lines := 1
	for i, s := range texts {
		lines = max(lines, wrappedLines(s, p.roomOf(i, dress)))
	}
	return min(lineHeight(tableSize)*float64(lines)+3, tallestRow)
}

// roomOf is the width that a column leaves to the text of a row.
func (p *page) roomOf(column int, dress ruleDress) float64 {
	width := p.widths[column]
	if dress.indents(column) {
		width -= indentRoom
	}
	if dress.bold {
		width *= boldRoom
	}
	return width
}

// mostLines is how many lines of text the tallest row holds.
const mostLines = 24

// splitRow cuts texts that are too long for one row.
func (p *page) splitRow(texts []string, dress ruleDress) (here, rest []string) {
	here, rest = make([]string, len(texts)), make([]string, len(texts))
	more := false
	for i, s := range texts {
		here[i], rest[i] = cutLines(s, p.roomOf(i, dress), mostLines)
		more = more || rest[i] != ""
	}
	if !more {
		return here, nil
	}
	return here, rest
}

// cutLines cuts a text at a word so that what stays wraps into so many lines.
func cutLines(s string, width float64, lines int) (head, tail string) {
	if wrappedLines(s, width) <= lines {
		return s, ""
	}
	words := strings.SplitAfter(s, " ")
	n := 1 + sort.Search(len(words)-1, func(more int) bool { return wrappedLines(strings.Join(words[:more+2], ""), width) > lines })
	return strings.TrimSpace(strings.Join(words[:n], "")), strings.Join(words[n:], "")
}
