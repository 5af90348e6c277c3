package evaluate

import (
	"cmp"
	"slices"
)

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
	RoleNotice
	RoleVote       // verdict: the ballots carry what stands; set by Settle
	RoleDifference // verdict: the difference between self and appraiser is explained; set by Settle
	RoleRest       // verdict: whether all those whose grades are to be weighed have one
	RoleCapExclude
	RoleCapOnly
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
	Off      bool // switched off: no part in the walk
	when     node
	applies  node
}

// RuleSet is a checked and compiled edition of a regulation. Build it with
// NewRuleSet; holding one means that it was checked. It must not be changed.
type RuleSet struct {
	Spec     RuleSetSpec
	Rules    []Rule
	Sheets   []*Sheet // the score sheets that profiles refer to
	Switches []string // switches of this set that are turned on, sorted

	schema   *Schema
	orgs     *Schema // of organizations, whose rows hold the decisions that lift ceilings
	profiles []profile
	notRated []int // rule indexes
	bars     []bar
	ladder   []rung // best first
	sanction []sanction
	rests    []int // rule indexes
	notices  []int // rule indexes
	votes    []vote
	differs  *difference
	caps     []capRule
	fallRank Rank // where FallThrough names a rung
	used     map[int]bool
	counted  map[Kind]map[int]bool // facts asked of related subjects, by their kind
	relates  []Relation
	awaits   []Relation // those whose grades are asked for: these come first
	given    []int      // facts in use that a related subject's grade may stand for
	firsts   []stated
}

// stated is a pair of statements that may contradict each other, with the rule
// whose scope says for whom.
type stated struct {
	rule int
	node *firstNode
}

type profile struct {
	rule  int // -1: takes everybody else
	sheet int // index in Sheets, -1 for none
}

type bar struct {
	rule       int
	exceptions []int
	relief     int // -1 for none
	// refers tells that the relief asks for nothing that the bar itself does not: the
	// set never grades by the bar, it refers whomever it finds to the authority. That
	// is no relief that somebody would have to grant.
	refers bool
}

type rung struct {
	spec  *RungSpec
	rank  Rank
	needs []int
	// secures are the conditions of the ladder that whoever meets the needs meets.
	secures []int
	// impliedBy are, by condition of the rung, others of it and of lower rungs that imply it.
	impliedBy map[int][]int
}

type sanction struct {
	rule     int
	lowerBy  int
	notAbove Rank // NoRank for none
	forced   Rank
	fact     int      // -1 for none
	of       Relation // "" for none
}

type capRule struct {
	spec  *CapSpec
	rank  Rank
	below Rank
	by    int // fact position, -1 for none
	// defaultBy is the fact that groups those for whom by is blank, -1 for none.
	defaultBy int
	exclude   int // rule index, -1 for none
	only      int // rule index, -1 for everybody on the rung
}

// Ref names the set and edition: vn-366-member@2025-r1.
func (rs *RuleSet) Ref() string { return rs.Spec.ID + "@" + rs.Spec.Edition }

// Scale returns the set's scale.
func (rs *RuleSet) Scale() Scale { return rs.Spec.Scale }

// Schema returns the facts of the set's kind.
func (rs *RuleSet) Schema() *Schema { return rs.schema }

// Label is the set's own name of a grade, "" for NoRank.
func (rs *RuleSet) Label(r Rank) string { return rs.Spec.Scale.Rung(r).Label }

// Relations lists the relations that conditions of the set count over.
func (rs *RuleSet) Relations() []Relation { return rs.relates }

// FactsUsed lists, in column order, the facts that workbooks need for this
// set: identity, what every report must hold, whatever a rule tests or a score
// sheet adds up, proposals, remarks, decisions and the set's extra columns.
func (rs *RuleSet) FactsUsed() []int {
	return FactsCollected(map[Kind]*RuleSet{rs.Spec.Kind: rs}, rs.Spec.Kind)
}

