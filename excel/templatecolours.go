package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// colours are the conditional colours of a template: what is missing in a row
// that somebody stands in, rows that are complete, numbers out of their bounds.
// Few rules over whole columns, for slow machines.
func (c *counting) colours(cols []column) []colour {
	var out []colour
	var given []string
	for _, q := range c.owes {
		test := relative(q.col) + `<>""`
		if tests := c.freeing(q.free); len(tests) > 0 {
			test = "OR(" + test + "," + strings.Join(tests, ",") + ")"
		}
		given = append(given, test)
	}
	used := relative(c.name) + `<>""`
	out = append(out, c.freed()...)
	out = append(out, c.missing(c.owes, missingFill)...)
	out = append(out, c.missing(c.wants, openFill)...)
	out = append(out, c.formColours()...)
	if len(given) > 0 && !c.some() && len(c.entered()) == 0 {
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
func relative(col int) string { return relativeIn(col, dataRow) }

// relativeIn is the same of the row in which a run of rows begins.
func relativeIn(col, row int) string { return "$" + columnName(col) + itoa(row) }

// excusing are the tests of a row's values that excuse it: "=" for one of them,
// "<>" for none.
func (c *counting) excusing(op string, row int) []string {
	var out []string
	for _, e := range c.excuses {
		out = append(out, relativeIn(e.col, row)+op+quoteText(e.label))
	}
	return out
}

// freed takes the tint from the cells that an excused row need not fill in.
func (c *counting) freed() []colour {
	var free, spans []string
	for _, q := range slices.Concat(c.owes, c.wants) {
		if q.free {
			free = append(free, c.span(q.col))
		}
		spans = append(spans, c.span(q.col))
	}
	for _, o := range c.byForm {
		for _, col := range o.cols {
			if o.always() {
				spans = append(spans, c.span(col))
			}
			if o.always() && o.free {
				free = append(free, c.span(col))
			}
		}
	}
	var out []colour
	if c.leaving > 0 && len(spans) > 0 {
		out = append(out, colour{strings.Join(spans, " "), c.hasLeft("=", dataRow), freeFill, ""})
	}
	if len(free) > 0 {
		out = append(out, colour{strings.Join(free, " "), "OR(" + strings.Join(c.excusing("=", dataRow), ",") + ")", freeFill, ""})
	}
	return out
}

// freeing are the tests of a row that free its subject from a cell.
func (c *counting) freeing(free bool) (out []string) {
	if free {
		out = c.excusing("=", dataRow)
	}
	if c.leaving > 0 {
		out = append(out, c.hasLeft("=", dataRow))
	}
	return out
}

// missing colours the blank cells among those asked for.
func (c *counting) missing(asked []required, fill string) []colour {
	var out []colour
	for _, g := range grouped(asked) {
		q := g[0]
		if q.own && c.byCode() && c.code == 0 {
			continue
		}
		var at []int
		for _, q := range g {
			at = append(at, q.col)
		}
		for _, rows := range c.askedRows(q.own) {
			tests := []string{relativeIn(c.name, rows.from) + `<>""`}
			switch {
			case q.own && c.byCode():
				tests[0] = relativeIn(c.code, rows.from) + "=" + quoteText(c.spec.Stamp.Org)
			case q.others:
				tests = append(tests, relativeIn(c.code, rows.from)+"<>"+quoteText(c.spec.Stamp.Org))
			}
			tests = append(tests, cellName(at[0], rows.from)+`=""`)
			if q.free {
				tests = append(tests, c.excusing("<>", rows.from)...)
			}
			if c.leaving > 0 {
				tests = append(tests, c.hasLeft("<>", rows.from))
			}
			out = append(out, colour{spansOver(at, rows), "AND(" + strings.Join(tests, ",") + ")", fill, ""})
		}
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
	if typed := c.typed(cols); len(typed) > 0 {
		out = append(out, colour{strings.Join(typed, " "), "ISTEXT(" + strings.SplitN(typed[0], ":", 2)[0] + ")", wrongFill, alertColor})
	}
	for i := range c.sheet.Schema.Limits {
		if broken, ok := c.limit(&c.sheet.Schema.Limits[i]); ok {
			out = append(out, broken)
		}
	}
	return out
}

// typed are the columns of numbers that people fill in. What stands there as a
// text may be read as a number, but no formula of the sheet counts it.
func (c *counting) typed(cols []column) (spans []string) {
	for i, fact := range c.facts {
		if fact >= 0 && c.sheet.Schema.Facts[fact].Type == evaluate.NumberFact && !cols[i].locked {
			spans = append(spans, c.span(i+1))
		}
	}
	return spans
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
	bounded, bound := "", ""
	switch most := at(l.AtMost); {
	case l.Most != nil:
		bound = l.Most.String()
	case most == 0:
		return colour{}, false
	default:
		bound = "$" + columnName(most) + itoa(dataRow)
		bounded = "ISNUMBER(" + bound + "),"
	}
	var spans, sum []string
	for _, id := range l.Sum {
		col := at(id)
		if col == 0 {
			return colour{}, false
		}
		spans, sum = append(spans, c.span(col)), append(sum, "$"+columnName(col)+itoa(dataRow))
	}
	return colour{strings.Join(spans, " "), "AND(" + bounded + "SUM(" + strings.Join(sum, ",") + ")>" + bound + ")", wrongFill, alertColor}, true
}

func (c *counting) span(col int) string { return spanName(col, dataRow, col, c.last) }
