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
	// own: only the rows of the workbook's own organization owe it.
	own bool
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
}

func newCounting(spec *TemplateSpec, s *TemplateSheet, facts []int, last int) *counting {
	c := &counting{spec: spec, sheet: s, facts: facts, last: last}
	c.name, c.code = c.column(s.Schema.ByRole(evaluate.RoleName)), c.column(s.Schema.ByRole(evaluate.RoleBranchCode))
	for i, fact := range facts {
		if fact < 0 || i+1 == c.name || slices.Contains(s.Locked, fact) {
			continue
		}
		def := &s.Schema.Facts[fact]
		q := required{i + 1, fact, owesOwnOnly(spec.Stamp.Kind, def)}
		switch {
		case q.own && c.code == 0:
		case owed(def):
			c.owes = append(c.owes, q)
		case slices.Contains(s.Wanted, fact):
			c.wants = append(c.wants, q)
		}
	}
	return c
}

// owesOwnOnly tells whether a workbook owes a fact on its own row alone: a base
// committee lists its branches beside itself and owes only its own review.
func owesOwnOnly(kind BookKind, def *evaluate.FactDef) bool {
	return !def.Identity && def.Supplier == evaluate.SupplyBranch && (kind == BaseBook || kind == OfficeBook)
}

func (c *counting) column(fact int) int {
	if fact < 0 {
		return 0
	}
	return slices.Index(c.facts, fact) + 1
}

// cells is the range of a column's cells, on the named sheet ("" for its own).
func (c *counting) cells(col int, sheet string) string {
	return sheet + absolute(col, dataRow) + ":" + absolute(col, c.last)
}

// some tells whether only some rows owe something.
func (c *counting) some() bool {
	return slices.ContainsFunc(c.owes, func(q required) bool { return q.own })
}

// formula is the counter of the sheet, written on the sheet itself or, with its
// quoted name and "!", elsewhere.
func (c *counting) formula(sheet string) string {
	out := joinText(c.owedText(sheet))
	if len(c.wants) > 0 {
		out += "&" + joinText(countedWanted("("+strings.Join(c.blanks(c.wants, sheet), "+")+")"))
	}
	if c.name == 0 {
		return out
	}
	return "IF(COUNTA(" + c.cells(c.name, sheet) + ")=0," + quoteText(labelNoRows) + "," + out + ")"
}

// blanks are terms that count the blank cells among those asked for.
func (c *counting) blanks(asked []required, sheet string) []string {
	var out []string
	for _, q := range asked {
		who := c.who(q, sheet)
		out = append(out, "COUNTIFS("+who+")-COUNTIFS("+who+","+c.cells(q.col, sheet)+`,"<>")`)
	}
	return out
}

// who are the rows that are asked for something, as a criterion of COUNTIFS.
func (c *counting) who(q required, sheet string) string {
	if q.own {
		return c.cells(c.code, sheet) + `,` + quoteText(c.spec.Stamp.Org)
	}
	return c.cells(c.name, sheet) + `,"<>"`
}

// owedText is what the counter says of what must be filled in.
func (c *counting) owedText(sheet string) []string {
	rows := "COUNTA(" + c.cells(c.name, sheet) + ")"
	if len(c.owes) == 0 {
		return countedRows(rows)
	}
	var due, done []string
	complete := c.cells(c.name, sheet) + `,"<>"`
	for _, q := range c.owes {
		who := c.who(q, sheet)
		given := "," + c.cells(q.col, sheet) + `,"<>"`
		due, done = append(due, "COUNTIFS("+who+")"), append(done, "COUNTIFS("+who+given+")")
		complete += given
	}
	all, given := strings.Join(due, "+"), strings.Join(done, "+")
	if c.some() {
		return countedCells(given, "("+all+")", "("+all+"-("+given+"))")
	}
	return countedComplete("COUNTIFS("+complete+")", rows, "("+all+"-("+given+"))")
}

// cached is what the counter shows of the rows written.
func (c *counting) cached() string {
	rows, complete, due, given, open := 0, 0, 0, 0, 0
	for r := range prefilled(c.sheet) {
		if !c.stands(r, c.name) {
			continue
		}
		rows++
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
	}
	var said []string
	switch {
	case rows == 0 && c.name > 0:
		return labelNoRows
	case len(c.owes) == 0:
		said = countedRows(itoa(rows))
	case c.some():
		said = countedCells(itoa(given), itoa(due), itoa(due-given))
	default:
		said = countedComplete(itoa(complete), itoa(rows), itoa(due-given))
	}
	if len(c.wants) > 0 {
		said = append(said, countedWanted(itoa(open))...)
	}
	return strings.Join(said, "")
}

