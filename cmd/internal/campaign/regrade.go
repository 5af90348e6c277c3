package campaign

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Regrading is one subject graded anew.
type Regrading struct {
	Record   Regraded
	Workbook Written
	// Problems are matters of the new decision, and whose results rest on the
	// one that changed.
	Problems []evaluate.Problem
	Affected []Affected
}

// Affected is another subject whose result would be another.
type Affected struct {
	Kind evaluate.Kind
	ID   string
}

// TakeRegrade takes back the workbook that RegradeForm wrote: the subject is
// graded with the facts that now stand in it by the rules of the period, the old
// result stays beside the new one, and both are printed. Whatever is wrong with
// the workbook is a *Refused with all of it.
func (c *Campaign) TakeRegrade(path string) (*Regrading, error) {
	release, err := c.Folder.lock()
	if err != nil {
		return nil, err
	}
	defer release()
	s, err := c.closedNow()
	if err != nil {
		return nil, err
	}
	if err := c.Folder.tidyRegraded(); err != nil {
		return nil, err
	}
	records, err := c.Folder.regradings(s)
	if err != nil {
		return nil, err
	}
	before, err := c.evaluate(records)
	if err != nil {
		return nil, err
	}
	t, err := c.readRegrade(path, before, records)
	if err != nil {
		return nil, err
	}
	r := &t.record
	r.Seq, r.At = len(records)+1, c.now().Truncate(time.Second)
	r.Workbook = c.Folder.Label(filepath.Join(c.Folder.Results(), regradeDir, fmt.Sprintf("%s-lan-%d.xlsx", regradeName(r.ID), r.Seq)))
	after, err := c.evaluate(append(slices.Clone(records), *r))
	if err != nil {
		return nil, err
	}
	locked := before
	if len(records) > 0 {
		if locked, err = c.evaluate(nil); err != nil {
			return nil, err
		}
	}
	if err := t.settle(before, after); err != nil {
		return nil, err
	}
	would := after
	if rolesOf(after.Report.Inputs, after.Sets, r.Kind, r.ID) != nil {
		as := *r
		as.reported = true
		if would, err = c.evaluate(append(slices.Clone(records), as)); err != nil {
			return nil, err
		}
	}
	out := &Regrading{Record: *r, Affected: affected(before, would, r)}
	since := append(slices.Clone(records), *r)
	was, stands := standsWith(locked, before, records), standsWith(locked, after, since)
	for _, p := range stands.Problems {
		if p.Subject == r.ID {
			out.Problems = append(out.Problems, p)
		}
	}
	over := exceededSince(was, stands)
	for _, f := range exceededSince(locked, stands) { // told as long as it is, to whoever counts in it
		if countsRegraded(f, locked, stands, r) && !slices.Contains(over, f) {
			over = append(over, f)
		}
	}
	out.Problems = append(out.Problems, regradedOver(over, locked, stands, since, t.label)...)
	if len(out.Affected) > 0 {
		out.Problems = append(out.Problems, problemOthersAffected(t.label, out.Affected))
	}
	return out, c.keepRegraded(out, t, after, s)
}

// keepRegraded prints the two results, then adds the record: first waiting, then
// in the journal, then in its place.
func (c *Campaign) keepRegraded(out *Regrading, t *regradeTake, after *Grading, s *Closed) error {
	r := &out.Record
	spec := c.regradingSpec(after, s, r, t.found)
	path := c.Folder.path(r.Workbook)
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	files, err := c.Folder.openOutputs()
	if err != nil {
		return err
	}
	edited, err := files.save(path, func(w io.Writer) error { return excel.WriteRegrading(w, spec) })
	if err := errors.Join(err, files.close()); err != nil {
		return err
	}
	out.Workbook = Written{Path: r.Workbook, Kind: excel.RegradeBook, Org: r.Org, Edited: edited}
	sum, settle, err := c.Folder.storeRegraded(r)
	if err != nil {
		return err
	}
	if err := c.Folder.record(Entry{At: r.At, Did: didRegrade, Kind: string(r.Kind), Org: r.Org, Digest: sum,
		Count: len(r.Changes), Rules: after.refs()}); err != nil {
		return err
	}
	return settle()
}

