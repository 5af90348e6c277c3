package campaign

import (
	"errors"
	"io"
	"path/filepath"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Summary is the statutory forms counted from one grading.
type Summary struct {
	Grading *Grading
	Forms   []*evaluate.FormTable
	Chart   []excel.ChartRow
	// Statistics count whom no form counts.
	Statistics []excel.GradeTable
	// Standing is the grading with those graded anew since the closing; Grading itself
	// where there is nobody, or nil.
	Standing *Grading
	Problems []evaluate.Problem // form sums that do not add up, and what changed since the campaign was locked
	Workbook Written
	// Closed is set while the campaign is locked; Regraded are the subjects
	// graded anew since, whose new results are counted.
	Closed   *Closed
	Regraded []Regraded
}

// Progress says what the forms still wait for, and whether they are locked.
func (s *Summary) Progress() excel.Progress {
	g := s.Standing
	if g == nil {
		g = s.Grading
	}
	p := g.Progress()
	p.Closed = s.Closed.closure(len(latest(s.Regraded)))
	return p
}

// Summarize grades everything taken in, counts the forms and writes the
// summary workbook.
func (c *Campaign) Summarize() (*Summary, error) {
	release, err := c.Folder.lock()
	if err != nil {
		return nil, err
	}
	defer release()
	g, err := c.Evaluate()
	if err != nil {
		return nil, err
	}
	return c.summarize(g)
}

func (c *Campaign) summarize(g *Grading) (*Summary, error) {
	rows := g.Report.DataRows()
	s := &Summary{Grading: g, Standing: g}
	if err := c.summarizeClosed(s, rows); err != nil {
		return nil, err
	}
	forms := formsOf(c.Library.Forms, g.Sets)
	for _, form := range forms {
		table, ps := evaluate.CountForm(form, rows)
		s.Forms = append(s.Forms, table)
		s.Problems = append(s.Problems, ps...)
	}
	tree := g.Report.Inputs.Tree
	if g.Sets[evaluate.Member] != nil {
		s.Chart = chart(tree, rows)
	}
	s.Statistics = statistics(tree, s.Forms, g.Sets, rows)
	path := filepath.Join(c.Folder.Results(), campaignSummaryName)
	s.Workbook = Written{Path: c.Folder.Label(path), Kind: excel.SummaryBook, Org: c.Config.Office.Code}
	spec := excel.SummarySpec{Stamp: c.stampOf(excel.SummaryBook, c.Config.Office.Code, g.Sets), Office: c.Config.Office,
		Period: c.terms.period, Forms: s.Forms, Rows: rows, Scales: scalesOf(g.Sets), Chart: s.Chart, Grades: gradeLabels(g.Sets), Statistics: s.Statistics,
		Progress: s.Progress(), Regraded: regradedLines(g, s.Regraded), Provenance: c.provenance(g, nil)}
	files, err := c.Folder.openOutputs()
	if err != nil {
		return nil, err
	}
	s.Workbook.Edited, err = files.save(path, func(w io.Writer) error { return excel.WriteSummary(w, spec) })
	if err := errors.Join(err, files.close()); err != nil {
		return nil, err
	}
	return s, c.Folder.record(Entry{At: g.at, Did: "summarized", Count: len(rows), Rules: g.refs()})
}

// formsOf are the forms that count a kind which is graded here: one of zeros alone would
// say that nobody got a grade.
func formsOf(all []*evaluate.FormSpec, sets map[evaluate.Kind]*evaluate.RuleSet) (out []*evaluate.FormSpec) {
	for _, f := range all {
		if slices.ContainsFunc(f.Kinds, func(k evaluate.Kind) bool { return sets[k] != nil }) {
			out = append(out, f)
		}
	}
	return out
}

// scalesOf lists the scales of the sets in force by their references.
func scalesOf(sets map[evaluate.Kind]*evaluate.RuleSet) map[string]evaluate.Scale {
	out := map[string]evaluate.Scale{}
	for _, rs := range sets {
		out[rs.Ref()] = rs.Scale()
	}
	return out
}

// chart counts the members of each base organization by effective grade.
func chart(tree *evaluate.Tree, rows []evaluate.DataRow) []excel.ChartRow {
	at := map[string]int{}
	var out []excel.ChartRow
	for _, i := range tree.Bases() {
		at[tree.Orgs[i].Code] = len(out)
		out = append(out, excel.ChartRow{Name: tree.Orgs[i].Name})
	}
	for _, r := range rows {
		i, ok := at[r.Base]
		if !ok || r.Kind != evaluate.Member {
			continue
		}
		for g, grade := range evaluate.StatutoryGrades() {
			if r.Grade == grade {
				out[i].Counts[g]++
			}
		}
	}
	return out
}

// gradeLabels are the names of the statutory grades, best first, in the words of
// the members' set or, where members are not graded, of the first that is.
func gradeLabels(sets map[evaluate.Kind]*evaluate.RuleSet) []string {
	var out []string
	rs := sets[graded(sets)[0]]
	for _, g := range evaluate.StatutoryGrades() {
		out = append(out, rs.Label(rs.Scale().RankOf(g)))
	}
	return out
}
