package evaluate

import (
	"strings"
	"testing"
)

// Of several bounds that hold, only those that keep somebody from the next grade
// are told, as the reason and as what is lacking.
func TestOnlyBoundsThatBindAreTold(t *testing.T) {
	long := ConditionSpec{Fact: "sick", Compare: &Comparison{Op: OpAtLeast, Values: []string{"3"}}}
	for _, c := range []struct {
		name    string
		bounds  []SanctionSpec
		facts   map[string]string
		grade   string
		because string // the rule the reason names
		tells   []string
	}{
		{"the higher of two", []SanctionSpec{{RuleSpec: rule("WIDE", long), NotAbove: "good"}}, map[string]string{"sick": "4"}, "completed", "SICK", []string{"SICK"}},
		{"one that the points keep below anyway", []SanctionSpec{{RuleSpec: rule("WIDE", long), NotAbove: "good"}}, map[string]string{"sick": "4", "p1": "60"}, "completed", "", []string{"SICK"}},
		{"both alike", []SanctionSpec{{RuleSpec: rule("ALSO", long), NotAbove: "completed"}}, map[string]string{"sick": "4"}, "completed", "ALSO", []string{"SICK", "ALSO"}},
		{"a lowering that is not what keeps", []SanctionSpec{{RuleSpec: rule("LOWER", long), LowerBy: 1}}, map[string]string{"sick": "4"}, "completed", "SICK", []string{"SICK"}},
		{"a lowering that is", []SanctionSpec{{RuleSpec: rule("LOWER", is("relief", "yes")), LowerBy: 1}}, map[string]string{"relief": "yes"}, "good", "LOWER", []string{"LOWER"}},
		{"the one of them", []SanctionSpec{{RuleSpec: rule("FORCE", is("relief", "yes")), Forced: "not_completed"}}, map[string]string{"sick": "4", "relief": "yes"}, "not_completed", "FORCE", []string{"FORCE"}},
	} {
		spec := sampleSpec()
		spec.Sanctions = append(spec.Sanctions, c.bounds...)
		rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
		failOn(t, ps)
		r, _ := proposalReport(t, rs, []int{0}, []map[string]string{c.facts})
		if got := rs.Scale().Rung(r.Results[Member][0].Rank).ID; got != c.grade {
			t.Errorf("%s: %s, want %s", c.name, got, c.grade)
		}
		reason, next := r.Reason(Member, 0), r.NextGrade(Member, 0)
		for _, id := range []string{"SICK", "WIDE", "ALSO", "LOWER", "FORCE"} {
			if strings.Contains(reason, id) != (id == c.because) {
				t.Errorf("%s: the reason is %q", c.name, reason)
			}
			told := false
			for _, want := range c.tells {
				told = told || want == id
			}
			if strings.Contains(next, "bị giới hạn: "+id) != told {
				t.Errorf("%s: %q, want it to tell %v", c.name, next, c.tells)
			}
		}
	}
}
