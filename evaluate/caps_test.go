package evaluate

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// group builds a branch whose members have the given effective grades through
// decisions, so that a cap sees nothing but grades.
func groupReport(t testing.TB, rs *RuleSet, grades []string, uplift string, open int) *Report {
	t.Helper()
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseBranch}})
	f := NewFrame(rs.Schema())
	pop := &Population{Frame: f}
	for i, g := range grades {
		row := f.Append(Place{Source: -1})
		fill(t, f, row, map[string]string{"decision": g, "reason": "x"})
		pop.Subjects = append(pop.Subjects, Subject{ID: string(rune('a' + i%26)), Org: 1})
	}
	for range open {
		f.Append(Place{Source: -1})
		fill(t, f, f.Len()-1, perfect(map[string]string{"p1": "", "exempt": "no"}))
		pop.Subjects = append(pop.Subjects, Subject{ID: "open", Org: 1})
	}
	in.Populations = map[Kind]*Population{Member: pop}
	vocab := NewFrame(sampleVocabulary(t).Schema(Organization))
	vocab.Append(Place{Source: -1})
	if uplift != "" {
		fill(t, vocab, 0, map[string]string{"uplift": uplift})
	}
	in.Populations[Organization] = &Population{Frame: vocab, Subjects: []Subject{{ID: "B", Org: 1}}}
	r, ps := Grade(in, map[Kind]*RuleSet{Member: rs})
	over := 0
	for _, c := range codes(ps) {
		if c == "E334" {
			over++
		} else {
			t.Fatalf("unexpected %v", ps)
		}
	}
	// All grades here are decided, so a ceiling that is exceeded is exceeded by decisions.
	want := 0
	for _, f := range r.Caps {
		if f.Over.Min > 0 {
			want += len(f.Candidates)
		}
	}
	if over != want {
		t.Fatalf("%d times E334, want %d", over, want)
	}
	return r
}

func repeat(pairs ...any) []string {
	var out []string
	for i := 0; i < len(pairs); i += 2 {
		for range pairs[i].(int) {
			out = append(out, pairs[i+1].(string))
		}
	}
	return out
}

func TestCaps(t *testing.T) {
	for _, c := range []struct {
		name                          string
		base                          CapBase
		rounding                      string
		x, good, rest                 int
		uplift                        string
		baseN, listed, allowed, over_ int
	}{
		{"twelve good", GoodOnly, "floor", 3, 12, 0, "", 12, 2, 2, 1},
		{"twelve good, uplift decided", GoodOnly, "floor", 3, 12, 0, "12-QĐ", 12, 3, 3, 0},
		{"boundary", GoodOnly, "floor", 1, 5, 0, "", 5, 1, 1, 0},
		{"seven good", GoodOnly, "half_up", 1, 7, 0, "", 7, 1, 1, 0},
		{"three good, floor", GoodOnly, "floor", 1, 3, 0, "", 3, 0, 0, 1},
		{"three good, half up", GoodOnly, "half_up", 1, 3, 0, "", 3, 1, 1, 0},
		{"good or better", GoodOrBetter, "floor", 5, 19, 3, "", 24, 4, 4, 1},
		{"all rated", AllRated, "floor", 7, 5, 8, "", 20, 4, 4, 3},
		{"nobody good", GoodOnly, "floor", 2, 0, 0, "", 0, 0, 0, 2},
		{"lowering enlarges the base", GoodOnly, "floor", 10, 20, 0, "", 20, 4, 5, 5},
		{"nobody at all above completed", GoodOnly, "floor", 0, 0, 4, "", 0, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec := sampleSpec()
			spec.Caps[0].Base, spec.Caps[0].Rounding = c.base, c.rounding
			rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
			failOn(t, ps)
			r := groupReport(t, rs, repeat(c.x, "excellent", c.good, "good", c.rest, "completed"), c.uplift, 0)
			f := r.Caps[0]
			if f.Base.Min != c.baseN || f.AsListed.Min != c.listed || f.Allowed.Min != c.allowed || f.Over.Min != c.over_ || f.Have.Min != c.x {
				t.Errorf("base %v listed %v allowed %v over %v have %v", f.Base, f.AsListed, f.Allowed, f.Over, f.Have)
			}
			for _, rg := range []Range{f.Base, f.AsListed, f.Allowed, f.Over, f.Have} {
				if !rg.Exact() {
					t.Errorf("range %v though nobody is open", rg)
				}
			}
			if len(f.Candidates) != c.x {
				t.Errorf("%d candidates, want %d", len(f.Candidates), c.x)
			}
		})
	}
}

