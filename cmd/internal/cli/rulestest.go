package cli

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

func newRulesTest(a *app) *cobra.Command {
	var mutate bool
	cmd := &cobra.Command{Use: "test [MÃ[@PHIÊN-BẢN]]", Short: helpRulesTest, Example: exampleRulesTest, Args: arguments(0, 1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		if mutate && len(args) == 0 {
			return nil, usageError{errors.New(messageMutateWhich)}
		}
		shelf, err := a.shelf(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return testRules(shelf, args, mutate)
	})
	cmd.Flags().BoolVar(&mutate, "mutate", false, helpRulesMutate)
	return cmd
}

// testRules plays the worked cases of all sets, or of the one that is named; the
// one that is named may be changed on purpose, to see whether they notice.
func testRules(s ruleShelf, args []string, mutate bool) (output, error) {
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
	out := rulesTestOutput{report: report, found: evaluate.SortProblems(append(ps, report.Unproven()...))}
	if mutate && len(ps) == 0 { // a case that fails proves nothing
		m, _ := rules.Mutate(s.library, asked[0], s.layers...)
		out.mutation = &m
		out.found = evaluate.SortProblems(append(out.found, m.Problems(asked[0].Ref())...))
	}
	return out, nil
}

type rulesTestOutput struct {
	report   rules.CaseReport
	found    []evaluate.Problem
	mutation *rules.Mutation // nil where none was asked for, or cases fail
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
	if m := o.mutation; m != nil {
		a.say("%s", messageMutation(m.Tried, len(m.Survivors)))
	}
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
		Mutation *jsonMutation  `json:"mutation,omitempty"`
		Problems []jsonProblem  `json:"problems"`
	}{1, o.report.Run, o.report.Passed, sets, mutationJSON(o.mutation), jsonProblems(o.found)})
}

type jsonMutation struct {
	Tried     int            `json:"tried"`
	Survivors []jsonSurvivor `json:"survivors"`
}

type jsonSurvivor struct {
	Rule  string `json:"rule"`
	Place string `json:"place"`
	From  string `json:"from"`
	To    string `json:"to"`
	At    string `json:"at"`
}

func mutationJSON(m *rules.Mutation) *jsonMutation {
	if m == nil {
		return nil
	}
	out := &jsonMutation{Tried: m.Tried, Survivors: []jsonSurvivor{}}
	for _, s := range m.Survivors {
		out.Survivors = append(out.Survivors, jsonSurvivor{s.Rule, s.Place, s.From, s.To, s.At.String()})
	}
	return out
}
