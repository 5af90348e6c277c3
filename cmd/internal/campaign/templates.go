package campaign

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Written is one workbook that was written.
type Written struct {
	Path string // label
	Kind excel.BookKind
	Org  string
	// Edited is where the workbook of that name went which somebody had worked
	// in, "" when there was none.
	Edited string
	// Taken tells that what somebody typed there has been taken in already.
	Taken bool
	// Filled counts, by kind, the people who stand in it already; a kind it has a
	// sheet for and nobody of is there with 0. Base committees and the office
	// repeat members of others, who are not counted.
	Filled map[evaluate.Kind]int
	// Left counts, by the state that a roster or list gives, the people it lists as
	// gone, whom nobody has to grade.
	Left map[string]int
	// Kept counts the members who stand in it although a source that is followed before
	// the one that names them lists people of the branch without them.
	Kept int
}

// TemplateRun is what a run over the templates did.
type TemplateRun struct {
	Written  []Written
	Problems []evaluate.Problem
	// Unplaced counts the people whom the workbooks read know in a place that the
	// list of organizations does not have, and who stand in no template; LeftUnplaced
	// those of them who have left besides.
	Unplaced, LeftUnplaced int
	// Doubled counts the rows that are perhaps about somebody who has another: two
	// workbooks know so little in common that nobody can say whether they mean one (E344).
	Doubled int
	// Idle counts the members whom the named workbooks know and nobody grades in the period.
	Idle int
	// TakenBack counts the people whom nobody but a workbook that was taken back gave, and
	// who stand in no template any more; StatesBack the states that it alone gave, LostBack
	// those of people who stand in none either.
	TakenBack, StatesBack, LostBack int
	// Restored counts whom it gave, too, and who stand by what the other workbooks say;
	// RestoredIn are their branches.
	Restored   int
	RestoredIn []string
	// Silent counts the organizations that have nothing to report in the period, and so
	// no template.
	Silent int
}

// Templates writes the workbooks that the named organizations fill in, of all
// organizations when none is named: branches, base committees and the office.
// They are pre-filled with whom the campaign knows and, where a branch has not
// reported, with whom the workbooks at the paths of from know; of two that
// disagree the first is followed. Problems tell what could not be used, and how the
// workbooks were understood.
//
// The workbooks that were named at the paths of back are taken back first, in the templates
// of all organizations: whom and what nobody else gave goes. One that no template knows is
// not there to be taken back.
func (c *Campaign) Templates(orgs, from, back []string) (*TemplateRun, error) {
	a, err := c.assemble()
	if err != nil {
		return nil, err
	}
	if err := a.neverNamed(back); err != nil {
		return nil, err
	}
	books, err := c.readFrom(a, from)
	if err != nil {
		return nil, err
	}
	books.back = c.takenBack(back)
	if err := c.rememberNamed(&books); err != nil {
		return nil, err
	}
	m, err := newTemplateMaker(a, books)
	if err != nil {
		return nil, err
	}
	targets, err := m.targets(orgs)
	if err != nil {
		return nil, err
	}
	out := &TemplateRun{Unplaced: len(m.lost.people), LeftUnplaced: m.leftUnplaced, Doubled: len(m.doubled), Idle: m.idle, TakenBack: m.peopleBack, StatesBack: m.statesBack,
		LostBack: m.lostBack, Restored: m.restored, RestoredIn: m.restoredIn}
	if out.Written, err = c.writeTemplates(m, targets); err != nil {
		return nil, err
	}
	for i := range m.tree.Orgs {
		if len(orgs) == 0 && reporter(m.tree, i) != "" && !m.fillsIn(i) {
			out.Silent++
		}
	}
	old, err := m.oldTemplates()
	out.Problems = slices.Concat(c.officeNotices(m.tree), a.problems, books.told, m.warnings, old)
	return out, err
}

