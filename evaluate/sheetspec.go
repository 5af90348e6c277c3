package evaluate

import "iter"

// SheetSpec is a score sheet (bảng điểm): groups of criteria made of lines. A
// line asks for its own fact unless it names one of the vocabulary, so that
// typing a printed sheet is typing its lines.
type SheetSpec struct {
	At       Origin
	ID       string
	Title    string
	Cite     Citation
	Standing Standing
	Note     string
	Defects  []string // what is wrong in the printed sheet
	Max      Num      // points of all groups together, bonus on top left out

	Kind     Kind     // whose facts the lines' own facts are
	Prefix   string   // of the own facts' ids
	Supplier Supplier // in whose workbook they stand
	Step     Num      // of points given directly; 0 for the default
	Scorers  []Scorer // who fills the lines; none means one column a line

	Groups     []SheetGroup
	RoundLines Num  // step every line is rounded to; 0 for no rounding
	Round      Num  // step the total is rounded to; 0 for no rounding
	ClampFrom  *Num // the total is raised to this
	ClampTo    *Num // the total is cut to this
	// Order is the sequence of the last steps; lines, criteria and groups come
	// first on every sheet seen, what differs is where bonus, deductions and the
	// clamp of the total stand.
	Order []SheetStage
}

// SheetStage is one of the steps a total is put together in.
type SheetStage string

// The stages, in the order that applies where a sheet does not state its own.
const (
	StageGroups     SheetStage = "groups"
	StageBonus      SheetStage = "bonus"
	StageDeductions SheetStage = "deductions"
	StageTotal      SheetStage = "total"
)

// SheetStages lists the stages in their usual order.
func SheetStages() []SheetStage {
	return []SheetStage{StageGroups, StageBonus, StageDeductions, StageTotal}
}

// Scorer is one of several people whose points stand side by side. The points
// of the one who decides count; the others are shown.
type Scorer struct {
	ID       string
	Label    string
	Supplier Supplier
	Decides  bool
}

// GroupRole says what the points of a group do to the total.
type GroupRole string

// The roles of groups: points are added; a bonus is added, inside the sheet's
// maximum or on top of it; deductions are taken away.
const (
	PointsGroup    GroupRole = "points"
	BonusInside    GroupRole = "bonus"
	BonusOnTop     GroupRole = "bonus_on_top"
	DeductionGroup GroupRole = "deduction"
)

// GroupRoles lists the roles.
func GroupRoles() []GroupRole {
	return []GroupRole{PointsGroup, BonusInside, BonusOnTop, DeductionGroup}
}

// SheetGroup is a group of criteria with its own maximum.
type SheetGroup struct {
	At       Origin
	ID       string
	Label    string
	Role     GroupRole
	Max      Num
	Clamp    bool // points beyond Max are cut, as the sheet itself says
	Cite     Citation
	Standing Standing
	Criteria []SheetCriterion
	Triggers []string // for what its lines lose points, see SheetCriterion
	// Parts are the measures and shares of product lines that state none.
	Parts []LinePart
	// WeightsSum is what the individual weights of the group's lines must add up to.
	WeightsSum *Num
}

// AllLines yields the lines of all criteria in written order.
func (g *SheetGroup) AllLines() iter.Seq[*SheetLine] {
	return func(yield func(*SheetLine) bool) {
		for i := range g.Criteria {
			for j := range g.Criteria[i].Lines {
				if !yield(&g.Criteria[i].Lines[j]) {
					return
				}
			}
		}
	}
}

// SheetCriterion is one or several lines with a maximum in common. A line that
// stands directly in a group is a criterion of its own.
type SheetCriterion struct {
	At    Origin
	ID    string
	Label string
	Max   Num
	Clamp bool
	Lines []SheetLine
	// Triggers are the events for which points come off the lines; how many is
	// left to the scorer and already taken off in the points he gives. What
	// happened is noted in a text fact beside the lines.
	Triggers []string
}

// SingleCriteria makes every line a criterion of its own.
func SingleCriteria(lines ...SheetLine) []SheetCriterion {
	out := make([]SheetCriterion, 0, len(lines))
	for _, l := range lines {
		out = append(out, SheetCriterion{At: l.At, ID: l.ID, Label: l.Label, Max: l.Max, Lines: []SheetLine{l}})
	}
	return out
}

// LineForm says how a line's points come about.
type LineForm string

