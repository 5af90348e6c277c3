package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

func newRulesCheck(a *app) *cobra.Command {
	var all bool
	cmd := &cobra.Command{Use: "check [MÃ[@PHIÊN-BẢN]]", Short: helpRulesCheck, Example: exampleRulesCheck, Args: arguments(0, 1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		shelf, err := a.shelf(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return checkRules(shelf, args, all)
	})
	cmd.Flags().BoolVar(&all, "all", false, helpRulesCheckAll)
	return cmd
}

// checkRules reports every mistake of the rule files.
func checkRules(s ruleShelf, args []string, all bool) (output, error) {
	s.found = evaluate.SortProblems(append(s.found, rules.CheckLock(s.layers[0], s.library)...))
	var named []string
	if len(args) > 0 {
		rs, err := s.set(args[0])
		if err != nil && !hasErrors(s.found) { // a set with errors is on no shelf; they say why
			return nil, err
		}
		if err == nil {
			named = s.files(rs)
		}
	}
	return checked(s, named, all), nil
}

// files are where a set is written: its own file, those it extends and its
// score sheets.
func (s ruleShelf) files(rs *evaluate.RuleSet) []string {
	out := []string{rs.Spec.At.File}
	for _, sheet := range rs.Sheets {
		out = append(out, sheet.Spec.At.File)
	}
	for _, parent := range s.library.Sets {
		if parent.Ref() == rs.Spec.Extends {
			out = append(out, s.files(parent)...)
		}
	}
	return out
}

// checked leaves out what an office can do nothing about: the warnings of
// built-in files other than the named ones, which tell that a printed source is
// wrong or an edition not yet released. Errors always stand.
func checked(s ruleShelf, named []string, all bool) rulesCheckOutput {
	out := rulesCheckOutput{s: s}
	if all {
		return out
	}
	out.s.found = slices.DeleteFunc(slices.Clone(s.found), func(p evaluate.Problem) bool {
		return p.Severity < evaluate.Error && p.At.Layer == rules.BuiltinLayer && !slices.Contains(named, p.At.File)
	})
	out.leftOut = len(s.found) - len(out.s.found)
	return out
}

type rulesCheckOutput struct {
	s       ruleShelf
	leftOut int // warnings of built-in files
}

func (o rulesCheckOutput) status() status { return status{dataErrors: hasErrors(o.s.found)} }

func (o rulesCheckOutput) text(a *app) {
	a.talkProblems(o.s.found)
	a.say("%s", messageRulesChecked(len(o.s.library.Sets), len(o.s.found), o.leftOut))
}

func (o rulesCheckOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Sets     int           `json:"sets"`
		LeftOut  int           `json:"builtin_warnings_left_out"`
		Problems []jsonProblem `json:"problems"`
	}{1, len(o.s.library.Sets), o.leftOut, jsonProblems(o.s.found)})
}
