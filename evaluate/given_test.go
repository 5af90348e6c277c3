package evaluate

import "testing"

// stateFact is a fact that a related subject's grade may stand for.
func stateFact() FactDef {
	f := gradesFact("state", "", 0)
	f.GivenBy = AsStaff
	return f
}

func TestAGradeStandsForABlankFact(t *testing.T) {
	const k, ht, good, xs = RankSet(1), RankSet(2), RankSet(4), RankSet(8)
	v, ps := NewVocabulary([]FactDef{{ID: "name", Kind: Member, Type: TextFact, Heading: "Họ và tên", Role: RoleName, Identity: true}, stateFact()}, nil)
	failOn(t, ps)
	s := v.Schema(Member)
	fact, _ := s.Index("state")
	for _, c := range []struct {
		name    string
		entered string
		of      []RelatedSubject
		least   Verdict // at least good
		failed  Verdict // the lowest
	}{
		{"good", "", []RelatedSubject{fellow(good, false, false)}, Holds, Fails},
		{"completed", "", []RelatedSubject{fellow(ht, false, false)}, Fails, Fails},
		{"open between two good ones", "", []RelatedSubject{fellow(good|xs, false, false)}, Holds, Fails},
		{"open over the edge", "", []RelatedSubject{fellow(good|ht, false, false)}, Unknown, Fails},
		{"open down to the lowest", "", []RelatedSubject{fellow(good|k, false, false)}, Unknown, Unknown},
		{"perhaps not rated", "", []RelatedSubject{fellow(good, true, false)}, Unknown, Unknown},
		{"not rated", "", []RelatedSubject{fellow(0, false, true)}, Unknown, Unknown},
		{"nobody", "", []RelatedSubject{}, Unknown, Unknown},
		{"nobody has said who", "", nil, Unknown, Unknown},
		{"entered otherwise: what was entered stands", "not_completed", []RelatedSubject{fellow(good, false, false)}, Fails, Holds},
	} {
		f := NewFrame(s)
		row := f.Append(Place{Source: -1})
		if c.entered != "" {
			fill(t, f, row, map[string]string{"state": c.entered})
		}
		ctx := &context{frame: f, row: row, upstream: func(Relation) []RelatedSubject { return c.of }}
		comp := &compiler{vocab: v, schema: s, used: map[int]bool{}, counted: map[Kind]map[int]bool{}, relates: map[Relation]bool{}, groupUse: map[string]bool{}}
		atLeast := comp.condition(&ConditionSpec{Fact: "state", Compare: &Comparison{Op: OpAtLeast, Values: []string{"good"}}})
		equals := comp.condition(&ConditionSpec{Fact: "state", Compare: &Comparison{Op: OpEquals, Values: []string{"not_completed"}}})
		if a, e := atLeast.eval(ctx), equals.eval(ctx); a != c.least || e != c.failed {
			t.Errorf("%s: at least good %v, lowest %v; want %v and %v", c.name, a, e, c.least, c.failed)
		}
	}
	if codes, open := relatedCodes([]RelatedSubject{fellow(good, false, false), fellow(ht|good, false, false)}, &s.Facts[fact]); len(codes) != 2 || open {
		t.Errorf("two posts: %v, open %t", codes, open)
	}
}
