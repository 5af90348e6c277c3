package rules

import (
	"regexp"
	"strings"
	"testing"
)

// Every case of every built-in set has words for what is given and what must
// come out; no code of the data shows through.
func TestCasesHaveWords(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	code := regexp.MustCompile(`\b[a-z]+_[a-z_]+\b|true|false`)
	cases, _ := readCases([]Layer{Builtin()})
	total := 0
	for _, rs := range lib.Sets {
		for _, c := range showCases(lib, rs, cases) {
			total++
			if c.Name == "" || len(c.Given) == 0 || len(c.Expected) == 0 {
				t.Errorf("%s is described incompletely: %+v", c.At, c)
			}
			for _, s := range c.Given {
				if code.MatchString(s) {
					t.Errorf("%s shows codes: %q", c.At, s)
				}
			}
			for _, s := range c.Expected {
				if named := strings.Contains(s, "uy định") || strings.Contains(s, "iều kiện") || strings.HasPrefix(s, "Số liệu"); code.MatchString(s) && !named {
					t.Errorf("%s shows codes: %q", c.At, s)
				}
			}
		}
	}
	if total != len(cases) || total == 0 {
		t.Errorf("%d cases are described, %d were read", total, len(cases))
	}
}

// A committee reads the numbered cases and one of each kind, not every edge.
func TestPrintedCasesAreAChoice(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	cases, _ := readCases([]Layer{Builtin()})
	for _, rs := range lib.Sets {
		all, numbered := 0, map[string]bool{}
		for i := range cases {
			if cases[i].ref == rs.Ref() {
				all++
				numbered[cases[i].number] = true
			}
		}
		got := chosenCases(rs, cases)
		for _, c := range got {
			delete(numbered, c.number)
		}
		delete(numbered, "")
		if len(got) == 0 || all > 40 && len(got) == all || len(numbered) > 0 {
			t.Errorf("%s prints %d of %d cases, without %v", rs.Ref(), len(got), all, numbered)
		}
	}
}

// Whoever signs a set of the office's own sees all that was tried with it.
func TestPrintedLocalCasesAreAll(t *testing.T) {
	layer := readmeExamples(t)
	lib, _ := Load(nil, Builtin(), layer)
	cases, _ := readCases([]Layer{layer})
	for _, rs := range lib.Sets {
		if rs.Spec.At.Layer != layer.Name {
			continue
		}
		if got := ShowCases(lib, rs, Builtin(), layer); len(got) != len(cases) || len(got) < 6 {
			t.Errorf("%d of %d cases are printed", len(got), len(cases))
		}
		return
	}
	t.Error("the set of the README is not there")
}

func TestLinesWithoutPointsAreSaidSo(t *testing.T) {
	w := caseWords{}
	full, none := w.lines([]givenFact{{id: allLines, text: "full"}}), w.lines([]givenFact{{id: allLines, text: noLines}})
	if full[0] != labelGivenAllLines || none[0] != labelGivenNoLines {
		t.Errorf("full: %q, none: %q", full, none)
	}
}
