package cli

import (
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

func newStatus(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "status", Aliases: []string{"tinh-trang"}, Short: helpStatus, Args: arguments(0, 0)}
	all := cmd.Flags().Bool("all", false, helpStatusAll)
	cmd.RunE = a.run(func([]string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		s, err := c.Status()
		if err != nil {
			return nil, err
		}
		return statusOutput{s, *all}, nil
	})
	return cmd
}

type statusOutput struct {
	s   *campaign.Status
	all bool // list also those with whom all is well
}

// Whoever has not sent, or has to repair, is somebody to wait for.
func (o statusOutput) status() status {
	if len(o.s.Alarms) > 0 {
		return status{waiting: true}
	}
	return status{waiting: o.s.Count(campaign.StateReceived) < len(o.s.Orgs) || len(o.s.Refused) > 0}
}

func (o statusOutput) text(a *app) {
	var rows [][]any
	for _, s := range o.s.Orgs {
		if !o.all && s.State == campaign.StateReceived && !s.Changed {
			continue
		}
		changed := ""
		if s.Changed {
			changed = wordChanged
		}
		path := s.Path
		if s.Return != "" {
			path = s.Return
		}
		rows = append(rows, []any{s.Org, s.Name, stateWord(s.State), changed, path})
	}
	if len(rows) > 0 {
		a.table([]column{{title: headCode}, {title: headOrg, width: 40}, {title: headState}, {title: headChanged}, {title: headFile, width: 50}}, rows)
	}
	for _, r := range o.s.Refused {
		a.say("%s", messageRefused(r))
	}
	a.talkProblems(o.s.Alarms)
	a.talkProblems(o.s.Broken)
	for i := range o.s.Regraded {
		a.say("%s", messageRegradedLine(&o.s.Regraded[i]))
	}
	if len(o.s.Broken) == 0 {
		a.say("%s", messageStatus(o.s))
	}
	if o.s.Closed != nil {
		a.say("%s", messageLocked(o.s))
	}
}

type jsonOrgStatus struct {
	Org      string         `json:"organization"`
	Kind     string         `json:"kind"`
	State    string         `json:"state"`
	Path     string         `json:"path,omitempty"`
	At       string         `json:"at,omitempty"`
	Rows     map[string]int `json:"rows,omitempty"`
	Errors   int            `json:"errors,omitempty"`
	Returned string         `json:"returned,omitempty"`
	Changed  bool           `json:"changed"`
}

type jsonRefusal struct {
	Path     string `json:"path"`
	Org      string `json:"organization,omitempty"`
	Errors   int    `json:"errors"`
	Returned string `json:"returned,omitempty"`
	At       string `json:"at"`
}

type jsonStale struct {
	New   int  `json:"new"`
	Gone  int  `json:"gone"`
	Basis bool `json:"basis"`
}

func (o statusOutput) json(w io.Writer) error {
	orgs := make([]jsonOrgStatus, 0, len(o.s.Orgs))
	for _, s := range o.s.Orgs {
		orgs = append(orgs, jsonOrgStatus{s.Org, string(s.Kind), string(s.State), s.Path, jsonTime(s.At), jsonRows(s.Rows), s.Errors, s.Return, s.Changed})
	}
	refused := make([]jsonRefusal, 0, len(o.s.Refused))
	for _, r := range o.s.Refused {
		refused = append(refused, jsonRefusal{r.Path, r.Org, r.Errors, r.Returned, jsonTime(r.At)})
	}
	return encode(w, struct {
		Schema   int             `json:"schema"`
		GradedAt string          `json:"graded_at,omitempty"`
		Since    jsonStale       `json:"since_graded"`
		Orgs     []jsonOrgStatus `json:"organizations"`
		Refused  []jsonRefusal   `json:"refused"`
		Closed   *jsonClosed     `json:"closed,omitempty"`
		Regraded []jsonRegraded  `json:"regraded,omitempty"`
		Problems []jsonProblem   `json:"problems"`
	}{1, jsonTime(o.s.GradedAt), jsonStale(o.s.Stale), orgs, refused, closedObject(o.s.Closed), regradedObjects(o.s.Regraded),
		jsonProblems(slices.Concat(o.s.Alarms, o.s.Broken))})
}

func jsonTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
