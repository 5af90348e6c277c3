package evaluate

// Conditions on points name a part of the subject's own score sheet by its id,
// or one of these: the total, every line or every criterion that adds points.
const (
	PointsTotal         = "total"
	PointsEachLine      = "each_line"
	PointsEachCriterion = "each_criterion"
)

type sheetLevel uint8

const (
	totalLevel sheetLevel = iota
	groupLevel
	criterionLevel
	lineLevel
	everyCriterion
	everyLine
)

// sheetRef is a place of a compiled sheet.
type sheetRef struct {
	level sheetLevel
	index int
	max   Num
}

// pointsNode compares points of the subject's sheet. A sheet that has no such
// part makes the condition not applicable.
type pointsNode struct {
	label string
	refs  map[int]sheetRef // by sheet of the set
	op    Op
	want  Num
	share bool // want is a share of the part's maximum
}

func (n *pointsNode) eval(c *context) Verdict {
	if c.sheet < 0 || c.points == nil {
		return Unknown
	}
	ref, ok := n.refs[c.sheet]
	if !ok {
		return NotApplicable
	}
	switch ref.level {
	case everyLine:
		return n.every(c, c.points.lines, c.points.sheet.lineMax)
	case everyCriterion:
		return n.every(c, c.points.criteria, c.points.sheet.criterionMax)
	}
	got := c.points.at(ref)
	c.record.points(n.label, got, ref.max)
	return n.test(got, ref.max)
}

// every leaves out what gives no points of its own: deductions and bonus.
func (n *pointsNode) every(c *context, spans []span, maxima []*Num) Verdict {
	out := NotApplicable
	for i, s := range spans {
		if maxima[i] == nil {
			continue
		}
		v := n.test(s, *maxima[i])
		if v != Holds {
			c.record.points(n.label, s, *maxima[i])
		}
		out = and(out, v)
	}
	return out
}

func (n *pointsNode) test(s span, most Num) Verdict {
	want := n.want
	if n.share {
		want = want.Mul(most)
	}
	low, high := holdsCmp(n.op, s.low.Cmp(want)), holdsCmp(n.op, s.high.Cmp(want))
	if s.known() || low == high && n.op != OpEquals {
		return verdictOf(low)
	}
	if n.op == OpEquals && (s.low.Cmp(want) > 0 || s.high.Cmp(want) < 0) {
		return Fails
	}
	return Unknown
}

func (x *scoring) at(r sheetRef) span {
	switch r.level {
	case groupLevel:
		return x.groups[r.index]
	case criterionLevel:
		return x.criteria[r.index]
	case lineLevel:
		return x.lines[r.index]
	}
	return x.total
}

// maxima notes what each line and criterion that adds points is worth at most;
// bonus and deductions are left nil.
func (s *Sheet) maxima() {
	for g := range s.Spec.Groups {
		group := &s.Spec.Groups[g]
		adds := group.Role == PointsGroup
		for i := range group.Criteria {
			s.criterionMax = append(s.criterionMax, maximumIf(adds, &group.Criteria[i].Max))
		}
		for l := range group.AllLines() {
			s.lineMax = append(s.lineMax, maximumIf(adds, &l.Max))
		}
	}
}

func maximumIf(yes bool, n *Num) *Num {
	if yes {
		return n
	}
	return nil
}

// pointsCondition resolves the part in every sheet of the set that has it.
func (c *compiler) pointsCondition(s *ConditionSpec) node {
	n := &pointsNode{label: s.Points, refs: map[int]sheetRef{}}
	cmp := s.Compare
	if cmp == nil || len(cmp.Values) != 1 || !orderOp(cmp.Op) {
		return c.fail(problemNoComparison(s.At))
	}
	x, err := ParseNum(cmp.Values[0])
	if err != nil || c.where || c.choosing {
		return c.fail(problemWrongType(cmp.At, "points", phraseFactType(NumberFact)))
	}
	n.op, n.want, n.share = cmp.Op, x, percent(cmp.Values[0])
	for i, sheet := range c.scored {
		ref, ok := sheetRef{max: sheet.Spec.Max}, true
		switch s.Points {
		case PointsTotal:
		case PointsEachLine:
			ref.level = everyLine
		case PointsEachCriterion:
			ref.level = everyCriterion
		default:
			ref, ok = sheet.part(s.Points)
		}
		if ok {
			n.refs[i] = ref
		}
	}
	if len(n.refs) == 0 {
		return c.fail(problemNoLine(s.At, s.Points, partIDs(c.scored)))
	}
	c.checkReach(n, cmp)
	return n
}
