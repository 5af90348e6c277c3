package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Rows under 21-HD, by the levels of criteria.

func memberLevels(results, other string) row {
	return row{"category": "retired", "activity_status": "normal", "reviewed": "yes", "admitted_on": "2000-01-01", "sick_leave_months": "0",
		"tasks_assigned": "10", "tasks_done": "10", "level_results": results,
		"level_politics": other, "level_ethics": other, "level_discipline": other, "level_style": other, "level_remedy": other}
}

func orgLevels(key, other string) row {
	return row{"reviewed": "yes", "tasks_assigned": "100", "tasks_done": "100", "level_ideology": key, "level_organization": key,
		"level_inspection": key, "level_mass_work": key, "level_socioeconomic": key, "level_security": key, "level_remedy": other}
}

func counterparts(grade string) row {
	return row{"government_grade": grade, "front_grade": grade, "mass_bodies_grade": grade}
}

// branch21 is branch A under 21-HD with its members, its own levels and what the
// office knows of it.
func branch21(members []row, own, office row) []sheet {
	return []sheet{{excel.BranchBook, "A", evaluate.Member, members},
		{excel.BranchBook, "A", evaluate.Organization, []row{own.with(row{"org_code": "A"})}},
		{excel.OfficeBook, "XA", evaluate.Organization, []row{office.with(row{"org_code": "A"})}}}
}

// Members' results shape the branch's, attached organizations' the committee's, and
// the counterparts of the same level both.
func TestCouplingsOfPartyOrganizations(t *testing.T) {
	good, done := memberLevels("good", "good"), memberLevels("average", "average")
	mixed := func(g, d int) []row { return append(crowd(g, "Tốt", good), crowd(d, "Đạt", done)...) }
	best, better := orgLevels("excellent", "good"), orgLevels("good", "average")
	org := func(to, holds, fails string) []comes {
		return []comes{{kind: evaluate.Organization, who: "A", to: to, holds: holds, fails: fails}}
	}
	reprimanded := append(crowd(29, "Tốt", good), somebody("Bị", memberLevels("excellent", "good")))
	list := []coupling{
		{name: "R18-24", period: "2021", books: branch21(mixed(24, 6), best, counterparts("good")), want: org("excellent", "ORG-XS3-MEMBERS-HT ORG-XS3-MEMBERS-T", "")},
		{name: "R18-24, one fewer", period: "2021", books: branch21(mixed(23, 7), best, counterparts("good")), want: org("good", "ORG-T2-MEMBERS-T", "ORG-XS3-MEMBERS-T")},
		{name: "R18-26", period: "2021", books: append(branch21(reprimanded, best, counterparts("good")),
			sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("Bị", row{"discipline": "reprimand"})}}),
			want: append(org("completed", "", "ORG-XS3-MEMBERS-HT ORG-T2-MEMBERS-HT"), comes{kind: evaluate.Member, who: "Bị", to: "not_completed", holds: "MEM-K4"})},
		{name: "R18-26 without the discipline", period: "2021", books: branch21(reprimanded, best, counterparts("good")),
			want: append(org("excellent", "ORG-XS3-MEMBERS-HT", ""), comes{kind: evaluate.Member, who: "Bị", to: "excellent"})},
		{name: "R18-28", period: "2021", books: branch21(mixed(14, 16), better, counterparts("good")), want: org("completed", "", "ORG-T2-MEMBERS-T")},
		{name: "R18-28 with one more", period: "2021", books: branch21(mixed(15, 15), better, counterparts("good")), want: org("good", "ORG-T2-MEMBERS-T", "")},
		{name: "R18-32", period: "2021", books: branch21(mixed(30, 0), orgLevels("average", "average"), counterparts("good").with(row{"org_disciplined": "yes", "self_found_remedied": "yes"})),
			want: org("completed", "ORG-HT2", "")},
		{name: "R18-34", period: "2021", books: branch21(mixed(30, 0), best.with(row{"tasks_done": "45"}), counterparts("good").with(row{"force_majeure": "yes"})), want: org("excellent", "ORG-K1-FORCE-MAJEURE", "")},
		{name: "R18-36", period: "2021", switches: []string{"branch_failed_members"}, books: branch21(append(crowd(7, "Tốt", good), crowd(3, "Kém", memberLevels("poor", "poor"))...), best, counterparts("good")),
			want: org("not_completed", "ORG-K2", "")},
		{name: "R18-36, exactly a fifth", period: "2021", switches: []string{"branch_failed_members"}, books: branch21(append(crowd(8, "Tốt", good), crowd(2, "Kém", memberLevels("poor", "poor"))...), best, counterparts("good")),
			want: org("completed", "", "ORG-K2")},
		{name: "no government at this level", period: "2021", books: branch21(mixed(24, 6), best, counterparts("none")), want: org("excellent", "", "")},
		{name: "Front graded completed", period: "2021", books: branch21(mixed(24, 6), best, counterparts("good").with(row{"front_grade": "completed"})), want: org("good", "ORG-T3-FRONT", "ORG-XS4-FRONT")},
		{name: "mass bodies failed", period: "2021", books: branch21(mixed(24, 6), best, counterparts("good").with(row{"mass_bodies_grade": "not_completed"})), want: org("completed", "", "ORG-T3-BODIES")},
		{name: "counterpart unknown", period: "2021", books: branch21(mixed(24, 6), best, counterparts("good").with(row{"government_grade": "good"}).without("front_grade")),
			want: []comes{{kind: evaluate.Organization, who: "A", to: "undecided: excellent good completed", waits: "front_grade"}}},
		{name: "an open member who changes nothing", period: "2021", books: branch21(append(mixed(24, 5), somebody("Mở", done.without("level_results"), row{"level_results": "good"}).without("sick_leave_months")), best, counterparts("good")),
			want: append(org("excellent", "", ""), comes{kind: evaluate.Member, who: "Mở", to: "undecided: good completed", waits: "sick_leave_months"})},
		{name: "an open member who may change it", period: "2021", books: branch21(append(mixed(23, 6), somebody("Mở", good).without("sick_leave_months")), best, counterparts("good")),
			want: []comes{{kind: evaluate.Organization, who: "A", to: "undecided: excellent good"}}},
		{name: "those not rated leave the base", period: "2021", books: branch21(append(mixed(8, 2), crowd(5, "Miễn", row{"activity_status": "exempt"})...), best, counterparts("good")), want: org("excellent", "", "")},
	}
	play(t, list)
}

