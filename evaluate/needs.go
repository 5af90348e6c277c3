package evaluate

// Need says that a fact given as When, or given at all where When is empty, is
// said of something that another fact names. Where that one is blank, or as good
// as blank, it was probably forgotten. Facts of different workbooks are not
// compared: each is blank in the other's.
type Need struct {
	Fact FactID
	When string
	At   Origin
}

// checkNeed finds a need that names what is not declared.
func checkNeed(s *Schema, f *FactDef) []Problem {
	if _, ok := s.index[f.Needs.Fact]; !ok {
		return []Problem{problemUnknownFact(f.Needs.At, f.Needs.Fact, s)}
	}
	if _, ok := f.CodeIndex(f.Needs.When); f.Needs.When != "" && !ok {
		return []Problem{problemUnknownCode(f.Needs.At, string(f.ID), f.Needs.When, f.codes())}
	}
	return nil
}

// forgotten warns of facts that are said of something nobody named.
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
		if named := f.Value(row, needed); named.IsBlank() || named == f.blanks[needed] {
			ps = append(ps, problemForgotten(f.Origin(row, i), f.Origin(row, needed), def.FullHeading(), s.Facts[needed].FullHeading()))
		}
	}
	return ps
}
