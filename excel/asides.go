package excel

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// asides are the things about a data sheet that were understood in a tolerant
// way and are told at its end.
type asides struct {
	formulas                 cellMap
	hidden                   map[int32]bool
	typed, percents, undated cellMap
	dated, truths            cellMap
	struck, shorts           cellMap
	crossed                  cellRuns // names crossed out
	merged                   bool
	taken                    []int32 // rows with facts, rising; kept only where cells are joined

	signed            bool     // a row began the signatures below the table
	titles            []int    // columns of the titles over the signatures
	overSigns         cellRuns // rows of facts written over the words printed for the signatures
	unseen, subtotals cellRuns
	headAgain         cellRuns // rows that repeat the headings
	sentences         cellRuns // rows with a sentence for a name, and figures at most
}

func newAsides(scan *sheetScan) asides {
	a := asides{formulas: scan.formulas, hidden: make(map[int32]bool, len(scan.hidden))}
	a.typed, a.percents, a.undated = scan.typed, scan.percents, scan.undated
	a.dated, a.truths = scan.dated, scan.truths
	a.struck, a.shorts = scan.struck, scan.shorts
	for _, row := range scan.hidden {
		a.hidden[row] = true
	}
	a.merged = len(scan.merges) > 0
	return a
}

// meant reads a cell as people see it: a number shown as a percentage is what
// the same text would be, a number shown as a day is none, nor is TRUE, a number
// typed as text may be of either tradition, and a day shown as a bare number is
// told.
func (s *sheetReading) meant(c *readColumn, at gridCell, raw string) cellResult {
	if isDash(raw) && c.mayBeDash() {
		return cellResult{how: dashAlone}
	}
	if c.def.Prose {
		return c.cell.prose(s.sheet.scan, at, raw)
	}
	if s.truths.has(at) {
		raw = truthWord(raw)
	}
	if c.def.Type != evaluate.DateFact && c.def.Type != evaluate.ChoiceFact && s.dated.has(at) {
		shown, typed := shownDay(raw, s.date1904), c.def.Type == evaluate.NumberFact
		return c.cell.bad(raw, func(o evaluate.Origin) evaluate.Problem { return problemShownAsDay(o, c.def.Named(), shown, typed) })
	}
	switch c.def.Type {
	case evaluate.NumberFact:
		if s.truths.has(at) {
			return c.cell.bad(raw, func(o evaluate.Origin) evaluate.Problem { return problemTruth(o, c.def, raw) })
		}
		if s.percents.has(at) {
			if x, err := evaluate.ParseNum(raw); err == nil {
				raw = seenNumber(x.Mul(evaluate.Int(100)).String()) + "%"
			}
			if c.def.Unit != unitPercent && c.def.Unit != unitShare {
				return c.cell.bad(raw, func(o evaluate.Origin) evaluate.Problem { return problemShownAsPercent(o, c.def.Named(), raw) })
			}
		}
		bare, beside := cutUnit(tidy(raw), c.def)
		if said := tidy(raw); saysAndHalf(said) {
			if bare, beside = cutAndHalf(said, c.def); !beside {
				return c.cell.bad(said, func(o evaluate.Origin) evaluate.Problem { return problemAndHalf(o, c.def, said) })
			}
		}
		if beside { // read as what it would be without
			raw = bare
		}
		text, typed := tidy(raw), beside || s.typed.has(at)
		if typed && groupedByDot(text) { // before anything is said of decimals that are none
			return c.cell.bad(text, func(o evaluate.Origin) evaluate.Problem { return problemGroupedNumber(o, c.def.Named(), text) })
		}
		if strings.Contains(text, ",") && c.def.Step.MultipleOf(evaluate.Int(1)) && groupedByDot(strings.ReplaceAll(text, ",", ".")) {
			return c.cell.bad(text, func(o evaluate.Origin) evaluate.Problem { return problemGroupedCount(o, c.def.Named(), text) })
		}
		got := c.cell.read(raw)
		// That a formula gave the text is told of the formula.
		if typed && got.problem == nil && got.data != "" && (strings.Contains(text, "E") || !s.asides.formulas.has(at)) {
			got.how = numberAsText
		}
		if beside && got.problem == nil {
			got.how = unitBeside
		}
		return got
	case evaluate.DateFact:
		if text := tidy(raw); s.typed.has(at) && allDigits(text) && (len(text) != serialDigits || text[0] == '0') {
			// No program writes a count of days so: it is a day typed without separators.
			return c.cell.bad(text, func(o evaluate.Origin) evaluate.Problem { return problemNotDate(o, c.def, text, c.cell.orYear) })
		}
		got := c.cell.read(raw)
		if got.problem == nil && got.how == asExpected && (s.typed.has(at) || s.undated.has(at)) {
			got.how = dateAsText
		}
		return got
	}
	got := c.cell.read(raw)
	if c.def.Role == evaluate.RoleCard && got.problem == nil && s.shorts.has(at) {
		have, fraction := len(FoldCard(got.text)), strings.Contains(got.text, ".")
		kind := have
		if fraction {
			kind = -have
		}
		got.doubt = &doubt{kind, func(at evaluate.Origin, n int) evaluate.Problem {
			return problemCardLostZero(at, c.def.Heading, have, n, fraction)
		}}
	}
	return got
}

