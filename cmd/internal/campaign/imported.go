package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// ImportOptions says what to take in.
type ImportOptions struct {
	Paths   []string // workbooks, folders and archives of them
	Replace bool     // a newer file may replace the accepted one
	DryRun  bool     // only check: nothing at all is written
	Matters bool     // look for matters between all files taken in, too

	only map[string]bool // labels of the files to take of what folders hold; nil for all
}

// ImportOutcome is what became of one file.
type ImportOutcome string

// The outcomes of import.
const (
	Accepted ImportOutcome = "accepted"
	Replaced ImportOutcome = "replaced"  // accepted in the place of an earlier one
	Known    ImportOutcome = "known"     // the same contents were taken in before
	Newer    ImportOutcome = "not_taken" // another file of the organization stands already
	Rejected ImportOutcome = "refused"
	Mended   ImportOutcome = "mended"  // refused before, and its repaired copy was taken in since
	Ignored  ImportOutcome = "ignored" // no workbook that import takes
	// Superseded contents were taken in before and replaced since: only naming
	// the very file together with Replace brings them back.
	Superseded ImportOutcome = "superseded"
)

// Imported is one file of an import.
type Imported struct {
	Path     string // label
	Kind     excel.BookKind
	Org      string
	Outcome  ImportOutcome
	Rows     map[evaluate.Kind]int
	Problems []evaluate.Problem
	Returned string // label of the marked copy or report, "" for none
	Listed   string // label of the workbook that lists all problems with all their cells, "" for none
	Migrated string // label of the copy moved to the present template, "" for none
	Cleaned  string // label of the accepted workbook without our marks, "" when it bore none

	// Changes lists, of a file sent again, what it says otherwise than the one
	// taken in before; Changed counts all, listed or not.
	Changes []Change
	Changed int

	digest  string
	former  string                              // the old code of the organization, "" for none
	decides *kept                               // what a result workbook says, until it is checked
	shown   map[evaluate.Kind]map[string]string // the decisions it was written with
	carried []table                             // what goes on to stand of the workbook it replaces
	again   bool                                // another file stood already when this one's turn came
	source  input
	beside  *input // of another file of the same organization taken in by this run
	named   bool   // by its own path, not found in a folder

	// Of a roster: of which branches it is, the rosters that speak of some of them, and
	// what it then has to be later than.
	cover cover
	met   []*roster
	turn  int

	// compared: Changed counts what differs from another file of the organization.
	compared bool
}

// ImportReport is everything one import found, in order of labels.
type ImportReport struct {
	Files  []Imported
	List   []evaluate.Problem // warnings about the list of organizations
	DryRun bool
	// Matters are what grading would ask about between the files that now stand,
	// where that was wanted; they refuse nothing.
	Matters []evaluate.Problem
}

// IsListWarning tells whether a problem is a warning about the list of
// organizations, which status and import tell in full.
func IsListWarning(p evaluate.Problem) bool {
	return p.Severity == evaluate.Warning && p.Subject == "" && p.At.File == OrgListName
}

// Problems lists the warnings about the list, and the problems of all files, in
// order.
func (r *ImportReport) Problems() []evaluate.Problem {
	all := slices.Clone(r.List)
	for _, f := range r.Files {
		all = append(all, f.Problems...)
	}
	return all
}

// Count counts the files with an outcome.
func (r *ImportReport) Count(o ImportOutcome) int {
	n := 0
	for _, f := range r.Files {
		if f.Outcome == o {
			n++
		}
	}
	return n
}
