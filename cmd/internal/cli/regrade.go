package cli

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

func newRegrade(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "regrade MÃ|TÊN|SỐ", Aliases: []string{"xep-lai"}, Short: helpRegrade, Example: exampleRegrade,
		Args: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("take") {
				return arguments(0, 0)(cmd, args)
			}
			return arguments(1, -1)(cmd, args)
		}}
	take := cmd.Flags().String("take", "", helpTake)
	kind := cmd.Flags().String("kind", "", helpKind)
	cmd.RunE = a.run(func(args []string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		if cmd.Flags().Changed("take") {
			return takeRegrade(c, a.existing(*take, c.Folder))
		}
		k := evaluate.Kind(*kind)
		if k != "" && !knownKind(k) {
			return nil, usageError{errors.New(messageBadKind(*kind))}
		}
		return writeRegrade(c, strings.Join(args, " "), k)
	})
	return cmd
}

func knownKind(k evaluate.Kind) bool {
	for _, known := range evaluate.Kinds() {
		if k == known {
			return true
		}
	}
	return false
}

// writeRegrade writes the workbook for the one subject a word names.
func writeRegrade(c *campaign.Campaign, word string, kind evaluate.Kind) (output, error) {
	g, err := c.Regrades()
	if err != nil {
		return nil, err
	}
	asked, _ := g.Find(word)
	found := g.Only(asked, strings.TrimSpace(word), kind)
	switch {
	case len(asked) == 0:
		return nil, g.NotFound(word)
	case len(found) == 0: // known, but not as what was asked for
		return chooseOutput{g, asked}, nil
	case len(found) > 1:
		return chooseOutput{g, found}, nil
	}
	w, err := c.RegradeForm(g, found[0])
	if err != nil {
		return nil, err
	}
	pop, _ := g.Report.Of(found[0].Kind)
	return regradeFormOutput{w, found[0].Kind, pop.Subjects[found[0].Row].ID}, nil
}

type regradeFormOutput struct {
	w    campaign.Written
	kind evaluate.Kind
	id   string
}

func (o regradeFormOutput) status() status { return status{} }

func (o regradeFormOutput) text(a *app) {
	a.talkEdited([]campaign.Written{o.w})
	a.say("%s", o.w.Path)
	a.say("%s", messageRegradeForm(o.w.Path))
}

func (o regradeFormOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema    int           `json:"schema"`
		Kind      string        `json:"kind"`
		ID        string        `json:"id"`
		Workbooks []jsonWritten `json:"workbooks"`
		Problems  []jsonProblem `json:"problems"`
	}{1, string(o.kind), o.id, jsonWorkbooks([]campaign.Written{o.w}), []jsonProblem{}})
}

func takeRegrade(c *campaign.Campaign, path string) (output, error) {
	r, err := c.TakeRegrade(path)
	if err != nil {
		return nil, err
	}
	return regradeOutput{r}, nil
}

type regradeOutput struct{ r *campaign.Regrading }

// Others whose result rests on the changed one are for somebody to decide.
func (o regradeOutput) status() status { return status{waiting: len(noticeable(o.r.Problems)) > 0} }

func (o regradeOutput) text(a *app) {
	a.talkProblems(noticeable(o.r.Problems))
	a.talkEdited([]campaign.Written{o.r.Workbook})
	a.say("%s", o.r.Workbook.Path)
	a.say("%s", messageRegraded(&o.r.Record))
}

// jsonRegraded is one subject graded anew; values of facts and the reason stay
// out, for they may tell who it is.
type jsonRegraded struct {
	Kind     string   `json:"kind"`
	ID       string   `json:"id"`
	Org      string   `json:"organization"`
	At       string   `json:"at"`
	Old      jsonSide `json:"old"`
	New      jsonSide `json:"new"`
	Changed  []string `json:"changed"` // facts
	Workbook string   `json:"workbook"`
}

// jsonOther is a subject whose result rests on the one that changed.
type jsonOther struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

func jsonOthers(others []campaign.Affected) []jsonOther {
	out := make([]jsonOther, 0, len(others))
	for _, o := range others {
		out = append(out, jsonOther{string(o.Kind), o.ID})
	}
	return out
}

type jsonSide struct {
	Outcome string  `json:"outcome"`
	Grade   *string `json:"grade"`
	Rung    *string `json:"rung"`
	Label   string  `json:"label"`
}

func sideObject(s *campaign.RegradedSide) jsonSide {
	return jsonSide{s.Row.Outcome.String(), orNull(string(s.Row.Grade)), orNull(s.Row.Rung), s.Label}
}

func regradedObject(r *campaign.Regraded) jsonRegraded {
	out := jsonRegraded{Kind: string(r.Kind), ID: r.ID, Org: r.Org, At: jsonTime(r.At), Old: sideObject(&r.Old), New: sideObject(&r.New),
		Changed: []string{}, Workbook: r.Workbook}
	for _, c := range r.Changes {
		out.Changed = append(out.Changed, c.Fact)
	}
	return out
}

func regradedObjects(records []campaign.Regraded) []jsonRegraded {
	out := make([]jsonRegraded, 0, len(records))
	for i := range records {
		out = append(out, regradedObject(&records[i]))
	}
	return out
}

func (o regradeOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema    int           `json:"schema"`
		Regraded  jsonRegraded  `json:"regraded"`
		Affected  int           `json:"affected"` // other subjects whose result would be another
		Others    []jsonOther   `json:"affected_subjects"`
		Workbooks []jsonWritten `json:"workbooks"`
		Problems  []jsonProblem `json:"problems"`
	}{1, regradedObject(&o.r.Record), len(o.r.Affected), jsonOthers(o.r.Affected), jsonWorkbooks([]campaign.Written{o.r.Workbook}), jsonProblems(o.r.Problems)})
}
