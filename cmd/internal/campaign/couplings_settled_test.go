package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A bound below which there is no other grade settles what the rungs leave open: no
// blank can change it, and nobody has anything to consider.
func TestABoundThatLeavesOneGrade(t *testing.T) {
	head := leader366("head", "Chủ tịch", "không", "UB", "không", "25")
	tasks := []evaluate.FactID{"unit_tasks_assigned", "unit_tasks_done", "unit_tasks_late", "unit_tasks_exceeded"}
	l := libraries{}
	for _, c := range []struct {
		name    string
		unit    string
		facts   row
		to, why string
	}{
		{"blank cells, the unit failed", "not_completed", head.without(tasks...), "not_completed", "không được xếp loại cao hơn mức của cơ quan, đơn vị"},
		{"conditions failed, the unit failed", "not_completed", head.with(row{"unit_tasks_done": "9"}), "not_completed", "không được xếp loại cao hơn mức của cơ quan, đơn vị"},
		{"blank cells, the unit completed", "completed", head.without(tasks...), "undecided: completed not_completed", ""},
		{"conditions failed, the unit completed", "completed", head.with(row{"unit_tasks_done": "9"}), "review: completed not_completed", ""},
		{"conditions failed, the unit not graded yet", "", head.with(row{"unit_tasks_done": "9"}), "undecided: completed not_completed", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := []sheet{leaders(somebody("An", c.facts)), collectivesGiven("management", "TT", "excellent")}
			if c.unit != "" {
				books = append(books, unitsGiven("UB", c.unit))
			}
			r := (&coupling{period: "2025", switches: []string{"head_not_above_unit"}, bodies: offices(), books: books}).run(t, l)
			comes{kind: evaluate.Leader, who: "An", to: c.to}.check(t, r)
			if got := r.report.Reason(evaluate.Leader, 0); !strings.Contains(got, c.why) {
				t.Errorf("because %s", got)
			}
		})
	}
}