// FactsCollected lists, in column order, the facts that workbooks need about
// the subjects of a kind under sets that are in force together: what the kind's
// own set uses, and what any of the sets counts over these subjects.
func FactsCollected(sets map[Kind]*RuleSet, k Kind) []int {
	rs := sets[k]
	var out []int
	for i, f := range rs.schema.Facts {
		own := f.Identity || f.Required || tellsRelation(sets, &rs.schema.Facts[i]) || f.Role == RoleProposal || f.Role == RoleRemark || f.Supplier == SupplyAuthority
		if own || rs.used[i] || slices.Contains(rs.Spec.Columns, f.ID) || countedBy(sets, k, i) {
			out = append(out, i)
		}
	}
	// Who it is comes first, whatever file of the vocabulary declared it.
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Compare(notIdentity(&rs.schema.Facts[a]), notIdentity(&rs.schema.Facts[b]))
	})
	return out
}

func notIdentity(f *FactDef) int {
	if f.Identity {
		return 0
	}
	return 1
}

// tellsRelation tells whether a fact says whom the subject is related to, or how
// an authority elsewhere graded it, and some set in force asks for that.
func tellsRelation(sets map[Kind]*RuleSet, f *FactDef) bool {
	if f.LeadsTo == OwnUnit || f.LeadsTo == OwnCollective {
		return true // these also say where a person stands
	}
	for _, rs := range sets {
		if rs == nil {
			continue
		}
		for _, rel := range rs.relates {
			to, _ := relationKind(rel)
			if rel == f.LeadsTo || f.Role == RoleElsewhere && to == f.Kind && rel != Children && rel != Members && rel != Subtree {
				return true
			}
		}
	}
	return false
}

func countedBy(sets map[Kind]*RuleSet, k Kind, fact int) bool {
	for _, rs := range sets {
		if rs != nil && rs.counted[k][fact] {
			return true
		}
	}
	return false
}

// LineMaxima gives, for every fact that holds points of a line, the greatest maximum over the
// set's sheets: what a template may refuse while typing.
func (rs *RuleSet) LineMaxima() map[int]Num {
	out := map[int]Num{}
	for _, s := range rs.Sheets {
		for i := range s.lines {
			s.lines[i].maxima(s.Spec, rs.schema, out)
		}
	}
	return out
}

// PlainSum lists those of the facts that simply add up to a subject's total; none
// where some sheet of the set counts otherwise (levels, deductions, weights, cuts,
// several scorers): a sum beside it would pass for the total.
func (rs *RuleSet) PlainSum(facts []int) []int {
	var out []int
	for _, s := range rs.Sheets {
		if !s.plain() {
			return nil
		}
		for i := range s.lines {
			if fact := s.lines[i].fact; slices.Contains(facts, fact) && !slices.Contains(out, fact) {
				out = append(out, fact)
			}
		}
	}
	slices.Sort(out)
	return out
}

// PlainMaximum is the most points a subject can have by adding up, nil where the
// sheets of the set differ in it or some sheet counts otherwise.
func (rs *RuleSet) PlainMaximum() *Num {
	if len(rs.Sheets) == 0 {
		return nil
	}
	most := rs.Sheets[0].Spec.Max
	for _, s := range rs.Sheets {
		if !s.plain() || s.Spec.Max.Cmp(most) != 0 {
			return nil
		}
	}
	return &most
}

// NotQuoted counts rules, bands and caps in force whose standing is not quoted.
func (rs *RuleSet) NotQuoted() int {
	n := 0
	for i := range rs.Rules {
		if rs.Rules[i].Standing != Quoted && !rs.Rules[i].Off {
			n++
		}
	}
	for _, r := range rs.Spec.Ladder {
		if r.Band != nil && r.Band.Standing != Quoted {
			n++
		}
	}
	for _, c := range rs.Spec.Caps {
		if c.Standing != Quoted {
			n++
		}
	}
	return n
}

// profileSheet is the score sheet of a profile, -1 for none.
func (rs *RuleSet) profileSheet(p int) int {
	if p < 0 || p >= len(rs.profiles) {
		return -1
	}
	return rs.profiles[p].sheet
}

// KnownSwitches lists the switches that rules of the set hang on, on or off,
// sorted.
func (rs *RuleSet) KnownSwitches() []string {
	var out []string
	for i := range rs.Rules {
		if s := rs.Rules[i].Switch; s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}
