package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// withStaff are the kinds of a campaign that grades officials too.
func withStaff() []evaluate.Kind {
	return []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Staff}
}

// official90 is a civil servant under Decree 90 who comes to the grade.
func official90(grade string) row {
	r := row{"category": "civil_servant", "leadership_post": "none", "months_worked": "12", "conduct": "well", "reviewed": "yes",
		"tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0", "tasks_exceeded": "5"}
	switch grade {
	case "good":
		r["tasks_exceeded"] = "0"
	case "completed":
		r["tasks_exceeded"], r["tasks_late"] = "0", "2"
	case "not_completed":
		r["tasks_done"], r["tasks_exceeded"], r["tasks_late"] = "4", "0", "0"
	}
	return r
}

func staff(rows ...row) sheet { return sheet{excel.OfficeBook, "XA", evaluate.Staff, rows} }

// A state grade limits the member: given by the result of the same person as an
// official, or entered.
func TestCouplingsOfStateGrades(t *testing.T) {
	perfect := memberLevels("excellent", "good").with(row{"category": "civil_servant"})
	average := memberLevels("average", "average").with(row{"category": "civil_servant"})
	member := func(facts row) []sheet {
		return branch21([]row{somebody("An", facts)}, orgLevels("good", "good"), counterparts("none"))
	}
	an := func(to, holds, fails, waits string) []comes {
		return []comes{{kind: evaluate.Member, who: "An", to: to, holds: holds, fails: fails, waits: waits}}
	}
	entered := func(grade string) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("An", row{"state_grade": grade})}}
	}
	list := []coupling{
		{name: "R18-4, entered", period: "2021", books: append(member(perfect), entered("good")), want: an("good", "MEM-T-STATE", "MEM-XS3", "")},
		{name: "R18-4, as graded here", period: "2021", kinds: withStaff(), books: append(member(perfect), staff(somebody("An", official90("good")))),
			want: append(an("good", "MEM-T-STATE", "MEM-XS3", ""), comes{kind: evaluate.Staff, who: "An", to: "good"})},
		{name: "excellent as graded here", period: "2021", kinds: withStaff(), books: append(member(perfect), staff(somebody("An", official90("excellent")))), want: an("excellent", "MEM-XS3", "", "")},
		{name: "failed as graded here", period: "2021", kinds: withStaff(), books: append(member(perfect), staff(somebody("An", official90("not_completed")))), want: an("not_completed", "MEM-K3", "", "")},
		{name: "open as graded here", period: "2021", kinds: withStaff(), books: append(member(perfect), staff(somebody("An", official90("excellent").without("tasks_exceeded")))), want: an("undecided: excellent good", "MEM-T-STATE", "MEM-K3", "state_grade")},
		{name: "open as graded here, and it does not matter", period: "2021", kinds: withStaff(), books: append(member(average), staff(somebody("An", official90("excellent").without("tasks_exceeded")))), want: an("completed", "", "MEM-K3", "")},
		{name: "a good state grade raises nobody", period: "2021", kinds: withStaff(), books: append(member(average), staff(somebody("An", official90("excellent")))), want: an("completed", "", "", "")},
		{name: "not among the officials", period: "2021", kinds: withStaff(), books: append(member(perfect), staff(somebody("Bình", official90("good")))), want: an("undecided: excellent good completed not_completed", "", "", "state_grade")},
		{name: "R18-22b", period: "2021", books: member(perfect), want: an("undecided: excellent good completed not_completed", "", "", "state_grade")},
		{name: "no state grade to have", period: "2021", kinds: withStaff(), books: member(memberLevels("excellent", "good")), want: an("excellent", "", "", "")},
		{name: "entered and graded otherwise", period: "2021", kinds: withStaff(), books: append(member(perfect), staff(somebody("An", official90("good"))), entered("excellent")), want: an("excellent", "MEM-XS3", "", "")},
		{name: "2025: failed as graded here", period: "2025", kinds: withStaff(), books: append(member366(), staff(somebody("An", official90("not_completed")))), want: an("review: excellent not_completed", "STATE-K STATE-K-REVIEW", "", "")},
		{name: "2025: graded well", period: "2025", kinds: withStaff(), books: append(member366(), staff(somebody("An", official90("good")))), want: an("excellent", "", "STATE-K", "")},
	}
	l := play(t, list)
	for _, c := range list[len(list)-3:] {
		ps := c.run(t, l).problems
		said := slices.ContainsFunc(ps, func(p evaluate.Problem) bool {
			return p.Code == "E369" && p.At.File == "nhan-ve/XA-office.xlsx" && p.At.Cell != "" && len(p.Related) == 1 && p.Related[0].At.Sheet == sheetTitle(evaluate.Staff)
		})
		if want := c.name == "entered and graded otherwise"; said != want {
			t.Errorf("%s: E369 said %t; %v", c.name, said, ps)
		}
	}
}

