package cli

import (
	"slices"

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
	t := talliesOf(g, k)
	if t == nil {
		return
	}
	var rows [][]any
	tree := g.Report.Inputs.Tree
	for _, base := range tree.Bases() {
		if b := t.bases[base]; b != nil {
			rows = append(rows, b.row(tree.Orgs[base].Name))
		}
	}
	if t.direct.total > 0 {
		rows = append(rows, t.direct.row(wordDirect))
	}
	if t.elsewhere.total > 0 {
		rows = append(rows, t.elsewhere.row(wordElsewhere))
	}
	a.table(t.columns(headBase(k)), append(rows, t.all.row(wordAll)))
}

// totals prints one line per kind: the results in short, kinds of one scale in one
// table.
func totals(a *app, g *campaign.Grading, kinds []evaluate.Kind) {
	var columns []column
	var rows [][]any
	flush := func() {
		if len(rows) > 0 {
			a.table(columns, rows)
		}
		rows = nil
	}
	for _, k := range kinds {
		t := talliesOf(g, k)
		if t == nil {
			continue
		}
		if own := t.columns(""); !slices.Equal(own, columns) {
			flush()
			columns = own
		}
		rows = append(rows, t.all.row(kindWord(k)))
	}
	flush()
}

// tallies counts the results of one kind.
type tallies struct {
	scale          evaluate.Scale
	bases          map[int]*tally // by position of the base organization
	direct         *tally         // of no base organization: the office's own
	elsewhere, all *tally         // of no organization of the list; of all
}

func talliesOf(g *campaign.Grading, k evaluate.Kind) *tallies {
	pop, results := g.Report.Of(k)
	if len(results) == 0 {
		return nil
	}
	scale := results[0].Rules.Scale()
	empty := func() *tally { return &tally{rungs: make([]int, len(scale))} }
	t := &tallies{scale: scale, bases: map[int]*tally{}, direct: empty(), elsewhere: empty(), all: empty()}
	for row := range results {
		t.all.add(&results[row])
		org, base := pop.Subjects[row].Org, -1
		if org >= 0 {
			base = g.Report.Inputs.Tree.Base(org)
		}
		switch {
		case org < 0:
			t.elsewhere.add(&results[row])
			continue
		case base < 0:
			t.direct.add(&results[row])
			continue
		case t.bases[base] == nil:
			t.bases[base] = empty()
		}
		t.bases[base].add(&results[row])
	}
	return t
}

func (t *tallies) columns(head string) []column {
	out := []column{{title: head, width: 44}, {title: headTotal, right: true}}
	for _, rung := range t.scale {
		out = append(out, column{title: rung.Short, right: true})
	}
	for _, title := range []string{headReview, headUndecided, headNotRated} {
		out = append(out, column{title: title, right: true})
	}
	return out
}
