package evaluate

import "slices"

// statedGrade is a stated grade of those at the other end of a relation beside the
// grades they may come to here.
type statedGrade struct {
	rows []int
	code int // stated
	// denied tells that none of them can come to it, open that one of them may still
	// come to another.
	denied, open bool
}

// statedGrade holds a grade that a row states against those given here; false where
// there is nothing to compare: nobody is named, or nobody grades them here.
func (r *relations) statedGrade(k Kind, row, fact int) (s statedGrade, ok bool) {
	frame := r.in.Populations[k].Frame
	def, v := &frame.Schema.Facts[fact], frame.Value(row, fact)
	if v.Type() != ChoiceFact || !isStatutory(def.Choices[v.Choice()].Code) || !def.SameAs.about(frame, row) {
		return s, false
	}
	to, _ := relationKind(def.SameAs.Of)
	rows, known := r.of(def.SameAs.Of, k, row)
	if !known || len(rows) == 0 || len(r.report.Results[to]) == 0 {
		return s, false
	}
	s = statedGrade{rows: rows, code: v.Choice(), denied: true}
	pop, results := r.report.Of(to)
	for _, other := range rows {
		codes, open := relatedCodes([]RelatedSubject{r.relatedAs(to, pop, results, other)}, def)
		if results[other].Outcome == NotRated {
			return s, false // what is stated is all there is
		}
		s.denied = s.denied && !open && !slices.Contains(codes, s.code)
		s.open = s.open || open || len(codes) > 1
	}
	return s, true
}

func isStatutory(code string) bool { return slices.Contains(StatutoryGrades(), Statutory(code)) }

// disputedGrade asks about a stated grade that those at the other end contradict, and
// about one by which the subject would be settled while they are open.
func (g *grader) disputedGrade(k Kind, row, fact int) (Hold, bool) {
	def := &g.in.Populations[k].Frame.Schema.Facts[fact]
	rows, _ := g.of(def.SameAs.Of, k, row)
	if !g.settle(def.SameAs.Of, k, rows) {
		return Hold{}, false
	}
	s, ok := g.statedGrade(k, row, fact)
	if !ok || !s.denied && !s.open {
		return Hold{}, false
	}
	here := g.asGraded(k, row, fact, s)
	var one Result
	var waits bool
	if s.denied {
		one = g.asStatedGrade(k, row, fact, s)
		waits = !sameResult(&one, &here)
	} else {
		one = g.reading(k, row, nil, nil)
		waits = grades(&here)&^grades(&one) != 0 || mayBeNone(&here) && !mayBeNone(&one)
	}
	return Hold{Problem: g.problemStatedGrade(role{k, row}, fact, s, "xét theo bên này hay bên kia thì ra kết quả khác nhau, nên người này chờ"),
		Between: grades(&one) | grades(&here), OrNone: mayBeNone(&one) || mayBeNone(&here)}, waits
}

// asStatedGrade is what would stand if those at the other end who cannot have come to
// the stated grade had it.
func (g *grader) asStatedGrade(k Kind, row, fact int, s statedGrade) Result {
	rs, frame, up := g.sets[k], g.in.Populations[k].Frame, g.upstream(k, row, nil)
	def, scale := &frame.Schema.Facts[fact], StatutoryScale()
	rank := scale.RankOf(Statutory(def.Choices[s.code].Code))
	c := &context{frame: frame, row: row, period: g.in.Period, reference: g.in.Reference, upstream: func(rel Relation) []RelatedSubject {
		out := up(rel)
		for i := range out {
			if rel == def.SameAs.Of {
				out[i].Scale, out[i].Possible, out[i].MayBeNone = scale, RankSet(0).With(rank), false
			}
		}
		return out
	}}
	return rs.undecided(rs.decide(c, nil), frame, row)
}

// asGraded is what would stand if the stated grade had been taken from those graded
// here: theirs where they all have one, else nobody's.
func (g *grader) asGraded(k Kind, row, fact int, s statedGrade) Result {
	rs, alone := g.sets[k], g.supposed(k, row)
	def := &alone.Schema.Facts[fact]
	alone.Set(0, fact, Value{})
	if codes, open := relatedCodes(g.upstream(k, row, nil)(def.SameAs.Of), def); !open && len(codes) == 1 {
		alone.suppose(0, def.ID, def.Choices[codes[0]].Code)
	}
	c := &context{frame: alone, period: g.in.Period, reference: g.in.Reference, upstream: g.upstream(k, row, nil)}
	return rs.undecided(rs.decide(c, nil), alone, 0)
}

// misgraded tells of a stated grade that those at the other end did not come to, and
// whether the subject waits for that.
func (r *relations) misgraded(a role, fact int, _ []role) (Problem, bool) {
	s, ok := r.statedGrade(a.kind, a.row, fact)
	if !ok {
		return Problem{}, false
	}
	at := r.in.Populations[a.kind].Frame.Origin(a.row, fact)
	if p, waits := r.disputed(at, []role{a}); waits || !s.denied {
		return p, waits
	}
	return r.problemStatedGrade(a, fact, s, "xét theo bên nào cũng ra một kết quả"), true
}
