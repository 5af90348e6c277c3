package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

func newSummary(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "summary", Aliases: []string{"tong-hop"}, Short: helpSummary, Args: arguments(0, 0)}
	cmd.RunE = a.run(func([]string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return runSummary(c)
	})
	return cmd
}

func runSummary(c *campaign.Campaign) (output, error) {
	s, err := c.Summarize()
	if err != nil {
		return nil, err
	}
	return summaryOutput{s, c.Config.Period}, nil
}

type summaryOutput struct {
	s      *campaign.Summary
	period string
}

func (o summaryOutput) status() status {
	p := o.s.Progress()
	return status{dataErrors: hasErrors(o.s.Problems), waiting: o.s.Grading.Incomplete() || p.Lacks() > 0 || p.Closed != nil && !p.Final() || p.Exceeds() > 0 || len(o.s.Problems) > 0}
}

func (o summaryOutput) text(a *app) {
	a.talkProblems(o.s.Problems)
	a.talkEdited([]campaign.Written{o.s.Workbook})
	a.sayLeft(campaign.LeftReported(o.s.Grading.Receipts))
	a.sayMovedNowhere(o.s.Grading)
	a.say("%s", o.s.Workbook.Path)
	text := messageSummary(len(o.s.Forms), o.s.Progress())
	if len(o.s.Grading.Receipts) == 0 {
		text = messageNothingTaken + " " + text
	}
	if p := o.s.Progress(); p.Closed != nil {
		text = messageSummaryLocked(text, o.s.Closed, p.Closed.Regraded)
	}
	a.say("%s", text)
}

type jsonForm struct {
	ID      string     `json:"id"`
	Columns []string   `json:"columns"`
	Rows    []jsonLine `json:"rows"`
	LeftOut int        `json:"left_out,omitempty"` // subjects of its kinds for whom no form has a line
}

type jsonLine struct {
	ID     string `json:"id"`
	Counts []int  `json:"counts"`
}

func (o summaryOutput) json(w io.Writer) error { return encode(w, o.object()) }

func (o summaryOutput) object() any {
	forms := make([]jsonForm, 0, len(o.s.Forms))
	for _, t := range o.s.Forms {
		f := jsonForm{ID: t.Spec.ID}
		for i := range o.s.Statistics {
			if slices.Contains(o.s.Statistics[i].Beside, t.Spec.Sheet) {
				f.LeftOut += o.s.Statistics[i].Subjects
			}
		}
		for _, c := range t.Spec.Columns {
			f.Columns = append(f.Columns, c.ID)
		}
		for i, r := range t.Spec.Rows {
			f.Rows = append(f.Rows, jsonLine{r.ID, t.Cells[i]})
		}
		forms = append(forms, f)
	}
	p := o.s.Progress()
	byKind := map[string]int{}
	for k, n := range p.Waiting {
		byKind[string(k)] = n
	}
	return struct {
		Schema    int            `json:"schema"`
		Period    string         `json:"period"`
		Final     bool           `json:"final"`
		Missing   int            `json:"missing"` // organizations that have not reported
		Waiting   int            `json:"waiting"`
		ByKind    map[string]int `json:"waiting_by_kind"`
		Left      map[string]int `json:"left,omitempty"` // members whom their branches say have left, by state
		Undecided int            `json:"undecided"`      // graded, without a decision of the authority
		Lacking   int            `json:"lacking"`        // matters in which decisions fail a check
		Exceeded  int            `json:"exceeded"`       // ceilings exceeded as things stand, with those graded anew
		Closed    *jsonClosed    `json:"closed,omitempty"`
		Regraded  []jsonRegraded `json:"regraded,omitempty"` // counted with their new result
		Forms     []jsonForm     `json:"forms"`
		Workbooks []jsonWritten  `json:"workbooks"`
		Problems  []jsonProblem  `json:"problems"`
	}{1, o.period, p.Final(), p.Missing, o.s.Grading.Waiting(), byKind, campaign.LeftReported(o.s.Grading.Receipts), p.Open(), p.Lacks(), p.Exceeds(), closedObject(o.s.Closed), regradedObjects(o.s.Regraded), forms, jsonWorkbooks([]campaign.Written{o.s.Workbook}), jsonProblems(o.s.Problems)}
}
