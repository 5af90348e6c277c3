package cli

import (
	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// tally counts the outcomes of one group: a column per rung best first, then
// review, undecided, not rated.
type tally struct {
	total    int
	rungs    []int
	review   int
	open     int
	notRated int
}

func (t *tally) add(r *evaluate.Result) {
	t.total++
	switch r.Outcome {
	case evaluate.Graded:
		t.rungs[len(t.rungs)-1-int(r.Rank)]++
	case evaluate.Review:
		t.review++
	case evaluate.NotRated:
		t.notRated++
	default:
		t.open++
	}
}

func (t *tally) row(name string) []any {
	out := []any{name, t.total}
	for _, n := range t.rungs {
		out = append(out, n)
	}
	return append(out, t.review, t.open, t.notRated)
}

// tableOf prints the results of a kind by base organization, with a line of
// totals.
func tableOf(a *app, g *campaign.Grading, k evaluate.Kind) {
	pop, results := g.Report.Of(k)
	if len(results) == 0 {
		return
	}
	tree, scale := g.Report.Inputs.Tree, results[0].Rules.Scale()
	empty := func() *tally { return &tally{rungs: make([]int, len(scale))} }
	groups, all, elsewhere := map[int]*tally{}, empty(), empty()
	for row := range results {
		all.add(&results[row])
		base := -1
		if org := pop.Subjects[row].Org; org >= 0 {
			base = tree.Base(org)
		}
		if base < 0 {
			elsewhere.add(&results[row])
			continue
		}
		if groups[base] == nil {
			groups[base] = empty()
		}
		groups[base].add(&results[row])
	}
	columns := []column{{title: headBase(k), width: 44}, {title: headTotal, right: true}}
	for _, rung := range scale {
		columns = append(columns, column{title: rung.Short, right: true})
	}
	for _, title := range []string{headReview, headUndecided, headNotRated} {
		columns = append(columns, column{title: title, right: true})
	}
	var rows [][]any
	for _, base := range tree.Bases() {
		if t := groups[base]; t != nil {
			rows = append(rows, t.row(tree.Orgs[base].Name))
		}
	}
	if elsewhere.total > 0 {
		rows = append(rows, elsewhere.row(wordElsewhere))
	}
	a.table(columns, append(rows, all.row(wordAll)))
}
