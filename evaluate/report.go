package evaluate

import "sync"

// Subject is one person or organization in one kind: what a result is about.
type Subject struct {
	ID     string // short stable hash, safe to print; unique within the kind
	Person string // the same for every subject of one person; "" for organizations
	Org    int    // position in the tree: rating organization, or the organization itself
	// Links say to whom relations lead that the tree does not know: whose unit,
	// which collective. A relation that is missing here nobody has stated.
	Links []Link
	// Holds are questions between files that keep the subject undecided.
	Holds []Hold
	// Doubts are matters of which two cells say different things. One keeps the subject
	// undecided where the two readings lead to different results.
	Doubts []Doubt
	// Disputed are the facts of which several rows about the subject say different
	// things. Its own grade waits by a hold where it hangs on them; whoever counts it
	// by one of them does not know.
	Disputed []FactID
	// Displaced tells that it is asked where the subject belongs: it may be none of
	// those whom its organization counts.
	Displaced bool
	// Under are the reviews (Result.ReviewKey) that the recorded decision was made
	// for, when it was made for a group of subjects: it binds only while the
	// subject is under one of them. None: the decision is the subject's own.
	Under []string
	// Overruled are decisions that the recorded one stands above.
	Overruled []Overruled
}

// Overruled is a decision that another one stands above: the line of a group beside
// the subject's own row, one written for an id that nobody bears any more, or that of
// grading anew in a closing that is over.
type Overruled struct {
	Grade        string // as the fact of the decision spells it
	Label        string // as people read it
	Number, Date string // of its document, as messages repeat them; "" where not named
	At           Origin
	Group        bool // the line of a group
	Regraded     bool // that of grading anew
}

// String is the decision in words, without its cell.
func (o Overruled) String() string {
	s := "“" + o.Label + "”"
	if o.Number != "" {
		s += ", số " + o.Number
	}
	if o.Date != "" {
		s += ", ngày " + o.Date
	}
	return s
}

// Link is one relation of a subject as somebody stated it. No rows: there is
// nobody at its other end.
type Link struct {
	Relation Relation
	// Rows of the population of the relation's kind; of HeadedOrg positions in the
	// tree, since the organization may be graded elsewhere.
	Rows []int
	// Perhaps are further ones of whom nobody has said whether they stand in it.
	Perhaps []int
	At      Origin
}

// Hold says what a subject waits for (design §6, "Between files").
type Hold struct {
	Problem Problem
	// Decided are the grades of decisions that contradict each other, as the fact of
	// the decision spells them, that at the problem's own cell first: one of them will
	// stand. None for any other question, which leaves every grade open.
	Decided []string
	// Lapsed tells that the decisions were made for a group that the subject has left,
	// or under an id that nobody bears any more: what would stand without them may
	// come to stand too.
	Lapsed bool
	// Between are the grades that the question leaves open, 0 for every grade.
	Between RankSet
	// OrNone tells beside Between that the subject may turn out not rated.
	OrNone bool
}

// Population is all subjects of one kind with their facts: Subjects[i] stands
// on row i of Frame.
type Population struct {
	Frame    *Frame
	Subjects []Subject
}

// Inputs is everything Grade needs.
type Inputs struct {
	Period    Period
	Reference Date // the day "6 months" is counted to
	Tree      *Tree
	// Populations are the subjects of each kind; a kind nobody speaks of is
	// missing. Rows may follow any order.
	Populations map[Kind]*Population
	// Ungraded are the kinds that no rule set grades in this period: none of theirs
	// has a grade, so that they limit nobody.
	Ungraded map[Kind]bool
	// Above is what is known of organizations that are graded elsewhere, such as
	// the one the campaign stands under; nil when nothing is.
	Above *Population
	// Lifting are the decisions that lift ceilings as they are recorded of organizations,
	// where none of these is graded; nil otherwise.
	Lifting *Population
	// Seated are what is known, as facts of leaders, of those on a committee who have no
	// row among the leaders for it; each names its collectives (OwnCollective). They are
	// counted among its members, and graded elsewhere. Nil when there is nobody.
	Seated *Population
}

// Outcome is what became of a subject. The zero value is Undecided.
type Outcome uint8

// The outcomes. Undecided: facts are missing that can change the grade.
// Review: a person must decide. NotRated: the law gives no grade.
const (
	Undecided Outcome = iota
	Graded
	Review
	NotRated
)

// String is the code used in JSON.
func (o Outcome) String() string {
	return [...]string{"undecided", "graded", "review", "not_rated"}[o&3]
}

// Cause says why a subject is under review.
type Cause uint8

// The causes of Review, by which the review sheet groups its rows.
const (
	NoCause          Cause = iota
	CauseFallThrough       // points suffice, a condition fails
	CauseRelief            // relief is claimed on a bar that holds
	CauseProposedLow       // lowest rung proposed without bar or band
	CauseConflict          // two places propose, or two decisions name, different grades
	CauseVote              // the ballots do not carry what is proposed
)

// String is the code used in JSON and on sheets.
func (c Cause) String() string {
	return [...]string{"", "fall_through", "relief", "proposed_lowest", "conflict", "vote"}[c%6]
}

