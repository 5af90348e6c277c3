package campaign

import (
	"slices"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Regraded is one subject graded anew after the closing: the facts that
// changed, the old result and the new one beside it. Records are only added.
type Regraded struct {
	Seq      int            `json:"seq"` // 1 for the first of this closing
	At       time.Time      `json:"at"`
	Kind     evaluate.Kind  `json:"kind"`
	ID       string         `json:"id"`
	Org      string         `json:"organization"`
	Reason   string         `json:"reason"`
	Number   string         `json:"number"` // of the decision
	Date     string         `json:"date"`   // of the decision, yyyy-mm-dd
	Source   string         `json:"source"` // digest of the workbook it was taken from
	Workbook string         `json:"workbook"`
	Old      RegradedSide   `json:"old"`
	New      RegradedSide   `json:"new"`
	Changes  []excel.Change `json:"changes"`
	// Dropped is the decision that stood before and that the workbook left blank, ""
	// for none.
	Dropped string `json:"dropped,omitempty"`
	Facts   table  `json:"facts"` // all facts as they stand since, one row
	// reported asks how things would stand had what changed been reported: it counts in
	// the other roles of the person, too. Never kept.
	reported bool
}

// RegradedSide is a result before or after.
type RegradedSide struct {
	Row   evaluate.DataRow `json:"row"`
	Label string           `json:"label"` // the grade as people read it
	Why   string           `json:"why"`   // the reason with its article
}

// regradings reads the records of a closing in the order they were made.
func (f Folder) regradings(s *Closed) ([]Regraded, error) {
	if s == nil {
		return nil, nil
	}
	paths, err := f.regradedFiles()
	if err != nil {
		return nil, err
	}
	return readRegradings(paths)
}

func readRegradings(paths []string) ([]Regraded, error) {
	out := make([]Regraded, len(paths))
	for i, path := range paths {
		if err := readRecord(path, &out[i]); err != nil {
			return nil, failRegraded(path, err)
		}
	}
	slices.SortFunc(out, func(a, b Regraded) int { return a.Seq - b.Seq })
	return out, nil
}

// Regraded lists who was graded anew since the campaign was locked, in order;
// nobody while it is open.
func (c *Campaign) Regraded() ([]Regraded, error) {
	s, err := c.Folder.Closed()
	if err != nil {
		return nil, err
	}
	return c.Folder.regradings(s)
}

// latest leaves the last record of each subject.
func latest(records []Regraded) []Regraded {
	var out []Regraded
	for i := range records {
		later := slices.ContainsFunc(records[i+1:], func(r Regraded) bool { return r.of(records[i].Kind, records[i].ID) })
		if !later {
			out = append(out, records[i])
		}
	}
	return out
}

// Lowered tells whether the new result is the grade that people proposed, below the one
// computed and without a decision.
func (r *Regraded) Lowered() bool {
	row := &r.New.Row
	return row.Outcome == evaluate.Graded && row.Decided == "" && row.Proposed != "" && row.Rung == row.Proposed && row.Rung != row.Computed
}

func (r *Regraded) of(k evaluate.Kind, id string) bool { return r.Kind == k && r.ID == id }

// lay puts the facts of the records over what was taken in, of one that is looked at as
// reported in the other roles of its person, too.
func lay(records []Regraded, in *evaluate.Inputs, sets map[evaluate.Kind]*evaluate.RuleSet) error {
	for i := range records {
		r := &records[i]
		pop := in.Populations[r.Kind]
		row := subjectRow(pop, r.ID)
		if row < 0 {
			return failRegradeUnknown(r.Workbook)
		}
		b, lost := bind(&r.Facts, pop.Frame.Schema)
		if b == nil {
			return refuse([]evaluate.Problem{problemStale(r.Workbook, lost)})
		}
		var others *otherRoles
		if r.reported {
			others = rolesOf(in, sets, r.Kind, r.ID)
		}
		b.into(pop.Frame)
		if b.replace(0, row); others != nil {
			others.pass()
		}
	}
	return nil
}

func subjectRow(pop *evaluate.Population, id string) int {
	if pop == nil {
		return -1
	}
	return slices.IndexFunc(pop.Subjects, func(s evaluate.Subject) bool { return s.ID == id })
}

// replace makes a row of the target say what this row says, blanks too: every
// fact the table has a column of, but not who it is about.
func (b *binding) replace(row, to int) {
	b.replaceThose(row, to, func(f *evaluate.FactDef) bool { return !fixedFact(f) })
}

// replaceThose is replace for some of the facts alone.
func (b *binding) replaceThose(row, to int, those func(*evaluate.FactDef) bool) {
	place := b.place(row)
	for i := range b.table.columns {
		c, pos := &b.table.columns[i], b.fact[i]
		switch {
		case pos < 0 || !those(&b.target.Schema.Facts[pos]):
		case !c.given(row):
			b.target.SetFrom(to, pos, evaluate.Value{}, place)
		case c.Type == evaluate.TextFact:
			b.target.SetTextFrom(to, pos, c.text(row), place)
		default:
			b.target.SetFrom(to, pos, b.value(i, row), place)
		}
	}
}

// fixedFact tells whether grading anew cannot change a fact: who it is about,
// what the list of organizations says, and to whom the subject is related,
// which is settled when everything is put together.
func fixedFact(f *evaluate.FactDef) bool {
	return f.Identity || f.Supplier == evaluate.SupplyTree || f.Supplier == evaluate.SupplyDerived || f.LeadsTo != ""
}
