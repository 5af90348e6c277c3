package campaign

import (
	"errors"
	"io"
	"maps"
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
// They are pre-filled with whom the campaign knows and, where a branch has not
// reported, with whom the workbooks at the paths of from know; of two that
// disagree the first is followed. Warnings tell what could not be used.
func (c *Campaign) Templates(orgs, from []string) ([]Written, []evaluate.Problem, error) {
	a, err := c.assemble()
	if err != nil {
		return nil, nil, err
	}
	books, warnings, err := c.readFrom(from)
	if err != nil {
		return nil, nil, err
	}
	m, err := newTemplateMaker(a, books)
	if err != nil {
		return nil, nil, err
	}
	targets, err := m.targets(orgs)
	if err != nil {
		return nil, nil, err
	}
	out, err := c.writeTemplates(m, targets)
	return out, slices.Concat(a.problems, warnings, m.warnings), err
}

func (c *Campaign) writeTemplates(m *templateMaker, targets []int) ([]Written, error) {
	if err := c.Folder.Make(); err != nil {
		return nil, err
	}
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
	m, err := newTemplateMaker(a, nil)
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
	known map[evaluate.Kind]*knownPeople
	// What the workbooks named beside the campaign's own gave: the frame rows of
	// their people, who has left by branch, and what could not be used.
	fromRow  []int
	left     map[string][]excel.LeftPerson
	gone     *directory
	warnings []evaluate.Problem
}

// knownPeople are the people of a kind that workbooks or rosters speak of, with
// the organization each stands under.
type knownPeople struct {
	frame *evaluate.Frame
	orgs  []string
}

func newTemplateMaker(a *assembly, from []*kept) (*templateMaker, error) {
	m := &templateMaker{assembly: a, known: map[evaluate.Kind]*knownPeople{}, left: map[string][]excel.LeftPerson{}}
	if a.sets[evaluate.Member] != nil {
		m.readLeft(append(slices.Clone(from), a.books...))
		if err := m.readMembers(from); err != nil {
			return nil, err
		}
	}
	for _, k := range []evaluate.Kind{evaluate.Leader, evaluate.Staff} {
		if a.sets[k] == nil {
			continue
		}
		pop, err := a.people(k)
		if err != nil {
			return nil, err
		}
		known := &knownPeople{frame: pop.Frame}
		for i := range pop.Subjects {
			code := ""
			if org := pop.Subjects[i].Org; org >= 0 {
				code = a.tree.Orgs[org].Code
			}
			known.orgs = append(known.orgs, code)
		}
		m.known[k] = known
	}
	return m, nil
}

// readMembers gathers who is in which branch: from the branch's own report, else
// from the workbooks named, else from a roster taken in before, else from the
// template written last.
func (m *templateMaker) readMembers(from []*kept) error {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	ids := identityOf(schema)
	known := &knownPeople{frame: evaluate.NewFrame(schema)}
	m.known[evaluate.Member] = known
	reported := map[string]bool{}
	for _, book := range []excel.BookKind{excel.BranchBook, excel.RosterBook} {
		tables, err := m.bind(evaluate.Member, schema, book)
		if err != nil {
			return err
		}
		for _, b := range tables {
			b.into(known.frame)
			for row := range b.table.len() {
				p := b.personAt(row, ids, m.branchOf, b.book.Receipt.Org)
				if book == excel.RosterBook && reported[p.branch] {
					continue
				}
				to := b.append(row)
				if i := schema.ByRole(evaluate.RoleBranchCode); i >= 0 {
					known.frame.SetText(to, i, p.branch)
				}
				known.orgs = append(known.orgs, p.branch)
			}
		}
		for _, branch := range known.orgs {
			reported[branch] = true
		}
		if book == excel.BranchBook {
			if err := m.addFrom(from, maps.Clone(reported)); err != nil {
				return err
			}
			for _, branch := range known.orgs {
				reported[branch] = true
			}
		}
	}
	// Branches nobody knows anything of keep whom their last template named.
	return m.addFrom(m.earlierTemplates(), maps.Clone(reported))
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
	book := reporter(m.tree, org)
	spec := excel.TemplateSpec{OrgName: o.Name, Superior: m.superiorOf(org), Office: m.Config.Office, Stamp: m.stamp(book, o.Code), Guide: m.guide()}
	if book == excel.BranchBook {
		spec.Left = m.left[o.Code]
	}
	for _, k := range graded(m.sets) {
		if !m.asks(book, k) {
			continue
		}
		switch k {
		case evaluate.Member:
			if o.Level != evaluate.SectionLevel {
				spec.Sheets = append(spec.Sheets, m.peopleSheet(book, k, org))
			}
		case evaluate.Leader, evaluate.Staff:
			if m.leads(m.spokenOf(book, org)) || m.knows(book, k, org) {
				spec.Sheets = append(spec.Sheets, m.peopleSheet(book, k, org))
			}
		default:
			if s := m.placeSheet(book, k, org); s.Rows > 0 {
				spec.Sheets = append(spec.Sheets, s)
			}
		}
	}
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

// leads tells whether one of the organizations has a unit or a collective of its
// own, and so people to report who lead it or work there. The office's sheet stands
// from the first: what it knows of leaders need not wait for their own reports.
func (m *templateMaker) leads(orgs map[string]bool) bool {
	for _, bodies := range []*evaluate.Bodies{&m.tree.Units, &m.tree.Collectives} {
		for i := range bodies.List {
			if orgs[bodies.List[i].Org] {
				return true
			}
		}
	}
	return false
}

// knows tells whether somebody of a kind is known that the workbook speaks of.
func (m *templateMaker) knows(book excel.BookKind, k evaluate.Kind, org int) bool {
	spoken := m.spokenOf(book, org)
	return slices.ContainsFunc(m.known[k].orgs, func(code string) bool { return spoken[code] })
}

// spokenOf are the organizations whose people and bodies a workbook has rows for:
// a branch's and a section committee's own, those of everything below otherwise.
func (m *templateMaker) spokenOf(book excel.BookKind, org int) map[string]bool {
	out := map[string]bool{m.tree.Orgs[org].Code: true}
	if book == excel.BranchBook || m.tree.Orgs[org].Level == evaluate.SectionLevel {
		return out
	}
	for _, i := range m.tree.Within(org) {
		out[m.tree.Orgs[i].Code] = true
	}
	return out
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
	may := suppliedFacts(m.sets[k].Schema(), bookSuppliers()[book][k])
	return slices.DeleteFunc(evaluate.FactsCollected(m.sets, k), func(i int) bool { return !slices.Contains(may, i) })
}

// wanted are the facts nobody of a kind can be graded without. What a leader's
// form shares with the member's may stand on that person's row as a member, and
// is asked for there.
func (m *templateMaker) wanted(k evaluate.Kind) []int {
	rs, members := m.sets[k], m.sets[evaluate.Member]
	return slices.DeleteFunc(rs.FactsWanted(), func(i int) bool {
		if k != evaluate.Leader || members == nil {
			return false
		}
		_, shared := members.Schema().Index(rs.Schema().Facts[i].ID)
		return shared
	})
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

func (m *templateMaker) peopleSheet(book excel.BookKind, k evaluate.Kind, org int) excel.TemplateSheet {
	rs := m.sets[k]
	schema := rs.Schema()
	s := excel.TemplateSheet{Title: sheetTitle(k), Heading: sheetHeading(k), Schema: schema,
		Facts: m.facts(book, k), Rows: blankRows, Maxima: rs.LineMaxima(), Latest: m.terms.latestDays(schema), Wanted: m.wanted(k)}
	if k != evaluate.Member {
		s.Rows = spareRows
	}
	within := m.spokenOf(book, org)
	known, prefill := m.known[k], evaluate.NewFrame(schema)
	var own []bool
	for row, code := range known.orgs {
		if within[code] {
			copyLasting(prefill, known.frame, row)
			own = append(own, code == m.tree.Orgs[org].Code)
		}
	}
	if prefill.Len() > 0 {
		s.Prefill, s.Rows = prefill, prefill.Len()+spareRows
		s.Closed = closedCells(k, schema, own)
	}
	s.Total, s.TotalMax = rs.PlainSum(s.Facts), rs.PlainMaximum()
	return s
}

// closedCells are the cells of a sheet that somebody else's report fills in: what
// an organization says of its own leaders, officials, units and collectives.
func closedCells(k evaluate.Kind, schema *evaluate.Schema, own []bool) func(row, fact int) bool {
	if k == evaluate.Member || k == evaluate.Organization || !slices.Contains(own, false) {
		return nil
	}
	return func(row, fact int) bool {
		f := &schema.Facts[fact]
		return row < len(own) && !own[row] && !f.Identity && f.Supplier == evaluate.SupplyBranch
	}
}

// copyLasting appends a row with what tells who somebody is and what stays true
// of him: reports are made anew each period, people stay.
func copyLasting(to, from *evaluate.Frame, row int) {
	at := to.Append(evaluate.Place{Source: -1})
	for i := range to.Schema.Facts {
		f := &to.Schema.Facts[i]
		switch v := from.Value(row, i); {
		case v.IsBlank() || !lasts(f, v):
		case v.Type() == evaluate.TextFact:
			to.SetText(at, i, from.Text(row, i))
		default:
			to.Set(at, i, v)
		}
	}
}

// placeSheet is the sheet of organizations, units or collectives, with a row for
// each that the workbook speaks of.
func (m *templateMaker) placeSheet(book excel.BookKind, k evaluate.Kind, org int) excel.TemplateSheet {
	rs := m.sets[k]
	schema := rs.Schema()
	s := excel.TemplateSheet{Title: sheetTitle(k), Heading: sheetHeading(k), Schema: schema,
		Facts: m.facts(book, k), Maxima: rs.LineMaxima(), Latest: m.terms.latestDays(schema), Prefill: evaluate.NewFrame(schema), Wanted: m.wanted(k)}
	code, name := schema.ByRole(evaluate.RoleBranchCode), schema.ByRole(evaluate.RoleName)
	spoken := m.spokenOf(book, org)
	orgs := m.speaksOf(book, org)
	var own []bool
	for _, p := range m.places(k) {
		if k == evaluate.Organization && !slices.Contains(orgs, p.org) || !spoken[p.owner] {
			continue
		}
		row := s.Prefill.Append(evaluate.Place{Source: -1})
		if code >= 0 {
			s.Prefill.SetText(row, code, p.code)
		}
		if name >= 0 {
			s.Prefill.SetText(row, name, p.name)
		}
		own = append(own, p.owner == m.tree.Orgs[org].Code)
	}
	s.Rows = s.Prefill.Len()
	for _, i := range s.Facts {
		if schema.Facts[i].Identity {
			s.Locked = append(s.Locked, i)
		}
	}
	s.Closed = closedCells(k, schema, own)
	if s.Closed != nil && !slices.Contains(own, true) {
		// Nobody here is the workbook's own: the columns of others are left out.
		s.Facts = slices.DeleteFunc(s.Facts, func(i int) bool {
			return !schema.Facts[i].Identity && schema.Facts[i].Supplier == evaluate.SupplyBranch
		})
	}
	s.Total, s.TotalMax = rs.PlainSum(s.Facts), rs.PlainMaximum()
	return s
}

// speaksOf lists the organizations a workbook has a row for: a branch and a
// section committee for themselves, a base committee for itself and what is
// below it, the office for all below it, and for itself where a ceiling over the
// whole campaign may be lifted or its own leaders are bounded by its grade.
func (m *templateMaker) speaksOf(book excel.BookKind, org int) []int {
	if book == excel.BranchBook || m.tree.Orgs[org].Level == evaluate.SectionLevel {
		return []int{org}
	}
	var out []int
	itself := book == excel.OfficeBook && (len(evaluate.UpliftsAbove(m.sets)) > 0 || m.leads(map[string]bool{m.tree.Orgs[org].Code: true}))
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
