package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
)

// People have several roles and one form. What is said of a person in one role
// counts in the others where nothing is said there: points, tasks, discipline are
// the same person's. What belongs to a post passes between the member and the one
// post he holds, not between posts.

// shareForms fills the blank facts of leaders and officials from the same person's
// row as a member, and the member's from theirs. Nothing that was given is changed.
func (a *assembly) shareForms(pops map[evaluate.Kind]*evaluate.Population) {
	members, known := pops[evaluate.Member], a.directories[evaluate.Member]
	if members == nil || known == nil {
		return
	}
	row := map[string]int{}
	for i := range members.Subjects {
		row[members.Subjects[i].Person] = i
	}
	leaders := pops[evaluate.Leader]
	if leaders == nil {
		return
	}
	posts := map[string]int{}
	for i := range leaders.Subjects {
		posts[leaders.Subjects[i].Person]++
	}
	toLeader, toMember := newSharing(members, leaders), newSharing(leaders, members)
	lines := a.lineFacts(evaluate.Member, evaluate.Leader)
	for i := range leaders.Subjects {
		who := leaders.Subjects[i].Person
		m, ok := row[who]
		if !ok {
			continue
		}
		one := posts[who] == 1
		var apart map[evaluate.FactID]bool // nothing is kept apart on one sheet
		if a.sheetID(evaluate.Member, members, m) != a.sheetID(evaluate.Leader, leaders, i) {
			apart = lines
		}
		toLeader.fill(m, i, one, apart)
		toMember.fill(i, m, one, apart)
	}
}

// lineFacts are the facts that hold points of some score sheet of the kinds.
func (a *assembly) lineFacts(kinds ...evaluate.Kind) map[evaluate.FactID]bool {
	out := map[evaluate.FactID]bool{}
	for _, k := range kinds {
		for i := range a.sets[k].LineMaxima() {
			out[a.sets[k].Schema().Facts[i].ID] = true
		}
	}
	return out
}

// sheetID names the score sheet of a subject, "" for none: points for a line of
// one sheet say nothing about the line of that name on another.
func (a *assembly) sheetID(k evaluate.Kind, pop *evaluate.Population, row int) string {
	if s := a.sets[k].SheetOf(pop.Frame, row); s != nil {
		return s.Spec.ID
	}
	return ""
}

// sharing copies facts that two kinds have in common from one population's rows to
// the other's.
type sharing struct {
	from, to *evaluate.Frame
	pairs    [][2]int        // positions of one fact in both
	sources  map[int32]int32 // sheet of from → the same sheet in to
}

func newSharing(from, to *evaluate.Population) *sharing {
	s := &sharing{from: from.Frame, to: to.Frame, sources: map[int32]int32{}}
	for i := range s.from.Schema.Facts {
		f := &s.from.Schema.Facts[i]
		if f.Identity || f.Role != "" || f.Derived != nil || f.LeadsTo != "" {
			continue
		}
		if j, ok := s.to.Schema.Index(f.ID); ok && s.to.Schema.Facts[j].Type == f.Type {
			s.pairs = append(s.pairs, [2]int{i, j})
		}
	}
	return s
}

// fill copies what one row has and the other lacks, but for the facts kept apart;
// onePost tells that the person holds no other post it could be about. Counts
// under one heading pass together or not at all: tasks assigned on one row and
// done on another would be nobody's.
func (s *sharing) fill(from, to int, onePost bool, apart map[evaluate.FactID]bool) {
	begun := map[string]bool{}
	for _, p := range s.pairs {
		if f := &s.to.Schema.Facts[p[1]]; f.Group != "" && !s.to.Value(to, p[1]).IsBlank() {
			begun[f.Group] = true
		}
	}
	for _, p := range s.pairs {
		v, f := s.from.Value(from, p[0]), &s.from.Schema.Facts[p[0]]
		if v.IsBlank() || !s.to.Value(to, p[1]).IsBlank() || begun[s.to.Schema.Facts[p[1]].Group] || f.PerPost && !onePost || apart[f.ID] {
			continue
		}
		at := s.from.PlaceOf(from, p[0])
		at.Source = s.source(at.Source)
		if v.Type() == evaluate.TextFact {
			s.to.SetTextFrom(to, p[1], s.from.Text(from, p[0]), at)
		} else {
			s.to.SetFrom(to, p[1], v, at)
		}
	}
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
	s.sources[from] = s.to.AddSource(evaluate.SourceSheet{File: sheet.File, Sheet: sheet.Sheet, Columns: columns})
	return s.sources[from]
}
