package evaluate

import "slices"

// sheetCompiler resolves the facts of a sheet's lines and collects every mistake.
type sheetCompiler struct {
	sheet    *Sheet
	schema   *Schema
	ids      map[string]bool
	problems []Problem
}

// compileSheet resolves the lines and checks what printed sheets get wrong:
// lines that do not add up to their group, groups that do not add up to the
// whole, a single deduction greater than its cap, rows that are missing.
func compileSheet(spec *SheetSpec, schema *Schema) (*Sheet, []Problem) {
	c := &sheetCompiler{sheet: &Sheet{Spec: spec}, schema: schema, ids: map[string]bool{}}
	total := Num{}
	for i := range spec.Groups {
		g := &spec.Groups[i]
		c.group(g)
		if g.Role == PointsGroup || g.Role == BonusInside {
			total = total.Add(g.Max)
		}
	}
	if total.Cmp(spec.Max) != 0 {
		c.fail(problemSum(spec.At, spec.ID, total, spec.Max))
	}
	c.defects(spec.At, spec.ID, spec.Defects)
	c.references()
	c.scorers()
	c.order()
	c.sheet.maxima()
	return c.sheet, c.problems
}

func (c *sheetCompiler) fail(p Problem) { c.problems = append(c.problems, p) }

func (c *sheetCompiler) id(at Origin, id string) {
	if c.ids[id] {
		c.fail(problemRepeatedID(at, id))
	}
	c.ids[id] = true
}

func (c *sheetCompiler) group(g *SheetGroup) {
	from, start, sum, weighted := len(c.sheet.criteria), len(c.sheet.lines), Num{}, false
	c.id(g.At, g.ID)
	for i := range g.Criteria {
		cr := &g.Criteria[i]
		first, lines := len(c.sheet.lines), Num{}
		for j := range cr.Lines {
			c.line(g, cr, &cr.Lines[j])
			lines = lines.Add(cr.Lines[j].Max)
			weighted = weighted || cr.Lines[j].Weight != ""
		}
		if len(cr.Lines) > 1 || cr.Lines[0].ID != cr.ID {
			c.id(cr.At, cr.ID)
		}
		c.adds(cr.At, cr.ID, lines, cr.Max, cr.Clamp)
		sum = sum.Add(cr.Max)
		c.sheet.criteria = append(c.sheet.criteria, sheetPart{first, len(c.sheet.lines), cr.Max, cr.Clamp})
		c.noted(cr.ID, cr.Triggers, first)
	}
	c.noted(g.ID, g.Triggers, start)
	switch {
	case weighted && g.WeightsSum == nil:
		c.fail(problemWeights(g.At, g.ID, g.Max))
	case weighted && g.WeightsSum.Cmp(g.Max) != 0:
		c.fail(problemSum(g.At, g.ID, *g.WeightsSum, g.Max))
	case !weighted:
		c.adds(g.At, g.ID, sum, g.Max, g.Clamp)
	}
	c.sheet.groups = append(c.sheet.groups, sheetPart{from, len(c.sheet.criteria), g.Max, g.Clamp})
}

// noted resolves the fact that tells for what a part's lines lost points.
func (c *sheetCompiler) noted(id string, triggers []string, from int) {
	if len(triggers) == 0 {
		return
	}
	if i, ok := c.schema.Index(c.sheet.Spec.FactOf(id, noteSuffix)); ok {
		c.sheet.noted = append(c.sheet.noted, notedPart{id, from, len(c.sheet.lines), i})
		c.sheet.facts = append(c.sheet.facts, i)
	}
}

// adds demands that parts make their whole; where the sheet cuts what lies
// beyond, they may make more, never less.
func (c *sheetCompiler) adds(at Origin, id string, sum, want Num, clamp bool) {
	if n := sum.Cmp(want); n < 0 || n > 0 && !clamp {
		c.fail(problemSum(at, id, sum, want))
	}
}