// A share of nobody is none: where no member is rated the branch waits for its authority,
// and that is named (decision 101). Whoever waits for the branch says so of it.
func TestAShareOfNobodyIsNamed(t *testing.T) {
	all := crowd(6, "Miễn", row{"activity_status": "exempt"})
	c := coupling{period: "2021", books: branch21(all, orgLevels("excellent", "good"), counterparts("good")),
		want: []comes{{kind: evaluate.Organization, who: "A", to: "undecided: excellent good completed"}}}
	r := c.run(t, libraries{})
	c.want[0].check(t, r)
	missing := r.report.Missing(evaluate.Organization, r.find(evaluate.Organization, "A"))
	named := slices.IndexFunc(missing, func(o evaluate.Observation) bool {
		return strings.Contains(o.Heading, "Đảng viên trong tổ chức")
	})
	if named < 0 || !strings.Contains(missing[named].Heading, "không ai được xếp loại") || !strings.Contains(missing[named].Place(), "cấp có thẩm quyền") {
		t.Errorf("missing %+v", missing)
	}
}

// attached is a committee whose branches each have one member of the same grade.
func attached(orgs []evaluate.Org, grades []string, committee, office row) []sheet {
	var out []sheet
	level := map[string][2]row{
		"good":          {memberLevels("good", "good"), orgLevels("good", "average")},
		"completed":     {memberLevels("average", "average"), orgLevels("average", "average")},
		"not_completed": {memberLevels("average", "average"), orgLevels("poor", "average")},
	}
	known := []row{office.with(row{"org_code": "DU"})}
	for i, g := range grades {
		code := orgs[i+2].Code
		out = append(out, sheet{excel.BranchBook, code, evaluate.Member, []row{somebody(fmt.Sprint("Ở ", code), level[g][0])}},
			sheet{excel.BranchBook, code, evaluate.Organization, []row{level[g][1].with(row{"org_code": code})}})
		known = append(known, counterparts("none").with(row{"org_code": code}))
	}
	return append(out, sheet{excel.BaseBook, "DU", evaluate.Organization, []row{committee.with(row{"org_code": "DU"})}},
		sheet{excel.OfficeBook, "XA", evaluate.Organization, known})
}

func repeat(n int, grade string, more ...string) []string {
	for range n {
		more = append(more, grade)
	}
	return more
}