// The figures of a group with open people contain the figures of every way in
// which they may end.
func TestCapRangesContainEveryEnding(t *testing.T) {
	rs := sampleSet(t)
	r := rand.New(rand.NewPCG(3, 4))
	ends := []string{"excellent", "good", "completed", "not_completed"}
	for range 200 {
		settled := repeat(r.IntN(5), "excellent", r.IntN(12), "good", r.IntN(4), "completed")
		open := 1 + r.IntN(3)
		ranged := groupReport(t, rs, settled, "", open).Caps[0]
		final := slices.Clone(settled)
		for range open {
			final = append(final, ends[r.IntN(4)])
		}
		exact := groupReport(t, rs, final, "", 0).Caps[0]
		inside := func(name string, wide, narrow Range) {
			if narrow.Min < wide.Min || narrow.Max > wide.Max {
				t.Fatalf("%s: %v outside %v (settled %v, ending %v)", name, narrow, wide, settled, final)
			}
		}
		inside("have", ranged.Have, exact.Have)
		for i, w := range ranged.Readings {
			e := exact.Readings[i]
			of := string(w.Of) + " "
			inside(of+"base", w.Base, e.Base)
			inside(of+"listed", w.AsListed, e.AsListed)
			inside(of+"allowed", w.Allowed, e.Allowed)
			inside(of+"over", w.Over, e.Over)
			inside(of+"one more", w.OneMore, e.OneMore)
		}
	}
}

func TestCapGroupsAndMerit(t *testing.T) {
	rs := sampleSet(t)
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseCommittee},
		{Code: "B1", Parent: "B", Level: Branch}, {Code: "B2", Parent: "B", Level: Branch}, {Code: "C", Parent: "D", Level: BaseBranch}})
	f := NewFrame(rs.Schema())
	pop := &Population{Frame: f}
	add := func(id string, org int, facts map[string]string) {
		fill(t, f, f.Append(Place{Source: -1}), perfect(facts))
		pop.Subjects = append(pop.Subjects, Subject{ID: id, Org: org})
	}
	add("weak", 2, map[string]string{"p1": "91"})
	add("strong", 3, map[string]string{"p1": "99"})
	add("tie-b", 2, map[string]string{"p1": "95", "exceeded": "4"})
	add("tie-a", 3, map[string]string{"p1": "95", "exceeded": "4"})
	add("other base", 4, nil)
	add("head", 2, map[string]string{"similar": "Người đứng đầu"})
	in.Populations = map[Kind]*Population{Member: pop}
	r, _ := Grade(in, map[Kind]*RuleSet{Member: rs})
	if len(r.Caps) != 3 {
		t.Fatalf("%d groups, want the base committee, its declared group and the base branch", len(r.Caps))
	}
	var ids []string
	for _, row := range r.Caps[0].Candidates {
		ids = append(ids, pop.Subjects[row].ID)
	}
	if got, want := ids, []string{"strong", "tie-a", "tie-b", "weak"}; len(got) != 4 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] || got[3] != want[3] {
		t.Errorf("order of merit %v, want %v", got, want)
	}
	if r.Caps[1].Group != "Người đứng đầu" || r.Caps[1].Have.Min != 1 {
		t.Errorf("declared group: %+v", r.Caps[1])
	}
}

// A distinction within one rung: those chosen against everybody on the rung.
func TestCapOnThoseChosen(t *testing.T) {
	spec := sampleSpec()
	chosen := ConditionSpec{Fact: "fixed", Compare: &Comparison{Op: OpEquals, Values: []string{"yes"}}}
	spec.Caps[0].Base, spec.Caps[0].Below, spec.Caps[0].Only = AtRung, "", &chosen
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseBranch}})
	f := NewFrame(rs.Schema())
	in.Populations = map[Kind]*Population{Member: &Population{Frame: f}}
	add := func(facts map[string]string) {
		fill(t, f, f.Append(Place{Source: -1}), facts)
		in.Populations[Member].Subjects = append(in.Populations[Member].Subjects, Subject{ID: "s", Org: 1})
	}
	for i := range 12 {
		add(map[string]string{"decision": "excellent", "reason": "x", "fixed": []string{"yes", "no"}[min(1, i/3)]})
	}
	add(map[string]string{"decision": "good", "reason": "x", "fixed": "yes"})
	r, _ := Grade(in, map[Kind]*RuleSet{Member: rs})
	got := r.Caps[0]
	if got.Base != (Range{12, 12}) || got.Have != (Range{3, 3}) || got.Allowed != (Range{2, 2}) || got.Over != (Range{1, 1}) || len(got.Candidates) != 3 {
		t.Errorf("base %v have %v allowed %v over %v, %d candidates", got.Base, got.Have, got.Allowed, got.Over, len(got.Candidates))
	}
	add(perfect(map[string]string{"p1": "", "exempt": "no"}))
	r, _ = Grade(in, map[Kind]*RuleSet{Member: rs})
	if got := r.Caps[0]; got.Base != (Range{12, 13}) || got.Have != (Range{3, 4}) || got.Open != 1 {
		t.Errorf("with one open: base %v have %v open %d", got.Base, got.Have, got.Open)
	}
	spec.Caps[0].Only = nil
	if _, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil); len(codes(ps)) != 1 {
		t.Errorf("at_rung without only: %v", codes(ps))
	}
}
