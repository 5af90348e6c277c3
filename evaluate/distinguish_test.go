package evaluate

import "testing"

// A set distinguishes two values where some test in force, or another use, does.
func TestDistinguishes(t *testing.T) {
	statement := func(codes ...string) ConditionSpec {
		return ConditionSpec{Fact: "statement", Compare: &Comparison{Op: OpOneOf, Values: codes}}
	}
	off := rule("EXTRA", is("statement", "late"))
	off.Switch, off.Standing = "extra", SecondHand
	bare := func(change func(s *RuleSetSpec)) func(s *RuleSetSpec) {
		return func(s *RuleSetSpec) {
			for i := range s.Ladder {
				s.Ladder[i].Needs = nil
			}
			change(s)
		}
	}
	for _, c := range []struct {
		name   string
		change func(s *RuleSetSpec)
		fact   FactID
		a, b   string
		want   bool
	}{
		{"nobody asks", bare(func(*RuleSetSpec) {}), "statement", "exceeded", "late", false},
		{"alike in every test", bare(func(s *RuleSetSpec) { s.Ladder[0].Needs = []RuleSpec{rule("N", statement("exceeded", "on_time"))} }), "statement", "exceeded", "on_time", false},
		{"unlike in one", bare(func(s *RuleSetSpec) { s.Ladder[0].Needs = []RuleSpec{rule("N", statement("exceeded", "on_time"))} }), "statement", "on_time", "late", true},
		{"in a scope", bare(func(s *RuleSetSpec) {
			n := rule("N", is("fixed", "yes"))
			scope := ConditionSpec{Not: &ConditionSpec{Any: []ConditionSpec{is("statement", "late"), is("fixed", "na")}}}
			n.AppliesWhen = &scope
			s.Ladder[0].Needs = []RuleSpec{n}
		}), "statement", "on_time", "late", true},
		{"where stated first", bare(func(s *RuleSetSpec) {
			s.Ladder[0].Needs = []RuleSpec{rule("N", ConditionSpec{FirstKnown: []ConditionSpec{is("statement", "late"), is("fixed", "yes")}})}
		}), "statement", "on_time", "late", true},
		{"a rule that is switched off", bare(func(s *RuleSetSpec) { s.Ladder[0].Needs = []RuleSpec{off} }), "statement", "on_time", "late", false},
		{"the table of sheets", bare(func(*RuleSetSpec) {}), "outside", "yes", "no", true},
		{"what does not apply is neither yes nor no", bare(func(*RuleSetSpec) {}), "outside", "na", "no", true},
		{"a value unknown to the set", bare(func(*RuleSetSpec) {}), "outside", "yes", "perhaps", true},
		{"one value", bare(func(*RuleSetSpec) {}), "outside", "yes", "yes", false},
		{"numbers alike in every test", bare(func(*RuleSetSpec) {}), "sick", "1", "2", false},
		{"numbers unlike in one", bare(func(*RuleSetSpec) {}), "sick", "2", "3", true},
		{"a number that is part of a share", func(*RuleSetSpec) {}, "late", "1", "2", true},
		{"a day", bare(func(*RuleSetSpec) {}), "admitted", "2025-01-01", "2025-01-02", true},
		{"a fact unknown to the kind", bare(func(*RuleSetSpec) {}), "uplift", "1", "2", false},
		{"who comes first under a ceiling", bare(func(s *RuleSetSpec) { s.Caps[0].Merit = append(s.Caps[0].Merit, MeritKey{Fact: "statement"}) }), "statement", "on_time", "late", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec := sampleSpec()
			c.change(&spec)
			rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
			for _, p := range ps {
				if p.Severity == Error {
					t.Fatal(p)
				}
			}
			if got := rs.Distinguishes(c.fact, c.a, c.b); got != c.want {
				t.Errorf("got %t", got)
			}
			if back := rs.Distinguishes(c.fact, c.b, c.a); back != c.want {
				t.Errorf("the other way round: %t", back)
			}
		})
	}
}

// What a set counts others by tells their values apart only where the count does.
func TestCountsApart(t *testing.T) {
	of := &Schema{Kind: Leader, index: map[FactID]int{"discipline": 0}, Facts: []FactDef{{ID: "discipline", Kind: Leader, Type: ChoiceFact,
		Choices: []Choice{{Code: "none"}, {Code: "reprimand"}, {Code: "warning"}}}}}
	graver := notNode{&factNode{fact: 0, op: OpOneOf, codes: []int{0, 1}}}
	rs := &RuleSet{Rules: []Rule{{when: allNode{anyNode{&countNode{of: Fellows, where: graver}}}}}}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"none", "warning", true}, {"none", "reprimand", false}, {"warning", "warning", false}, {"none", "perhaps", true}} {
		if got := rs.CountsApart(of, "discipline", c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %t", c.a, c.b, got)
		}
	}
	if rs.CountsApart(&Schema{Kind: Member, index: of.index, Facts: of.Facts}, "discipline", "none", "warning") {
		t.Error("nobody counts members")
	}
}
