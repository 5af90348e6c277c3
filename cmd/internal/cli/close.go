package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

func newClose(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "close", Aliases: []string{"khoa-so"}, Short: helpClose, Example: exampleClose, Args: arguments(0, 0)}
	reason := cmd.Flags().String("despite", "", helpDespite)
	cmd.RunE = a.run(func([]string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		var despite *string
		if cmd.Flags().Changed("despite") {
			despite = reason
		}
		closing, err := c.Close(despite)
		if err != nil {
			return nil, err
		}
		return closeOutput{closing, c.Config.Period}, nil
	})
	return cmd
}

type closeOutput struct {
	c      *campaign.Closing
	period string
}

// Whatever is in the way is for somebody to do; a closing despite it is done.
func (o closeOutput) status() status { return status{waiting: o.c.Closed == nil} }

func (o closeOutput) text(a *app) {
	a.talkProblems(o.c.Problems)
	a.say("%s", messageClosing(o.c))
}

// jsonClosed is the state of a locked campaign. The reason is a clerk's own
// words and stays out.
type jsonClosed struct {
	At       string `json:"at"`
	Complete bool   `json:"complete"`
	// Exceeded counts ceilings, AsComputed subjects without a decision of their own.
	Exceeded   int `json:"exceeded"`
	AsComputed int `json:"as_computed"`
}

func closedObject(s *campaign.Closed) *jsonClosed {
	if s == nil {
		return nil
	}
	return &jsonClosed{jsonTime(s.At), s.Despite == "", s.Exceeded, s.AsComputed}
}

func (o closeOutput) json(w io.Writer) error {
	byKind := map[string]int{}
	for k, n := range o.c.Progress.Waiting {
		byKind[string(k)] = n
	}
	return encode(w, struct {
		Schema   int            `json:"schema"`
		Period   string         `json:"period"`
		Closed   *jsonClosed    `json:"closed"`
		Missing  int            `json:"missing"`
		ByKind   map[string]int `json:"waiting_by_kind"`
		Lacking  int            `json:"lacking"`
		Problems []jsonProblem  `json:"problems"`
	}{1, o.period, closedObject(o.c.Closed), o.c.Progress.Missing, byKind, o.c.Progress.Lacks(), jsonProblems(o.c.Problems)})
}

func newReopen(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "reopen LÝ-DO", Aliases: []string{"mo-lai"}, Short: helpReopen, Example: exampleReopen, Args: arguments(0, -1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		reopened, err := c.Reopen(strings.Join(args, " "))
		if err != nil {
			return nil, err
		}
		return reopenOutput{reopened}, nil
	})
	return cmd
}

type reopenOutput struct{ r *campaign.Reopened }

// Who was graded anew is back at the old result until the facts are taken in.
func (o reopenOutput) status() status { return status{waiting: o.r.Regraded > 0} }

func (o reopenOutput) text(a *app) { a.say("%s", messageReopened(o.r)) }

func (o reopenOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int           `json:"schema"`
		ClosedAt string        `json:"closed_at"`
		Regraded int           `json:"regraded"`
		Problems []jsonProblem `json:"problems"`
	}{1, jsonTime(o.r.ClosedAt), o.r.Regraded, []jsonProblem{}})
}