// serialDigits is how many digits counts of days have between 1927 and 2173.
const serialDigits = 5

// isText tells whether a cell of days holds a text and not a count of days.
func (s *sheetReading) isText(raw string, at gridCell) bool {
	_, err := strconv.ParseFloat(tidy(raw), 64)
	return err != nil || s.typed.has(at)
}

// truthWord is what people see in a cell that stores TRUE as 1.
func truthWord(raw string) string {
	switch tidy(raw) {
	case "1":
		return "TRUE"
	case "0":
		return "FALSE"
	}
	return raw
}

// shownDay is the day people see in a cell that stores a number, "" when only a
// spreadsheet program knows.
func shownDay(raw string, date1904 bool) string {
	days, err := strconv.ParseFloat(tidy(raw), 64)
	if err != nil {
		return ""
	}
	d, ok := dayOfSerial(days, date1904)
	if !ok {
		return ""
	}
	return d.Vietnamese()
}

// groupedByDot tells whether a number typed as text may be meant in thousands:
// 1.500 is one thousand five hundred in Vietnam and one and a half elsewhere.
func groupedByDot(s string) bool {
	groups := strings.Split(strings.TrimLeft(s, "+-"), ".")
	for i, g := range groups {
		if !allDigits(g) || i > 0 && len(g) != 3 || len(g) > 3 || i == 0 && g[0] == '0' {
			return false
		}
	}
	return len(groups) > 1
}

// saw notes a row of facts.
func (a *asides) saw(row int) {
	if a.merged {
		a.taken = append(a.taken, int32(row))
	}
	if len(a.hidden) > 0 && a.hidden[int32(row)] {
		a.unseen.add(gridCell{1, int32(row)})
	}
}

// passLoose passes a row of words over.
func (s *sheetReading) passLoose(number int) {
	s.loose.add(gridCell{1, int32(number)})
}

// reportAsides tells what was passed over or read in spite of its dress.
func (s *sheetReading) reportAsides() {
	s.tell(&s.subtotals, noteSubtotals)
	s.tell(&s.headAgain, noteHeadingAgain)
	s.tell(&s.unseen, noteHiddenRows)
	s.tell(&s.crossed, problemCrossedOut)
	s.reportSwapped()
	for i := range s.columns {
		c := &s.columns[i]
		for _, kind := range slices.Sorted(maps.Keys(c.doubts)) {
			s.tell(&c.doubts[kind].cells, c.doubts[kind].as)
		}
		s.tell(&c.unstored, func(at evaluate.Origin, n int) evaluate.Problem {
			if c.def.Prose {
				return warningProseUncomputed(at, c.def.Named(), n)
			}
			return problemNoStoredValue(at, n)
		})
		s.tell(&c.formulas, func(at evaluate.Origin, n int) evaluate.Problem { return noteFormulas(at, c.def.Named(), n) })
	}
	s.reportMerges()
}

