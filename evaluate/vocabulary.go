package evaluate

import "slices"

// FactID names one fact of the vocabulary; ids are ASCII and never reused.
type FactID string

// Kind is a subject kind (design §2). Head and deputy are roles, not kinds.
type Kind string

// The subject kinds.
const (
	Member       Kind = "member"
	Organization Kind = "organization"
	Collective   Kind = "collective"
	Leader       Kind = "leader"
	Unit         Kind = "unit"
	Staff        Kind = "staff"
)

// Kinds lists the subject kinds in the order in which they are shown.
func Kinds() []Kind { return []Kind{Member, Organization, Collective, Leader, Unit, Staff} }

// Track keeps rule sets for the same person apart.
type Track string

// The tracks.
const (
	PartyTrack Track = "party"
	StateTrack Track = "state"
	TaskTrack  Track = "task"
)

// FactType is the closed list of what a fact's value can be.
type FactType uint8

// The fact types. A Choice holds one code of the fact's own list; yes/no facts
// are choices with the codes "yes" and "no".
const (
	TextFact FactType = iota + 1
	NumberFact
	DateFact
	ChoiceFact
)

// Supplier says who knows a fact and therefore in whose workbook it stands.
type Supplier string

// The suppliers. SupplyTree facts come from the organization list,
// SupplyDerived ones are computed, SupplyAuthority ones are written into the
// result workbook by those who decide.
const (
	SupplyBranch    Supplier = "branch"
	SupplyBase      Supplier = "base_committee"
	SupplyOffice    Supplier = "office"
	SupplyAuthority Supplier = "authority"
	SupplyTree      Supplier = "tree"
	SupplyDerived   Supplier = "derived"
)

// Role marks the facts the tool itself needs to recognise, whatever their id.
type Role string

// The roles.
const (
	RoleName           Role = "name"
	RoleIdentity       Role = "identity"   // 12-digit number, or an old 9-digit one
	RoleCard           Role = "card"       // Party card number, any length
	RoleBirth          Role = "birth"      // full date of birth
	RoleBirthYear      Role = "birth_year" // when only the year is known
	RoleBranchCode     Role = "branch_code"
	RoleProposal       Role = "proposal" // with FactDef.Level; level 0 is the self-grade
	RoleDecision       Role = "decision" // grade the authority decided
	RoleDecisionReason Role = "decision_reason"
	RoleDecisionNumber Role = "decision_number"
	RoleDecisionDate   Role = "decision_date"
	RoleDecisionRelief Role = "decision_relief" // relief granted by the authority
	RoleRemark         Role = "remark"
	// RoleElsewhere is the grade that an authority outside the campaign gave.
	RoleElsewhere Role = "graded_elsewhere"
)

// Choice is one allowed value of a ChoiceFact. Choices are listed best first
// where the fact is Ordered.
type Choice struct {
	Code    string
	Label   string   // Vietnamese, as shown in drop-downs
	Aliases []string // other spellings accepted on import
	// NotApplicable marks the value that says the thing does not exist for the
	// subject ("Không có"); tests of the fact then give NotApplicable.
	NotApplicable bool
	// Passing marks a value of a lasting fact that speaks of its own period alone.
	Passing bool
	// Personal marks a value that is true of a person whatever the role, although the
	// others are each about one: "holds no post" contradicts every post, and two posts
	// do not contradict each other.
	Personal bool
	// Sole marks a post that one member of a branch at a time holds, such as that of
	// its secretary.
	Sole bool
	// Seat marks a post on the committee of the own branch.
	Seat bool
	// Leads marks a post whose holder leads that committee, as its secretary does.
	Leads bool
}

// Derivation names a computed fact: one of the functions in derive.go applied
// to other facts of the same kind.
type Derivation struct {
	Function string
	Of       []FactID
}

// FactDef declares one fact: the same entry draws the template column, guides
// the reader and types the rules.
type FactDef struct {
	ID      FactID
	Kind    Kind
	Type    FactType
	Heading string   // column heading, Vietnamese
	Group   string   // heading over several columns, may be empty
	Aliases []string // other headings accepted on import
	Hint    string   // one sentence shown on the cell
	Line    string   // what a line of a score sheet asks, whose number is the heading
	Unit    string   // points, tasks, months, people; "" for none
	Step    Num      // numbers: every value is a multiple of it
	Min     *Num     // numbers: smallest allowed value
	Max     *Num     // numbers: greatest allowed value, where not set by a sheet
	Choices []Choice
	Ordered bool // choices run from best to worst
	// Blank is the code of the choice (or the number) that an empty cell means;
	// "" makes an empty cell unknown.
	Blank    string
	Required bool // an empty cell is a problem, not merely unknown
	Supplier Supplier
	Role     Role
	Level    int // RoleProposal: 0 self, then rising levels
	// ProposedBy: only organizations of this level propose it, and for nobody above
	// themselves; "" for any.
	ProposedBy OrgLevel
	Identity   bool // shown in every workbook about the kind
	Width      int  // column width in characters; 0 for the default
	Derived    *Derivation
	// GivenBy: where the fact is blank, the grade of the subject at the end of
	// this relation stands for it.
	GivenBy Relation
	// PerPost: it is about one post, not about the person, who may hold several. A row
	// about him as a member speaks of all his posts together.
	PerPost bool
	// Personal: it is true of a person whatever the role, so that two rows about him
	// that differ contradict each other; of a fact per post, a member's row and those of
	// all his posts.
	Personal bool
	// Lasting: it stays true from one period to the next until somebody changes
	// it, and so stands in the next period's template already.
	Lasting bool
	// Prose: the text is somebody's own words, by which no subject is found: whatever
	// stands in the cell is taken as people see it, and refuses no workbook.
	Prose bool
	// LeadsTo: the text names, by code, the subjects at the end of this relation.
	LeadsTo Relation
	Needs   *Need
	// Idle: a value that is doubtful of a member who is listed as a leader.
	Idle *Idle
	// Tells: words of the text say something of a choice of the same row.
	Tells *Tells
	// NotAfter: a day (or the year of one) that lies in the past: no later than
	// DayPeriodEnd or DayReference, "" for any.
	NotAfter string
	// NotBefore: no earlier than the day of this fact of the same row.
	NotBefore FactID
	// Tally: the number counts others by their grade, and is held against those
	// graded in the campaign.
	Tally *Tally
	// Gravest: it records the gravest of what rows about others say of each of them.
	Gravest *Gravest
	// SameAs: another subject's own report says the same, and the two are compared.
	SameAs *SameAs
	// Ballot: the number is a figure of the vote behind a proposal.
	Ballot *BallotPart
	At     Origin
}

// Limit declares that a sum of facts may not exceed another fact, such as
// tasks done ≤ tasks assigned, or a number, such as the months of a year; breaking
// it is a problem on import.
type Limit struct {
	ID      string
	Kind    Kind
	Sum     []FactID
	AtMost  FactID // "" where Most bounds the sum
	Most    *Num
	Message string // Vietnamese sentence
	At      Origin
}

// Facts are all facts a limit speaks of.
func (l *Limit) Facts() []FactID {
	if l.AtMost == "" {
		return l.Sum
	}
	return append(slices.Clone(l.Sum), l.AtMost)
}
