package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// listColumn is a column of a result list with what it shows of a subject.
type listColumn struct {
	column
	show  func(s *subject) any
	turns bool // begins the second page: what is known before, what follows from it after
	fills bool // takes the room that its page leaves
	spare bool // left out where it would be empty for everybody
	leads bool // first columns, which stand on both pages
}

// writeList draws the list of one kind. Its layout is that of a template, stamp
// row included, so that it can be read back with the decisions filled in.
func (b *book) writeList(r *result, k evaluate.Kind) {
	rows := r.rows[k]
	list := r.usedColumns(k, r.listColumns(k))
	lead := 0 // columns that stand on both pages
	for lead < len(list) && list[lead].leads {
		lead++
	}
	cols := make([]column, len(list))
	for i, c := range list {
		c.look = c.look.padded()
		cols[i] = c.column
	}
	last := dataRow + len(rows) - 1
	turn := slices.IndexFunc(list, func(c listColumn) bool { return c.turns })
	breaks := []int{1 + turn}
	if fill := slices.IndexFunc(list, func(c listColumn) bool { return c.fills }); fill >= 0 {
		cols[fill].width = min(max(factsWidth, printWidth(cols[:lead])+printWidth(cols[turn:])-printWidth(cols[:turn])+factsWidth), widestFacts)
	}
	head := r.head(kindTitle(k))
	p := b.sheet(kindSheet(k), layout{
		widths: widthsOf(cols), hiddenCols: hiddenOf(cols), protect: true, grid: true,
		frozenRows: headingRow, frozenCols: lead, repeatFrom: groupRow, repeatTo: headingRow, repeatCols: lead,
		breaks: breaks, scale: scaleFor(cols, breaks, lead),
		filter: spanName(1, headingRow, len(cols), max(last, headingRow)),
		checks: b.validations(cols, dataRow, last), standing: head.standing, footer: head.foot(kindSheet(k)),
	})
	p.titleBlock(head, r.legend(k))
	p.headings(cols)
	plain, marked := make([]int, len(cols)), make([]int, len(cols))
	for i, c := range cols {
		plain[i] = p.style(c.look)
		if !c.look.unlocked {
			c.look.fill = waitFill
		}
		marked[i] = p.style(c.look)
	}
	cells := make([]any, len(cols))
	for n, row := range rows {
		s := r.subject(k, row)
		dress := plain
		if waits(s.res) || len(lacksOf(&s)) > 0 {
			dress = marked
		}
		cells[0] = styled(n+1, dress[0])
		for i := 1; i < len(list); i++ {
			cells[i] = styled(list[i].show(&s), dress[i])
		}
		p.fitRoom(cells)
	}
	p.end()
}

// usedColumns leaves out what nobody has anything in, where that tells nothing and
// nothing can be written there.
func (r *result) usedColumns(k evaluate.Kind, list []listColumn) []listColumn {
	return slices.DeleteFunc(list, func(c listColumn) bool { return c.spare && !r.anyIn(k, c) })
}

// anyIn tells whether a column shows something of anybody.
func (r *result) anyIn(k evaluate.Kind, c listColumn) bool {
	return slices.ContainsFunc(r.rows[k], func(row int) bool {
		s := r.subject(k, row)
		return c.show(&s) != nil
	})
}

// legend spells out the short grade names used in the list.
func (r *result) legend(k evaluate.Kind) string {
	s := r.subject(k, r.rows[k][0])
	note := ""
	if len(r.suggestionColumns(k)) > 0 {
		note = labelSuggestionNote
	}
	return joinSentences(labelAllowedNote, note, spelledOut(s.res.Rules))
}