// oldTemplates tells of templates of earlier runs that lie among the present ones
// and are none of them: their organization is no longer on the list, bears another
// code or name, or has nothing to report any more.
func (m *templateMaker) oldTemplates() (told []evaluate.Problem, err error) {
	present, listed := map[string]bool{}, map[string]bool{}
	for i, o := range m.tree.Orgs {
		label := m.Folder.Label(filepath.Join(m.Folder.Templates(), fileName(o.Code, o.Name)))
		present[label], listed[label] = m.fillsIn(i), true
	}
	var ours ledger
	if err := ours.open(m.Folder); err != nil {
		return nil, err
	}
	files, err := listFiles(m.Folder.Templates(), ".xlsx")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		switch label := m.Folder.Label(file); {
		case len(ours.sums[label]) == 0 || present[label]:
		case listed[label]:
			told = append(told, problemSilentTemplate(label))
		default:
			told = append(told, problemOldTemplate(label))
		}
	}
	return told, nil
}

func (c *Campaign) writeTemplates(m *templateMaker, targets []int) ([]Written, error) {
	release, err := c.Folder.lockOpen()
	if err != nil {
		return nil, err
	}
	defer release()
	files, err := c.Folder.openOutputs()
	if err != nil {
		return nil, err
	}
	out := make([]Written, len(targets))
	err = c.each(len(targets), func(i int) error {
		o := m.tree.Orgs[targets[i]]
		spec := m.spec(targets[i])
		path := filepath.Join(c.Folder.Templates(), fileName(o.Code, o.Name))
		edited, err := files.save(path, func(w io.Writer) error { return excel.WriteTemplate(w, spec) })
		if err == nil {
			err = m.keepPrefilled(&spec, path)
		}
		out[i] = Written{Path: c.Folder.Label(path), Kind: spec.Stamp.Kind, Org: o.Code, Edited: edited,
			Filled: m.filled(&spec, targets[i]), Left: leftByState(spec.Left)}
		if spec.Stamp.Kind == excel.BranchBook {
			out[i].Kept = m.kept[o.Code]
		}
		return err
	})
	if err := errors.Join(err, files.close()); err != nil {
		return nil, err
	}
	if err := errors.Join(m.keepEnded(), m.keepNamed()); err != nil {
		return nil, err
	}
	entries := []Entry{{At: c.now(), Did: "template", Count: len(out)}}
	for l, n := range m.lists {
		entries = append(entries, Entry{At: c.now(), Did: "taken_back", Digest: l.Digest, Count: n})
	}
	slices.SortFunc(entries[1:], func(x, y Entry) int { return strings.Compare(x.Digest, y.Digest) })
	return out, c.Folder.record(entries...)
}

// filled counts the people a template names who are the organization's own.
func (m *templateMaker) filled(spec *excel.TemplateSpec, org int) map[evaluate.Kind]int {
	out := map[evaluate.Kind]int{}
	for i := range spec.Sheets {
		k := spec.Sheets[i].Schema.Kind
		if m.known[k] == nil || k == evaluate.Member && spec.Stamp.Kind != excel.BranchBook {
			continue
		}
		out[k] = 0
		for _, code := range m.known[k].orgs {
			if code == m.tree.Orgs[org].Code {
				out[k]++
			}
		}
	}
	return out
}

// leftByState counts those a template lists as gone; nil for none.
func leftByState(left []excel.LeftPerson) (out map[string]int) {
	for _, who := range left {
		if out == nil {
			out = map[string]int{}
		}
		out[who.Status]++
	}
	return out
}

// TemplateSpecs describes the template of every organization that reports, in
// the order of the list.
func (c *Campaign) TemplateSpecs() ([]excel.TemplateSpec, error) {
	a, err := c.assemble()
	if err != nil {
		return nil, err
	}
	m, err := newTemplateMaker(a, named{})
	if err != nil {
		return nil, err
	}
	targets, err := m.targets(nil)
	if err != nil {
		return nil, err
	}
	specs := make([]excel.TemplateSpec, len(targets))
	for i, t := range targets {
		specs[i] = m.spec(t)
	}
	return specs, nil
}

