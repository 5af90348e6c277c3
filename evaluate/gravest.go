package evaluate

import "slices"

// Gravest says of a fact that it records the gravest there is of what rows about others
// say of each of them: the discipline of those who lead a unit. Record and rows are one
// matter told in two places; a blank of either says nothing of it.
type Gravest struct {
	// Case is the code of the record that says that there is such a case among them;
	// "" where the record has the codes of what is said of each.
	Case string
	// Beyond: it says the same of others besides, so that a record graver than all rows
	// contradicts nobody.
	Beyond bool
	Of     []RowsOf
	At     Origin
}

// RowsOf are rows about others that a record speaks of.
type RowsOf struct {
	Kind Kind
	// By is how the rows are found: those whose own collective, unit or organization the
	// subject is, or those on its committee.
	By   Relation
	Fact FactID // what is said of each
	// Among are all to be so of a row, that it is spoken of at all; When, that it is a
	// case of the record for certain.
	Among, When []CodeTest
	Called      string // in messages, Vietnamese
	At          Origin
}

// CodeTest asks whether a choice is one of some codes, or none of some, or one that has a
// seat.
type CodeTest struct {
	Fact          FactID
	OneOf, NoneOf []string
	Seat          bool
}

// Suits tells whether a code, "" for a blank, passes the test about rows of a schema.
func (t *CodeTest) Suits(s *Schema, code string) bool {
	if i, known := s.Index(t.Fact); t.Seat && (!known || !s.Facts[i].seats(code)) {
		return false
	}
	return (len(t.OneOf) == 0 || slices.Contains(t.OneOf, code)) && !slices.Contains(t.NoneOf, code)
}

// seats tells whether a code is that of a post with a seat.
func (f *FactDef) seats(code string) bool {
	i, known := f.CodeIndex(code)
	return known && f.Choices[i].Seat
}

// GravestBy are the relations by which the rows of a record can be found.
func GravestBy() []Relation { return []Relation{OwnCollective, OwnUnit, HomeOrg, Committee} }

// checkGravest finds records of what is not declared, or that rows cannot be held against.
func (v *Vocabulary) checkGravest(k Kind) (ps []Problem) {
	for i := range v.schemas[k].Facts {
		f := &v.schemas[k].Facts[i]
		if f.Gravest == nil {
			continue
		}
		if _, ok := f.CodeIndex(f.Gravest.Case); f.Gravest.Case != "" && !ok {
			ps = append(ps, problemUnknownCode(f.Gravest.At, string(f.ID), f.Gravest.Case, f.codes()))
		}
		if f.Blank == "" {
			ps = append(ps, problemWrongType(f.Gravest.At, string(f.ID), "lựa chọn mà ô trống nghĩa là không có gì (blank)"))
		}
		for j := range f.Gravest.Of {
			ps = append(ps, v.checkRowsOf(f, &f.Gravest.Of[j])...)
		}
	}
	return ps
}

func (v *Vocabulary) checkRowsOf(f *FactDef, r *RowsOf) (ps []Problem) {
	s := v.schemas[r.Kind]
	if s == nil {
		s = &Schema{Kind: r.Kind}
	}
	i, ok := s.index[r.Fact]
	if !ok {
		return []Problem{problemUnknownFact(r.At, r.Fact, s)}
	}
	if each := &s.Facts[i]; f.Gravest.Case == "" && !slices.Equal(each.codes(), f.codes()) || each.Blank == "" {
		ps = append(ps, problemWrongType(r.At, string(r.Fact), "lựa chọn có cùng các giá trị với dữ kiện ghi chung, ô trống nghĩa là không có gì"))
	}
	for _, t := range slices.Concat(r.Among, r.When) {
		j, ok := s.index[t.Fact]
		if !ok {
			ps = append(ps, problemUnknownFact(r.At, t.Fact, s))
			continue
		}
		if t.Seat && !slices.ContainsFunc(s.Facts[j].Choices, func(c Choice) bool { return c.Seat }) {
			ps = append(ps, problemWrongType(r.At, string(t.Fact), "lựa chọn có giá trị mang dấu seat"))
		}
		for _, code := range slices.Concat(t.OneOf, t.NoneOf) {
			if _, known := s.Facts[j].CodeIndex(code); !known {
				ps = append(ps, problemUnknownCode(r.At, string(t.Fact), code, s.Facts[j].codes()))
			}
		}
	}
	return ps
}

// Gravity is how far a code of a choice lies from what its blank means: nothing.
func (f *FactDef) Gravity(code string) int {
	i, _ := f.CodeIndex(code)
	none, _ := f.CodeIndex(f.Blank)
	return max(i-none, none-i)
}
