package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// offices is a people's committee of the commune with five divisions, its
// leadership, and the committee of branch A; branch B has none.
func offices() []evaluate.Body {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	out := []evaluate.Body{{Kind: evaluate.Unit, Code: "UB", Name: "Ủy ban Mẫu", Org: "XA", Founded: founded},
		{Kind: evaluate.Collective, Code: "TT", Name: "Tập thể Ủy ban Mẫu", Org: "XA", Superior: "UB", Size: 5, Founded: founded},
		{Kind: evaluate.Collective, Code: "CU", Name: "Chi ủy Mẫu", Org: "A", Size: 3, Founded: founded}}
	for _, code := range []string{"P1", "P2", "P3", "P4", "P5"} {
		out = append(out, evaluate.Body{Kind: evaluate.Unit, Code: code, Name: "Phòng Mẫu " + code, Org: "XA", Superior: "UB", Founded: founded})
	}
	return out
}

// unit is one with points of the stand-in sheet that come to the grade.
func unit(code, grade string) row {
	points := map[string]string{"excellent": "88", "good": "80", "completed": "70", "not_completed": "40"}
	return row{"unit_code": code, "reviewed": "yes", "task_1_1": "10", "task_2_1": points[grade], "tasks_assigned": "100", "tasks_done": "100", "tasks_late": "0"}
}

func units(rows ...row) sheet { return sheet{excel.OfficeBook, "XA", evaluate.Unit, rows} }

// collective21 is a collective under 21-HD.
func collective21(code, kind, key, other string) row {
	return orgLevels(key, other).with(row{"collective_code": code, "collective_type": kind, "unit_key_targets": "met"})
}

// post21 is a leader under 21-HD who has done everything, of a place that has.
func post21(post, title, collective, unit, charge string, facts ...row) row {
	return row{"leadership_post": post, "title": title, "own_collective": collective, "own_unit": unit, "unit_codes_in_charge": charge, "party_post": "none",
		"reviewed": "yes", "unit_key_targets": "met", "tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0",
		"unit_tasks_assigned": "100", "unit_tasks_done": "100", "unit_tasks_late": "0", "unit_tasks_exceeded": "50"}.with(facts...)
}

func leaders(rows ...row) sheet              { return sheet{excel.OfficeBook, "XA", evaluate.Leader, rows} }
func ofA(k evaluate.Kind, rows ...row) sheet { return sheet{excel.BranchBook, "A", k, rows} }

// branchA is branch A with its committee, graded as its one kind of member lets it.
func branchA(results string, key string) []sheet {
	return append(branch21(crowd(10, "Viên", memberLevels(results, "good")), orgLevels(key, "good"), counterparts("none")),
		ofA(evaluate.Collective, collective21("CU", "committee", "excellent", "good")))
}

// withoutUnit leaves open which unit a collective leads.
func withoutUnit(bodies []evaluate.Body, code string) []evaluate.Body {
	for i := range bodies {
		if bodies[i].Code == code {
			bodies[i].Superior = ""
		}
	}
	return bodies
}

