package cli

import (
	"io"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// chooseOutput lists those whom one word names, for a person to choose from. It
// carries names, as explanations do; its JSON does not.
type chooseOutput struct {
	g     *campaign.Grading
	found []campaign.Found
}

// shownChoices is how many are listed: with more, the word says too little.
const shownChoices = 50

func (o chooseOutput) status() status { return status{waiting: true} }

func (o chooseOutput) problems() []evaluate.Problem {
	return []evaluate.Problem{campaign.ProblemSeveral(len(o.found))}
}

func (o chooseOutput) text(a *app) {
	var rows [][]any
	for _, f := range o.found[:min(len(o.found), shownChoices)] {
		pop, _ := o.g.Report.Of(f.Kind)
		s := &pop.Subjects[f.Row]
		text := func(role evaluate.Role) string { return pop.Frame.Text(f.Row, pop.Frame.Schema.ByRole(role)) }
		rows = append(rows, []any{s.ID, text(evaluate.RoleName), bornWords(pop.Frame, f.Row), orgWords(o.g.Report.Inputs.Tree, s.Org), kindWord(f.Kind), o.g.PostOf(f).Words()})
	}
	a.talkProblems(o.problems())
	a.table([]column{{title: headCode}, {title: headName, width: 40}, {title: headBirth}, {title: headOrg, width: 70}, {title: headKind}, {title: headPost, width: 50}}, rows)
}

// bornWords is when somebody was born: the day, else the year, "" where nobody said.
func bornWords(f *evaluate.Frame, row int) string {
	for _, role := range []evaluate.Role{evaluate.RoleBirth, evaluate.RoleBirthYear} {
		if i := f.Schema.ByRole(role); i >= 0 && !f.Value(row, i).IsBlank() {
			return f.Show(i, f.Value(row, i))
		}
	}
	return ""
}

// orgWords is an organization with the base organization it belongs to: branches
// of many base organizations bear the same name.
func orgWords(t *evaluate.Tree, org int) string {
	if org < 0 {
		return ""
	}
	name := t.Orgs[org].Name
	if base := t.Base(org); base >= 0 && base != org {
		name += " · " + t.Orgs[base].Name
	}
	return name
}

type jsonChoice struct {
	Kind        string   `json:"kind"`
	ID          string   `json:"id"`
	Org         *string  `json:"organization"`
	Lead        string   `json:"leadership_post,omitempty"` // code
	Collectives []string `json:"collectives,omitempty"`
	Units       []string `json:"units,omitempty"`
}

func (o chooseOutput) json(w io.Writer) error {
	choices := make([]jsonChoice, 0, len(o.found))
	for _, f := range o.found {
		pop, _ := o.g.Report.Of(f.Kind)
		c := jsonChoice{Kind: string(f.Kind), ID: pop.Subjects[f.Row].ID}
		if org := pop.Subjects[f.Row].Org; org >= 0 {
			c.Org = orNull(o.g.Report.Inputs.Tree.Orgs[org].Code)
		}
		post := o.g.PostOf(f)
		c.Lead, c.Collectives, c.Units = post.Lead, post.Collectives, post.Units // a title may hold a name
		choices = append(choices, c)
	}
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Results  []jsonResult  `json:"results"`
		Choices  []jsonChoice  `json:"choices"`
		Problems []jsonProblem `json:"problems"`
	}{1, []jsonResult{}, choices, jsonProblems(o.problems())})
}
