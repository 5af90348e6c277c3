package campaign

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

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
}

// Templates writes the workbooks that the named organizations fill in, of all
// organizations when none is named: branches, base committees and the office.
func (c *Campaign) Templates(orgs []string) ([]Written, error) {
	a, err := c.assemble()
	if err != nil {
		return nil, err
	}
	m, err := newTemplateMaker(a)
	if err != nil {
		return nil, err
	}
	targets, err := m.targets(orgs)
	if err != nil {
		return nil, err
	}
	if err := c.Folder.Make(); err != nil {
		return nil, err
	}
	release, err := c.Folder.lock()
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
		o := a.tree.Orgs[targets[i]]
		spec := m.spec(targets[i])
		path := filepath.Join(c.Folder.Templates(), fileName(o.Code, o.Name))
		edited, err := files.save(path, func(w io.Writer) error { return excel.WriteTemplate(w, spec) })
		out[i] = Written{Path: c.Folder.Label(path), Kind: spec.Stamp.Kind, Org: o.Code, Edited: edited}
		return err
	})
	if err := errors.Join(err, files.close()); err != nil {
		return nil, err
	}
	return out, c.Folder.record(Entry{At: c.now(), Did: "template", Count: len(out)})
}

// TemplateSpecs describes the template of every organization that reports, in
// the order of the list.
func (c *Campaign) TemplateSpecs() ([]excel.TemplateSpec, error) {
	a, err := c.assemble()
	if err != nil {
		return nil, err
	}
	m, err := newTemplateMaker(a)
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

// reporter is the workbook an organization of a level fills in; "" for none.
func reporter(t *evaluate.Tree, i int) excel.BookKind {
	switch l := t.Orgs[i].Level; {
	case l.HasMembers():
		return excel.BranchBook
	case l == evaluate.BaseCommittee || l == evaluate.SectionLevel:
		return excel.BaseBook
	case t.Parent(i) < 0:
		return excel.OfficeBook
	}
	return ""
}

type templateMaker struct {
	*assembly
	sets  map[evaluate.Kind]*evaluate.RuleSet
	known *evaluate.Frame // people known from rosters and reports, with the branch of each row
	in    []string
}

func newTemplateMaker(a *assembly) (*templateMaker, error) {
	sets, err := a.sets()
	if err != nil {
		return nil, err
	}
	m := &templateMaker{assembly: a, sets: sets}
	return m, m.readKnown()
}

// readKnown gathers who is in which branch: from the branch's own report, else
// from a roster.
func (m *templateMaker) readKnown() error {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	ids := identityOf(schema)
	m.known = evaluate.NewFrame(schema)
	reported := map[string]bool{}
	for _, book := range []excel.BookKind{excel.BranchBook, excel.RosterBook} {
		tables, err := m.bind(evaluate.Member, schema, book)
		if err != nil {
			return err
		}
		for _, b := range tables {
			b.into(m.known)
			for row := range b.table.len() {
				p := b.personAt(row, ids, m.branchOf, b.book.Receipt.Org)
				if book == excel.RosterBook && reported[p.branch] {
					continue
				}
				to := b.append(row)
				if i := schema.ByRole(evaluate.RoleBranchCode); i >= 0 {
					m.known.SetText(to, i, p.branch)
				}
				m.in = append(m.in, p.branch)
			}
		}
		for _, branch := range m.in {
			reported[branch] = true
		}
	}
	return nil
}

func (m *templateMaker) targets(orgs []string) ([]int, error) {
	var out []int
	if len(orgs) == 0 {
		for i := range m.tree.Orgs {
			if reporter(m.tree, i) != "" {
				out = append(out, i)
			}
		}
		return out, nil
	}
	for _, code := range orgs {
		i, ok := m.tree.Index(code)
		if !ok || reporter(m.tree, i) == "" {
			return nil, failUnknownOrg(code)
		}
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out, nil
}

func (m *templateMaker) spec(org int) excel.TemplateSpec {
	o := m.tree.Orgs[org]
	kind := reporter(m.tree, org)
	spec := excel.TemplateSpec{OrgName: o.Name, Office: m.Config.Office, Stamp: m.stamp(kind, o.Code), Guide: m.guide()}
	if o.Level != evaluate.SectionLevel && m.asks(kind, evaluate.Member) {
		spec.Sheets = append(spec.Sheets, m.memberSheet(kind, org))
	}
	if m.asks(kind, evaluate.Organization) {
		spec.Sheets = append(spec.Sheets, m.orgSheet(kind, org))
	}
	return spec
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

// facts are the columns of a sheet: what the workbook may hold and the rule
// sets in force use. The office's own tree facts are left to the list.
func (m *templateMaker) facts(book excel.BookKind, k evaluate.Kind) []int {
	used := evaluate.FactsCollected(m.sets, k)
	var out []int
	for _, i := range suppliedFacts(m.sets[k].Schema(), bookSuppliers()[book][k]) {
		if slices.Contains(used, i) {
			out = append(out, i)
		}
	}
	return out
}

// asks tells whether a workbook of the kind has anything to ask about subjects
// of a kind beyond who they are.
func (m *templateMaker) asks(book excel.BookKind, k evaluate.Kind) bool {
	schema := m.sets[k].Schema()
	return slices.ContainsFunc(m.facts(book, k), func(i int) bool { return !schema.Facts[i].Identity })
}

// Room for people a template does not know yet.
const (
	spareRows = 20
	blankRows = 60
)

func (m *templateMaker) memberSheet(book excel.BookKind, org int) excel.TemplateSheet {
	rs := m.sets[evaluate.Member]
	schema := rs.Schema()
	s := excel.TemplateSheet{Title: sheetTitle(evaluate.Member), Heading: sheetHeading(evaluate.Member), Schema: schema,
		Facts: m.facts(book, evaluate.Member), Rows: blankRows, Maxima: rs.LineMaxima()}
	within := map[string]bool{}
	for _, i := range m.tree.Within(org) {
		within[m.tree.Orgs[i].Code] = true
	}
	prefill := evaluate.NewFrame(schema)
	for row, branch := range m.in {
		if within[branch] {
			copyIdentity(prefill, m.known, row)
		}
	}
	if prefill.Len() > 0 {
		s.Prefill, s.Rows = prefill, prefill.Len()+spareRows
	}
	s.Total = rs.PlainSum(s.Facts)
	return s
}

// copyIdentity appends a row with what tells who somebody is: reports are made
// anew each period, people stay.
func copyIdentity(to, from *evaluate.Frame, row int) {
	at := to.Append(evaluate.Place{Source: -1})
	for i := range to.Schema.Facts {
		f := &to.Schema.Facts[i]
		switch v := from.Value(row, i); {
		case v.IsBlank() || !f.Identity:
		case v.Type() == evaluate.TextFact:
			to.SetText(at, i, from.Text(row, i))
		default:
			to.Set(at, i, v)
		}
	}
}

func (m *templateMaker) orgSheet(book excel.BookKind, org int) excel.TemplateSheet {
	rs := m.sets[evaluate.Organization]
	schema := rs.Schema()
	s := excel.TemplateSheet{Title: sheetTitle(evaluate.Organization), Heading: sheetHeading(evaluate.Organization), Schema: schema,
		Facts: m.facts(book, evaluate.Organization), Maxima: rs.LineMaxima(), Prefill: evaluate.NewFrame(schema)}
	code, name := schema.ByRole(evaluate.RoleBranchCode), schema.ByRole(evaluate.RoleName)
	for _, i := range m.speaksOf(book, org) {
		row := s.Prefill.Append(evaluate.Place{Source: -1})
		if code >= 0 {
			s.Prefill.SetText(row, code, m.tree.Orgs[i].Code)
		}
		if name >= 0 {
			s.Prefill.SetText(row, name, m.tree.Orgs[i].Name)
		}
	}
	s.Rows = s.Prefill.Len()
	for _, i := range s.Facts {
		if schema.Facts[i].Identity {
			s.Locked = append(s.Locked, i)
		}
	}
	s.Total = rs.PlainSum(s.Facts)
	return s
}

// speaksOf lists the organizations a workbook has a row for: a branch and a
// section committee for themselves, a base committee for itself and what is
// below it, the office for all below it, and for itself where a ceiling over the
// whole campaign may be lifted.
func (m *templateMaker) speaksOf(book excel.BookKind, org int) []int {
	if book == excel.BranchBook || m.tree.Orgs[org].Level == evaluate.SectionLevel {
		return []int{org}
	}
	var out []int
	itself := book == excel.OfficeBook && len(evaluate.UpliftsAbove(m.sets)) > 0
	for _, i := range m.tree.Within(org) {
		if m.tree.Orgs[i].Level != evaluate.CommitteeLevel || i == org && itself {
			out = append(out, i)
		}
	}
	return out
}

// fileName makes a workbook's name from code and name of an organization: plain
// letters, so that no system and no mail program spoils it. A hash keeps apart
// codes that only differ in what is lost.
func fileName(code, name string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			return r
		}
		return -1
	}, code)
	if plain != code || strings.Trim(code, ".") != code {
		plain = strings.ToUpper(slug(code)) + "-" + shortSum(code)[:6]
	}
	return plain + "-" + slug(name) + ".xlsx"
}

func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r == 'đ':
			r = 'd'
		case r >= 0x300 && r <= 0x36f:
			continue
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
			continue
		}
		dash = true
	}
	if out := b.String(); len(out) > 60 {
		return strings.TrimRight(out[:60], "-")
	} else if out != "" {
		return out
	}
	return "to-chuc"
}
