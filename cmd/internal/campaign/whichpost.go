package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// What the row of a member affirms of what is asked of each post is so of one of his posts
// at least, and of which is not guessed. A post that says nothing may be it until another
// one says that it is; where all others deny it, it is.

// lone lists, by passes, what the row of a member says that can only be about this post
// of his. Only what is personal has to be some post's at all.
func (f *forms) lone(from, to formRow, roles []formRow) map[string]bool {
	if from.kind != evaluate.Member || to.kind != evaluate.Leader {
		return nil
	}
	others := slices.DeleteFunc(slices.Clone(roles), func(r formRow) bool { return r.kind != evaluate.Leader || r == to })
	out := map[string]bool{}
	schema := f.pops[to.kind].Frame.Schema
	for i := range schema.Facts {
		if def := &schema.Facts[i]; def.PerPost && def.Personal && len(others) > 0 {
			out[passes(def)] = f.allDeny(others, rootOf(schema, def))
		}
	}
	return out
}

// rootOf is the fact that another says something of, in the end: that a vote was held.
func rootOf(s *evaluate.Schema, def *evaluate.FactDef) *evaluate.FactDef {
	for range s.Facts {
		if def.Needs == nil {
			break
		}
		i, known := s.Index(def.Needs.Fact)
		if !known {
			break
		}
		def = &s.Facts[i]
	}
	return def
}

// allDeny tells whether each of the posts denies a fact.
func (f *forms) allDeny(posts []formRow, def *evaluate.FactDef) bool {
	denied := 0
	for _, s := range f.undisputed(posts, def.ID) {
		if s.not == "" && personal(def, s.code) {
			denied++
		}
	}
	return denied == len(posts)
}

// undisputed is what rows say of a fact and no other workbook says otherwise.
func (f *forms) undisputed(roles []formRow, id evaluate.FactID) []saying {
	return slices.DeleteFunc(f.said(roles, id), func(s saying) bool {
		return slices.Contains(f.pops[s.role.kind].Subjects[s.role.row].Disputed, id)
	})
}

// leaveOpen leaves unknown what the blanks of posts would deny, where the row of the member
// affirms it and no post does.
func (f *forms) leaveOpen(m formRow, roles []formRow) {
	leaders := f.pops[evaluate.Leader]
	if leaders == nil {
		return
	}
	schema := leaders.Frame.Schema
	posts := slices.DeleteFunc(slices.Clone(roles), func(r formRow) bool { return r.kind != evaluate.Leader })
	for i := range schema.Facts {
		def := &schema.Facts[i]
		affirms := func(s saying) bool { return s.not != "" || !personal(def, s.code) }
		if !def.PerPost || def.Blank == "" || !slices.ContainsFunc(f.said([]formRow{m}, def.ID), affirms) ||
			slices.ContainsFunc(f.undisputed(posts, def.ID), affirms) {
			continue
		}
		for _, r := range posts {
			leaders.Frame.Unsay(r.row, i)
		}
	}
}