func TestCouplingsOfCommittees(t *testing.T) {
	best := orgLevels("excellent", "good")
	du := func(to, holds, fails string) []comes {
		return []comes{{kind: evaluate.Organization, who: "DU", to: to, holds: holds, fails: fails}}
	}
	ten, twelve := manyBranches(10), manyBranches(12)
	list := []coupling{
		{name: "R18-30", period: "2021", orgs: ten, books: attached(ten, repeat(8, "good", repeat(2, "completed")...), best, counterparts("good").with(row{"government_grade": "not_completed"})),
			want: append(du("completed", "", "ORG-T3-GOVERNMENT"), comes{kind: evaluate.Organization, who: "C10", to: "good"}, comes{kind: evaluate.Organization, who: "C1", to: "completed"})},
		{name: "R18-30, government good", period: "2021", orgs: ten, books: attached(ten, repeat(8, "good", repeat(2, "completed")...), best, counterparts("good")), want: du("excellent", "ORG-XS3-CHILDREN-T", "")},
		{name: "seven of ten good", period: "2021", orgs: ten, books: attached(ten, repeat(7, "good", repeat(3, "completed")...), best, counterparts("good")), want: du("good", "", "ORG-XS3-CHILDREN-T")},
		{name: "four of ten good", period: "2021", orgs: ten, books: attached(ten, repeat(4, "good", repeat(6, "completed")...), best, counterparts("good")), want: du("completed", "", "ORG-T2-CHILDREN-T")},
		{name: "one attached organization failed", period: "2021", orgs: ten, books: attached(ten, repeat(9, "good", "not_completed"), best, counterparts("good")), want: du("completed", "", "ORG-T2-CHILDREN-HT")},
		{name: "R18-72", period: "2016", orgs: twelve, books: weak27(twelve, 1), want: []comes{{kind: evaluate.Organization, who: "C1", to: "weak"}, {kind: evaluate.Organization, who: "C2", to: "clean_strong"}}},
		{name: "R18-74, exactly a third", period: "2016", orgs: twelve, books: weak27(twelve, 4), want: du("clean_strong", "", "YK-CHILDREN")},
		{name: "R18-74, more than a third", period: "2016", orgs: twelve, books: weak27(twelve, 5), want: du("weak", "YK-CHILDREN", "")},
		{name: "R25-74", period: "2024", orgs: twelve, books: disciplined124(twelve, 3), want: du("not_completed", "K-ATTACHED", "")},
		{name: "R25-74, two of twelve", period: "2024", orgs: twelve, books: disciplined124(twelve, 2), want: []comes{{kind: evaluate.Organization, who: "DU", to: "review: good completed not_completed", fails: "K-ATTACHED XS-DISCIPLINE"}}},
		{name: "R25-74, none", period: "2024", orgs: twelve, books: disciplined124(twelve, 0), want: du("excellent", "", "K-ATTACHED")},
	}
	play(t, list)
}

// weak27 is a committee of 92 points whose first branches have 49.
func weak27(orgs []evaluate.Org, weak int) []sheet {
	points := func(first string) row {
		return row{"reviewed": "yes", "hd27_i_1": first, "hd27_i_2": "9", "hd27_i_3": "13", "hd27_i_4": "10", "hd27_i_5": "10", "hd27_i_6": "10"}
	}
	known := row{"bodies_failed": "0", "government_grade": "good"}
	out := []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{points("40").with(row{"org_code": "DU"})}}}
	office := []row{known.with(row{"org_code": "DU"})}
	for i, o := range orgs[2:] {
		own := points("40")
		if i < weak {
			own = points("0").with(row{"hd27_i_2": "6"})
		}
		out = append(out, sheet{excel.BranchBook, o.Code, evaluate.Organization, []row{own.with(row{"org_code": o.Code})}})
		office = append(office, known.with(row{"org_code": o.Code}))
	}
	return append(out, sheet{excel.OfficeBook, "XA", evaluate.Organization, office})
}

// disciplined124 is a committee some of whose branches were disciplined.
func disciplined124(orgs []evaluate.Org, n int) []sheet {
	own := row{"reviewed": "yes", "tasks_assigned": "100", "tasks_done": "100", "level_building": "good", "level_leadership": "good", "level_control": "good",
		"level_rules": "good", "level_unity": "good", "level_direction": "good", "level_results": "excellent"}
	out := []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{own.with(row{"org_code": "DU", "main_targets": "met"})}}}
	var office []row
	for i, o := range orgs[2:] {
		out = append(out, sheet{excel.BranchBook, o.Code, evaluate.Organization, []row{own.with(row{"org_code": o.Code})}})
		known := row{"org_code": o.Code}
		if i < n {
			known["org_disciplined"] = "yes"
		}
		office = append(office, known)
	}
	return append(out, sheet{excel.OfficeBook, "XA", evaluate.Organization, office})
}
