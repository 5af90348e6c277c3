package evaluate

// Need says that a fact given as When, or given at all where When is empty, is
// said of something that another fact names. Where that one is blank, or as good
// as blank, it was probably forgotten; of facts of different workbooks this is not
// asked: each is blank in the other's. Where that one is given as Denied, the
// two contradict each other, wherever they stand: votes were counted, and none was held. Where its blank
// means Denied, the blank is no such statement beside this fact: it is unknown, or it is
// Implies where this fact is a case of the other one and so nothing is left open.
type Need struct {
	Fact    FactID
	When    string
	Denied  string
	Implies string
	At      Origin
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
	for _, code := range []string{f.Needs.Denied, f.Needs.Implies} {
		if _, ok := needed.CodeIndex(code); code != "" && !ok {
			return []Problem{problemUnknownCode(f.Needs.At, string(needed.ID), code, needed.codes())}
		}
	}
	return nil
}

// valueOf reads a code of a choice.
func (f *FactDef) valueOf(code string) (Value, bool) {
	k, ok := f.CodeIndex(code)
	return ChoiceValue(k), ok
}

// said tells whether a fact is given so that its need holds: as When where there is one.
func (f *FactDef) said(v Value) bool {
	if v.IsBlank() {
		return false
	}
	k, ok := f.CodeIndex(f.Needs.When)
	return !ok || v.Type() == ChoiceFact && v.Choice() == k
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
		if !def.said(v) {
			continue
		}
		named := f.Value(row, needed)
		if denied, ok := s.Facts[needed].valueOf(def.Needs.Denied); ok && named == denied && !isZero(v) {
			ps = append(ps, problemDenied(f.Origin(row, i), f.Origin(row, needed), def.FullHeading(), s.Facts[needed].FullHeading(), f.Show(needed, named)))
			continue
		}
		if s.Facts[needed].Supplier != def.Supplier {
			continue
		}
		_, denies := f.denied(row, needed)
		if def.Needs.Denied == "" && (named.IsBlank() || named == s.blanks[needed]) || named.IsBlank() && denies && def.Needs.Implies == "" {
			ps = append(ps, problemForgotten(f.Origin(row, i), f.Origin(row, needed), def.FullHeading(), s.Facts[needed].FullHeading()))
		}
	}
	return ps
}

// Denies finds a fact given on the row that cannot be true beside a code of another one,
// and that code: votes were counted, so that some vote was held.
func (f *Frame) Denies(row, fact int) (by int, code string, denies bool) {
	for _, i := range f.Schema.needs {
		def := &f.Schema.Facts[i]
		if def.Needs.Denied == "" || f.Schema.index[def.Needs.Fact] != fact {
			continue
		}
		if v := f.Value(row, i); def.said(v) && !isZero(v) {
			return i, def.Needs.Denied, true
		}
	}
	return 0, "", false
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
			denied, ok := f.Schema.Facts[fact].valueOf(n.Denied)
			return ok && v == denied
		}
	}
	return false
}

// denied tells whether a fact given on the row contradicts what a blank of another is
// declared to mean: months of leave were taken, so an empty kind of leave does not say
// that there was none. is is what the blank then means, blank for unknown.
func (f *Frame) denied(row, fact int) (is Value, denies bool) {
	if f.Schema.denied == nil {
		return Value{}, false
	}
	for _, i := range f.Schema.denied[fact] {
		def := &f.Schema.Facts[i]
		if v := f.Value(row, i); !def.said(v) || isZero(v) {
			continue
		}
		denies = true
		if v, ok := f.Schema.Facts[fact].valueOf(def.Needs.Implies); ok {
			is = v
		}
	}
	return is, denies
}
