package evaluate

// Sheet is a checked score sheet. It is built through NewRuleSet.
type Sheet struct {
	Spec  *SheetSpec
	lines []sheetLine // in written order
}

type sheetLine struct {
	fact  int
	group int
	max   Num
}

// Score adds up the points of one row in the sheet's order: lines, groups,
// total. A blank line leaves a range from nothing to its maximum; points beyond
// a maximum are a problem of CheckRow and count as unknown here, never clamped.
func (s *Sheet) Score(f *Frame, row int) Scored {
	var out Scored
	out.Groups = make([]Num, len(s.Spec.Groups))
	for _, l := range s.lines {
		v := f.Known(row, l.fact)
		if v.IsBlank() || v.Number().Sign() < 0 || v.Number().Cmp(l.max) > 0 {
			out.High = out.High.Add(l.max)
			continue
		}
		out.Given = true
		x := v.Number()
		out.Low, out.High = out.Low.Add(x), out.High.Add(x)
		out.Groups[l.group] = out.Groups[l.group].Add(x)
	}
	if s.Spec.Round.Sign() > 0 {
		out.Low, out.High = out.Low.Round(s.Spec.Round), out.High.Round(s.Spec.Round)
	}
	return out
}

// SheetOf returns the score sheet that the subject of a row takes, nil when it
// takes none or its profile is still open.
func (rs *RuleSet) SheetOf(f *Frame, row int) *Sheet {
	w := Walk{Verdicts: make([]Verdict, len(rs.Rules))}
	rs.decideProfile(&context{frame: f, row: row}, &w)
	if i := rs.profileSheet(w.Profile); i >= 0 {
		return rs.Sheets[i]
	}
	return nil
}

// Blank lists the fact positions of lines not filled in.
func (s *Sheet) Blank(f *Frame, row int) []int {
	var out []int
	for _, l := range s.lines {
		if f.Known(row, l.fact).IsBlank() {
			out = append(out, l.fact)
		}
	}
	return out
}

// Facts lists the positions of the sheet's lines in written order.
func (s *Sheet) Facts() []int {
	out := make([]int, len(s.lines))
	for i, l := range s.lines {
		out[i] = l.fact
	}
	return out
}

// compileSheet resolves the lines and checks that lines add up to their group
// and groups to the whole.
func compileSheet(spec *SheetSpec, schema *Schema) (*Sheet, []Problem) {
	s := &Sheet{Spec: spec}
	var ps []Problem
	var total Num
	for g, group := range spec.Groups {
		var sum Num
		for _, l := range group.Lines {
			i, ok := schema.Index(l.Fact)
			if !ok {
				ps = append(ps, problemUnknownFact(l.At, string(l.Fact)))
				continue
			}
			if schema.Facts[i].Type != NumberFact {
				ps = append(ps, problemWrongType(l.At, string(l.Fact), "số điểm"))
				continue
			}
			s.lines = append(s.lines, sheetLine{i, g, l.Max})
			sum = sum.Add(l.Max)
		}
		if sum.Cmp(group.Max) != 0 {
			ps = append(ps, problemSum(group.At, group.ID, sum, group.Max))
		}
		total = total.Add(group.Max)
	}
	if total.Cmp(spec.Max) != 0 {
		ps = append(ps, problemSum(spec.At, spec.ID, total, spec.Max))
	}
	return s, ps
}
