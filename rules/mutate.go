package rules

import (
	"reflect"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Mutation is what came of changing every number, comparison, condition and
// choice of a set, one at a time: each change must be refused by the set's own
// checks or make one of its cases fail.
type Mutation struct {
	Tried     int
	Survivors []Survivor
}

// Survivor is a change that nothing notices.
type Survivor struct {
	At    evaluate.Origin
	Rule  string // the rule, band or ceiling, or "sheet " and the score sheet's id
	Place string // where in it
	From  string
	To    string
}

// Problems tells of each survivor at its place.
func (m *Mutation) Problems(ref string) []evaluate.Problem {
	var ps []evaluate.Problem
	for _, s := range m.Survivors {
		ps = append(ps, problemSurvivor(ref, s))
	}
	return evaluate.SortProblems(ps)
}

// Mutate tries every change of a set and of the score sheets it is the first to
// use in its own layer; what a set takes over from another is that one's to
// prove. The problems are cases that fail before anything is changed: they prove
// nothing.
func Mutate(lib *evaluate.Library, rs *evaluate.RuleSet, layers ...Layer) (Mutation, []evaluate.Problem) {
	cases, ps := readCases(layers)
	t, failing := newTrial(lib, rs, cases)
	if ps = append(ps, failing...); len(ps) > 0 {
		return Mutation{}, evaluate.SortProblems(ps)
	}
	t.run()
	out := Mutation{Tried: t.count}
	for _, c := range t.survivors {
		out.Survivors = append(out.Survivors, Survivor{c.at, c.rule, strings.TrimSpace(c.place), c.from, c.to})
	}
	return out, nil
}

// trial puts the changes of one set before the set's cases.
type trial struct {
	lib       *evaluate.Library
	rules     *evaluate.RuleSet
	every     int // of so many changes one is tried
	cases     []*caseSpec
	naming    map[string][]int // rule id → the cases that speak of it
	last      []int            // cases in the order in which they last noticed something
	count     int
	survivors []change
}

func newTrial(lib *evaluate.Library, rs *evaluate.RuleSet, cases []caseSpec) (*trial, []evaluate.Problem) {
	out := &trial{lib: lib, rules: rs, every: 1, naming: map[string][]int{}}
	run := newRunner(lib)
	var failing []evaluate.Problem
	for i := range cases {
		if cases[i].ref != rs.Ref() {
			continue
		}
		if _, found := run.one(&cases[i]); len(found) > 0 {
			failing = append(failing, found...)
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
	return out, failing
}

// run tries every change of the set's own parts; parts of the set it extends
// are proven by that set's cases.
func (t *trial) run() {
	spec := deepCopy(t.rules.Spec)
	sheets := map[string]*evaluate.SheetSpec{}
	for _, s := range t.rules.Sheets {
		c := deepCopy(*s.Spec)
		sheets[c.ID] = &c
	}
	m := &mutator{vocabulary: t.lib.Vocabulary, set: t.rules, visit: func(c change) { t.try(c, &spec, sheets) }}
	m.walk(&spec)
	for _, s := range t.rules.Sheets {
		if t.proves(s.Spec) {
			m.sheet(sheets[s.Spec.ID])
		}
	}
}

// proves tells whether a sheet is this set's to prove: the first set of the
// sheet's layer that uses it does.
func (t *trial) proves(sheet *evaluate.SheetSpec) bool {
	for _, rs := range t.lib.Sets {
		uses := slices.ContainsFunc(rs.Sheets, func(s *evaluate.Sheet) bool { return s.Spec.ID == sheet.ID })
		if uses && rs.Spec.At.Layer == sheet.At.Layer {
			return rs.Ref() == t.rules.Ref()
		}
	}
	return false
}

// try makes one change, looks whether anything notices, and takes it back.
func (t *trial) try(c change, spec *evaluate.RuleSetSpec, sheets map[string]*evaluate.SheetSpec) {
	if c.at.File != t.rules.Spec.At.File && !strings.HasPrefix(c.rule, sheetRule) {
		return
	}
	t.count++
	if t.count%t.every != 0 {
		return
	}
	undo := c.edit()
	defer undo()
	changed, ps := evaluate.NewRuleSet(*spec, sheets, t.lib.Vocabulary, nil)
	if worst, any := evaluate.Worst(ps); any && worst == evaluate.Error {
		return
	}
	if !t.noticed(changed, c.rule) {
		t.survivors = append(t.survivors, c)
	}
}

// noticed plays cases until one fails: first the one that noticed the change
// before this, then those that speak of the rule, then the rest by how lately
// they noticed anything.
func (t *trial) noticed(changed *evaluate.RuleSet, rule string) bool {
	run := &runner{lib: t.lib, sets: map[string]*evaluate.RuleSet{t.rules.Ref(): changed}, switched: map[string]*evaluate.RuleSet{}}
	tried := make([]bool, len(t.cases))
	fails := func(i int) bool {
		if tried[i] {
			return false
		}
		tried[i] = true
		_, found := run.one(t.cases[i])
		return len(found) > 0
	}
	head := t.last[:min(1, len(t.last))]
	for _, order := range [][]int{head, t.naming[rule], t.last} {
		for _, i := range order {
			if fails(i) {
				at := slices.Index(t.last, i)
				copy(t.last[1:at+1], t.last[:at])
				t.last[0] = i
				return true
			}
		}
	}
	return false
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
