package evaluate

// Idle says of a choice that one of its codes fits nobody who leads: exempt from the
// work and the meetings of the Party, and listed with a post of leadership. Both may be
// true, for somebody retired in the year; or the code was carried over from an older
// roster, and then it is Otherwise.
type Idle struct {
	Code, Otherwise string
	// Fact with the code Answer on the same row says that the code is right all the same.
	Fact   FactID
	Answer string
	At     Origin
}

// checkIdle finds codes that the choice has not.
func checkIdle(s *Schema, f *FactDef) (ps []Problem) {
	for _, code := range []string{f.Idle.Code, f.Idle.Otherwise} {
		if _, ok := f.CodeIndex(code); !ok {
			ps = append(ps, problemUnknownCode(f.Idle.At, string(f.ID), code, f.codes()))
		}
	}
	if f.Idle.Fact == "" {
		return ps
	}
	i, ok := s.index[f.Idle.Fact]
	if !ok {
		return append(ps, problemUnknownFact(f.Idle.At, f.Idle.Fact, s))
	}
	if _, ok := s.Facts[i].CodeIndex(f.Idle.Answer); !ok {
		ps = append(ps, problemUnknownCode(f.Idle.At, string(f.Idle.Fact), f.Idle.Answer, s.Facts[i].codes()))
	}
	return ps
}
