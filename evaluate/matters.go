package evaluate

import (
	"fmt"
	"slices"
)

// A question to which several answers may be true is a matter. Whoever is read by one of
// its answers is read so together with everybody else whom the matter is about, and with
// all whose grades are asked for: a head and the collective that perhaps is his are in one
// world or in the other, never one of them in each.

// answerOther is the answer by which a matter with no named answers is otherwise.
const answerOther = "other"

// answer is the answer that the doubt's reading takes for true.
func (d *Doubt) answer() string {
	if d.Here == d.Answer {
		return answerOther
	}
	return d.Answer
}

// answers are, by matter, all that somebody's doubt takes for true, in order.
func answers(in *Inputs) map[string][]string {
	out := map[string][]string{}
	for _, k := range Kinds() {
		pop := in.Populations[k]
		if pop == nil {
			continue
		}
		for row := range pop.Subjects {
			doubts := pop.Subjects[row].Doubts
			for i := range doubts {
				d := &doubts[i]
				name := d.matter(k, row, i)
				out[name] = append(out[name], d.Here, d.answer())
			}
		}
	}
	for name, all := range out {
		slices.Sort(all)
		out[name] = slices.Compact(all)
	}
	return out
}

// matter is the name of the matter that a subject's doubt is about.
func (d *Doubt) matter(k Kind, row, i int) string {
	if d.Matter != "" {
		return d.Matter
	}
	return fmt.Sprintf("%s\x1f%d\x1f%d", k, row, i)
}

// world is one answer to each of some matters.
type world map[string]string

// agrees tells whether no matter has another answer in the other world.
func (w world) agrees(o world) bool {
	for name, answer := range w {
		if other, there := o[name]; there && other != answer {
			return false
		}
	}
	return true
}

// worlds are all combinations of answers to some matters; none where there are more than
// most.
func (g *grader) worlds(matters []string, most int) []world {
	out := []world{{}}
	for _, name := range matters {
		var more []world
		for _, w := range out {
			for _, answer := range g.answers[name] {
				next := world{name: answer}
				for n, a := range w {
					next[n] = a
				}
				more = append(more, next)
			}
		}
		if out = more; len(out) > most {
			return nil
		}
	}
	return out
}

// inWorld is what a subject may come to in one world.
type inWorld struct {
	world    world
	possible RankSet
	none     bool // it may turn out not rated
	graded   bool // it may turn out rated
}

// within leaves of what a subject may come to what is possible in the world looked at.
func (r *relations) within(out *RelatedSubject, k Kind, row int) {
	if len(r.world) == 0 || len(r.kept[k]) == 0 {
		return
	}
	var possible RankSet
	none, graded := false, false
	for _, x := range r.kept[k][row] {
		if x.world.agrees(r.world) {
			possible, none, graded = possible|x.possible, none || x.none, graded || x.graded
		}
	}
	if none || graded {
		out.Possible, out.MayBeNone, out.NotRated = possible, none && graded, !graded
	}
}
