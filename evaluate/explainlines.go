package evaluate

// LineStep is one line of the subject's score sheet with the points it gave,
// both ends equal once they are known, and the cells they rest on.
type LineStep struct {
	Group     *SheetGroup
	Line      *SheetLine
	Low, High Num
	Seen      []Observation
}

// Shown is the line's points as people read them: 3/5, or 0–5/5 while open.
func (l *LineStep) Shown() string { return phrasePoints(span{l.Low, l.High}, l.Line.Max) }

// lineSteps scores the sheet once more, line by line, by the same code that
// gave the total.
func (rs *RuleSet) lineSteps(f *Frame, row, sheet int, k Kind) []LineStep {
	if sheet < 0 || sheet >= len(rs.Sheets) {
		return nil
	}
	s := rs.Sheets[sheet]
	x := s.score(f, row)
	var out []LineStep
	n := 0
	for g := range s.Spec.Groups {
		group := &s.Spec.Groups[g]
		for line := range group.AllLines() {
			step := LineStep{Group: group, Line: line, Low: x.lines[n].low, High: x.lines[n].high}
			for _, fact := range s.lines[n].all {
				v := f.Known(row, fact)
				if given := f.Value(row, fact); !v.IsBlank() {
					def := &f.Schema.Facts[fact]
					step.Seen = append(step.Seen, Observation{Fact: def.ID, Heading: def.FullHeading(), Shown: f.Show(fact, v), Data: f.Data(fact, v),
						Assumed: given.IsBlank(), At: f.Origin(row, fact), Supplier: def.Supplier, Kind: k})
				}
			}
			out = append(out, step)
			n++
		}
	}
	return out
}
