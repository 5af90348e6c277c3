package campaign

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A member's row speaks of all his posts, and two posts may differ: corruption under
// him, a confidence vote and its figures, what a violation was connected with. Each role
// may have a review of its own.
func TestWhatIsAskedOfEachPost(t *testing.T) {
	person := leader366("head", "", "", "", "", "25", row{"activity_status": "normal", "admitted_on": "2000-01-01", "units_in_charge": "0", "units_failed": "0"}).without("title", "own_collective", "own_unit", "unit_codes_in_charge", "confidence_held")
	books := func(branch, office row, posts ...row) []sheet {
		out := []sheet{{excel.BranchBook, "A", evaluate.Member, []row{somebody("An", person, row{"tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0"}, branch)}},
			{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("An", office)}}}
		var rows []row
		for i, facts := range posts {
			unit := []string{"P1", "P2", "P3"}[i]
			rows = append(rows, somebody("An", leader366("head", fmt.Sprint("Trưởng phòng Mẫu ", unit), "không", unit, "không", "25", facts)))
		}
		return append(out, leaders(rows...))
	}
	vote := func(held, total, low string) row {
		return row{"confidence_held": held, "confidence_total": total, "confidence_low": low}
	}
	none, yes, no := row{"confidence_held": "no"}, row{"subordinate_corruption": "yes"}, row{"subordinate_corruption": "no"}
	duty := func(code string) row { return row{"discipline": "reprimand", "discipline_duty": code} }
	const between = "undecided: excellent not_completed"
	l := libraries{}
	for _, c := range []struct {
		name   string
		books  []sheet
		member string
		posts  []string
		told   int // how many contradictions
	}{
		{"corruption under the member, none under his post", books(nil, yes.with(none), no), between, []string{between}, 1},
		{"corruption under his post, none under the member", books(nil, no.with(none), yes), between, []string{between}, 1},
		{"corruption under one of two posts", books(nil, none, yes, no), "not_completed", []string{"not_completed", "excellent"}, 0},
		{"corruption under the second of two posts", books(nil, none, no, yes), "not_completed", []string{"excellent", "not_completed"}, 0},
		{"corruption under one post, the other says nothing", books(nil, none, nil, yes), "not_completed", []string{"excellent", "not_completed"}, 0},
		{"corruption under both posts", books(nil, none, yes, yes), "not_completed", []string{"not_completed", "not_completed"}, 0},
		{"corruption under one of two posts, and under the member", books(nil, yes.with(none), yes, no), "not_completed", []string{"not_completed", "excellent"}, 0},
		{"corruption under one of two posts, none under the member", books(nil, no.with(none), yes, no), between, []string{between, "excellent"}, 1},
		{"corruption under the member, none under either post", books(nil, yes.with(none), no, no), between, []string{between, between}, 1},
		{"corruption under the member, his one post says nothing", books(nil, yes.with(none), nil), "not_completed", []string{"not_completed"}, 0},
		{"corruption under the member, no post says which", books(nil, yes.with(none), nil, nil, nil), "not_completed", []string{between, between, between}, 0},
		{"corruption under the member, two posts say nothing", books(nil, yes.with(none), no, nil, nil), "not_completed", []string{"excellent", between, between}, 0},
		{"corruption under the member, all posts but one deny it", books(nil, yes.with(none), no, nil, no), "not_completed", []string{"excellent", "not_completed", "excellent"}, 0},
		{"corruption under the member and one post, others say nothing", books(nil, yes.with(none), nil, yes, nil), "not_completed", []string{"excellent", "not_completed", "excellent"}, 0},
		{"a vote on the member, all posts but one deny it", books(nil, vote("yes", "100", "60"), none, vote("", "", "")), "not_completed", []string{"excellent", "not_completed"}, 0},
		{"votes counted of the member, all posts but one deny them", books(nil, vote("", "100", "60"), none, vote("", "", "")), "not_completed", []string{"excellent", "not_completed"}, 0},
		{"a vote on the member, two posts say nothing", books(nil, vote("yes", "100", "60"), none, vote("", "", ""), vote("", "", "")), "not_completed", []string{"excellent", "undecided: excellent not_completed", "undecided: excellent not_completed"}, 0},
		{"a violation connected with the member's duties, denied of one of two posts", books(nil, duty("yes").with(none), duty("no"), nil), "not_completed", []string{"excellent", "undecided: excellent not_completed"}, 0},
		{"a vote on the member, none on his post", books(nil, vote("yes", "100", "60"), vote("no", "", "")), between, []string{between}, 1},
		{"votes counted of the member, none held on his post", books(nil, vote("", "100", "60"), vote("no", "", "")), between, []string{between}, 1},
		{"figures that differ", books(nil, vote("yes", "100", "60"), vote("yes", "100", "40")), between, []string{between}, 1},
		{"a vote on each of two posts", books(nil, vote("yes", "100", "40"), vote("yes", "100", "60"), vote("yes", "100", "40")), "excellent", []string{"not_completed", "excellent"}, 0},
		{"no vote on either of two posts", books(nil, nil, none, none), "excellent", []string{"excellent", "excellent"}, 0},
		{"no vote on one of two posts, nothing said of the other", books(nil, nil, none, vote("", "", "")), "excellent", []string{"excellent", "undecided: excellent not_completed"}, 0},
		{"no vote on the member, nothing said of either post", books(nil, none, vote("", "", ""), vote("", "", "")), "excellent", []string{"excellent", "excellent"}, 0},
		{"no vote on the member, votes counted on one of two posts", books(nil, none, vote("yes", "100", "60"), vote("", "", "")), between, []string{between, "undecided: excellent not_completed"}, 1},
		{"a vote on the member, nothing said of either post", books(nil, vote("yes", "100", "40"), vote("", "", ""), vote("", "", "")), "excellent", []string{"undecided: excellent not_completed", "undecided: excellent not_completed"}, 0},
		{"a vote on one of two posts", books(nil, nil, none, vote("yes", "100", "60")), "not_completed", []string{"excellent", "not_completed"}, 0},
		{"votes counted on one of two posts", books(nil, nil, none, vote("", "100", "40")), "excellent", []string{"excellent", "excellent"}, 0},
		{"a vote on each of two posts that both failed", books(nil, nil, vote("yes", "100", "60"), vote("yes", "90", "70")), "not_completed", []string{"not_completed", "not_completed"}, 0},
		{"a vote on each of two posts that both passed", books(nil, nil, vote("yes", "100", "30"), vote("yes", "90", "10")), "excellent", []string{"excellent", "excellent"}, 0},
		{"a vote on each of two posts that lead elsewhere", books(nil, nil, vote("yes", "100", "40"), vote("yes", "90", "70")), "undecided: excellent not_completed", []string{"excellent", "not_completed"}, 1},
		{"a vote on each of two posts that lead elsewhere, by its other order", books(nil, nil, vote("yes", "90", "70"), vote("yes", "100", "40")), "undecided: excellent not_completed", []string{"not_completed", "excellent"}, 1},
		{"a vote on each of two posts, one without its figures", books(nil, nil, vote("yes", "", ""), vote("yes", "100", "40")), "undecided: excellent not_completed", []string{"undecided: excellent not_completed", "excellent"}, 1},
		{"a vote on each of two posts, denied of the member", books(nil, none, vote("yes", "100", "60"), vote("yes", "90", "70")), between, []string{between, between}, 1},
		{"a violation connected with one of two posts", books(nil, none, duty("no"), duty("yes")), "not_completed", []string{"excellent", "not_completed"}, 0},
		{"a violation connected with neither of two posts", books(nil, none, duty("no"), duty("no")), "excellent", []string{"excellent", "excellent"}, 0},
		{"a violation not connected with one of two posts", books(nil, none, duty("no"), nil), "undecided: excellent not_completed", []string{"excellent", "undecided: excellent not_completed"}, 0},
		{"a violation connected with his post, not with the member's duties", books(nil, duty("no").with(none), duty("yes")), between, []string{between}, 1},
		{"a violation connected with the member's duties, not with the post", books(nil, duty("yes").with(none), duty("no")), "not_completed", []string{"excellent"}, 0},
		{"of one discipline, what it was connected with", books(nil, row{"discipline_duty": "yes"}.with(none), row{"discipline": "reprimand"}), "not_completed", []string{"not_completed"}, 0},
		{"what a discipline was connected with that is denied", books(nil, row{"discipline_duty": "yes"}.with(none), row{"discipline": "none"}), between, []string{between}, 1},
		{"no discipline by the member's row, one by that of a post, the other post says nothing", books(nil, none.with(row{"discipline": "none"}), duty("yes"), nil), between, []string{between, between}, 1},
		{"reviewed in the agency, not in the branch", books(row{"reviewed": "no"}, none, nil), "not_rated", []string{"excellent"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, s := range c.books {
				for i, r := range s.rows {
					for id, text := range r {
						if text == "" {
							s.rows[i] = s.rows[i].without(id)
						}
					}
				}
			}
			r := (&coupling{period: "2025", bodies: offices(), books: c.books}).run(t, l)
			comes{kind: evaluate.Member, who: "An", to: c.member}.check(t, r)
			pop, _ := r.report.Of(evaluate.Leader)
			for row := range pop.Subjects {
				if got := r.outcome(evaluate.Leader, row); got != c.posts[row] {
					t.Errorf("post %d: %s, want %s", row, got, c.posts[row])
				}
			}
			if told := cellsTold(r, "E363"); len(told) != c.told {
				t.Errorf("told %q", told)
			}
			for _, p := range r.problems {
				if p.Code == "E325" || p.Code == "E322" || p.Code == "E363" && (p.At.Cell == "" || len(p.Related) == 0) {
					t.Errorf("told %v", p)
				}
			}
		})
	}
}

