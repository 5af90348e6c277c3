package campaign

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A decision once taken in stands until another one replaces it or it is taken
// back. A result workbook takes back what stands when it was written with it and
// shows a blank cell now. One written before could not show it: what it leaves
// blank it says nothing about, and what stands is carried over.

// carried is what of an earlier result workbook goes on to stand.
type carried struct {
	tables []table
	rows   int
	cells  map[evaluate.Origin]bool // the earlier cells that still speak
	first  evaluate.Origin
}

// spoken is what a later workbook says of one subject.
type spoken struct {
	own   map[evaluate.FactID]bool // facts of the subject's own rows
	group bool                     // a line of a group decides
}

// carry finds what of the workbook that stands is not replaced by the new one. A
// decision that its subject's row did not show, contradicted, lapsed or laid on nobody,
// is not taken back by a blank there, and still less where the new workbook does not
// list the subject. One of those told as laid on nobody (astray) is taken back where
// the subject is listed.
func (c *Campaign) carry(old *kept, in *excel.Intake, astray []evaluate.Problem) *carried {
	out := &carried{cells: map[evaluate.Origin]bool{}}
	if in.Stamp.Kind != excel.ResultBook {
		return out
	}
	showsAll := in.Stamp.Decisions == old.Receipt.Digest
	now := keptOf("", in, nil, c.now())
	said := map[evaluate.Kind]map[string]*spoken{}
	stays := func(t *table, row int, id string) bool {
		decided, told := in.Shown[t.Kind][id]
		return said[t.Kind][id] == nil || (!showsAll || told && decided == "") && !laidOnNobody(astray, t, row, decisionFact(c.Library.Vocabulary.Schema(t.Kind)))
	}
	gone := map[enrolment]bool{} // workbooks whose decisions on whom nobody lists any more stay
	for i := range old.Tables {
		t := &old.Tables[i]
		if schema := c.Library.Vocabulary.Schema(t.Kind); schema != nil && said[t.Kind] == nil {
			said[t.Kind] = saidBy(now, schema)
		}
		for row := range t.len() {
			if said[t.Kind][strings.ToLower(t.subject(row))] == nil && len(authorityFacts(t, row, c.Library.Vocabulary.Schema(t.Kind))) > 0 {
				gone[enrolmentOf(old, t, row)] = true
			}
		}
	}
	for i := range old.Tables {
		t := &old.Tables[i]
		if schema := c.Library.Vocabulary.Schema(t.Kind); schema != nil {
			taken := t.Taken
			if !t.Carried {
				taken = old.Receipt.At
			}
			out.add(t, taken, schema, said[t.Kind], stays, func(row int) bool { return !t.Review && gone[enrolmentOf(old, t, row)] })
		}
	}
	return out
}

// laidOnNobody tells whether the decision in a row is one of those told about as
// having nobody to stand on.
func laidOnNobody(astray []evaluate.Problem, t *table, row int, decision evaluate.FactID) bool {
	return slices.ContainsFunc(astray, func(p evaluate.Problem) bool {
		if p.At != t.origin(row, decision) {
			return false
		}
		listed := t.listed(row, decision)
		return !t.Review || slices.ContainsFunc(p.Related, func(r evaluate.Related) bool { return r.At == listed })
	})
}

// saidBy gathers what a workbook says of the subjects of a kind, by look-up id.
func saidBy(k *kept, schema *evaluate.Schema) map[string]*spoken {
	out := map[string]*spoken{}
	for i := range k.Tables {
		t := &k.Tables[i]
		if t.Kind != schema.Kind {
			continue
		}
		for row := range t.len() {
			id := strings.ToLower(t.subject(row))
			if out[id] == nil {
				out[id] = &spoken{own: map[evaluate.FactID]bool{}}
			}
			facts := authorityFacts(t, row, schema)
			if t.group(row) == "" {
				maps.Copy(out[id].own, facts)
			} else if facts[decisionFact(schema)] {
				out[id].group = true
			}
		}
	}
	return out
}

