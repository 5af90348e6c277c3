package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
)

// Grading anew changes one role of a person and leaves the others as they were locked.
// Were the change reported, it would count in them too (share.go): whoever grades
// anew is told what would come out otherwise.

// otherRoles are the other rows about the person of a subject, and what its own row
// said before it was graded anew.
type otherRoles struct {
	*forms
	of    formRow
	roles []formRow
	was   []string // by fact: its value as data
}

// rolesOf finds the other rows about the person of a subject; nil where it is none, or has no
// other role.
func rolesOf(in *evaluate.Inputs, sets map[evaluate.Kind]*evaluate.RuleSet, k evaluate.Kind, id string) *otherRoles {
	row := subjectRow(in.Populations[k], id)
	if row < 0 || in.Populations[k].Subjects[row].Person == "" {
		return nil
	}
	o := &otherRoles{forms: &forms{&assembly{sets: sets}, in.Populations, map[[2]evaluate.Kind]*sharing{}}, of: formRow{k, row}}
	who, frame := in.Populations[k].Subjects[row].Person, in.Populations[k].Frame
	for _, kind := range personKinds() {
		pop := in.Populations[kind]
		if pop == nil {
			continue
		}
		for i := range pop.Subjects {
			if r := (formRow{kind, i}); pop.Subjects[i].Person == who && r != o.of {
				o.roles = append(o.roles, r)
			}
		}
	}
	if len(o.roles) == 0 {
		return nil
	}
	for i := range frame.Schema.Facts {
		o.was = append(o.was, frame.Data(i, frame.Value(row, i)))
	}
	return o
}

// pass gives the other rows what has changed since, wherever they said the same as
// the subject's before.
func (o *otherRoles) pass() {
	posts, all := map[evaluate.Kind]int{o.of.kind: 1}, append([]formRow{o.of}, o.roles...)
	for _, r := range o.roles {
		posts[r.kind]++
	}
	speakers := o.speakers(all)
	for _, r := range o.roles {
		s := o.sharing(o.of.kind, r.kind)
		sc := scope{onePost: posts[o.of.kind] == 1 && posts[r.kind] == 1, oneSheet: o.sheetOf(o.of) == o.sheetOf(r), differ: map[string]bool{},
			lone: o.lone(o.of, r, all), speaks: speakers.of(o.of, r)}
		for _, p := range s.pairs {
			v, key := s.to.Value(r.row, p[1]), passes(&s.from.Schema.Facts[p[0]])
			if s.to.Data(p[1], v) == o.was[p[0]] {
				continue
			}
			sc.differ[key] = true
			if !v.IsBlank() { // it says otherwise itself, of posts, too
				delete(sc.lone, key)
				delete(sc.speaks, key)
			}
		}
		for _, p := range s.pairs {
			v := s.from.Value(o.of.row, p[0])
			switch {
			case s.from.Data(p[0], v) == o.was[p[0]] || !s.may(p, v, sc):
			case v.IsBlank():
				s.to.Clear(r.row, p[1])
			default:
				s.copy(o.of.row, r.row, p, v)
			}
		}
	}
	if o.of.kind == evaluate.Member {
		o.leaveOpen(o.of, o.roles)
	}
}