// A unit bounds its leadership, an organization its committee, both the head.
func TestCouplingsOfBodies(t *testing.T) {
	of := func(k evaluate.Kind, who, to, holds, fails string) comes {
		return comes{kind: k, who: who, to: to, holds: holds, fails: fails}
	}
	committee := func(to, holds, fails string) comes { return of(evaluate.Collective, "CU", to, holds, fails) }
	tt := collective21("TT", "management", "excellent", "good")
	office := func(rows ...row) sheet { return sheet{excel.OfficeBook, "XA", evaluate.Collective, rows} }
	deputy := somebody("Phó", post21("deputy", "Phó bí thư", "CU", "không", "không", row{"area_grade": "good"}))
	list := []coupling{
		{name: "organization above its committee", period: "2021", bodies: offices(), books: branchA("good", "excellent"),
			want: []comes{of(evaluate.Organization, "A", "excellent", "", ""), committee("excellent", "", "")}},
		{name: "organization below its committee", period: "2021", bodies: offices(), books: branchA("average", "excellent"),
			want: []comes{of(evaluate.Organization, "A", "completed", "", ""), committee("completed", "COL-LE-ORGANIZATION", "")}},
		{name: "organization not reported", period: "2021", bodies: offices(), books: branchA("good", "excellent")[2:],
			want: []comes{{kind: evaluate.Collective, who: "CU", to: "undecided: excellent good completed not_completed"}}},
		{name: "unit above its leadership", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "excellent")), office(tt)}, want: []comes{of(evaluate.Collective, "TT", "excellent", "", "")}},
		{name: "unit below its leadership", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "good")), office(tt)}, want: []comes{of(evaluate.Unit, "UB", "good", "", ""), of(evaluate.Collective, "TT", "good", "COL-LE-UNIT", "")}},
		{name: "unit failed", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "not_completed")), office(tt)}, want: []comes{of(evaluate.Collective, "TT", "not_completed", "COL-LE-UNIT", "")}},
		{name: "leadership of an agency nobody named", period: "2021", bodies: withoutUnit(offices(), "TT"), books: []sheet{units(unit("UB", "excellent")), office(tt)},
			want: []comes{{kind: evaluate.Collective, who: "TT", to: "undecided: excellent good completed not_completed"}}},
		{name: "unit graded elsewhere", period: "2021", bodies: offices(), books: []sheet{units(row{"unit_code": "UB", "graded_elsewhere": "completed"}), office(tt)},
			want: []comes{of(evaluate.Unit, "UB", "completed", "", ""), of(evaluate.Collective, "TT", "completed", "COL-LE-UNIT", "")}},
		{name: "R18-40, as the office says of the collective", period: "2021", bodies: offices(), books: append(branchA("good", "excellent"), office(row{"collective_code": "CU", "fellow_discipline": "warning"})),
			want: []comes{committee("not_completed", "COL-K4", "")}},
		{name: "R18-40, a reprimand", period: "2021", bodies: offices(), books: append(branchA("good", "excellent"), office(row{"collective_code": "CU", "fellow_discipline": "reprimand"})),
			want: []comes{committee("excellent", "", "COL-K4")}},
		{name: "R18-40, as the office says of the deputy", period: "2021", bodies: offices(), books: append(branchA("good", "excellent"), ofA(evaluate.Leader, deputy),
			leaders(somebody("Phó", row{"own_collective": "CU", "own_unit": "không", "discipline": "warning"}))),
			want: []comes{committee("not_completed", "COL-K4-FELLOWS", "COL-K4"), of(evaluate.Leader, "Phó", "not_completed", "LDR-K-DISCIPLINE", "")}},
		{name: "R18-40, the deputy is a member of the branch", period: "2021", bodies: offices(), books: append(branchA("good", "excellent"), ofA(evaluate.Leader, deputy),
			ofA(evaluate.Member, somebody("Phó", memberLevels("excellent", "good"))), leaders(somebody("Phó", row{"own_collective": "CU", "own_unit": "không", "discipline": "warning"}))),
			want: []comes{of(evaluate.Member, "Phó", "not_completed", "MEM-K4", ""), of(evaluate.Leader, "Phó", "not_completed", "LDR-K-DISCIPLINE", ""),
				committee("not_completed", "COL-K4-FELLOWS", "COL-K4"), of(evaluate.Organization, "A", "completed", "", "ORG-T2-MEMBERS-HT")}},
		{name: "the deputy not disciplined", period: "2021", bodies: offices(), books: append(branchA("good", "excellent"), ofA(evaluate.Leader, deputy)),
			want: []comes{committee("excellent", "", "COL-K4"), of(evaluate.Leader, "Phó", "excellent", "", "LDR-K-DISCIPLINE")}},
		{name: "R18-38", period: "2021", orgs: youngBranch(), books: branch21(crowd(3, "Viên", memberLevels("good", "good")), orgLevels("excellent", "good"), counterparts("none")),
			want: []comes{of(evaluate.Organization, "A", "not_rated", "SCOPE-6", "")}},
	}
	play(t, list)
}

func youngBranch() []evaluate.Org {
	orgs := twoBranches()
	orgs[1].Founded, _ = evaluate.NewDate(2021, 7, 31)
	return orgs
}

