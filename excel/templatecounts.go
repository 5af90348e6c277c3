package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// required is a column of a template whose cells must be filled in.
type required struct {
	col  int // 1-based
	fact int
	// own: only the rows that the workbook's own organization speaks for owe it.
	own bool
	// others: all rows but that of the workbook's own organization owe it.
	others bool
	// free: whoever is excused does not owe it.
	free bool
}

// counting says how a data sheet tells what is still to do: by formulas that
// every spreadsheet program since 2007 computes, their values stored beside them.
type counting struct {
	spec  *TemplateSpec
	sheet *TemplateSheet
	facts []int
	last  int // last row of the table
	name  int // 1-based column of the name, 0 for none
	code  int // likewise of the organization's code
	owes  []required
	wants []required // what nobody can be graded without
	// byForm are the columns that only some score sheets want or lines on some rows, and
	// what may be said in several ways.
	byForm []owing
	// excuses are the columns and values that excuse their row.
	excuses []excuse
	leaving int   // 1-based column that may say that somebody has left, 0 for none
	tell    []int // 1-based columns that tell that a row without a name is somebody's
}

// excuse is a column and the label in it that excuses a row.
type excuse struct {
	col   int
	label string
	as    evaluate.Excuse
}

func newCounting(spec *TemplateSpec, s *TemplateSheet, facts []int, last int) *counting {
	c := &counting{spec: spec, sheet: s, facts: facts, last: last}
	c.name, c.code = c.column(s.Schema.ByRole(evaluate.RoleName)), c.column(s.Schema.ByRole(evaluate.RoleBranchCode))
	for _, e := range s.Excused {
		if col := c.column(e.Fact); col > 0 {
			c.excuses = append(c.excuses, excuse{col, s.Schema.Facts[e.Fact].Choices[e.Choice].Label, e})
		}
	}
	if status, ok := s.Schema.Index(factActivityStatus); ok && s.Leaves {
		c.leaving = c.column(status)
	}
	for i, fact := range facts {
		if fact < 0 || i+1 == c.name || slices.Contains(s.Locked, fact) {
			continue
		}
		def := &s.Schema.Facts[fact]
		q := required{i + 1, fact, c.ownOnly(def), c.othersOnly(fact), def.Excusable() && len(c.excuses) > 0}
		switch {
		case q.own && c.byCode() && c.code == 0:
		case owed(def), needsCode(spec.Stamp.Kind, def):
			c.owes = append(c.owes, q)
		case slices.Contains(s.Wanted, fact):
			c.wants = append(c.wants, q)
		}
	}
	c.byForm, c.tell = slices.Concat(c.owings(), c.needs(), c.eithers()), c.telling()
	if len(c.formula()) > longestFormula {
		c.tell = nil
	}
	if len(c.formula()) > longestFormula {
		c.byForm = c.owings()
	}
	if len(c.formula()) > longestFormula {
		c.owes, c.wants, c.byForm = nil, nil, nil // it counts the rows alone; the colours still tell what is missing
	}
	return c
}

// longestFormula is what Excel reads as one formula, 8,192 letters, with room for
// the legend behind the counter and what the writer puts around it. Rows of many others
// between the own ones make a counter longer.
const longestFormula = 7_600

func (c *counting) column(fact int) int {
	if fact < 0 {
		return 0
	}
	return slices.Index(c.facts, fact) + 1
}

// cells is the range of a column's cells.
func (c *counting) cells(col int) string { return c.part(c.whole(), col) }

// some tells whether only some rows owe something.
func (c *counting) some() bool {
	return slices.ContainsFunc(c.owes, func(q required) bool { return q.own || q.others })
}

// formula is the counter of the sheet, written under its title; the cover reads it there.
func (c *counting) formula() string {
	out := joinText(c.owedText())
	if c.wanting() {
		blank := c.blanks(c.wants)
		for _, o := range c.byForm {
			blank = append(blank, o.count(c)...)
		}
		out += "&" + joinText(countedWanted("("+sumOf(blank)+")"))
	}
	if c.perhaps() {
		out += "&" + quoteText(labelPerhaps)
	}
	if c.name == 0 {
		return out
	}
	return "IF(COUNTA(" + c.cells(c.name) + ")=0," + quoteText(labelNoRows) + "," + out + ")"
}