// Walk is what one pass over the rules found: the outcome and the verdict of
// every rule. It is the only source of sentences, JSON and sheets.
type Walk struct {
	Outcome   Outcome
	Rank      Rank    // computed grade; NoRank unless Graded
	Possible  RankSet // grades still possible when Undecided or Review
	MayBeNone bool    // Undecided: not being rated at all is possible too
	MayReview bool    // Undecided: a review is possible too
	Suggested Rank    // Review: grade suggested by the set's fall-through
	Cause     Cause
	Because   int       // index in RuleSet.Rules of the rule that decided; -1 for none
	Bounds    []Bounded // every bound that holds, in the set's order
	Score     Scored
	Profile   int // index in RuleSet.Profiles; -1 when unknown or none
	Verdicts  []Verdict
}

// Bounded is one bound that holds, and the highest grade that it permits.
type Bounded struct {
	Rule  int // index in RuleSet.Rules
	Most  Rank
	Least Rank // below Most while a grade that bounds is open: the lowest it may come to permit
}

// Scored is the points of one subject: exact when Low equals High, otherwise
// the range that blank lines leave open.
type Scored struct {
	Given     bool // at least one line was filled in, or a total was handed over
	Low, High Num
	Sheet     int // index in RuleSet.Sheets; -1 for none
}

// Known returns the total when no line is open.
func (s Scored) Known() (Num, bool) { return s.Low, s.Sheet >= 0 && s.Low.Cmp(s.High) == 0 }

// Result is what stands for one subject after proposals and decision.
type Result struct {
	Rules     *RuleSet
	Walk      Walk
	Proposed  Rank          // of the highest level that has spoken; NoRank for none
	ProposedL int           // its level
	Self      Rank          // the self-grade, which never lowers
	Above     bool          // the proposal stands above the computed grade
	Suggested Rank          // Review: what the set's fall-through or the ballots suggest
	Votes     []VoteFinding // of the votes in force that were held against the grade
	// Unexplained tells that self and appraiser differ without the reason due.
	Unexplained bool
	Elsewhere   Rank // given by an authority outside the campaign
	Decided     Rank
	// Over tells that the decision names another grade than Elsewhere.
	Over bool
	// Held tells that a question between files was open when it was decided.
	Held bool
	// NeedsReason and NeedsRelief say what a recorded decision lacks; Above the
	// bounds in Unrelieved it stands without a relief that could be theirs.
	NeedsReason, NeedsRelief bool
	Unrelieved               []Bounded
	// Unnumbered and Undated tell that the document of a recorded decision is not
	// named.
	Unnumbered, Undated bool
	// Raised tells that the decision puts the subject higher than would stand without
	// it, or where nothing stood yet.
	Raised bool
	// Contested tells that decisions contradict each other, or one that was made
	// contradicts what stands now: it is under review for that alone, and Possible are
	// their grades.
	Contested bool
	// Disputes are questions that grading itself came upon, beside Subject.Holds.
	Disputes []Hold
	// Lapsed tells of a contested one that a decision made for a group it has left, or
	// under an id that may have been its own, waits for a person to say it again;
	// Possible are then that grade and what would stand without it.
	Lapsed bool
	// Otherwise is what stands without the decisions that have lapsed; nil where none has.
	Otherwise *Result
	// Unbound tells that the lapsed decision is recorded here, and was made for a
	// group.
	Unbound bool
	// Beyond tells that a group's decision is none of the grades possible here.
	Beyond bool
	// Outcome and Rank are the effective result; Possible its open grades.
	Outcome   Outcome
	Rank      Rank
	Possible  RankSet
	MayBeNone bool
	Cause     Cause
}

// Report is the result of one run.
type Report struct {
	Inputs *Inputs
	// Results of each kind, by population row.
	Results map[Kind][]Result
	Caps    []CapFinding
	// Remarks are what people should see before they decide: roles of one person
	// that come out different, counts that the results contradict.
	Remarks []Problem

	once  sync.Once
	graph *relations // rebuilt when somebody asks for an explanation
}

// Of returns population and results of a kind.
func (r *Report) Of(k Kind) (*Population, []Result) {
	return r.Inputs.Populations[k], r.Results[k]
}

// Range is a count that may still move between two ends.
type Range struct{ Min, Max int }

// Exact tells whether the ends meet.
func (r Range) Exact() bool { return r.Min == r.Max }

// DataRow is one subject in codes: the row of the hidden data sheet from which
// forms are counted and lower offices' results are consolidated.
type DataRow struct {
	Kind     Kind
	ID       string
	Person   string
	Org      string // code of the rating organization, or of the organization itself
	Base     string // code of its base organization
	OrgType  string // statutory type of the base organization
	Level    OrgLevel
	Outcome  Outcome
	Class    NotRatedClass // when not rated
	Because  string        // CountsAs of the not-rated case or bar that decided
	Grade    Statutory     // effective grade, "" when open or not rated
	Rung     string
	Computed string
	Proposed string
	Decided  string
	RuleSet  string
}
