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
