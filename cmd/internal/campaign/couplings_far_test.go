package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// leader02 is a leader of a quarter of 2026 with every condition and all points.
func leader02(post, collective string) row {
	r := row{"leadership_post": post, "title": "Trưởng phòng", "own_collective": collective, "own_unit": "không", "key_tasks_level": "level_1", "agency_under_floor": "no",
		"quarter_tasks_assigned": "10", "quarter_tasks_done": "10", "quarter_tasks_late": "0", "quarter_tasks_exceeded": "3"}
	for id, points := range map[string]string{"i_1": "18", "i_2": "4", "i_3": "8"} {
		r[evaluate.FactID("vn_02hd_leader_"+id)] = points
	}
	weights := []string{"25", "5", "10", "20", "10", "0"}
	for i, w := range weights {
		axis := "vn_02hd_leader_ii_" + string(rune('1'+i)) + "_"
		r[evaluate.FactID(axis+"weight")] = w
		for _, part := range []string{"a", "b", "c", "d"} {
			r[evaluate.FactID(axis+part)] = "100"
		}
	}
	return r
}

// What is graded elsewhere or not at all.
func TestCouplingsBeyondTheCampaign(t *testing.T) {
	of := func(k evaluate.Kind, who, to, holds, waits string) comes {
		return comes{kind: k, who: who, to: to, holds: holds, waits: waits}
	}
	committee := []evaluate.Body{{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5, Founded: offices()[0].Founded}}
	tv := sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective21("TV", "committee", "excellent", "good")}}
	above := func(grade string) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "XA", "graded_elsewhere": grade}}}
	}
	secretary := leaders(somebody("Bí Thư", post21("head", "Bí thư", "TV", "không", "không", row{"party_post": "secretary"})))
	list := []coupling{
		{name: "the office's own organization graded completed", period: "2021", bodies: committee, books: []sheet{tv, above("completed"), secretary},
			want: []comes{of(evaluate.Collective, "TV", "completed", "COL-LE-ORGANIZATION", ""), of(evaluate.Leader, "Bí Thư", "completed", "HEAD-LE-COLLECTIVE HEAD-LE-ORGANIZATION", "")}},
		{name: "the office's own organization graded excellent", period: "2021", bodies: committee, books: []sheet{tv, above("excellent"), secretary},
			want: []comes{of(evaluate.Collective, "TV", "excellent", "", ""), of(evaluate.Leader, "Bí Thư", "excellent", "", "")}},
		{name: "the office's own organization not graded yet", period: "2021", bodies: committee, books: []sheet{tv, secretary},
			want: []comes{of(evaluate.Collective, "TV", "undecided: excellent good completed not_completed", "", "")}},
		{name: "R25-62 in a quarter, collectives not graded then", period: "2026-Q3", bodies: committee, books: []sheet{leaders(somebody("Trưởng", leader02("head", "TV")))}, want: []comes{of(evaluate.Leader, "Trưởng", "excellent", "", "")}},
		{name: "a deputy in a quarter", period: "2026-Q3", bodies: committee, books: []sheet{leaders(somebody("Phó", leader02("deputy", "TV")))}, want: []comes{of(evaluate.Leader, "Phó", "excellent", "", "")}},
	}
	play(t, list)
}