// entered are the columns that a sheet is filled in for where all that its rows owe is
// who they are, which stands there from the start: what counts there is what was
// entered, not that every row is complete. None on other sheets.
func (c *counting) entered() (cols []int) {
	tellsWho := func(def *evaluate.FactDef) bool { return def.Identity || def.Role == evaluate.RoleBranchCode }
	owesMore := slices.ContainsFunc(c.owes, func(q required) bool { return !tellsWho(&c.sheet.Schema.Facts[q.fact]) })
	if owesMore || len(c.owes) == 0 || c.wanting() || c.name == 0 {
		return nil
	}
	for i, fact := range c.facts {
		if fact < 0 || slices.Contains(c.sheet.Locked, fact) {
			continue
		}
		if def := &c.sheet.Schema.Facts[fact]; !tellsWho(def) && !def.Lasting {
			cols = append(cols, i+1)
		}
	}
	return cols
}

// wanting tells whether anything is asked for without which nobody has a grade.
func (c *counting) wanting() bool { return len(c.wants)+len(c.byForm) > 0 }

// perhaps tells whether some rows cannot be graded without a cell that is not counted.
func (c *counting) perhaps() bool {
	return slices.ContainsFunc(c.sheet.Perhaps, func(fact int) bool {
		return c.column(fact) > 0 && !c.counts(fact) && !slices.Contains(c.sheet.Locked, fact)
	})
}

// counts tells whether the blank cells of a fact are counted on whichever rows.
func (c *counting) counts(fact int) bool {
	col := c.column(fact)
	return slices.ContainsFunc(slices.Concat(c.owes, c.wants), func(q required) bool { return q.col == col }) ||
		slices.ContainsFunc(c.byForm, func(o owing) bool { return slices.Contains(o.cols, col) })
}

// blanks are terms that count the blank cells among those asked for.
func (c *counting) blanks(asked []required) []string {
	var out []string
	for _, g := range grouped(asked) {
		for _, rows := range c.askedRows(g[0].own) {
			out = append(out, c.blankAmong(g, c.who(g[0], rows), rows))
			if c.leaving > 0 {
				out[len(out)-1] += "-(" + c.blankAmong(g, c.named()+","+c.left(), rows) + ")"
			}
		}
	}
	return out
}

// blankAmong counts the blank cells of columns among the rows of a criterion.
func (c *counting) blankAmong(asked []required, who string, rows rowSpan) string {
	out := "COUNTIFS(" + who + ")"
	if len(asked) > 1 {
		out = itoa(len(asked)) + "*" + out
	}
	for _, q := range asked {
		out += "-COUNTIFS(" + who + "," + c.part(rows, q.col) + `,"<>")`
	}
	return out
}

// grouped puts together what the same rows owe.
func grouped(asked []required) (out [][]required) {
	for _, q := range asked {
		at := slices.IndexFunc(out, func(g []required) bool { return g[0].own == q.own && g[0].others == q.others && g[0].free == q.free })
		if at < 0 {
			at, out = len(out), append(out, nil)
		}
		out[at] = append(out[at], q)
	}
	return out
}

// who are those of the rows that are asked for something, as a criterion of COUNTIFS.
func (c *counting) who(q required, rows rowSpan) string {
	out := c.part(rows, c.name) + `,"<>"`
	if q.own && c.byCode() {
		out = c.part(rows, c.code) + `,` + quoteText(c.spec.Stamp.Org)
	}
	if q.others {
		out += "," + c.part(rows, c.code) + "," + quoteText("<>"+c.spec.Stamp.Org)
	}
	if q.free {
		out += c.unexcused(rows)
	}
	return out
}

// unexcused are the criteria that leave out whoever is excused.
func (c *counting) unexcused(rows rowSpan) string {
	out := ""
	for _, e := range c.excuses {
		out += "," + c.part(rows, e.col) + "," + quoteText("<>"+e.label)
	}
	return out
}

