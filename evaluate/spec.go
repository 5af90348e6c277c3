package evaluate

// The types in this file and in conditionspec.go are the typed form of a rule
// file: what package rules reads from YAML and NewRuleSet checks and compiles.
// Every node keeps the place it was written, so that each mistake is shown at its
// line.

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
