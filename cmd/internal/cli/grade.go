package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

type gradeOptions struct{ full, proposeCaps, notes bool }

func newGrade(a *app) *cobra.Command {
	opt := gradeOptions{}
	cmd := &cobra.Command{Use: "grade", Aliases: []string{"xep-loai"}, Short: helpGrade, Args: arguments(0, 0)}
	cmd.RunE = a.run(func([]string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return runGrade(c, opt)
	})
	cmd.Flags().BoolVar(&opt.full, "full", false, helpFull)
	cmd.Flags().BoolVar(&opt.proposeCaps, "propose-caps", false, helpProposeCaps)
	cmd.Flags().BoolVar(&opt.notes, "notes", false, helpNotes)
	return cmd
}

func runGrade(c *campaign.Campaign, opt gradeOptions) (output, error) {
	c.ProposeCaps = opt.proposeCaps
	g, err := c.Grade()
	if err != nil {
		return nil, err
	}
	return gradeOutput{g: g, period: c.Config.Period, dir: c.Folder.Results(), full: opt.full, proposeCaps: opt.proposeCaps, notes: opt.notes}, nil
}

type gradeOutput struct {
	g      *campaign.Grading
	period string
	dir    string
	full   bool
	// proposeCaps adds what the order of merit suggests.
	proposeCaps bool
	notes       bool // print notes, too
}

func (o gradeOutput) status() status {
	return status{dataErrors: hasErrors(o.g.Problems),
		waiting: o.g.Incomplete() || o.g.OverCap() > 0 || len(noticeable(o.g.Problems)) > 0}
}

// shownProblems is how many problems are printed; the rest stand in the
// workbooks.
const shownProblems = 20

func (o gradeOutput) text(a *app) {
	ps := a.exceptList(noticeable(o.g.Problems))
	a.talkProblems(oneOfEach(ps, shownProblems))
	if len(ps) > shownProblems {
		a.talk("%s", messageMoreProblems(len(ps)-shownProblems))
	}
	notes := slices.DeleteFunc(slices.Clone(o.g.Problems), func(p evaluate.Problem) bool { return p.Severity != evaluate.Note })
	switch {
	case o.notes:
		a.talkProblems(notes)
	case len(notes) > 0:
		a.talk("%s", messageGradeNotes(len(notes)))
	}
	// The many are told by base organization, the few in total.
	kinds := evaluate.Kinds()
	for _, k := range kinds[:2] {
		tableOf(a, o.g, k)
	}
	totals(a, o.g, kinds[2:])
	for _, f := range o.g.Report.Caps {
		if f.Over.Max > 0 {
			a.say("%s", messageCap(o.g.Report.Inputs.Tree.Orgs[f.Org].Name, f))
		}
	}
	a.talkEdited(o.g.Workbooks)
	a.sayLeft(campaign.LeftReported(o.g.Receipts))
	a.sayMovedNowhere(o.g)
	a.say("%s", messageGraded(o.g, o.dir))
}

func (o gradeOutput) json(w io.Writer) error {
	s := &gradeStream{w: w, g: o.g, full: o.full, proposeCaps: o.proposeCaps}
	s.write(o.period)
	return s.err
}
