package evaluate

import "slices"

// checkPoints compares every score line with the subject's own sheet.
func (rs *RuleSet) checkPoints(f *Frame, row, sheet int) []Problem {
	if sheet < 0 {
		return nil
	}
	own := rs.Sheets[sheet]
	var ps []Problem
	for i := range own.lines {
		ps = append(ps, own.lines[i].check(f, row, own.Spec)...)
	}
	ps = append(ps, own.checkWeights(f, row)...)
	ps = append(ps, own.checkNoted(f, row)...)
	told := slices.Clone(own.facts)
	for _, s := range rs.Sheets {
		for i := range s.lines {
			if l := &s.lines[i]; l.fact >= 0 && !f.Value(row, l.fact).IsBlank() && !slices.Contains(told, l.fact) {
				told = append(told, l.fact)
				ps = append(ps, problemForeignLine(f.Origin(row, l.fact), own.Spec.Title))
			}
		}
	}
	return ps
}

// check finds what one line cannot mean: points beyond its maximum or beyond
// what another fact allows, shares that make no whole, a deduction without its
// reason.
func (l *sheetLine) check(f *Frame, row int, s *SheetSpec) []Problem {
	var ps []Problem
	for _, fact := range l.pointFacts(s, f.Schema) {
		if v := f.Value(row, fact); !v.IsBlank() && (v.Number().Cmp(l.max) > 0 || v.Number().Sign() < 0) {
			ps = append(ps, problemTooManyPoints(f.Origin(row, fact), v.Number(), l.max))
		}
	}
	if l.measure != nil && l.spec.Form == PercentLine {
		if m, given := l.measure.of(f, row); given && m.high.Cmp(Int(100)) > 0 {
			ps = append(ps, problemOverWhole(f.Origin(row, l.measure.where()), m.high))
		}
	}
	if l.ranges != nil {
		ps = append(ps, l.checkRanges(f, row)...)
	}
	if l.spec.Form == ProductLine {
		for i := range l.parts {
			if m, given := l.parts[i].measure.of(f, row); given && l.parts[i].measure.tooMuch(m) {
				ps = append(ps, problemOverWhole(f.Origin(row, l.parts[i].measure.where()), m.high))
			}
		}
		ps = append(ps, l.checkShares(f, row)...)
		if l.weight >= 0 {
			if v := f.Known(row, l.weight); !v.IsBlank() && v.Number().Cmp(l.max) > 0 {
				ps = append(ps, problemTooMuchWeight(f.Origin(row, l.weight), v.Number(), l.max))
			}
		}
	}
	if l.spec.Reason {
		if i, ok := f.Schema.Index(s.FactOf(l.spec.ID, "reason")); ok && f.Text(row, i) == "" {
			if v := f.Known(row, l.fact); !v.IsBlank() && v.Type() == NumberFact && v.Number().Sign() != 0 {
				ps = append(ps, problemNoLineReason(f.Origin(row, l.fact), l.spec.ID))
			}
		}
	}
	return ps
}

// pointFacts are the columns of a line that hold points: one for each scorer.
func (l *sheetLine) pointFacts(s *SheetSpec, schema *Schema) []int {
	if l.spec.Form != PointsLine || l.fact < 0 {
		return nil
	}
	out := []int{l.fact}
	if !l.spec.Own {
		return out
	}
	for _, sc := range s.Scorers {
		if i, ok := schema.Index(s.FactOf(l.spec.ID, sc.ID)); ok && !sc.Decides {
			out = append(out, i)
		}
	}
	return out
}

func (l *sheetLine) maxima(s *SheetSpec, schema *Schema, out map[int]Num) {
	for _, fact := range l.pointFacts(s, schema) {
		if out[fact].Cmp(l.max) < 0 {
			out[fact] = l.max
		}
	}
}

// where is the fact at which a measure that cannot be is shown.
func (m *measure) where() int {
	if m.fact >= 0 {
		return m.fact
	}
	return m.part
}

func (l *sheetLine) checkRanges(f *Frame, row int) []Problem {
	v := f.Known(row, l.fact)
	m, given := l.ranges.of(f, row)
	if v.IsBlank() || !given || !m.known() {
		return nil
	}
	x := v.Number()
	for _, r := range l.spec.Ranges.Rows {
		if r.AtLeast != nil && m.low.Cmp(*r.AtLeast) < 0 {
			continue
		}
		inside := x.Cmp(r.From) >= 0
		most := r.Below
		if r.To != nil {
			inside, most = inside && x.Cmp(*r.To) <= 0, r.To
		} else {
			inside = inside && x.Cmp(*r.Below) < 0
		}
		if !inside {
			return []Problem{problemOutsideRange(f.Origin(row, l.fact), x, r.From, *most)}
		}
		return nil
	}
	return nil
}

// checkShares: individual shares that are all given must make a whole.
func (l *sheetLine) checkShares(f *Frame, row int) []Problem {
	var sum Num
	at := -1
	for i := range l.parts {
		p := &l.parts[i]
		if p.fact < 0 {
			sum = sum.Add(p.share)
			continue
		}
		v := f.Known(row, p.fact)
		if v.IsBlank() {
			return nil
		}
		sum, at = sum.Add(v.Number().Mul(hundredth())), p.fact
	}
	if at < 0 || sum.Cmp(Int(1)) == 0 {
		return nil
	}
	return []Problem{problemShareSum(f.Origin(row, at), sum.Mul(Int(100)))}
}

// checkNoted: where something was noted for which points come off, some line of
// the part has less than its maximum.
func (s *Sheet) checkNoted(f *Frame, row int) []Problem {
	var ps []Problem
	var x *scoring
	for _, part := range s.noted {
		if f.Text(row, part.fact) == "" {
			continue
		}
		if x == nil {
			x = s.score(f, row)
		}
		full := true
		for i := part.from; i < part.to; i++ {
			full = full && x.lines[i].low.Cmp(s.lines[i].max) == 0
		}
		if full {
			ps = append(ps, problemNotedNotTaken(f.Origin(row, part.fact), part.id))
		}
	}
	return ps
}
