package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// candidates lists who holds the capped grade, in the set's order of merit, with
// what each has by its criteria. Whom the order leaves side by side share one
// number; whose place is not known has none.
func (r *result) candidates(p *page, c *evaluate.CapFinding) {
	var criteria []string
	for _, m := range c.Cap.Merit {
		criteria = append(criteria, meritLabel(c.Rules, m))
	}
	p.band(candidatesTitle(r.capGroup(c), rangeText(c.Over), criteria))
	for n, row := range c.Candidates {
		at := c.Merit[n]
		var place any
		if at.Place > 0 {
			place = at.Place
		}
		s := r.subject(c.Kind, row)
		told := r.merit(c, row)
		if at.Shared {
			told = append(told, sharedPlaceText(c.Rules, at.Unknown))
		}
		if s.res.Decided != evaluate.NoRank {
			told = append(told, labelDecided)
		}
		if hint := r.suggestionOf(c.Kind, row); hint != "" {
			told = append(told, labelSuggestion+": "+hint)
		}
		p.candidate(place, s.fullName(), effectiveText(&s), strings.Join(told, "; "))
	}
}

// candidate draws one of them over the columns of the table: name, grade, what
// is told.
func (p *page) candidate(place any, name, grade, told string) {
	const gradeCol, toldCol = 4, 6
	last := len(p.widths)
	wide, number := look{frame: boxed, wrap: true, top: true}.padded(), look{frame: boxed, wrap: true, top: true, align: "center"}
	cells := []any{p.cell(place, number), p.cell(name, wide), p.cell(nil, wide), p.cell(grade, number), p.cell(nil, number), p.cell(told, wide)}
	for range last - toldCol {
		cells = append(cells, p.cell(nil, wide))
	}
	p.merge(capsGroupCol, p.row, gradeCol-1, p.row)
	p.merge(gradeCol, p.row, toldCol-1, p.row)
	p.merge(toldCol, p.row, last, p.row)
	p.write(heightFor(tableSize, 1, []string{name, grade, told},
		[]float64{p.span(capsGroupCol, gradeCol-1) - indentWidth, p.span(gradeCol, toldCol-1), p.span(toldCol, last) - indentWidth}), cells)
}

// merit is what a candidate has by each criterion, in their order.
func (r *result) merit(c *evaluate.CapFinding, row int) []string {
	pop, results := r.report.Of(c.Kind)
	var out []string
	for _, m := range c.Cap.Merit {
		value := labelNotKnown
		if x, ok := c.Rules.MeritOf(pop, row, &results[row], m); ok {
			value = evaluate.VietnameseNumber(x)
		}
		out = append(out, meritLabel(c.Rules, m)+": "+value)
	}
	return out
}

// suggest notes what the order of merit suggests to those over a ceiling. A clear
// suggestion goes before one that leaves a choice.
func (r *result) suggest() {
	r.suggestions = map[evaluate.Kind]map[int]string{}
	for i := range r.report.Caps {
		c := &r.report.Caps[i]
		of := r.suggestions[c.Kind]
		if of == nil {
			of = map[int]string{}
			r.suggestions[c.Kind] = of
		}
		for _, row := range c.Proposed {
			of[row] = labelNotChosen
			if c.Below != evaluate.NoRank {
				of[row] = short(c.Rules, c.Below)
			}
		}
	}
	for i := range r.report.Caps {
		c := &r.report.Caps[i]
		for _, row := range c.Tied {
			if of := r.suggestions[c.Kind]; of[row] == "" {
				of[row] = tiedText(c.Choose, len(c.Tied), c.TiedBy)
			}
		}
	}
}

// suggestionOf is empty for those nothing is suggested to, and for everybody
// unless suggestions were asked for.
func (r *result) suggestionOf(k evaluate.Kind, row int) string { return r.suggestions[k][row] }

// suggestionColumns is the column of suggestions, where they were asked for.
func (r *result) suggestionColumns(k evaluate.Kind) []listColumn {
	if r.suggestions == nil || !slices.ContainsFunc(r.report.Caps, func(c evaluate.CapFinding) bool { return c.Kind == k }) {
		return nil
	}
	c := shown(labelSuggestion, 14, func(s *subject) any { return text(r.suggestionOf(s.kind, s.row)) }).centered()
	c.look.italic = true
	return []listColumn{c}
}
