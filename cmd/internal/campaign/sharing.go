package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// sharing copies facts that two kinds have in common from one population's rows to
// the other's.
type sharing struct {
	from, to *evaluate.Frame
	pairs    [][2]int                 // positions of one fact in both
	lines    map[evaluate.FactID]bool // points of some score sheet
	sources  map[int32]int32          // sheet of from → the same sheet in to
}

func newSharing(from, to *evaluate.Frame) *sharing {
	s := &sharing{from: from, to: to, lines: map[evaluate.FactID]bool{}, sources: map[int32]int32{}}
	for i := range from.Schema.Facts {
		f := &from.Schema.Facts[i]
		if j, ok := to.Schema.Index(f.ID); ok && passesBetween(f, from.Schema.Kind, to.Schema.Kind) && to.Schema.Facts[j].Type == f.Type {
			s.pairs = append(s.pairs, [2]int{i, j})
		}
	}
	return s
}

// without keeps facts from ever passing.
func (s *sharing) without(ids []evaluate.FactID) {
	s.pairs = slices.DeleteFunc(s.pairs, func(p [2]int) bool { return slices.Contains(ids, s.from.Schema.Facts[p[0]].ID) })
}

// passesBetween tells whether a fact says something that may hold of a person in
// another role too: not who he is, whom he belongs to, nor what people propose. As
// an official he is judged by the state on work of its own: only what is true of him
// whatever the role passes there and back.
func passesBetween(f *evaluate.FactDef, kinds ...evaluate.Kind) bool {
	return !f.Identity && f.Role == "" && f.Derived == nil && f.LeadsTo == "" &&
		(f.Personal || !slices.Contains(kinds, evaluate.Staff))
}

// scope says what of a row passes to another about the same person.
type scope struct {
	onePost  bool              // he holds no other post it could be about
	lone     map[string]bool   // what can only be about this one, by passes: all others deny it
	oneSheet bool              // both rows are scored on one sheet
	differ   map[string]bool   // what other rows about him say differently, by passes
	speaks   map[string]bool   // what one of his posts says for all: whether this row does, by passes
	itself   map[string]bool   // what this row says itself, of a member's, by passes: it speaks of all his posts
	asked    *evaluate.Subject // of the other row, which may be read in several ways as to a fact; nil for none
}

// passes names what passes together or not at all: counts under one heading, for
// tasks assigned on one row and done on another would be nobody's.
func passes(f *evaluate.FactDef) string {
	if f.Group != "" {
		return "group " + f.Group
	}
	return string(f.ID)
}

// saysOfPerson is what a row has to pass on, by passes.
func saysOfPerson(frame *evaluate.Frame, row int) map[string]string {
	out := map[string]string{}
	for i := range frame.Schema.Facts {
		if v, f := frame.Value(row, i), &frame.Schema.Facts[i]; passesBetween(f, frame.Schema.Kind) && !v.IsBlank() {
			out[passes(f)] += string(f.ID) + "=" + frame.Data(i, v) + "\n"
		}
	}
	return out
}

// fill copies what one row has and the other lacks, as far as the scope goes.
func (s *sharing) fill(from, to int, sc scope) {
	begun := map[string]bool{}
	for _, p := range s.pairs {
		if f := &s.to.Schema.Facts[p[1]]; !s.to.Value(to, p[1]).IsBlank() {
			begun[passes(f)] = true
		}
	}
	for _, p := range s.pairs {
		if !begun[passes(&s.to.Schema.Facts[p[1]])] && s.goes(from, to, p, sc, len(s.pairs)) {
			s.copy(from, to, p, s.from.Value(from, p[0]))
		}
	}
}

// goes tells whether what one row says of a fact may stand in the other one, beside
// what that says itself. steps bound how far facts are followed that need each other.
func (s *sharing) goes(from, to int, p [2]int, sc scope, steps int) bool {
	v := s.from.Value(from, p[0])
	if v.IsBlank() || sc.asked != nil && sc.asked.About(s.to.Schema.Facts[p[1]].ID) || !s.may(p, v, sc) {
		return false
	}
	if _, code, denies := s.to.Denies(to, p[1]); denies && code == s.from.Data(p[0], v) {
		return false
	}
	return steps == 0 || s.fits(from, to, p, sc, steps-1)
}

