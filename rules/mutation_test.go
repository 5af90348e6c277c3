package rules

import (
	"bufio"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// TestMutation changes every number, comparison, condition and choice of every
// built-in set, one at a time, and demands that some case of the set fails (or
// that the set's own checks refuse the change). What nobody could notice is
// listed in testdata/survivors.txt with the reason. One set alone:
//
//	go test ./rules -run TestMutation/vn-366-member
//
// With -short every seventh change is tried.
func TestMutation(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	cases, _ := readCases([]Layer{Builtin()})
	allowed := readSurvivors(t)
	for _, rs := range lib.Sets {
		t.Run(rs.Ref(), func(t *testing.T) {
			t.Parallel()
			tried, failing := newTrial(lib, rs, cases)
			if len(failing) > 0 {
				t.Errorf("a case fails before anything is changed, so it proves nothing: %s", told(failing))
			}
			if testing.Short() {
				tried.every = 7
			}
			tried.run()
			compareSurvivors(t, tried, allowed[rs.Ref()])
		})
	}
	for ref := range allowed {
		if !slices.ContainsFunc(lib.Sets, func(rs *evaluate.RuleSet) bool { return rs.Ref() == ref }) {
			t.Errorf("testdata/survivors.txt speaks of %s, which is no set", ref)
		}
	}
}

// compareSurvivors sets the survivors against those the list allows.
func compareSurvivors(t *testing.T, tr *trial, allowed map[string]bool) {
	t.Helper()
	alive := map[string]bool{}
	for _, c := range tr.survivors {
		alive[c.String()] = true
		if !allowed[c.String()] {
			t.Errorf("%s: no case of %s notices %q", c.at, tr.rules.Ref(), c)
		}
	}
	for name := range allowed {
		if !alive[name] && !testing.Short() {
			t.Errorf("testdata/survivors.txt lists %q, which does not survive", name)
		}
	}
	t.Logf("%d changes, %d cases, %d survive", tr.count, len(tr.cases), len(tr.survivors))
}

// readSurvivors reads the list: below the line with a set's reference in
// brackets, one change a line, with its reason after " # ".
func readSurvivors(t *testing.T) map[string]map[string]bool {
	t.Helper()
	f, err := os.Open("testdata/survivors.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, ref := map[string]map[string]bool{}, ""
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		switch name, reason, _ := strings.Cut(line, " # "); {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			ref = strings.Trim(line, "[]")
			out[ref] = map[string]bool{}
		case ref == "" || reason == "":
			t.Errorf("testdata/survivors.txt: no set or no reason given for %q", name)
		default:
			out[ref][name] = true
		}
	}
	return out
}

// Every change really changes the specification, is taken back without a trace,
// and has a name of its own: otherwise a mutant could pass for noticed, or a
// survivor hide behind another.
func TestChangesAreRealAndTakenBack(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	for _, rs := range lib.Sets {
		spec := deepCopy(rs.Spec)
		checkChanges(t, lib, rs, &spec, func(m *mutator) { m.walk(&spec) })
		for _, s := range rs.Sheets {
			sheet := deepCopy(*s.Spec)
			checkChanges(t, lib, rs, &sheet, func(m *mutator) { m.sheet(&sheet) })
		}
	}
}

// checkChanges walks a set's specification, or one of its sheets.
func checkChanges[T any](t *testing.T, lib *evaluate.Library, rs *evaluate.RuleSet, spec *T, walk func(*mutator)) {
	t.Helper()
	before, names := deepCopy(*spec), map[string]bool{}
	walk(&mutator{vocabulary: lib.Vocabulary, set: rs, visit: func(c change) {
		undo := c.edit()
		if reflect.DeepEqual(*spec, before) {
			t.Errorf("%s: %s changes nothing", rs.Ref(), c)
		}
		undo()
		if !reflect.DeepEqual(*spec, before) {
			t.Fatalf("%s: %s is not taken back", rs.Ref(), c)
		}
		if names[c.String()] {
			t.Errorf("%s: two changes are called %q", rs.Ref(), c)
		}
		names[c.String()] = true
	}})
}
