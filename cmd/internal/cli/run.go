package cli

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

func newRun(a *app) *cobra.Command {
	opt := campaign.ImportOptions{}
	cmd := &cobra.Command{Use: "run", Aliases: []string{"chay"}, Short: helpRun, Args: arguments(0, 0)}
	cmd.RunE = a.run(func([]string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		opt.Paths = []string{c.Folder.Inbox()}
		return runAll(c, opt)
	})
	cmd.Flags().BoolVar(&opt.Replace, "replace", false, helpReplace)
	return cmd
}

// runAll imports, grades and summarizes; the parts are told one after another.
func runAll(c *campaign.Campaign, opt campaign.ImportOptions) (output, error) {
	imported, err := runImport(c, opt, false)
	if err != nil {
		return nil, err
	}
	graded, err := runGrade(c, gradeOptions{})
	if err != nil {
		return nil, err
	}
	summarized, err := runSummary(c)
	if err != nil {
		return nil, err
	}
	return runOutput{imported, graded, summarized}, nil
}

type runOutput struct{ imported, graded, summarized output }

func (o runOutput) parts() []output { return []output{o.imported, o.graded, o.summarized} }

func (o runOutput) status() status {
	var s status
	for _, part := range o.parts() {
		s = s.add(part.status())
	}
	return s
}

func (o runOutput) text(a *app) {
	for _, part := range o.parts() {
		part.text(a)
	}
}

func (o runOutput) json(w io.Writer) error {
	object := struct {
		Schema  int             `json:"schema"`
		Import  json.RawMessage `json:"import"`
		Grade   json.RawMessage `json:"grade"`
		Summary json.RawMessage `json:"summary"`
		// Problems are those of the three parts, in their order.
		Problems []json.RawMessage `json:"problems"`
	}{Schema: 1, Problems: []json.RawMessage{}}
	for i, to := range []*json.RawMessage{&object.Import, &object.Grade, &object.Summary} {
		var b bytes.Buffer
		if err := o.parts()[i].json(&b); err != nil {
			return err
		}
		*to = b.Bytes()
		var part struct{ Problems []json.RawMessage }
		if err := json.Unmarshal(*to, &part); err != nil {
			return err
		}
		object.Problems = append(object.Problems, part.Problems...)
	}
	return encode(w, object)
}
