package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// leader366 is a leader of a place that has done everything, with 100 points of
// Annex 3 less those given.
func leader366(post, title, collective, unit, charge string, less string, facts ...row) row {
	return row{"leadership_post": post, "title": title, "own_collective": collective, "own_unit": unit, "unit_codes_in_charge": charge, "party_post": "none",
		"category": "official", "reviewed": "yes", "confidence_held": "no", "score_i1": "6", "score_i2": "6", "score_i3": "6", "score_i4": "6", "score_i5": "6", "score_r1": less, "score_r2": "20", "score_r3": "20",
		"unit_tasks_assigned": "10", "unit_tasks_done": "10", "unit_tasks_late": "0", "unit_tasks_exceeded": "3", "unit_basic_targets": "none"}.with(facts...)
}

// body366 is a collective or an organization under Annex 1; goals is the line of 50.
func body366(goals string, facts ...row) row {
	return row{"reviewed": "yes", "score_c1": "5", "score_c2": "5", "score_c3": "5", "score_c4": "5", "score_c5": "5", "score_c6": "5", "score_d1": goals, "score_d2": "20",
		"tasks_assigned": "20", "tasks_done": "20", "tasks_late": "0", "tasks_exceeded": "6", "basic_targets": "none"}.with(facts...)
}

func collective366(code, kind, goals string, facts ...row) row {
	return body366(goals, row{"collective_code": code, "collective_type": kind, "attached_count": "0"}).with(facts...)
}

