package rules

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A condition leaves nothing open only where "all" demands every fact it asks.
func TestGuardedByGiven(t *testing.T) {
	given := func(id evaluate.FactID) evaluate.ConditionSpec {
		return evaluate.ConditionSpec{Fact: id, Compare: &evaluate.Comparison{Op: evaluate.OpGiven}}
	}
	unknown, fails := evaluate.Unknown, evaluate.Fails
	part := evaluate.ConditionSpec{Part: "done", Of: "assigned", WhenNone: &fails}
	open := part
	open.WhenNone = &unknown
	for name, c := range map[string]struct {
		list evaluate.ConditionSpec
		asks evaluate.ConditionSpec
		want bool
	}{
		"both given":           {evaluate.ConditionSpec{All: []evaluate.ConditionSpec{given("done"), given("assigned")}}, part, true},
		"one given":            {evaluate.ConditionSpec{All: []evaluate.ConditionSpec{given("done")}}, part, false},
		"none of them is open": {evaluate.ConditionSpec{All: []evaluate.ConditionSpec{given("done"), given("assigned")}}, open, false},
		"any does not guard":   {evaluate.ConditionSpec{Any: []evaluate.ConditionSpec{given("done"), given("assigned")}}, part, false},
		"a fact of another":    {evaluate.ConditionSpec{All: []evaluate.ConditionSpec{given("done")}}, evaluate.ConditionSpec{Fact: "late"}, false},
		"the fact itself":      {evaluate.ConditionSpec{All: []evaluate.ConditionSpec{given("late")}}, evaluate.ConditionSpec{Fact: "late"}, true},
		"a value is no demand": {evaluate.ConditionSpec{All: []evaluate.ConditionSpec{{Fact: "late", Compare: &evaluate.Comparison{Op: evaluate.OpEquals}}}}, evaluate.ConditionSpec{Fact: "late"}, false},
		"a points condition":   {evaluate.ConditionSpec{All: []evaluate.ConditionSpec{given("late")}}, evaluate.ConditionSpec{Points: "total"}, false},
	} {
		if got := guarded(&c.list, &c.asks); got != c.want {
			t.Errorf("%s: guarded is %v", name, got)
		}
	}
}
