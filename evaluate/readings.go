package evaluate

import "slices"

// mostWorlds is how many worlds a subject is read in; beyond it all its doubts are taken
// to tell, for they double with each.
const mostWorlds = 64

// readings are what a subject comes to in each world of the matters that its grade may
// hang on: those of its own doubts, and those of others whose grades it asks for.
type readings struct {
	own     []*Doubt // that are not settled
	matters []string // of each of these, then those of others
	worlds  []world  // none: nothing to read, or too much
	results []Result
}

// readings reads a subject in every world. What stands whatever others come to hangs on
// no matter of theirs.
func (g *grader) readings(k Kind, row int, stands *Result) *readings {
	doubts, frame := g.in.Populations[k].Subjects[row].Doubts, g.in.Populations[k].Frame
	var x *readings
	for i := range doubts {
		if d := &doubts[i]; !d.settled(frame, row) {
			if x == nil {
				x = &readings{}
			}
			x.own, x.matters = append(x.own, d), append(x.matters, d.matter(k, row, i))
		}
	}
	if x == nil {
		if len(g.answers) == 0 || stands.Outcome == Graded || stands.Outcome == NotRated {
			return nil
		}
		x = &readings{}
	}
	mine := distinct(x.matters)
	all := distinct(append(slices.Clone(mine), g.mattersOfOthers(k, row, x.own)...))
	if len(all) == 0 {
		return nil
	}
	if x.worlds = g.worlds(all, mostWorlds); x.worlds == nil {
		if x.worlds = g.worlds(mine, mostWorlds); x.worlds == nil || len(mine) == 0 {
			x.worlds = nil
			return x
		}
	}
	x.results = make([]Result, len(x.worlds))
	for i, w := range x.worlds {
		x.results[i] = g.reading(k, row, x, w)
	}
	return x
}

