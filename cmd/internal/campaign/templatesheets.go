package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// wanted are the facts nobody of a kind can be graded without. What a leader's
// form shares with the member's may stand on that person's row as a member, and
// is asked for there.
func (m *templateMaker) wanted(k evaluate.Kind) []int {
	return m.ownHere(k, m.sets[k].FactsWanted())
}

// ownHere leaves out what is asked for on a person's row as a member.
func (m *templateMaker) ownHere(k evaluate.Kind, facts []int) []int {
	rs, members := m.sets[k], m.sets[evaluate.Member]
	return slices.DeleteFunc(facts, func(i int) bool {
		if k != evaluate.Leader || members == nil {
			return false
		}
		_, shared := members.Schema().Index(rs.Schema().Facts[i].ID)
		return shared
	})
}

// Room for people a template does not know yet: in a sheet that knows some, and
// in one that knows nobody. Whoever needs more inserts rows.
const (
	spareRows   = 20
	blankRows   = 20 // of members
	blankOthers = 8  // of leaders and officials
)

func (m *templateMaker) peopleSheet(book excel.BookKind, k evaluate.Kind, org int) excel.TemplateSheet {
	rs := m.sets[k]
	schema := rs.Schema()
	s := excel.TemplateSheet{Title: sheetTitle(k), Heading: sheetHeading(k), Schema: schema,
		Facts: m.reports.facts(book, k, org), Rows: blankRows, Maxima: rs.LineMaxima(), Called: linesAlike(rs), Latest: m.terms.latestDays(schema), Wanted: m.wanted(k), Perhaps: m.ownHere(k, rs.FactsPerhaps()), Excused: rs.Excuses(), SecondRound: rs.SecondRound()}
	s.Leaves = k == evaluate.Member && book == excel.BranchBook
	if k != evaluate.Member {
		s.Rows = blankOthers
	}
	within := m.reports.spokenOf(book, org)
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
	s.Facts = m.reports.proposable(book, k, org, s.Facts)
	s.Total, s.TotalMax = rs.PlainSum(s.Facts), rs.PlainMaximum()
	if s.Forms = m.forms(k, s.Facts); len(s.Forms) == 0 {
		s.Eithers, s.Needs = m.eithers(k, -1, s.Facts), m.needs(k, rs.NeedsOfAll())
	}
	return s
}

// forms are the score sheets among which the cells of a row choose, where these
// cells are columns of the workbook.
func (m *templateMaker) forms(k evaluate.Kind, facts []int) []excel.RowForm {
	rs := m.sets[k]
	var out []excel.RowForm
	for _, line := range rs.SheetTable(func(fact int) bool { return slices.Contains(facts, fact) }) {
		name, _, _ := strings.Cut(line.Sheet.Spec.Title, ":")
		out = append(out, excel.RowForm{Name: name, Fact: line.Fact, Choices: line.Codes,
			Most: line.Sheet.Most(rs.Schema()), Called: linesCalled(line.Sheet.Spec, rs.Schema()), Wanted: m.ownHere(k, line.Sheet.Wanted(rs.Schema())), Eithers: m.eithers(k, line.Profile, facts), Needs: m.needs(k, line.Sheet.Needs(rs.Schema()))})
	}
	return out
}

// linesCalled is what the lines of a score sheet ask, by the fact that holds the answer.
func linesCalled(s *evaluate.SheetSpec, schema *evaluate.Schema) map[int]string {
	out := map[int]string{}
	for _, g := range s.Groups {
		for l := range g.AllLines() {
			if i, ok := schema.Index(l.Fact); ok {
				out[i] = l.Label
			}
		}
	}
	return out
}

// linesAlike is what they ask where all score sheets of a set that have the line ask the same.
func linesAlike(rs *evaluate.RuleSet) map[int]string {
	out := map[int]string{}
	for _, s := range rs.Sheets {
		for fact, called := range linesCalled(s.Spec, rs.Schema()) {
			if other, known := out[fact]; known && other != called {
				called = ""
			}
			out[fact] = called
		}
	}
	return out
}

