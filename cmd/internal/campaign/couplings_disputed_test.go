package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A typed count of failed units and the grades of the units that are named are two
// sources of one thing. Where each leads to a grade of its own nobody is graded by
// either: both cells are named, and the grades between which it lies. Where both
// lead to the same it is only told.
func TestCountsThatContradictGrades(t *testing.T) {
	typed := func(all, failed string) row { return row{"units_in_charge": all, "units_failed": failed} }
	const named = "P1; P2; P3; P4; P5"
	post := func(codes string, counts row) sheet {
		return leaders(somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", codes, "18", counts)))
	}
	member := func(counts row) []sheet {
		own := somebody("Phó", row{"category": "official", "leadership_post": "deputy", "party_post": "none", "admitted_on": "2010-03-01", "activity_status": "normal", "reviewed": "yes",
			"sick_leave_months": "0", "score_i1": "6", "score_i2": "6", "score_i3": "6", "score_i4": "6", "score_i5": "6", "score_r1": "18", "score_r2": "20", "score_r3": "20"})
		return []sheet{{excel.BranchBook, "A", evaluate.Member, []row{own}},
			{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("Phó", row{"state_grade": "excellent", "confidence_held": "no", "unit_basic_targets": "none",
				"unit_tasks_assigned": "10", "unit_tasks_done": "10", "unit_tasks_late": "0", "unit_tasks_exceeded": "3"}.with(counts))}}}
	}
	with := func(books []sheet, more ...sheet) []sheet { return append(books, more...) }
	l := libraries{}
	for _, c := range []struct {
		name     string
		kind     evaluate.Kind
		books    []sheet
		possible string // "" where nobody waits
		told     bool
	}{
		{"all failed by the typed number, one by the grades", evaluate.Leader, []sheet{failedOfFive(1), post(named, typed("5", "5"))}, "good not_completed", true},
		{"none failed by the typed number, three by the grades", evaluate.Leader, []sheet{failedOfFive(3), post(named, typed("5", "0"))}, "good not_completed", true},
		{"two failed instead of one, and the grade is the same", evaluate.Leader, []sheet{failedOfFive(1), post(named, typed("5", "2"))}, "", true},
		{"both agree", evaluate.Leader, []sheet{failedOfFive(3), post(named, typed("5", "3"))}, "", false},
		{"none in charge, all of them failed", evaluate.Leader, []sheet{failedOfFive(0), post("không", typed("2", "2"))}, "good not_completed", true},
		{"his row as a member says that none failed, his row as a leader names three", evaluate.Member, with(member(typed("5", "0")), failedOfFive(3), post(named, nil)), "good not_completed", true},
		{"his row as a member says one, his row as a leader names two", evaluate.Member, with(member(typed("5", "1")), failedOfFive(2), post(named, nil)), "", true},
		{"his row as a leader names nobody", evaluate.Member, with(member(typed("5", "0")), failedOfFive(3), post("", typed("5", "0"))), "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2025", bodies: offices(), books: c.books}).run(t, l)
			at := r.find(c.kind, "Phó")
			if at < 0 {
				t.Fatal("he is not there")
			}
			res, asked := &r.report.Results[c.kind][at], r.report.Questions(c.kind, at)
			outcome := r.outcome(c.kind, at)
			if waits := c.possible != ""; (len(asked) == 1) != waits || waits && outcome != "undecided: "+c.possible || !waits && res.Outcome == evaluate.Undecided {
				t.Fatalf("%s, asked %v", outcome, asked)
			}
			if told := slices.ContainsFunc(r.problems, func(p evaluate.Problem) bool { return p.Code == "E379" }); told != c.told {
				t.Errorf("told %t, want %t", told, c.told)
			}
			for _, h := range asked {
				if p := h.Problem; p.At.Cell == "" || len(p.Related) == 0 || p.Related[0].At.Cell == "" || p.At == p.Related[0].At {
					t.Errorf("both cells are not named: %+v", p)
				}
			}
		})
	}
}

