package campaign

import (
	"fmt"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// fullPoints is every line of a set's sheets at its maximum.
func fullPoints(t *testing.T, l libraries, track evaluate.Track, k evaluate.Kind, period string) row {
	t.Helper()
	p, _ := evaluate.ParsePeriod(period)
	rs, err := l.with(t, nil).InForce(evaluate.LibraryKey{Track: track, Kind: k, Period: p})
	if err != nil {
		t.Fatal(err)
	}
	out := row{}
	for fact, most := range rs.LineMaxima() {
		out[rs.Schema().Facts[fact].ID] = most.String()
	}
	return out
}

// From 2026 agencies are graded by decree: a failed unit under an agency keeps it
// from the best grade, and the agency bounds its head.
func TestCouplingsOf2026(t *testing.T) {
	l := libraries{}
	points := fullPoints(t, l, evaluate.TaskTrack, evaluate.Unit, "2026")
	agency := points.with(row{"unit_code": "UB", "reviewed": "yes", "tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0", "tasks_exceeded": "3"})
	with := func(grade string) []sheet {
		rows := []row{agency}
		for _, code := range []string{"P1", "P2", "P3", "P4", "P5"} {
			rows = append(rows, row{"unit_code": code, "graded_elsewhere": grade})
			grade = "good"
		}
		return []sheet{{excel.OfficeBook, "XA", evaluate.Unit, rows}}
	}
	ub := func(to, holds, fails string) comes {
		return comes{kind: evaluate.Unit, who: "UB", to: to, holds: holds, fails: fails}
	}
	for _, c := range []coupling{
		{name: "attached units well", period: "2026", bodies: offices(), books: with("good"), want: []comes{ub("excellent", "XS-ATTACHED", "")}},
		{name: "one attached unit failed", period: "2026", bodies: offices(), books: with("not_completed"), want: []comes{ub("review: good completed not_completed", "", "XS-ATTACHED")}},
		{name: "attached units open", period: "2026", bodies: offices(), books: []sheet{units(agency)}, want: []comes{ub("undecided: excellent good completed not_completed", "", "")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.run(t, l)
			for _, w := range c.want {
				w.check(t, r)
			}
		})
	}
	const decree = "vn-nd335-nd233-leader@2026-r1"
	lead := row{"full_name": "Người Mẫu Đứng Đầu", "identity_number": "990000000001", "leadership_post": "head", "title": "Chủ tịch", "category": "civil_servant",
		"own_unit": "UB", "own_collective": "không", "reviewed": "yes", "months_worked": "12", "months_scored": "12"}
	for month := range 12 {
		lead[evaluate.FactID(fmt.Sprintf("month_score_%02d", month+1))] = "92"
	}
	for _, grade := range []string{"excellent", "good", "completed"} {
		c := coupling{period: "2026", bodies: offices(), chosen: map[evaluate.Kind]string{evaluate.Leader: decree},
			books: []sheet{{excel.OfficeBook, "XA", evaluate.Unit, []row{{"unit_code": "UB", "graded_elsewhere": grade}}}, leaders(lead)}}
		comes{kind: evaluate.Leader, who: "Đứng Đầu", to: grade, holds: "CC-HEAD-UNIT"}.check(t, c.run(t, l))
	}
}
