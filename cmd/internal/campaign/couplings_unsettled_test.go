package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whoever counts people by what rows contradict each other on, or people of whom it is
// asked where they belong, does not know either: both ends of the question are kept
// open, and nobody is graded by one of the two cells.
func TestCountsOfPeopleWhoAreAsked(t *testing.T) {
	member := func(name, post string) row {
		return somebody(name, member366()[0].rows[0].without("full_name", "identity_number"), row{"party_post": post, "score_r1": "65"})
	}
	branch := func(code string, members ...row) []sheet {
		return []sheet{{excel.BranchBook, code, evaluate.Organization, []row{body366("44", row{"org_code": code}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "A", "basic_targets": "none"}, {"org_code": "B", "basic_targets": "none"}}},
			{excel.BranchBook, code, evaluate.Member, members}}
	}
	about := func(facts row) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("Phó", facts)}}
	}
	leads := func(facts row) []sheet {
		return []sheet{{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "44")}},
			leaders(somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", "không", "25", facts)))}
	}
	books := func(more ...[]sheet) []sheet {
		out := branch("A", member("Bí Thư", "secretary"), member("Phó", "committee_member").with(row{"leadership_post": "deputy", "unit_tasks_assigned": "10", "unit_tasks_done": "10", "unit_tasks_late": "0", "units_in_charge": "0"}))
		for _, m := range more {
			out = append(out, m...)
		}
		return out
	}
	reprimand, clean := row{"discipline": "reprimand", "discipline_duty": "yes"}, row{"discipline": "none"}
	a := func(to string) comes { return comes{kind: evaluate.Organization, who: "A", to: to} }
	tt := func(to string) comes { return comes{kind: evaluate.Collective, who: "TT", to: to} }
	const (
		clear  = "undecided: excellent not_completed"                // as if nothing had been, or the lowest
		review = "undecided: good completed not_completed"           // a review, or the lowest
		anyhow = "undecided: excellent good completed not_completed" // any of the three
	)
	twice := append(branch("B", member("Bí Thư Hai", "secretary"), member("Phó", "committee_member")), branch("A", member("Bí Thư", "secretary"), member("Phó", "committee_member"))...)
	play(t, []coupling{
		{name: "the member is disciplined, the leader not", period: "2025", bodies: offices(), books: books([]sheet{about(reprimand.with(row{"discipline_elsewhere": "no"}))}, leads(clean)), want: []comes{a(anyhow), tt(anyhow)}},
		{name: "the leader is disciplined, the member not", period: "2025", bodies: offices(), books: books([]sheet{about(clean)}, leads(reprimand.with(row{"violation_elsewhere": "no"}))), want: []comes{a(anyhow), tt(anyhow)}},
		{name: "neither is", period: "2025", bodies: offices(), books: books([]sheet{about(clean)}, leads(clean)), want: []comes{a("excellent"), tt("excellent")}},
		{name: "decline, said of the member and denied of the leader", period: "2025", bodies: offices(), books: books([]sheet{about(row{"concluded_decline": "yes"})}, leads(row{"concluded_decline": "no"})), want: []comes{a(clear), tt(clear)}},
		{name: "reported in two branches", period: "2025", books: append(twice, about(reprimand.with(row{"discipline_elsewhere": "no"}))), want: []comes{a(anyhow), {kind: evaluate.Organization, who: "B", to: anyhow}}},
		{name: "reported in two branches and never disciplined", period: "2025", books: twice, want: []comes{a("excellent"), {kind: evaluate.Organization, who: "B", to: "excellent"}}},
		{name: "disciplined in a post elsewhere, whether it touches the branch's committee nobody said", period: "2025", bodies: offices(), books: books(leads(reprimand)), want: []comes{{kind: evaluate.Organization, who: "A", to: review, waits: "discipline_elsewhere"}, tt("not_completed")}},
		{name: "and the office says that it does not", period: "2025", bodies: offices(), books: books(leads(reprimand), []sheet{about(row{"discipline_elsewhere": "yes"})}), want: []comes{a("review: good completed not_completed"), tt("not_completed")}},
		{name: "and the office says that it does", period: "2025", bodies: offices(), books: books(leads(reprimand), []sheet{about(row{"discipline_elsewhere": "no"})}), want: []comes{a("not_completed"), tt("not_completed")}},
		{name: "disciplined as a member, whether it touches the collective nobody said", period: "2025", bodies: offices(), books: books(leads(nil), []sheet{about(reprimand)}), want: []comes{a("not_completed"), {kind: evaluate.Collective, who: "TT", to: review, waits: "violation_elsewhere"}}},
	})
}