// needs leaves out what is asked for on a person's row as a member.
func (m *templateMaker) needs(k evaluate.Kind, lines []evaluate.LineNeed) (out []evaluate.LineNeed) {
	for _, n := range lines {
		if n.Facts = m.ownHere(k, n.Facts); len(n.Facts) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// eithers are what may be said in several ways and is wanted of a profile (-1: of
// everybody), as far as all of it is asked in the workbook: what another may say is not missing
// here.
func (m *templateMaker) eithers(k evaluate.Kind, profile int, facts []int) [][][]int {
	return slices.DeleteFunc(m.sets[k].EithersWanted(profile), func(ways [][]int) bool {
		all := slices.Concat(ways...)
		return len(m.ownHere(k, slices.Clone(all))) < len(all) || slices.ContainsFunc(all, func(f int) bool { return !slices.Contains(facts, f) })
	})
}

// closedCells are the cells of a sheet that somebody else's report fills in (E366): what
// an organization says of itself, its own leaders, officials, units and collectives.
func closedCells(k evaluate.Kind, schema *evaluate.Schema, own []bool) func(row, fact int) bool {
	if k == evaluate.Member || !slices.Contains(own, false) {
		return nil
	}
	return func(row, fact int) bool {
		f := &schema.Facts[fact]
		return row < len(own) && !own[row] && !f.Identity && f.Supplier == evaluate.SupplyBranch
	}
}

// copyLasting appends a row with what tells who somebody is and what stays true
// of him: reports are made anew each period, people stay. What earlier periods said
// of themselves alone was not read.
func copyLasting(to, from *evaluate.Frame, row int) {
	at := to.Append(evaluate.Place{Source: -1})
	for i := range to.Schema.Facts {
		f := &to.Schema.Facts[i]
		switch v := from.Value(row, i); {
		case v.IsBlank() || !f.Identity && !f.Lasting:
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
		Facts: m.reports.facts(book, k, org), Maxima: rs.LineMaxima(), Called: linesAlike(rs), Latest: m.terms.latestDays(schema), Prefill: evaluate.NewFrame(schema), Wanted: m.wanted(k), Perhaps: rs.FactsPerhaps()}
	code, name := schema.ByRole(evaluate.RoleBranchCode), schema.ByRole(evaluate.RoleName)
	spoken := m.reports.spokenOf(book, org)
	orgs := m.reports.speaksOf(book, org)
	var own []bool
	itself := -1 // the office's own row
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
		if book == excel.OfficeBook && k == evaluate.Organization && p.org == org {
			itself = row
		}
	}
	s.Rows, s.Facts = s.Prefill.Len(), m.reports.proposable(book, k, org, s.Facts)
	for _, i := range s.Facts {
		if schema.Facts[i].Identity {
			s.Locked = append(s.Locked, i)
		}
	}
	s.Closed = closedCells(k, schema, own)
	if itself >= 0 {
		s.Closed = m.closeOffice(s.Closed, schema, itself)
	}
	s.Total, s.TotalMax = rs.PlainSum(s.Facts), rs.PlainMaximum()
	if s.Forms = m.forms(k, s.Facts); len(s.Forms) == 0 {
		s.Eithers, s.Needs = m.eithers(k, -1, s.Facts), m.needs(k, rs.NeedsOfAll())
	}
	return s
}

// liftSheet is the sheet of organizations where none is graded: a row for each in whose
// row a decision can lift a ceiling.
func (m *templateMaker) liftSheet(book excel.BookKind, org int) excel.TemplateSheet {
	const k = evaluate.Organization
	schema := m.Library.Vocabulary.Schema(k)
	s := excel.TemplateSheet{Title: sheetTitle(k), Heading: headingDecisions, Schema: schema, Facts: m.reports.facts(book, k, org), Prefill: evaluate.NewFrame(schema)}
	for _, i := range s.Facts {
		if schema.Facts[i].Identity {
			s.Locked = append(s.Locked, i)
		}
	}
	for _, i := range evaluate.UpliftRows(m.sets, m.tree) {
		row := s.Prefill.Append(evaluate.Place{Source: -1})
		s.Prefill.SetText(row, schema.ByRole(evaluate.RoleBranchCode), m.tree.Orgs[i].Code)
		s.Prefill.SetText(row, schema.ByRole(evaluate.RoleName), m.tree.Orgs[i].Name)
	}
	s.Rows = s.Prefill.Len()
	return s
}

// closeOffice closes in the office's own row what nothing uses there (E368).
func (m *templateMaker) closeOffice(closed func(row, fact int) bool, schema *evaluate.Schema, office int) func(row, fact int) bool {
	uplifts := evaluate.Uplifts(m.sets)
	return func(row, fact int) bool {
		return row == office && !usedAbove(&schema.Facts[fact], uplifts) || closed != nil && closed(row, fact)
	}
}
