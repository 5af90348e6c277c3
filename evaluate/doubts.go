package evaluate

import "slices"

// Doubt says that two cells say different things of one matter, so that what is known of
// a subject can be read in two ways: as it stands, and otherwise. Which is right nobody
// can know from here.
type Doubt struct {
	// Fact is the fact of the subject that may be otherwise, "" for none; Given is its
	// value as it stands, Other the one besides, both as Frame.Data writes them. A doubt
	// about a cell that no longer says Given is settled.
	Fact         FactID
	Given, Other string
	// Stands is what Fact is by the first reading, where the row leaves blank what others
	// about the subject say differently; "" where the row's own value is that reading.
	Stands string
	// Decided is the grade of a decision that stands by the other reading, "" for none.
	Decided string
	// Waits tells that the subject waits whatever the readings lead to.
	Waits bool
	// Along are further facts of the subject that are otherwise with Fact: figures that
	// are read together.
	Along []Reading
	// Links are whom the subject would be related to otherwise.
	Links []Link
	// Unsaid are relations of which nothing would be known otherwise.
	Unsaid []Relation
	// Fellows are facts of those related to the subject that would be otherwise.
	Fellows []Supposed
	Problem Problem
}

// Reading is a value that a fact of the subject has by another reading, "" for none.
type Reading struct {
	Fact FactID
	Code string
}