// shortNames spells out the short grade names of every set used.
func (r *result) shortNames() string {
	var out []string
	for _, rs := range r.ruleSets() {
		if s := spelledOut(rs); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return joinSentences(out...)
}

// spelledOut explains the short grade names of a set.
func spelledOut(rs *evaluate.RuleSet) string {
	var out []string
	for _, rung := range rs.Scale() {
		if rung.Short != "" {
			out = append(out, rung.Short+": "+rung.Label)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, "; ") + "."
}

// joinSentences joins sentences that have their own full stops.
func joinSentences(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

func (r *result) listColumns(k evaluate.Kind) []listColumn {
	first := r.subject(k, r.rows[k][0])
	schema, rs := first.frame.Schema, first.res.Rules
	used := map[int]bool{schema.ByRole(evaluate.RoleName): true}
	out := []listColumn{{column: numberColumnOf(k), leads: true}}
	out = append(out, factShown(schema, schema.ByRole(evaluate.RoleName), 24).leading())
	titles, places := postFacts(schema)
	show := func(facts []int, width float64, dress func(listColumn) listColumn) {
		for _, i := range facts {
			if i >= 0 && r.given(k, i) {
				used[i] = true
				out = append(out, dress(factShown(schema, i, width)))
			}
		}
	}
	same := func(c listColumn) listColumn { return c }
	show(titles, 20, listColumn.leading) // who holds two posts is decided on twice
	show([]int{schema.ByRole(evaluate.RoleBirth)}, 11.5, same)
	show(places, r.codesWidth(k, places), same)
	if k == evaluate.Organization {
		out = append(out, shown(labelLevel, 16, func(s *subject) any { return text(r.level(s)) }))
	} else {
		out = append(out, shown(labelBranch, 20, func(s *subject) any { return text(s.org) }))
	}
	out = append(out, r.factColumns(rs)...)
	out = append(out, proposalColumns(schema)...)
	out = append(out, shown(labelComputed, 12, func(s *subject) any { return text(computedText(s)) }).centered().turning())
	reason, next := 42.0, 36.0
	if bound := shown(labelBound, 20, func(s *subject) any { return text(r.boundText(s)) }); r.anyIn(k, bound) {
		out = append(out, bound)
	} else {
		reason, next = 46, 52 // its room spares the usual sentences a line
	}
	out = append(out,
		shown(labelReason, reason, func(s *subject) any { return text(r.reason(s)) }),
		shown(labelNext, next, func(s *subject) any { return text(r.report.NextGrade(s.kind, s.row)) }),
		shown(labelEffective, 13, func(s *subject) any { return text(joinLines(effectiveText(s), lacksText(lacksOf(s)))) }).strong(),
	)
	out = append(out, r.suggestionColumns(k)...)
	for i := range schema.Facts {
		if schema.Facts[i].Supplier == evaluate.SupplyAuthority {
			used[i] = true
			out = append(out, decisionColumn(schema, i))
		}
	}
	out = append(out, shown(labelLookUp, lookUpWidth, func(s *subject) any { return text(s.of.ID) }).centered())
	for i := range schema.Facts {
		if (schema.Facts[i].Identity || schema.Facts[i].Lasting && r.given(k, i)) && !used[i] {
			c := factShown(schema, i, 14)
			c.hidden = true
			out = append(out, c)
		}
	}
	return out
}

// codesWidth holds the codes of the places of a post on one line each.
func (r *result) codesWidth(k evaluate.Kind, facts []int) float64 {
	pop, _ := r.report.Of(k)
	width := 11.0
	for _, i := range facts {
		for _, row := range r.rows[k] {
			width = max(width, (textWidth(pop.Frame.Text(row, i))+1)/roomPerUnit+indentWidth)
		}
	}
	return min(width, widestCode)
}

// widestCode is where a list of codes wraps all the same.
const widestCode = 20.0

// given tells whether anybody of the kind has the fact.
func (r *result) given(k evaluate.Kind, fact int) bool {
	pop, _ := r.report.Of(k)
	return slices.ContainsFunc(r.rows[k], func(row int) bool { return !pop.Frame.Value(row, fact).IsBlank() })
}

// postFacts are the facts that tell apart the posts of one person, who is rated
// in each: the title, and where it is held.
func postFacts(s *evaluate.Schema) (titles, places []int) {
	for i := range s.Facts {
		switch f := &s.Facts[i]; {
		case !f.Identity || f.Role != "" || f.Supplier == evaluate.SupplyTree:
		case f.LeadsTo == "":
			titles = append(titles, i)
		default:
			places = append(places, i)
		}
	}
	return titles, places
}

// lookUpWidth holds the short id by which a subject is asked about, on one line.
const lookUpWidth = 13.0

// factColumns are the facts in short: the score sheet applied, points by group
// and in all, tasks and whatever else was stated.
func (r *result) factColumns(rs *evaluate.RuleSet) []listColumn {
	var out []listColumn
	if len(rs.Spec.Profiles) > 1 {
		out = append(out, shown(labelProfile, 31, func(s *subject) any { return text(profileText(s)) }))
	}
	if len(rs.Sheets) > 0 {
		for _, group := range sheetGroups(rs) {
			c := shown(group, 7, func(s *subject) any { return groupPoints(s, group) }).centered()
			c.group = labelPoints
			out = append(out, c)
		}
		c := shown(labelTotal, 8, func(s *subject) any { return totalPoints(s) }).centered()
		c.group = labelPoints
		out = append(out, c)
	}
	facts := shortFacts(rs)
	told := shown(labelFacts, factsWidth, func(s *subject) any { return text(factsText(s, facts)) })
	told.fills = true
	return append(out, told.sparing())
}

// The facts in short get at least factsWidth, and the room that the first page
// leaves up to widestFacts.
const (
	factsWidth  = 52.0
	widestFacts = 120.0
)

func proposalColumns(schema *evaluate.Schema) []listColumn {
	var out []listColumn
	for _, i := range schema.Proposals() {
		c := shown(schema.Facts[i].Heading, 10, func(s *subject) any {
			return text(gradeText(s, i))
		}).centered().sparing()
		c.group = labelProposals
		out = append(out, c)
	}
	return out
}

// decisionColumn is a fact that those who decide write into the list.
func decisionColumn(schema *evaluate.Schema, i int) listColumn {
	c := factColumn(&schema.Facts[i], nil)
	c.group, c.width, c.look.fill = labelDecision, min(c.width, 16), inputFill
	return listColumn{column: c, show: func(s *subject) any { return factCell(s.frame, s.row, i) }}
}

// factShown is a fact under its stamp, closed to changes.
func factShown(schema *evaluate.Schema, i int, width float64) listColumn {
	c := factColumn(&schema.Facts[i], nil).lock()
	c.heading, c.look.fill, c.width, c.group = schema.Facts[i].Heading, "", width, ""
	return listColumn{column: c, show: func(s *subject) any { return factCell(s.frame, s.row, i) }}
}

func shown(heading string, width float64, show func(s *subject) any) listColumn {
	return listColumn{column: column{heading: heading, width: width, locked: true, look: look{frame: boxed, wrap: true}}, show: show}
}

func (c listColumn) centered() listColumn { c.look.align = "center"; return c }
func (c listColumn) leading() listColumn  { c.leads = true; return c }
func (c listColumn) sparing() listColumn  { c.spare = true; return c }
func (c listColumn) turning() listColumn  { c.turns = true; return c }
func (c listColumn) strong() listColumn   { c.look.align, c.look.bold = "center", true; return c }

// text is a text cell, nil when there is nothing to say.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// writeData draws the very hidden sheet of codes: one row a subject, from which
// forms and later consolidation are computed.
func (b *book) writeData(rows []evaluate.DataRow) {
	p := b.sheet(sheetData, layout{show: veryHidden, protect: true, grid: true})
	heads := dataFields()
	cells := make([]any, len(heads))
	for i, h := range heads {
		cells[i] = h
	}
	p.write(0, cells)
	for _, d := range rows {
		p.write(0, dataCells(&d))
	}
	p.end()
}

// dataFields are the headings of the data sheet, the names of JSON where it has
// them. They are a contract with later consolidation: added to, never changed.
func dataFields() []string {
	return []string{"kind", "id", "person", "org", "base", "org_type", "level", "outcome", "class", "because",
		"grade", "rung", "computed", "proposed", "decided", "rule_set"}
}

func dataCells(d *evaluate.DataRow) []any {
	values := []string{string(d.Kind), d.ID, d.Person, d.Org, d.Base, d.OrgType, string(d.Level), d.Outcome.String(),
		string(d.Class), d.Because, string(d.Grade), d.Rung, d.Computed, d.Proposed, d.Decided, d.RuleSet}
	cells := make([]any, len(values))
	for i, v := range values {
		cells[i] = text(v)
	}
	return cells
}
