package rules

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Counts of tasks, or the statement that stands for them: without either nobody whom
// the condition is for has a grade. Leaders are asked about their units elsewhere.
func TestEithersWanted(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	for _, c := range []struct {
		year    string
		kind    evaluate.Kind
		profile string
		want    string
	}{
		{"2021", evaluate.Member, "", "tasks_assigned+tasks_done | completion_statement"},
		{"2025", evaluate.Member, "staff", "tasks_assigned+tasks_done | task_statement"},
		{"2025", evaluate.Member, "outside", "tasks_assigned+tasks_done | task_statement"},
		{"2025", evaluate.Member, "leader", ""},
		{"2025", evaluate.Member, "", ""},
		{"2025", evaluate.Organization, "", "tasks_assigned+tasks_done | unit_statement"},
		{"2025", evaluate.Collective, "", "tasks_assigned+tasks_done | unit_statement"},
		{"2025", evaluate.Leader, "", ""},
	} {
		p, _ := evaluate.ParsePeriod(c.year)
		rs, err := lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: c.kind, Period: p})
		if err != nil {
			t.Fatal(c.year, err)
		}
		profile := -1
		for i := range rs.Spec.Profiles {
			if rs.Spec.Profiles[i].ID == c.profile {
				profile = i
			}
		}
		if got := eithers(rs, profile); got != c.want {
			t.Errorf("%s %s %s: %q, want %q", c.year, c.kind, c.profile, got, c.want)
		}
	}
}

func eithers(rs *evaluate.RuleSet, profile int) string {
	var out []string
	for _, ways := range rs.EithersWanted(profile) {
		var either []string
		for _, way := range ways {
			var ids []string
			for _, fact := range way {
				ids = append(ids, string(rs.Schema().Facts[fact].ID))
			}
			either = append(either, strings.Join(ids, "+"))
		}
		out = append(out, strings.Join(either, " | "))
	}
	return strings.Join(out, "; ")
}
