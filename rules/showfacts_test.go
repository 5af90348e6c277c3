package rules

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Every fact of the vocabulary is found by its kind, by a word of its heading
// with or without marks, and by the code of a value; what a sheet declares only
// by word or set.
func TestFactsAreFound(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	find := func(q FactQuery, id string) (FactView, bool) {
		for _, f := range Facts(lib, q) {
			if f.ID == id {
				return f, true
			}
		}
		return FactView{}, false
	}
	f, ok := find(FactQuery{Kind: evaluate.Member}, "discipline")
	if !ok || f.Type != "choice" || len(f.Values) < 3 || f.Values[0].Label == "" || f.Supplier == "" || f.Kind != "member" {
		t.Errorf("discipline of members: %v %+v", ok, f)
	}
	f, _ = find(FactQuery{Kind: evaluate.Member}, "sick_leave_months")
	if f.Type != "number" || f.Step == "" {
		t.Errorf("months of sick leave: %+v", f)
	}
	for _, c := range []struct {
		q    FactQuery
		id   string
		want bool
	}{
		{FactQuery{Word: "kỷ luật"}, "discipline", true},
		{FactQuery{Word: "KY LUAT"}, "discipline", true},
		{FactQuery{Word: "reprimand"}, "discipline", true},
		{FactQuery{Word: "discipl"}, "discipline", true},
		{FactQuery{Kind: evaluate.Unit, Word: "reprimand"}, "sick_leave_months", false},
		{FactQuery{Kind: evaluate.Unit}, "thd_v_1a", false},
		{FactQuery{Kind: evaluate.Unit, Word: "thd_v_1a"}, "thd_v_1a", true},
		{FactQuery{Set: findSet(t, lib, "thanh-hoa-council@2026-r1")}, "thd_v_1a", true},
		{FactQuery{Set: findSet(t, lib, "thanh-hoa-council@2026-r1")}, "discipline", false},
		{FactQuery{Word: "không đâu có chữ này"}, "discipline", false},
	} {
		if _, ok := find(c.q, c.id); ok != c.want {
			t.Errorf("%s is found by %q of kind %q: %v", c.id, c.q.Word, c.q.Kind, ok)
		}
	}
	if f, _ := find(FactQuery{Word: "thd_v_1a"}, "thd_v_1a"); f.Sheet != "thanh-hoa-council-commune" {
		t.Errorf("a line of a sheet does not say whose: %+v", f)
	}
}
