package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// maxCombined is how deep all, any and not may be nested, so that a condition
// can still be read aloud.
const maxCombined = 2

// condition decodes one condition; level counts the combinators around it.
func (d *decoder) condition(n node, level int) evaluate.ConditionSpec {
	f := d.keyed(n, "when", d.conditionWords().all)
	form := d.form(f)
	out := evaluate.ConditionSpec{At: f.at, Compare: d.comparison(f), WhenNone: d.whenNone(f)}
	switch form {
	case "fact":
		out.Fact = evaluate.FactID(f.text("fact"))
	case "part":
		out.Part, out.Of = evaluate.FactID(f.text("part")), evaluate.FactID(f.text("of"))
	case "every":
		out.Every = f.text("every")
	case "some":
		out.Some = f.text("some")
	case "months_since":
		out.MonthsSince = evaluate.FactID(f.text("months_since"))
	case "profile":
		out.Profile = f.text("profile")
	case "points":
		out.Points = f.text("points")
	case "grade":
		out.Grade = d.gradeTest(f)
	case "count":
		out.Count = d.count(f)
	case "not":
		inner, _ := f.need("not")
		d.checkLevel(f, level)
		c := d.condition(inner, level+1)
		out.Not = &c
	case "all":
		out.All = d.conditions(f, form, level)
	case "any":
		out.Any = d.conditions(f, form, level)
	case "first_known":
		out.FirstKnown = d.conditions(f, form, level-1)
	}
	d.strayKeys(f, form)
	return out
}

// conditionWords are the keys of conditions, listed once for the thousand conditions
// of a file.
type conditionWords struct {
	all, forms, operators []string
	others                []string // all but the forms
}

func (d *decoder) conditionWords() *conditionWords {
	if d.words == nil {
		others := append(operators(), names(companionKeys())...)
		d.words = &conditionWords{all: append(forms(), others...), forms: forms(), operators: operators(), others: others}
	}
	return d.words
}

// form finds the one key that says what the condition looks at. A condition
// without any is reported by the rule set's check, which knows its rule.
func (d *decoder) form(f fields) string {
	found := ""
	for _, k := range d.conditionWords().forms {
		switch {
		case !f.has(k):
		case found != "":
			d.fail(problemTwoForms(f.where(k), found, k))
		default:
			found = k
		}
	}
	return found
}

// strayKeys refuses a key that its form has no use for: it would be silently
// without effect.
func (d *decoder) strayKeys(f fields, form string) {
	for _, key := range d.conditionWords().others {
		if form != "" && f.has(key) && !slices.Contains(formsWith(key), form) {
			d.fail(problemTwoForms(f.where(key), form, key))
		}
	}
}

func (d *decoder) checkLevel(f fields, level int) {
	if level == maxCombined {
		d.fail(problemNesting(f.at))
	}
}

// conditions decodes the list under all, any or first_known.
func (d *decoder) conditions(f fields, key string, level int) []evaluate.ConditionSpec {
	d.checkLevel(f, level)
	out := []evaluate.ConditionSpec{}
	items := f.list(key)
	if len(items) == 0 {
		d.fail(problemMissing(f.where(key), key))
	}
	for _, n := range items {
		out = append(out, d.condition(n, level+1))
	}
	return out
}

// comparison reads the one operator among the keys, nil when there is none.
func (d *decoder) comparison(f fields) *evaluate.Comparison {
	var out *evaluate.Comparison
	for _, op := range d.conditionWords().operators {
		n, ok := f.get(op)
		if !ok {
			continue
		}
		if out != nil {
			d.fail(problemTwoForms(f.where(op), string(out.Op), op))
			continue
		}
		out = &evaluate.Comparison{At: f.where(op), Op: evaluate.Op(op)}
		switch out.Op {
		case evaluate.OpOneOf:
			out.Values = f.texts(op)
			for _, v := range n.items {
				out.Places = append(out.Places, v.at)
			}
		case evaluate.OpGiven:
			f.choice(op, "true")
		default:
			out.Values = []string{d.scalar(n, op)}
		}
	}
	return out
}

func (d *decoder) whenNone(f fields) *evaluate.Verdict {
	s := f.maybeChoice("when_none", "holds", "fails", "unknown", "not_applicable")
	v, ok := evaluate.ParseVerdict(s)
	if !ok {
		return nil
	}
	return &v
}

// count reads {count: members, where: …, share | number: {at_least: …}}.
func (d *decoder) count(f fields) *evaluate.CountSpec {
	out := &evaluate.CountSpec{Of: evaluate.Relation(f.text("count"))}
	if n, ok := f.need("where"); ok {
		out.Where = d.condition(n, 0)
	}
	if n, ok := f.get("share"); ok {
		out.Share = d.comparison(d.keyed(n, "share", d.conditionWords().operators))
	}
	if n, ok := f.get("number"); ok {
		out.Number = d.comparison(d.keyed(n, "number", d.conditionWords().operators))
	}
	if f.has("share") && f.has("number") {
		d.fail(problemTwoForms(f.where("number"), "share", "number"))
	}
	return out
}

// gradeTest reads {grade: {at_least: good}}.
func (d *decoder) gradeTest(f fields) *evaluate.GradeTest {
	n, _ := f.get("grade")
	c := d.comparison(d.fields(n, "grade", gradeTestKeys()))
	if c == nil || len(c.Values) != 1 {
		d.fail(problemMissing(n.at, string(evaluate.OpAtLeast)))
		return &evaluate.GradeTest{}
	}
	return &evaluate.GradeTest{Op: c.Op, Grade: evaluate.Statutory(c.Values[0])}
}
