package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

type templateOptions struct{ orgs, from []string }

func newTemplate(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "template [MÃ-TỔ-CHỨC…]", Aliases: []string{"mau"}, Short: helpTemplate, Example: exampleTemplate, Args: arguments(0, -1)}
	from := cmd.Flags().StringArray("from", nil, helpFrom)
	cmd.RunE = a.run(func(args []string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		opt := templateOptions{orgs: args}
		for _, p := range *from {
			opt.from = append(opt.from, a.existing(p, c.Folder))
		}
		return runTemplate(c, opt)
	})
	return cmd
}

func runTemplate(c *campaign.Campaign, opt templateOptions) (output, error) {
	written, warnings, err := c.Templates(opt.orgs, opt.from)
	if err != nil {
		return nil, err
	}
	return templateOutput{written, warnings, c.Folder.Templates()}, nil
}

type templateOutput struct {
	written  []campaign.Written
	warnings []evaluate.Problem
	dir      string
}

func (o templateOutput) status() status {
	worst, any := evaluate.Worst(o.warnings)
	return status{dataErrors: any && worst == evaluate.Error}
}

func (o templateOutput) text(a *app) {
	for _, w := range o.written {
		a.say("%s", w.Path)
	}
	a.talkEdited(o.written)
	a.talkProblems(a.exceptList(o.warnings))
	a.say("%s", messageTemplates(len(o.written), o.dir))
	filled, empty := o.filled()
	if len(filled) > 0 {
		a.say("%s", messageFilled(filled))
		if len(empty) > 0 {
			a.say("%s", messageUnfilled(empty))
		}
	}
}

// filled counts the people who stand in the templates, by kind, and lists the
// branches in whose template no member does.
func (o templateOutput) filled() (people map[evaluate.Kind]int, empty []string) {
	people = map[evaluate.Kind]int{}
	for _, w := range o.written {
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
	}{1, jsonWorkbooks(o.written), jsonProblems(o.warnings)})
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
}

// talkEdited tells where workbooks went that somebody had worked in.
func (a *app) talkEdited(ws []campaign.Written) {
	for _, w := range ws {
		if w.Edited != "" {
			a.talk("%s", messageEdited(w.Path, w.Edited))
		}
	}
}

func jsonWorkbooks(ws []campaign.Written) []jsonWritten {
	out := make([]jsonWritten, 0, len(ws))
	for _, w := range ws {
		out = append(out, jsonWritten{w.Path, string(w.Kind), w.Org, w.Edited, w.Filled})
	}
	return out
}
