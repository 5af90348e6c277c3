package evaluate

import (
	"maps"
	"testing"
)

// A year has so many months: a sum may be bounded by a number as well as by a fact.
func TestLimitOfANumber(t *testing.T) {
	v, ps := NewVocabulary([]FactDef{count("sick"), count("away"), count("year")}, []Limit{
		{ID: "number", Kind: Member, Sum: []FactID{"sick", "away"}, Most: num("12"), Message: "nhiều hơn một năm"},
		{ID: "fact", Kind: Member, Sum: []FactID{"sick"}, AtMost: "year", Message: "nhiều hơn cả năm"},
	})
	failOn(t, ps)
	for _, c := range []struct {
		facts map[string]string
		want  string
	}{
		{map[string]string{"sick": "8", "away": "6"}, "nhiều hơn một năm"},
		{map[string]string{"sick": "6", "away": "6"}, ""},
		{map[string]string{"sick": "13"}, "nhiều hơn một năm"},
		{map[string]string{}, ""},
		{map[string]string{"sick": "3", "year": "2"}, "nhiều hơn cả năm"},
	} {
		f := NewFrame(v.Schema(Member))
		row := f.Append(Place{Source: -1})
		fill(t, f, row, c.facts)
		got := ""
		for _, l := range f.Schema.Limits {
			if p, broken := brokenLimit(f, row, l); broken {
				got += p.Message
			}
		}
		if got != c.want {
			t.Errorf("%v: %q, want %q", c.facts, got, c.want)
		}
	}
}

// An empty cell that would deny what stands beside it says nothing: months of leave
// were taken, and of which kind is not known. Where nothing stands beside it, it means
// what it is declared to mean.
func TestBlankThatWouldDeny(t *testing.T) {
	months := count("months")
	months.Needs = &Need{Fact: "kind", Denied: "no"}
	v, ps := NewVocabulary([]FactDef{months, yesNo("kind", "no")}, nil)
	failOn(t, ps)
	for _, c := range []struct {
		months, kind, known string
		code                Code
	}{{"", "", "no", ""}, {"0", "", "no", ""}, {"4", "", "", "E322"}, {"4", "yes", "yes", ""}, {"4", "no", "no", "E325"}} {
		f := NewFrame(v.Schema(Member))
		row := f.Append(Place{Source: -1})
		given := map[string]string{"months": c.months, "kind": c.kind}
		maps.DeleteFunc(given, func(_, v string) bool { return v == "" })
		fill(t, f, row, given)
		i, _ := f.Schema.Index("kind")
		known := f.Known(row, i)
		if known.IsBlank() != (c.known == "") || !known.IsBlank() && f.Schema.Facts[i].Choices[known.Choice()].Code != c.known {
			t.Errorf("%+v: known as %v", c, known)
		}
		told := forgotten(f, row)
		if c.code == "" && len(told) > 0 || c.code != "" && (len(told) != 1 || told[0].Code != c.code) {
			t.Errorf("%+v: %v", c, told)
		}
	}
}
