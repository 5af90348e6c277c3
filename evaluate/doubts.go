package evaluate

// Doubt says that two cells say different things of one matter, so that what is known of
// a subject can be read in two ways: as it stands, and otherwise. Which is right nobody
// can know from here.
type Doubt struct {
	// Fact is the fact of the subject that may be otherwise, "" for none; Given is its
	// value as it stands, Other the one besides, both as Frame.Data writes them. A doubt
	// about a cell that no longer says Given is settled.
	Fact         FactID
	Given, Other string
	// Links are whom the subject would be related to otherwise.
	Links []Link
	// Fellows are facts of those related to the subject that would be otherwise.
	Fellows []Supposed
	Problem Problem
}

// Supposed is a fact of one of those at the other end of a relation as it would be by
// another reading: a row of their population, and a code.
type Supposed struct {
	Of   Relation
	Row  int
	Fact FactID
	Code string
}

// About tells whether the subject is read in two ways as to a fact of its own.
func (s *Subject) About(fact FactID) bool {
	for i := range s.Doubts {
		if s.Doubts[i].Fact == fact {
			return true
		}
	}
	return false
}

// doubted are the questions that keep a subject open between what its readings lead to;
// none where all lead to the same. Where it waits for other questions too nothing is
// narrowed.
func (g *grader) doubted(k Kind, row int, disputes []Hold) (out []Hold) {
	doubts := g.in.Populations[k].Subjects[row].Doubts
	if len(doubts) == 0 {
		return nil
	}
	given := g.reading(k, row, &Doubt{})
	for i := range doubts {
		d := &doubts[i]
		if g.settled(k, row, d) {
			continue
		}
		other := g.reading(k, row, d)
		if !sameResult(&given, &other) {
			out = append(out, Hold{Problem: d.Problem, Between: grades(&given) | grades(&other), OrNone: mayBeNone(&given) || mayBeNone(&other)})
		}
	}
	if len(out)+len(disputes) > 1 {
		for i := range out {
			out[i].Between = 0
		}
	}
	return out
}

// settled tells whether the cell that a doubt is about says something else by now.
func (g *grader) settled(k Kind, row int, d *Doubt) bool {
	if d.Fact == "" {
		return false
	}
	frame := g.in.Populations[k].Frame
	fact, known := frame.Schema.Index(d.Fact)
	return !known || frame.Data(fact, frame.Value(row, fact)) != d.Given
}

// reading is what would stand by a reading of the subject.
func (g *grader) reading(k Kind, row int, d *Doubt) Result {
	rs, alone := g.sets[k], g.in.Populations[k].Frame.alone(row)
	alone.suppose(0, d.Fact, d.Other)
	c := &context{frame: alone, period: g.in.Period, reference: g.in.Reference, upstream: g.otherwise(k, row, d)}
	return rs.undecided(rs.decide(c, nil), alone, 0)
}

// suppose writes a value, as Data writes it, over what a row says of a fact.
func (f *Frame) suppose(row int, id FactID, data string) {
	if i, known := f.Schema.Index(id); known {
		if v, ok := f.Schema.Facts[i].parse(data); ok {
			f.Set(row, i, v)
		}
	}
}

// otherwise shows whom a condition about the subject sees by a reading.
func (g *grader) otherwise(k Kind, row int, d *Doubt) Upstream {
	up := g.upstream(k, row, nil)
	return func(rel Relation) []RelatedSubject {
		for i := range d.Links {
			if d.Links[i].Relation == rel {
				return g.linked(k, &d.Links[i])
			}
		}
		out := up(rel)
		for i := range out {
			d.suppose(rel, &out[i])
		}
		return out
	}
}

// suppose puts a related subject as the reading has it.
func (d *Doubt) suppose(rel Relation, r *RelatedSubject) {
	row := r.Row
	for _, s := range d.Fellows {
		if s.Of == rel && s.Row == row && r.Frame != nil {
			r.Frame, r.Row = r.Frame.alone(r.Row), 0
			r.Frame.suppose(0, s.Fact, s.Code)
		}
	}
}

// linked are those at the end of a link, graded before the subject that asks.
func (g *grader) linked(k Kind, l *Link) []RelatedSubject {
	to, _ := relationKind(l.Relation)
	pop, results := g.report.Of(to)
	if len(l.Rows) > 0 && len(results) == 0 {
		return g.unknownOrUngraded(to, l.Rows)
	}
	out := makeRoom(nil, len(l.Rows))
	for _, other := range l.Rows {
		if g.done[to] != nil && to != k && !g.rests(to, k, map[Kind]bool{}) {
			g.decide(to, other)
		}
		out = append(out, relatedAs(pop, results, other))
	}
	return out
}

// sameResult tells whether two results leave people the same.
func sameResult(a, b *Result) bool {
	return a.Outcome == b.Outcome && a.Rank == b.Rank && a.Suggested == b.Suggested && mayBeNone(a) == mayBeNone(b) && grades(a) == grades(b)
}

func mayBeNone(r *Result) bool { return r.MayBeNone || r.Outcome == NotRated }
