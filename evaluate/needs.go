package evaluate

// Need says that a fact given as When, or given at all where When is empty, is
// said of something that another fact names. Where that one is blank, or as good
// as blank, it was probably forgotten. Facts of different workbooks are not
// compared: each is blank in the other's. Where that one is given as Denied, the
// two contradict each other: votes were counted, and none was held. Where its blank
// means Denied, the blank is no such statement beside this fact: it is unknown.
type Need struct {
	Fact   FactID
	When   string
	Denied string
	At     Origin
}

// checkNeed finds a need that names what is not declared.
func checkNeed(s *Schema, f *FactDef) []Problem {
	if _, ok := s.index[f.Needs.Fact]; !ok {
		return []Problem{problemUnknownFact(f.Needs.At, f.Needs.Fact, s)}
	}
	if _, ok := f.CodeIndex(f.Needs.When); f.Needs.When != "" && !ok {
		return []Problem{problemUnknownCode(f.Needs.At, string(f.ID), f.Needs.When, f.codes())}
	}
	needed := &s.Facts[s.index[f.Needs.Fact]]
	if _, ok := needed.CodeIndex(f.Needs.Denied); f.Needs.Denied != "" && !ok {
		return []Problem{problemUnknownCode(f.Needs.At, string(needed.ID), f.Needs.Denied, needed.codes())}
	}
	return nil
}

// forgotten finds facts that are said of something nobody named, and warns, or of
// something that is denied in so many words.
func forgotten(f *Frame, row int) []Problem {
	var ps []Problem
	s := f.Schema
	for _, i := range s.needs {
		def := &s.Facts[i]
		v := f.Value(row, i)
		needed := s.index[def.Needs.Fact]
		if v.IsBlank() || s.Facts[needed].Supplier != def.Supplier {
			continue
		}
		if k, ok := def.CodeIndex(def.Needs.When); ok && (v.Type() != ChoiceFact || v.Choice() != k) {
			continue
		}
		named := f.Value(row, needed)
		if k, ok := s.Facts[needed].CodeIndex(def.Needs.Denied); ok && named.Type() == ChoiceFact && named.Choice() == k && !isZero(v) {
			ps = append(ps, problemDenied(f.Origin(row, i), f.Origin(row, needed), def.FullHeading(), s.Facts[needed].FullHeading(), s.Facts[needed].Choices[k].Label))
			continue
		}
		if def.Needs.Denied == "" && (named.IsBlank() || named == f.blanks[needed]) || named.IsBlank() && f.denies(row, needed) {
			ps = append(ps, problemForgotten(f.Origin(row, i), f.Origin(row, needed), def.FullHeading(), s.Facts[needed].FullHeading()))
		}
	}
	return ps
}

// isZero tells whether a number says that there was nothing.
func isZero(v Value) bool { return v.Type() == NumberFact && v.Number().Sign() == 0 }

// prepareDenied looks up, for every fact whose blank means something, what would
// contradict that meaning.
func (s *Schema) prepareDenied() {
	for _, i := range s.needs {
		n := s.Facts[i].Needs
		if at := s.index[n.Fact]; n.Denied != "" && s.Facts[at].Blank == n.Denied {
			if s.denied == nil {
				s.denied = make([][]int, len(s.Facts))
			}
			s.denied[at] = append(s.denied[at], i)
		}
	}
}

// isNothing tells whether a value is nought of what the row denies, or of what is
// nought of that: no votes where no vote was held. It is no contradiction, and gives
// nothing either.
func (f *Frame) isNothing(row, fact int, v Value) bool {
	// Facts that need each other say nothing of a denial; as many steps as facts are enough.
	for range f.Schema.Facts {
		n := f.Schema.Facts[fact].Needs
		if n == nil || !v.IsBlank() && !isZero(v) {
			return false
		}
		fact = f.Schema.index[n.Fact]
		v = f.Value(row, fact)
		if n.Denied != "" {
			k, ok := f.Schema.Facts[fact].CodeIndex(n.Denied)
			return ok && v.Type() == ChoiceFact && v.Choice() == k
		}
	}
	return false
}

// denies tells whether a fact given on the row contradicts what a blank of another
// is declared to mean: months of leave were taken, so an empty kind of leave does
// not say that there was none.
func (f *Frame) denies(row, fact int) bool {
	if f.Schema.denied == nil {
		return false
	}
	for _, i := range f.Schema.denied[fact] {
		if v := f.Value(row, i); !v.IsBlank() && !isZero(v) {
			return true
		}
	}
	return false
}
