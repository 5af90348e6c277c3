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
}

func newCounting(spec *TemplateSpec, s *TemplateSheet, facts []int, last int) *counting {
	c := &counting{spec: spec, sheet: s, facts: facts, last: last}
	c.name, c.code = c.column(s.Schema.ByRole(evaluate.RoleName)), c.column(s.Schema.ByRole(evaluate.RoleBranchCode))
	for i, fact := range facts {
		if fact < 0 || i+1 == c.name || !owed(&s.Schema.Facts[fact]) {
			continue
		}
		own := owesOwnOnly(spec.Stamp.Kind, &s.Schema.Facts[fact])
		if !own || c.code > 0 {
			c.owes = append(c.owes, required{i + 1, fact, own})
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
	rows := "COUNTA(" + c.cells(c.name, sheet) + ")"
	if len(c.owes) == 0 {
		return joinText(countedRows(rows))
	}
	var due, done []string
	complete := c.cells(c.name, sheet) + `,"<>"`
	for _, q := range c.owes {
		who := c.cells(c.name, sheet) + `,"<>"`
		if q.own {
			who = c.cells(c.code, sheet) + `,` + quoteText(c.spec.Stamp.Org)
		}
		given := "," + c.cells(q.col, sheet) + `,"<>"`
		due, done = append(due, "COUNTIFS("+who+")"), append(done, "COUNTIFS("+who+given+")")
		complete += given
	}
	all, given := strings.Join(due, "+"), strings.Join(done, "+")
	if c.some() {
		return joinText(countedCells(given, "("+all+")", "("+all+"-("+given+"))"))
	}
	return joinText(countedComplete("COUNTIFS("+complete+")", rows, "("+all+"-("+given+"))"))
}

// cached is what the counter shows of the rows written.
func (c *counting) cached() string {
	rows, complete, due, given := 0, 0, 0, 0
	for r := range prefilled(c.sheet) {
		if !c.stands(r, c.name) {
			continue
		}
		rows++
		whole := true
		for _, q := range c.owes {
			if q.own && c.sheet.Prefill.Text(r, c.facts[c.code-1]) != c.spec.Stamp.Org {
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
	}
	switch {
	case len(c.owes) == 0:
		return strings.Join(countedRows(itoa(rows)), "")
	case c.some():
		return strings.Join(countedCells(itoa(given), itoa(due), itoa(due-given)), "")
	}
	return strings.Join(countedComplete(itoa(complete), itoa(rows), itoa(due-given)), "")
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
	relative := func(col int) string { return "$" + columnName(col) + itoa(dataRow) }
	var all, own, given []string
	for _, q := range c.owes {
		at := c.span(q.col)
		given = append(given, relative(q.col)+`<>""`)
		if q.own {
			own = append(own, at)
		} else {
			all = append(all, at)
		}
	}
	blank := func(spans []string) string { return strings.SplitN(spans[0], ":", 2)[0] + `=""` }
	used := relative(c.name) + `<>""`
	if len(all) > 0 {
		out = append(out, colour{strings.Join(all, " "), "AND(" + used + "," + blank(all) + ")", missingFill, ""})
	}
	if len(own) > 0 {
		mine := relative(c.code) + "=" + quoteText(c.spec.Stamp.Org)
		out = append(out, colour{strings.Join(own, " "), "AND(" + mine + "," + blank(own) + ")", missingFill, ""})
	}
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
