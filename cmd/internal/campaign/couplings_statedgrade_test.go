package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The typed grade of the unit that somebody heads and the grade this unit comes to here
// are two sources of one thing. Where they contradict each other he waits between what
// the two lead to; while the unit is open a typed grade does not settle him. A field
// that is no unit here has nothing to be compared with.
func TestStatedGradesThatContradictTheUnit(t *testing.T) {
	head := func(unit, stated string, more ...row) row {
		return somebody("Trưởng", post21("head", "Trưởng phòng", "không", unit, "không", append(more, row{"area_grade": stated})...))
	}
	open := unit("P1", "good").without("task_2_1", "task_1_1")
	l := libraries{}
	for _, c := range []struct {
		name  string
		units []row
		post  row
		to    string
		told  bool
	}{
		{"failed by the cell, good by the grade", []row{unit("P1", "good")}, head("P1", "not_completed"), "undecided: good not_completed", true},
		{"good by the cell, failed by the grade", []row{unit("P1", "not_completed")}, head("P1", "good"), "undecided: good not_completed", true},
		{"a bound lower by the cell", []row{unit("P1", "excellent")}, head("P1", "good"), "undecided: excellent good", true},
		{"both agree", []row{unit("P1", "not_completed")}, head("P1", "not_completed"), "not_completed", false},
		{"both agree on better", []row{unit("P1", "good")}, head("P1", "good"), "good", false},
		{"both lead to one grade", []row{unit("P1", "good")}, head("P1", "not_completed", row{"discipline": "warning"}), "not_completed", true},
		{"failed by the cell, the unit open", []row{open}, head("P1", "not_completed"), "undecided: excellent good completed not_completed", true},
		{"good by the cell, the unit open", []row{open}, head("P1", "good"), "undecided: excellent good completed not_completed", false},
		{"failed by the cell, neither of his two units", []row{unit("P1", "good"), unit("P2", "excellent")}, head("P1; P2", "not_completed"), "undecided: good not_completed", true},
		{"as one of his two units", []row{unit("P1", "good"), unit("P2", "excellent")}, head("P1; P2", "excellent"), "good", false},
		{"failed by the cell, graded by an authority elsewhere", []row{{"unit_code": "P1", "graded_elsewhere": "completed"}}, head("P1", "not_completed"), "undecided: completed not_completed", true},
		{"no such unit here", []row{unit("P1", "good")}, head("không", "not_completed"), "not_completed", false},
		{"said to be none", []row{unit("P1", "good")}, head("P1", "none"), "good", false},
		{"the field of a deputy", []row{unit("P1", "good")}, head("P1", "not_completed", row{"leadership_post": "deputy", "title": "Phó trưởng phòng"}), "not_completed", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2021", bodies: offices(), books: []sheet{units(c.units...), leaders(c.post)}}).run(t, l)
			comes{kind: evaluate.Leader, who: "Trưởng", to: c.to}.check(t, r)
			var told []evaluate.Problem
			for _, p := range r.problems {
				if p.Code == "E379" {
					told = append(told, p)
				}
			}
			if (len(told) > 0) != c.told || len(told) > 1 {
				t.Fatalf("told %v, want %t", told, c.told)
			}
			for _, p := range told {
				if p.At.Cell == "" || p.Subject == "" || len(p.Related) == 0 || p.Related[0].At.Cell == "" || p.Related[0].At == p.At {
					t.Errorf("both cells are not named: %+v", p)
				}
			}
		})
	}
}

// A typed count of units that did well is held against the grades of those named, as
// one of failed units is.
func TestCountsOfGoodUnitsThatContradictGrades(t *testing.T) {
	post := func(good string) sheet {
		return leaders(somebody("Phó", post21("deputy", "Phó chủ tịch", "TT", "UB", "P1; P2; P3; P4; P5", row{"area_grade": "good", "units_in_charge": "5", "units_failed": "0", "units_good": good})))
	}
	of := func(good int) sheet {
		var rows []row
		for i, b := range offices()[3:] {
			grade := "completed"
			if i < good {
				grade = []string{"good", "excellent"}[i%2]
			}
			rows = append(rows, unit(b.Code, grade))
		}
		return sheet{excel.OfficeBook, "XA", evaluate.Unit, rows}
	}
	l := libraries{}
	for _, c := range []struct {
		name string
		of   int
		good string
		to   string
		told bool
	}{
		{"fewer by the cell", 5, "3", "undecided: excellent good", true},
		{"more by the cell", 2, "5", "undecided: excellent good", true},
		{"more by the cell, and the grade is the same", 4, "5", "excellent", true},
		{"both agree", 5, "5", "excellent", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2021", bodies: offices(), books: []sheet{of(c.of), post(c.good)}}).run(t, l)
			comes{kind: evaluate.Leader, who: "Phó", to: c.to}.check(t, r)
			if told := slices.ContainsFunc(r.problems, func(p evaluate.Problem) bool { return p.Code == "E379" }); told != c.told {
				t.Errorf("told %t, want %t", told, c.told)
			}
		})
	}
}
