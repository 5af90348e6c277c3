package campaign

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// checkDecisions says at once what grading would say of the decisions just taken
// in, of those that stand in a workbook handed in again, or of those a dry run looks
// at: a lacking reason or relief, a bound or a ceiling exceeded, a subject that is
// not there, a contradiction. What keeps grading from working at all is left to
// grading.
func (run *intake) checkDecisions(report *ImportReport) error {
	taken := map[string]*Imported{}
	var would []*kept
	for i := range report.Files {
		f := &report.Files[i]
		if f.decides == nil {
			continue
		}
		taken[f.Path] = f
		if run.opt.DryRun {
			would = append(would, f.decides)
		}
	}
	if err := run.standing(report, taken); err != nil {
		return err
	}
	if len(taken) == 0 || !exists(run.Folder.keyFile()) { // a dry run does not make the key
		return nil
	}
	g, err := run.evaluate(nil, would...)
	if err != nil {
		return nil
	}
	for _, p := range g.Problems {
		f := taken[p.At.File]
		if f == nil || slices.ContainsFunc(f.Problems, func(q evaluate.Problem) bool { return q.Code == p.Code && q.At == p.At && q.Subject == p.Subject }) {
			continue
		}
		if p.Code == codeDecidedSince { // now it comes in: whether it is meant so is asked once
			p.Severity = evaluate.Warning
		}
		f.Problems = append(f.Problems, p)
	}
	for _, f := range taken {
		if blank, decided := g.decidedElsewhere(f.decides, f.shown); len(blank) > 0 {
			f.Problems = append(f.Problems, problemDecidedElsewhere(blank, decided))
		}
		f.Problems = evaluate.SortProblems(f.Problems)
		f.decides, f.shown = nil, nil
	}
	return nil
}

// standing adds the result workbooks handed in again that still stand, by the path
// under which they came in. Of several copies one is told.
func (run *intake) standing(report *ImportReport, taken map[string]*Imported) error {
	for i := range report.Files {
		f := &report.Files[i]
		if f.Kind != excel.ResultBook || f.Outcome != Known {
			continue
		}
		k, err := readKept(run.Folder.keptPath(bookKey{f.Kind, f.Org}))
		if errors.Is(err, fs.ErrNotExist) {
			continue // of two copies a dry run looks at, the other is told
		}
		if err != nil {
			return err
		}
		if taken[k.Receipt.Path] == nil && k.Receipt.Digest == f.digest {
			taken[k.Receipt.Path], f.decides = f, k
		}
	}
	return nil
}

// decidedElsewhere lists the cells of a result workbook from which a decision was
// deleted although it stands, for it was written in another workbook: it is taken
// back there. Whom the review sheet of the workbook decides it decides itself. A blank where nothing stood when the workbook was written (shown) says
// nothing: two of one round do not know of each other. Where the workbook does not
// tell what it was written with, every blank is asked about.
func (g *Grading) decidedElsewhere(k *kept, shown map[evaluate.Kind]map[string]string) (blank, decided []evaluate.Origin) {
	files := map[string]bool{k.Receipt.Path: true}
	for i := range k.Tables {
		if k.Tables[i].Carried { // told by themselves
			for _, s := range k.Tables[i].Sources {
				files[s.File] = true
			}
		}
	}
	for i := range k.Tables {
		t := &k.Tables[i]
		pop, _ := g.Report.Of(t.Kind)
		if t.Review || t.Carried || pop == nil {
			continue
		}
		decision := pop.Frame.Schema.ByRole(evaluate.RoleDecision)
		if decision < 0 {
			continue
		}
		said, byID := saidBy(k, pop.Frame.Schema), map[string]int{}
		for row := range pop.Subjects {
			byID[strings.ToLower(pop.Subjects[row].ID)] = row
		}
		for row := range t.len() {
			id := strings.ToLower(t.subject(row))
			if shown != nil && shown[t.Kind][id] == "" {
				continue
			}
			to, found := byID[id]
			if said := said[id]; !found || said.own[pop.Frame.Schema.Facts[decision].ID] || said.group || pop.Frame.Value(to, decision).IsBlank() {
				continue
			}
			if at := pop.Frame.Origin(to, decision); !files[at.File] {
				blank = append(blank, t.origin(row, pop.Frame.Schema.Facts[decision].ID))
				decided = append(decided, at)
			}
		}
	}
	return blank, decided
}

// keepDecisions notes what a result workbook that was taken in, or would be, has
// to say, until it has been checked.
func (run *intake) keepDecisions(in *excel.Intake, f *Imported) {
	if f.Kind != excel.ResultBook || in == nil {
		return
	}
	f.shown = in.Shown
	if f.Outcome == Accepted || f.Outcome == Replaced {
		f.decides = run.keptOf(in, f)
	}
}