// targets are the organizations to write templates for: those named, or else all that
// have something to fill in.
func (m *templateMaker) targets(orgs []string) ([]int, error) {
	var out []int
	if len(orgs) == 0 {
		for i := range m.tree.Orgs {
			if m.fillsIn(i) {
				out = append(out, i)
			}
		}
		if len(out) == 0 {
			return nil, failNothingToReport("")
		}
		return out, nil
	}
	for _, code := range orgs {
		i, ok := m.tree.Index(code)
		if !ok || reporter(m.tree, i) == "" {
			return nil, failUnknownOrg(code)
		}
		if !m.fillsIn(i) {
			return nil, failNothingToReport(code)
		}
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out, nil
}

// fillsIn tells whether a template of the organization has a sheet: it has something
// to report, or decisions to record about what others report.
func (m *templateMaker) fillsIn(org int) bool {
	if m.hasToReport(org) {
		return true
	}
	book := reporter(m.tree, org)
	if book == "" || !m.reports.lifts(book, org) {
		return false
	}
	for i := range m.tree.Orgs {
		if m.hasToReport(i) {
			return true
		}
	}
	return false
}

// hasToReport tells whether an organization has something to report, or somebody is
// known of whom it has.
func (m *templateMaker) hasToReport(org int) bool {
	if _, reports := m.reports.of(org); reports {
		return true
	}
	book := reporter(m.tree, org)
	return book != "" && slices.ContainsFunc([]evaluate.Kind{evaluate.Leader, evaluate.Staff}, func(k evaluate.Kind) bool {
		return m.sets[k] != nil && m.reports.asks(book, k, org) && m.knows(book, k, org)
	})
}

func (m *templateMaker) spec(org int) excel.TemplateSpec {
	o := m.tree.Orgs[org]
	book := reporter(m.tree, org)
	spec := excel.TemplateSpec{OrgName: o.Name, Superior: m.superiorOf(org), Office: m.Config.Office, Stamp: m.stamp(book, o.Code)}
	if book == excel.BranchBook {
		spec.Left = m.left[o.Code]
	}
	for _, k := range graded(m.sets) {
		if !m.reports.asks(book, k, org) {
			continue
		}
		switch k {
		case evaluate.Member:
			if m.reports.onMembers(book, org) {
				spec.Sheets = append(spec.Sheets, m.peopleSheet(book, k, org))
			}
		case evaluate.Leader, evaluate.Staff:
			if m.reports.on(book, k, org) || m.knows(book, k, org) {
				spec.Sheets = append(spec.Sheets, m.peopleSheet(book, k, org))
			}
		default:
			if s := m.placeSheet(book, k, org); s.Rows > 0 {
				spec.Sheets = append(spec.Sheets, s)
			}
		}
	}
	if m.reports.lifts(book, org) {
		spec.Sheets = append(spec.Sheets, m.liftSheet(book, org))
	}
	spec.Guide = m.guide(spec.Sheets)
	return spec
}

// superiorOf names the organization right above one: the list knows it of all but
// the office itself, whose own the settings name.
func (m *templateMaker) superiorOf(org int) string {
	if up := m.tree.Parent(org); up >= 0 {
		return m.tree.Orgs[up].Name
	}
	return m.Config.Office.Superior
}

// knows tells whether somebody of a kind is known that the workbook speaks of.
func (m *templateMaker) knows(book excel.BookKind, k evaluate.Kind, org int) bool {
	spoken := m.reports.spokenOf(book, org)
	return slices.ContainsFunc(m.known[k].orgs, func(code string) bool { return spoken[code] })
}

// stamp is what marks a workbook as made by this campaign.
func (c *Campaign) stampOf(kind excel.BookKind, org string, sets map[evaluate.Kind]*evaluate.RuleSet) excel.Stamp {
	s := excel.Stamp{Version: excel.TemplateVersion, Kind: kind, Office: c.Config.Office.Code,
		Period: c.terms.period.String(), Org: org, Rules: map[evaluate.Kind]string{}}
	for k, rs := range sets {
		s.Rules[k] = rs.Ref()
	}
	return s
}

func (m *templateMaker) stamp(kind excel.BookKind, org string) excel.Stamp {
	return m.stampOf(kind, org, m.sets)
}
