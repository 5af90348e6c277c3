package evaluate

import "testing"

// A comparison with what is not declared, or that would never be made, is found when
// the vocabulary is built.
func TestSameAsMustBeDeclared(t *testing.T) {
	number := func(k Kind, id FactID, s *SameAs) FactDef {
		return FactDef{ID: id, Kind: k, Type: NumberFact, Heading: string(id), Supplier: SupplyOffice, Step: Int(1), SameAs: s}
	}
	post := FactDef{ID: "post", Kind: Leader, Type: ChoiceFact, Heading: "Chức vụ", Supplier: SupplyOffice, Choices: []Choice{{Code: "head", Label: "Người đứng đầu"}}}
	for _, c := range []struct {
		name string
		same SameAs
		want Code // "" for sound
	}{
		{"sound", SameAs{Of: OwnUnit, Fact: "done", Only: "post", Is: "head"}, ""},
		{"of everybody", SameAs{Of: OwnUnit, Fact: "done"}, ""},
		{"no such fact", SameAs{Of: OwnUnit, Fact: "dome"}, "R222"},
		{"another type", SameAs{Of: OwnUnit, Fact: "name"}, "R227"},
		{"no such kind", SameAs{Of: Fellows, Fact: "done"}, "R222"},
		{"no subjects of the kind", SameAs{Of: OwnCollective, Fact: "done"}, "R222"},
		{"no such limit", SameAs{Of: OwnUnit, Fact: "done", Only: "pots", Is: "head"}, "R222"},
		{"no such code", SameAs{Of: OwnUnit, Fact: "done", Only: "post", Is: "haed"}, "R228"},
		{"a number is no grade", SameAs{Of: OwnUnit, Grade: true}, "R227"},
	} {
		name := FactDef{ID: "name", Kind: Unit, Type: TextFact, Heading: "Tên", Supplier: SupplyOffice}
		_, ps := NewVocabulary([]FactDef{post, number(Leader, "unit_done", &c.same), number(Unit, "done", nil), name}, nil)
		switch {
		case c.want == "" && len(ps) > 0, c.want != "" && (len(ps) != 1 || ps[0].Code != c.want):
			t.Errorf("%s: %v, want %q", c.name, ps, c.want)
		}
	}
}