// Supposed is a fact of one of those at the other end of a relation as it would be by
// another reading: a row of their population, and a code.
type Supposed struct {
	Of     Relation
	Row    int
	Seated bool // Row is one of Inputs.Seated
	Fact   FactID
	Code   string
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

// mostDoubts is how many matters are read in every combination; beyond it all are taken to
// tell, for the readings double with each.
const mostDoubts = 6

// doubted are the questions that keep a subject open between what its readings lead to.
// Matters are read together, for two may tell though neither does alone; one that changes
// nothing by any reading of the others is left out. Where the subject waits for other
// questions too nothing is narrowed.
func (g *grader) doubted(k Kind, row int, disputes []Hold) (out []Hold) {
	var open []*Doubt
	doubts := g.in.Populations[k].Subjects[row].Doubts
	for i := range doubts {
		if !g.settled(k, row, &doubts[i]) {
			open = append(open, &doubts[i])
		}
	}
	if len(open) == 0 {
		return nil
	}
	if len(open) > mostDoubts {
		for _, d := range open {
			out = append(out, Hold{Problem: d.Problem})
		}
		return out
	}
	readings := make([]Result, 1<<len(open))
	var between RankSet
	orNone := false
	for m := range readings {
		readings[m] = g.reading(k, row, chosen(open, m))
		between, orNone = between|grades(&readings[m]), orNone || mayBeNone(&readings[m])
	}
	if len(disputes) > 0 {
		between, orNone = 0, false
	}
	for i, d := range open {
		if d.Waits || tells(readings, 1<<i) || d.Stands != "" && g.unlike(k, row, readings) {
			out = append(out, Hold{Problem: d.Problem, Between: between, OrNone: orNone})
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

// chosen are the doubts whose bits are set: read otherwise than they stand.
func chosen(doubts []*Doubt, mask int) (out []*Doubt) {
	for i, d := range doubts {
		if mask&(1<<i) != 0 {
			out = append(out, d)
		}
	}
	return out
}

// tells reports whether reading one matter otherwise ever changes what stands.
func tells(readings []Result, bit int) bool {
	for m := range readings {
		if m&bit == 0 && !sameResult(&readings[m], &readings[m|bit]) {
			return true
		}
	}
	return false
}

// settled tells whether the cell that a doubt is about says something else by now.
func (g *grader) settled(k Kind, row int, d *Doubt) bool {
	return d.Fact != "" && d.settled(g.in.Populations[k].Frame, row)
}

func (d *Doubt) settled(frame *Frame, row int) bool {
	fact, known := frame.Schema.Index(d.Fact)
	return !known || frame.Data(fact, frame.Value(row, fact)) != d.Given
}

// reading is what would stand with some of the subject's matters read otherwise.
func (g *grader) reading(k Kind, row int, doubts []*Doubt) Result {
	rs, alone := g.sets[k], g.supposed(k, row)
	for _, d := range g.in.Populations[k].Subjects[row].Doubts {
		if d.Stands != "" {
			alone.suppose(0, d.Fact, d.Stands)
		}
	}
	for _, d := range doubts {
		d.suppose(alone)
	}
	c := &context{frame: alone, period: g.in.Period, reference: g.in.Reference, upstream: g.otherwise(k, row, doubts)}
	r := rs.undecided(rs.decide(c, nil), alone, 0)
	for _, d := range doubts {
		if rank := rs.rankOfCode(d.Decided); d.Decided != "" && rank != NoRank {
			r.Outcome, r.Rank, r.Cause, r.MayBeNone = Graded, rank, NoCause, false
		}
	}
	return r
}

// supposed is a frame with the facts of a subject, to suppose others of it, until it is
// asked for again: a frame of its own for every reading cost more than the readings.
func (g *grader) supposed(k Kind, row int) *Frame {
	frame := g.in.Populations[k].Frame
	if g.spare[k] == nil {
		g.spare[k] = frame.alone(row)
	} else {
		g.spare[k].retake(frame, row)
	}
	return g.spare[k]
}

// alone is a frame with one row: the facts of a subject, to suppose others of it.
func (f *Frame) alone(row int) *Frame {
	out := NewFrame(f.Schema)
	out.Append(Place{Source: -1})
	values := make([]Value, len(out.columns))
	for i := range out.columns {
		out.columns[i] = values[i : i+1 : i+1]
	}
	out.retake(f, row)
	return out
}

// retake makes a frame with one row that of another row.
func (f *Frame) retake(from *Frame, row int) {
	f.texts, f.unsaid, f.rivals = slices.Clip(from.texts), nil, nil
	for i := range f.columns {
		f.columns[i][0] = from.Value(row, i)
		if from.unsaid[from.at(row, i)] {
			f.Unsay(0, i)
		}
		for _, r := range from.rivalsOf(row, i) {
			f.addRival(0, i, r.value, r.at)
		}
	}
}

// suppose writes the subject's own facts as the doubt has them over its row alone.
func (d *Doubt) suppose(alone *Frame) {
	alone.suppose(0, d.Fact, d.Other)
	for _, r := range d.Along {
		alone.suppose(0, r.Fact, r.Code)
	}
}

// suppose writes a value, as Data writes it, over what a row says of a fact; "" takes it
// away.
func (f *Frame) suppose(row int, id FactID, data string) {
	if i, known := f.Schema.Index(id); known {
		if data == "" {
			f.Clear(row, i)
		}
		if v, ok := f.Schema.Facts[i].parse(data); ok {
			f.Set(row, i, v)
		}
	}
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

// suppose puts a related subject as the doubts have it.
func (r *RelatedSubject) suppose(rel Relation, doubts []*Doubt) {
	row := r.Row
	for _, d := range doubts {
		for _, s := range d.Fellows {
			if s.Of == rel && s.Row == row && s.Seated == r.Seated && r.Frame != nil {
				r.Frame, r.Row = r.Frame.alone(r.Row), 0
				r.Frame.suppose(0, s.Fact, s.Code)
			}
		}
	}
}

// linked are those at the end of a link, graded before the subject that asks.
func (g *grader) linked(k Kind, l *Link) []RelatedSubject {
	to, _ := relationKind(l.Relation)
	rows := slices.Concat(l.Rows, l.Perhaps)
	if l.Relation == HeadedOrg {
		rows = g.rowsOf(rows)
	}
	for _, other := range rows {
		if g.done[to] != nil && to != k && !g.rests(to, k, map[Kind]bool{}) {
			g.decide(to, other)
		}
	}
	if l.Relation == HeadedOrg {
		return g.headedBy(l)
	}
	pop, results := g.report.Of(to)
	if len(rows) > 0 && len(results) == 0 {
		return g.unknownOrUngraded(to, rows)
	}
	out := makeRoom(nil, len(rows))
	for i, other := range rows {
		r := relatedAs(pop, results, other)
		r.Perhaps = i >= len(l.Rows)
		out = append(out, r)
	}
	return out
}

// sameResult tells whether two results leave people the same.
func sameResult(a, b *Result) bool {
	return a.Outcome == b.Outcome && a.Rank == b.Rank && a.Suggested == b.Suggested && mayBeNone(a) == mayBeNone(b) && grades(a) == grades(b)
}

func mayBeNone(r *Result) bool { return r.MayBeNone || r.Outcome == NotRated }
