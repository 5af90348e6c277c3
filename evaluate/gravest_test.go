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
	seated := func(fact FactID) *Gravest {
		r := rows
		r.Among = []CodeTest{{Fact: fact, Seat: true}}
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
		{"among those with a seat", seated("place"), nil, ""},
		{"among those with a seat where there is none", seated("post"), nil, "R227"},
		{"a state that leaders have not", nil, &Idle{Code: "none", Otherwise: "some"}, ""},
		{"no such state", nil, &Idle{Code: "noen", Otherwise: "some"}, "R228"},
	} {
		record := choice(Unit, "record", "none", "none", "some")
		record.Gravest, record.Idle = c.def, c.idle
		place := choice(Leader, "place", "", "none", "secretary")
		place.Choices[1].Seat = true
		_, ps := NewVocabulary([]FactDef{record, choice(Leader, "said", "none", "none", "some"), choice(Leader, "post", "", "head", "deputy"), place}, nil)
		if c.want == "" && len(ps) > 0 || c.want != "" && (len(ps) != 1 || ps[0].Code != c.want) {
			t.Errorf("%s: %v, want %q", c.name, ps, c.want)
		}
	}
}

// Of the posts in a branch those with a seat are known by their mark, and a blank is none.
func TestSeatsAreKnownByTheirMark(t *testing.T) {
	f := FactDef{ID: "place", Kind: Member, Type: ChoiceFact, Heading: "place", Supplier: SupplyBranch, Choices: []Choice{{Code: "none", Label: "none"}, {Code: "secretary", Label: "secretary", Seat: true}}}
	v, ps := NewVocabulary([]FactDef{f}, nil)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	test := CodeTest{Fact: "place", Seat: true}
	for code, want := range map[string]bool{"secretary": true, "none": false, "": false} {
		if got := test.Suits(v.Schema(Member), code); got != want {
			t.Errorf("%q has a seat: %v, want %v", code, got, want)
		}
	}
}