func member366() []sheet {
	return []sheet{{excel.BranchBook, "A", evaluate.Member, []row{somebody("An", row{"category": "civil_servant", "leadership_post": "none", "party_post": "none", "activity_status": "normal", "reviewed": "yes", "admitted_on": "2000-01-01",
		"score_i1": "10", "score_i2": "10", "score_i3": "10", "score_r1": "65", "tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0", "tasks_exceeded": "4", "tasks_failed": "0"})}}}
}

// Two places speak of one person.
func TestCouplingsOfPlaces(t *testing.T) {
	best := memberLevels("excellent", "good")
	in := func(org string, facts row) sheet {
		return sheet{excel.BranchBook, org, evaluate.Member, []row{somebody("An", best, facts)}}
	}
	office := func(facts row) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("An", facts)}}
	}
	an := func(to string) []comes { return []comes{{kind: evaluate.Member, who: "An", to: to}} }
	moved := row{"activity_status": "moved_in", "months_at_old_place": "7"}
	list := []coupling{
		{name: "R18-20", period: "2021", books: []sheet{in("B", moved)}, want: an("undecided: excellent good completed not_completed")},
		{name: "R18-20, with the comment", period: "2021", books: []sheet{in("B", moved.with(row{"other_place_comment": "yes"}))}, want: an("excellent")},
		{name: "R18-22", period: "2021", books: []sheet{in("A", row{"activity_status": "temporary_elsewhere"})}, want: an("undecided: excellent good completed not_completed")},
		{name: "R18-22, with the comment", period: "2021", books: []sheet{in("A", row{"activity_status": "temporary_elsewhere", "other_place_comment": "yes"}), in("B", nil)}, want: an("excellent")},
		{name: "R25-26", period: "2025", books: []sheet{{excel.BranchBook, "A", evaluate.Member, []row{member366()[0].rows[0].with(row{"activity_status": "temporary_elsewhere", "other_place_comment": "yes"})}}, office(row{"state_grade": "good"})}, want: an("excellent")},
		{name: "R18-22a", period: "2021", books: []sheet{in("A", row{"proposal_branch": "excellent"}), office(row{"proposal_other_place": "good"})}, want: an("review: excellent good")},
		{name: "R18-22a, both agree", period: "2021", books: []sheet{in("A", row{"proposal_branch": "good"}), office(row{"proposal_other_place": "good"})}, want: an("good")},
		{name: "R18-22a, the base committee has proposed", period: "2021", books: []sheet{in("A", row{"proposal_branch": "excellent"}), office(row{"proposal_other_place": "good", "proposal_base": "good"})}, want: an("review: excellent good")},
	}
	l := play(t, list)
	for _, c := range list[3:5] {
		r := c.run(t, l)
		if pop, _ := r.report.Of(evaluate.Member); len(pop.Subjects) != 1 || r.report.Inputs.Tree.Orgs[pop.Subjects[0].Org].Code != "A" {
			t.Errorf("%s: %v", c.name, pop.Subjects)
		}
	}
}
