package rules

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What a set cannot grade anybody without follows from its rules: a test that
// nothing stands in for, and the lines that every sheet adds up. Counts beside a
// statement, facts of some people only and columns for show are not among it.
func TestFactsWanted(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	seen := 0
	for _, rs := range lib.Sets {
		want, ok := map[string]struct{ in, out []evaluate.FactID }{
			"vn-21hd-member@2019-r1": {[]evaluate.FactID{"sick_leave_months", "level_results", "level_remedy"},
				[]evaluate.FactID{"maternity_months", "tasks_done", "completion_statement", "state_grade", "discipline"}},
			"vn-124-member@2023-r1": {[]evaluate.FactID{"level_results"}, []evaluate.FactID{"sick_leave_months"}},
			"vn-366-member@2025-r1": {[]evaluate.FactID{"score_i1", "score_i2", "score_r1"},
				[]evaluate.FactID{"score_i3", "sick_leave_months", "tasks_assigned", "task_statement"}},
			"vn-nd335-unit@2026-r1":        {[]evaluate.FactID{"nd335u_i_1"}, []evaluate.FactID{"founded_on"}},
			"vn-21hd-organization@2019-r1": {[]evaluate.FactID{"level_ideology"}, []evaluate.FactID{"founded_on"}},
		}[rs.Ref()]
		if !ok {
			continue
		}
		seen++
		got := map[evaluate.FactID]bool{}
		for _, i := range rs.FactsWanted() {
			got[rs.Schema().Facts[i].ID] = true
			if !slices.Contains(rs.FactsUsed(), i) {
				t.Errorf("%s wants %s and does not collect it", rs.Ref(), rs.Schema().Facts[i].ID)
			}
		}
		for _, id := range want.in {
			if !got[id] {
				t.Errorf("%s does not want %s", rs.Ref(), id)
			}
		}
		for _, id := range want.out {
			if got[id] {
				t.Errorf("%s wants %s", rs.Ref(), id)
			}
		}
	}
	if seen != 5 {
		t.Errorf("%d of 5 sets seen", seen)
	}
}
