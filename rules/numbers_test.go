package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// workedNumbers lists the worked cases of the digests of the regulations, by
// their numbers there: 2018 to 2022, 2023 to 2026, printed sheets.
func workedNumbers() []string {
	out := []string{"R18-22a", "R18-22b"}
	for n := 2; n <= 74; n += 2 {
		out = append(out, fmt.Sprint("R18-", n))
	}
	for n := 2; n <= 80; n += 2 {
		out = append(out, fmt.Sprint("R25-", n))
	}
	for _, n := range strings.Fields("A-2 A-4 A-6 B-1 B-2 B-4 B-6 D-1 D-2 D-4 D-6 D-8 D-10 F-2 F-4 F-6 H-2 H-4 N-2 N-4 N-6 N-8 N-10 V-2 V-4") {
		out = append(out, "PS-"+n)
	}
	return out
}

// Every worked case is played under its number, and no number is made up.
func TestWorkedCasesAreAllThere(t *testing.T) {
	cases, _ := readCases([]Layer{Builtin()})
	have := map[string]bool{}
	for i := range cases {
		if cases[i].number != "" {
			have[cases[i].number] = true
		}
	}
	for _, n := range workedNumbers() {
		if !have[n] {
			t.Errorf("no case carries number %s", n)
		}
		delete(have, n)
	}
	if len(have) > 0 {
		t.Errorf("numbers that no digest has: %v", slices.Sorted(maps.Keys(have)))
	}
}

// A worked case comes out the same by the edition that grades today: whichever
// number an earlier edition proves is played on the edition in force, too, unless a
// case of its own carries the number there.
func TestWorkedCasesHoldInForce(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	cases, _ := readCases([]Layer{Builtin()})
	var specs []*evaluate.RuleSetSpec
	for _, rs := range lib.Sets {
		specs = append(specs, &rs.Spec)
	}
	inForce := map[string]string{} // of a superseded edition
	for _, rs := range lib.Current(lib.Sets) {
		for _, old := range specs {
			if rs.Spec.ReplacesOver(specs, old) {
				inForce[old.ID+"@"+old.Edition] = rs.Ref()
			}
		}
	}
	own := map[string]bool{}
	for i := range cases {
		own[cases[i].ref+" "+cases[i].number] = true
	}
	run, replayed := newRunner(lib), 0
	for i := range cases {
		c := cases[i]
		now, superseded := inForce[c.ref]
		if c.number == "" || !superseded || own[now+" "+c.number] {
			continue
		}
		c.ref = now
		_, ps := run.one(&c)
		for _, p := range ps {
			t.Errorf("%s on %s, %q: %s %s", c.number, now, c.name, p.Code, p.Message)
		}
		replayed++
	}
	if replayed == 0 {
		t.Error("nothing was played again")
	}
}
