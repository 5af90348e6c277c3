package evaluate

import (
	"slices"
	"testing"
)

// Every mistake in a rule file has its code, and all are told at once.
func TestNewRuleSetFindsEveryMistake(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*RuleSetSpec, map[string]*SheetSpec)
		want  []string
	}{
		{"sound", func(*RuleSetSpec, map[string]*SheetSpec) {}, nil},
		{"unknown fact", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].When.Fact = "nonsense" }, []string{"R222"}},
		{"unknown code", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].When.Compare.Values[0] = "perhaps" }, []string{"R228"}},
		{"unordered choice", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].When.Compare.Op = OpAtLeast }, []string{"R235"}},
		{"points where a share is meant", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			s.Ladder[1].Needs[0].When = share("on_time", "assigned", OpAtLeast, "100")
		}, []string{"R236"}},
		{"share without when_none", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			s.Ladder[1].Needs[0].When = share("on_time", "assigned", OpAtLeast, "100%")
			s.Ladder[1].Needs[0].When.WhenNone = nil
		}, []string{"R237"}},
		{"share of different units", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			s.Ladder[1].Needs[0].When = share("sick", "assigned", OpAtLeast, "100%")
		}, []string{"R238"}},
		{"no citation", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].Cite = Citation{} }, []string{"R241"}},
		{"unknown source", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].Cite.Source = "X" }, []string{"R242"}},
		{"no standing", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].Standing = "" }, []string{"R243"}},
		{"second hand without a switch", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].Standing = SecondHand }, []string{"R244"}},
		{"no text", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Bars[0].Text = "" }, []string{"R245"}},
		{"unknown rung", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Sanctions[0].NotAbove = "x" }, []string{"R246"}},
		{"a rung is missing", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Ladder = s.Ladder[:3] }, []string{"R247", "R248"}},
		{"hole at exactly 90", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Ladder[0].Band.FromExcluded = true }, []string{"R248"}},
		{"gap", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Ladder[1].Band.To = num("89") }, []string{"R248"}},
		{"lines do not add up", func(_ *RuleSetSpec, m map[string]*SheetSpec) {
			c := &m["long"].Groups[0].Criteria[0]
			c.Max, c.Lines[0].Max = Int(31), Int(31)
		}, []string{"R240"}},
		{"unknown sheet", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Profiles[0].Sheet = "x" }, []string{"R251"}},
		{"everybody else stands first", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			s.Profiles[0], s.Profiles[1] = s.Profiles[1], s.Profiles[0]
		}, []string{"R257"}},
		{"fall-through nowhere", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.FallThrough = "x" }, []string{"R252"}},
		{"sanction that says two things", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Sanctions[0].LowerBy = 1 }, []string{"R253"}},
		{"cap over 100%", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Caps[0].Rate = Int(20) }, []string{"R254"}},
		{"cap without a group", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Caps[0].Within = "" }, []string{"R254"}},
		{"unused group", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			s.Groups = []GroupSpec{{ID: "g", Facts: []FactID{"fixed"}}}
		}, []string{"R255"}},
		{"repeated id", func(s *RuleSetSpec, _ map[string]*SheetSpec) { s.Sanctions[0].ID = "DECLINE" }, []string{"R220"}},
		{"grade of nobody", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			s.Bars[0].When = ConditionSpec{Grade: &GradeTest{OpAtLeast, Good}}
		}, []string{"R232"}},
		{"several at once", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			s.Bars[0].Cite, s.Bars[0].Text, s.FallThrough = Citation{}, "", "x"
		}, []string{"R241", "R245", "R252"}},
		{"unreachable rung", func(s *RuleSetSpec, _ map[string]*SheetSpec) {
			for i := range s.Ladder {
				s.Ladder[i].Band = nil
			}
			s.Ladder[2].Needs = append([]RuleSpec{rule("HT-LATE2", is("fixed", "yes"))}, s.Ladder[1].Needs[0])
			s.Ladder[2].Needs[1].ID = "HT-TIME"
		}, []string{"R249"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec, sheets := sampleSpec(), sampleSheets()
			c.spoil(&spec, sheets)
			_, ps := NewRuleSet(spec, sheets, sampleVocabulary(t), nil)
			got := codes(ps)
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
				for _, p := range ps {
					t.Log(p.Code, p.Message)
				}
			}
		})
	}
}

