package cli

import (
	"io"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

// diffRules says in words what the second set has changed against the first.
func diffRules(s ruleShelf, args []string) (output, error) {
	a, err := s.set(args[0])
	if err != nil {
		return nil, err
	}
	b, err := s.set(args[1])
	if err != nil {
		return nil, err
	}
	return rulesDiffOutput{rules.Diff(rules.Show(s.library, a), rules.Show(s.library, b))}, nil
}

type rulesDiffOutput struct{ diff rules.SetDiff }

func (o rulesDiffOutput) status() status { return status{} }

func (o rulesDiffOutput) text(a *app) {
	d := &o.diff
	a.say("%s → %s", d.From, d.To)
	for _, c := range d.General {
		a.say("  %s", messageChange(c))
	}
	for _, s := range d.Sections {
		a.say("\n%s", s.Title)
		for i := range s.Rules {
			o.rule(a, &s.Rules[i])
		}
	}
	a.say("\n%s", messageDiff(d))
}

func (o rulesDiffOutput) rule(a *app, r *rules.RuleDiff) {
	a.say("  %s", messageRuleDiff(r))
	for _, c := range r.Changes {
		if r.Kind == rules.Removed {
			c.From, c.To = "", c.From
		}
		if r.Kind == rules.Changed || c.To != evaluate.PhraseStanding(evaluate.Quoted) {
			a.say("      %s", messageChange(c))
		}
	}
}

func (o rulesDiffOutput) json(w io.Writer) error {
	if o.diff.Sections == nil {
		o.diff.Sections = []rules.SectionDiff{}
	}
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Diff     rules.SetDiff `json:"diff"`
		Problems []jsonProblem `json:"problems"`
	}{1, o.diff, []jsonProblem{}})
}