// regradeTake is the reading of one workbook for grading anew.
type regradeTake struct {
	*Campaign
	label  string
	found  Found
	record Regraded
	frame  *evaluate.Frame // one row: as it was handed back
	old    *evaluate.Frame // as the subject's facts stood before
	facts  []int
	ps     []evaluate.Problem
}

// readRegrade reads the workbook and compares it with what stands.
func (c *Campaign) readRegrade(path string, before *Grading, records []Regraded) (*regradeTake, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, failPathMissing(path, err)
	}
	t := &regradeTake{Campaign: c, label: c.Folder.Label(path)}
	spec := c.readSpec(path)
	facts := map[evaluate.Kind][]int{}
	for k := range before.Sets {
		facts[k] = regradeFacts(before.Sets, k)
	}
	spec.Facts = map[excel.BookKind]map[evaluate.Kind][]int{excel.RegradeBook: facts}
	in, ps := excel.Read(path, spec)
	if err := refuse(ps); err != nil {
		return nil, err
	}
	if in == nil || in.Stamp.Kind != excel.RegradeBook || len(in.Stamp.Sheets) != 1 {
		return nil, refuse([]evaluate.Problem{problemNoRegradeBook(t.label)})
	}
	k := in.Stamp.Sheets[0]
	pop, _ := before.Report.Of(k)
	t.found = Found{k, subjectRow(pop, in.Stamp.Org)}
	if t.frame = in.Frames[k]; t.found.Row < 0 || t.frame == nil || t.frame.Len() != 1 {
		return nil, refuse([]evaluate.Problem{problemNoRegradeBook(t.label)})
	}
	for i := range records {
		if r := &records[i]; r.of(k, in.Stamp.Org) && r.Source == in.Digest {
			return nil, refuse([]evaluate.Problem{problemRegradeTaken(t.label, r)})
		}
	}
	t.old, t.facts = pop.Frame, facts[k]
	t.record = Regraded{Kind: k, ID: in.Stamp.Org, Org: orgCode(before, t.found), Source: in.Digest, Facts: tableOf(k, t.frame)}
	t.compare()
	t.decision()
	t.ps = append(t.ps, before.Sets[k].CheckRow(t.frame, 0)...)
	t.ps = append(t.ps, evaluate.CheckDays(t.frame, 0, c.terms.period, c.terms.reference)...)
	return t, refuse(t.ps)
}

// compare lists the facts that were changed. What grading anew cannot change
// must stand as it was written.
func (t *regradeTake) compare() {
	schema := t.frame.Schema
	decided := false
	for _, i := range t.facts {
		def, at := &schema.Facts[i], t.frame.Origin(0, i)
		if at.Cell == "" {
			t.ps = append(t.ps, problemRegradeColumn(t.label, def.Heading))
			continue
		}
		was, is := t.old.Value(t.found.Row, i), t.frame.Value(0, i)
		before, after := t.old.Show(i, was), t.frame.Show(i, is)
		switch {
		case before == after:
		case fixedFact(def):
			t.ps = append(t.ps, problemRegradeFixed(at, def.Heading))
		case def.Supplier == evaluate.SupplyAuthority:
			decided = decided || def.Role == evaluate.RoleDecision || def.Role == evaluate.RoleDecisionRelief
		default:
			t.record.Changes = append(t.record.Changes, excel.Change{Heading: headingOf(def), Before: before, After: after,
				Fact: string(def.ID), Cell: at.Cell})
		}
	}
	if i := schema.ByRole(evaluate.RoleDecision); i >= 0 && t.frame.Value(0, i).IsBlank() {
		t.record.Dropped = standingDecision(t.old, t.found.Row)
	}
	if len(t.record.Changes) == 0 && !decided {
		t.ps = append(t.ps, problemRegradeNothing(t.label))
	}
}

