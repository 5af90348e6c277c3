package campaign

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// One post stands in the sheets of several workbooks. Words that only name or remark keep
// nobody where they differ, and are told of only where they say something else; of any
// other fact whoever it is about waits between what the two readings lead to.
func TestOnePostInTwoWorkbooks(t *testing.T) {
	const told, waits = "note E363", "warning E363"
	post := post21("deputy", "Trưởng phòng Hòa Mẫu", "TT", "UB", "P1; P2", row{"area_grade": "good"})
	where := []sheet{orgsGiven("A", "good", "XA", "good"), unitsGiven("UB", "good", "P1", "excellent", "P2", "excellent", "P3", "not_completed"), collectivesGiven("management", "TT", "good")}
	trial := func(first, second row) *coupling {
		more := func(facts row) row { return post.with(row{"title": "Phó chủ tịch"}, facts) }
		return &coupling{period: "2021", bodies: offices(), books: append(where[:len(where):len(where)],
			sheet{excel.BaseBook, "A", evaluate.Leader, []row{somebody("An", more(first))}}, leaders(somebody("An", more(second))))}
	}
	l := libraries{}
	for _, c := range []struct {
		name          string
		first, second row
		to, told      string
		column        string
	}{
		{"the same", nil, nil, "excellent", "", ""},
		{"a name in capitals", nil, row{"full_name": "NGƯỜI MẪU AN"}, "excellent", "", ""},
		{"another name under one number", nil, row{"full_name": "Người Mẫu Ân"}, "excellent", told, "Họ và tên"},
		{"a title in another case", nil, row{"title": "PHÓ  CHỦ TỊCH"}, "excellent", "", ""},
		{"the mark on the other letter", row{"title": "Phó chủ tịch Mẫu Hòa"}, row{"title": "Phó chủ tịch Mẫu Hoà"}, "excellent", "", ""},
		{"another title", nil, row{"title": "PCT Ủy ban"}, "excellent", told, "Chức danh, chức vụ"},
		{"another remark", row{"remark": "Đã họp"}, row{"remark": "Đồng ý"}, "excellent", told, "Ghi chú"},
		{"another year of birth", row{"birth_year": "1970"}, row{"birth_year": "1971"}, "excellent", told, "Năm sinh"},
		{"another category", row{"category": "civil_servant"}, row{"category": "official"}, "excellent", told, "Đối tượng"},
		{"another proposal", row{"proposal_self": "good"}, row{"proposal_self": "excellent"}, "excellent", told, "Cá nhân tự xếp loại"},
		{"units in charge by name, in another order", nil, row{"unit_codes_in_charge": "P2; Phòng Mẫu P1"}, "excellent", "", ""},
		{"other units in charge that did as well", nil, row{"unit_codes_in_charge": "P1"}, "excellent", waits, "Mã các đơn vị phụ trách"},
		{"fewer tasks beyond the plan", nil, row{"unit_tasks_exceeded": "0"}, "undecided: excellent good", waits, "Đơn vị vượt mức"},
		{"targets not met, by which nobody is graded otherwise", nil, row{"unit_key_targets": "missed"}, "excellent", waits, "Chỉ tiêu chủ yếu"},
		{"a day of leave that changes nothing", row{"sick_leave_months": "0"}, row{"sick_leave_months": "1"}, "excellent", told, "Số tháng nghỉ ốm"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := trial(c.first, c.second).run(t, l)
			if pop, _ := r.report.Of(evaluate.Leader); len(pop.Subjects) != 1 {
				t.Fatalf("%d posts", len(pop.Subjects))
			}
			if got := r.outcome(evaluate.Leader, 0); got != c.to {
				t.Errorf("comes to %s, want %s", got, c.to)
			}
			var all []string
			for _, p := range r.problems {
				if p.Code != "E363" && p.Code != "E325" {
					continue
				}
				all = append(all, fmt.Sprint(p.Severity, " ", p.Code))
				if p.At.Cell == "" || len(p.Related) != 1 || p.Related[0].At.Cell == "" || !strings.Contains(p.Message, "“"+c.column) {
					t.Errorf("it does not name both cells and the column: %+v", p)
				}
			}
			if got := strings.Join(all, " "); got != c.told {
				t.Errorf("told %q, want %q", got, c.told)
			}
		})
	}
}

// What one workbook says of a post passes to the same person's row as a member; where
// another says otherwise of the post he waits as a member too, between the same readings.
func TestWhatWorkbooksSayApartPassesWithItsDoubt(t *testing.T) {
	post := func(exceeded string) row {
		return somebody("An", leader366("head", "Trưởng phòng Mẫu", "không", "P1", "không", "25", row{"unit_tasks_exceeded": exceeded}))
	}
	person := leader366("head", "", "", "", "", "25", row{"activity_status": "normal", "admitted_on": "2000-01-01", "units_in_charge": "0", "units_failed": "0",
		"confidence_held": "no", "tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0"}).
		without("title", "own_collective", "own_unit", "unit_codes_in_charge", "unit_tasks_assigned", "unit_tasks_done", "unit_tasks_late", "unit_tasks_exceeded")
	for exceeded, want := range map[string]string{"5": "excellent", "0": "undecided: excellent good completed not_completed"} {
		r := (&coupling{period: "2025", bodies: offices(), books: []sheet{{excel.BranchBook, "A", evaluate.Member, []row{somebody("An", person)}},
			{excel.BaseBook, "A", evaluate.Leader, []row{post("5")}}, leaders(post(exceeded))}}).run(t, libraries{})
		for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
			if got := r.outcome(k, 0); got != want {
				t.Errorf("%s exceeded: %s comes to %s, want %s", exceeded, k, got, want)
			}
			if asked := r.report.Questions(k, 0); (len(asked) == 1) != (exceeded == "0") {
				t.Errorf("%s exceeded: %s is asked %v", exceeded, k, asked)
			}
		}
	}
}
