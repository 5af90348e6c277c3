package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

type templateOptions struct {
	orgs, from, back []string
	notes            bool // print notes of how cells were understood, too
}

func newTemplate(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "template [MÃ-TỔ-CHỨC…]", Aliases: []string{"mau"}, Short: helpTemplate, Example: exampleTemplate, Args: arguments(0, -1)}
	from := cmd.Flags().StringArray("from", nil, helpFrom)
	back := cmd.Flags().StringArray("not-from", nil, helpNotFrom)
	notes := cmd.Flags().Bool("notes", false, helpNotes)
	cmd.RunE = a.run(func(args []string) (output, error) {
		if len(args) > 0 && len(*back) > 0 {
			return nil, usageError{errors.New(messageBackForAll)} // other templates would go on to name them
		}
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		opt := templateOptions{orgs: args, notes: *notes}
		for _, p := range *from {
			opt.from = append(opt.from, a.existing(p, c.Folder))
		}
		for _, p := range *back {
			path := a.existing(p, c.Folder)
			if slices.ContainsFunc(opt.from, func(from string) bool { return names(from, path) }) {
				return nil, usageError{errors.New(messageNamedAndBack(p))}
			}
			opt.back = append(opt.back, path)
		}
		return runTemplate(c, opt)
	})
	return cmd
}

// names tells whether a workbook that is there is read when a path is named: it is the path,
// or lies in that folder.
func names(from, workbook string) bool {
	rest, err := filepath.Rel(from, workbook)
	if err != nil || rest == ".." || strings.HasPrefix(rest, ".."+string(filepath.Separator)) {
		return false
	}
	_, err = os.Stat(workbook)
	return rest == "." || err == nil
}

func runTemplate(c *campaign.Campaign, opt templateOptions) (output, error) {
	run, err := c.Templates(opt.orgs, opt.from, opt.back)
	if err != nil {
		return nil, err
	}
	return templateOutput{run, opt, c.Folder.Templates()}, nil
}

type templateOutput struct {
	*campaign.TemplateRun
	opt templateOptions
	dir string
}

// Whoever stands in no template waits for a person to say where he belongs.
func (o templateOutput) status() status {
	return status{dataErrors: hasErrors(o.Problems), waiting: o.Unplaced > 0}
}

func (o templateOutput) text(a *app) {
	for _, w := range o.Written {
		a.say("%s", w.Path)
	}
	a.talkEdited(o.Written)
	shown := o.Problems
	if !o.opt.notes {
		shown = slices.DeleteFunc(slices.Clone(shown), understood)
	}
	a.talkProblems(a.exceptList(shown))
	a.say("%s", messageTemplates(len(o.Written), o.Silent, o.dir))
	filled, empty := o.filled()
	if len(filled) > 0 || len(o.opt.from) > 0 || o.Unplaced > 0 {
		a.say("%s", messageFilled(filled, o.Unplaced, o.Doubled))
		if len(empty) > 0 {
			a.say("%s", messageUnfilled(empty))
		}
	}
	if o.Idle > 0 {
		a.say("%s", messageIdle(o.Idle))
	}
	if kept := o.kept(); len(kept) > 0 {
		a.say("%s", messageKept(kept))
	}
	if left := o.left(); len(left) > 0 || o.LeftUnplaced > 0 {
		a.say("%s", messageLeft(left, o.LeftUnplaced))
	}
	if len(o.opt.back) > 0 {
		a.say("%s", messageTakenBack(o.TemplateRun))
	}
	if n := len(o.Problems) - len(shown); n > 0 {
		a.talk("%s", messageTemplateNotes(n))
	}
}

// understood tells whether a problem is a note of how a cell was understood.
func understood(p evaluate.Problem) bool {
	return p.Severity == evaluate.Note && p.At.Cell != "" && len(p.Related) == 0
}

// left counts whom the templates list as gone, by state.
func (o templateOutput) left() map[string]int {
	out := map[string]int{}
	for _, w := range o.Written {
		for state, n := range w.Left {
			out[state] += n
		}
	}
	return out
}

// kept are the workbooks that name members whom a source followed before does not.
func (o templateOutput) kept() (out []campaign.Written) {
	for _, w := range o.Written {
		if w.Kept > 0 {
			out = append(out, w)
		}
	}
	return out
}

// filled counts the people who stand in the templates, by kind, and lists the
// branches in whose template no member does.
func (o templateOutput) filled() (people map[evaluate.Kind]int, empty []string) {
	people = map[evaluate.Kind]int{}
	for _, w := range o.Written {
		for k, n := range w.Filled {
			if n > 0 {
				people[k] += n
			} else if k == evaluate.Member {
				empty = append(empty, w.Org)
			}
		}
	}
	return people, empty
}

func (o templateOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Written  []jsonWritten `json:"written"`
		Problems []jsonProblem `json:"problems"`
		// People in places that the list does not have, in no template.
		Unplaced     int `json:"unplaced,omitempty"`
		LeftUnplaced int `json:"left_unplaced,omitempty"`
		// Rows of people who perhaps have another.
		Doubled int `json:"perhaps_twice,omitempty"`
		// Members of the named workbooks whom nobody grades in the period.
		Idle int `json:"members_not_graded,omitempty"`
		// People and states that nobody but a workbook taken back gave, and people it gave
		// who stand by what others say.
		TakenBack  int `json:"taken_back,omitempty"`
		StatesBack int `json:"states_taken_back,omitempty"`
		Restored   int `json:"restored,omitempty"`
		// Organizations with nothing to report in the period, and no template.
		Silent int `json:"nothing_to_report,omitempty"`
	}{1, jsonWorkbooks(o.Written), jsonProblems(o.Problems), o.Unplaced, o.LeftUnplaced, o.Doubled, o.Idle, o.TakenBack, o.StatesBack, o.Restored, o.Silent})
}

// jsonWritten is a workbook that was written.
type jsonWritten struct {
	Path string `json:"path"`
	Kind string `json:"kind"`
	Org  string `json:"organization"`
	// Edited is where the edited workbook of that name was moved.
	Edited string `json:"edited,omitempty"`
	// People counts those who stand in it already, by kind.
	People map[evaluate.Kind]int `json:"people,omitempty"`
	// Left counts those it lists as gone, by the state a roster or list gives.
	Left map[string]int `json:"left,omitempty"`
	// Kept counts the members whom a source followed before the one that names them lacks.
	Kept int `json:"kept,omitempty"`
}

// talkEdited tells where workbooks went that somebody had worked in.
func (a *app) talkEdited(ws []campaign.Written) {
	for _, w := range ws {
		if w.Edited != "" {
			a.talk("%s", messageEdited(&w))
		}
	}
}

func jsonWorkbooks(ws []campaign.Written) []jsonWritten {
	out := make([]jsonWritten, 0, len(ws))
	for _, w := range ws {
		out = append(out, jsonWritten{w.Path, string(w.Kind), w.Org, w.Edited, w.Filled, w.Left, w.Kept})
	}
	return out
}