// Whoever is exempt as a member and listed as a leader is asked about, and waits as a
// member where it matters; a leader's row that says the same answers it.
func TestExemptMembersWhoLead(t *testing.T) {
	books := func(member, leader row) []sheet {
		return append(branch21([]row{somebody("An", memberLevels("excellent", "good"), row{"category": "civil_servant", "state_grade": "excellent", "activity_status": "exempt"}, member)}, orgLevels("good", "good"), counterparts("none")),
			leaders(somebody("An", post21("deputy", "Phó chủ tịch", "TT", "UB", "không", row{"area_grade": "good"}, leader))))
	}
	withoutLeaders := func(books []sheet) []sheet { return books[:len(books)-1] }
	l := libraries{}
	for _, c := range []struct {
		name  string
		books []sheet
		to    string
		told  string
	}{
		{"exempt and a leader", books(nil, nil), "undecided: excellent", "warning E327"},
		{"exempt, never reviewed and a leader", books(row{"reviewed": "no"}, nil), "not_rated", ""},
		{"exempt in both rows", books(nil, row{"activity_status": "exempt"}), "not_rated", ""},
		{"exempt in one, active in the other", books(nil, row{"activity_status": "normal"}), "undecided: excellent", "warning E363"},
		{"exempt and no leader", withoutLeaders(books(nil, nil)), "not_rated", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2021", kinds: []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Leader}, bodies: offices(), books: c.books}).run(t, l)
			comes{kind: evaluate.Member, who: "An", to: c.to}.check(t, r)
			var told []string
			for _, p := range r.problems {
				if p.Code == "E327" || p.Code == "E363" {
					told = append(told, p.Severity.String()+" "+string(p.Code))
					if p.At.Cell == "" || len(p.Related) == 0 || p.Related[0].At.Cell == "" {
						t.Errorf("it does not name both cells: %+v", p)
					}
				}
			}
			if got := strings.Join(told, " "); got != c.told {
				t.Errorf("told %q, want %q", got, c.told)
			}
		})
	}
}

// What is asked of each post is to be given on the sheet of leaders, one row a post: that
// is said where the sheet that the row stands in has no column for it.
func TestWhatAPostLacksIsAskedOnTheSheetOfLeaders(t *testing.T) {
	post := func(unit string) row {
		return somebody("An", leader366("head", "Trưởng phòng Mẫu "+unit, "không", unit, "không", "25").without("confidence_held"))
	}
	r := (&coupling{period: "2025", bodies: offices(), lacks: []evaluate.FactID{"confidence_held", "confidence_total", "confidence_low"},
		books: []sheet{ofA(evaluate.Leader, post("P1"), post("P2"))}}).run(t, libraries{})
	pop, _ := r.report.Of(evaluate.Leader)
	for row := range pop.Subjects {
		missing := r.report.Missing(evaluate.Leader, row)
		if len(missing) == 0 {
			t.Fatalf("post %d waits for nothing: %s", row, r.outcome(evaluate.Leader, row))
		}
		for _, o := range missing {
			if !strings.HasSuffix(o.Place(), ", trang lãnh đạo, mỗi chức vụ một dòng") {
				t.Errorf("post %d lacks %s, asked of %s", row, o.Fact, o.Place())
			}
		}
	}
}