// asked tells whether a prefilled row is asked for something.
func (c *counting) asked(row int, q required) bool {
	return !q.own || c.sheet.Prefill.Text(row, c.facts[c.code-1]) == c.spec.Stamp.Org
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

// colours are the conditional colours of a template: what is missing in a row
// that somebody stands in, rows that are complete, numbers out of their bounds.
// Few rules over whole columns, for slow machines.
func (c *counting) colours(cols []column) []colour {
	var out []colour
	var given []string
	for _, q := range c.owes {
		given = append(given, relative(q.col)+`<>""`)
	}
	used := relative(c.name) + `<>""`
	out = append(out, c.missing(c.owes, missingFill)...)
	out = append(out, c.missing(c.wants, openFill)...)
	if len(given) > 0 && !c.some() {
		out = append(out, colour{c.span(1), "AND(" + used + "," + strings.Join(given, ",") + ")", completeFill, ""})
	}
	if !cols[c.name-1].locked {
		to := len(cols)
		if total := slices.Index(c.facts, -2); total >= 0 {
			to = total // the total is a formula and never blank
		}
		if c.name < to {
			out = append(out, colour{c.span(c.name), "AND(" + relative(c.name) + `="",COUNTA(` + relative(c.name+1) + ":" + relative(to) + ")>0)", missingFill, ""})
		}
	}
	return append(out, c.bounds(cols)...)
}

// relative names a cell of the first data row, to be moved down row by row.
func relative(col int) string { return "$" + columnName(col) + itoa(dataRow) }

// missing colours the blank cells among those asked for.
func (c *counting) missing(asked []required, fill string) []colour {
	var all, own []string
	for _, q := range asked {
		if at := c.span(q.col); q.own {
			own = append(own, at)
		} else {
			all = append(all, at)
		}
	}
	var out []colour
	add := func(spans []string, who string) {
		if len(spans) > 0 {
			blank := strings.SplitN(spans[0], ":", 2)[0] + `=""`
			out = append(out, colour{strings.Join(spans, " "), "AND(" + who + "," + blank + ")", fill, ""})
		}
	}
	add(all, relative(c.name)+`<>""`)
	if c.code > 0 {
		add(own, relative(c.code)+"="+quoteText(c.spec.Stamp.Org))
	}
	return out
}

// bounds colours numbers beyond their bounds, a rule for all columns with equal
// ones, and sums that break a limit.
func (c *counting) bounds(cols []column) []colour {
	spans := map[string][]string{}
	var order []string
	for i := range cols {
		if test := cols[i].bounds; test != "" {
			if spans[test] == nil {
				order = append(order, test)
			}
			spans[test] = append(spans[test], c.span(i+1))
		}
	}
	var out []colour
	for _, test := range order {
		first := strings.SplitN(spans[test][0], ":", 2)[0]
		out = append(out, colour{strings.Join(spans[test], " "),
			"AND(ISNUMBER(" + first + "),OR(" + strings.ReplaceAll(test, "x", first) + "))", wrongFill, alertColor})
	}
	for i := range c.sheet.Schema.Limits {
		if broken, ok := c.limit(&c.sheet.Schema.Limits[i]); ok {
			out = append(out, broken)
		}
	}
	return out
}

// limit colours the cells of a sum that is greater than what it may be.
func (c *counting) limit(l *evaluate.Limit) (colour, bool) {
	at := func(id evaluate.FactID) int {
		fact, ok := c.sheet.Schema.Index(id)
		if !ok {
			return 0
		}
		return c.column(fact)
	}
	most := at(l.AtMost)
	if most == 0 {
		return colour{}, false
	}
	var spans, sum []string
	for _, id := range l.Sum {
		col := at(id)
		if col == 0 {
			return colour{}, false
		}
		spans, sum = append(spans, c.span(col)), append(sum, "$"+columnName(col)+itoa(dataRow))
	}
	cell := "$" + columnName(most) + itoa(dataRow)
	return colour{strings.Join(spans, " "), "AND(ISNUMBER(" + cell + "),SUM(" + strings.Join(sum, ",") + ")>" + cell + ")", wrongFill, alertColor}, true
}

func (c *counting) span(col int) string { return spanName(col, dataRow, col, c.last) }
