package excel

import (
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// TemplateVersion is the layout version stamped into every template. Files of
// earlier layouts are read where every column with data still has its place;
// others are refused with the name of the current one.
//
//	1  fact ids in the stamp row
//	2  the stamp row also names the kind of subjects
const TemplateVersion = 2

// oldestVersion is the first layout that is still read.
const oldestVersion = 1

// BookKind says what a workbook of ours is for.
type BookKind string

// The kinds of workbooks.
const (
	BranchBook  BookKind = "branch"         // members and the branch's own organization sheet
	BaseBook    BookKind = "base_committee" // facts the base committee holds, its own organization sheet
	OfficeBook  BookKind = "office"         // facts only the office holds
	OrgListBook BookKind = "organizations"  // the list of organizations to fill in
	ResultBook  BookKind = "result"
	SummaryBook BookKind = "summary"
	RegradeBook BookKind = "regrade" // one subject's facts, to be graded anew after the closing
	StatusBook  BookKind = "status"  // who has reported and who has not
	RosterBook  BookKind = "roster"  // export of the national database, recognised by its headings
)

// Reports tells whether workbooks of a kind are those of organizations with something
// of their own to report, and not the office's.
func (k BookKind) Reports() bool { return k == BranchBook || k == BaseBook }

// Stamp is what a template carries where a paste cannot destroy it: in the custom
// properties, on a very hidden sheet, and in the hidden row above the headings of
// each data sheet.
type Stamp struct {
	Version int
	Kind    BookKind
	Office  string // office code of the campaign
	Period  string // evaluate.Period.String()
	Org     string // organization the workbook was made for
	// Rules names the rule sets in force when it was made: kind → id@edition.
	Rules map[evaluate.Kind]string
	// Sheets are the kinds of subjects the workbook has a sheet for. A template
	// is stamped with its own, so that a sheet somebody deleted is missed.
	Sheets []evaluate.Kind
	// Roster is a checksum of the people and organizations the workbook was made
	// with; "" when it listed nobody.
	Roster string
	// Decisions is the digest of the result workbook of the organization that was
	// taken in when this one was written, and whose decisions it therefore shows;
	// "" for none.
	Decisions string
}

// Office is what heads every printed form.
type Office struct {
	Code     string
	Name     string // ĐẢNG ỦY XÃ MẪU
	Superior string // ĐẢNG BỘ TỈNH MẪU
	Place    string // Mẫu
	Preparer string // NGƯỜI LẬP BIỂU: name, may be empty
	Signer   string // title of who signs: TRƯỞNG BAN TỔ CHỨC
	SignedBy string // name, may be empty
}

// TemplateSpec describes one template workbook.
type TemplateSpec struct {
	Stamp   Stamp
	Office  Office
	OrgName string
	// Superior is the name of the organization right above, "" where none is known.
	Superior string
	// Note stands in the head of every data sheet; "" for none.
	Note   string
	Sheets []TemplateSheet
	Guide  []GuideSection
	Left   []LeftPerson // listed for the record, not to be filled in
	// Unmoved is what moving an earlier layout to this one left behind; the
	// workbook is refused as long as it lists any.
	Unmoved []Unmoved
}

// LeftPerson is somebody whom a roster, a list or a report has as no longer in the
// branch: when he was born, a day or a year, and what is remarked of him are as they stand there.
type LeftPerson struct{ Name, Identity, Card, Status, Born, Remark string }

// LeftMember is a member whose branch says that he has left, with the cell.
type LeftMember struct {
	LeftPerson
	Org int // tree position, -1 for an organization the list does not have
	At  evaluate.Origin
	// Now is the branch that reports him now, "" for none that certainly does; Nowhere tells
	// of who moved away that no report has anybody who may be he.
	Now     string
	Nowhere bool
}

// TemplateSheet is one data sheet of a template: the listed facts in this
// order, prefilled from a frame (all its rows; blank facts stay blank) and with
// room for Rows subjects where none is known; where some are and Rows asks for
// more, empty rows fill the page they end on.
type TemplateSheet struct {
	Title   string // worksheet name
	Heading string // title printed above the table
	Schema  *evaluate.Schema
	Facts   []int // positions in Schema.Facts
	Prefill *evaluate.Frame
	Rows    int
	// Locked facts are written by us and not editable (codes, names of organizations).
	Locked []int
	// Closed tells which cells of a known subject somebody else's workbook fills
	// in: grey and locked. nil for none.
	Closed func(row, fact int) bool
	// Wanted are the facts without which the rules in force leave everybody
	// without a grade, though a report may be sent without them: tinted and
	// counted apart from what must be filled in.
	Wanted []int
	// Eithers are what is wanted so and may be said in several ways, each of them facts
	// that have to stand together: one way is enough. With Forms they say it.
	Eithers [][][]int
	// Needs are what lines of the score sheet that everybody takes need where the row says
	// so: counted there alone. With Forms they say it.
	Needs []evaluate.LineNeed
	// Perhaps are facts without which some rows have no grade: their cells stay white, and
	// the counter says that there are such.
	Perhaps []int
	// Excused are the values that leave their subject without a grade and a
	// review: of whoever has one, nothing is asked that could be excused.
	Excused []evaluate.Excuse
	// Leaves: the activity status may also say that somebody is no longer a member
	// here, of whom nothing else is asked.
	Leaves bool
	// LeftAs says so of rows of Prefill, in a word of Intake.LeftAs.
	LeftAs map[int]string
	// Forms are the score sheets among which the cells of a row choose; empty where
	// one serves all, or where a comparison of cells cannot tell.
	Forms []RowForm
	// SecondRound are the facts with votes that are cast in a round of their own.
	SecondRound []int
	// Maxima holds the greatest points of a score line over all score sheets
	// that use it, for the check while typing.
	Maxima map[int]evaluate.Num
	// Called says what is scored in a line of which all score sheets say the same.
	Called map[int]string
	// Latest holds the last day a fact about the past may name, or the last year.
	Latest map[int]evaluate.Date
	// Total lists the fact positions summed by a counter column (formula with a
	// cached value, never read back); empty for none.
	Total []int
	// TotalMax is the most points a subject can have; nil where sheets differ.
	TotalMax *evaluate.Num
}

// GuideSection is a headed list of sentences on the guide sheet.
type GuideSection struct {
	Heading string
	Lines   []string
}

// ReadSpec says what the reader may accept.
type ReadSpec struct {
	Vocabulary *evaluate.Vocabulary
	Office     string
	Period     evaluate.Period
	// Facts lists, per book kind and subject kind, the fact positions that may
	// stand in such a workbook; another known fact there is a note, not a value.
	Facts map[BookKind]map[evaluate.Kind][]int
	// Heads tells whether an organization heads the list and so is the office itself:
	// what an office's workbook may hold may then stand in its own report. nil: none is.
	Heads func(org string) bool
	// Template lists the facts that the template of an organization ("" for none
	// known) asks for on a sheet, nil where nobody knows. Facts are those of every
	// rule; what a sheet lacks, and what an unclear heading may mean, are only these.
	// nil: all of Facts.
	Template func(book BookKind, org string, k evaluate.Kind) []int
	// Totals lists the facts whose points add up to the total that a template shows
	// beside them, none where it shows no total; nil when nobody knows.
	Totals func(book BookKind, org string, k evaluate.Kind) []int
	// Excused are, by kind, the values that leave their subject without a grade
	// and a review: an excusable fact is then not required of it.
	Excused map[evaluate.Kind][]evaluate.Excuse
	// Owner is the organization whose report speaks of a unit or collective, found by
	// its code or name, "" for one that is not known; committee tells that it has a
	// workbook of the same kind as a base committee. nil: nobody is asked for what a
	// base committee's own ones lack.
	Owner func(k evaluate.Kind, place string) (org string, committee bool)
	// OrgName is the name of an organization by its code, "" where nobody knows it;
	// nil when nobody can be asked. In its report the name stands for the code.
	OrgName func(code string) string
	// OrgsCalled are the codes of the organizations that bear a name or bore it before
	// a merger; nil when nobody can be asked.
	OrgsCalled func(name string) []string
	// Passed tells whether a code was another organization's before it was given to the one
	// that bears it; nil when nobody can be asked.
	Passed func(code string) bool
	// Places are the codes of the organizations that a text of a list of people names, alone
	// or with committees above them; nil when nobody can be asked.
	Places func(text string) []string
	// IsName tells whether a text is the name of some organization and nothing else; nil when
	// nobody can be asked.
	IsName func(text string) bool
	// Label is the path shown in problems instead of the real one (relative to
	// the campaign); "" shows the path as given.
	Label string
	// Headings spares working out the names of columns for every workbook; they
	// must be of the vocabulary. nil works them out for this workbook alone.
	Headings *Headings
	// People reads who there is, whatever period it was written for, to fill
	// templates in advance: a name and a branch are enough, and only they are
	// required. Facts then lists what is taken over.
	People bool
	// Listed reads also whom a template lists as no longer in the branch.
	Listed bool
}

// Intake is one accepted or refused workbook as values. Frames hold one row per
// data row, in sheet order; they are complete even when problems were found.
type Intake struct {
	Stamp  Stamp
	Digest string // of the contents, not of the bytes: sha256 over every data cell
	Frames map[evaluate.Kind]*evaluate.Frame
	Orgs   []evaluate.Org  // OrgListBook only
	Bodies []evaluate.Body // likewise: units, then collectives, each in sheet order
	Marked bool            // the workbook still bears our marks
	// Lossy tells that an earlier layout's column holds data the present layout
	// has no place for: Frames hold what can be carried over.
	Lossy bool
	// Unmoved are the values of such columns, and of cells that could not be read, in the
	// order of sheets and rows.
	Unmoved []Unmoved
	// Left are the people whom a roster, or the report of their branch, says are no
	// longer to be reviewed, and LeftAs, by row, the roster's own word for why.
	Left   *evaluate.Frame
	LeftAs []string
	// Beside are people whom a sender named on a template's list of those who are gone,
	// which is not read: only where they stand is of use. nil for none.
	Beside *evaluate.Frame
	// Called are the names that a workbook read for its people gives the codes of
	// organizations, units and collectives, by kind.
	Called map[evaluate.Kind]map[string]string
	// Result workbooks only: the look-up ids that the rows of Frames were written
	// for, "" for none, and what the review sheet decides.
	Subjects map[evaluate.Kind][]string
	Reviews  map[evaluate.Kind]*Rulings
	// Shown are the decisions that stood when a result workbook was written, by
	// look-up id in small letters: the id of a rung, "" where nothing stood. nil where
	// the workbook does not tell.
	Shown map[evaluate.Kind]map[string]string
}

// Provenance is printed on the About sheet of everything written.
type Provenance struct {
	Tool   string // xeploai and its version
	Time   time.Time
	Inputs []InputRef
	Rules  []RuleRef
}

// InputRef is one workbook taken in.
type InputRef struct {
	Path   string
	Digest string
	At     time.Time
}

// RuleRef is one rule set used.
type RuleRef struct {
	Kind     evaluate.Kind
	Ref      string // id@edition
	Title    string
	SHA256   string
	Switches []string
	// NotQuoted counts the rules whose standing is not "quoted".
	NotQuoted int
}

// ResultSpec describes one result workbook.
type ResultSpec struct {
	Stamp      Stamp
	Office     Office
	Title      string // KẾT QUẢ …
	OrgName    string
	Report     *evaluate.Report
	Orgs       []int // tree positions covered; nil for the whole campaign
	Problems   []evaluate.Problem
	Provenance Provenance
	Missing    int // organizations covered that have not reported
	// Left are the members of the whole campaign whom their branches say have left.
	Left []LeftMember
	// ProposeCaps adds what the order of merit suggests where a ceiling is
	// exceeded.
	ProposeCaps bool
}

// SummarySpec describes the summary workbook.
type SummarySpec struct {
	Stamp  Stamp
	Office Office
	Period evaluate.Period
	Forms  []*evaluate.FormTable
	Rows   []evaluate.DataRow
	// Scales are the scales of the rule sets that Rows name, by reference: the list
	// says grades in their words.
	Scales map[string]evaluate.Scale
	Chart  []ChartRow // grades by base organization
	Grades []string   // labels of the four grades, best first
	// Statistics are those whom no form counts, by kind and grade.
	Statistics []GradeTable
	Progress   Progress
	Regraded   []RegradedLine // graded anew since the campaign was locked, in order
	Provenance Provenance
}

// ChartRow is one base organization's members by grade, best first.
type ChartRow struct {
	Name   string
	Counts [4]int
}
