package evaluate

import "slices"

// A count of others by their grade, or the grade of one of them, and these others'
// grades as given here, are two sources of one thing. Where they contradict each other
// and would lead to different grades, neither is followed: the subject waits between
// the two until somebody has settled which is wrong.

// disputes are the questions that keep a subject open because what is stated of it, or
// of the same person in another role, is not what those named were graded here.
func (g *grader) disputes(k Kind, row int) []Hold {
	frame := g.in.Populations[k].Frame
	var out []Hold
	for _, fact := range frame.Schema.stated {
		if frame.Value(row, fact).IsBlank() {
			continue
		}
		var ask func(k Kind, row, fact int) (Hold, bool)
		switch def := &frame.Schema.Facts[fact]; {
		case def.Tally != nil:
			ask = g.disputedCount
		case def.SameAs.Grade:
			ask = g.disputedGrade
		default:
			continue
		}
		if h, waits := ask(k, row, fact); waits {
			out = append(out, h)
		}
	}
	return out
}

// disputedCount asks about a count that those named contradict.
func (g *grader) disputedCount(k Kind, row, fact int) (Hold, bool) {
	rs, frame, roles := g.sets[k], g.in.Populations[k].Frame, g.rolesOf(k, row)
	of := frame.Schema.Facts[fact].Tally.Of
	rows, _ := g.named(of, g.counting(role{k, row}, fact, roles))
	if !g.settle(of, k, rows) {
		return Hold{}, false
	}
	c, ok := g.tallied(role{k, row}, fact, roles)
	if !ok {
		return Hold{}, false
	}
	stated, counted := rs.asStated(g, k, row, of), rs.asCounted(g, k, row, fact, c)
	return Hold{Problem: problemDisputed(frame, row, fact, g.subject(role{k, row}).ID, c), Between: grades(&stated) | grades(&counted)}, comesApart(&stated, &counted)
}

// settle grades those at the other end of a relation first; false where they wait for
// this kind themselves. Units under a unit were graded before it, if its rules ask for them.
func (g *grader) settle(rel Relation, k Kind, rows []int) bool {
	to, ok := relationKind(rel)
	if to == k && slices.Contains(g.sets[k].awaits, rel) {
		return true
	}
	if !ok || g.rests(to, k, map[Kind]bool{}) {
		return false
	}
	for _, other := range rows {
		if g.done[to] != nil {
			g.decide(to, other)
		}
	}
	return true
}

// rolesOf are the roles of the person a subject is, itself among them.
func (g *grader) rolesOf(k Kind, row int) []role {
	if roles := g.persons[g.in.Populations[k].Subjects[row].Person]; len(roles) > 0 {
		return roles
	}
	return []role{{k, row}}
}

// rests tells whether the grades of a kind wait, by way of others too, for those of
// another.
func (g *grader) rests(k, on Kind, seen map[Kind]bool) bool {
	if k == on {
		return true
	}
	if rs := g.sets[k]; rs != nil && !seen[k] {
		seen[k] = true
		for _, rel := range rs.awaits {
			if to, ok := relationKind(rel); ok && to != k && g.rests(to, on, seen) {
				return true
			}
		}
	}
	return false
}

// asStated is what would stand if nobody had named those whom a count is about.
func (rs *RuleSet) asStated(g *grader, k Kind, row int, of Relation) Result {
	frame, up := g.in.Populations[k].Frame, g.upstream(k, row, nil)
	c := &context{frame: frame, row: row, period: g.in.Period, reference: g.in.Reference, upstream: func(rel Relation) []RelatedSubject {
		if rel == of {
			return nil
		}
		return up(rel)
	}}
	return rs.undecided(rs.decide(c, nil), frame, row)
}

// asCounted is what would stand if the count had been taken from the grades given
// here.
func (rs *RuleSet) asCounted(g *grader, k Kind, row, fact int, t tallied) Result {
	alone := g.supposed(k, row)
	alone.Set(0, fact, Value{})
	if t.sure == t.perhaps {
		if v, ok := NumberValue(Int(int64(t.sure))); ok {
			alone.Set(0, fact, v)
		}
	}
	if among, ok := alone.Schema.Index(alone.Schema.Facts[fact].Tally.Among); ok {
		if v, ok := NumberValue(Int(int64(t.rated))); ok {
			alone.Set(0, among, v)
		}
	}
	c := &context{frame: alone, period: g.in.Period, reference: g.in.Reference, upstream: g.upstream(k, row, nil)}
	return rs.undecided(rs.decide(c, nil), alone, 0)
}

// comesApart tells whether two results are different whatever is still open in them.
func comesApart(a, b *Result) bool {
	switch {
	case a.Outcome == NotRated || b.Outcome == NotRated:
		return a.Outcome != b.Outcome && a.Outcome != Undecided && b.Outcome != Undecided
	case a.Outcome == Review && b.Outcome == Graded, a.Outcome == Graded && b.Outcome == Review:
		return true
	case a.Outcome == Review && b.Outcome == Review:
		return false // a person looks at either
	}
	return grades(a)&grades(b) == 0
}

// grades are those that a result may still come to.
func grades(r *Result) RankSet {
	if r.Outcome == Graded {
		return RankSet(0).With(r.Rank)
	}
	return r.Possible
}
