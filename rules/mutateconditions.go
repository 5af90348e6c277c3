package rules

import (
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// condition changes one condition in every way its form allows, then those
// inside it.
func (m *mutator) condition(s spot, c *evaluate.ConditionSpec) {
	s = s.of(c.At)
	switch {
	case c.Fact != "":
		m.fact(s.in("%s", c.Fact), c)
	case c.Part != "":
		m.share(s.in("%s/%s", c.Part, c.Of), c.Compare)
	case c.Every+c.Some != "":
		if def := m.memberOf(c.Every + c.Some); def != nil {
			m.choice(s.in("%s", c.Every+c.Some), def, c.Compare)
		}
	case c.MonthsSince != "":
		m.number(s.in("months_since %s", c.MonthsSince), c.Compare, evaluate.Int(1))
	case c.Points != "" && strings.HasSuffix(c.Compare.Values[0], "%"):
		m.share(s.in("points %s", c.Points), c.Compare)
	case c.Points != "":
		m.number(s.in("points %s", c.Points), c.Compare, evaluate.Int(1))
		m.strictness(s.in("points %s", c.Points), &c.Compare.Op)
	case c.Grade != nil:
		m.grade(s.in("grade"), c.Grade)
	case c.Count != nil:
		m.count(s.in("%s", c.Count.Of), c.Count)
	case c.Not != nil:
		m.condition(s.in("not"), c.Not)
	}
	m.list(s, "all", &c.All)
	m.list(s, "any", &c.Any)
	m.list(s, "first_known", &c.FirstKnown)
}

// list drops each member of a combination.
func (m *mutator) list(s spot, name string, list *[]evaluate.ConditionSpec) {
	for i := range *list {
		inner := s.in("%s[%d]", name, i+1).of((*list)[i].At)
		if len(*list) > 1 {
			m.offer(inner, "condition", dropped, leaveOut(list, i))
		}
		m.condition(inner, &(*list)[i])
	}
}

func (m *mutator) memberOf(group string) *evaluate.FactDef {
	for _, g := range m.set.Spec.Groups {
		if g.ID == group && len(g.Facts) > 0 {
			return factOf(m.set.Schema(), g.Facts[0])
		}
	}
	return nil
}

func factOf(schema *evaluate.Schema, id evaluate.FactID) *evaluate.FactDef {
	if i, ok := schema.Index(id); ok {
		return &schema.Facts[i]
	}
	return nil
}

func (m *mutator) fact(s spot, c *evaluate.ConditionSpec) {
	def := factOf(s.schema, c.Fact)
	if def == nil || c.Compare == nil || c.Compare.Op == evaluate.OpGiven {
		return
	}
	switch def.Type {
	case evaluate.NumberFact:
		m.number(s, c.Compare, def.Step)
		m.strictness(s, &c.Compare.Op)
	case evaluate.ChoiceFact:
		m.choice(s, def, c.Compare)
	case evaluate.DateFact:
		m.date(s, c)
	}
}

// number moves a threshold by one step of its fact.
func (m *mutator) number(s spot, cmp *evaluate.Comparison, step evaluate.Num) {
	x, err := evaluate.ParseNum(cmp.Values[0])
	if err != nil {
		return
	}
	s = s.of(cmp.At).in("%s", cmp.Op)
	for _, to := range around(x, step) {
		m.offer(s, cmp.Values[0], to.String(), put(&cmp.Values[0], to.String()))
	}
}

// share moves a percentage by one point.
func (m *mutator) share(s spot, cmp *evaluate.Comparison) {
	if cmp == nil {
		return
	}
	x, err := evaluate.ParseNum(cmp.Values[0])
	if err != nil {
		return
	}
	at := s.of(cmp.At).in("%s", cmp.Op)
	for _, to := range around(x, onePercent()) {
		text := to.Mul(evaluate.Int(100)).String() + "%"
		m.offer(at, cmp.Values[0], text, put(&cmp.Values[0], text))
	}
	m.strictness(s.of(cmp.At), &cmp.Op)
}

// strictness takes the threshold itself in or out.
func (m *mutator) strictness(s spot, op *evaluate.Op) {
	other := map[evaluate.Op]evaluate.Op{evaluate.OpAtLeast: evaluate.OpMoreThan, evaluate.OpMoreThan: evaluate.OpAtLeast,
		evaluate.OpAtMost: evaluate.OpLessThan, evaluate.OpLessThan: evaluate.OpAtMost}[*op]
	if other != "" {
		m.offer(s, string(*op), string(other), put(op, other))
	}
}

// choice moves a threshold among ordered codes by one, and leaves out each code
// of a list.
func (m *mutator) choice(s spot, def *evaluate.FactDef, cmp *evaluate.Comparison) {
	s = s.of(cmp.At)
	if cmp.Op == evaluate.OpOneOf {
		for i, code := range cmp.Values {
			if len(cmp.Values) > 1 {
				m.offer(s.in("one_of"), code, dropped, leaveOut(&cmp.Values, i))
			}
		}
		return
	}
	if cmp.Op == evaluate.OpEquals {
		return // a single code left out is the condition dropped
	}
	i, ok := def.CodeIndex(cmp.Values[0])
	for _, j := range []int{i - 1, i + 1} {
		if ok && j >= 0 && j < len(def.Choices) && !def.Choices[j].NotApplicable {
			m.offer(s.in("%s", cmp.Op), cmp.Values[0], def.Choices[j].Code, put(&cmp.Values[0], def.Choices[j].Code))
		}
	}
	m.strictness(s, &cmp.Op)
}

// date moves a day by one; a day of the run (period_start) is taken in or out.
func (m *mutator) date(s spot, c *evaluate.ConditionSpec) {
	cmp := c.Compare
	s = s.of(cmp.At).in("%s", cmp.Op)
	if d, err := time.Parse(time.DateOnly, cmp.Values[0]); err == nil {
		for _, n := range []int{-1, 1} {
			to := d.AddDate(0, 0, n).Format(time.DateOnly)
			m.offer(s, cmp.Values[0], to, put(&cmp.Values[0], to))
		}
		return
	}
	opposite := map[evaluate.Op]evaluate.Op{evaluate.OpBefore: evaluate.OpAfter, evaluate.OpAfter: evaluate.OpBefore}[cmp.Op]
	if opposite == "" {
		return
	}
	turned := evaluate.ConditionSpec{At: c.At, Fact: c.Fact, Compare: &evaluate.Comparison{At: cmp.At, Op: opposite, Values: cmp.Values}}
	m.offer(s, cmp.Values[0], cmp.Values[0]+" itself too", put(c, evaluate.ConditionSpec{At: c.At, Not: &turned}))
}

// count changes the share or number of related subjects, and which of them
// count: what they are asked is about facts of their own kind.
func (m *mutator) count(s spot, c *evaluate.CountSpec) {
	m.share(s.in("share"), c.Share)
	if c.Number != nil {
		m.number(s.in("number"), c.Number, evaluate.Int(1))
		m.strictness(s.in("number"), &c.Number.Op)
	}
	if schema := m.vocabulary.Schema(evaluate.RelationKind(c.Of)); schema != nil {
		s.schema = schema
		m.condition(s.in("where"), &c.Where)
	}
}

// grade moves a statutory grade by one.
func (m *mutator) grade(s spot, g *evaluate.GradeTest) {
	all := evaluate.StatutoryGrades()
	i := slices.Index(all, g.Grade)
	for _, j := range []int{i - 1, i + 1} {
		if i >= 0 && j >= 0 && j < len(all) {
			m.offer(s.in("%s", g.Op), string(g.Grade), string(all[j]), put(&g.Grade, all[j]))
		}
	}
}
