package rules

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// mutant is one change of one number of a rule set.
type mutant struct {
	ref  string
	at   evaluate.Origin
	name string // rule and threshold, stable enough for the list of survivors
	nth  int    // which threshold of the walk
	up   bool
}

func (m mutant) String() string {
	sign := "-"
	if m.up {
		sign = "+"
	}
	return m.ref + " " + m.name + " " + sign
}

// threshold is one number of a specification and how it is moved by a step.
type threshold struct {
	at   evaluate.Origin
	name string
	move func(up bool)
}

// mutator walks the numbers of a specification in a fixed order.
type mutator struct {
	vocabulary *evaluate.Vocabulary
	rs         *evaluate.RuleSet
	visit      func(threshold)
}

func (m *mutator) walk(s *evaluate.RuleSetSpec) {
	for i := range s.Profiles {
		m.optional(s.Profiles[i].ID, s.Profiles[i].When)
	}
	for i := range s.NotRated {
		m.rule(&s.NotRated[i].RuleSpec)
	}
	for i := range s.Bars {
		b := &s.Bars[i]
		m.rule(&b.RuleSpec)
		for j := range b.Exceptions {
			m.rule(&b.Exceptions[j])
		}
		if b.Relief != nil {
			m.rule(b.Relief)
		}
	}
	for i := range s.Ladder {
		for j := range s.Ladder[i].Needs {
			m.rule(&s.Ladder[i].Needs[j])
		}
		m.band(s, i)
	}
	for i := range s.Sanctions {
		m.rule(&s.Sanctions[i].RuleSpec)
	}
	for i := range s.Caps {
		m.cap(&s.Caps[i])
	}
}

func (m *mutator) rule(r *evaluate.RuleSpec) {
	m.condition(r.ID, &r.When)
	m.optional(r.ID+" applies", r.AppliesWhen)
}

func (m *mutator) optional(name string, c *evaluate.ConditionSpec) {
	if c != nil {
		m.condition(name, c)
	}
}

func (m *mutator) condition(name string, c *evaluate.ConditionSpec) {
	switch {
	case c.Fact != "":
		if step, ok := m.step(c.Fact); ok {
			m.operand(name+" "+string(c.Fact), c.Compare, step, false)
		}
	case c.Part != "":
		m.operand(name+" "+string(c.Part), c.Compare, onePercent(), true)
	case c.MonthsSince != "":
		m.operand(name+" months", c.Compare, evaluate.Int(1), false)
	case c.Count != nil:
		m.operand(name+" share", c.Count.Share, onePercent(), true)
		m.operand(name+" number", c.Count.Number, evaluate.Int(1), false)
	}
	for _, list := range [][]evaluate.ConditionSpec{c.All, c.Any, c.FirstKnown} {
		for i := range list {
			m.condition(name, &list[i])
		}
	}
	m.optional(name, c.Not)
}

func onePercent() evaluate.Num { n, _ := evaluate.Ratio(1, 100); return n }

// step is the step of a number fact.
func (m *mutator) step(id evaluate.FactID) (evaluate.Num, bool) {
	i, ok := m.rs.Schema().Index(id)
	if !ok || m.rs.Schema().Facts[i].Type != evaluate.NumberFact {
		return evaluate.Num{}, false
	}
	return m.rs.Schema().Facts[i].Step, true
}

func shift(x, step evaluate.Num, up bool) evaluate.Num {
	if up {
		return x.Add(step)
	}
	return x.Sub(step)
}

func (m *mutator) operand(name string, c *evaluate.Comparison, step evaluate.Num, share bool) {
	if c == nil || c.Op == evaluate.OpGiven {
		return
	}
	m.visit(threshold{at: c.At, name: fmt.Sprintf("%s %s %s", name, c.Op, c.Values[0]), move: func(up bool) {
		x, err := evaluate.ParseNum(c.Values[0])
		if err != nil {
			panic(err)
		}
		x = shift(x, step, up)
		if share {
			c.Values[0] = x.Mul(evaluate.Int(100)).String() + "%"
		} else {
			c.Values[0] = x.String()
		}
	}})
}

// band moves the edge between a rung and the one below: both ends together, or
// the set would be refused for its gap.
func (m *mutator) band(s *evaluate.RuleSetSpec, i int) {
	b := s.Ladder[i].Band
	if b == nil || b.From == nil || i+1 >= len(s.Ladder) {
		return
	}
	m.visit(threshold{at: b.At, name: "band " + s.Ladder[i].Rung + " from " + b.From.String(), move: func(up bool) {
		x := shift(*b.From, m.pointStep(), up)
		b.From, s.Ladder[i+1].Band.To = &x, &x
	}})
}

