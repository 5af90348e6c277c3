package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A proposal or a decision of a grade that an office's own scale does not have is told, and
// not used; one of its grades, and those of the law where they are in force, say nothing.
func TestGradesThatTheScaleDoesNotHaveAreTold(t *testing.T) {
	for _, c := range []struct{ period, set, given, told string }{
		{"2025-11", "an-phu-sheet-b@2025-r1", "excellent", "“Tốt”, “Khá”, “Trung bình”, “Kém”"},
		{"2025-11", "an-phu-sheet-b@2025-r1", "not_completed", "không được dùng"},
		{"2025-11", "an-phu-sheet-b@2025-r1", "good", ""},
		{"2025", "", "excellent", ""},
		{"2025", "", "not_completed", ""},
	} {
		run := &coupling{period: c.period, kinds: []evaluate.Kind{evaluate.Organization}, orgs: manyBranches(2), chosen: map[evaluate.Kind]string{evaluate.Organization: c.set}}
		rs := run.assembly(t, libraries{}).sets[evaluate.Organization]
		f := evaluate.NewFrame(rs.Schema())
		row := f.Append(evaluate.Place{Source: -1})
		told := func(role evaluate.Role, ps func() []evaluate.Problem) {
			i := f.Schema.ByRole(role)
			choice, known := f.Schema.Facts[i].CodeIndex(c.given)
			if !known {
				t.Fatalf("%s is no choice", c.given)
			}
			f.Set(row, i, evaluate.ChoiceValue(choice))
			got := ""
			for _, p := range ps() {
				if strings.Contains(p.Message, "thang xếp loại") {
					got += string(p.Code) + p.Message
				}
			}
			if !strings.Contains(got, c.told) || (got != "") != (c.told != "") {
				t.Errorf("%s %s %s: told %q, want %q", c.period, role, c.given, got, c.told)
			}
			f.Clear(row, i)
		}
		told(evaluate.RoleProposal, func() []evaluate.Problem { return rs.CheckRow(f, row) })
		told(evaluate.RoleDecision, func() []evaluate.Problem {
			return (&evaluate.Result{Rules: rs}).DecisionProblems(f, row, "")
		})
	}
}
