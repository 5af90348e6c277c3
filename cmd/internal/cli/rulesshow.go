package cli

import (
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/rules"
)

func newRulesShow(a *app) *cobra.Command {
	var file string
	cmd := &cobra.Command{Use: "show MÃ[@PHIÊN-BẢN]", Short: helpRulesShow, Example: exampleRulesShow, Args: arguments(1, 1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		shelf, err := a.shelf(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return a.showRules(shelf, args[0], file)
	})
	cmd.Flags().StringVar(&file, "xlsx", "", helpRulesXlsx)
	return cmd
}

// showRules prints one rule set: every rule with article and standing, on the
// terminal or into a workbook.
func (a *app) showRules(s ruleShelf, ref, file string) (output, error) {
	rs, err := s.set(ref)
	if err != nil {
		return nil, err
	}
	out := rulesShowOutput{view: rules.Show(s.library, rs)}
	if file != "" {
		out.written = a.path(file)
		err = a.writeRuleBook(s, rs, out.view, out.written)
	}
	return out, err
}

type rulesShowOutput struct {
	view    rules.SetView
	written string // the workbook, "" for none
}

func (o rulesShowOutput) status() status { return status{} }

func (o rulesShowOutput) text(a *app) {
	v := o.view
	if o.written != "" {
		a.say("%s", messageRuleBook(v.Ref, o.written))
		return
	}
	a.say("%s  [%s, sha256 %s]", v.Title, v.Ref, v.SHA256)
	for _, s := range v.Sources {
		a.say("  %s", joinSaid(s.Number, s.Date, s.Title))
	}
	a.say("  %s", messageScale(v.Scale))
	for _, s := range v.Sections {
		a.say("\n%s", s.Title)
		for i := range s.Rules {
			o.rule(a, &s.Rules[i], "  ")
		}
	}
	for i := range v.Sheets {
		o.sheet(a, &v.Sheets[i])
	}
}

func (o rulesShowOutput) sheet(a *app, s *rules.SheetView) {
	a.say("\n%s", messageSheet(s))
	if s.How != "" {
		a.say("  %s", s.How)
	}
	indents := map[string]string{rules.DepthGroup: "  ", rules.DepthCriterion: "    ", rules.DepthLine: "      "}
	for _, r := range s.Rows {
		a.say("%s%s", indents[r.Depth], messageSheetRow(&r, s))
	}
}

func (o rulesShowOutput) rule(a *app, r *rules.RuleView, indent string) {
	a.say("%s%s", indent, messageRule(r))
	for _, line := range []string{r.Condition, r.Scope, r.Note} {
		if line != "" {
			a.say("%s    %s", indent, line)
		}
	}
	for i := range r.Parts {
		o.rule(a, &r.Parts[i], indent+"  ")
	}
}

func (o rulesShowOutput) json(w io.Writer) error {
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Set      rules.SetView `json:"set"`
		Written  string        `json:"written,omitempty"`
		Problems []jsonProblem `json:"problems"`
	}{1, o.view, filepath.ToSlash(o.written), []jsonProblem{}})
}