// What is true of a person whatever the role is one thing in all his rows: leave, the
// grade as an official, what a discipline is about.
func TestWhatIsTrueOfAPersonIsOneThing(t *testing.T) {
	best := memberLevels("excellent", "good").with(row{"category": "civil_servant", "state_grade": "excellent"})
	roles := func(branch, member, leader row) []sheet {
		asked := func(k evaluate.Kind, facts row) sheet {
			return sheet{excel.OfficeBook, "XA", k, []row{somebody("An", facts)}}
		}
		post := post21("deputy", "Phó chủ tịch", "TT", "UB", "không", row{"area_grade": "good"}, leader)
		return append(branch21([]row{somebody("An", best.without("state_grade").with(branch))}, orgLevels("good", "good"), counterparts("none")),
			asked(evaluate.Member, row{"state_grade": "excellent"}.with(member)), leaders(somebody("An", post)))
	}
	one := func(to string) []comes { return []comes{{kind: evaluate.Member, who: "An", to: to}} }
	list := []coupling{
		{name: "grades as an official", period: "2021", bodies: offices(), books: roles(nil, row{"state_grade": "not_completed"}, row{"state_grade": "good"}), want: one("undecided: good not_completed")},
		{name: "sick leave", period: "2021", bodies: offices(), books: roles(row{"sick_leave_months": "4"}, nil, row{"sick_leave_months": "0"}), want: one("undecided: excellent completed")},
		{name: "what was counted before", period: "2021", bodies: offices(), books: roles(nil, row{"discipline": "warning", "discipline_counted_before": "no"}, row{"discipline": "warning", "discipline_counted_before": "yes"}), want: one("undecided: excellent not_completed")},
	}
	l := play(t, list)
	for _, c := range list {
		if !slices.ContainsFunc(c.run(t, l).problems, func(p evaluate.Problem) bool { return p.Code == "E363" && p.At.Cell != "" && len(p.Related) > 0 }) {
			t.Errorf("%s: not told with both cells", c.name)
		}
	}
	play(t, []coupling{{name: "the same in both", period: "2021", bodies: offices(), books: roles(row{"sick_leave_months": "0"}, nil, row{"sick_leave_months": "0", "state_grade": "excellent"}),
		want: []comes{{kind: evaluate.Member, who: "An", to: "excellent"}}}})
}

// What the office records of a branch's committee and what is said of its members
// cannot contradict each other: it is told, and the branch waits between the readings.
func TestRecordsOfCommittees(t *testing.T) {
	member := func(name, post string) row {
		return somebody(name, member366()[0].rows[0].without("full_name", "identity_number"), row{"party_post": post, "score_r1": "65"})
	}
	branch := func(record row, facts ...row) []sheet {
		var said []row
		for i, name := range []string{"Bí Thư", "Hai"} {
			said = append(said, somebody(name, facts[min(i, len(facts)-1)]))
		}
		return []sheet{{excel.BranchBook, "A", evaluate.Organization, []row{body366("44", row{"org_code": "A"}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{record.with(row{"org_code": "A", "basic_targets": "none"})}},
			{excel.BranchBook, "A", evaluate.Member, []row{member("Bí Thư", "secretary"), member("Hai", "committee_member"), member("Ba", "none")}},
			{excel.OfficeBook, "XA", evaluate.Member, said}}
	}
	reprimand := row{"discipline": "reprimand", "discipline_duty": "yes", "discipline_elsewhere": "no"}
	none := row{"discipline": "none", "concluded_decline": "no"}
	l := libraries{}
	for _, c := range []struct {
		name  string
		books []sheet
		to    string
		told  bool
	}{
		{"no decline recorded, one has it", branch(row{"committee_decline": "no"}, row{"concluded_decline": "yes"}, none), "undecided: excellent not_completed", true},
		{"decline recorded, none of all", branch(row{"committee_decline": "yes"}, none), "undecided: excellent not_completed", true},
		{"decline recorded, one says nothing", branch(row{"committee_decline": "yes"}, none, row{"discipline": "none"}), "not_completed", false},
		{"nothing recorded, one has it", branch(nil, row{"concluded_decline": "yes"}, none), "not_completed", false},
		{"no discipline recorded, one has it", branch(row{"committee_duty_discipline": "no"}, reprimand, none), "undecided: excellent not_completed", true},
		{"discipline recorded, none of all", branch(row{"committee_duty_discipline": "yes"}, none), "undecided: excellent not_completed", true},
		{"discipline recorded, one has it", branch(row{"committee_duty_discipline": "yes"}, reprimand, none), "not_completed", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2025", books: c.books}).run(t, l)
			comes{kind: evaluate.Organization, who: "A", to: c.to}.check(t, r)
			told := slices.ContainsFunc(r.problems, func(p evaluate.Problem) bool {
				return p.Code == "E328" && p.At.Cell != "" && len(p.Related) > 0 && p.Related[0].At.Cell != ""
			})
			if told != c.told {
				t.Errorf("told %t, want %t: %v", told, c.told, r.problems)
			}
		})
	}
}
