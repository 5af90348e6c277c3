package excel

import "github.com/xeploai/xeploai/evaluate"

// rowSpan is a run of rows of a sheet, from and to included.
type rowSpan struct{ from, to int }

// owesOwnOnly tells whether a workbook owes a fact only of what its own organization
// speaks for: a base committee lists its branches beside itself and owes only its
// own review, and of units, collectives and people those that others do not report.
func owesOwnOnly(kind BookKind, def *evaluate.FactDef) bool {
	return !def.Identity && def.Supplier == evaluate.SupplyBranch && (kind == BaseBook || kind == OfficeBook)
}

// needsCode tells whether rows must say which branch they belong to: outside a
// branch's own workbook nothing else says it of a member.
func needsCode(kind BookKind, def *evaluate.FactDef) bool {
	return def.Role == evaluate.RoleBranchCode && def.Kind == evaluate.Member && (kind == BaseBook || kind == OfficeBook)
}

// byCode tells whether the code in a row says whose it is. Units and collectives
// have codes of their own, and leaders and officials may be members elsewhere: of
// these the rows that somebody else's report fills in are closed, all others owed.
func (c *counting) byCode() bool {
	k := c.sheet.Schema.Kind
	return k == evaluate.Member || k == evaluate.Organization
}

func (c *counting) ownOnly(def *evaluate.FactDef) bool {
	return owesOwnOnly(c.spec.Stamp.Kind, def) && (c.byCode() || c.sheet.Closed != nil)
}

// speaksFor tells whether a prefilled row is the workbook's own in a fact that it
// owes of its own alone.
func (c *counting) speaksFor(row, fact int) bool {
	if c.byCode() {
		return c.isOwn(row)
	}
	return c.sheet.Closed == nil || !c.sheet.Closed(row, fact)
}

// isOwn tells whether a prefilled row bears the code of the workbook's own organization.
func (c *counting) isOwn(row int) bool {
	return c.code > 0 && c.sheet.Prefill.Text(row, c.facts[c.code-1]) == c.spec.Stamp.Org
}

// othersOnly tells whether a fact is asked of all rows but that of the workbook's own
// organization, whose cell is closed: the office is graded by its superior.
func (c *counting) othersOnly(fact int) bool {
	if !c.byCode() || c.sheet.Closed == nil || c.ownOnly(&c.sheet.Schema.Facts[fact]) {
		return false
	}
	for row := range prefilled(c.sheet) {
		if c.isOwn(row) && c.sheet.Closed(row, fact) {
			return true
		}
	}
	return false
}

func (c *counting) whole() rowSpan { return rowSpan{dataRow, c.last} }

// askedRows are the rows that are asked for something, as few runs as they make:
// all of the table or, where only own rows owe it, those that are not closed.
func (c *counting) askedRows(own bool) []rowSpan {
	fact := c.ownFact()
	if !own || c.byCode() || fact < 0 {
		return []rowSpan{c.whole()}
	}
	var out []rowSpan
	for row := dataRow; row <= c.last; row++ {
		switch at := row - dataRow; {
		case at < prefilled(c.sheet) && !c.speaksFor(at, fact):
		case len(out) > 0 && out[len(out)-1].to == row-1:
			out[len(out)-1].to = row
		default:
			out = append(out, rowSpan{row, row})
		}
	}
	return out
}

// ownFact is one of the facts that only own rows owe, -1 for none: who speaks for a
// row speaks for all of them.
func (c *counting) ownFact() int {
	for _, fact := range c.facts {
		if fact >= 0 && c.ownOnly(&c.sheet.Schema.Facts[fact]) {
			return fact
		}
	}
	return -1
}

// part is the range of a column's cells in some rows.
func (c *counting) part(rows rowSpan, col int) string {
	return absolute(col, rows.from) + ":" + absolute(col, rows.to)
}