func TestSwitchesTurnRulesOn(t *testing.T) {
	spec := sampleSpec()
	spec.Bars[0].Standing, spec.Bars[0].Switch = SecondHand, "hearsay"
	for _, on := range []bool{false, true} {
		var switches []string
		want := "excellent"
		if on {
			switches, want = []string{"hearsay"}, "not_completed"
		}
		rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), switches)
		failOn(t, ps)
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, perfect(map[string]string{"decline": "yes"}))
		if w := rs.Decide(f, 0, sampleInputs(), nil); show(rs, w.Outcome, w.Rank, w.Possible, w.Suggested) != want {
			t.Errorf("switch %v: got %+v", on, w)
		}
	}
}

func TestInForceCountsPeriods(t *testing.T) {
	set := func(id, extends, from, to string) *RuleSet {
		s := sampleSpec()
		s.ID, s.Extends = id, extends
		s.From, _ = ParsePeriod(from)
		if to != "" {
			p, _ := ParsePeriod(to)
			s.To = &p
		}
		return &RuleSet{Spec: s}
	}
	quarters := set("quarters", "", "2026-Q1", "")
	quarters.Spec.Granularity, quarters.Spec.Except = Quarterly, []int{4}
	l := NewLibrary(nil, []*RuleSet{set("old", "", "2019", "2022"), set("new", "", "2025", ""), set("local", "new@1", "2025", ""), quarters}, nil)
	key := func(period, chosen string) LibraryKey {
		p, _ := ParsePeriod(period)
		return LibraryKey{Track: PartyTrack, Kind: Member, Period: p, Chosen: chosen}
	}
	for _, c := range []struct{ period, chosen, want string }{
		{"2019", "", "old"}, {"2022", "", "old"}, {"2025", "", "new"}, {"2031", "", "new"}, {"2025", "local", "local"}, {"2025", "local@1", "local"},
		{"2023", "", ""}, {"2018", "", ""}, {"2025-Q1", "", ""}, {"2026-Q3", "", "quarters"}, {"2026-Q4", "", ""}, {"2027-Q4", "", ""}, {"2022", "local", ""}, {"2025", "nobody", ""},
	} {
		rs, err := l.InForce(key(c.period, c.chosen))
		got := ""
		if err == nil {
			got = rs.Spec.ID
		}
		if got != c.want {
			t.Errorf("%s %q: got %q (%v), want %q", c.period, c.chosen, got, err, c.want)
		}
	}
	l.Sets = append(l.Sets, set("twin", "", "2025", ""))
	if _, err := l.InForce(key("2025", "")); err == nil {
		t.Error("two sets in force and no error")
	}
}

// A share is a percentage or a fraction, never a bare number; a third is exact.
func TestRatesAreExact(t *testing.T) {
	c := &compiler{}
	for text, want := range map[string]string{"30%": "0.3", "1/3": "1/3", "1/2": "0.5", "30": "", "1/3%": "", "x/3": "", "1/0": ""} {
		before := len(c.problems)
		_, x, ok := c.rate(&Comparison{Op: OpMoreThan, Values: []string{text}}, Origin{})
		if ok != (want != "") || ok && x.String() != want || !ok && len(c.problems) != before+1 {
			t.Errorf("%q: %v %s", text, ok, x)
		}
	}
	third, _ := ParseNum("1/3")
	if CmpShare(Int(4), Int(12), third) != 0 || CmpShare(Int(5), Int(12), third) <= 0 || CmpShare(Int(333_333_333), Int(1_000_000_000), third) >= 0 {
		t.Error("a third is not compared exactly")
	}
}

// Templates offer the set's own names of grades, but only spellings that every
// reader knows.
func TestProposalsInTheSetsOwnWords(t *testing.T) {
	v := sampleVocabulary(t)
	spec := sampleSpec()
	spec.Scale = slices.Clone(spec.Scale)
	spec.Scale[0].Label, spec.Scale[1].Label = "Trong sạch", "Không ai biết"
	before := v.Schema(Member)
	d := before.ByRole(RoleDecision)
	before.Facts[d].Choices[0].Aliases = []string{"Trong sạch"}
	rs, ps := NewRuleSet(spec, sampleSheets(), v, nil)
	failOn(t, ps)
	got := rs.Schema().Facts[d].Choices
	if got[0].Label != "Trong sạch" || got[1].Label != before.Facts[d].Choices[1].Label {
		t.Errorf("offered: %q, %q", got[0].Label, got[1].Label)
	}
	if before.Facts[d].Choices[0].Label == "Trong sạch" {
		t.Error("the vocabulary itself was changed")
	}
}
