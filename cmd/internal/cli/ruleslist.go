package cli

import (
	"io"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

// listRules lists the rule sets at hand.
func listRules(s ruleShelf, _ []string) (output, error) { return rulesListOutput{s}, nil }

type rulesListOutput struct{ s ruleShelf }

func (o rulesListOutput) status() status { return status{dataErrors: hasErrors(o.s.found)} }

func (o rulesListOutput) text(a *app) {
	a.talkProblems(worseThan(o.s.found, evaluate.Warning)) // warnings are for rules check
	var rows [][]any
	for _, rs := range o.s.library.Sets {
		rows = append(rows, []any{rs.Ref(), kindWord(rs.Spec.Kind), wordInForce(&rs.Spec), rs.NotQuoted(), rs.Spec.Title})
	}
	a.table([]column{{title: headSet}, {title: headKind}, {title: headInForce}, {title: headNotQuoted, right: true}, {title: headTitle, width: 60}}, rows)
}

type jsonSet struct {
	Ref       string `json:"ref"`
	Kind      string `json:"kind"`
	Track     string `json:"track"`
	Title     string `json:"title"`
	From      string `json:"from"`
	To        string `json:"to,omitempty"`
	SHA256    string `json:"sha256"`
	NotQuoted int    `json:"not_quoted"`
}

func (o rulesListOutput) json(w io.Writer) error {
	sets := make([]jsonSet, 0, len(o.s.library.Sets))
	for _, rs := range o.s.library.Sets {
		s := jsonSet{rs.Ref(), string(rs.Spec.Kind), string(rs.Spec.Track), rs.Spec.Title, rs.Spec.From.String(), "", rs.Spec.SHA256, rs.NotQuoted()}
		if rs.Spec.To != nil {
			s.To = rs.Spec.To.String()
		}
		sets = append(sets, s)
	}
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Sets     []jsonSet     `json:"sets"`
		Problems []jsonProblem `json:"problems"`
	}{1, sets, jsonProblems(o.s.found)})
}

// testRules plays the worked cases of all sets, or of the one that is named.
func testRules(s ruleShelf, args []string) (output, error) {
	if hasErrors(s.found) {
		return checked(s, nil, false), nil
	}
	asked := s.library.Sets
	if len(args) > 0 {
		rs, err := s.set(args[0])
		if err != nil {
			return nil, err
		}
		asked = []*evaluate.RuleSet{rs}
	}
	report, ps := rules.RunCasesOf(s.library, asked, s.layers...)
	return rulesTestOutput{report, evaluate.SortProblems(append(ps, report.Unproven()...))}, nil
}

type rulesTestOutput struct {
	report rules.CaseReport
	found  []evaluate.Problem
}

func (o rulesTestOutput) status() status { return status{dataErrors: hasErrors(o.found)} }

func (o rulesTestOutput) text(a *app) {
	a.talkProblems(o.found)
	var rows [][]any
	for _, s := range o.report.Sets {
		rows = append(rows, []any{s.Ref, s.Cases, len(s.Rules), len(s.Never)})
	}
	a.table([]column{{title: headSet}, {title: headCases, right: true}, {title: headRules, right: true}, {title: headNever, right: true}}, rows)
	a.say("%s", messageCases(o.report.Passed, o.report.Run))
}

type jsonCoverage struct {
	Ref   string    `json:"ref"`
	Cases int       `json:"cases"`
	Never []jsonGap `json:"never"`
}

type jsonGap struct {
	Rule string `json:"rule"`
	What string `json:"what"`
	At   string `json:"at"`
}

func (o rulesTestOutput) json(w io.Writer) error {
	sets := make([]jsonCoverage, 0, len(o.report.Sets))
	for _, s := range o.report.Sets {
		c := jsonCoverage{Ref: s.Ref, Cases: s.Cases, Never: []jsonGap{}}
		for _, g := range s.Never {
			c.Never = append(c.Never, jsonGap{g.Rule, string(g.What), g.At.String()})
		}
		sets = append(sets, c)
	}
	return encode(w, struct {
		Schema   int            `json:"schema"`
		Run      int            `json:"run"`
		Passed   int            `json:"passed"`
		Sets     []jsonCoverage `json:"sets"`
		Problems []jsonProblem  `json:"problems"`
	}{1, o.report.Run, o.report.Passed, sets, jsonProblems(o.found)})
}
