package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
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
