package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
)

type demoOptions struct {
	dir     string
	period  string
	seed    uint64
	members int
}

func newDemo(a *app) *cobra.Command {
	opt := demoOptions{}
	cmd := &cobra.Command{Use: "demo [THƯ-MỤC]", Short: helpDemo, Example: exampleDemo, Args: arguments(0, 1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		if len(args) == 1 {
			opt.dir = a.path(args[0])
		} else {
			opt.dir = freeFolder(a.path(defaultDemoDir))
		}
		return a.runDemo(opt)
	})
	f := cmd.Flags()
	f.StringVar(&opt.period, "period", demo.DefaultPeriod().String(), helpDemoPeriod)
	f.Uint64Var(&opt.seed, "seed", 1, helpSeed)
	f.IntVar(&opt.members, "members", demo.DefaultMembers, helpMembers)
	return cmd
}

// freeFolder is the folder, or the next free name beside it: an earlier demo is
// left as it is.
func freeFolder(dir string) string {
	path := dir
	for n := 2; ; n++ {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
		path = fmt.Sprintf("%s-%d", dir, n)
	}
}

func (a *app) runDemo(opt demoOptions) (output, error) {
	period, ok := evaluate.ParsePeriod(opt.period)
	if !ok {
		return nil, usageError{errors.New(messageBadPeriod(opt.period))}
	}
	if opt.members < 1 {
		return nil, usageError{errors.New(messageBadMembers(opt.members))}
	}
	a.talk("%s", messageDemoMaking(opt.dir))
	planted, err := demo.Make(opt.dir, demo.Options{Seed: opt.seed, Members: opt.members, Period: period, Full: true, Now: a.env.Now()})
	if err != nil {
		return nil, err
	}
	folder := campaign.Folder{Root: opt.dir}
	c, err := a.openWith(folder, planted.Config)
	if err != nil {
		return nil, err
	}
	report, err := c.Import(campaign.ImportOptions{Paths: []string{folder.Inbox()}})
	if err != nil {
		return nil, err
	}
	grading, err := c.Grade()
	if err != nil {
		return nil, err
	}
	out := demoOutput{staged: planted.Look(grading.Report), planted: planted, report: report, folder: folder, period: period.String(), waited: grading.Waiting()}
	late, err := out.decide(c, grading)
	if err != nil {
		return nil, err
	}
	if out.summary, err = c.Summarize(); err != nil {
		return nil, err
	}
	out.found = compare(planted.Mistakes, report.Problems(), late, out.grading.Problems)
	return out, nil
}

// decide lets the sample authority decide in a result workbook, takes it in and
// grades again; problems are those of taking it in. Without anybody to decide on
// the first grading stands.
func (o *demoOutput) decide(c *campaign.Campaign, g *campaign.Grading) (ps []evaluate.Problem, err error) {
	o.grading = g
	if o.decisions, err = demo.Decide(c.Folder, g); err != nil || o.decisions == nil {
		return nil, err
	}
	report, err := c.Import(campaign.ImportOptions{Paths: []string{o.decisions.File}})
	if err != nil {
		return nil, err
	}
	o.grading, err = c.Grade()
	return report.Problems(), err
}

type demoOutput struct {
	planted demo.Planted
	staged  []demo.Staged
	report  *campaign.ImportReport
	grading *campaign.Grading
	summary *campaign.Summary
	// decisions is nil where nobody waited for one; waited is how many waited
	// before.
	decisions *demo.Decisions
	waited    int
	folder    campaign.Folder
	found     comparison
	period    string
}

// The demo is done when its planted mistakes, and only they, were found: what
// waits for a person in an invented office waits for nobody.
func (o demoOutput) status() status {
	return status{dataErrors: len(o.found.missed) > 0 || len(o.found.extra) > 0 || unseen(o.staged) > 0 || o.lost() > 0 || hasErrors(o.summary.Problems)}
}

// decided counts the decisions made.
func (o demoOutput) decided() int {
	if o.decisions == nil {
		return 0
	}
	return len(o.decisions.Made)
}

// lost counts the decisions that are not in what the summary counts.
func (o demoOutput) lost() int {
	if o.decisions == nil {
		return 0
	}
	return o.decided() - o.decisions.Arrived(o.summary.Grading)
}

func (o demoOutput) text(a *app) {
	a.say("%s", messageDemoMade(o.planted))
	importOutput{report: o.report}.table(a)
	totals(a, o.grading, evaluate.Kinds())
	o.found.text(a)
	scenesText(a, o.staged)
	if o.decisions != nil {
		a.say("%s", messageDecided(o.decisions, o.lost(), o.waited, o.grading.Waiting()))
	}
	a.say("%s", messageDemoWhere(o.folder, o.grading, o.summary))
}

func (o demoOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Period   string        `json:"period"`
		Members  int           `json:"members"`
		Files    int           `json:"files"`
		Planted  int           `json:"planted"`
		Found    int           `json:"found"`
		Missed   []string      `json:"missed"`
		Scenes   []jsonScene   `json:"scenes"`
		Decided  int           `json:"decided"`
		Lost     int           `json:"lost"`
		Problems []jsonProblem `json:"problems"`
	}{1, o.period, o.planted.Members, o.planted.Files, o.found.planted, o.found.planted - len(o.found.missed),
		o.found.missedPlaces(), jsonScenes(o.staged), o.decided(), o.lost(), jsonProblems(o.found.extra)})
}