// Collective and unit bound the head, graded last; units in charge bind whoever
// leads them.
func TestCouplingsOfLeaders(t *testing.T) {
	tt := func(key string) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective21("TT", "management", key, "good")}}
	}
	head := somebody("Đứng Đầu", post21("head", "Chủ tịch", "TT", "UB", "không"))
	deputy := somebody("Phó", post21("deputy", "Phó chủ tịch", "TT", "UB", "không", row{"area_grade": "excellent"}))
	of := func(who, to, holds, fails string) comes {
		return comes{kind: evaluate.Leader, who: who, to: to, holds: holds, fails: fails}
	}
	charge := func(codes string, grades ...string) coupling {
		var rows []row
		for i, g := range grades {
			rows = append(rows, unit(offices()[3+i].Code, g))
		}
		return coupling{period: "2021", bodies: offices(), books: []sheet{units(rows...), leaders(somebody("Phó", post21("deputy", "Phó chủ tịch", "TT", "UB", codes, row{"area_grade": "good"})))}}
	}
	named := func(c coupling, name string, want ...comes) coupling {
		c.name, c.want = name, want
		return c
	}
	secretary := func(collective, unit string) row {
		return somebody("Bí Thư", post21("head", "Bí thư", collective, unit, "không", row{"party_post": "secretary"}))
	}
	lone := func(results, collective, unit string) []sheet {
		return append(branchA(results, "excellent")[:3], ofA(evaluate.Leader, secretary(collective, unit)))
	}
	list := []coupling{
		{name: "R18-42", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "excellent")), tt("good"), leaders(head, deputy)},
			want: []comes{of("Đứng Đầu", "good", "HEAD-LE-COLLECTIVE", ""), of("Phó", "excellent", "", "")}},
		{name: "R18-42, collective excellent", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "excellent")), tt("excellent"), leaders(head)}, want: []comes{of("Đứng Đầu", "excellent", "", "")}},
		{name: "R18-44", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "excellent")), leaders(head.with(row{"proposal_base": "excellent"}))},
			want: []comes{{kind: evaluate.Leader, who: "Đứng Đầu", to: "undecided: excellent good completed not_completed"}}},
		{name: "unit below the head", period: "2021", bodies: offices(), books: []sheet{units(unit("P1", "good")), leaders(somebody("Trưởng", post21("head", "Trưởng phòng", "không", "P1", "không")))},
			want: []comes{of("Trưởng", "good", "HEAD-LE-UNIT", "")}},
		{name: "unit of the head failed", period: "2021", bodies: offices(), books: []sheet{units(unit("P1", "not_completed")), leaders(somebody("Trưởng", post21("head", "Trưởng phòng", "không", "P1", "không")))},
			want: []comes{of("Trưởng", "not_completed", "LDR-K-UNIT", "")}},
		{name: "unit of a deputy failed", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "not_completed")), leaders(deputy)}, want: []comes{of("Phó", "excellent", "", "")}},
		{name: "which unit is not said", period: "2021", bodies: offices(), books: []sheet{units(unit("P1", "good")), leaders(somebody("Trưởng", post21("head", "Trưởng phòng", "không", "", "không")).without("own_unit"))},
			want: []comes{{kind: evaluate.Leader, who: "Trưởng", to: "undecided: excellent good completed not_completed", waits: "own_unit"}}},
		{name: "R25-44, branch without committee", period: "2021", bodies: offices(), books: lone("good", "không", "không"), want: []comes{of("Bí Thư", "excellent", "", "")}},
		{name: "branch without committee, completed", period: "2021", bodies: offices(), books: lone("average", "không", "không"), want: []comes{of("Bí Thư", "completed", "HEAD-LE-ORGANIZATION", "")}},
		{name: "branch without committee, no units anywhere", period: "2021", bodies: offices()[2:3], books: lone("good", "không", "không"), want: []comes{of("Bí Thư", "excellent", "", "")}},
		{name: "R18-46", period: "2021", bodies: offices(), books: []sheet{units(unit("P1", "completed")), leaders(somebody("Phó", post21("deputy", "Phó chủ tịch", "TT", "UB", "P1", row{"area_grade": "good", "unit_tasks_late": "21"})))},
			want: []comes{of("Phó", "completed", "LDR-T-DONE LDR-T-UNITS-HT", "LDR-T-TIME LDR-XS-UNITS-T")}},
		{name: "R18-48", period: "2021", bodies: offices(), books: []sheet{leaders(deputy.with(row{"subordinate_corruption": "yes"}))}, want: []comes{of("Phó", "not_completed", "LDR-K-CORRUPTION", "")}},
		{name: "R18-48, found and remedied by himself", period: "2021", bodies: offices(), books: []sheet{leaders(deputy.with(row{"subordinate_corruption": "yes", "self_found_remedied": "yes"}))}, want: []comes{of("Phó", "excellent", "LDR-K-CORRUPTION-SELF", "")}},
		named(charge("P1; P2; P3; P4; P5", "good", "good", "good", "good", "completed"), "units in charge well", of("Phó", "excellent", "LDR-XS-UNITS-T", "")),
		named(charge("P1; P2; P3; P4; P5", "good", "good", "good", "completed", "completed"), "too few units in charge good", of("Phó", "good", "LDR-T-UNITS-HT", "LDR-XS-UNITS-T")),
		named(charge("P1; P2; P3; P4; P5", "good", "good", "good", "good", "not_completed"), "one unit in charge failed", of("Phó", "completed", "LDR-HT-UNITS", "LDR-T-UNITS-HT")),
		// the best two grades ask the same of all units: whoever misses one misses both
		named(charge("P1; P2; P3; P4; P5", "good", "good", "good", "good"), "one unit in charge open", comes{kind: evaluate.Leader, who: "Phó", to: "undecided: excellent completed"}),
		named(charge("không"), "no units in charge", of("Phó", "excellent", "", "")),
	}
	play(t, list)
}
