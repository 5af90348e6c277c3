package rules

import (
	"strings"
	"testing"
)

// Every condition of every built-in set has words: no code of the data shows
// through, no sentence is empty.
func TestShowHasWordsForEverything(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	for _, rs := range lib.Sets {
		v := Show(lib, rs)
		for _, s := range v.Sections {
			for _, r := range s.Rules {
				// What is left out has a citation, and no standing of its own.
				if s.Key == "drop" {
					r.StandingLabel = "-"
				}
				// A group only names criteria; what rests on it has the citation.
				if s.Key == "groups" {
					r.StandingLabel, r.Cite = "-", "-"
				}
				checkWords(t, v.Ref, r)
				for _, p := range r.Parts {
					checkWords(t, v.Ref, p)
				}
			}
		}
	}
}

func checkWords(t *testing.T, ref string, r RuleView) {
	t.Helper()
	if r.Condition+r.Effect+r.Text == "" || r.Cite == "" || r.Layer != BuiltinLayer || r.StandingLabel == "" {
		t.Errorf("%s %s is described incompletely: %+v", ref, r.ID, r)
	}
	for _, s := range []string{r.Condition, r.Scope} {
		if strings.ContainsAny(s, "_|{}") || strings.Contains(s, "  ") {
			t.Errorf("%s %s shows codes: %q", ref, r.ID, s)
		}
		if strings.Contains(s, "chiếm đạt") || strings.Contains(s, "chiếm trên") || strings.Contains(s, "chiếm từ") {
			t.Errorf("%s %s is no good sentence: %q", ref, r.ID, s)
		}
	}
}

// A grade asked of another kind has that kind's words, not the labels of the set
// that asks.
func TestShowNamesGradesOfOtherKindsInTheirWords(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	said := map[string]string{}
	for _, s := range Show(lib, findSet(t, lib, "vn-27hd-organization@2014-r1")).Sections {
		for _, r := range s.Rules {
			said[r.ID] = r.Condition
		}
	}
	if !strings.Contains(said["YK-MEMBERS"], "“Không hoàn thành nhiệm vụ”") || !strings.Contains(said["YK-CHILDREN"], "“Yếu kém”") {
		t.Errorf("members: %q\nbranches: %q", said["YK-MEMBERS"], said["YK-CHILDREN"])
	}
}

// A condition on a group of criteria is only read by who sees which they are, and
// its grades only asked for by who sees their codes.
func TestShowListsTheMembersOfGroups(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	v := Show(lib, findSet(t, lib, "vn-27hd-member@2014-r1"))
	if len(v.Sections) == 0 || v.Sections[0].Key != "groups" {
		t.Fatalf("no groups are shown: %+v", v.Sections)
	}
	several := false
	for _, g := range v.Sections[0].Rules {
		if g.Condition == "" || g.Text == "" {
			t.Errorf("group %s is shown without its members", g.ID)
		}
		several = several || strings.Contains(g.Condition, "; ")
	}
	if !several {
		t.Errorf("every group has one member only: %+v", v.Sections[0].Rules)
	}
}

// A committee reads what a line of a score sheet is about, not its number alone;
// no sentence says the same twice, and no share is a broken percentage.
func TestShowReadsWithoutTheSheetAtHand(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	rule := func(ref, id string) string {
		for _, s := range Show(lib, findSet(t, lib, ref)).Sections {
			for _, r := range s.Rules {
				if r.ID == id {
					return r.Condition
				}
			}
		}
		t.Errorf("%s has no %s", ref, id)
		return ""
	}
	if got := rule("thanh-hoa-council@2026-r1", "WORST-DISHONEST"); got != "IX. Điểm trừ: IX.8 “Minh chứng không trung thực (mất thêm điểm của tiêu chí liên quan)” từ 2 trở lên" {
		t.Error(got)
	}
	if got := rule("thanh-hoa-council@2026-r1", "XS-INNOVATION"); !strings.HasPrefix(got, "điểm của V “") {
		t.Error(got)
	}
	got := rule("vn-16hd-leader@2018-r1", "LDR-K-UNIT")
	if strings.Count(got, "được xếp loại là") != 1 || !strings.HasSuffix(got, "(mới có số liệu của một phần thì theo phần ấy)") {
		t.Error(got)
	}
	if got := rule("vn-16hd-leader@2018-r1", "LDR-XS-TIME"); strings.Contains(got, "mẫu số") {
		t.Error(got)
	}
	for _, rs := range lib.Sets {
		for _, s := range Show(lib, rs).Sheets {
			for _, r := range s.Rows {
				if strings.Contains(r.How, "/3%") || strings.Contains(r.How, "\"") {
					t.Errorf("%s %s: %s", rs.Ref(), r.ID, r.How)
				}
			}
		}
	}
}
