package cli

import (
	"io"

	"github.com/xeploai/xeploai/evaluate"
)

// listRules lists the rule sets at hand.
func listRules(s ruleShelf, _ []string) (output, error) { return rulesListOutput{s}, nil }

type rulesListOutput struct{ s ruleShelf }

func (o rulesListOutput) status() status { return status{dataErrors: hasErrors(o.s.found)} }

func (o rulesListOutput) text(a *app) {
	a.talkProblems(worseThan(o.s.found, evaluate.Warning)) // warnings are for rules check
	var rows [][]any
	for _, rs := range o.s.library.Sets {
		title := messageSetTitle(&rs.Spec)
		if by := o.supersededBy(rs); by != "" {
			title = messageSuperseded(by) + title
		}
		rows = append(rows, []any{rs.Ref(), kindWord(rs.Spec.Kind), wordInForce(&rs.Spec), rs.NotQuoted(), title})
	}
	a.table([]column{{title: headSet}, {title: headKind}, {title: headInForce}, {title: headNotQuoted, right: true}, {title: headTitle, width: 60}}, rows)
}

// supersededBy is the edition that stands in a set's place, "" for none.
func (o rulesListOutput) supersededBy(rs *evaluate.RuleSet) string {
	for _, by := range o.s.library.Sets {
		if by.Spec.Replaces(&rs.Spec) {
			return by.Spec.Edition
		}
	}
	return ""
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
	Local     bool   `json:"local,omitempty"` // in force only where a campaign chooses it
	// SupersededBy is the edition that stands in this one's place unless a campaign names this one.
	SupersededBy string `json:"superseded_by,omitempty"`
}

func (o rulesListOutput) json(w io.Writer) error {
	sets := make([]jsonSet, 0, len(o.s.library.Sets))
	for _, rs := range o.s.library.Sets {
		s := jsonSet{rs.Ref(), string(rs.Spec.Kind), string(rs.Spec.Track), rs.Spec.Title, rs.Spec.From.String(), "", rs.Spec.SHA256, rs.NotQuoted(), rs.Spec.Local, o.supersededBy(rs)}
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
