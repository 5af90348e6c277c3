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
	sheetOf := map[string]string{} // each sheet is proven by the first set that uses it
	for _, rs := range lib.Sets {
		for _, s := range rs.Sheets {
			if sheetOf[s.Spec.ID] == "" {
				sheetOf[s.Spec.ID] = rs.Ref()
			}
		}
	}
	for _, rs := range lib.Sets {
		t.Run(rs.Ref(), func(t *testing.T) {
			t.Parallel()
			trial := newTrial(t, lib, rs, cases)
			trial.run(func(sheet string) bool { return sheetOf[sheet] == rs.Ref() })
			trial.compare(allowed[rs.Ref()])
		})
	}
	for ref := range allowed {
		if !slices.ContainsFunc(lib.Sets, func(rs *evaluate.RuleSet) bool { return rs.Ref() == ref }) {
			t.Errorf("testdata/survivors.txt speaks of %s, which is no set", ref)
		}
	}
}

// trial puts the changes of one set before the set's cases.
type trial struct {
	*testing.T
	lib       *evaluate.Library
	rules     *evaluate.RuleSet
	cases     []*caseSpec
	naming    map[string][]int // rule id → the cases that speak of it
	last      []int            // cases in the order in which they last noticed something
	count     int
	survivors []change
}

func newTrial(t *testing.T, lib *evaluate.Library, rs *evaluate.RuleSet, cases []caseSpec) *trial {
	out := &trial{T: t, lib: lib, rules: rs, naming: map[string][]int{}}
	run := newRunner(lib)
	for i := range cases {
		if cases[i].ref != rs.Ref() {
			continue
		}
		if _, found := run.one(&cases[i]); len(found) > 0 {
			t.Errorf("a case fails before anything is changed, so it proves nothing: %s", told(found))
			continue
		}
		n := len(out.cases)
		out.cases, out.last = append(out.cases, &cases[i]), append(out.last, n)
		for _, e := range cases[i].expect {
			for _, id := range append([]string{e.cap["id"]}, e.values...) {
				out.naming[id] = append(out.naming[id], n)
			}
		}
	}
	return out
}

// run tries every change of the set's own parts; parts of the set it extends
// are proven by that set's cases.
func (tr *trial) run(ownSheet func(string) bool) {
	spec := deepCopy(tr.rules.Spec)
	sheets := map[string]*evaluate.SheetSpec{}
	for _, s := range tr.rules.Sheets {
		c := deepCopy(*s.Spec)
		sheets[c.ID] = &c
	}
	m := &mutator{vocabulary: tr.lib.Vocabulary, set: tr.rules, visit: func(c change) { tr.try(c, &spec, sheets) }}
	m.walk(&spec)
	for _, s := range tr.rules.Sheets {
		if ownSheet(s.Spec.ID) {
			m.sheet(sheets[s.Spec.ID])
		}
	}
}

// try makes one change, looks whether anything notices, and takes it back.
func (tr *trial) try(c change, spec *evaluate.RuleSetSpec, sheets map[string]*evaluate.SheetSpec) {
	if c.at.File != tr.rules.Spec.At.File && !strings.HasPrefix(c.rule, sheetRule) {
		return
	}
	tr.count++
	if testing.Short() && tr.count%7 != 0 {
		return
	}
	undo := c.edit()
	defer undo()
	changed, ps := evaluate.NewRuleSet(*spec, sheets, tr.lib.Vocabulary, nil)
	if worst, any := evaluate.Worst(ps); any && worst == evaluate.Error {
		return
	}
	if !tr.noticed(changed, c.rule) {
		tr.survivors = append(tr.survivors, c)
	}
}

// noticed plays cases until one fails: first the one that noticed the change
// before this, then those that speak of the rule, then the rest by how lately
// they noticed anything.
func (tr *trial) noticed(changed *evaluate.RuleSet, rule string) bool {
	run := &runner{lib: tr.lib, sets: map[string]*evaluate.RuleSet{tr.rules.Ref(): changed}, switched: map[string]*evaluate.RuleSet{}}
	tried := make([]bool, len(tr.cases))
	fails := func(i int) bool {
		if tried[i] {
			return false
		}
		tried[i] = true
		_, found := run.one(tr.cases[i])
		return len(found) > 0
	}
	head := tr.last[:min(1, len(tr.last))]
	for _, order := range [][]int{head, tr.naming[rule], tr.last} {
		for _, i := range order {
			if fails(i) {
				at := slices.Index(tr.last, i)
				copy(tr.last[1:at+1], tr.last[:at])
				tr.last[0] = i
				return true
			}
		}
	}
	return false
}

// compare sets the survivors against those the list allows.
func (tr *trial) compare(allowed map[string]bool) {
	alive := map[string]bool{}
	for _, c := range tr.survivors {
		alive[c.String()] = true
		if !allowed[c.String()] {
			tr.Errorf("%s: no case of %s notices %q", c.at, tr.rules.Ref(), c)
		}
	}
	for name := range allowed {
		if !alive[name] && !testing.Short() {
			tr.Errorf("testdata/survivors.txt lists %q, which does not survive", name)
		}
	}
	tr.Logf("%d changes, %d cases, %d survive", tr.count, len(tr.cases), len(tr.survivors))
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

// deepCopy copies a specification so that changing it touches nothing else.
func deepCopy[T any](x T) T { return copyValue(reflect.ValueOf(x)).Interface().(T) }

func copyValue(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(copyValue(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(copyValue(v.Index(i)))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(copyValue(v.Field(i)))
			}
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
