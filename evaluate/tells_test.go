package evaluate

import "testing"

func TestWordsThatTell(t *testing.T) {
	post := FactDef{ID: "post", Kind: Member, Type: ChoiceFact, Heading: "Chức vụ", Supplier: SupplyOffice, Choices: []Choice{{Code: "head"}, {Code: "deputy"}}}
	title := func(of FactID, typ FactType, means string) FactDef {
		return FactDef{ID: "title", Kind: Member, Type: typ, Step: Int(1), Heading: "Chức danh", Supplier: SupplyOffice,
			Tells: &Tells{Fact: of, Words: []TellingWords{{Means: means, Denies: []string{"deputy"}, Begins: []string{"trưởng"}}}}}
	}
	for _, c := range []struct {
		name string
		fact FactDef
		code Code
	}{
		{"sound", title("post", TextFact, "head"), ""},
		{"no such fact", title("pots", TextFact, "head"), "R222"},
		{"no text", title("post", NumberFact, "head"), "R227"},
		{"no such code", title("post", TextFact, "haed"), "R228"},
	} {
		_, ps := NewVocabulary([]FactDef{post, c.fact}, nil)
		if c.code == "" && len(ps) > 0 || c.code != "" && (len(ps) != 1 || ps[0].Code != c.code) {
			t.Errorf("%s: %v", c.name, ps)
		}
	}
}
