package evaluate

import (
	"slices"
	"strings"
	"testing"
)

// Where the law gives no grade, a decision stands and is told with the rules and
// the cells behind that; neither a reason nor a relief makes it right.
func TestDecisionWhereThereIsNoGrade(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		facts map[string]string
		rules []string
	}{
		{map[string]string{"exempt": "yes", "decision": "excellent"}, []string{"EXEMPT"}},
		{map[string]string{"exempt": "yes", "decision": "excellent", "reason": "x", "granted": "yes"}, []string{"EXEMPT"}},
		{map[string]string{"admitted": "2025-09-01", "decision": "good", "reason": "NEW", "granted": "yes"}, []string{"NEW"}},
		{map[string]string{"exempt": "yes", "admitted": "2025-09-01", "decline": "yes", "sick": "7", "decision": "not_completed"}, []string{"EXEMPT", "NEW"}},
		{map[string]string{"exempt": "yes"}, nil},
		{map[string]string{"admitted": "", "decision": "excellent"}, nil}, // not known to be without
	} {
		r, ps := proposalReport(t, rs, []int{0}, []map[string]string{c.facts})
		var got []string
		for _, p := range ps {
			if p.Code != codeDecidedUnrated {
				if p.LacksInDecision() && p.Code != CodeDecidedOver && c.rules != nil {
					t.Errorf("%v: %s besides", c.facts, p.Code)
				}
				continue
			}
			if !p.LacksInDecision() {
				t.Errorf("%v: no lack in the decision", c.facts)
			}
			for _, id := range []string{"EXEMPT", "NEW"} {
				if strings.Contains(p.Message, id+" (00-MẪU, Điều "+id+")") {
					got = append(got, id)
				}
			}
		}
		if !slices.Equal(got, c.rules) {
			t.Errorf("%v: told %v, want %v", c.facts, got, c.rules)
		}
		if res := r.Results[Member][0]; c.rules != nil && (res.Outcome != Graded || res.Decided != res.Rank || res.Decided == NoRank) {
			t.Errorf("%v: the decision does not stand", c.facts)
		}
	}
}

// What an authority outside the campaign has graded is not graded again here: a
// decision of another grade stands and is told with the cell of that grade, and no
// reason or relief makes it right. One of the same grade says nothing new.
func TestDecisionOnWhatIsGradedElsewhere(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		facts map[string]string
		told  bool
	}{
		{map[string]string{"given_above": "good", "decision": "excellent"}, true},
		{map[string]string{"given_above": "good", "decision": "excellent", "reason": "x"}, true},
		{map[string]string{"given_above": "good", "decision": "completed", "reason": "x", "granted": "yes"}, true},
		{map[string]string{"given_above": "good", "decline": "yes", "decision": "excellent"}, true},
		{map[string]string{"given_above": "good", "decision": "good"}, false},
		{map[string]string{"given_above": "good"}, false},
	} {
		r, ps := proposalReport(t, rs, []int{0}, []map[string]string{c.facts})
		told := 0
		for _, p := range ps {
			switch {
			case p.Code == codeDecidedUnrated:
				if told++; !strings.Contains(p.Message, "“Tốt”") || len(p.Related) != 1 || !p.LacksInDecision() {
					t.Errorf("%v: %+v", c.facts, p)
				}
			case c.told && p.LacksInDecision() && p.Code != CodeDecidedOver:
				t.Errorf("%v: %s besides", c.facts, p.Code)
			}
		}
		if told > 1 || (told == 1) != c.told {
			t.Errorf("%v: told %d times", c.facts, told)
		}
		if res := r.Results[Member][0]; res.Outcome != Graded || res.Decided != NoRank && res.Decided != res.Rank {
			t.Errorf("%v: the decision does not stand", c.facts)
		}
	}
}

// A decision above a bar is told with the bar: whether a relief is lacking, or none
// can be given because the regulation knows none.
func TestDecisionAboveABar(t *testing.T) {
	spec := sampleSpec()
	spec.Bars = append(spec.Bars, BarSpec{RuleSpec: rule("HARD", is("outside", "yes")), CountsAs: "other"})
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	const lacks, none = "chưa ghi nhận việc xem xét giảm nhẹ: ", "không cho xem xét giảm nhẹ: "
	for _, c := range []struct {
		facts map[string]string
		want  string // how the message ends; "" for none
	}{
		{map[string]string{"decline": "yes"}, lacks + "DECLINE (00-MẪU, Điều DECLINE)"},
		{map[string]string{"decline": "yes", "granted": "yes"}, ""},
		{map[string]string{"outside": "yes"}, none + "HARD (00-MẪU, Điều HARD)"},
		{map[string]string{"outside": "yes", "granted": "yes"}, none + "HARD (00-MẪU, Điều HARD)"},
		{map[string]string{"outside": "yes", "decline": "yes", "granted": "yes"}, none + "HARD (00-MẪU, Điều HARD)"},
		{map[string]string{"decline": "yes", "excused": "yes"}, ""},
	} {
		c.facts["decision"], c.facts["reason"] = "good", "x"
		_, ps := proposalReport(t, rs, []int{0}, []map[string]string{c.facts})
		got := ""
		for _, p := range ps {
			if p.Code == codeNoRelief {
				got = p.Message
			}
		}
		if !strings.HasSuffix(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%v: %q, want it to end %q", c.facts, got, c.want)
		}
	}
}
