package cli

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// gradeStream writes the object of `grade --json` (schema 1) piece by piece:
// results are never all in memory as JSON. Fields may be added, never changed.
type gradeStream struct {
	w           io.Writer
	g           *campaign.Grading
	full        bool
	proposeCaps bool
	err         error
	b           *bufio.Writer
}

type jsonRules struct {
	Kind      string   `json:"kind"`
	ID        string   `json:"id"`
	Edition   string   `json:"edition"`
	SHA256    string   `json:"sha256"`
	Switches  []string `json:"switches,omitempty"`
	NotQuoted int      `json:"not_quoted"`
}

type jsonResult struct {
	Kind         string       `json:"kind"`
	ID           string       `json:"id"`
	Person       *string      `json:"person"`
	Organization *string      `json:"organization"`
	Outcome      string       `json:"outcome"`
	Grade        *string      `json:"grade"`
	Rung         *string      `json:"rung"`
	Label        *string      `json:"label"`
	Computed     *string      `json:"computed"`
	Proposed     *string      `json:"proposed"`
	Decided      *string      `json:"decided"`
	Suggested    *string      `json:"suggested"`
	Possible     []string     `json:"possible"`
	MayBeNone    bool         `json:"may_be_not_rated,omitempty"`
	Cause        string       `json:"cause,omitempty"`
	Reasons      []jsonReason `json:"reasons"`
	// Overruled are decisions that the one in Decided stands above.
	Overruled []jsonOverruled `json:"overruled,omitempty"`
}

type jsonOverruled struct {
	Grade string `json:"grade"`
	At    string `json:"at"`
	Group bool   `json:"group"`
	// Regraded tells of the decision of grading anew, before the campaign was opened again.
	Regraded bool `json:"regraded,omitempty"`
}

type jsonReason struct {
	Rule     string     `json:"rule"`
	Verdict  string     `json:"verdict"`
	Cite     string     `json:"cite"`
	Standing string     `json:"standing"`
	Facts    []jsonFact `json:"facts"`
}

type jsonFact struct {
	Fact  string  `json:"fact"`
	Value *string `json:"value"`
	At    string  `json:"at,omitempty"`
	// Codes of the organizations, units and collectives that were counted, and of
	// those that are still open; people are not listed.
	Counted []string `json:"counted,omitempty"`
	Open    []string `json:"open,omitempty"`
	// Related are the subjects whose grades bound this one or stand for a fact.
	Related []jsonRelated `json:"related,omitempty"`
}

type jsonRelated struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

func (s *gradeStream) write(period string) {
	s.b = bufio.NewWriterSize(s.w, 1<<16)
	s.raw(`{"schema":1,"period":`)
	s.value(period)
	s.raw(`,"rules":[`)
	for i, r := range s.g.Rules {
		spec := s.g.Sets[r.Kind].Spec
		s.item(i, jsonRules{string(r.Kind), spec.ID, spec.Edition, r.SHA256, r.Switches, r.NotQuoted})
	}
	s.raw(`],"results":[`)
	n := 0
	for _, k := range evaluate.Kinds() {
		_, results := s.g.Report.Of(k)
		for row := range results {
			s.item(n, resultObject(s.g, k, row, s.full))
			n++
		}
	}
	s.raw(`],"caps":[`)
	for i := range s.g.Report.Caps {
		s.item(i, s.capObject(&s.g.Report.Caps[i]))
	}
	s.raw(`],"left":`)
	s.value(campaign.LeftReported(s.g.Receipts))
	s.raw(`,"workbooks":`)
	s.value(jsonWorkbooks(s.g.Workbooks))
	s.raw(`,"problems":[`)
	for i, p := range jsonProblems(s.g.Problems) {
		s.item(i, p)
	}
	s.raw("]}\n")
	if err := s.b.Flush(); s.err == nil {
		s.err = err
	}
}

func (s *gradeStream) raw(text string) {
	if s.err == nil {
		_, s.err = s.b.WriteString(text)
	}
}

func (s *gradeStream) value(v any) {
	b, err := json.Marshal(v)
	if s.err == nil {
		s.err = err
	}
	s.raw(string(b))
}

func (s *gradeStream) item(i int, v any) {
	if i > 0 {
		s.raw(",\n")
	}
	s.value(v)
}
