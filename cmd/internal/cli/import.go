package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

func newImport(a *app) *cobra.Command {
	opt, notes := campaign.ImportOptions{Matters: true}, false
	cmd := &cobra.Command{Use: "import ĐƯỜNG-DẪN…", Aliases: []string{"nhap"}, Short: helpImport, Example: exampleImport, Args: arguments(1, -1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		opt.Paths = nil
		for _, p := range args {
			opt.Paths = append(opt.Paths, a.existing(p, c.Folder))
		}
		return runImport(c, opt, notes)
	})
	cmd.Flags().BoolVar(&notes, "notes", false, helpNotes)
	cmd.Flags().BoolVar(&opt.DryRun, "dry-run", false, helpDryRun)
	cmd.Flags().BoolVar(&opt.Replace, "replace", false, helpReplace)
	return cmd
}

func runImport(c *campaign.Campaign, opt campaign.ImportOptions, notes bool) (output, error) {
	report, err := c.Import(opt)
	if err != nil {
		return nil, err
	}
	return importOutput{report, notes}, nil
}

type importOutput struct {
	report *campaign.ImportReport
	notes  bool // print notes, too
}

// A newer file waits for a person's word; only refused files are errors. A
// decision that fails a check is taken in and waits for a person, and so does one
// that what was taken in leaves without its subject or its group, whose row is nobody's
// for certain, or that another one contradicts.
func (o importOutput) status() status {
	ps := o.report.Problems()
	waits := func(p evaluate.Problem) bool {
		return p.LacksInDecision() || p.Unused || p.Code == evaluate.CodeLeftGroup
	}
	return status{dataErrors: hasErrors(ps), waiting: slices.ContainsFunc(ps, waits) || slices.ContainsFunc(o.report.Matters, waits)}
}

func (o importOutput) text(a *app) {
	a.talkProblems(o.report.List)
	for _, f := range o.report.Files {
		shown := f.Problems
		if !o.notes {
			shown = noticeable(shown)
		}
		a.talkProblemsOf(shown, f.Listed)
		a.talkChanges(f)
		if f.Returned != "" {
			a.talk("  %s", messageReturnedOf(f.Path, f.Returned))
		}
		if f.Migrated != "" {
			a.talk("  %s", messageMigrated(f.Migrated))
		}
		if f.Cleaned != "" {
			a.talk("%s", messageCleaned(f.Path, f.Cleaned))
		}
	}
	o.table(a)
	if passed := o.passedOver(); len(passed) > 0 {
		a.talk("%s", messageSkipped(passed))
	}
	o.matters(a)
	if o.report.DryRun {
		a.say("%s", messageDryRun)
	}
	if !o.notes {
		a.sayNotes(o.report.Problems())
	}
}

// passedOver are the files that are no spreadsheets, by their names.
func (o importOutput) passedOver() (out []string) {
	for _, f := range o.report.Files {
		if f.IsPassedOver() {
			out = append(out, f.Path)
		}
	}
	return out
}

// shownMatters is how many matters between files are printed; status --all tells
// all.
const shownMatters = 10

func (o importOutput) matters(a *app) {
	a.talkMatters(o.report.Matters, shownMatters, messageMoreMatters)
}

// talkMatters prints how many matters there are, and the first of them.
func (a *app) talkMatters(ps []evaluate.Problem, shown int, rest func(int) string) {
	if len(ps) == 0 {
		return
	}
	count := map[evaluate.Code]int{}
	for _, p := range ps {
		count[p.Code]++
	}
	a.talk("%s", messageMatters(len(ps), count))
	a.talkProblems(oneOfEach(ps, shown))
	if len(ps) > shown {
		a.talk("%s", rest(len(ps)-shown))
	}
}

func (o importOutput) table(a *app) {
	var rows [][]any
	for _, outcome := range importOutcomes() {
		if n := o.report.Count(outcome); n > 0 {
			rows = append(rows, []any{outcomeWord(outcome), n})
		}
	}
	if len(rows) == 0 {
		a.say("%s", messageNothingFound)
		return
	}
	a.table([]column{{title: headOutcome}, {title: headFiles, right: true}}, rows)
}

// noticeable leaves out notes, which are for the record.
func noticeable(ps []evaluate.Problem) []evaluate.Problem { return worseThan(ps, evaluate.Note) }

func worseThan(ps []evaluate.Problem, s evaluate.Severity) []evaluate.Problem {
	var out []evaluate.Problem
	for _, p := range ps {
		if p.Severity > s {
			out = append(out, p)
		}
	}
	return out
}

// sayNotes tells how many notes were left out.
// sayLeft counts the members whom their branches say have left, if any.
func (a *app) sayLeft(states map[string]int) {
	if len(states) > 0 {
		a.say("%s", messageLeftReported(states))
	}
}

// sayMovedNowhere counts those of them who moved away and whom no report has, if any.
func (a *app) sayMovedNowhere(g *campaign.Grading) {
	if n := g.MovedNowhere(); n > 0 {
		a.say("%s", messageMovedNowhere(n))
	}
}

func (a *app) sayNotes(ps []evaluate.Problem) {
	if n := len(ps) - len(noticeable(ps)); n > 0 {
		a.talk("%s", messageNotes(n))
	}
}

// importOutcomes lists the outcomes in the order they are shown.
func importOutcomes() []campaign.ImportOutcome {
	return []campaign.ImportOutcome{campaign.Accepted, campaign.Replaced, campaign.Known, campaign.Superseded, campaign.Newer, campaign.Rejected, campaign.Mended, campaign.Ignored}
}

type jsonImported struct {
	Path     string         `json:"path"`
	Outcome  string         `json:"outcome"`
	Kind     string         `json:"kind,omitempty"`
	Org      string         `json:"organization,omitempty"`
	Rows     map[string]int `json:"rows,omitempty"`
	Changed  int            `json:"changed,omitempty"`
	Changes  []jsonChange   `json:"changes,omitempty"`
	Returned string         `json:"returned,omitempty"`
	Migrated string         `json:"migrated,omitempty"`
	Cleaned  string         `json:"cleaned,omitempty"`
}

func (o importOutput) json(w io.Writer) error { return encode(w, o.object()) }

func (o importOutput) object() any {
	return struct {
		Schema   int            `json:"schema"`
		DryRun   bool           `json:"dry_run"`
		Files    []jsonImported `json:"files"`
		Matters  []jsonProblem  `json:"matters"` // [] for none
		Problems []jsonProblem  `json:"problems"`
	}{1, o.report.DryRun, jsonFiles(o.report), jsonProblems(o.report.Matters), jsonProblems(o.report.Problems())}
}

func jsonFiles(r *campaign.ImportReport) []jsonImported {
	files := make([]jsonImported, 0, len(r.Files))
	for _, f := range r.Files {
		files = append(files, jsonImported{f.Path, string(f.Outcome), string(f.Kind), f.Org, jsonRows(f.Rows), f.Changed, jsonChanges(f.Changes), f.Returned, f.Migrated, f.Cleaned})
	}
	return files
}

func jsonRows(rows map[evaluate.Kind]int) map[string]int {
	out := map[string]int{}
	for k, n := range rows {
		out[string(k)] = n
	}
	return out
}
