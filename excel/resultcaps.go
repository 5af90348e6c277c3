package excel

import (
	"github.com/xeploai/xeploai/evaluate"
)

// writeCaps draws the control of ceilings: both allowed numbers side by side,
// ranges while people are open, and the candidates where it is exceeded. Nobody
// is demoted by it.
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
	p := b.plainTable(sheetCaps, r.head(labelCapsTitle), []column{
		{heading: labelNumber, width: 5}, {heading: labelGroup, width: 34}, {heading: labelCapped, width: 16},
		{heading: labelRate, width: 9}, {heading: labelBase, width: 22}, {heading: labelBaseCount, width: 9},
		{heading: labelAsListed, width: 11}, {heading: labelAllowed, width: 13}, {heading: labelHave, width: 9},
		{heading: labelOver, width: 9}, {heading: labelOpen, width: 9}, {heading: labelBasis, width: 44},
	}, joinSentences(labelCapsNote, r.shortNames()))
	for n, c := range caps {
		p.values(n+1, r.capGroup(&c), c.Rules.Label(rankOf(c.Rules, c.Cap.Rung)), ratePercent(c.Rate), baseLabel(c.Rules, c.Cap),
			rangeCell(c.Base), rangeCell(c.AsListed), rangeCell(c.Allowed), rangeCell(c.Have), rangeCell(c.Over), c.Open,
			capBasis(&c))
	}
	for _, c := range caps {
		if c.Over.Max > 0 && len(c.Candidates) > 0 {
			r.candidates(p, &c)
		}
	}
	p.end()
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
	return itoa(r.Min) + "–" + itoa(r.Max)
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

// candidates lists who holds the capped grade, in the set's order of merit.
func (r *result) candidates(p *page, c *evaluate.CapFinding) {
	p.band(candidatesTitle(r.capGroup(c), rangeText(c.Over)))
	for n, row := range c.Candidates {
		s := r.subject(c.Kind, row)
		p.values(n+1, s.fullName(), effectiveText(&s), nil, labelTotalScore, totalPoints(&s))
	}
}

func rangeText(r evaluate.Range) string {
	if r.Exact() {
		return itoa(r.Min)
	}
	return itoa(r.Min) + "–" + itoa(r.Max)
}
