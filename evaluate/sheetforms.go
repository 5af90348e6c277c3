package evaluate

import "slices"

// form checks what is special to each form and resolves the rest of its facts.
func (c *sheetCompiler) form(g *SheetGroup, l *SheetLine, out *sheetLine) {
	if l.Max.Sign() <= 0 {
		c.fail(problemNoPoints(l.At, l.ID))
	}
	switch l.Form {
	case OptionsLine:
		c.options(l)
		c.covers(l)
	case EachLine, LoseLine:
		if l.Points.Sign() <= 0 || l.Points.Cmp(l.Max) > 0 {
			c.fail(problemEach(l.At, l.ID, l.Points, l.Max))
		}
	case TableLine:
		c.table(l)
	case ProductLine:
		c.product(g, l, out)
	case MeanLine:
		for _, id := range l.Mean {
			out.mean = append(out.mean, c.fact(l, out, id, NumberFact))
		}
		if l.Count != "" {
			out.count = c.fact(l, out, l.Count, NumberFact)
		}
	case ShareOfLine:
		out.of = slices.IndexFunc(c.sheet.lines, func(o sheetLine) bool { return o.spec.ID == l.Of })
		if out.of < 0 {
			c.fail(problemNoLine(l.At, l.Of, sortedKeys(c.ids)))
			out.of = 0
		} else if most := c.sheet.lines[out.of].max.Mul(l.Share); most.Cmp(l.Max) != 0 {
			c.fail(problemSum(l.At, l.ID, most, l.Max))
		}
	}
	c.ranges(l)
	// With a note, whoever typed the line knows and tells the readers.
	if l.Printed != nil && l.Printed.Cmp(l.Max) != 0 && l.Note == "" {
		c.fail(problemPrinted(l.At, l.ID, *l.Printed, l.Max))
	}
}

// full resolves who gets all points unasked.
func (c *sheetCompiler) full(l *SheetLine, out *sheetLine) {
	w := l.FullWhen
	if w == nil {
		return
	}
	i := c.fact(l, out, w.Fact, ChoiceFact)
	if i < 0 {
		return
	}
	out.full = &fullWhen{fact: i}
	for _, code := range w.Codes {
		k, ok := c.schema.Facts[i].CodeIndex(code)
		if !ok {
			c.fail(problemUnknownCode(w.At, string(w.Fact), code, c.schema.Facts[i].codes()))
		}
		out.full.codes = append(out.full.codes, k)
	}
}

func (c *sheetCompiler) options(l *SheetLine) {
	best := Num{}
	var codes []string
	for _, o := range l.Options {
		best = atLeast(best, o.Points)
		if slices.Contains(codes, o.Code) {
			c.fail(problemRepeatedID(l.At, o.Code))
		}
		codes = append(codes, o.Code)
		if o.Points.Sign() < 0 {
			c.fail(problemNoPoints(l.At, l.ID))
		}
	}
	if best.Cmp(l.Max) != 0 {
		c.fail(problemSum(l.At, l.ID, best, l.Max))
	}
}

// table demands rows from the greatest number down, the last open, and one that
// gives all points.
func (c *sheetCompiler) table(l *SheetLine) {
	best := Num{}
	for i, r := range l.Rows {
		best = atLeast(best, r.Points)
		last := i == len(l.Rows)-1
		if last != (r.AtLeast == nil) || !last && i > 0 && l.Rows[i-1].AtLeast != nil && r.AtLeast.Cmp(*l.Rows[i-1].AtLeast) >= 0 {
			c.fail(problemRows(r.At, l.ID))
		}
	}
	if best.Cmp(l.Max) != 0 {
		c.fail(problemSum(l.At, l.ID, best, l.Max))
	}
}

func (c *sheetCompiler) ranges(l *SheetLine) {
	if l.Ranges == nil {
		return
	}
	rows := l.Ranges.Rows
	for i, r := range rows {
		last := i == len(rows)-1
		if last != (r.AtLeast == nil) || (r.To == nil) == (r.Below == nil) ||
			!last && i > 0 && rows[i-1].AtLeast != nil && r.AtLeast.Cmp(*rows[i-1].AtLeast) >= 0 {
			c.fail(problemRows(r.At, l.ID))
		}
	}
}

func (c *sheetCompiler) product(g *SheetGroup, l *SheetLine, out *sheetLine) {
	if l.Weight != "" {
		out.weight = c.fact(l, out, l.Weight, NumberFact)
		if g.WeightsSum != nil && l.Max.Cmp(*g.WeightsSum) > 0 {
			c.fail(problemSum(l.At, l.ID, l.Max, *g.WeightsSum))
		}
	}
	if l.Factor != "" {
		out.factor = c.fact(l, out, l.Factor, NumberFact)
	}
	sum, individual := Num{}, false
	for i := range l.Parts {
		p := &l.Parts[i]
		part := linePart{share: p.Share, fact: -1, measure: *c.measure(l, out, &p.Measure, true)}
		if p.ShareFact != "" {
			part.fact, individual = c.fact(l, out, p.ShareFact, NumberFact), true
		}
		sum = sum.Add(p.Share)
		out.parts = append(out.parts, part)
	}
	if !individual && sum.Cmp(Int(1)) != 0 {
		c.fail(problemShares(l.At, l.ID, sum))
	}
}
