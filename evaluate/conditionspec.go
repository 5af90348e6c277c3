package evaluate

// ConditionSpec is one declarative condition. Exactly one form is filled in:
//
//	fact + one comparison      {fact: score_i1, at_least: 5}
//	part, of + one comparison  {part: tasks_exceeded, of: tasks_assigned, at_least: 30%, when_none: fails}
//	every | some + comparison  {every: task, at_least: good}          a named group of level facts
//	count + share | number     {count: members, where: …, share: {at_least: 80%}, when_none: not_applicable}
//	months_since + comparison  {months_since: admitted_on, less_than: 6}
//	grade: comparison          {grade: {at_least: good}} only inside count.where
//	profile                    {profile: leader}
//	points + comparison        {points: V, at_least: 60%}   a part of the score sheet; % of its maximum
//	all | any | first_known    lists; not: one condition
//
// first_known takes the first alternative whose facts are stated: task counts,
// or else the attested statement; two stated alternatives that differ are a
// contradiction (problem E320).
type ConditionSpec struct {
	At Origin

	Fact        FactID
	Part, Of    FactID
	Every, Some string // group name
	Count       *CountSpec
	MonthsSince FactID
	Grade       *GradeTest
	Profile     string
	Points      string // a part of the score sheet
	All         []ConditionSpec
	Any         []ConditionSpec
	FirstKnown  []ConditionSpec
	Not         *ConditionSpec

	Compare  *Comparison
	WhenNone *Verdict // shares and counts over nothing
}

// Op is a comparison operator of the closed list.
type Op string

// The operators.
const (
	OpEquals   Op = "equals"
	OpOneOf    Op = "one_of"
	OpAtLeast  Op = "at_least"
	OpAtMost   Op = "at_most"
	OpMoreThan Op = "more_than"
	OpLessThan Op = "less_than"
	OpBefore   Op = "before"
	OpAfter    Op = "after"
	OpGiven    Op = "given" // any value was given, whatever it is
)

// Comparison is an operator with its operand as written. The fact's type
// decides how the text is read: a code, a number or share, a date, or one of
// period_start, period_end, reference_date.
type Comparison struct {
	At     Origin
	Op     Op
	Values []string // one, or several for one_of
	Places []Origin // of the values of one_of, where they were read from a file
}

// place is where a value stands.
func (c *Comparison) place(value int) Origin {
	if len(c.Places) == len(c.Values) {
		return c.Places[value]
	}
	return c.At
}

// Relation leads from a subject to others.
type Relation string

// The relations known now; each names the kind it leads to.
const (
	Members  Relation = "members"  // organization → members rated in it
	Children Relation = "children" // organization → directly attached organizations
	Subtree  Relation = "subtree_members"
	HomeOrg  Relation = "organization" // anybody → the organization that rates him
	// OwnUnit: the agency or unit the subject belongs to or leads.
	OwnUnit Relation = "unit"
	// SubUnits: the units directly attached to a unit, or to the unit a collective leads.
	SubUnits      Relation = "attached_units"
	UnitsInCharge Relation = "units_in_charge" // leader → the units he answers for
	OwnCollective Relation = "collective"      // leader → the collective he belongs to
	Collectives   Relation = "collectives"     // organization → the collectives that lead it
	Units         Relation = "units"           // organization → the agencies and units attached to it
	Fellows       Relation = "collective_members"
	// HeadedOrg: the Party organization that this post of a leader heads, which need
	// not be the one he is rated in.
	HeadedOrg Relation = "headed_organization"
	// HeadedBody: the collective that this post of a leader heads, which need not be the
	// one he belongs to: the head of a division sits in the committee above.
	HeadedBody Relation = "headed_collective"
	// Committee: organization → the leaders who sit on its own Party committee.
	Committee Relation = "committee_members"
	Managed   Relation = "manages"  // leader → staff under his direct command
	AsStaff   Relation = "as_staff" // member or leader → the same person's state grade
)

// Relations lists the relations in a fixed order.
func Relations() []Relation {
	return []Relation{Members, Children, Subtree, HomeOrg, OwnUnit, SubUnits, UnitsInCharge, OwnCollective, Collectives, Units,
		Fellows, HeadedOrg, HeadedBody, Committee, Managed, AsStaff}
}

// IsEmpty tells whether nothing was written.
func (s *ConditionSpec) IsEmpty() bool {
	return s.Fact == "" && s.Part == "" && s.Every == "" && s.Some == "" && s.Count == nil && s.MonthsSince == "" && s.Grade == nil &&
		s.Profile == "" && s.Points == "" && s.All == nil && s.Any == nil && s.FirstKnown == nil && s.Not == nil
}

// CountSpec counts related subjects. Where a grade is tested, subjects that
// are not rated leave both part and base; both counts are shown.
type CountSpec struct {
	Of     Relation
	Where  ConditionSpec
	Share  *Comparison
	Number *Comparison
}

// GradeTest tests the effective grade of a related subject by its statutory
// equivalent: equals, at_least or at_most.
type GradeTest struct {
	Op    Op
	Grade Statutory
}