// distinct leaves out of a list what stands in it before.
func distinct(list []string) (out []string) {
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// mattersOfOthers are the matters on which the grades hang that a subject asks for, by any
// reading.
func (g *grader) mattersOfOthers(k Kind, row int, doubts []*Doubt) (out []string) {
	note := func(to Kind, rows []int) {
		for _, other := range rows {
			if len(g.kept[to]) > 0 && len(g.kept[to][other]) > 0 {
				for name := range g.kept[to][other][0].world {
					out = append(out, name)
				}
			}
		}
	}
	for _, rel := range g.sets[k].awaits {
		if to, ok := relationKind(rel); ok {
			rows, _ := g.of(rel, k, row)
			note(to, rows)
		}
	}
	for _, d := range doubts {
		for i := range d.Links {
			note(g.settleLink(k, &d.Links[i]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// reading is what would stand in a world.
func (g *grader) reading(k Kind, row int, x *readings, w world) Result {
	rs, alone := g.sets[k], g.supposed(k, row)
	for _, d := range g.in.Populations[k].Subjects[row].Doubts {
		if d.Stands != "" {
			alone.suppose(0, d.Fact, d.Stands)
		}
	}
	doubts := x.otherwise(w)
	for _, d := range doubts {
		d.suppose(alone)
	}
	was := g.world
	g.world = w
	c := &context{frame: alone, period: g.in.Period, reference: g.in.Reference, upstream: g.otherwise(k, row, doubts)}
	r := rs.undecided(rs.decide(c, nil), alone, 0)
	g.world = was
	for _, d := range doubts {
		if rank := rs.rankOfCode(d.Decided); d.Decided != "" && rank != NoRank {
			r.Outcome, r.Rank, r.Cause, r.MayBeNone = Graded, rank, NoCause, false
		}
	}
	return r
}

// otherwise are the doubts whose reading is the one of a world.
func (x *readings) otherwise(w world) (out []*Doubt) {
	if x == nil {
		return nil
	}
	for i, d := range x.own {
		if answer, there := w[x.matters[i]]; there && answer == d.answer() {
			out = append(out, d)
		}
	}
	return out
}

// doubted are the questions that keep a subject open between what its readings lead to.
// Matters are read together, for two may tell though neither does alone; one that changes
// nothing whatever the answers to the others is left out. Where the subject waits for other
// questions too nothing is narrowed.
func (g *grader) doubted(k Kind, row int, x *readings, disputes []Hold) (out []Hold) {
	if x == nil {
		return nil
	}
	if x.worlds == nil {
		for _, d := range x.own {
			out = append(out, Hold{Problem: d.Problem})
		}
		return out
	}
	between, orNone := x.between()
	if len(disputes) > 0 {
		between, orNone = 0, false
	}
	for i, d := range x.own {
		if said := slices.ContainsFunc(out, func(h Hold) bool {
			return d.Matter != "" && h.Problem.At == d.Problem.At && h.Problem.Message == d.Problem.Message
		}); said {
			continue
		}
		if d.Waits || x.tells(x.matters[i]) || d.Stands != "" && g.unlike(k, row, x.results) {
			out = append(out, Hold{Problem: d.Problem, Between: between, OrNone: orNone})
		}
	}
	return out
}

// between are the grades that a subject may come to in one world or another.
func (x *readings) between() (possible RankSet, orNone bool) {
	for i := range x.results {
		possible, orNone = possible|grades(&x.results[i]), orNone || mayBeNone(&x.results[i])
	}
	return possible, orNone
}

// tells reports whether the answer to a matter ever changes what stands.
func (x *readings) tells(matter string) bool {
	for i, w := range x.worlds {
		for j := range i {
			if w[matter] != x.worlds[j][matter] && w.but(matter).agrees(x.worlds[j]) && !sameResult(&x.results[i], &x.results[j]) {
				return true
			}
		}
	}
	return false
}

// but is the world without an answer to a matter.
func (w world) but(matter string) world {
	out := world{}
	for name, answer := range w {
		if name != matter {
			out[name] = answer
		}
	}
	return out
}

// unlike reports whether what stands by the row itself, which is none of the readings, is
// not what they all lead to.
func (g *grader) unlike(k Kind, row int, readings []Result) bool {
	rs, frame := g.sets[k], g.in.Populations[k].Frame
	c := &context{frame: frame, row: row, period: g.in.Period, reference: g.in.Reference, upstream: g.upstream(k, row, nil)}
	own := rs.undecided(rs.decide(c, nil), frame, row)
	return slices.ContainsFunc(readings, func(r Result) bool { return !sameResult(&r, &own) })
}

// narrow leaves of a result that no question keeps open what the worlds have in common, or
// what one of them leads to. The verdicts stay those of the open result.
func (x *readings) narrow(rs *RuleSet, r Result, frame *Frame, row int) Result {
	if x == nil || x.worlds == nil || r.Outcome == Graded || r.Outcome == NotRated {
		return r
	}
	possible, orNone := x.between()
	if r.Outcome == Review {
		r.Possible &= possible
		return r
	}
	walks := make([]Walk, len(x.results))
	for i := range x.results {
		walks[i] = x.results[i].Walk
	}
	r.Walk.join(walks)
	out := rs.undecided(r.Walk, frame, row)
	if out.Outcome == Undecided {
		out.Possible, out.MayBeNone = out.Possible&possible, out.MayBeNone && orNone
	}
	return out
}

// keep notes what an open subject may come to in each world, for those who ask for its
// grade.
func (g *grader) keep(k Kind, row int, x *readings, r *Result) {
	if x == nil || x.worlds == nil || r.Outcome == Graded || r.Outcome == NotRated {
		return
	}
	out := make([]inWorld, len(x.worlds))
	for i, w := range x.worlds {
		one := &x.results[i]
		out[i] = inWorld{world: w, possible: grades(one), none: mayBeNone(one), graded: one.Outcome != NotRated}
	}
	g.kept[k][row] = out
}

// otherwise shows whom a condition about the subject sees by a reading; of two that name
// others at the end of one relation the first is followed.
func (g *grader) otherwise(k Kind, row int, doubts []*Doubt) Upstream {
	up := g.upstream(k, row, nil)
	return func(rel Relation) []RelatedSubject {
		out, named := []RelatedSubject(nil), false
		for _, d := range doubts {
			named = named || slices.Contains(d.Unsaid, rel)
			for i := range d.Links {
				if d.Links[i].Relation == rel && !named {
					out, named = g.linked(k, &d.Links[i]), true
				}
			}
		}
		if !named {
			out = up(rel)
		}
		for i := range out {
			out[i].suppose(rel, doubts)
		}
		return out
	}
}

// linked are those at the end of a link.
func (g *grader) linked(k Kind, l *Link) []RelatedSubject {
	to, _ := g.settleLink(k, l)
	rows := slices.Concat(l.Rows, l.Perhaps)
	if l.Relation == HeadedOrg {
		return g.headedBy(l)
	}
	pop, results := g.report.Of(to)
	if len(rows) > 0 && len(results) == 0 {
		return g.unknownOrUngraded(to, rows)
	}
	out := makeRoom(nil, len(rows))
	for i, other := range rows {
		r := g.relatedAs(to, pop, results, other)
		r.Perhaps = i >= len(l.Rows)
		out = append(out, r)
	}
	return out
}

// settleLink grades those at the end of a link before the subject that asks.
func (g *grader) settleLink(k Kind, l *Link) (to Kind, rows []int) {
	to, _ = relationKind(l.Relation)
	rows = slices.Concat(l.Rows, l.Perhaps)
	if l.Relation == HeadedOrg {
		rows = g.rowsOf(rows)
	}
	if g.done[to] != nil && to != k && !g.rests(to, k, map[Kind]bool{}) {
		for _, other := range rows {
			g.decide(to, other)
		}
	}
	return to, rows
}
