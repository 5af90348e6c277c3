package evaluate

// Tells says of a text that words at its beginning say of a choice of the same row: a
// title that begins with "Trưởng phòng" is that of a head. What the words are is the
// vocabulary's; how texts are compared is the matter of who reads them.
type Tells struct {
	Fact FactID
	// Acting are words before a title that leave it what it says: an acting head leads
	// the body as its head does.
	Acting []string
	// Unsure are words that leave open what the text says, wherever they stand: a deputy
	// in charge may count as the head.
	Unsure []string
	// Branch are words for a post in a branch: another post than the row's, but where the
	// row is about the committee of a branch.
	Branch []string
	Words  []TellingWords
	At     Origin
}

// TellingWords are beginnings of a text that mean one code of the choice.
type TellingWords struct {
	Means string
	// Denies are the codes that cannot be true beside it.
	Denies []string
	// Committee: they are words for posts in a Party committee, not in an agency.
	Committee bool
	Begins    []string
}

// checkTells finds words that say something of what is not declared.
func checkTells(s *Schema, f *FactDef) []Problem {
	i, ok := s.index[f.Tells.Fact]
	if !ok {
		return []Problem{problemUnknownFact(f.Tells.At, f.Tells.Fact, s)}
	}
	if f.Type != TextFact {
		return []Problem{problemWrongType(f.Tells.At, string(f.ID), "chữ (text)")}
	}
	var ps []Problem
	told := &s.Facts[i]
	for _, w := range f.Tells.Words {
		for _, code := range append([]string{w.Means}, w.Denies...) {
			if _, ok := told.CodeIndex(code); !ok {
				ps = append(ps, problemUnknownCode(f.Tells.At, string(told.ID), code, told.codes()))
			}
		}
	}
	return ps
}