// pointStep is the finest step of the points on the set's sheets.
func (m *mutator) pointStep() evaluate.Num {
	var out evaluate.Num
	for _, sheet := range m.rs.Sheets {
		for _, i := range sheet.Facts() {
			if step := m.rs.Schema().Facts[i].Step; out.Sign() == 0 || step.Cmp(out) < 0 {
				out = step
			}
		}
	}
	return out
}

func (m *mutator) cap(c *evaluate.CapSpec) {
	m.visit(threshold{at: c.At, name: c.ID + " rate " + c.Rate.String(), move: func(up bool) { c.Rate = shift(c.Rate, onePercent(), up) }})
	if c.Uplift != nil {
		m.visit(threshold{at: c.At, name: c.ID + " uplift " + c.Uplift.Rate.String(), move: func(up bool) {
			c.Uplift.Rate = shift(c.Uplift.Rate, onePercent(), up)
		}})
	}
	m.optional(c.ID+" exclude", c.Exclude)
}

// deepCopy copies a specification so that a mutant shares nothing with others.
func deepCopy(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(deepCopy(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(deepCopy(v.Index(i)))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(deepCopy(v.Field(i)))
			}
		}
	}
	return out
}

// mutants lists every change of a set's own numbers.
func mutants(rs *evaluate.RuleSet, v *evaluate.Vocabulary) []mutant {
	var out []mutant
	n := 0
	m := &mutator{vocabulary: v, rs: rs, visit: func(t threshold) {
		if t.at.File == rs.Spec.At.File {
			out = append(out, mutant{rs.Ref(), t.at, t.name, n, false}, mutant{rs.Ref(), t.at, t.name, n, true})
		}
		n++
	}}
	spec := rs.Spec
	m.walk(&spec)
	return out
}

// survives tells whether all cases of the set still pass with one number moved.
// Being refused by the rule set's own checks counts as found.
func survives(m mutant, rs *evaluate.RuleSet, lib *evaluate.Library, cases []caseSpec) bool {
	spec := deepCopy(reflect.ValueOf(rs.Spec)).Interface().(evaluate.RuleSetSpec)
	n := 0
	walker := &mutator{vocabulary: lib.Vocabulary, rs: rs, visit: func(t threshold) {
		if n == m.nth {
			t.move(m.up)
		}
		n++
	}}
	walker.walk(&spec)
	sheets := map[string]*evaluate.SheetSpec{}
	for _, s := range rs.Sheets {
		sheets[s.Spec.ID] = s.Spec
	}
	changed, ps := evaluate.NewRuleSet(spec, sheets, lib.Vocabulary, nil)
	if worst, any := evaluate.Worst(ps); any && worst == evaluate.Error {
		return false
	}
	run := newRunner(lib)
	run.sets[m.ref] = changed
	for i := range cases {
		if cases[i].ref != m.ref {
			continue
		}
		if _, found := run.one(&cases[i]); len(found) > 0 {
			return false
		}
	}
	return true
}

// TestMutatedThresholds moves every number of every built-in set by one step of
// its fact, up and down, and demands that some case fails. What survives must be
// listed with the reason why nobody could tell the difference.
func TestMutatedThresholds(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	cases, _ := readCases([]Layer{Builtin()})
	allowed := readSurvivors(t)
	type job struct {
		mutant
		rs *evaluate.RuleSet
	}
	jobs := make(chan job)
	var mu sync.Mutex
	survivors, total := map[string]evaluate.Origin{}, 0
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range jobs {
				if survives(j.mutant, j.rs, lib, cases) {
					mu.Lock()
					survivors[j.String()] = j.at
					mu.Unlock()
				}
			}
		})
	}
	for _, rs := range lib.Sets {
		for _, m := range mutants(rs, lib.Vocabulary) {
			jobs <- job{m, rs}
			total++
		}
	}
	close(jobs)
	wg.Wait()
	if total < 100 {
		t.Errorf("only %d mutants: the walk misses numbers", total)
	}
	for name, at := range survivors {
		if !allowed[name] {
			t.Errorf("%s: no case notices %s", at, name)
		}
	}
	for name := range allowed {
		if _, alive := survivors[name]; !alive {
			t.Errorf("testdata/survivors.txt lists %q, which does not survive", name)
		}
	}
	t.Logf("%d mutants, %d survive", total, len(survivors))
}

// readSurvivors reads the list: a mutant a line, with its reason after " # ".
func readSurvivors(t *testing.T) map[string]bool {
	t.Helper()
	f, err := os.Open("testdata/survivors.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		name, reason, _ := strings.Cut(lines.Text(), " # ")
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		if reason == "" {
			t.Errorf("no reason given for %q", name)
		}
		out[name] = true
	}
	return out
}
