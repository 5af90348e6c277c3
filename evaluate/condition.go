package evaluate

import "slices"

// node is a compiled condition. The types below are all there are.
type node interface {
	eval(c *context) Verdict
}

// context is what a condition is evaluated in. One context serves many rows;
// the recorder is set only while explaining, so that explaining and deciding
// run the same code.
type context struct {
	frame     *Frame
	row       int
	period    Period
	reference Date
	profiles  []Verdict
	sheet     int      // index in RuleSet.Sheets, -1 while open
	points    *scoring // of that sheet; nil where there is none
	scratch   scoring  // room for points, used again by the next row
	upstream  Upstream
	related   *RelatedSubject // inside count.where
	record    *recorder
	assumed   *assumption // of a fact that another subject's grade stands for
}

// Upstream gives the subjects that stand in a relation to the one decided: nil
// when nobody has said who they are, an empty list when there are none. A list
// holds until the next one is asked for.
type Upstream func(Relation) []RelatedSubject

// RelatedSubject is another subject as a condition sees it: its facts and the
// effective grades it may still have.
type RelatedSubject struct {
	ID        string // as Party has it
	Frame     *Frame
	Row       int
	Scale     Scale
	Possible  RankSet
	MayBeNone bool // may turn out not rated
	NotRated  bool
	Perhaps   bool // nobody has said whether it stands in the relation at all
	Seated    bool // Row is one of Inputs.Seated
	Elsewhere bool // graded by somebody else, whose grade was entered (RoleElsewhere)
	Disputed  []FactID
	Displaced bool
}

// factNode compares one fact.
type factNode struct {
	fact    int
	op      Op
	codes   []int // choices
	number  Num
	date    Date
	dateRef string // period_start, period_end, reference_date
}

func (n *factNode) eval(c *context) Verdict {
	if c.related != nil && slices.Contains(c.related.Disputed, c.frame.Schema.Facts[n.fact].ID) {
		return Unknown // its rows say different things of it
	}
	v := c.frame.Known(c.row, n.fact)
	if v.IsBlank() && c.frame.Schema.Facts[n.fact].GivenBy != "" {
		if c.assumed != nil && c.assumed.fact == n.fact {
			return n.test(c, c.assumed.value)
		}
		return n.evalGiven(c)
	}
	c.record.fact(c, n.fact, v)
	return n.test(c, v)
}

func (n *factNode) test(c *context, v Value) Verdict {
	if n.op == OpGiven {
		return verdictOf(!v.IsBlank() && !c.frame.isNothing(c.row, n.fact, v))
	}
	if v.IsBlank() {
		return Unknown
	}
	switch v.Type() {
	case ChoiceFact:
		return n.testChoice(c, v.Choice())
	case NumberFact:
		return verdictOf(holdsCmp(n.op, v.Number().Cmp(n.number)))
	case DateFact:
		return verdictOf(holdsCmp(n.op, v.Date().Compare(n.day(c))))
	}
	return Unknown
}

// day is the operand of a date comparison: a fixed day or one of the run.
func (n *factNode) day(c *context) Date {
	switch n.dateRef {
	case "reference_date":
		return c.reference
	case "period_start":
		return c.period.First()
	case "period_end":
		return c.period.Last()
	}
	return n.date
}

func (n *factNode) testChoice(c *context, code int) Verdict {
	if n.op == OpEquals || n.op == OpOneOf {
		for _, want := range n.codes {
			if want == code {
				return Holds
			}
		}
	}
	if c.frame.Schema.Facts[n.fact].Choices[code].NotApplicable {
		return NotApplicable
	}
	if n.op == OpEquals || n.op == OpOneOf {
		return Fails
	}
	// Choices run from best to worst: a smaller index is better.
	return verdictOf(holdsCmp(n.op, n.codes[0]-code))
}

// holdsCmp turns the sign of (value compared with operand) into truth.
func holdsCmp(op Op, sign int) bool {
	switch op {
	case OpEquals, OpOneOf:
		return sign == 0
	case OpAtLeast:
		return sign >= 0
	case OpAtMost:
		return sign <= 0
	case OpMoreThan, OpAfter:
		return sign > 0
	case OpLessThan, OpBefore:
		return sign < 0
	}
	return false
}

// shareNode compares part/of with a rate by cross-multiplication.
type shareNode struct {
	part, of int
	op       Op
	rate     Num
	whenNone Verdict
}

func (n *shareNode) eval(c *context) Verdict {
	part, of := c.frame.Known(c.row, n.part), c.frame.Known(c.row, n.of)
	c.record.fact(c, n.part, part)
	c.record.fact(c, n.of, of)
	switch {
	case !of.IsBlank() && of.Number().Sign() <= 0:
		if n.whenNone == Unknown {
			c.record.nought(c, n.of)
		}
		return n.whenNone
	case part.IsBlank() || of.IsBlank():
		return n.evalOpen(c, part, of)
	}
	return verdictOf(holdsCmp(n.op, CmpShare(part.Number(), of.Number(), n.rate)))
}

// groupNode tests every or some fact of a named group.
type groupNode struct {
	every bool
	tests []factNode
}

func (n *groupNode) eval(c *context) Verdict {
	out := NotApplicable
	for i := range n.tests {
		if v := n.tests[i].eval(c); n.every {
			out = and(out, v)
		} else {
			out = or(out, v)
		}
	}
	return out
}

// monthsNode compares whole calendar months from a date to the reference day.
type monthsNode struct {
	fact     int
	months   int
	lessThan bool
}

func (n *monthsNode) eval(c *context) Verdict {
	v := c.frame.Known(c.row, n.fact)
	c.record.fact(c, n.fact, v)
	if v.IsBlank() {
		return Unknown
	}
	reached := v.Date().AddMonths(n.months).Compare(c.reference) <= 0
	return verdictOf(reached != n.lessThan)
}

// profileNode asks which row of the profile table the subject falls under.
type profileNode struct{ profile int }

func (n profileNode) eval(c *context) Verdict {
	if n.profile < len(c.profiles) {
		return c.profiles[n.profile]
	}
	return Unknown
}

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
