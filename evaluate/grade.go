package evaluate

import (
	"slices"
	"sync"
)

// Grade decides every subject in the order that the rule sets' conditions and
// bounds demand, then looks at the ceilings. Problems are matters of the data
// (decisions without a reason, a circle of dependence); the report is complete
// even so, except where a circle leaves no order.
func Grade(in *Inputs, sets map[Kind]*RuleSet) (*Report, []Problem) {
	report := &Report{Inputs: in, Results: map[Kind][]Result{}}
	if p := circle(sets); p != nil {
		return report, []Problem{*p}
	}
	g := &grader{in: in, sets: sets, report: report, done: map[Kind][]bool{}, groups: map[groupLack]bool{}, spare: map[Kind]*Frame{}, asked: map[Kind][]Relation{}, answers: answers(in)}
	for _, k := range Kinds() {
		if p := in.Populations[k]; p != nil && sets[k] != nil {
			report.Results[k] = make([]Result, len(p.Subjects))
			g.done[k] = make([]bool, len(p.Subjects))
		}
	}
	g.relations = relate(in, report)
	g.kept = map[Kind][][]inWorld{}
	for k, results := range report.Results {
		if len(g.answers) > 0 {
			g.kept[k] = make([][]inWorld, len(results))
		}
	}
	g.persons = g.roles()
	g.all()
	g.tellAll()
	var beside sync.WaitGroup
	beside.Go(func() { report.Remarks = g.remarks(g.persons) })
	caps := make([][]CapFinding, len(Kinds()))
	for i, k := range Kinds() {
		if len(report.Results[k]) > 0 {
			beside.Go(func() { caps[i] = sets[k].Caps(report, k) })
		}
	}
	beside.Wait()
	report.Caps = slices.Concat(caps...)
	return report, SortProblems(slices.Concat(g.problems, g.undocumented.problems(), g.beyond.problems(), report.Remarks, report.sharedUplifts(), report.idleUplifts(sets), report.DecidedOver()))
}

type grader struct {
	*relations
	in       *Inputs
	sets     map[Kind]*RuleSet
	report   *Report
	problems []Problem
	done     map[Kind][]bool
	persons  map[string][]role
	asked    map[Kind][]Relation // what asks has found
	groups   map[groupLack]bool  // what was told of a group's decision
	answers  map[string][]string // that there are to each matter

	// Room that whoever is graded next uses again.
	context context
	room    []RelatedSubject // in which related subjects are listed, one list at a time
	spare   map[Kind]*Frame  // on which readings are supposed, one at a time

	undocumented rowsLacking
	beyond       beyondPossible
}

// circle finds kinds whose sets wait for each other's grades. A relation within a
// kind leads down the tree and closes no circle, and neither does one that only
// facts are asked of.
func circle(sets map[Kind]*RuleSet) *Problem {
	onPath, finished := map[Kind]bool{}, map[Kind]bool{}
	var path []*RuleSet
	var visit func(k Kind) []*RuleSet
	visit = func(k Kind) []*RuleSet {
		rs := sets[k]
		if rs == nil || finished[k] {
			return nil
		}
		onPath[k], path = true, append(path, rs)
		for _, rel := range rs.awaits {
			to, _ := relationKind(rel)
			if to == k {
				continue
			}
			if onPath[to] {
				for i, on := range path {
					if on.Spec.Kind == to {
						return path[i:]
					}
				}
			}
			if found := visit(to); found != nil {
				return found
			}
		}
		onPath[k], finished[k], path = false, true, path[:len(path)-1]
		return nil
	}
	for _, k := range Kinds() {
		if found := visit(k); found != nil {
			p := problemCircle(found)
			return &p
		}
	}
	return nil
}

// decide grades one subject after those it rests on.
func (g *grader) decide(k Kind, row int) {
	if g.done[k][row] {
		return
	}
	g.done[k][row] = true
	if g.world != nil { // asked for by a reading: it is graded for all
		defer func(w world) { g.world = w }(g.world)
		g.world = nil
	}
	rs := g.sets[k]
	pop, results := g.report.Of(k)
	s := &pop.Subjects[row]
	for _, rel := range rs.awaits {
		to, _ := relationKind(rel)
		if g.done[to] == nil {
			continue
		}
		rows, _ := g.of(rel, k, row)
		for _, other := range rows {
			g.decide(to, other)
		}
	}
	// One context serves everybody in turn: the room for points is used again.
	g.context = context{frame: pop.Frame, row: row, period: g.in.Period, reference: g.in.Reference, upstream: g.upstream(k, row, &g.room),
		scratch: scoring{room: g.context.scratch.room}}
	r := rs.undecided(rs.decide(&g.context, nil), pop.Frame, row)
	disputes := g.disputes(k, row)
	x := g.readings(k, row, &r)
	questions := append(disputes, g.doubted(k, row, x, disputes)...)
	if len(questions)+len(s.Holds) == 0 {
		r = x.narrow(rs, r, pop.Frame, row)
	}
	r = rs.stand(r, pop.Frame, row, s, questions)
	results[row] = r
	if len(disputes)+len(s.Holds)+len(s.Under) == 0 {
		g.keep(k, row, x, &r)
	}
}

// tellAll collects the problems of everybody's decision and what was entered against the
// grades given here.
func (g *grader) tellAll() {
	for _, k := range Kinds() {
		pop, results := g.report.Of(k)
		for row := range results {
			s := &pop.Subjects[row]
			g.told(k, s, results[row].DecisionProblems(pop.Frame, row, s.ID))
			g.problems = append(g.problems, g.contradictions(k, row)...)
		}
	}
}

// contradictions are facts that were entered although the grade of the related
// subject, which would stand for them, came out otherwise here.
func (g *grader) contradictions(k Kind, row int) []Problem {
	rs, frame := g.sets[k], g.in.Populations[k].Frame
	var ps []Problem
	for _, fact := range rs.given {
		def := &rs.schema.Facts[fact]
		v := frame.Value(row, fact)
		if v.IsBlank() {
			continue
		}
		codes, open := relatedCodes(g.upstream(k, row, &g.room)(def.GivenBy), def)
		if !open && len(codes) == 1 && codes[0] != v.Choice() {
			p := problemGivenOtherwise(frame.Origin(row, fact), g.in.Populations[k].Subjects[row].ID, def.Heading, def.Choices[codes[0]].Label)
			to, _ := relationKind(def.GivenBy)
			rows, _ := g.of(def.GivenBy, k, row)
			for _, other := range rows {
				p = withRelated(p, g.in.Populations[to].Frame.Origin(other, -1), "mức đã xếp cho dòng này")
			}
			ps = append(ps, p)
		}
	}
	return ps
}
