package evaluate

// The types in this file are the typed form of a rule file: what package rules
// reads from YAML and NewRuleSet checks and compiles. Every node keeps the
// place it was written, so that each mistake is shown at its line.

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
	// Committee: organization → the leaders who sit on its own Party committee.
	Committee Relation = "committee_members"
	Managed   Relation = "manages"  // leader → staff under his direct command
	AsStaff   Relation = "as_staff" // member or leader → the same person's state grade
)

// Relations lists the relations in a fixed order.
func Relations() []Relation {
	return []Relation{Members, Children, Subtree, HomeOrg, OwnUnit, SubUnits, UnitsInCharge, OwnCollective, Collectives, Units,
		Fellows, HeadedOrg, Committee, Managed, AsStaff}
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

// RuleSpec is one citable condition with its text.
type RuleSpec struct {
	At       Origin
	ID       string
	Text     string // the condition in Vietnamese, as shown to people
	Cite     Citation
	Standing Standing
	Note     string // why the standing is what it is, or how the text was read
	When     ConditionSpec
	// AppliesWhen limits the rule to some subjects; for others it does not apply.
	AppliesWhen *ConditionSpec
	// Switch names a setting the campaign may turn on; DefaultOn says whether
	// the rule is in force without it.
	Switch    string
	DefaultOn bool
}

// NotRatedSpec is a case in which no grade is given.
type NotRatedSpec struct {
	RuleSpec
	Class     NotRatedClass
	ReviewDue bool   // the review (kiểm điểm) is still due although no grade is given
	CountsAs  string // key that forms select by: new, exempt, suspended, absent …
}

// NotRatedClass is miễn or chưa.
type NotRatedClass string

// The classes of not rated.
const (
	Exempt   NotRatedClass = "exempt"   // miễn
	Deferred NotRatedClass = "deferred" // chưa
)

// BarSpec is a case that leads to the lowest rung, with its exceptions (the
// bar does not fire) and its relief (a person decides).
type BarSpec struct {
	RuleSpec
	Exceptions []RuleSpec
	Relief     *RuleSpec
	CountsAs   string // key that forms select by: decline, under_half, state_grade, discipline, other
}

// RungSpec is one step of the ladder: a band of points and all its conditions.
type RungSpec struct {
	At    Origin
	Rung  string
	Cite  Citation
	Band  *BandSpec
	Needs []RuleSpec
	// Judgements are requirements only people can weigh ("thật sự tiêu biểu").
	// They are met by the competent level's proposal and shown as such.
	Judgements []JudgementSpec
}

// JudgementSpec is a requirement that no column can answer.
type JudgementSpec struct {
	At       Origin
	ID       string
	Text     string
	Cite     Citation
	Standing Standing
}

// BandSpec is a range of points. A nil end is open-ended.
type BandSpec struct {
	At           Origin
	From         *Num
	FromExcluded bool // "trên 90"
	To           *Num
	ToIncluded   bool // "đến 70"
	Standing     Standing
	Cite         Citation
}

// SanctionEffect is what a sanction does to the grade.
type SanctionEffect string

// The effects, in the order that applies where a set does not state its own.
const (
	LowersBy SanctionEffect = "lower_by"
	Bounds   SanctionEffect = "not_above"
	Forces   SanctionEffect = "forced"
)

// SanctionEffects lists the effects in their usual order.
func SanctionEffects() []SanctionEffect { return []SanctionEffect{LowersBy, Bounds, Forces} }

func (s *RuleSetSpec) sanctionOrder() []SanctionEffect {
	if len(s.SanctionOrder) > 0 {
		return s.SanctionOrder
	}
	return SanctionEffects()
}

// SanctionSpec changes the grade after the ladder, all of one effect before
// those of the next.
type SanctionSpec struct {
	RuleSpec
	LowerBy  int
	NotAbove string // rung id
	Forced   string // rung id
	// NotAboveFact is a choice fact whose codes are statutory grades: the grade
	// may not stand above it.
	NotAboveFact FactID
	// NotAboveOf bounds the grade by those of related subjects; where there is
	// none the bound does not apply.
	NotAboveOf Relation
}

// ProfileSpec is one row of the table that decides which score sheet and which
// conditions a subject takes; the first that holds is taken.
type ProfileSpec struct {
	At       Origin
	ID       string
	Text     string
	Cite     Citation
	Standing Standing
	Sheet    string         // score sheet id, "" for none
	When     *ConditionSpec // nil: everybody else
	Override bool           // taken by decision of the office; marked wherever shown
}

// GroupSpec names a group of level facts tested by every/some.
type GroupSpec struct {
	At    Origin
	ID    string
	Label string
	Facts []FactID
}

// FallThrough says what happens when no rung's band and conditions match.
type FallThrough string

// The fall-through rules; any other value is a rung id.
const (
	FallReview   FallThrough = "review"
	FallStepDown FallThrough = "step_down"
	FallLowest   FallThrough = "lowest"
)

// RuleSetSpec is a whole rule file, flattened over the sets it extends.
type RuleSetSpec struct {
	At          Origin
	ID          string
	Edition     string
	SHA256      string // of the file as released
	Title       string
	Kind        Kind
	Track       Track
	Granularity Granularity
	From        Period
	To          *Period // nil: still in force
	Except      []int   // quarters or months of a year without a grade of their own
	Extends     string
	// Supersedes is the edition of the same set that this one stands in the place
	// of wherever a campaign does not name that edition; "" for none.
	Supersedes string
	// InheritedStanding is the surest that anything taken over from the extended
	// set may be here; empty leaves each part as sure as it is there.
	InheritedStanding Standing
	Local             bool // stands beside the central sets; in force only where a campaign names it
	Sources           []Source
	Scale             Scale
	Profiles          []ProfileSpec
	Groups            []GroupSpec
	NotRated          []NotRatedSpec
	Bars              []BarSpec
	Ladder            []RungSpec
	FallThrough       FallThrough
	FallAt            Origin
	FallCite          Citation
	FallNote          string
	FallStand         Standing
	Sanctions         []SanctionSpec
	// RestsOn are those whose grades come first and are to be weighed, without a
	// figure that anything could be computed by.
	RestsOn []RestSpec
	// Notices are what people should consider once the grade is known ("propose
	// another post"): told beside it, without any effect on it.
	Notices []RuleSpec
	// Votes are what stands behind proposals: their ballots and majorities.
	Votes []VoteSpec
	// ExplainDifference says when self-grade and appraisal differ so much that a
	// reason is due; nil where the set says nothing of it.
	ExplainDifference *DifferenceSpec
	// SanctionOrder is the set's own order of effects; empty for the usual one.
	SanctionOrder []SanctionEffect
	Caps          []CapSpec
	// Columns are facts shown in workbooks though no rule tests them.
	Columns []FactID
	// Dropped lists the parts of the extended set that this one leaves out.
	Dropped []DropSpec
}

// DropSpec leaves a part of the extended set out, on somebody's authority.
type DropSpec struct {
	At   Origin
	ID   string
	Text string // what the part said
	Cite Citation
	Note string
}
