package evaluate

// How conditions are put together, and those about other subjects.

// part evaluates a part of a condition. Where it has its verdict, no blank in it is
// waited for: counts beside graded units that were named, for one.
func (c *context) part(m node) Verdict {
	from := c.record.mark()
	v := m.eval(c)
	c.record.settle(from, v)
	return v
}

type allNode []node

func (n allNode) eval(c *context) Verdict {
	out := NotApplicable
	for _, m := range n {
		// Every part is evaluated, so that an explanation is complete.
		out = and(out, c.part(m))
	}
	return out
}

type anyNode []node

func (n anyNode) eval(c *context) Verdict {
	out := NotApplicable
	for _, m := range n {
		out = or(out, c.part(m))
	}
	return out
}

type notNode struct{ of node }

func (n notNode) eval(c *context) Verdict { return n.of.eval(c).negate() }

// firstNode takes the first alternative whose facts are stated.
type firstNode struct {
	of []node
}

func (n *firstNode) eval(c *context) Verdict {
	for _, m := range n.of {
		if v := c.part(m); v != Unknown {
			return v
		}
	}
	return Unknown
}

// contradicts tells whether two stated alternatives differ.
func (n *firstNode) contradicts(c *context) bool {
	first := Unknown
	for _, m := range n.of {
		v := m.eval(c)
		switch {
		case v == Unknown || v == NotApplicable:
		case first == Unknown:
			first = v
		case first != v:
			return true
		}
	}
	return false
}

// gradeNode tests the grade of a related subject.
type gradeNode struct {
	op    Op
	grade Statutory
}

func (n gradeNode) eval(c *context) Verdict {
	if c.related == nil {
		return Unknown
	}
	r := c.related
	want := r.Scale.RankOf(n.grade)
	if want == NoRank {
		return Unknown
	}
	held, failed := false, false
	for rank := range r.Possible.All() {
		if holdsCmp(n.op, int(rank)-int(want)) {
			held = true
		} else {
			failed = true
		}
	}
	switch {
	case held == failed:
		return Unknown
	case held:
		return Holds
	}
	return Fails
}

// others are the subjects at the end of a relation; known is false, and noted to
// be, where nobody has said who they are.
func (c *context) others(of Relation) (related []RelatedSubject, known bool) {
	if c.upstream == nil {
		return nil, false
	}
	if related = c.upstream(of); related == nil {
		c.record.unsaid(c, of)
	}
	return related, related != nil
}

// relatedNode holds where there is a rated subject in the relation.
type relatedNode struct{ of Relation }

func (n relatedNode) eval(c *context) Verdict {
	related, known := c.others(n.of)
	if !known {
		return Unknown
	}
	c.record.related(n.of, related)
	out, perhaps := NotApplicable, false
	for i := range related {
		switch r := &related[i]; {
		case r.NotRated:
		case r.Perhaps:
			perhaps = true
		default:
			out = Holds
		}
	}
	if perhaps {
		c.record.unsaid(c, n.of)
		out = or(out, Unknown)
	}
	return out
}
