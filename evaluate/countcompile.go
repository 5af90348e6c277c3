package evaluate

func (c *compiler) countCondition(s *ConditionSpec) node {
	kind, ok := relationKind(s.Count.Of)
	schema := c.vocab.Schema(kind)
	if !ok || schema == nil || c.where {
		return c.fail(problemUnknownRelation(s.At, string(s.Count.Of)))
	}
	inner := &compiler{vocab: c.vocab, schema: schema, where: true, used: map[int]bool{},
		relates: map[Relation]bool{}, groupUse: map[string]bool{}}
	n := &countNode{spec: s.Count, of: s.Count.Of, where: inner.condition(&s.Count.Where), graded: testsGrade(&s.Count.Where)}
	c.relates[s.Count.Of] = c.relates[s.Count.Of] || n.graded
	c.problems = append(c.problems, inner.problems...)
	for i := range inner.used {
		c.count(kind, i)
	}
	if s.Count.Share != nil {
		n.share = true
		if s.WhenNone == nil {
			return c.fail(problemNoWhenNone(s.At))
		}
		n.whenNone = *s.WhenNone
		if n.op, n.number, ok = c.rate(s.Count.Share, s.At); !ok {
			return nil
		}
	} else if n.op, n.number, ok = c.countOperand(s); !ok {
		return nil
	}
	if n.where == nil {
		return nil
	}
	return n
}

// count notes that a fact of related subjects is asked for: it belongs in the
// workbooks about them, whether or not a set of their own kind uses it.
func (c *compiler) count(k Kind, fact int) {
	if c.counted[k] == nil {
		c.counted[k] = map[int]bool{}
	}
	c.counted[k][fact] = true
}

func (c *compiler) countOperand(s *ConditionSpec) (Op, Num, bool) {
	cmp := s.Count.Number
	if cmp == nil || len(cmp.Values) != 1 || !orderOp(cmp.Op) {
		c.fail(problemNoComparison(s.At))
		return "", Num{}, false
	}
	x, err := ParseNum(cmp.Values[0])
	if err != nil || percent(cmp.Values[0]) || !x.whole() {
		c.fail(problemWrongType(cmp.At, string(s.Count.Of), "một số nguyên"))
		return "", Num{}, false
	}
	return cmp.Op, x, true
}

// relationKind is the kind a relation leads to.
func relationKind(r Relation) (Kind, bool) {
	switch r {
	case Members, Subtree:
		return Member, true
	case Children, HomeOrg, HeadedOrg:
		return Organization, true
	case OwnUnit, SubUnits, UnitsInCharge, Units:
		return Unit, true
	case OwnCollective, HeadedBody, Collectives:
		return Collective, true
	case Fellows, Committee:
		return Leader, true
	case Managed, AsStaff:
		return Staff, true
	}
	return "", false
}

// RelationKind is the kind a relation leads to, "" for one that is not known.
func RelationKind(r Relation) Kind { k, _ := relationKind(r); return k }

// testsGrade tells whether a condition looks at grades.
func testsGrade(s *ConditionSpec) bool {
	if s.Grade != nil || s.Not != nil && testsGrade(s.Not) {
		return true
	}
	for _, l := range [][]ConditionSpec{s.All, s.Any, s.FirstKnown} {
		for i := range l {
			if testsGrade(&l[i]) {
				return true
			}
		}
	}
	return false
}
