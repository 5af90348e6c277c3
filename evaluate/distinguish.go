package evaluate

import "slices"

// Distinguishes tells whether the set may treat two values of a fact differently:
// some test that is in force comes out otherwise on them, or the fact is used in
// another way than by tests (points of a sheet, shares, groups of a ceiling, what is
// derived from it). No means that nobody's result under the set hangs on which of
// the two is right. Values are written as Frame.Data writes those of choices and
// numbers; of other types any use counts.
func (rs *RuleSet) Distinguishes(id FactID, a, b string) bool {
	fact, known := rs.schema.Index(id)
	if !known || a == b || !rs.used[fact] {
		return false
	}
	def := &rs.schema.Facts[fact]
	x, xKnown := def.parse(a)
	y, yKnown := def.parse(b)
	if !xKnown || !yKnown || def.Type == DateFact || rs.usesBeyondTests(fact) {
		return true
	}
	c := &context{frame: &Frame{Schema: rs.schema}}
	differs := func(n node) bool {
		switch n := n.(type) {
		case *factNode:
			return n.fact == fact && n.test(c, x) != n.test(c, y)
		case *shareNode:
			return n.part == fact || n.of == fact
		}
		return false
	}
	return rs.tests(differs)
}

// TellsApart tells whether the set may treat two rows of a frame differently by some facts
// that are read together: some test of them that is in force comes out otherwise, or one
// is used in another way than by tests.
func (rs *RuleSet) TellsApart(f *Frame, a, b int, facts ...FactID) bool {
	x, y := &context{frame: f, row: a}, &context{frame: f, row: b}
	asked := map[int]bool{}
	for _, id := range facts {
		fact, known := f.Schema.Index(id)
		if known && rs.used[fact] && f.Data(fact, f.Value(a, fact)) != f.Data(fact, f.Value(b, fact)) {
			asked[fact] = true
			if rs.usesBeyondTests(fact) {
				return true
			}
		}
	}
	differs := func(n node) bool {
		switch n := n.(type) {
		case *factNode:
			return asked[n.fact] && n.eval(x) != n.eval(y)
		case *shareNode:
			return (asked[n.part] || asked[n.of]) && n.eval(x) != n.eval(y)
		}
		return false
	}
	return rs.tests(differs)
}

// tests tells whether a rule in force makes a test that suits.
func (rs *RuleSet) tests(suits func(node) bool) bool {
	return slices.ContainsFunc(rs.Rules, func(r Rule) bool {
		return !r.Off && (someTest(r.when, suits) || someTest(r.applies, suits))
	})
}

// parse reads a choice, a number or a day as Frame.Data writes it.
func (d *FactDef) parse(data string) (Value, bool) {
	switch d.Type {
	case ChoiceFact:
		i, known := d.CodeIndex(data)
		return ChoiceValue(i), known
	case NumberFact:
		if x, err := ParseNum(data); err == nil {
			return NumberValue(x)
		}
	case DateFact:
		d, is := ParseDate(data)
		return DateValue(d), is
	}
	return Value{}, false
}

// usesBeyondTests tells whether the set uses a fact other than by testing it.
func (rs *RuleSet) usesBeyondTests(fact int) bool {
	id := rs.schema.Facts[fact].ID
	if rs.feedsUsed(id) {
		return true
	}
	for _, s := range rs.Sheets {
		if slices.Contains(s.facts, fact) {
			return true
		}
	}
	for i := range rs.sanction {
		if rs.sanction[i].fact == fact {
			return true
		}
	}
	return slices.ContainsFunc(rs.caps, func(c capRule) bool {
		return c.by == fact || c.defaultBy == fact || slices.ContainsFunc(c.spec.Merit, func(m MeritKey) bool { return m.Fact == id })
	})
}

// someTest tells whether a condition holds a test of the subject's own facts, or a count
// of others, that suits. What is tested of those counted is theirs.
func someTest(n node, suits func(node) bool) bool {
	some := func(list []node) bool {
		return slices.ContainsFunc(list, func(m node) bool { return someTest(m, suits) })
	}
	switch n := n.(type) {
	case *factNode, *shareNode, *countNode:
		return suits(n)
	case *groupNode:
		for i := range n.tests {
			if suits(&n.tests[i]) {
				return true
			}
		}
	case allNode:
		return some(n)
	case anyNode:
		return some(n)
	case *firstNode:
		return some(n.of)
	case notNode:
		return someTest(n.of, suits)
	}
	return false
}

// CountsApart tells whether the set may count others by two values of a fact of theirs
// differently: some test of that kind's fact that a count makes comes out otherwise.
func (rs *RuleSet) CountsApart(of *Schema, id FactID, a, b string) bool {
	fact, known := of.Index(id)
	if !known || a == b {
		return false
	}
	x, xKnown := of.Facts[fact].parse(a)
	y, yKnown := of.Facts[fact].parse(b)
	if !xKnown || !yKnown {
		return true
	}
	c := &context{frame: &Frame{Schema: of}}
	apart := func(n node) bool {
		count, counts := n.(*countNode)
		if !counts {
			return false
		}
		kind, _ := relationKind(count.of)
		return kind == of.Kind && someTest(count.where, func(n node) bool {
			f, ok := n.(*factNode)
			return ok && f.fact == fact && f.test(c, x) != f.test(c, y)
		})
	}
	return rs.tests(apart)
}