// In 2025 the collective binds its head by reading of Art. 3.2, failed units
// whoever leads them, and disciplined members the collective.
func TestCouplingsOf366(t *testing.T) {
	of := func(k evaluate.Kind, who, to, holds, fails string) comes {
		return comes{kind: k, who: who, to: to, holds: holds, fails: fails}
	}
	tt := func(goals string) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", goals)}}
	}
	about := func(facts row) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "44", facts)}}
	}
	five := func(failed int) sheet {
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
	all := "P1; P2; P3; P4; P5"
	deputy := somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", all, "18"))
	head := somebody("Đứng Đầu", leader366("head", "Chủ tịch", "TT", "UB", "không", "25"))
	fellow := func(facts row) sheet {
		return leaders(somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", "không", "18", facts)))
	}
	slow := unit("UB", "completed").with(row{"tasks_done": "69"})
	second := somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", "không", "25"))
	list := []coupling{
		{name: "R25-28", period: "2025", bodies: offices(), books: []sheet{tt("44"), leaders(head)}, want: []comes{of(evaluate.Leader, "Đứng Đầu", "excellent", "", "")}},
		{name: "R25-30", period: "2025", bodies: offices(), books: []sheet{tt("44"), leaders(head.with(row{"unit_tasks_done": "6"}))}, want: []comes{of(evaluate.Leader, "Đứng Đầu", "not_completed", "K-L1-UNIT", "")}},
		{name: "R25-32", period: "2025", bodies: offices(), books: []sheet{five(3), leaders(deputy)}, want: []comes{of(evaluate.Leader, "Phó", "not_completed", "K-L1-UNITS", "")}},
		{name: "R25-32, two of five", period: "2025", bodies: offices(), books: []sheet{five(2), leaders(deputy)}, want: []comes{of(evaluate.Leader, "Phó", "good", "", "K-L1-UNITS")}},
		{name: "R25-32, with relief", period: "2025", bodies: offices(), books: []sheet{five(3), leaders(deputy.with(row{"relief_claimed": "yes"}))}, want: []comes{of(evaluate.Leader, "Phó", "review: good not_completed", "K-L1-UNITS K-L1-UNITS-RELIEF", "")}},
		{name: "R25-36", period: "2025", bodies: offices(), books: []sheet{five(0), leaders(deputy.with(row{"subordinate_corruption": "yes", "relief_claimed": "yes"}))}, want: []comes{of(evaluate.Leader, "Phó", "review: good not_completed", "K-L5 K-L5-RELIEF", "")}},
		{name: "R25-36, found by others", period: "2025", bodies: offices(), books: []sheet{five(0), leaders(deputy.with(row{"subordinate_corruption": "yes"}))}, want: []comes{of(evaluate.Leader, "Phó", "not_completed", "K-L5", "")}},
		{name: "R25-38", period: "2025", bodies: offices(), books: []sheet{tt("44"), fellow(row{"discipline": "reprimand", "discipline_duty": "no"})},
			want: []comes{of(evaluate.Collective, "TT", "review: good completed not_completed", "", "K-C2 K-C2-FELLOWS XS-FELLOWS-DISCIPLINE")}},
		{name: "R25-38, duty concerned", period: "2025", bodies: offices(), books: []sheet{tt("44"), fellow(row{"discipline": "reprimand", "discipline_duty": "yes"})},
			want: []comes{of(evaluate.Collective, "TT", "not_completed", "K-C2-FELLOWS", "K-C2"), of(evaluate.Leader, "Phó", "not_completed", "K-L3", "")}},
		{name: "R25-38, whether duty is concerned is open", period: "2025", bodies: offices(), books: []sheet{tt("44"), fellow(row{"discipline": "reprimand"})},
			want: []comes{{kind: evaluate.Collective, who: "TT", to: "undecided: good completed not_completed"}}},
		{name: "R25-40", period: "2025", bodies: offices(), books: []sheet{about(row{"fellow_violation_elsewhere": "yes"}), fellow(row{"discipline": "reprimand", "discipline_duty": "yes"})},
			want: []comes{of(evaluate.Collective, "TT", "review: good completed not_completed", "K-C2-FELLOWS K-C2-FELLOWS-RELIEF", "XS-FELLOWS-DISCIPLINE")}},
		{name: "R25-40, one of the old unit and another of this one", period: "2025", bodies: offices(),
			books: []sheet{about(row{"fellow_discipline": "reprimand", "fellow_discipline_duty": "yes", "fellow_violation_elsewhere": "yes"}), leaders(
				somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", "không", "18", row{"discipline": "reprimand", "discipline_duty": "yes", "violation_elsewhere": "yes"})),
				somebody("Phó Hai", leader366("deputy", "Phó chủ tịch", "TT", "UB", "không", "18", row{"discipline": "reprimand", "discipline_duty": "yes"})))},
			want: []comes{of(evaluate.Collective, "TT", "not_completed", "K-C2 K-C2-ELSEWHERE K-C2-FELLOWS", "K-C2-FELLOWS-RELIEF")}},
		{name: "R25-40, said of the leader", period: "2025", bodies: offices(), books: []sheet{tt("44"), fellow(row{"discipline": "reprimand", "discipline_duty": "yes", "violation_elsewhere": "yes"})},
			want: []comes{of(evaluate.Collective, "TT", "review: good completed not_completed", "", "K-C2-FELLOWS XS-FELLOWS-DISCIPLINE"), of(evaluate.Leader, "Phó", "not_completed", "K-L3", "")}},
		{name: "an old violation, said of the leader, beside the office's record of the collective", period: "2025", bodies: offices(),
			books: []sheet{about(row{"fellow_discipline": "reprimand", "fellow_discipline_duty": "yes"}), fellow(row{"discipline": "reprimand", "discipline_duty": "yes", "old_violation": "yes"})},
			want:  []comes{of(evaluate.Collective, "TT", "review: good completed not_completed", "K-C2 K-C2-RELIEF K-C2-FELLOWS-RELIEF", "")}},
		{name: "R25-42", period: "2025", bodies: offices(), books: []sheet{about(row{"wrongdoing_concluded": "yes"})}, want: []comes{of(evaluate.Collective, "TT", "not_completed", "K-C1", "")}},
		{name: "nobody disciplined", period: "2025", bodies: offices(), books: []sheet{tt("44"), fellow(nil)}, want: []comes{of(evaluate.Collective, "TT", "excellent", "", "K-C2-FELLOWS")}},
		{name: "leaders no part of the campaign", period: "2025", kinds: []evaluate.Kind{evaluate.Collective}, bodies: offices(), books: []sheet{tt("44")}, want: []comes{of(evaluate.Collective, "TT", "excellent", "", "K-C2-FELLOWS")}},
		{name: "fewer than three", period: "2025", bodies: []evaluate.Body{{Kind: evaluate.Collective, Code: "TT", Org: "XA", Name: "Tập thể Mẫu", Size: 2}}, books: []sheet{tt("44"), leaders(head.with(row{"own_unit": "không"}))},
			want: []comes{of(evaluate.Collective, "TT", "not_rated", "NR-SMALL", ""), of(evaluate.Leader, "Đứng Đầu", "excellent", "", "")}},
		{name: "three", period: "2025", bodies: []evaluate.Body{{Kind: evaluate.Collective, Code: "TT", Org: "XA", Name: "Tập thể Mẫu", Size: 3}}, books: []sheet{tt("44")}, want: []comes{of(evaluate.Collective, "TT", "excellent", "", "NR-SMALL")}},
		{name: "size not said", period: "2025", bodies: []evaluate.Body{{Kind: evaluate.Collective, Code: "TT", Org: "XA", Name: "Tập thể Mẫu"}}, books: []sheet{tt("44")},
			want: []comes{{kind: evaluate.Collective, who: "TT", to: "undecided: excellent", waits: "body_size"}}},
		{name: "R25-62", period: "2025", bodies: offices(), books: []sheet{{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "30")}}, leaders(head, second)},
			want: []comes{of(evaluate.Collective, "TT", "good", "", ""), of(evaluate.Leader, "Đứng Đầu", "good", "HEAD-LE-COLLECTIVE", ""), of(evaluate.Leader, "Phó", "excellent", "", "")}},
		{name: "R25-58", period: "2025", bodies: offices(), switches: []string{"quarter_failed_blocks_excellent"}, books: []sheet{tt("44"), leaders(head.with(row{"quarters_failed": "2", "quarters_failed_running": "2"}))},
			want: []comes{of(evaluate.Leader, "Đứng Đầu", "good", "QUARTER-K REPLACE", "")}},
		{name: "failed unit and its deputies, as local papers have it", period: "2025", bodies: offices(), switches: []string{"unit_floor_blocks_deputies"}, books: []sheet{units(slow), leaders(second)}, want: []comes{of(evaluate.Leader, "Phó", "good", "DEPUTY-UNIT-FLOOR", "")}},
		{name: "failed unit and its deputies, the switch off", period: "2025", bodies: offices(), books: []sheet{units(slow), leaders(second)}, want: []comes{of(evaluate.Leader, "Phó", "excellent", "", "")}},
		{name: "unit and its head, as decrees have it", period: "2025", bodies: offices(), switches: []string{"head_not_above_unit"}, books: []sheet{units(unit("UB", "completed")), tt("44"), leaders(head)}, want: []comes{of(evaluate.Leader, "Đứng Đầu", "completed", "HEAD-LE-UNIT", "")}},
		{name: "unit and its head, the switch off", period: "2025", bodies: offices(), books: []sheet{units(unit("UB", "completed")), tt("44"), leaders(head)}, want: []comes{of(evaluate.Leader, "Đứng Đầu", "excellent", "REST-COLLECTIVE REST-UNIT", "")}},
		{name: "the unit has no grade yet, the head none to wait for", period: "2025", bodies: offices(), books: []sheet{tt("44"), leaders(head)}, want: []comes{of(evaluate.Leader, "Đứng Đầu", "excellent", "REST-COLLECTIVE", "")}},
	}
	play(t, list)
}