// add keeps the rows of a table that decide what the later workbook does not, of
// those about whom a blank in it is silent; of further rows only whom they list. An
// own row stands above the line of a group, whichever came first.
func (c *carried) add(t *table, taken time.Time, schema *evaluate.Schema, said map[string]*spoken, stays func(t *table, row int, id string) bool, lists func(row int) bool) {
	decision := decisionFact(schema)
	left := table{tableRows: tableRows{Kind: t.Kind, Sources: t.Sources, Review: t.Review, Carried: true, Taken: taken}}
	var rows []int
	var keep []map[evaluate.FactID]bool
	for row := range t.len() {
		id := strings.ToLower(t.subject(row))
		facts := authorityFacts(t, row, schema)
		if s := said[id]; s != nil && id != "" {
			maps.DeleteFunc(facts, func(f evaluate.FactID, _ bool) bool {
				return s.own[f] || s.own[decision] && ofDecision(schema, f) || s.group && t.group(row) != ""
			})
		}
		if len(facts) > 0 && !stays(t, row, id) {
			facts = nil
		}
		if id == "" || len(facts) == 0 && !lists(row) {
			continue
		}
		rows, keep = append(rows, row), append(keep, facts)
		left.From, left.Row = append(left.From, t.From[row]), append(left.Row, t.Row[row])
		left.Subjects, left.Groups = append(left.Subjects, t.subject(row)), append(left.Groups, t.group(row))
		if row < len(t.Lines) {
			left.Lines = append(left.Lines, t.Lines[row])
		}
		for f := range facts {
			c.cells[t.origin(row, f)] = true
		}
		if len(facts) > 0 {
			if c.rows == 0 {
				c.first = t.origin(row, decision)
			}
			c.rows++
		}
	}
	if len(rows) == 0 {
		return
	}
	for i := range t.columns {
		def := schema.Facts[max(0, factIndex(schema, t.columns[i].Fact))]
		left.columns = append(left.columns, t.columns[i].only(rows, func(n int) bool {
			return def.ID == t.columns[i].Fact && def.Identity || keep[n][t.columns[i].Fact]
		}))
	}
	c.tables = append(c.tables, left)
}

func factIndex(s *evaluate.Schema, id evaluate.FactID) int {
	if i, ok := s.Index(id); ok {
		return i
	}
	return -1
}

func decisionFact(s *evaluate.Schema) evaluate.FactID {
	if i := s.ByRole(evaluate.RoleDecision); i >= 0 {
		return s.Facts[i].ID
	}
	return ""
}

// ofDecision tells whether a fact is a part of the decision on a grade.
func ofDecision(s *evaluate.Schema, id evaluate.FactID) bool {
	i, ok := s.Index(id)
	return ok && slices.Contains([]evaluate.Role{evaluate.RoleDecision, evaluate.RoleDecisionReason, evaluate.RoleDecisionNumber,
		evaluate.RoleDecisionDate, evaluate.RoleDecisionRelief}, s.Facts[i].Role)
}

// authorityFacts are the facts of the authority that a row gives.
func authorityFacts(t *table, row int, s *evaluate.Schema) map[evaluate.FactID]bool {
	out := map[evaluate.FactID]bool{}
	for i := range t.columns {
		c := &t.columns[i]
		if at := factIndex(s, c.Fact); at >= 0 && s.Facts[at].Supplier == evaluate.SupplyAuthority && c.given(row) {
			out[c.Fact] = true
		}
	}
	return out
}

// compareWithin tells how a file differs from the one of its organization that was
// taken in by the same run. That one is read again: it may not be kept yet, and a
// dry run keeps nothing.
func (run *intake) compareWithin(in *excel.Intake, f *Imported) error {
	f.beside.holdArchive()
	path, broken, remove, err := f.beside.unpack()
	if err != nil {
		return err
	}
	defer remove()
	if broken != nil {
		return nil // the archive was taken away meanwhile: there is nothing to compare with
	}
	spec := run.readSpec(path)
	spec.Label = f.beside.label
	first, _ := excel.Read(path, spec)
	switch {
	case first == nil:
		return nil
	case f.Kind == excel.RosterBook:
		run.compareRosters(in, f, keptOf(spec.Label, first, nil, run.now()))
		return nil
	}
	return run.compareWith(keptOf(spec.Label, first, nil, run.now()), in, f, nil)
}

// compareWithStanding tells what a file sent again changes of the one that
// stands, and finds what of that goes on to stand.
func (run *intake) compareWithStanding(in *excel.Intake, f *Imported) error {
	if f.Kind == excel.RosterBook {
		run.compareRosters(in, f, heardOf(f.met)...)
		return nil
	}
	old, err := readKept(run.Folder.keptPath(bookKey{f.Kind, f.Org}))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	still := run.carry(old, in, run.astray())
	if err := run.compareWith(old, in, f, still.cells); err != nil {
		return err
	}
	if f.Outcome == Replaced && still.rows > 0 {
		f.carried = still.tables
		f.Problems = evaluate.SortProblems(append(f.Problems, problemCarried(f.Path, still.rows, still.first)))
	}
	return nil
}

// compareWith tells how a file differs from another of the same kind and
// organization; cells in stands go on to speak where it is blank.
func (run *intake) compareWith(old *kept, in *excel.Intake, f *Imported, stands map[evaluate.Origin]bool) error {
	if m := run.blankMaker(); m != nil {
		m.bear(old, m.formersIn(old)) // a code that is another's now means another place
	}
	if f.compared = true; f.Kind != excel.ResultBook {
		f.Changes, f.Changed = run.changesFrom(old, in, stands, run.placeNow)
		return nil
	}
	others, err := run.otherBooks(f.Org)
	if err == nil {
		f.Changes, f.Changed = run.changesDecided(old, in, stands, others)
	}
	return err
}
