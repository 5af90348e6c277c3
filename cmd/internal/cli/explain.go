package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/rules"
)

func newExplain(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "explain MÃ|TÊN|SỐ", Aliases: []string{"giai-thich"}, Short: helpExplain, Example: exampleExplain, Args: arguments(1, -1)}
	cmd.RunE = a.run(func(args []string) (output, error) {
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return runExplain(c, strings.Join(args, " "))
	})
	return cmd
}

func runExplain(c *campaign.Campaign, word string) (output, error) {
	g, err := c.Evaluate()
	if err != nil {
		return nil, err
	}
	found, sure := g.Find(word)
	switch {
	case len(found) == 0:
		return nil, g.NotFound(word)
	case !sure:
		return chooseOutput{g, found}, nil
	}
	regraded, err := c.Regraded()
	if err != nil {
		return nil, err
	}
	return explainOutput{g, found, c.Library, regraded}, nil
}

// explainOutput prints one person's or organization's subjects. It carries the
// name: that is its purpose; its JSON does not.
type explainOutput struct {
	g     *campaign.Grading
	found []campaign.Found
	lib   *evaluate.Library
	// regraded are the subjects graded anew since the campaign was locked; what
	// is explained is the locked result.
	regraded []campaign.Regraded
}

func (o explainOutput) status() status {
	var s status
	for _, f := range o.found {
		_, results := o.g.Report.Of(f.Kind)
		if r := results[f.Row].Outcome; r == evaluate.Review || r == evaluate.Undecided {
			s.waiting = true
		}
	}
	return s
}

func (o explainOutput) json(w io.Writer) error {
	results, told := make([]jsonResult, 0, len(o.found)), o.remarks()
	for _, f := range o.found {
		results = append(results, resultObject(o.g, f.Kind, f.Row, true))
		told = append(told, o.lacking(f)...)
	}
	return encode(w, struct {
		Schema   int           `json:"schema"`
		Results  []jsonResult  `json:"results"`
		Problems []jsonProblem `json:"problems"`
	}{1, results, jsonProblems(evaluate.SortProblems(told))})
}

func (o explainOutput) text(a *app) {
	for _, f := range o.found {
		o.subject(a, f)
	}
	for _, p := range o.remarks() {
		a.say("%s", messageRemark(p))
	}
}

// remarks are what people should see about the subjects explained, taken
// together: roles that come out different, counts that the results contradict.
func (o explainOutput) remarks() []evaluate.Problem {
	var out []evaluate.Problem
	for _, f := range o.found {
		out = append(out, o.g.Report.RemarksOn(f.Kind, f.Row)...)
	}
	return evaluate.SortProblems(out)
}

// lacking are the checks that the decision about a subject fails; one that may be
// about it is among what it waits for.
func (o explainOutput) lacking(f campaign.Found) []evaluate.Problem {
	pop, results := o.g.Report.Of(f.Kind)
	id := pop.Subjects[f.Row].ID
	out := results[f.Row].LacksInDecision(pop.Frame, f.Row, id)
	for _, p := range o.g.Problems {
		same := func(q evaluate.Problem) bool { return q.Code == p.Code }
		if p.Subject == id && p.LacksInDecision() && p.Code != evaluate.CodeSubjectGone && !slices.ContainsFunc(out, same) {
			out = append(out, p)
		}
	}
	return out
}

// regradedOf is the last record of somebody graded anew, nil for none.
func (o explainOutput) regradedOf(k evaluate.Kind, id string) (last *campaign.Regraded) {
	for i := range o.regraded {
		if r := &o.regraded[i]; r.Kind == k && r.ID == id {
			last = r
		}
	}
	return last
}

