package excel

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// ballotHead is the row with the headings of the minutes of a vote.
const ballotHead = 11

// writeBallots draws the minutes of every vote whose figures a data sheet asks
// for, to be printed and signed. Its cells repeat those of the data sheet, rows
// dataRow to the last, so that nothing is typed twice; they are never read back.
func (b *book) writeBallots(t *templateSheet) {
	for _, box := range minuted(t.Schema, t.facts) {
		figures := slices.DeleteFunc(box.Facts(), func(i int) bool { return !slices.Contains(t.facts, i) })
		shown := append([]int{t.Schema.ByRole(evaluate.RoleName)}, figures...)
		if slices.Contains(t.facts, box.Proposal) {
			shown = append(shown, box.Proposal)
		}
		b.ballots++
		b.ballotSheet(t, shown, box.Proposal)
	}
}

// minuted are the votes some figures of which a data sheet asks for.
func minuted(s *evaluate.Schema, facts []int) (out []evaluate.BallotBox) {
	for _, box := range s.Ballots() {
		if slices.ContainsFunc(box.Facts(), func(i int) bool { return slices.Contains(facts, i) }) {
			out = append(out, box)
		}
	}
	return out
}

// ballotNames are the sheets of minutes that go with data sheets.
func ballotNames(sheets []*templateSheet) (out []string) {
	for _, t := range sheets {
		for range minuted(t.Schema, t.facts) {
			out = append(out, ballotName(len(out)+1))
		}
	}
	return out
}

func (b *book) ballotSheet(t *templateSheet, shown []int, proposal int) {
	spec, s, last := t.spec, *t.TemplateSheet, t.count.last
	heads := ballotColumns(s, shown)
	name := ballotName(b.ballots)
	p := b.sheet(name, layout{widths: widthsOf(heads), protect: true, grid: true,
		repeatFrom: ballotHead, repeatTo: ballotHead, footer: joinDots(spec.OrgName, periodLabel(spec.Stamp.Period), name)})
	all := len(heads)
	p.paperHead(Office{Superior: spec.Superior, Name: spec.OrgName}, labelBlankDate, 2)
	p.skip(1)
	p.line(labelBallotsTitle, 1, all, look{size: titleSize, bold: true, align: "center"})
	p.line(ballotsOf(s.Schema.Facts[proposal].Heading)+", "+lowerFirst(periodLabel(spec.Stamp.Period)), 1, all, look{size: formSize, italic: true, align: "center"})
	for _, text := range ballotLines(slices.ContainsFunc(shown, func(i int) bool { return slices.Contains(s.SecondRound, i) })) {
		p.line(text, 1, all, look{size: formSize})
	}
	p.row = ballotHead
	p.headRow(heads)
	plain := make([]int, all)
	for i, c := range heads {
		plain[i] = p.style(c.look)
	}
	room := p.heightOf(1, longestChoices(s.Schema, shown))
	cells := make([]any, all)
	for row := dataRow; row <= last; row++ {
		cells[0] = styled(row-dataRow+1, plain[0])
		for i, fact := range shown {
			cells[i+1] = p.repeated(s, fact, slices.Index(t.facts, fact)+1, row, plain[i+1])
		}
		if row >= min(t.signed, last-leastRows+1) {
			p.keep() // signatures alone, or under rows of nobody, certify nothing
		}
		p.write(max(p.heightOf(1, cells), room), cells)
	}
	p.signBlock([3][2]string{{labelBallotsTeller, labelBallotsChair}, {labelSign, labelSign}, {}})
	p.end()
}

// longestChoices are the longest words that cells of the minutes may come to show: they
// repeat what is picked once the sheet is printed.
func longestChoices(s *evaluate.Schema, shown []int) []any {
	out := []any{nil}
	for _, fact := range shown {
		longest := ""
		for _, c := range s.Facts[fact].Choices {
			if len(c.Label) > len(longest) {
				longest = c.Label
			}
		}
		out = append(out, excelize.Cell{Value: longest})
	}
	return out
}

// ballotColumns are the columns of the minutes.
func ballotColumns(s TemplateSheet, shown []int) []column {
	out := []column{numberColumn()}
	out[0].look.fill = ""
	for i, fact := range shown {
		def := &s.Schema.Facts[fact]
		c := column{heading: def.Heading, width: 9.5, look: look{frame: boxed, wrap: true, align: "center"}}
		switch {
		case i == 0:
			c.width, c.look.align = 27, ""
		case def.Role == evaluate.RoleProposal:
			c.width = 15
		case slices.Contains(s.SecondRound, fact):
			c.heading = labelSecondRoundOf + lowerFirst(def.Heading)
		}
		out = append(out, c)
	}
	return out
}

// repeated is a cell that shows what a cell of the data sheet holds.
func (p *page) repeated(s TemplateSheet, fact, col, row, style int) excelize.Cell {
	ref := quoteSheet(s.Title) + "!" + cellName(col, row)
	out := excelize.Cell{StyleID: style, Formula: "IF(" + ref + `="","",` + ref + ")", Value: ""}
	if r := row - dataRow; s.Prefill != nil && r < s.Prefill.Len() {
		if v := factCell(s.Prefill, r, fact); v != nil {
			out.Value = v
		}
	}
	return out
}

// ballotName is the name of the n-th sheet of minutes in a workbook.
func ballotName(n int) string {
	return numbered(sheetBallots, n)
}

// isMinutes tells whether a sheet is the minutes of a vote by its name.
func isMinutes(name string) bool { return strings.HasPrefix(tidy(name), sheetBallots) }

// judgeMinutes warns of figures typed into the minutes of a vote: its cells repeat
// those of the data sheet, and only these are read.
func (r *reader) judgeMinutes(s bookSheet, at evaluate.Origin) {
	if _, over := r.tooMuch(s.scan, at); over {
		return
	}
	rows, err := r.peek(s)
	if err != nil {
		return // nothing of it is read
	}
	var typed cellRuns
	for {
		number, cells, ok := rows.Next()
		if !ok {
			break
		}
		for c := 2; c < len(cells) && number > ballotHead; c++ {
			cell := gridCell{int32(c + 1), int32(number)}
			if text := tidy(cells[c]); allDigits(text) && !s.scan.formulas.has(cell) && !s.scan.uncached.has(cell) {
				typed.add(cell)
			}
		}
	}
	if len(s.scan.formulas)+len(s.scan.uncached) == 0 && s.scan.filled > 0 {
		r.add(problemSkippedSheet(at)) // bears the name alone: all that ours say of a vote are formulas
	} else if typed.count > 0 {
		first := typed.first()
		at.Cell = cellName(int(first.col), int(first.row))
		p := problemTypedMinutes(at, typed.count)
		p.Cells = typed.names()
		r.add(p)
	}
}

func isBallotSheet(name string) bool {
	return strings.HasPrefix(name, sheetBallots) || strings.HasPrefix(name, sheetVotes)
}
