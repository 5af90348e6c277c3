package rules

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// The orders of merit that texts state, each criterion telling apart who is equal
// by all before it. No case of a set can ask for an order, so that the editions in
// force are asked here.
func TestOrdersOfMeritAreThoseOfTheTexts(t *testing.T) {
	const vatm = `reference_date: 2026-09-30
presets:
  leader:
    facts: {leadership_post: deputy, key_tasks_level: level_1, unit_statement: on_time, quarter_tasks_assigned: 100, quarter_tasks_done: 100, quarter_tasks_exceeded: 40}
    lines: {all: full, II.a_share: 15, II.b_share: 50, II.c_share: 15, II.d_share: 20, II1.weight: 30, II2.weight: 15, II3.weight: 10, II4.weight: 10, II5.weight: 5}
  collective:
    facts: {quarter_tasks_assigned: 100, quarter_tasks_done: 100, quarter_tasks_exceeded: 40}
    lines: {all: full}
cases:
`
	for _, c := range []struct {
		name, text string
		order      string // places and members of the group, best first
	}{
		{"People's Councils: the total, then the bonus, then the group of innovation", `rules: thanh-hoa-council@2026-r1
reference_date: 2026-12-31
presets: {commune: {facts: {unit_level: commune}, lines: {all: full}}}
cases:
  - name: 96 points, then five times 95
    base: [commune]
    group:
      - {grade: excellent, lines: {I.4b: "no", VII.2: o3, IX.3: 1}}
      - {grade: excellent, lines: {I.4b: "no", VII.2: o3, IX.3: 1, II.1a: "no", I.1c: "no", VIII.1: "yes"}}
      - {grade: excellent, lines: {I.4b: "no", V.1a: 1}}
      - {grade: excellent, lines: {I.4b: "no", VII.2: o3}}
      - {grade: excellent, lines: {I.4b: "no", V.1a: 1}}
      - {grade: excellent, lines: {I.4b: "no", V.1a: 1, VII.2: o3, VIII.2: o1}}
    expect: {cap: {id: CAP-XS, have: 6}}
`, "1:3 2:1 3:5 4:0 5:2 5:4"},
		{"leaders of an enterprise: more products exceeded, then better remedied; neither post nor points", "rules: vatm-03hd-leader@2026-r3\n" + vatm + `  - name: order
    base: [leader]
    group:
      - {grade: excellent, lines: {"3.3": "no"}}
      - {grade: excellent}
      - {grade: excellent, facts: {quarter_tasks_exceeded: 41}, lines: {"3.3": "no", "1.9": "no"}}
      - {grade: excellent, facts: {leadership_post: other}, lines: {"1.9": "no"}}
    expect: {cap: {id: CAP-XS, have: 4}}
`, "1:2 2:1 2:3 4:0"},
		{"its collectives alike", "rules: vatm-03hd-collective@2026-r2\n" + vatm + `  - name: order
    base: [collective]
    group:
      - {grade: excellent, lines: {I.6: 4}}
      - {grade: excellent}
      - {grade: excellent, facts: {quarter_tasks_exceeded: 41}, lines: {I.6: 4, I.1: 3}}
      - {grade: excellent, lines: {I.1: 3}}
    expect: {cap: {id: CAP-XS, have: 4}}
`, "1:2 2:1 2:3 4:0"},
		{"leaders of a year: points, then tasks exceeded, then the quarters proposed excellent", `rules: vn-366-leader@2025-r4
reference_date: 2025-12-31
presets: {leader: {facts: {leadership_post: deputy, reviewed: "yes", unit_tasks_assigned: 100, unit_tasks_exceeded: 40}, score: 95}}
cases:
  - name: order
    base: [leader]
    group:
      - {grade: excellent, score: 95, facts: {unit_tasks_exceeded: 40, quarters_excellent: 1}}
      - {grade: excellent, score: 95, facts: {unit_tasks_exceeded: 40, quarters_excellent: 3}}
      - {grade: excellent, score: 95, facts: {unit_tasks_exceeded: 41, quarters_excellent: 0}}
      - {grade: excellent, score: 96, facts: {unit_tasks_exceeded: 39, quarters_excellent: 0}}
      - {grade: excellent, score: 95, facts: {unit_tasks_exceeded: 40, quarters_excellent: 3}}
    expect: {cap: {id: CAP-XS, have: 5}}
`, "1:3 2:2 3:1 3:4 5:0"},
	} {
		if got := meritOrder(t, "schema: 1\n"+c.text); got != c.order {
			t.Errorf("%s: %s, want %s", c.name, got, c.order)
		}
	}
}

// meritOrder plays a group and tells its candidates with their places.
func meritOrder(t *testing.T, text string) string {
	t.Helper()
	layer := Layer{Name: "moi", FS: fstest.MapFS{"cases/moi.yaml": &fstest.MapFile{Data: []byte(text)}}}
	lib, _ := Load(nil, Builtin())
	cases, ps := readCases([]Layer{layer})
	if len(cases) != 1 {
		t.Fatal(told(ps))
	}
	result, ps := newRunner(lib).one(&cases[0])
	if len(ps) > 0 {
		t.Fatal(told(ps))
	}
	var got []string
	found := &result.caps[0]
	for i, row := range found.Candidates {
		got = append(got, fmt.Sprint(found.Merit[i].Place, ":", row))
	}
	return strings.Join(got, " ")
}
