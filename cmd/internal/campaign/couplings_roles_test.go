package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Roles of one person that come out different are told, and so is a count of
// failed units that the results contradict; neither changes a grade.
func TestRolesThatDifferAreTold(t *testing.T) {
	office := sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("An", row{"state_grade": "excellent"})}}
	trial := func(unitGrade string, post row, more ...sheet) coupling {
		books := append(branch21([]row{somebody("An", memberLevels("excellent", "good"))}, orgLevels("excellent", "good"), counterparts("none")),
			units(unit("P1", unitGrade)), leaders(somebody("An", post)), office)
		return coupling{period: "2021", bodies: offices(), books: append(books, more...)}
	}
	head := func(charge string, facts ...row) row {
		return post21("head", "Trưởng phòng", "không", "P1", charge, facts...)
	}
	counted := func(n string) row { return row{"units_in_charge": "1", "units_failed": n} }
	l := libraries{}
	for _, c := range []struct {
		name   string
		c      coupling
		differ bool
		count  bool
	}{
		{"the unit fails its head", trial("not_completed", head("không")), true, false},
		{"the unit does as well as its head", trial("excellent", head("không")), false, false},
		{"failed units not counted", trial("not_completed", head("P1", counted("0"))), true, true},
		{"failed units counted", trial("not_completed", head("P1", counted("1"))), true, false},
		{"failed units counted that did not fail", trial("excellent", head("P1", counted("1"))), false, true},
		{"nobody named, the unit of his own failed", trial("not_completed", head("", counted("0")).without("unit_codes_in_charge")), true, false},
		{"nobody named by a deputy, the unit he works in failed", trial("not_completed", head("", counted("0")).without("unit_codes_in_charge").with(row{"leadership_post": "deputy"})), false, false},
		{"nobody named, others may have failed: below the best either way", trial("excellent", head("", counted("1")).without("unit_codes_in_charge")), true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.c.run(t, l)
			m, p := r.find(evaluate.Member, "An"), r.find(evaluate.Leader, "An")
			if m < 0 || p < 0 {
				t.Fatal("An is not there in both roles")
			}
			t.Logf("member %s, leader %s", r.outcome(evaluate.Member, m), r.outcome(evaluate.Leader, p))
			for code, want := range map[evaluate.Code]bool{"E378": c.differ, "E379": c.count} {
				about := func(q evaluate.Problem) bool { return q.Code == code && q.Subject != "" && q.At.Cell != "" }
				times := 0
				for _, q := range r.problems {
					if q.Code == code {
						times++
					}
				}
				if i := slices.IndexFunc(r.problems, about); i >= 0 && code == "E379" && !strings.Contains(r.problems[i].Message, "xét ") {
					t.Errorf("which rule used which number is not said: %v", r.problems)
				}
				if want && times != 1 {
					t.Errorf("%s is said %d times", code, times)
				}
				if said := slices.ContainsFunc(r.problems, about); said != want {
					t.Errorf("%s said %t, want %t: %v", code, said, want, r.problems)
				}
				for kind, row := range map[evaluate.Kind]int{evaluate.Member: m, evaluate.Leader: p} {
					if said := slices.ContainsFunc(r.report.RemarksOn(kind, row), about); said != want {
						t.Errorf("%s in the explanation of the %s: %t, want %t", code, kind, said, want)
					}
				}
			}
		})
	}
}

// What the head of a unit reports of its tasks is held against the unit's own
// report: one warning with both cells, and each is used where it stands. A deputy
// need not lead the whole unit, and a blank says nothing.
func TestCountsOfTheUnitAreHeldAgainstItsOwn(t *testing.T) {
	slow := unit("P1", "good").with(row{"tasks_assigned": "15", "tasks_done": "10", "tasks_late": "2"})
	same := row{"unit_tasks_assigned": "15", "unit_tasks_done": "10", "unit_tasks_late": "2"}
	head := func(facts row) row {
		return leader366("head", "Trưởng phòng", "không", "P1", "không", "25").without("unit_tasks_exceeded", "unit_tasks_assigned", "unit_tasks_done", "unit_tasks_late").with(facts)
	}
	l := libraries{}
	for _, c := range []struct {
		name string
		post row
		unit row
		want string // what the warning names
	}{
		{"all done against ten of fifteen", head(row{"unit_tasks_assigned": "15", "unit_tasks_done": "15", "unit_tasks_late": "2"}), slow, "“Đơn vị hoàn thành” ghi 15, đơn vị ghi 10"},
		{"two differ", head(row{"unit_tasks_assigned": "15", "unit_tasks_done": "15", "unit_tasks_late": "0"}), slow, "“Đơn vị hoàn thành” ghi 15, đơn vị ghi 10; “Đơn vị chậm tiến độ” ghi 0, đơn vị ghi 2"},
		{"the same", head(same), slow, ""},
		{"a deputy", head(row{"unit_tasks_assigned": "15", "unit_tasks_done": "15", "leadership_post": "deputy"}), slow, ""},
		{"the unit says nothing", head(row{"unit_tasks_assigned": "15", "unit_tasks_done": "15"}), slow.without("tasks_assigned", "tasks_done", "tasks_late"), ""},
		{"the head says nothing", head(nil), slow, ""},
		{"heads no unit", head(row{"own_unit": "không"}), slow, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2025", bodies: offices(), books: []sheet{units(c.unit), leaders(somebody("An", c.post))}}).run(t, l)
			var told []evaluate.Problem
			for _, p := range r.problems {
				if p.Code == "E384" {
					told = append(told, p)
				}
			}
			if c.want == "" {
				if len(told) > 0 {
					t.Errorf("told: %v", told)
				}
				return
			}
			if len(told) != 1 || !strings.Contains(told[0].Message, c.want) || told[0].Severity != evaluate.Warning || told[0].At.Cell == "" {
				t.Fatalf("told: %v", told)
			}
			for _, other := range told[0].Related {
				if other.At.Cell == "" || other.At == told[0].At {
					t.Errorf("the unit's cell is not named: %v", other)
				}
			}
			if u := r.find(evaluate.Unit, "P1"); r.outcome(evaluate.Unit, u) == "undecided" {
				t.Error("the warning holds the unit up")
			}
		})
	}
}
