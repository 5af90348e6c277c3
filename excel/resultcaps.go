package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Rows of the headings of the control of ceilings.
const (
	capsGroupRow = plainHeadRow
	capsHeadRow  = plainHeadRow + 1
)

// writeCaps draws the control of ceilings: every reading side by side with the
// one in force marked, ranges while people are open, and the candidates where it
// is exceeded. Nobody is demoted by it.
func (b *book) writeCaps(r *result) {
	var caps []evaluate.CapFinding
	for _, c := range r.report.Caps {
		if r.covers(c.Org) {
			caps = append(caps, c)
		}
	}
	if len(caps) == 0 {
		return
	}
	bases := capBases(caps)
	cols := capColumns(bases)
	head := r.head(labelCapsTitle)
	p := b.sheet(sheetCaps, layout{widths: widthsOf(cols), grid: true, protect: true, frozenRows: capsHeadRow, frozenCols: capsGroupCol,
		repeatFrom: capsGroupRow, repeatTo: capsHeadRow, standing: head.standing, footer: head.foot(sheetCaps)})
	p.titleBlock(head, joinSentences(labelCapsNote, r.shortNames()))
	p.row = capsGroupRow
	p.capHeadings(cols)
	for n := range caps {
		p.capRow(n+1, r.capGroup(&caps[n]), &caps[n], bases)
	}
	var told []string
	for n := range caps {
		if ground := capGround(&caps[n]); !slices.Contains(told, ground) {
			told = append(told, ground)
			p.line(ground, 1, p.layout.noteEnd(), look{italic: true, color: quietColor, align: "left", top: true})
		}
	}
	for n := range caps {
		if c := &caps[n]; c.Over.Max > 0 && len(c.Candidates) > 0 {
			r.candidates(p, c)
		}
	}
	p.end()
}

// capsGroupCol is the column with the name of the group.
const capsGroupCol = 2

// capBases lists the readings that some finding has.
func capBases(caps []evaluate.CapFinding) []evaluate.CapBase {
	return slices.DeleteFunc(evaluate.CapBases(), func(of evaluate.CapBase) bool {
		return !slices.ContainsFunc(caps, func(c evaluate.CapFinding) bool { return c.Reading(of) != nil })
	})
}

func capColumns(bases []evaluate.CapBase) []column {
	cols := []column{
		{heading: labelNumber, width: 5}, {heading: labelGroup, width: 28}, {heading: labelCapped, width: 11}, {heading: labelRate, width: 7.5},
		{heading: labelBase, width: 15}, {heading: labelHave, width: 6.5}, {heading: labelOpen, width: 6.5},
	}
	for _, of := range bases {
		for _, figure := range capFigures(of) {
			cols = append(cols, column{group: readingLabel(of), heading: figure, width: 8.5})
		}
	}
	return append(cols, column{heading: labelRemark, width: 36}, column{heading: labelBasis, width: 36})
}

// capFigures are the headings of one reading. Where lowering somebody leaves the
// base as it is there is one allowed number.
func capFigures(of evaluate.CapBase) []string {
	if of == evaluate.GoodOnly {
		return []string{labelBaseCount, labelAsListed, labelLowered, labelOver}
	}
	return []string{labelBaseCount, labelAllowed, labelOver}
}

// capHeadings draws the two rows of headings.
func (p *page) capHeadings(cols []column) {
	head := look{frame: boxed, bold: true, align: "center", wrap: true, fill: headFill}
	groups, heads := make([]any, len(cols)), make([]any, len(cols))
	for i, c := range cols {
		open := head
		if c.group == "" {
			open.frame = boxedOpenAbove
			groups[i] = p.cell(nil, look{frame: boxedOpenBelow, fill: headFill})
		} else {
			groups[i] = p.cell(nil, head)
		}
		heads[i] = p.cell(c.heading, open)
	}
	p.groupHeadings(cols, groups)
	groupHeight, headHeight := headingHeights(cols)
	p.keep()
	p.write(groupHeight, groups)
	p.keep()
	p.write(headHeight, heads)
}

