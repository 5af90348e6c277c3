package evaluate

// Doubt says that of a choice of a subject's own row one cell gives one value and
// another cell another, both about the same thing. Which is right nobody can know from
// here.
type Doubt struct {
	Fact FactID
	// Given is the code that stands in the fact's own cell, Other the one besides. A
	// doubt about a cell that no longer says Given is settled.
	Given, Other string
	Problem      Problem
}

// doubted is the question that keeps a subject open between what either value leads
// to; none where both lead to the same.
func (g *grader) doubted(k Kind, row int, disputes []Hold) []Hold {
	d := g.in.Populations[k].Subjects[row].Doubt
	if d == nil {
		return nil
	}
	frame := g.in.Populations[k].Frame
	fact, known := frame.Schema.Index(d.Fact)
	if !known || frame.Data(fact, frame.Value(row, fact)) != d.Given {
		return nil
	}
	given, other := g.supposing(k, row, fact, d.Given), g.supposing(k, row, fact, d.Other)
	if sameResult(&given, &other) {
		return nil
	}
	h := Hold{Problem: d.Problem, Between: grades(&given) | grades(&other)}
	// Nothing narrower can be said where a result may be none, or two questions meet.
	if len(disputes) > 0 || mayBeNone(&given) || mayBeNone(&other) {
		h.Between = 0
	}
	return []Hold{h}
}

// supposing is what would stand if a choice of the row had a value.
func (g *grader) supposing(k Kind, row, fact int, code string) Result {
	rs, alone := g.sets[k], g.in.Populations[k].Frame.alone(row)
	if i, ok := alone.Schema.Facts[fact].CodeIndex(code); ok {
		alone.Set(0, fact, ChoiceValue(i))
	}
	c := &context{frame: alone, period: g.in.Period, reference: g.in.Reference, upstream: g.upstream(k, row, nil)}
	return rs.undecided(rs.decide(c, nil), alone, 0)
}

// sameResult tells whether two results leave people the same.
func sameResult(a, b *Result) bool {
	return a.Outcome == b.Outcome && a.Rank == b.Rank && a.Suggested == b.Suggested && mayBeNone(a) == mayBeNone(b) && grades(a) == grades(b)
}

func mayBeNone(r *Result) bool { return r.MayBeNone || r.Outcome == NotRated }
