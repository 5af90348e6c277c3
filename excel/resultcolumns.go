package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// listColumns are all columns of the list of a kind, those that may be left out
// included.
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
	if remark := schema.ByRole(evaluate.RoleRemark); remark >= 0 { // no rule reads it, whoever decides does
		out = append(out, shown(labelSendersRemark, r.remarkWidth(k, remark), func(s *subject) any { return text(remarkText(s, remark)) }).sparing())
	}
	out = append(out, proposalColumns(schema)...)
	out = append(out, shown(labelComputed, 12, func(s *subject) any { return text(computedText(s)) }).centered().turning())
	reason, next := 42.0, 36.0
	if bound := shown(labelBound, r.boundWidth(k), func(s *subject) any { return text(r.boundText(s)) }); r.anyIn(k, bound) {
		out = append(out, bound)
	} else {
		reason, next = 46, 52 // its room spares the usual sentences a line
	}
	out = append(out,
		shown(labelReason, reason, func(s *subject) any { return text(r.reason(s)) }),
		shown(labelNext, next, func(s *subject) any { return text(r.report.NextGrade(s.kind, s.row)) }),
		shown(labelEffective, 13, func(s *subject) any { return text(joinLines(effectiveText(s), lacksText(r.lacksOf(s)))) }).strong(),
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
