package evaluate

import (
	"maps"
	"testing"
)

func TestSharesWithABlank(t *testing.T) {
	counted := func(id FactID, least *Num) FactDef {
		return FactDef{ID: id, Kind: Member, Type: NumberFact, Step: Int(1), Min: least, Max: num("9999"), Unit: "tasks", Heading: string(id)}
	}
	derived := func(id FactID, function string, of ...FactID) FactDef {
		return FactDef{ID: id, Kind: Member, Type: NumberFact, Step: Int(1), Unit: "tasks", Heading: string(id), Supplier: SupplyDerived, Derived: &Derivation{function, of}}
	}
	zero := num("0")
	v, ps := NewVocabulary([]FactDef{counted("all", zero), counted("done", zero), counted("late", zero), counted("any", nil),
		derived("on_time", "difference", "done", "late"), derived("both", "sum", "done", "late"), derived("wild", "sum", "done", "any"),
		counted("poor", zero), derived("neither", "difference", "done", "late", "poor")}, nil)
	failOn(t, ps)
	s := v.Schema(Member)
	for _, c := range []struct {
		name  string
		facts map[string]string
		part  FactID
		op    Op
		rate  string
		none  Verdict
		want  Verdict
	}{
		{"nine of ten, late unknown: not all on time", map[string]string{"all": "10", "done": "9"}, "on_time", OpAtLeast, "100%", Unknown, Fails},
		{"ten of ten, late unknown", map[string]string{"all": "10", "done": "10"}, "on_time", OpAtLeast, "100%", Unknown, Unknown},
		{"seven done at least, late unknown", map[string]string{"all": "10", "done": "7"}, "both", OpAtLeast, "70%", Unknown, Holds},
		{"six done at least, late unknown", map[string]string{"all": "10", "done": "6"}, "both", OpAtLeast, "70%", Unknown, Unknown},
		{"neither late nor poor: all but both", map[string]string{"all": "10", "done": "10", "late": "1", "poor": "1"}, "neither", OpAtLeast, "80%", Unknown, Holds},
		{"neither late nor poor: one too many", map[string]string{"all": "10", "done": "10", "late": "1", "poor": "2"}, "neither", OpAtLeast, "80%", Unknown, Fails},
		{"neither late nor poor: the poor unknown", map[string]string{"all": "10", "done": "10", "late": "3"}, "neither", OpAtLeast, "80%", Unknown, Fails},
		{"neither late nor poor: the late unknown", map[string]string{"all": "10", "done": "10", "poor": "1"}, "neither", OpAtLeast, "80%", Unknown, Unknown},
		{"no bound at all", map[string]string{"all": "10", "done": "9"}, "wild", OpAtLeast, "1%", Unknown, Unknown},
		{"exactly, between the ends", map[string]string{"all": "10", "done": "9"}, "on_time", OpEquals, "50%", Unknown, Unknown},
		{"none of an unknown number", map[string]string{"late": "0"}, "late", OpMoreThan, "50%", Fails, Fails},
		{"none of an unknown number, perhaps of none", map[string]string{"late": "0"}, "late", OpMoreThan, "50%", NotApplicable, Unknown},
		{"one of an unknown number", map[string]string{"late": "1"}, "late", OpMoreThan, "50%", Fails, Unknown},
		{"unknown of none", map[string]string{"all": "0"}, "late", OpMoreThan, "50%", NotApplicable, NotApplicable},
	} {
		f := NewFrame(s)
		row := f.Append(Place{Source: -1})
		fill(t, f, row, c.facts)
		part, _ := s.Index(c.part)
		of, _ := s.Index("all")
		n := &shareNode{part, of, c.op, *num(c.rate), c.none}
		if got := n.eval(&context{frame: f, row: row}); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNeeds(t *testing.T) {
	said, kept := yesNo("said", ""), yesNo("kept", "")
	said.Needs = &Need{Fact: "named", When: "yes"}
	kept.Needs = &Need{Fact: "named", When: "yes"}
	said.Supplier, kept.Supplier = SupplyOffice, SupplyBranch
	counted := count("votes")
	counted.Supplier, counted.Needs = SupplyOffice, &Need{Fact: "named"}
	named := FactDef{ID: "named", Kind: Member, Type: ChoiceFact, Heading: "Tên", Supplier: SupplyOffice, Blank: "none", Choices: []Choice{{Code: "some"}, {Code: "none"}}}
	v, ps := NewVocabulary([]FactDef{said, kept, counted, named}, nil)
	failOn(t, ps)
	for _, c := range []struct {
		facts map[string]string
		want  int
	}{
		{map[string]string{}, 0},
		{map[string]string{"said": "yes"}, 1},
		{map[string]string{"said": "yes", "named": "none"}, 1},
		{map[string]string{"said": "yes", "named": "some"}, 0},
		{map[string]string{"said": "no"}, 0},
		{map[string]string{"votes": "3"}, 1},
		{map[string]string{"kept": "yes"}, 0}, // its workbook has no such column
	} {
		f := NewFrame(v.Schema(Member))
		row := f.Append(Place{Source: -1})
		fill(t, f, row, c.facts)
		if got := forgotten(f, row); len(got) != c.want {
			t.Errorf("%v: %v, want %d", c.facts, got, c.want)
		}
	}
	bad := yesNo("bad", "")
	bad.Needs = &Need{Fact: "bad", Denied: "never"}
	if _, ps := NewVocabulary([]FactDef{bad}, nil); len(ps) == 0 {
		t.Error("a value that denies and does not exist passes")
	}
	bad.Needs = &Need{Fact: "nobody"}
	if _, ps := NewVocabulary([]FactDef{bad}, nil); len(ps) == 0 {
		t.Error("a need of an unknown fact passes")
	}
	bad.Needs = &Need{Fact: "bad", When: "perhaps"}
	if _, ps := NewVocabulary([]FactDef{bad}, nil); len(ps) == 0 {
		t.Error("a need on an unknown value passes")
	}
}

// Votes that were counted cannot be of a vote that was not held; nought can, and who
// says nothing of it is not asked.
func TestNeedThatIsDenied(t *testing.T) {
	votes := count("votes")
	votes.Needs = &Need{Fact: "held", Denied: "no"}
	v, ps := NewVocabulary([]FactDef{votes, yesNo("held", "")}, nil)
	failOn(t, ps)
	for _, c := range []struct {
		votes, held string
		code        Code
	}{{"3", "no", "E325"}, {"0", "no", ""}, {"3", "yes", ""}, {"3", "", ""}, {"", "no", ""}} {
		f := NewFrame(v.Schema(Member))
		row := f.Append(Place{Source: -1})
		facts := map[string]string{"votes": c.votes, "held": c.held}
		maps.DeleteFunc(facts, func(_, v string) bool { return v == "" })
		fill(t, f, row, facts)
		got := forgotten(f, row)
		if c.code == "" && len(got) > 0 || c.code != "" && (len(got) != 1 || got[0].Code != c.code || got[0].Severity != Error || len(got[0].Related) != 1) {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// A blank that is declared to mean "none" says nothing beside what speaks of one: it is
// unknown, or what a case of the thing implies. Only the value that speaks counts.
func TestBlankBesideWhatSpeaksAgainstIt(t *testing.T) {
	when, of := yesNo("duty", ""), yesNo("case", "")
	when.Needs = &Need{Fact: "named", When: "yes", Denied: "none"}
	of.Needs = &Need{Fact: "any", When: "yes", Denied: "no", Implies: "yes"}
	named := FactDef{ID: "named", Kind: Member, Type: ChoiceFact, Heading: "Tên", Supplier: when.Supplier, Blank: "none", Choices: []Choice{{Code: "some"}, {Code: "none"}}}
	anyOf := yesNo("any", "no")
	v, ps := NewVocabulary([]FactDef{when, of, named, anyOf}, nil)
	failOn(t, ps)
	for _, c := range []struct {
		facts map[string]string
		fact  FactID
		known string
		told  Code
	}{
		{map[string]string{"duty": "yes"}, "named", "", "E322"},
		{map[string]string{"duty": "no"}, "named", "none", ""},
		{map[string]string{"duty": "yes", "named": "none"}, "named", "none", "E325"},
		{map[string]string{"duty": "yes", "named": "some"}, "named", "some", ""},
		{map[string]string{"case": "yes"}, "any", "yes", ""},
		{map[string]string{"case": "no"}, "any", "no", ""},
		{map[string]string{"case": "yes", "any": "no"}, "any", "no", "E325"},
		{map[string]string{"any": "yes"}, "any", "yes", ""},
	} {
		f := NewFrame(v.Schema(Member))
		row := f.Append(Place{Source: -1})
		fill(t, f, row, c.facts)
		i, _ := f.Schema.Index(c.fact)
		if got := f.Data(i, f.Known(row, i)); got != c.known {
			t.Errorf("%v: %s is %q, want %q", c.facts, c.fact, got, c.known)
		}
		told := Code("")
		for _, p := range forgotten(f, row) {
			told += p.Code
		}
		if told != c.told {
			t.Errorf("%v: told %q, want %q", c.facts, told, c.told)
		}
	}
	bad := yesNo("bad", "")
	bad.Needs = &Need{Fact: "bad", Denied: "no", Implies: "never"}
	if _, ps := NewVocabulary([]FactDef{bad}, nil); len(ps) == 0 {
		t.Error("an implied value that does not exist passes")
	}
}

func TestOneCellForTwoCeilings(t *testing.T) {
	v := sampleVocabulary(t)
	orgs := NewFrame(v.Schema(Organization))
	orgs.Append(Place{Source: -1})
	i, _ := orgs.Schema.Index("uplift")
	orgs.SetText(0, i, "12-QĐ")
	one := &CapSpec{ID: "A", Text: "một", Uplift: &UpliftSpec{GrantedBy: "uplift"}}
	two := &CapSpec{ID: "B", Text: "hai", Uplift: &UpliftSpec{GrantedBy: "uplift"}}
	r := &Report{Inputs: &Inputs{Above: &Population{Frame: orgs, Subjects: []Subject{{Org: 3}}}}}
	if _, _, ok := r.granted(3, "uplift"); !ok {
		t.Error("a decision of an organization graded elsewhere is not seen")
	}
	if _, _, ok := r.granted(2, "uplift"); ok {
		t.Error("another organization's decision is taken")
	}
	r.Caps = []CapFinding{{Cap: one, Org: 3, Uplifted: true}, {Cap: one, Org: 3, Uplifted: true, Group: "x"}, {Cap: two, Org: 4, Uplifted: true}}
	if ps := r.sharedUplifts(); len(ps) != 0 {
		t.Errorf("groups of one ceiling, and two organizations, are no matter: %v", ps)
	}
	r.Caps = append(r.Caps, CapFinding{Cap: two, Org: 3, Uplifted: true}, CapFinding{Cap: two, Org: 3, Uplifted: true, Group: "x"})
	if ps := r.sharedUplifts(); len(ps) != 1 || ps[0].Code != "E332" {
		t.Errorf("got %v, want one E332", ps)
	}
}

// Nought of a vote that was not held is as good as not given, through what it is a
// part of, too; facts that need each other end nowhere.
func TestNoughtOfWhatIsDenied(t *testing.T) {
	total, low, round, trip := count("total"), count("low"), count("round"), count("trip")
	total.Needs, low.Needs = &Need{Fact: "held", Denied: "no"}, &Need{Fact: "total"}
	round.Needs, trip.Needs = &Need{Fact: "trip"}, &Need{Fact: "round"}
	v, ps := NewVocabulary([]FactDef{total, low, round, trip, yesNo("held", "")}, nil)
	failOn(t, ps)
	for _, c := range []struct {
		facts map[string]string
		fact  FactID
		want  bool
	}{
		{map[string]string{"held": "no", "total": "0"}, "total", true},
		{map[string]string{"held": "no", "total": "0", "low": "0"}, "low", true},
		{map[string]string{"held": "no", "low": "0"}, "low", true},
		{map[string]string{"held": "no", "total": "5", "low": "0"}, "low", false},
		{map[string]string{"held": "no", "total": "5"}, "total", false},
		{map[string]string{"held": "yes", "total": "0"}, "total", false},
		{map[string]string{"total": "0"}, "total", false},
		{map[string]string{"held": "no", "round": "0", "trip": "0"}, "round", false},
	} {
		f := NewFrame(v.Schema(Member))
		row := f.Append(Place{Source: -1})
		fill(t, f, row, c.facts)
		i, _ := f.Schema.Index(c.fact)
		if got := f.isNothing(row, i, f.Value(row, i)); got != c.want {
			t.Errorf("%v: %s is nothing: %v", c.facts, c.fact, got)
		}
	}
}
