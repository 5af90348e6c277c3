package evaluate

import (
	"slices"
	"testing"
)

func resting(id string, of Relation) RestSpec {
	return RestSpec{RuleSpec: rule(id, ConditionSpec{}), Of: of}
}

// Those to be weighed come first, and a set that they would wait for is a circle,
// although nothing is computed of them.
func TestThoseToBeWeighedComeFirst(t *testing.T) {
	spec := sampleSpec()
	spec.RestsOn = []RestSpec{resting("REST", HomeOrg)}
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	if !slices.Equal(rs.awaits, []Relation{HomeOrg}) || !slices.Equal(rs.relates, []Relation{HomeOrg}) {
		t.Errorf("waits for %v of %v", rs.awaits, rs.relates)
	}
	if p := circle(map[Kind]*RuleSet{Member: rs, Organization: setOf("to-chuc", Organization, Members)}); p == nil || p.Code != "E307" {
		t.Errorf("two sets that wait for each other: %v", p)
	}
	spec.RestsOn = []RestSpec{resting("REST", "heads"), resting("EXCUSED", HomeOrg)}
	spec.RestsOn[1].Standing = ""
	_, ps = NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	var codes []string
	for _, p := range ps {
		codes = append(codes, string(p.Code))
	}
	slices.Sort(codes)
	if !slices.Equal(codes, []string{"R220", "R231", "R243"}) {
		t.Errorf("an unknown relation, an id taken and no standing: %v", codes)
	}
}

// Whatever those to be weighed came to, the grade is the same and nobody waits;
// how far they are is the verdict, and what they came to is told.
func TestThoseToBeWeighedChangeNothing(t *testing.T) {
	spec := sampleSpec()
	spec.RestsOn = []RestSpec{resting("REST", HomeOrg)}
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	f := NewFrame(rs.schema)
	row := f.Append(Place{Source: -1})
	fill(t, f, row, perfect(nil))
	scale := StatutoryScale()
	one := func(ranks ...Rank) RelatedSubject {
		r := RelatedSubject{ID: "A", Scale: scale}
		for _, rank := range ranks {
			r.Possible = r.Possible.With(rank)
		}
		return r
	}
	maybe := one(2)
	maybe.MayBeNone = true
	for _, c := range []struct {
		name    string
		related []RelatedSubject
		want    Verdict
		shown   string
		data    string
	}{
		{"nobody has said who they are", nil, Unknown, "", ""},
		{"there are none", []RelatedSubject{}, NotApplicable, "không có", "open=0 not_rated=0"},
		{"all not rated", []RelatedSubject{{ID: "A", NotRated: true}}, NotApplicable, "không xếp loại: 1 (A)", "open=0 not_rated=1"},
		{"the best", []RelatedSubject{one(3)}, Holds, scale.Rung(3).Label + ": 1 (A)", "excellent=1 open=0 not_rated=0"},
		{"the worst and the best", []RelatedSubject{one(0), one(3), one(0)}, Holds,
			scale.Rung(3).Label + ": 1 (A); " + scale.Rung(0).Label + ": 2 (A, A)", "excellent=1 not_completed=2 open=0 not_rated=0"},
		{"one open", []RelatedSubject{one(3), one(2, 1)}, Unknown, scale.Rung(3).Label + ": 1 (A); chưa có mức: 1 (A)", "excellent=1 open=1 not_rated=0"},
		{"one that may be no grade at all", []RelatedSubject{maybe}, Unknown, "chưa có mức: 1 (A)", "open=1 not_rated=0"},
	} {
		rec := &recorder{seen: map[int][]Observation{}, rule: -1}
		in := sampleInputs()
		w := rs.decide(&context{frame: f, row: row, period: in.Period, reference: in.Reference, record: rec,
			upstream: func(Relation) []RelatedSubject { return c.related }}, nil)
		if w.Outcome != Graded || w.Rank != 3 {
			t.Errorf("%s: %v %v", c.name, w.Outcome, w.Rank)
		}
		seen := rec.seen[rs.rests[0]]
		if w.Verdicts[rs.rests[0]] != c.want || len(seen) != 1 || seen[0].Shown != c.shown || seen[0].Data != c.data {
			t.Errorf("%s: %v, seen %+v", c.name, w.Verdicts[rs.rests[0]], seen)
		}
	}
}

// A later edition stands in the place of the one it supersedes wherever that one is
// not named; over any number of editions.
func TestEditionsSupersede(t *testing.T) {
	set := func(id, edition, supersedes, from string) *RuleSet {
		s := sampleSpec()
		s.ID, s.Edition, s.Supersedes = id, edition, supersedes
		s.From, _ = ParsePeriod(from)
		return &RuleSet{Spec: s}
	}
	second := set("law", "2", "1", "2025")
	second.Spec.Extends = "law@1" // its own earlier edition: still the central set
	local := set("local", "1", "", "2025")
	local.Spec.Extends, local.Spec.Local = "law@1", true
	l := NewLibrary(nil, []*RuleSet{set("law", "1", "", "2025"), second, set("law", "3", "2", "2027"), local}, nil)
	for _, c := range []struct{ period, chosen, want string }{
		{"2025", "", "law@2"}, {"2025", "law", "law@2"}, {"2025", "law@1", "law@1"}, {"2025", "law@2", "law@2"}, {"2025", "law@3", ""},
		{"2027", "", "law@3"}, {"2027", "law@1", "law@1"}, {"2024", "", ""}, {"2025", "local", "local@1"},
	} {
		p, _ := ParsePeriod(c.period)
		rs, err := l.InForce(LibraryKey{Track: PartyTrack, Kind: Member, Period: p, Chosen: c.chosen})
		got := ""
		if err == nil {
			got = rs.Ref()
		}
		if got != c.want {
			t.Errorf("%s %q: %q (%v), want %q", c.period, c.chosen, got, err, c.want)
		}
	}
	other := set("law", "4", "3", "2027")
	other.Spec.At.Layer = "noi-bo"
	if other.Spec.Replaces(&l.Sets[2].Spec) {
		t.Error("an office stands in the place of the central set")
	}
}