func headingOf(f *evaluate.FactDef) string {
	if f.Group == "" {
		return f.Heading
	}
	return f.Group + " – " + f.Heading
}

// decision reads reason, number and date of the decision to grade anew, which
// all must be there.
func (t *regradeTake) decision() {
	for _, want := range []struct {
		role evaluate.Role
		to   *string
	}{
		{evaluate.RoleDecisionReason, &t.record.Reason},
		{evaluate.RoleDecisionNumber, &t.record.Number},
		{evaluate.RoleDecisionDate, &t.record.Date},
	} {
		i := t.frame.Schema.ByRole(want.role)
		if i < 0 {
			continue
		}
		v := t.frame.Value(0, i)
		if v.IsBlank() {
			t.ps = append(t.ps, problemRegradeBlank(t.frame.Origin(0, i), t.frame.Schema.Facts[i].Heading))
		}
		*want.to = t.frame.Data(i, v)
	}
}

// settle notes the result before and after; a new one that waits for somebody
// is none, and is refused.
func (t *regradeTake) settle(before, after *Grading) error {
	_, results := after.Report.Of(t.found.Kind)
	if o := results[t.found.Row].Outcome; o == evaluate.Undecided || o == evaluate.Review {
		return refuse([]evaluate.Problem{problemRegradeOpen(t.frame.Origin(0, -1), after.Report.Reason(t.found.Kind, t.found.Row))})
	}
	t.record.Old, t.record.New = side(before, t.found), side(after, t.found)
	return nil
}

func side(g *Grading, f Found) RegradedSide {
	_, results := g.Report.Of(f.Kind)
	res := &results[f.Row]
	label := outcomeLabel(res.Outcome)
	if res.Outcome == evaluate.Graded {
		label = res.Rules.Label(res.Rank)
	}
	rows := g.Report.DataRowsOf(map[evaluate.Kind][]int{f.Kind: {f.Row}})
	return RegradedSide{Row: rows[0], Label: label, Why: g.Report.Reason(f.Kind, f.Row)}
}

// affected lists the other subjects whose result rests on what changed, those of the
// same person in another role among them, in the order of results.
func affected(before, would *Grading, r *Regraded) []Affected {
	var out []Affected
	was := map[[2]string]evaluate.DataRow{}
	for _, row := range before.Report.DataRows() {
		was[[2]string{string(row.Kind), row.ID}] = row
	}
	for _, row := range would.Report.DataRows() {
		if was[[2]string{string(row.Kind), row.ID}] != row && !r.of(row.Kind, row.ID) {
			out = append(out, Affected{row.Kind, row.ID})
		}
	}
	return out
}

// regradingSpec describes the sheet that shows both results.
func (c *Campaign) regradingSpec(g *Grading, s *Closed, r *Regraded, f Found) excel.RegradingSpec {
	tree := g.Report.Inputs.Tree
	org := ""
	if i, ok := tree.Index(r.Org); ok {
		org = tree.Orgs[i].Name
	}
	spec := excel.RegradingSpec{Stamp: c.stampOf(excel.RegradeBook, r.ID, g.Sets), Office: c.Config.Office, Period: c.terms.period,
		Paper: c.Library.Paper(evaluate.RegradingPaper, r.Kind, c.terms.period), Regraded: r.line(g.nameOf(f)), OrgName: org, Provenance: c.provenance(g, nil)}
	spec.Provenance.Inputs, spec.Closed = nil, s.closure(0)
	return spec
}

// line is a record as sheets list it.
func (r *Regraded) line(name string) excel.RegradedLine {
	return excel.RegradedLine{Name: name, Kind: r.Kind, ID: r.ID, Org: r.Org, At: r.At, Old: r.Old.Label, OldWhy: r.Old.Why,
		New: r.New.Label, NewWhy: r.New.Why, Reason: r.Reason, Number: r.Number, Date: r.Date, Changes: r.Changes, Dropped: r.Dropped, Lowered: r.Lowered()}
}
