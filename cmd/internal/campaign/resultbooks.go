package campaign

import (
	"path/filepath"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// resultJob is one result workbook: an organization and what it covers, all
// for the campaign's own.
type resultJob struct {
	path     string
	org      int
	orgs     []int
	missing  int // organizations covered that have not reported
	problems []evaluate.Problem
}

func (c *Campaign) resultJobs(g *Grading) []resultJob {
	tree, missing := g.Report.Inputs.Tree, g.missing()
	// The campaign's workbook takes longest and is therefore begun first.
	jobs := []resultJob{{path: filepath.Join(c.Folder.Results(), campaignResultName), org: 0, missing: len(missing), problems: g.Problems}}
	problems := g.problemsByBase()
	for _, i := range tree.Bases() {
		o := tree.Orgs[i]
		job := resultJob{path: filepath.Join(c.Folder.Results(), fileName(o.Code, o.Name)), org: i, orgs: tree.Within(i), problems: problems[i]}
		for _, below := range job.orgs {
			if slices.Contains(missing, below) {
				job.missing++
			}
		}
		jobs = append(jobs, job)
	}
	return jobs
}

func (c *Campaign) resultSpec(g *Grading, job resultJob) excel.ResultSpec {
	tree := g.Report.Inputs.Tree
	o := tree.Orgs[job.org]
	var codes map[string]bool
	if job.orgs != nil {
		codes = map[string]bool{}
		for _, i := range job.orgs {
			codes[tree.Orgs[i].Code] = true
		}
	}
	stamp := c.stampOf(excel.ResultBook, o.Code, g.Sets)
	stamp.Decisions = receiptsByKey(g.Receipts)[bookKey{excel.ResultBook, o.Code}].Digest
	return excel.ResultSpec{Stamp: stamp, Office: c.Config.Office, Title: titleResult,
		OrgName: o.Name, Report: g.Report, Orgs: job.orgs, Problems: job.problems, Missing: job.missing, Provenance: c.provenance(g, codes),
		ProposeCaps: c.ProposeCaps, Left: g.Left}
}

// provenance says what a workbook rests on: the inputs of the organizations
// named, all when codes is nil, and the office's.
func (c *Campaign) provenance(g *Grading, codes map[string]bool) excel.Provenance {
	p := excel.Provenance{Tool: c.Tool, Time: g.at, Rules: g.Rules}
	for _, r := range g.Receipts {
		if codes == nil || codes[r.Org] || r.Kind == excel.OfficeBook {
			p.Inputs = append(p.Inputs, excel.InputRef{Path: r.Path, Digest: r.Digest, At: r.At})
		}
	}
	return p
}