// reportMerges refuses cells joined over several rows of facts, or over several
// facts: whose value it is would be a guess. Within one row and one fact it is
// the first cell's, as it is where the rows below it are blank (a table from Word has
// two rows for one person); a branch is that of all rows it is joined over.
func (s *sheetReading) reportMerges() {
	one := map[int32]*cellRuns{}
	var joined mergedBlocks
	for _, m := range s.sheet.scan.merges {
		facts, first := 0, false
		next, _ := slices.BinarySearch(s.taken, m.from.row)
		if next == len(s.taken) || s.taken[next] > m.to.row {
			continue // no row of facts
		}
		for i := range s.columns {
			if col := int32(s.columns[i].column + 1); col >= m.from.col && col <= m.to.col {
				facts++
				first = first || col == m.from.col
			}
		}
		if facts == 0 {
			continue
		}
		alone := s.taken[next] == m.from.row && (next+1 == len(s.taken) || s.taken[next+1] > m.to.row)
		if facts == 1 && first && alone {
			if one[m.from.col] == nil {
				one[m.from.col] = &cellRuns{}
			}
			one[m.from.col].add(m.from)
			continue
		}
		if facts == 1 && first && m.from.col == m.to.col && s.saysForAll(int(m.from.col)-1) {
			at := s.cellOrigin(int(m.from.col)-1, int(m.from.row))
			s.add(noteMergedDown(at, m.from.String()+":"+m.to.String(), s.head.schema.Facts[s.code].Heading))
			continue
		}
		joined.add(m)
	}
	for _, block := range joined.blocks {
		first := block[0].from
		p := problemMerged(s.cellOrigin(int(first.col)-1, int(first.row)), block[0], len(block))
		for _, a := range block {
			if len(block) > 1 {
				p.Cells = append(p.Cells, a.from.String()+":"+a.to.String())
			}
		}
		s.add(p)
	}
	for _, col := range slices.Sorted(maps.Keys(one)) {
		s.tell(one[col], func(at evaluate.Origin, n int) evaluate.Problem {
			return noteMergedOne(at, s.head.heading(int(col)-1), n)
		})
	}
}

// mergedBlocks are cells joined alike, each of which is one problem: over the same rows, or in
// one row each over the same columns.
type mergedBlocks struct {
	at     map[[3]int32]int
	blocks [][]gridArea
}

// add takes joined cells into the block they belong to.
func (b *mergedBlocks) add(m gridArea) {
	key := [3]int32{0, m.from.row, m.to.row}
	if m.from.row == m.to.row {
		key = [3]int32{1, m.from.col, m.to.col}
	}
	i, known := b.at[key]
	if !known {
		if b.at == nil {
			b.at = map[[3]int32]int{}
		}
		i = len(b.blocks)
		b.at[key], b.blocks = i, append(b.blocks, nil)
	}
	b.blocks[i] = append(b.blocks[i], m)
}

func toleranceNote(how tolerance, at evaluate.Origin, def *evaluate.FactDef, n int) evaluate.Problem {
	heading := def.Named()
	switch how {
	case dashAlone:
		return noteDashes(at, heading, blankMeans(def), n)
	case numberAsText:
		return noteNumbersAsText(at, heading, n)
	case unitBeside:
		return noteUnits(at, heading, n)
	case dateAsText:
		if def.Prose {
			return noteProseDays(at, heading, n)
		}
		return noteDatesAsText(at, heading, n)
	case addressed:
		return noteAddressed(at, heading, n)
	case lookAlikes:
		return noteLookAlikes(at, heading, n)
	case otherSpelling:
		return noteOtherSpelling(at, heading, n)
	case noNumber:
		return noteNoNumber(at, heading, n)
	}
	return noteTidied(at, heading, n)
}