// The forms of lines.
const (
	PointsLine  LineForm = "points"   // given directly, from 0 to Max
	TickLine    LineForm = "tick"     // yes: Max, no: 0
	OptionsLine LineForm = "options"  // one of several levels, each with its points
	EachLine    LineForm = "each"     // so many points per occurrence, up to Max
	LoseLine    LineForm = "lose"     // Max less so many points per occurrence, down to 0
	PercentLine LineForm = "percent"  // a percentage of Max
	TableLine   LineForm = "table"    // a number falls into a row that gives the points
	ProductLine LineForm = "product"  // weight × the mean of measures by their shares
	ShareOfLine LineForm = "share_of" // when ticked, a share of another line's points
	MeanLine    LineForm = "mean"     // the mean of the numbers given
)

// SheetLine is one line. Which fields count depends on its form.
type SheetLine struct {
	At       Origin
	ID       string
	Label    string
	Form     LineForm
	Max      Num
	Cite     Citation
	Standing Standing
	Note     string
	// Fact holds what is filled in: points, tick, level, count, percentage or
	// number. It is the line's own fact unless the sheet names another.
	Fact     FactID
	Own      bool   // Fact is declared by the line itself
	Blank    string // what an empty cell of an own fact means
	Step     Num    // of an own number fact
	Round    Num    // step the line is rounded to; 0 for the sheet's
	Supplier Supplier
	Reason   bool // points other than 0 need a reason, in a text fact of the line

	Options  []LineOption // options
	Points   Num          // each, lose: points per occurrence
	Measure  *Measure     // percent, table: what is measured
	Rows     []TableRow   // table
	Ranges   *LineRanges  // points: what another fact allows
	Weight   FactID       // product: an individual weight; "" for Max
	Factor   FactID       // product: a coefficient; "" for none
	Parts    []LinePart   // product; the group's where none
	Of       string       // share_of: the id of an earlier line
	Share    Num          // share_of
	Mean     []FactID     // mean: the numbers
	Count    FactID       // mean: how many of them must be given
	Times    Num          // mean: what the mean is multiplied by; 0 for 1
	FullWhen *FullWhen    // who gets Max without being asked
	Printed  *Num         // what the printed column says, where it is not Max
	Defects  []string     // what is wrong in the printed line
	SeeAlso  []string     // lines the text refers to
	wipesAny bool
}

// LineOption is one level of an options line.
type LineOption struct {
	Code   string
	Label  string
	Points Num
	Wipes  bool // choosing it takes all points of the criterion
	Covers *Covers
}

// FullWhen gives a line's maximum to those of whom a choice fact says one of
// Codes, whatever the line's own cell says: "a branch with only a secretary
// gets the full points".
type FullWhen struct {
	At    Origin
	Fact  FactID
	Codes []string
}

// TableRow gives Points to numbers from AtLeast on; rows run from the greatest
// down and the last has no AtLeast.
type TableRow struct {
	At      Origin
	AtLeast *Num
	Points  Num
}

// LineRanges limits points given directly by another fact: "completed 90 to
// 100%: 45 to 50 points".
type LineRanges struct {
	Measure Measure
	Rows    []RangeRow
}

// RangeRow allows points From..To (To left out when Below) to measures from
// AtLeast on; the last row has no AtLeast.
type RangeRow struct {
	At      Origin
	AtLeast *Num
	From    Num
	To      *Num
	Below   *Num
}

// Measure is a number: a fact, or the share part/of in percent.
type Measure struct {
	At       Origin
	Fact     FactID
	Part, Of FactID
	Levels   []LineOption // a choice whose levels stand for percentages
	Own      bool         // Fact is declared by the line
	Label    string       // heading of an own fact
	Minus    FactID       // occurrences that lower the measure
	Each     Num          // by so much each, percent
	// PerPart: Minus is counted in the unit of Part, and each unit of it takes
	// Each percent of one unit off Part. Else Each comes off the measure itself.
	PerPart bool
	// Over: more than a hundred percent is possible and counts as it is.
	Over     bool
	AtMost   *Num // what lies beyond counts as this
	WhenNone *Num // the measure where Of is zero; nil: unknown
}

// LinePart is one measure of a product and its share of the whole.
type LinePart struct {
	ID        string
	Label     string
	Share     Num    // 25% is 1/4
	ShareFact FactID // an individual share; "" for Share
	Measure   Measure
}
