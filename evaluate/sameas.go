package evaluate

import "slices"

// SameAs says of a fact that somebody states it of another subject, which states it
// of itself: how many tasks the unit of a head had. Where both are given and differ
// people are told; each is used where it stands. Or it says that the fact states the
// grade of those at the other end: then it is held against the grade they come to.
type SameAs struct {
	Of    Relation
	Fact  FactID // of the subject at the other end, "" for its grade
	Grade bool   // the fact states the grade
	// Only and Is limit it to those whose fact Only has the code Is: a deputy need
	// not lead the unit he works in. Empty for everybody.
	Only FactID
	Is   string
	At   Origin
}

// checkSameAs finds comparisons with what is not declared. A kind that takes the
// fact over without the fact Only has nothing to compare.
func (v *Vocabulary) checkSameAs(k Kind) []Problem {
	var ps []Problem
	s := v.schemas[k]
	for i := range s.Facts {
		f := &s.Facts[i]
		if f.SameAs == nil {
			continue
		}
		to := v.schemas[RelationKind(f.SameAs.Of)]
		if to == nil {
			to = &Schema{Kind: RelationKind(f.SameAs.Of)}
		}
		if f.SameAs.Grade {
			ps = append(ps, checkStatesGrade(f)...)
		} else if j, ok := to.index[f.SameAs.Fact]; !ok {
			ps = append(ps, problemUnknownFact(f.SameAs.At, f.SameAs.Fact, to))
		} else if to.Facts[j].Type != f.Type {
			ps = append(ps, problemWrongType(f.SameAs.At, string(f.SameAs.Fact), "cùng kiểu với dữ kiện được đối chiếu"))
		}
		ps = append(ps, v.checkOnly(s, f.SameAs)...)
	}
	return ps
}

// checkStatesGrade finds a fact that is no grade: nothing would ever be the same.
func checkStatesGrade(f *FactDef) []Problem {
	if f.Type == ChoiceFact && slices.ContainsFunc(StatutoryGrades(), func(g Statutory) bool { _, ok := f.CodeIndex(string(g)); return ok }) {
		return nil
	}
	return []Problem{problemWrongType(f.SameAs.At, string(f.ID), "lựa chọn (choice) có các mức xếp loại")}
}

// checkOnly finds a limit by a fact that no kind has, or by a code that the fact
// has not: nobody would ever be compared.
func (v *Vocabulary) checkOnly(s *Schema, same *SameAs) []Problem {
	if same.Only == "" {
		return nil
	}
	j, ok := s.index[same.Only]
	if !ok {
		if slices.ContainsFunc(v.kinds, func(k Kind) bool { _, has := v.schemas[k].index[same.Only]; return has }) {
			return nil
		}
		return []Problem{problemUnknownFact(same.At, same.Only, s)}
	}
	if _, known := s.Facts[j].CodeIndex(same.Is); !known {
		return []Problem{problemUnknownCode(same.At, string(same.Only), same.Is, s.Facts[j].codes())}
	}
	return nil
}

// otherwise is one figure that a subject states of another, which states another.
type otherwise struct {
	heading, stated, own string
	here, there          Origin
}

// statedOtherwise compares what is stated of the one subject at the other end of a
// relation with what that one states of itself: one remark for the whole row, at the
// first cell that differs. What either leaves blank says nothing, also where an
// empty cell means none.
func (r *relations) statedOtherwise(k Kind, row int) (Problem, bool) {
	frame := r.in.Populations[k].Frame
	var found []otherwise
	var body string
	for _, i := range frame.Schema.stated {
		same := frame.Schema.Facts[i].SameAs
		if same == nil || same.Grade || !same.about(frame, row) {
			continue
		}
		to := r.in.Populations[RelationKind(same.Of)]
		rows, known := r.of(same.Of, k, row)
		if to == nil || !known || len(rows) != 1 || rows[0] >= to.Frame.Len() {
			continue
		}
		if d, differs := compareStated(frame, row, i, to.Frame, rows[0], same.Fact); differs {
			found, body = append(found, d), to.Subjects[rows[0]].ID
		}
	}
	if len(found) == 0 {
		return Problem{}, false
	}
	return problemStatedOtherwise(r.in.Populations[k].Subjects[row].ID, body, found), true
}

// compareStated holds one figure against another; differs only where both are given.
func compareStated(from *Frame, row, fact int, to *Frame, there int, id FactID) (d otherwise, differs bool) {
	j, ok := to.Schema.Index(id)
	if !ok {
		return otherwise{}, false
	}
	stated, own := from.Value(row, fact), to.Value(there, j)
	if stated.IsBlank() || own.IsBlank() || from.Data(fact, stated) == to.Data(j, own) {
		return otherwise{}, false
	}
	return otherwise{from.Schema.Facts[fact].Heading, from.Show(fact, stated), to.Show(j, own), from.Origin(row, fact), to.Origin(there, j)}, true
}

// about tells whether the comparison is for a row.
func (s *SameAs) about(f *Frame, row int) bool {
	if s.Only == "" {
		return true
	}
	i, ok := f.Schema.Index(s.Only)
	if !ok {
		return false
	}
	v := f.Value(row, i)
	code, known := f.Schema.Facts[i].CodeIndex(s.Is)
	return known && v.Type() == ChoiceFact && v.Choice() == code
}