func (o explainOutput) subject(a *app, f campaign.Found) {
	pop, _ := o.g.Report.Of(f.Kind)
	e := o.g.Report.Explain(f.Kind, f.Row)
	name := pop.Frame.Text(f.Row, pop.Frame.Schema.ByRole(evaluate.RoleName))
	if r := o.regradedOf(f.Kind, e.Subject.ID); r != nil { // what counts now comes first
		a.say("%s", messageSubjectRegraded(name, &e, pop.Frame.Origin(f.Row, -1), r))
		a.say("  %s", r.New.Why)
		a.say("  %s", messageAlsoRegraded(r, e.Result))
	} else {
		a.say("%s", messageSubject(name, &e, pop.Frame.Origin(f.Row, -1)))
	}
	a.say("  %s", o.g.Report.Reason(f.Kind, f.Row))
	if why := o.g.Report.ReviewGround(f.Kind, f.Row); why != "" {
		a.say("  %s", messageReviewGround(why))
	}
	if next := o.g.Report.NextGrade(f.Kind, f.Row); next != "" {
		a.say("  %s", messageNext(next))
	}
	for _, h := range o.g.Report.Questions(f.Kind, f.Row) {
		a.say("  %s", messageHold(h.Problem))
	}
	for _, m := range o.g.Report.Missing(f.Kind, f.Row) {
		a.say("  %s", messageMissing(m))
	}
	if remark := pop.Frame.Schema.ByRole(evaluate.RoleRemark); remark >= 0 && pop.Frame.Text(f.Row, remark) != "" {
		a.say("  %s", messageSendersRemark(pop.Frame, f.Row, remark))
	}
	a.say("  %s", messageProposals(e.Result))
	if e.Result.Decided != evaluate.NoRank {
		a.say("  %s", messageDecision(pop.Frame, f.Row, e.Result, len(e.Subject.Under) > 0))
		for _, o := range e.Subject.Overruled {
			a.say("  %s", messageOverruled(o))
		}
	}
	for _, p := range o.lacking(f) {
		a.say("  %s", messageLacking(p))
	}
	a.say("  %s", messageRules(o.g, f.Kind))
	t := teller{a, o.lib, e.Result.Rules, o.g.Report.Inputs.Tree}
	t.steps(headProfile, e.Profiles)
	if len(e.Lines) > 0 {
		a.say("%s", messageScored(e.Result))
		for i := range e.Lines {
			a.say("%s", messageLine(&e.Lines[i], e.Result.Rules.Schema()))
		}
	}
	t.steps(headNotRatedCases, e.NotRated)
	t.steps(headBars, e.Bars)
	for i := range e.Rungs {
		r := &e.Rungs[i]
		a.say("%s", messageRung(r))
		if r.Spec.Band != nil {
			a.say("%s", messageBand(r, e.Result.Walk.Score))
		}
		t.lines(r.Needs)
		for _, j := range r.Spec.Judgements {
			a.say("    %s", messageJudgement(j))
		}
	}
	t.steps(headSanctions, e.Sanction)
	t.steps(headRests, e.Rests)
	t.steps(headNotices, e.Notices)
	t.steps(headVotes, e.Votes)
}

// teller tells the steps of one subject's walk.
type teller struct {
	*app
	lib *evaluate.Library
	rs  *evaluate.RuleSet
	// tree has the names of units and collectives that nobody grades here.
	tree *evaluate.Tree
}

func (t teller) steps(title string, steps []evaluate.Step) {
	if len(steps) > 0 {
		t.say("%s", title)
		t.lines(steps)
	}
}

func (t teller) lines(steps []evaluate.Step) {
	fires := false // of the bar that exceptions and relief belong to
	for _, s := range steps {
		indent := "    "
		switch s.Rule.Role {
		case evaluate.RoleBar:
			fires = s.Verdict == evaluate.Holds || s.Verdict == evaluate.Unknown
		case evaluate.RoleException, evaluate.RoleRelief:
			if !fires {
				continue // nothing to except or to relieve
			}
			indent = "      "
		}
		if s.Rule.Off {
			continue
		}
		t.say("%s%s", indent, messageStep(s))
		for _, seen := range s.Seen {
			if seen.Counted != nil {
				seen.Heading = messageCounted(seen.Heading, rules.Counted(t.lib, t.rs, seen.Counted))
			}
			t.say("%s    %s", indent, messageSeen(seen)+messageBounding(&seen, t.tree))
		}
	}
}
