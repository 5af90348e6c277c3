package evaluate

import (
	"slices"
	"strings"
)

// compiler turns condition specs into nodes and collects every mistake.
type compiler struct {
	vocab    *Vocabulary
	schema   *Schema
	groups   map[string]GroupSpec
	profiles []ProfileSpec
	where    bool // inside count.where: grades may be tested
	choosing bool // the profile table, which chooses the sheet: no points yet
	scored   []*Sheet
	problems []Problem
	used     map[int]bool
	counted  map[Kind]map[int]bool // facts of related subjects that conditions count over
	relates  map[Relation]bool     // true where grades are asked for, not facts alone
	groupUse map[string]bool
}

func (c *compiler) fail(p Problem) node {
	c.problems = append(c.problems, p)
	return nil
}

// condition compiles one spec; nil when it is wrong, with the problem noted.
func (c *compiler) condition(s *ConditionSpec) node {
	switch {
	case s.Fact != "":
		return c.factCondition(s)
	case s.Part != "":
		return c.shareCondition(s)
	case s.Every != "" || s.Some != "":
		return c.groupCondition(s)
	case s.Count != nil:
		return c.countCondition(s)
	case s.MonthsSince != "":
		return c.monthsCondition(s)
	case s.Grade != nil:
		if !c.where {
			return c.fail(problemGradeOutside(s.At))
		}
		if !slices.Contains(StatutoryGrades(), s.Grade.Grade) {
			return c.fail(problemUnknownCode(s.At, "grade", string(s.Grade.Grade), idsOf(StatutoryGrades(), func(g Statutory) string { return string(g) })))
		}
		return gradeNode{s.Grade.Op, s.Grade.Grade}
	case s.Profile != "":
		i := slices.IndexFunc(c.profiles, func(p ProfileSpec) bool { return p.ID == s.Profile })
		if i < 0 || c.where {
			return c.fail(problemUnknownProfile(s.At, s.Profile, idsOf(c.profiles, func(p ProfileSpec) string { return p.ID })))
		}
		return profileNode{i}
	case s.Points != "":
		return c.pointsCondition(s)
	case s.All != nil:
		return allNode(c.list(s.All))
	case s.Any != nil:
		return anyNode(c.list(s.Any))
	case s.FirstKnown != nil:
		return &firstNode{c.list(s.FirstKnown)}
	case s.Not != nil:
		if n := c.condition(s.Not); n != nil {
			return notNode{n}
		}
		return nil
	}
	return c.fail(problemEmptyCondition(s.At))
}

func (c *compiler) list(specs []ConditionSpec) []node {
	var out []node
	for i := range specs {
		if n := c.condition(&specs[i]); n != nil {
			out = append(out, n)
		}
	}
	return out
}

// fact resolves a fact id and notes its use.
func (c *compiler) fact(at Origin, id FactID) (int, bool) {
	i, ok := c.schema.Index(id)
	if !ok {
		c.fail(problemUnknownFact(at, id, c.schema))
		return 0, false
	}
	c.use(i)
	c.checkCollected(at, c.schema, i)
	return i, true
}

func (c *compiler) use(i int) {
	c.used[i] = true
	if d := c.schema.Facts[i].Derived; d != nil {
		for _, id := range d.Of {
			if j, ok := c.schema.Index(id); ok {
				c.used[j] = true
			}
		}
	}
}

func (c *compiler) factCondition(s *ConditionSpec) node {
	i, ok := c.fact(s.At, s.Fact)
	if !ok {
		return nil
	}
	n, ok := c.comparison(i, s.Compare, s.At)
	if !ok {
		return nil
	}
	return n
}

// comparison reads an operand by the fact's type.
func (c *compiler) comparison(fact int, cmp *Comparison, at Origin) (*factNode, bool) {
	def := &c.schema.Facts[fact]
	n := &factNode{fact: fact}
	if cmp == nil || len(cmp.Values) == 0 && cmp.Op != OpGiven {
		c.fail(problemNoComparison(at))
		return nil, false
	}
	n.op = cmp.Op
	if cmp.Op == OpGiven {
		return n, true
	}
	switch def.Type {
	case ChoiceFact:
		return n, c.choiceOperand(n, def, cmp)
	case NumberFact:
		x, err := ParseNum(cmp.Values[0])
		if err != nil || len(cmp.Values) > 1 || !orderOp(cmp.Op) || percent(cmp.Values[0]) {
			c.fail(problemWrongType(cmp.At, string(def.ID), "một số"))
			return nil, false
		}
		n.number = x
		return n, true
	case DateFact:
		return n, c.dateOperand(n, def, cmp)
	}
	c.fail(problemWrongType(cmp.At, string(def.ID), "chỉ kiểm tra được có hay không (given)"))
	return nil, false
}

