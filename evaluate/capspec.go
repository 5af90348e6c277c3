package evaluate

// CapBase says of what a ceiling is a share.
type CapBase string

// The bases: of those good, of those good or excellent, of all rated, of those
// on the rung itself.
const (
	GoodOnly     CapBase = "good_only"
	GoodOrBetter CapBase = "good_or_better"
	AllRated     CapBase = "all_rated"
	// AtRung is for a distinction within one rung: of those on it, how many may
	// be chosen. It goes with CapSpec.Only.
	AtRung CapBase = "at_rung"
)

// CapBases lists the bases a ceiling may have.
func CapBases() []CapBase { return []CapBase{GoodOnly, GoodOrBetter, AllRated, AtRung} }

// CapSpec is a ceiling on one rung within a group.
type CapSpec struct {
	At       Origin
	ID       string
	Text     string
	Cite     Citation
	Standing Standing
	Note     string
	Rung     string
	Below    string // the rung counted as "good" by the base
	Base     CapBase
	Rate     Num
	Rounding string // floor | half_up
	// Group: within an ancestor of this level, split by a fact when given.
	Within string // base_organization | campaign
	By     FactID // declared group of similar position; blank falls back to DefaultBy
	// DefaultBy groups those for whom By is blank; where it is blank too, or not
	// given, they are one group within the ancestor.
	DefaultBy FactID
	// Exclude leaves subjects out of part and base (heads, where the set says).
	Exclude *ConditionSpec
	// Only says who on the rung is counted (those chosen as exemplary); the base
	// is then everybody on the rung.
	Only   *ConditionSpec
	Uplift *UpliftSpec
	Merit  []MeritKey
}

// UpliftSpec is a higher rate granted by a recorded decision. GrantedBy is a
// text fact of the group's organization holding the decision's number.
type UpliftSpec struct {
	Rate      Num
	GrantedBy FactID
	Text      string
	Cite      Citation
	Standing  Standing
}

// MeritKey orders candidates: the score, a part of it, or a number fact, greater first
// unless Ascending.
type MeritKey struct {
	Score     bool
	Points    string // a part of the score sheet
	Fact      FactID
	Ascending bool
}
