package evaluate

import (
	"strings"
	"testing"
)

// Those who have left the group of one decision are one problem, with how many they are
// and where each stands; of another line they are another, and one alone is as it was.
func TestOneProblemForADecisionThatSeveralLeft(t *testing.T) {
	left := func(cell, who string) Problem {
		return problemLeftGroup(Origin{File: "f", Cell: cell}, who, Related{At: Origin{File: "cb", Cell: who}}, "Tốt", &Result{})
	}
	other := Problem{Severity: Warning, Code: "E330", At: Origin{File: "f", Cell: "J8"}}
	ps := []Problem{left("J8", "c"), other, left("J8", "a"), left("J9", "b"), left("J8", "d")}
	got := GatherLeft(ps)
	if len(got) != 3 {
		t.Fatalf("%d problems: %v", len(got), got)
	}
	for _, p := range got {
		switch {
		case p.Code == "E330":
		case p.At.Cell == "J9":
			if p.Subject != "b" || p.Message != left("J9", "b").Message {
				t.Errorf("of one: %+v", p)
			}
		default:
			if p.Subject != "" || len(p.Related) != 3 || p.Related[0].At.Cell != "a" || !strings.Contains(p.Message, "3 trường hợp (a, c, d)") {
				t.Errorf("of three: %+v", p)
			}
		}
	}
	many := []Problem{}
	for range 25 {
		many = append(many, left("J8", "x"))
	}
	if got := GatherLeft(many); len(got) != 1 || len(got[0].Related) != leftNamed || !strings.Contains(got[0].Message, "25 trường hợp") {
		t.Errorf("of many: %v", got)
	}
}
