package evaluate

import "testing"

// A record that no row can be held against, and a value that nobody who leads can have
// and that is not there, are found when the vocabulary is built.
func TestRecordsMustBeDeclared(t *testing.T) {
	choice := func(k Kind, id FactID, blank string, codes ...string) FactDef {
		f := FactDef{ID: id, Kind: k, Type: ChoiceFact, Heading: string(id), Supplier: SupplyOffice, Blank: blank}
		for _, code := range codes {
			f.Choices = append(f.Choices, Choice{Code: code, Label: code})
		}
		return f
	}
	of := func(r RowsOf) *Gravest { return &Gravest{Of: []RowsOf{r}} }
	rows := RowsOf{Kind: Leader, By: OwnUnit, Fact: "said"}
	among := func(fact FactID, code string) *Gravest {
		r := rows
		r.Among = []CodeTest{{Fact: fact, OneOf: []string{code}}}
		return of(r)
	}
	for _, c := range []struct {
		name string
		def  *Gravest
		idle *Idle
		want Code // "" for sound
	}{
		{"sound", of(rows), nil, ""},
		{"no such kind", of(RowsOf{Kind: Staff, By: OwnUnit, Fact: "said"}), nil, "R222"},
		{"no such fact", of(RowsOf{Kind: Leader, By: OwnUnit, Fact: "sad"}), nil, "R222"},
		{"other codes", of(RowsOf{Kind: Leader, By: OwnUnit, Fact: "post"}), nil, "R227"},
		{"no such case", &Gravest{Case: "perhaps", Of: []RowsOf{rows}}, nil, "R228"},
		{"among some", among("post", "head"), nil, ""},
		{"among those of no such fact", among("pots", "head"), nil, "R222"},
		{"among those of no such code", among("post", "haed"), nil, "R228"},
		{"a state that leaders have not", nil, &Idle{Code: "none", Otherwise: "some"}, ""},
		{"no such state", nil, &Idle{Code: "noen", Otherwise: "some"}, "R228"},
	} {
		record := choice(Unit, "record", "none", "none", "some")
		record.Gravest, record.Idle = c.def, c.idle
		_, ps := NewVocabulary([]FactDef{record, choice(Leader, "said", "none", "none", "some"), choice(Leader, "post", "", "head", "deputy")}, nil)
		if c.want == "" && len(ps) > 0 || c.want != "" && (len(ps) != 1 || ps[0].Code != c.want) {
			t.Errorf("%s: %v, want %q", c.name, ps, c.want)
		}
	}
}
