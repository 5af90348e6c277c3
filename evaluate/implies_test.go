package evaluate

import (
	"reflect"
	"testing"
)

// What compares conditions must see every field: two that differ in one alone are
// not the same, and a check that took them for the same would call one of them
// superfluous.
func TestSameConditionSeesEveryField(t *testing.T) {
	verdict := Holds
	typ := reflect.TypeFor[ConditionSpec]()
	for i := range typ.NumField() {
		name := typ.Field(i).Name
		if name == "At" {
			continue
		}
		c := ConditionSpec{}
		f := reflect.ValueOf(&c).Elem().Field(i)
		switch {
		case f.Type() == reflect.TypeFor[*Verdict]():
			f.Set(reflect.ValueOf(&verdict))
		case f.Kind() == reflect.String:
			f.SetString("x")
		case f.Kind() == reflect.Pointer:
			f.Set(reflect.New(f.Type().Elem()))
		case f.Kind() == reflect.Slice:
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		case f.Kind() == reflect.Bool:
			f.SetBool(true)
		default:
			t.Fatalf("%s: the test does not know how to fill it", name)
		}
		if sameCondition(&c, &ConditionSpec{}) || !sameCondition(&c, &c) {
			t.Errorf("sameCondition does not see %s", name)
		}
		if name != "Of" && name != "Compare" && name != "WhenNone" && c.IsEmpty() {
			t.Errorf("IsEmpty does not see %s", name)
		}
	}
}

// What implies, excludes and says of choices and numbers is checked against
// every value the facts can take.
func TestImplicationHoldsForEveryValue(t *testing.T) {
	v := sampleVocabulary(t)
	schema := v.Schema(Member)
	b := &builder{rs: &RuleSet{schema: schema}, compiler: compiler{vocab: v, schema: schema, groups: map[string]GroupSpec{}, used: map[int]bool{},
		relates: map[Relation]bool{}, groupUse: map[string]bool{}}}
	specs := sampleConditions()
	implied, excluded := 0, 0
	for i := range specs {
		for j := range specs {
			a, c := &specs[i], &specs[j]
			implies, strict, excludes := b.implies(a, c, false), b.implies(a, c, true), b.excludes(a, c)
			if !implies && !strict && !excludes {
				continue
			}
			x, y := b.condition(a), b.condition(c)
			eachSample(schema, func(f *Frame) {
				ctx := &context{frame: f}
				va, vc := x.eval(ctx), y.eval(ctx)
				switch {
				case implies && va.Met() && !vc.Met(), strict && va.Met() && vc != Holds:
					t.Fatalf("%+v does not imply %+v (%s, %s)", a, c, va, vc)
				case excludes && va.Met() && vc.Met():
					t.Fatalf("%+v does not exclude %+v", a, c)
				}
			})
			if i != j && implies {
				implied++
			}
			if excludes {
				excluded++
			}
		}
	}
	if implied < 20 || excluded < 20 {
		t.Errorf("%d implications, %d exclusions found: the check sees too little", implied, excluded)
	}
}

// sampleConditions are comparisons of every type, alone, in pairs and negated.
func sampleConditions() []ConditionSpec {
	compare := func(f FactID, op Op, values ...string) ConditionSpec {
		return ConditionSpec{Fact: f, Compare: &Comparison{Op: op, Values: values}}
	}
	none := func(v Verdict, s ConditionSpec) ConditionSpec { s.WhenNone = &v; return s }
	leaves := []ConditionSpec{
		compare("state", OpAtLeast, "good"), compare("state", OpAtMost, "completed"), compare("state", OpMoreThan, "good"),
		is("fixed", "yes"), is("fixed", "na"), compare("fixed", OpOneOf, "yes", "no"),
		compare("sick", OpAtLeast, "3"), compare("sick", OpMoreThan, "3"), compare("sick", OpLessThan, "3"),
		none(Holds, share("done", "assigned", OpAtLeast, "50%")), share("done", "assigned", OpAtLeast, "100%"),
		none(NotApplicable, share("done", "assigned", OpLessThan, "50%")),
		compare("admitted", OpBefore, "2025-01-02"), compare("admitted", OpAfter, "2025-01-01"),
	}
	out := append([]ConditionSpec(nil), leaves...)
	for i := range leaves {
		out = append(out, ConditionSpec{Not: &leaves[i]})
		for _, j := range []int{i + 1, i + 2} {
			pair := []ConditionSpec{leaves[i], leaves[j%len(leaves)]}
			out = append(out, ConditionSpec{All: pair}, ConditionSpec{Any: pair}, ConditionSpec{FirstKnown: pair})
		}
	}
	return out
}

// eachSample goes through rows with every combination of telling values, blank
// among them.
func eachSample(schema *Schema, visit func(*Frame)) {
	f := NewFrame(schema)
	row := f.Append(Place{})
	choices := func(n int) []Value {
		out := []Value{{}}
		for i := range n {
			out = append(out, ChoiceValue(i))
		}
		return out
	}
	numbers := func(texts ...string) []Value {
		out := []Value{{}}
		for _, s := range texts {
			v, _ := NumberValue(*num(s))
			out = append(out, v)
		}
		return out
	}
	days := []Value{{}, DateValue(Date{2025, 1, 1}), DateValue(Date{2025, 1, 2})}
	facts := []FactID{"state", "fixed", "sick", "assigned", "done", "admitted"}
	values := [][]Value{choices(4), choices(3), numbers("2.5", "3", "3.5"), numbers("0", "2"), numbers("0", "1", "2"), days}
	var fill func(k int)
	fill = func(k int) {
		if k == len(facts) {
			visit(f)
			return
		}
		i, _ := schema.Index(facts[k])
		for _, v := range values[k] {
			f.Set(row, i, v)
			fill(k + 1)
		}
	}
	fill(0)
}