// capRow draws one group.
func (p *page) capRow(n int, group string, c *evaluate.CapFinding, bases []evaluate.CapBase) {
	wide, number := look{frame: boxed, wrap: true, top: true}.padded(), look{frame: boxed, wrap: true, top: true, align: "center"}
	marked := number
	marked.bold, marked.fill = true, totalFill
	cells := []any{p.cell(n, number), p.cell(group, wide), p.cell(short(c.Rules, c.Rung), number), p.cell(ratePercent(c.Rate), number),
		p.cell(baseLabel(c), wide), p.cell(rangeCell(c.Have), number), p.cell(c.Open, number)}
	for _, of := range bases {
		r, dress := c.Reading(of), number
		if r == nil {
			for range capFigures(of) {
				cells = append(cells, p.cell(nil, number))
			}
			continue
		}
		if r.InForce {
			dress = marked
		}
		cells = append(cells, p.cell(rangeCell(r.Base), dress))
		if of == evaluate.GoodOnly {
			cells = append(cells, p.cell(rangeCell(r.AsListed), dress))
		}
		cells = append(cells, p.cell(rangeCell(r.Allowed), dress), p.cell(rangeCell(r.Over), dress))
	}
	p.fit(append(cells, p.cell(capRemarks(c), wide), p.cell(capBasis(c), wide)))
}

func rankOf(rs *evaluate.RuleSet, rung string) evaluate.Rank {
	r, ok := rs.Scale().Rank(rung)
	if !ok {
		return evaluate.NoRank
	}
	return r
}

func (r *result) capGroup(c *evaluate.CapFinding) string {
	name := r.spec.OrgName
	if c.Org >= 0 {
		name = r.report.Inputs.Tree.Orgs[c.Org].Name
	}
	return joinDots(kindLabel(c.Kind), name, c.Group)
}

// ratePercent is a rate as people read it: 20%, 22,5%.
func ratePercent(x evaluate.Num) string {
	return evaluate.VietnameseNumber(x.Mul(evaluate.Int(100))) + "%"
}

// rangeCell is a count, or "from–to" while it may still move.
func rangeCell(r evaluate.Range) any {
	if r.Exact() {
		return r.Min
	}
	return rangeText(r)
}

func rangeText(r evaluate.Range) string {
	if r.Exact() {
		return itoa(r.Min)
	}
	return itoa(r.Min) + "–" + itoa(r.Max)
}

// capGround says how the groups of a ceiling are formed, and what of it is a reading.
func capGround(c *evaluate.CapFinding) string {
	within := labelWithinBase
	if c.Cap.Within == "campaign" {
		within = labelWithinCampaign
	}
	var by []string
	for n, id := range []evaluate.FactID{c.Cap.By, c.Cap.DefaultBy} {
		if i, known := c.Rules.Schema().Index(id); known {
			by = append(by, capGroupedBy(c.Rules.Schema().Facts[i].Heading, n > 0))
		}
	}
	standing := ""
	if c.Cap.Standing != evaluate.Quoted {
		standing = evaluate.PhraseStanding(c.Cap.Standing)
	}
	return capGroundText(c.Cap.ID, kindLabel(c.Kind), within, by, baseLabel(c), strings.TrimRight(c.Cap.Note, ". "), standing)
}

func capBasis(c *evaluate.CapFinding) string {
	rule := evaluate.RuleSpec{Text: c.Cap.Text, Cite: c.Cap.Cite, Standing: c.Cap.Standing}
	text := citedText(&rule)
	if c.Uplifted && c.Cap.Uplift != nil {
		u := evaluate.RuleSpec{Text: c.Cap.Uplift.Text, Cite: c.Cap.Uplift.Cite, Standing: c.Cap.Uplift.Standing}
		text += "; " + citedText(&u)
	}
	return text
}