// owedText is what the counter says of what must be filled in.
func (c *counting) owedText() []string {
	rows := "COUNTA(" + c.cells(c.name) + ")"
	if len(c.owes) == 0 {
		return countedRows(rows)
	}
	var due, done []string
	complete, kept := c.cells(c.name)+`,"<>"`, c.cells(c.name)+`,"<>"`
	for _, q := range c.owes {
		given := "," + c.cells(q.col) + `,"<>"`
		for _, rows := range c.askedRows(q.own) {
			who := c.who(q, rows)
			due, done = append(due, "COUNTIFS("+who+")"), append(done, "COUNTIFS("+who+","+c.part(rows, q.col)+`,"<>")`)
		}
		complete += given
		if !q.free {
			kept += given
		}
	}
	if all, given := sumOf(due), sumOf(done); c.some() {
		return countedCells(given, c.plusNameless("("+all+")"), c.plusNameless("("+all+"-("+given+"))"))
	}
	whole := "COUNTIFS(" + complete + c.unexcused(c.whole()) + ")"
	if c.leaving > 0 {
		whole += "-COUNTIFS(" + complete + "," + c.left() + ")+COUNTIFS(" + c.named() + "," + c.left() + ")"
	}
	for _, e := range c.excuses {
		whole += "+COUNTIFS(" + kept + "," + c.cells(e.col) + "," + quoteText(e.label) + ")"
	}
	if len(c.excuses) > 0 || c.leaving > 0 {
		whole = "(" + whole + ")"
	}
	open := c.plusNameless("(" + sumOf(c.blanks(c.owes)) + ")")
	if cols := c.entered(); len(cols) > 0 {
		var filled []string
		for _, col := range cols {
			filled = append(filled, "COUNTA("+c.cells(col)+")")
		}
		return countedEntered("("+sumOf(filled)+")", c.plusNameless(rows), open)
	}
	return countedComplete(whole, c.plusNameless(rows), open)
}

// cached is what the counter shows of the rows written.
func (c *counting) cached() string {
	rows, complete, due, given, open, filled := 0, 0, 0, 0, 0, 0
	entered := c.entered()
	for r := range prefilled(c.sheet) {
		if !c.stands(r, c.name) {
			continue
		}
		rows++
		for _, col := range entered {
			if c.stands(r, col) {
				filled++
			}
		}
		if c.sheet.LeftAs[r] != "" {
			complete++
			continue
		}
		whole := true
		for _, q := range c.owes {
			if !c.asked(r, q) {
				continue
			}
			due++
			if c.stands(r, q.col) {
				given++
			} else {
				whole = false
			}
		}
		if whole {
			complete++
		}
		for _, q := range c.wants {
			if c.asked(r, q) && !c.stands(r, q.col) {
				open++
			}
		}
		for _, o := range c.byForm {
			open += o.open(c, r)
		}
	}
	var said []string
	switch {
	case rows == 0 && c.name > 0:
		return labelNoRows
	case len(c.owes) == 0:
		said = countedRows(itoa(rows))
	case c.some():
		said = countedCells(itoa(given), itoa(due), itoa(due-given))
	case len(entered) > 0:
		said = countedEntered(itoa(filled), itoa(rows), itoa(due-given))
	default:
		said = countedComplete(itoa(complete), itoa(rows), itoa(due-given))
	}
	if c.wanting() {
		said = append(said, countedWanted(itoa(open))...)
	}
	if c.perhaps() {
		said = append(said, labelPerhaps)
	}
	return strings.Join(said, "")
}

// asked tells whether a prefilled row is asked for something.
func (c *counting) asked(row int, q required) bool {
	if q.free && c.excused(row) {
		return false
	}
	if q.others {
		return !c.isOwn(row)
	}
	return !q.own || c.speaksFor(row, q.fact)
}

// excused tells whether a prefilled row has a value that excuses its subject.
func (c *counting) excused(row int) bool {
	return slices.ContainsFunc(c.excuses, func(e excuse) bool {
		v := c.sheet.Prefill.Value(row, e.as.Fact)
		return !v.IsBlank() && v.Choice() == e.as.Choice
	})
}

func (c *counting) stands(row, col int) bool {
	return col > 0 && !c.sheet.Prefill.Value(row, c.facts[col-1]).IsBlank()
}

func prefilled(s *TemplateSheet) int {
	if s.Prefill == nil {
		return 0
	}
	return s.Prefill.Len()
}

// sumOf adds terms of a formula; 0 where there are none.
func sumOf(terms []string) string {
	if len(terms) == 0 {
		return "0"
	}
	return strings.Join(terms, "+")
}

// joinText makes a formula of texts and, at the odd places, expressions.
func joinText(parts []string) string {
	for i := range parts {
		if i%2 == 0 {
			parts[i] = quoteText(parts[i])
		}
	}
	return strings.Join(parts, "&")
}

func quoteText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
