package rules

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/xeploai/xeploai/evaluate"
)

// Whoever takes the facts of a limit over has the limit too, unless it declares one
// of the same id; a fact of its own under the same id is another fact.
func TestLimitsComeWithTheirFacts(t *testing.T) {
	number := func(id string) string {
		return "{id: " + id + ", type: number, step: 1, heading: " + id + ", supplier: branch}"
	}
	text := "schema: 1\nmember:\n  facts:\n    - " + number("done") + "\n    - " + number("late") + `
  limits:
    - {id: late_within, sum: [late], at_most: done, message: chung}
    - {id: within_year, sum: [late], at_most: 12, message: một năm}
leader:
  facts:
    - {as_in: member, ids: [done, late]}
staff:
  facts:
    - {as_in: leader, ids: [done, late]}
  limits:
    - {id: late_within, sum: [late], at_most: done, message: riêng}
unit:
  facts:
    - {as_in: member, ids: [done]}
    - ` + number("late") + "\n"
	l := newLoader([]Layer{{Name: "t", FS: fstest.MapFS{"facts.yaml": {Data: []byte(text)}}}})
	for _, p := range l.problems {
		t.Error(p.Code, p.At, p.Message)
	}
	got := map[evaluate.Kind][]string{}
	for _, limit := range l.facts.allLimits() {
		got[limit.Kind] = append(got[limit.Kind], limit.Message)
	}
	for k, want := range map[evaluate.Kind][]string{evaluate.Member: {"chung", "một năm"}, evaluate.Leader: {"chung", "một năm"},
		evaluate.Staff: {"riêng", "một năm"}, evaluate.Unit: nil} {
		if !slices.Equal(got[k], want) {
			t.Errorf("%s: %v, want %v", k, got[k], want)
		}
	}
}

// Every number that is part of another is bounded by it, in every kind that has both.
func TestPartsAreBounded(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	for part, whole := range map[evaluate.FactID]evaluate.FactID{
		"tasks_done": "tasks_assigned", "tasks_late": "tasks_done", "tasks_exceeded": "tasks_done", "tasks_poor": "tasks_done", "tasks_failed": "tasks_assigned",
		"unit_tasks_done": "unit_tasks_assigned", "unit_tasks_late": "unit_tasks_done", "unit_tasks_exceeded": "unit_tasks_done", "unit_tasks_poor": "unit_tasks_done",
		"units_failed": "units_in_charge", "units_good": "units_in_charge", "confidence_low": "confidence_total", "attached_disciplined_count": "attached_count",
		"quarter_tasks_done": "quarter_tasks_assigned", "quarter_tasks_late": "quarter_tasks_done", "quarters_failed_running": "quarters_failed",
		"month_days_absent": "month_working_days", "product_quality": "product_done", "product_on_time": "product_done",
		"sick_leave_months": "", "maternity_months": "", "training_months": "", "quarter_leave_months": "",
	} {
		found := false
		for _, k := range lib.Vocabulary.Kinds() {
			s := lib.Vocabulary.Schema(k)
			if _, ok := s.Index(part); !ok {
				continue
			}
			if _, ok := s.Index(whole); !ok && whole != "" {
				continue
			}
			found = true
			if !slices.ContainsFunc(s.Limits, func(l evaluate.Limit) bool {
				return slices.Contains(l.Sum, part) && l.AtMost == whole && (l.Most != nil) == (whole == "")
			}) {
				t.Errorf("%s.%s is not bounded by %q", k, part, whole)
			}
		}
		if !found {
			t.Errorf("no kind has %s and %q", part, whole)
		}
	}
}