func (c *sheetCompiler) line(g *SheetGroup, cr *SheetCriterion, l *SheetLine) {
	if len(cr.Lines) > 0 {
		c.id(l.At, l.ID)
	}
	out := sheetLine{spec: l, max: l.Max, round: l.Round, fact: -1, weight: -1, factor: -1, of: -1, count: -1}
	if out.round.Sign() == 0 {
		out.round = c.sheet.Spec.RoundLines
	}
	if l.Fact != "" {
		want := NumberFact
		switch l.Form {
		case TickLine, OptionsLine, ShareOfLine:
			want = ChoiceFact
		}
		out.fact = c.fact(l, &out, l.Fact, want)
	}
	out.measure, out.ranges = c.measure(l, &out, l.Measure, true), c.measure(l, &out, rangesMeasure(l), false)
	c.form(g, l, &out)
	c.full(l, &out)
	c.defects(l.At, l.ID, l.Defects)
	for _, id := range l.mentioned(c.sheet.Spec) {
		if i, ok := c.schema.Index(id); ok && !slices.Contains(c.sheet.facts, i) {
			c.sheet.facts = append(c.sheet.facts, i)
		}
		if i, ok := c.schema.Index(id); ok {
			out.all = append(out.all, i)
		}
	}
	c.sheet.lines = append(c.sheet.lines, out)
}

// fact resolves a fact that the line needs.
func (c *sheetCompiler) fact(l *SheetLine, out *sheetLine, id FactID, want FactType) int {
	i, ok := c.schema.Index(id)
	if !ok {
		c.fail(problemUnknownFact(l.At, id, c.schema))
		return -1
	}
	if c.schema.Facts[i].Type != want {
		c.fail(problemWrongType(l.At, string(id), phraseFactType(want)))
		return -1
	}
	if out != nil {
		out.needs = append(out.needs, i)
	}
	return i
}

func (c *sheetCompiler) measure(l *SheetLine, out *sheetLine, m *Measure, needed bool) *measure {
	if m == nil {
		return nil
	}
	if !needed {
		out = nil
	}
	x := &measure{spec: m, fact: -1, part: -1, whole: -1, minus: -1}
	switch {
	case m.Fact != "" && len(m.Levels) > 0:
		x.fact = c.fact(l, out, m.Fact, ChoiceFact)
	case m.Fact != "":
		x.fact = c.fact(l, out, m.Fact, NumberFact)
	default:
		x.part, x.whole = c.fact(l, out, m.Part, NumberFact), c.fact(l, out, m.Of, NumberFact)
	}
	if m.Minus != "" {
		x.minus = c.fact(l, out, m.Minus, NumberFact)
	}
	if m.PerPart && m.Part == "" || m.Over && (m.AtMost != nil || l.Form != ProductLine) {
		c.fail(problemMeasure(m.At, l.ID))
	}
	return x
}

// references finds texts that point to a row the sheet does not have.
func (c *sheetCompiler) references() {
	for i := range c.sheet.lines {
		for _, id := range c.sheet.lines[i].spec.SeeAlso {
			if !c.ids[id] {
				c.fail(problemNoLine(c.sheet.lines[i].spec.At, id, sortedKeys(c.ids)))
			}
		}
	}
}

func (c *sheetCompiler) scorers() {
	n := 0
	for _, s := range c.sheet.Spec.Scorers {
		if s.Decides {
			n++
		}
	}
	if len(c.sheet.Spec.Scorers) > 0 && n != 1 {
		c.fail(problemScorers(c.sheet.Spec.At))
	}
}

// order demands each stage once, the groups first.
func (c *sheetCompiler) order() {
	order := c.sheet.Spec.Order
	if len(order) == 0 {
		return
	}
	sorted := slices.Sorted(slices.Values(order))
	if order[0] != StageGroups || !slices.Equal(sorted, slices.Sorted(slices.Values(SheetStages()))) {
		c.fail(problemOrder(c.sheet.Spec.At))
	}
}

// part finds a group, criterion or line by its id.
func (s *Sheet) part(id string) (sheetRef, bool) {
	n, k := 0, 0
	for g := range s.Spec.Groups {
		group := &s.Spec.Groups[g]
		if group.ID == id {
			return sheetRef{level: groupLevel, index: g, max: group.Max}, true
		}
		for i := range group.Criteria {
			cr := &group.Criteria[i]
			if cr.ID == id {
				return sheetRef{level: criterionLevel, index: n, max: cr.Max}, true
			}
			n++
			for j := range cr.Lines {
				if cr.Lines[j].ID == id {
					return sheetRef{level: lineLevel, index: k, max: cr.Lines[j].Max}, true
				}
				k++
			}
		}
	}
	return sheetRef{}, false
}

// Has tells whether conditions may name the part on this sheet.
func (s *Sheet) Has(part string) bool {
	switch part {
	case PointsTotal, PointsEachLine, PointsEachCriterion:
		return true
	}
	_, ok := s.part(part)
	return ok
}
