package cli

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

func newRulesFacts(a *app) *cobra.Command {
	cmd := a.rulesVerb("facts [LOẠI|MÃ] [TỪ…]", helpRulesFacts, cobra.ArbitraryArgs, listFacts)
	cmd.Example = exampleRulesFacts
	return cmd
}

// listFacts lists the facts that rules may ask for: of a kind, of a set, or
// those in which a word stands.
func listFacts(s ruleShelf, args []string) (output, error) {
	var q rules.FactQuery
	kinds := s.library.Vocabulary.Kinds()
	if len(args) > 0 {
		rs, err := s.set(args[0])
		switch k := evaluate.Kind(args[0]); {
		case slices.Contains(kinds, k):
			q.Kind, args = k, args[1:]
		case err == nil:
			q.Set, args = rs, args[1:]
		case slices.Contains(s.refs(), args[0]): // a set's id that fits several editions is no word to look for
			return nil, err
		}
	}
	q.Word = strings.Join(args, " ")
	out := rulesFactsOutput{facts: rules.Facts(s.library, q)}
	if len(out.facts) == 0 {
		return nil, usageError{errors.New(messageNoFacts(q.Word, kinds))}
	}
	return out, nil
}

type rulesFactsOutput struct{ facts []rules.FactView }

func (o rulesFactsOutput) status() status { return status{} }

func (o rulesFactsOutput) text(a *app) {
	kind := ""
	for i := range o.facts {
		f := &o.facts[i]
		if f.Kind != kind {
			kind = f.Kind
			a.say("%s", messageFactsOf(evaluate.Kind(kind)))
		}
		a.say("  %s", messageFact(f))
		for _, line := range messageFactMore(f) {
			a.say("      %s", line)
		}
	}
	a.say("%s", messageFactCount(len(o.facts)))
}

func (o rulesFactsOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int              `json:"schema"`
		Facts    []rules.FactView `json:"facts"`
		Problems []jsonProblem    `json:"problems"`
	}{1, o.facts, []jsonProblem{}})
}