func (c *compiler) choiceOperand(n *factNode, def *FactDef, cmp *Comparison) bool {
	if cmp.Op != OpEquals && cmp.Op != OpOneOf && (!def.Ordered || !orderOp(cmp.Op)) {
		c.fail(problemUnordered(cmp.At, string(def.ID)))
		return false
	}
	for i, code := range cmp.Values {
		k, ok := def.CodeIndex(code)
		if !ok {
			c.fail(problemUnknownCode(cmp.place(i), string(def.ID), code, def.codes()))
			return false
		}
		n.codes = append(n.codes, k)
	}
	return true
}

func (c *compiler) dateOperand(n *factNode, def *FactDef, cmp *Comparison) bool {
	switch v := cmp.Values[0]; v {
	case "reference_date", "period_start", "period_end":
		n.dateRef = v
	default:
		d, ok := ParseDate(v)
		if !ok {
			c.fail(problemWrongType(cmp.At, string(def.ID), "một ngày, ví dụ 2025-12-31"))
			return false
		}
		n.date = d
	}
	return true
}

func percent(s string) bool { return len(s) > 0 && s[len(s)-1] == '%' }

func orderOp(op Op) bool {
	switch op {
	case OpEquals, OpAtLeast, OpAtMost, OpMoreThan, OpLessThan:
		return true
	}
	return false
}

// rate reads the operand of a share: a percentage, or a fraction such as 1/3
// that no percentage can say exactly. Plain numbers are refused, so that 30 and
// 30% cannot be confused.
func (c *compiler) rate(cmp *Comparison, at Origin) (Op, Num, bool) {
	if cmp == nil || len(cmp.Values) != 1 || !orderOp(cmp.Op) {
		c.fail(problemNoComparison(at))
		return "", Num{}, false
	}
	x, err := ParseNum(cmp.Values[0])
	if err != nil || percent(cmp.Values[0]) == strings.Contains(cmp.Values[0], "/") {
		c.fail(problemNotPercent(cmp.At, cmp.Values[0]))
		return "", Num{}, false
	}
	return cmp.Op, x, true
}

func (c *compiler) shareCondition(s *ConditionSpec) node {
	part, ok1 := c.fact(s.At, s.Part)
	of, ok2 := c.fact(s.At, s.Of)
	op, rate, ok3 := c.rate(s.Compare, s.At)
	if s.WhenNone == nil {
		c.fail(problemNoWhenNone(s.At))
	}
	if !ok1 || !ok2 || !ok3 || s.WhenNone == nil {
		return nil
	}
	if c.schema.Facts[part].Type != NumberFact || c.schema.Facts[of].Type != NumberFact {
		return c.fail(problemWrongType(s.At, string(s.Part)+"/"+string(s.Of), "hai số đếm"))
	}
	if c.schema.Facts[part].Unit != c.schema.Facts[of].Unit {
		return c.fail(problemUnits(s.At, string(s.Part), string(s.Of)))
	}
	return &shareNode{part, of, op, rate, *s.WhenNone}
}

func (c *compiler) groupCondition(s *ConditionSpec) node {
	id := s.Every + s.Some
	g, ok := c.groups[id]
	if !ok {
		return c.fail(problemUnknownGroup(s.At, id, sortedKeys(c.groups)))
	}
	c.groupUse[id] = true
	n := &groupNode{every: s.Every != ""}
	for _, f := range g.Facts {
		i, ok := c.fact(g.At, f)
		if !ok {
			return nil
		}
		t, ok := c.comparison(i, s.Compare, s.At)
		if !ok {
			return nil
		}
		n.tests = append(n.tests, *t)
	}
	return n
}

func (c *compiler) monthsCondition(s *ConditionSpec) node {
	i, ok := c.fact(s.At, s.MonthsSince)
	if !ok {
		return nil
	}
	if c.schema.Facts[i].Type != DateFact {
		return c.fail(problemWrongType(s.At, string(s.MonthsSince), "một ngày"))
	}
	if s.Compare == nil || len(s.Compare.Values) != 1 || s.Compare.Op != OpLessThan && s.Compare.Op != OpAtLeast {
		return c.fail(problemMonths(s.At))
	}
	x, err := ParseNum(s.Compare.Values[0])
	m, whole := x.Int64()
	if err != nil || !whole || m < 0 || m > 1200 {
		return c.fail(problemMonths(s.At))
	}
	return &monthsNode{i, int(m), s.Compare.Op == OpLessThan}
}
