package evaluate

import "slices"

// Doubt says that two cells say different things of one matter, so that what is known of
// a subject can be read in two ways: as it stands, and otherwise. Which is right nobody
// can know from here.
type Doubt struct {
	// Matter names the question behind the doubt where one answer to it holds for several
	// subjects: all whose doubts name it are read by the same. "" where nobody else has it.
	Matter string
	// Here is the answer to it by which the subject is as it stands, Answer the one by which
	// it is otherwise; both "" where there are just these two.
	Here, Answer string
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

// settled tells whether the cell that a doubt is about says something else by now.
func (d *Doubt) settled(frame *Frame, row int) bool {
	if d.Fact == "" {
		return false
	}
	fact, known := frame.Schema.Index(d.Fact)
	return !known || frame.Data(fact, frame.Value(row, fact)) != d.Given
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
	out.retake(f, row)
	return out
}

// retake makes a frame with one row that of another row.
func (f *Frame) retake(from *Frame, row int) {
	f.texts, f.unsaid, f.rivals = slices.Clip(from.texts), nil, nil
	for i := range f.columns {
		f.columns[i].alone(&from.columns[i], row, f.Schema.Facts[i].Type)
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

// sameResult tells whether two results leave people the same.
func sameResult(a, b *Result) bool {
	return a.Outcome == b.Outcome && a.Rank == b.Rank && a.Suggested == b.Suggested && mayBeNone(a) == mayBeNone(b) && grades(a) == grades(b)
}

func mayBeNone(r *Result) bool { return r.MayBeNone || r.Outcome == NotRated }
