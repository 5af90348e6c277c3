package evaluate

import (
	"fmt"
	"slices"
	"strings"
)

// Party is another subject that a condition looked at: who is counted, whose
// grade bounds or stands for something.
type Party struct {
	Kind Kind
	ID   string // the code of an organization, unit or collective; of people an id that names nobody
	// Frame and Row are its facts; Frame is nil where nobody of its kind was taken in.
	Frame *Frame
	Row   int
	// Counts tells whether it is among those counted, Unknown while that is open;
	// NotApplicable where it is not rated and so leaves the base.
	Counts Verdict
	// Open tells of one whose grade bounds that the grade is not settled.
	Open bool
	// Perhaps tells of a person of whom nobody has said whether he is the one.
	Perhaps bool
}

// HasCode tells whether a kind goes by the codes of the organization list. All
// others are people, whose names stay out of whatever travels.
func (k Kind) HasCode() bool { return k == Organization || k == Unit || k == Collective }

// Name is what the subject is called, "" where nobody has said.
func (p *Party) Name(t *Tree) string {
	if p.Frame != nil {
		if name := p.Frame.Text(p.Row, p.Frame.Schema.ByRole(RoleName)); name != "" {
			return name
		}
	}
	for _, list := range [][]Body{t.Units.List, t.Collectives.List} {
		for i := range list {
			if list[i].Kind == p.Kind && list[i].Code == p.ID {
				return list[i].Name
			}
		}
	}
	if i, ok := t.Index(p.ID); ok && p.Kind == Organization {
		return t.Orgs[i].Name
	}
	return ""
}

// Codes lists the codes of the organizations, units and collectives that counted
// as v; people are left out.
func (o *Observation) Codes(v Verdict) []string {
	var out []string
	for _, p := range o.Parties {
		if p.Counts == v && p.Kind.HasCode() && p.ID != "" {
			out = append(out, p.ID)
		}
	}
	return out
}

// partyOf is a related subject in the relation.
func partyOf(of Relation, r *RelatedSubject, v Verdict) Party {
	return Party{Kind: RelationKind(of), ID: r.ID, Frame: r.Frame, Row: r.Row, Counts: v, Perhaps: r.Perhaps && !RelationKind(of).HasCode()}
}

// idOf is the id of a row: where nobody of a kind is graded here, the code that
// the organization list has for it.
func (r *relations) idOf(k Kind, row int) string {
	if p := r.in.Populations[k]; p != nil {
		return p.Subjects[row].ID
	}
	bodies := &r.in.Tree.Units
	switch k {
	case Organization, Member, Leader, Staff:
		return ""
	case Collective:
		bodies = &r.in.Tree.Collectives
	}
	if row < len(bodies.List) {
		return bodies.List[row].Code
	}
	return ""
}

// listedCodes is how many codes a sentence names.
const listedCodes = 12

// phraseCodes lists codes in brackets, the first ones of many.
func phraseCodes(codes []string) string {
	if len(codes) == 0 {
		return ""
	}
	more := ""
	if n := len(codes) - listedCodes; n > 0 {
		codes, more = codes[:listedCodes], phraseMoreCodes(n)
	}
	return " (" + strings.Join(codes, ", ") + more + ")"
}

// phraseGrades tells the grades that related subjects may have, each with its
// code where it has one.
func (o *Observation) phraseGrades(related []RelatedSubject) string {
	var out []string
	for i := range related {
		r := &related[i]
		var labels []string
		for rank := range r.Possible.All() {
			if label := r.Scale.Rung(rank).Label; label != "" {
				labels = append(labels, label)
			}
		}
		if len(labels) == 0 && !r.NotRated {
			labels = append(labels, phraseOpen) // nobody here has a name for any of them
		}
		if r.NotRated || r.MayBeNone {
			labels = append(labels, phraseNotRated)
		}
		shown := strings.Join(labels, " / ")
		if r.Elsewhere {
			shown += " (" + phraseElsewhere + ")"
		}
		if r.Perhaps {
			shown += " (" + phrasePerhaps + ")"
		}
		if p := o.Parties[i]; p.Kind.HasCode() && p.ID != "" {
			shown = fmt.Sprintf("%s: %s", p.ID, shown)
		}
		out = append(out, shown)
	}
	if len(out) == 0 {
		return phraseNobody
	}
	return strings.Join(out, "; ")
}

// sameCount tells whether two counts ask the same of the same subjects, as far as
// they are one test: of a grade, or of one fact.
func sameCount(a, b *CountSpec) bool {
	if a == b {
		return true
	}
	x, y := &a.Where, &b.Where
	switch {
	case a.Of != b.Of:
		return false
	case x.Grade != nil && y.Grade != nil:
		return *x.Grade == *y.Grade
	case x.Fact != "" && x.Fact == y.Fact && x.Compare != nil && y.Compare != nil:
		return x.Compare.Op == y.Compare.Op && slices.Equal(x.Compare.Values, y.Compare.Values)
	}
	return false
}
