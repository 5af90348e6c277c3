package evaluate

import (
	"slices"
	"sync"
)

// Subjects are graded a kind at a time, each kind after those that its subjects may ask
// about, and of one kind those first that others of the kind ask about. Who asks nothing
// of each other is graded side by side. Whoever asks has everybody he needs graded first
// all the same (decide), so that the order decides how long it takes and nothing else.

// abreast is how many subjects are graded one after the other beside other such lots. A
// result has no share in it.
const abreast = 256

// all grades everybody.
func (g *grader) all() {
	order := g.order()
	for i, k := range order {
		rows := make([]int, len(g.report.Results[k]))
		for row := range rows {
			rows[row] = row
		}
		if g.comesBefore(k, order[i+1:], led(g.asks(k))) {
			rows = g.waves(k, rows)
		}
		g.lot(k, rows)
	}
}

// waves grades subjects of a kind side by side as soon as whomever they ask about is
// graded, and returns those who wait for each other.
func (g *grader) waves(k Kind, rows []int) []int {
	var own []Relation
	for _, rel := range g.asks(k) {
		if to, _ := relationKind(rel); to == k {
			own = append(own, rel)
		}
	}
	for len(rows) > 0 {
		var ready, waiting []int
		for _, row := range rows {
			if g.ready(k, row, own) {
				ready = append(ready, row)
			} else {
				waiting = append(waiting, row)
			}
		}
		if len(ready) == 0 {
			break
		}
		var lots sync.WaitGroup
		for lot := range slices.Chunk(ready, abreast) {
			lots.Go(func() { g.beside().lot(k, lot) })
		}
		lots.Wait()
		rows = waiting
	}
	return rows
}

// ready tells whether those of its own kind that a subject asks about are graded.
func (g *grader) ready(k Kind, row int, own []Relation) bool {
	done := func(other int) bool { return other == row || g.done[k][other] }
	for _, rel := range own {
		rows, _ := g.of(rel, k, row)
		if !all(rows, done) {
			return false
		}
		for _, d := range g.in.Populations[k].Subjects[row].Doubts {
			for _, l := range d.Links {
				if l.Relation == rel && !(all(l.Rows, done) && all(l.Perhaps, done)) {
					return false
				}
			}
		}
	}
	return true
}

// lot grades subjects of a kind one after the other.
func (g *grader) lot(k Kind, rows []int) {
	for _, row := range rows {
		g.decide(k, row)
	}
}

// beside is a grader of the same people with room of its own.
func (g *grader) beside() *grader {
	out := *g
	relations := *g.relations
	out.relations, out.context, out.room, out.spare = &relations, context{}, nil, map[Kind]*Frame{}
	return &out
}

// order is that of the kinds: whom a kind's subjects ask about goes before it. Where two
// kinds would go before each other only the grades that the rule sets ask for count, which
// go round in no circle.
func (g *grader) order() (out []Kind) {
	var left []Kind
	for _, k := range Kinds() {
		if len(g.report.Results[k]) > 0 {
			left = append(left, k)
		}
	}
	for len(left) > 0 {
		i := slices.IndexFunc(left, func(k Kind) bool { return g.comesBefore(k, left, led(g.asks(k))) })
		if i < 0 {
			i = slices.IndexFunc(left, func(k Kind) bool { return g.comesBefore(k, left, led(g.sets[k].awaits)) })
		}
		out, left = append(out, left[i]), slices.Delete(left, i, i+1)
	}
	return out
}

// comesBefore tells whether none of those that a kind asks about is among others that
// have still to be graded; those that wait for the kind themselves do not count.
func (g *grader) comesBefore(k Kind, left, asked []Kind) bool {
	return !slices.ContainsFunc(asked, func(to Kind) bool {
		return to != k && slices.Contains(left, to) && !g.rests(to, k, map[Kind]bool{})
	})
}

// asks are the relations that the grading of a kind may follow: by its rules, by what is
// stated of others or counted of them, and by what its subjects' doubts are about.
func (g *grader) asks(k Kind) []Relation {
	if asked, known := g.asked[k]; known {
		return asked
	}
	pop := g.in.Populations[k]
	rels := slices.Clone(g.sets[k].relates)
	for _, fact := range pop.Frame.Schema.stated {
		def := &pop.Frame.Schema.Facts[fact]
		if def.Tally != nil {
			rels = append(rels, def.Tally.Of)
		}
		if def.SameAs != nil {
			rels = append(rels, def.SameAs.Of)
		}
	}
	for i := range pop.Subjects {
		for _, d := range pop.Subjects[i].Doubts {
			for _, l := range d.Links {
				rels = append(rels, l.Relation)
			}
		}
	}
	slices.Sort(rels)
	g.asked[k] = slices.Compact(rels)
	return g.asked[k]
}

// led are the kinds that relations lead to.
func led(rels []Relation) (out []Kind) {
	for _, rel := range rels {
		if to, ok := relationKind(rel); ok && !slices.Contains(out, to) {
			out = append(out, to)
		}
	}
	return out
}

func all(rows []int, holds func(int) bool) bool {
	return !slices.ContainsFunc(rows, func(row int) bool { return !holds(row) })
}
