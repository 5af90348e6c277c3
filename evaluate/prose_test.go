package evaluate

import "testing"

// Nobody is found, or led to, by somebody's own words.
func TestProseNamesNobody(t *testing.T) {
	words := FactDef{Kind: Member, ID: "words", Type: TextFact, Prose: true}
	if _, ps := NewVocabulary([]FactDef{words}, nil); len(ps) > 0 {
		t.Error(ps)
	}
	for name, change := range map[string]func(*FactDef){
		"a number":        func(f *FactDef) { f.Type, f.Step = NumberFact, Int(1) },
		"who somebody is": func(f *FactDef) { f.Identity = true },
		"codes":           func(f *FactDef) { f.LeadsTo = OwnUnit },
	} {
		bad := words
		change(&bad)
		if _, ps := NewVocabulary([]FactDef{bad}, nil); len(ps) != 1 || ps[0].Code != "R227" {
			t.Errorf("%s: %v", name, ps)
		}
	}
}
