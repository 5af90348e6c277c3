package cli

import (
	"io"
	"strings"

	"github.com/xeploai/xeploai/rules"
)

// showRules prints one rule set: every rule with article and standing.
func showRules(s ruleShelf, args []string) (output, error) {
	rs, err := s.set(args[0])
	if err != nil {
		return nil, err
	}
	return rulesShowOutput{rules.Show(s.library, rs)}, nil
}

type rulesShowOutput struct{ view rules.SetView }

func (o rulesShowOutput) status() status { return status{} }

func (o rulesShowOutput) text(a *app) {
	v := o.view
	a.say("%s  [%s, sha256 %s]", v.Title, v.Ref, v.SHA256)
	for _, s := range v.Sources {
		a.say("  %s", strings.Join([]string{s.Number, s.Date, s.Title}, "; "))
	}
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
		Schema int           `json:"schema"`
		Set    rules.SetView `json:"set"`
	}{1, o.view})
}
