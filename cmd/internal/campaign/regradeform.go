package campaign

import (
	"errors"
	"io"
	"path/filepath"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// regradeDir is where workbooks for grading one subject anew lie, within the
// results.
const regradeDir = "xep-lai"

// Regrades grades what was taken in with everything that was graded anew since
// the closing laid over it: how things stand now. The campaign must be locked;
// before that a wrong fact is simply taken in again.
func (c *Campaign) Regrades() (*Grading, error) {
	s, err := c.closedNow()
	if err != nil {
		return nil, err
	}
	records, err := c.Folder.regradings(s)
	if err != nil {
		return nil, err
	}
	return c.evaluate(records)
}

// closedNow is Closed of a campaign that must be locked.
func (c *Campaign) closedNow() (*Closed, error) {
	s, err := c.Folder.Closed()
	if err == nil && s == nil {
		err = failNotClosed(c.Folder.Root)
	}
	return s, err
}

// Only leaves those of the asked kind ("" for any) among subjects found, and
// where one of them bears exactly the word as its id, that one alone.
func (g *Grading) Only(found []Found, word string, kind evaluate.Kind) []Found {
	var out, named []Found
	for _, f := range found {
		if kind != "" && f.Kind != kind {
			continue
		}
		out = append(out, f)
		if pop, _ := g.Report.Of(f.Kind); pop.Subjects[f.Row].ID == word {
			named = append(named, f)
		}
	}
	if len(named) == 1 {
		return named
	}
	return out
}

// RegradeForm writes the workbook in which one subject's facts are corrected.
// g is what Regrades gave.
func (c *Campaign) RegradeForm(g *Grading, f Found) (w Written, err error) {
	release, err := c.Folder.lock()
	if err != nil {
		return w, err
	}
	defer release()
	if _, err := c.closedNow(); err != nil {
		return w, err
	}
	spec := c.regradeSpec(g, f)
	dir := filepath.Join(c.Folder.Results(), regradeDir)
	if err := makeFolder(dir); err != nil {
		return w, err
	}
	path := filepath.Join(dir, regradeName(spec.Stamp.Org)+".xlsx")
	files, err := c.Folder.openOutputs()
	if err != nil {
		return w, err
	}
	w = Written{Path: c.Folder.Label(path), Kind: excel.RegradeBook, Org: orgCode(g, f)}
	w.Edited, err = files.save(path, func(to io.Writer) error { return excel.WriteTemplate(to, spec) })
	return w, errors.Join(err, files.close())
}

// regradeName is a subject's id as a file name.
func regradeName(id string) string {
	plain := slug(id)
	for _, r := range id {
		if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			continue
		}
		return plain + "-" + shortSum(id)[:6]
	}
	return id
}

func orgCode(g *Grading, f Found) string {
	pop, _ := g.Report.Of(f.Kind)
	if i := pop.Subjects[f.Row].Org; i >= 0 {
		return g.Report.Inputs.Tree.Orgs[i].Code
	}
	return ""
}

func (g *Grading) nameOf(f Found) string {
	pop, _ := g.Report.Of(f.Kind)
	return pop.Frame.Text(f.Row, pop.Frame.Schema.ByRole(evaluate.RoleName))
}

// regradeSpec is a template with one row: everything known of the subject,
// whoever supplied it, the authority's columns empty for the new decision.
func (c *Campaign) regradeSpec(g *Grading, f Found) excel.TemplateSpec {
	rs := g.Sets[f.Kind]
	pop, _ := g.Report.Of(f.Kind)
	schema := rs.Schema()
	s := excel.TemplateSheet{Title: sheetTitle(f.Kind), Heading: sheetHeading(f.Kind), Schema: schema, Rows: 1,
		Facts: regradeFacts(g.Sets, f.Kind), Maxima: rs.LineMaxima(), Latest: c.terms.latestDays(schema), Prefill: evaluate.NewFrame(schema)}
	s.Total = rs.PlainSum(s.Facts)
	row := s.Prefill.Append(evaluate.Place{Source: -1})
	for _, i := range s.Facts {
		def := &schema.Facts[i]
		if fixedFact(def) {
			s.Locked = append(s.Locked, i)
		}
		switch v := pop.Frame.Value(f.Row, i); {
		case v.IsBlank() || def.Supplier == evaluate.SupplyAuthority:
		case def.Type == evaluate.TextFact:
			s.Prefill.SetText(row, i, pop.Frame.Text(f.Row, i))
		default:
			s.Prefill.Set(row, i, v)
		}
	}
	stamp := c.stampOf(excel.RegradeBook, pop.Subjects[f.Row].ID, g.Sets)
	spec := excel.TemplateSpec{Stamp: stamp, Office: c.Config.Office, OrgName: g.nameOf(f), Sheets: []excel.TemplateSheet{s}}
	if said := standingDecision(pop.Frame, f.Row); said != "" {
		spec.Note = noteStandingDecision(said)
		spec.Guide = []excel.GuideSection{{Heading: headingStandingDecision, Lines: []string{spec.Note}}}
	}
	return spec
}

// standingDecision is the authority's decision on a subject as people read it, with
// its document; "" where there is none.
func standingDecision(f *evaluate.Frame, row int) string {
	said := func(role evaluate.Role) string {
		if i := f.Schema.ByRole(role); i >= 0 {
			return f.Show(i, f.Value(row, i))
		}
		return ""
	}
	grade, number, date := said(evaluate.RoleDecision), said(evaluate.RoleDecisionNumber), said(evaluate.RoleDecisionDate)
	switch {
	case grade == "" || number == "" && date == "":
		return grade
	case date == "":
		return grade + " (số " + number + ")"
	case number == "":
		return grade + " (ngày " + date + ")"
	}
	return grade + " (số " + number + ", ngày " + date + ")"
}

// regradeFacts are the columns of a subject's sheet: what the sets collect from
// whomever, with what says who it is.
func regradeFacts(sets map[evaluate.Kind]*evaluate.RuleSet, k evaluate.Kind) []int {
	schema := sets[k].Schema()
	return slices.DeleteFunc(slices.Clone(evaluate.FactsCollected(sets, k)), func(i int) bool {
		f := &schema.Facts[i]
		return f.Supplier == evaluate.SupplyDerived || f.Supplier == evaluate.SupplyTree && !f.Identity
	})
}
