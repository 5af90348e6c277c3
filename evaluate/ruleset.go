package evaluate

// RuleRole says what part a rule plays in the walk.
type RuleRole uint8

// The roles of rules, in the order of the walk.
const (
	RoleProfile RuleRole = iota
	RoleNotRated
	RoleBar
	RoleException
	RoleRelief
	RoleNeed
	RoleSanction
	RoleCapExclude
)

// Rule is one compiled rule. A Walk holds one verdict for each, at the same
// index.
type Rule struct {
	RuleSpec
	Role     RuleRole
	Rank     Rank // RoleNeed: the rung that needs it
	Parent   int  // exception, relief: index of the bar; otherwise -1
	CountsAs string
	Class    NotRatedClass
	when     node
	applies  node
}

// RuleSet is a checked and compiled edition of a regulation. Build it with
// NewRuleSet; holding one means that it was checked. It must not be changed.
type RuleSet struct {
	Spec     RuleSetSpec
	Rules    []Rule
	Profiles []ProfileSpec
	Sheets   []*Sheet // the score sheets that profiles refer to
	Switches []string // switches turned on, sorted

	schema   *Schema
	profiles []int   // rule index of each profile, -1 where it takes everybody else
	notRated []int   // rule indexes
	bars     []bar   // in written order
	ladder   []rung  // best first
	sanction []order // lower, not above, forced
	caps     []capRule
	groups   map[string][]int
}

// Ref names the set and edition: vn-366-member@2025-r1.
func (rs *RuleSet) Ref() string { return rs.Spec.ID + "@" + rs.Spec.Edition }

// Scale returns the set's scale.
func (rs *RuleSet) Scale() Scale { return rs.Spec.Scale }

// Schema returns the facts of the set's kind.
func (rs *RuleSet) Schema() *Schema { return rs.schema }