// Each post has others in its charge: a count is held against those that its own row
// names, and against those of the other rows only where its own says nothing of them.
func TestCountsAreOfTheUnitsThatTheirOwnRowNames(t *testing.T) {
	typed := func(all, failed string) row { return row{"units_in_charge": all, "units_failed": failed} }
	l := libraries{}
	for _, c := range []struct {
		name        string
		first, last row
		codes       string // in the charge of the second post
		want        string // the cells that are asked about
	}{
		{"none in charge of the second post", typed("2", "1"), typed("0", "0"), "không", ""},
		{"one of the second post, that did well", typed("2", "1"), typed("1", "0"), "P3", ""},
		{"one of the second post, that did well and is counted as failed", typed("2", "1"), typed("1", "1"), "P3", "10"},
		{"the second post counts and does not say whom", typed("2", "1"), typed("2", "0"), "", "10"},
		{"the first post is wrong", typed("2", "0"), typed("0", "0"), "không", "9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			posts := leaders(somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", "P1; P2", "18", c.first)),
				somebody("Phó", leader366("other", "Ủy viên", "CU", "không", c.codes, "18", c.last)))
			if c.codes == "" {
				posts.rows[1] = posts.rows[1].without("unit_codes_in_charge")
			}
			r := (&coupling{period: "2025", bodies: offices(), books: []sheet{failedOfFive(1), posts}}).run(t, l)
			got := ""
			for _, p := range r.problems {
				if p.Code != "E379" {
					continue
				}
				got += strings.TrimLeft(p.At.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
				if len(p.Related) == 0 || p.Related[0].At.Cell == "" || strings.Contains(p.Message, "K-L") {
					t.Errorf("told as %+v", p)
				}
			}
			if got != c.want {
				t.Errorf("asked in rows %q, want %q", got, c.want)
			}
		})
	}
}

// failedOfFive are five units, so many of which failed.
func failedOfFive(failed int) sheet {
	var rows []row
	for i, b := range offices()[3:] {
		grade := "good"
		if i < failed {
			grade = "not_completed"
		}
		rows = append(rows, unit(b.Code, grade))
	}
	return units(rows...)
}

// How many attached units failed stands in the unit's row, and the list of organizations
// says which these are: where the two lead to different grades the unit waits.
func TestCountsOfAttachedUnitsThatContradictGrades(t *testing.T) {
	l := libraries{}
	agency := fullPoints(t, l, evaluate.TaskTrack, evaluate.Unit, "2026").with(row{"unit_code": "UB", "reviewed": "yes", "tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0", "tasks_exceeded": "3"})
	with := func(stated string, grades ...string) []sheet {
		rows := []row{agency.with(row{"attached_failed": stated})}
		if stated == "" {
			rows[0] = agency
		}
		for i, code := range []string{"P1", "P2", "P3", "P4", "P5"} {
			if i < len(grades) {
				rows = append(rows, row{"unit_code": code, "graded_elsewhere": grades[i]})
			}
		}
		return []sheet{{excel.OfficeBook, "XA", evaluate.Unit, rows}}
	}
	const failed, open = "not_completed", "undecided: excellent good completed not_completed"
	const reviewed = "review: good completed not_completed"
	for _, c := range []struct {
		name   string
		bodies []evaluate.Body
		books  []sheet
		to     string
		told   bool
	}{
		{"none stated, one by the grades", offices(), with("0", failed, "good", "good", "good", "good"), open, true},
		{"one stated, none by the grades", offices(), with("1", "good", "good", "good", "good", "good"), open, true},
		{"one stated instead of two, and the grade is the same", offices(), with("1", failed, failed, "good", "good", "good"), reviewed, true},
		{"both agree that one did", offices(), with("1", failed, "good", "good", "good", "good"), reviewed, false},
		{"both agree that none did", offices(), with("0", "good", "good", "good", "good", "good"), "excellent", false},
		{"nothing is stated", offices(), with("", failed, "good", "good", "good", "good"), reviewed, false},
		{"one stated, one still open", offices(), with("1", "good", "good", "good", "good"), reviewed, false},
		{"one stated of those the list does not have", offices()[:1], with("1"), reviewed, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2026", bodies: listCells(c.bodies), books: c.books}).run(t, l)
			comes{kind: evaluate.Unit, who: "UB", to: c.to}.check(t, r)
			told := 0
			for _, p := range append(r.problems, r.report.Remarks...) {
				if p.Code != "E379" {
					continue
				}
				if told++; p.At.Cell == "" || len(p.Related) == 0 || strings.Contains(p.Message+p.Hint, "người này") || strings.Contains(p.Message+p.Hint, "phụ trách") || strings.Contains(p.Message, "đảng viên") {
					t.Errorf("told as %+v", p)
				}
			}
			if (told > 0) != c.told {
				t.Errorf("told %d times", told)
			}
		})
	}
}