// fits tells whether what a fact says something of is one thing in both rows: the votes
// that one role counts do not stand beside another's word that none was held, nor what a
// discipline was about beside no discipline.
func (s *sharing) fits(from, to int, p [2]int, sc scope, steps int) bool {
	n := s.to.Schema.Facts[p[1]].Needs
	if n == nil {
		return true
	}
	i, there := s.to.Schema.Index(n.Fact)
	of := slices.IndexFunc(s.pairs, func(q [2]int) bool { return there && q[1] == i })
	if of < 0 {
		return true
	}
	here := s.pairs[of][0]
	was, is := s.from.Value(from, here), s.to.Value(to, i)
	said, stands := s.from.Data(here, was), s.to.Data(i, is)
	switch {
	case s.from.Schema.Facts[p[0]].Needs == nil && (was.IsBlank() || said == n.Denied) && (is.IsBlank() || stands == n.Denied):
		return false // there it may be said of something else, and nobody says that this was
	case is.IsBlank():
		return was.IsBlank() || s.goes(from, to, s.pairs[of], sc, steps)
	case n.Denied == "" || was.IsBlank():
		return n.Denied == "" || stands != n.Denied
	}
	return said == stands || said != n.Denied && stands != n.Denied
}

// may tells whether the value of a pair of facts passes as far as the scope goes.
func (s *sharing) may(p [2]int, v evaluate.Value, sc scope) bool {
	f := &s.from.Schema.Facts[p[0]]
	denies := deniesEach(f, v)
	return (sc.covers(f) || sc.itself[passes(f)] && denies || sc.lone[passes(f)] && !denies) && (!s.lines[f.ID] || sc.oneSheet) && (v.IsBlank() || !s.deniesPost(f, v))
}

// covers tells whether a row may say a fact for the other: what is asked of each post the
// one that speaks for all of them, or the only one.
func (sc scope) covers(f *evaluate.FactDef) bool {
	if mine, one := sc.speaks[passes(f)]; one {
		return mine
	}
	return !sc.differ[passes(f)] && (!f.PerPost || sc.onePost)
}

// deniesEach tells whether a value denies something of every post of a person.
func deniesEach(f *evaluate.FactDef, v evaluate.Value) bool {
	return f.PerPost && f.Type == evaluate.ChoiceFact && !v.IsBlank() && f.Choices[v.Choice()].Personal
}

// copy sets one fact of a row as another row has it, with the cell it was read from.
func (s *sharing) copy(from, to int, p [2]int, v evaluate.Value) {
	s.unsay(p[1], to, v)
	at := s.from.PlaceOf(from, p[0])
	at.Source = s.source(at.Source)
	if v.Type() == evaluate.TextFact {
		s.to.SetTextFrom(to, p[1], s.from.Text(from, p[0]), at)
	} else {
		s.to.SetFrom(to, p[1], v, at)
	}
}

// unsay leaves unknown what is said of a fact that a row is given: its blanks were left
// by somebody who had nothing to say it of. What one and the same value says of it was
// passed, too, where both rows have it.
func (s *sharing) unsay(fact, row int, v evaluate.Value) {
	def := &s.to.Schema.Facts[fact]
	if blank, ok := def.BlankValue(); !ok || v == blank {
		return
	}
	for i := range s.to.Schema.Facts {
		if n := s.to.Schema.Facts[i].Needs; n != nil && n.Fact == def.ID && !slices.ContainsFunc(s.pairs, func(p [2]int) bool { return p[1] == i }) && s.to.Value(row, i).IsBlank() {
			s.to.Unsay(row, i)
		}
	}
}

// deniesPost tells whether a value says that the person holds no post: a row among
// leaders is one, and leaves open which.
func (s *sharing) deniesPost(f *evaluate.FactDef, v evaluate.Value) bool {
	return s.to.Schema.Kind == evaluate.Leader && f.ID == factLeadershipPost && f.Choices[v.Choice()].Personal
}

// source registers a sheet of one frame in the other, so that a value keeps the
// cell it was read from.
func (s *sharing) source(from int32) int32 {
	if from < 0 || int(from) >= len(s.from.Sources) {
		return -1
	}
	if to, ok := s.sources[from]; ok {
		return to
	}
	sheet := s.from.Sources[from]
	columns := make([]int32, len(s.to.Schema.Facts))
	for _, p := range s.pairs {
		if p[0] < len(sheet.Columns) {
			columns[p[1]] = sheet.Columns[p[0]]
		}
	}
	if mine, its, both := s.asksElsewhere(); both && mine < len(sheet.Columns) {
		columns[its] = sheet.Columns[mine]
	}
	s.sources[from] = s.to.AddSource(evaluate.SourceSheet{File: sheet.File, Sheet: sheet.Sheet, Columns: columns})
	return s.sources[from]
}
