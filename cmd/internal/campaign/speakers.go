package campaign

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// A person's row as a member speaks of all his posts. Where it says nothing, the posts say
// it together: what one of them has, the person has, and only what none has is denied of
// him. So one post speaks for all of them, fact by fact.

// speaker is the post that says something for all posts of a person, and those that say
// something else of it, which may be right as well.
type speaker struct {
	facts  []int // of leaders, that pass together
	role   formRow
	others []formRow
}

// speakers are these posts by passes.
type speakers map[string]speaker

// of is what a row says for another one by this: for posts among themselves nobody speaks.
func (s speakers) of(from, to formRow) map[string]bool {
	if to.kind == evaluate.Leader {
		return nil
	}
	out := map[string]bool{}
	for key, by := range s {
		out[key] = by.role == from
	}
	return out
}

// speakers finds them among the roles of a person.
func (f *forms) speakers(roles []formRow) speakers {
	posts := slices.DeleteFunc(slices.Clone(roles), func(r formRow) bool { return r.kind != evaluate.Leader })
	out := speakers{}
	if len(posts) == 0 {
		return out
	}
	schema := f.pops[evaluate.Leader].Frame.Schema
	together := map[string][]int{}
	for i := range schema.Facts {
		if def := &schema.Facts[i]; def.PerPost && passesBetween(def, evaluate.Leader) {
			together[passes(def)] = append(together[passes(def)], i)
		}
	}
	for key, facts := range together {
		s, found := speaker{}, false
		switch def := &schema.Facts[facts[0]]; {
		case def.Needs != nil && def.Personal:
			s, found = f.counted(posts, facts)
		case slices.ContainsFunc(def.Choices, func(c evaluate.Choice) bool { return c.Personal }):
			s, found = f.affirms(posts, def)
		}
		if found {
			s.facts = facts
			out[key] = s
		}
	}
	return out
}

// affirms is the post that says what no other can take away; else one that denies it,
// where the fact is about the person whatever the role or every post denies it.
func (f *forms) affirms(posts []formRow, def *evaluate.FactDef) (speaker, bool) {
	said := f.said(posts, def.ID)
	if i := slices.IndexFunc(said, func(s saying) bool { return s.not == "" && !personal(def, s.code) }); i >= 0 {
		return speaker{role: said[i].role}, true
	}
	if len(said) == 0 || slices.ContainsFunc(said, func(s saying) bool { return s.not != "" }) || !def.Personal && len(said) < len(posts) {
		return speaker{}, false
	}
	return speaker{role: said[0].role}, true
}

// counted is the post whose figures stand for all, that with the fewest first, for a vote
// nobody has counted leaves open what it said; the others are those with other figures.
func (f *forms) counted(posts []formRow, facts []int) (speaker, bool) {
	frame := f.pops[evaluate.Leader].Frame
	need := frame.Schema.Facts[facts[0]].Needs
	of, _ := frame.Schema.Index(need.Fact)
	figures := func(r formRow) (blanks int, data string) {
		for _, i := range facts {
			v := frame.Value(r.row, i)
			if v.IsBlank() {
				blanks++
			}
			data += frame.Data(i, v) + "\n"
		}
		return blanks, data
	}
	var had []formRow
	for _, r := range posts {
		v := frame.Value(r.row, of)
		if blanks, _ := figures(r); frame.Data(of, v) != need.Denied && (!v.IsBlank() || blanks < len(facts)) {
			had = append(had, r)
		}
	}
	if len(had) == 0 {
		return speaker{}, false
	}
	slices.SortStableFunc(had, func(a, b formRow) int {
		x, first := figures(a)
		y, next := figures(b)
		return cmp.Or(cmp.Compare(y, x), strings.Compare(first, next))
	})
	s := speaker{role: had[0]}
	_, last := figures(had[0])
	for _, r := range had[1:] {
		if _, data := figures(r); data != last {
			s.others, last = append(s.others, r), data
		}
	}
	return s, true
}

// silent tells of which of these a row itself says nothing, by passes.
func (f *forms) silent(m formRow, by speakers) map[string]bool {
	said := saysOfPerson(f.pops[m.kind].Frame, m.row)
	out := map[string]bool{}
	for key := range by {
		out[key] = said[key] == ""
	}
	return out
}

// doubtVotes asks which figures are the member's where two posts have others of their own
// and his rules tell them apart: he waits between what these lead to, his posts do not.
func (f *forms) doubtVotes(m formRow, by speakers, silent map[string]bool) {
	for _, key := range slices.Sorted(maps.Keys(by)) {
		s := by[key]
		if len(s.others) == 0 || !silent[key] || !f.took(m, s) {
			continue
		}
		posts, mine := f.pops[evaluate.Leader].Frame, f.pops[m.kind].Frame
		try, ids := evaluate.NewFrame(mine.Schema), f.factsOf(s)
		for i, r := range append([]formRow{s.role}, s.others...) {
			try.Append(evaluate.Place{Source: -1})
			for j, id := range ids {
				if at, known := mine.Schema.Index(id); known {
					try.Set(i, at, posts.Value(r.row, s.facts[j]))
				}
			}
		}
		var asked []formRow
		for i, r := range s.others {
			if f.sets[m.kind].TellsApart(try, 0, i+1, ids...) {
				asked = append(asked, r)
			}
		}
		f.doubtFigures(m, s, asked)
	}
}

// factsOf names the facts of which a post speaks.
func (f *forms) factsOf(s speaker) (ids []evaluate.FactID) {
	for _, i := range s.facts {
		ids = append(ids, f.pops[evaluate.Leader].Frame.Schema.Facts[i].ID)
	}
	return ids
}

// took tells whether a row has the figures of the post that speaks, and does not deny what
// was counted.
func (f *forms) took(m formRow, s speaker) bool {
	posts, mine := f.pops[evaluate.Leader].Frame, f.pops[m.kind].Frame
	need := posts.Schema.Facts[s.facts[0]].Needs
	return codeOf(mine, m.row, need.Fact) != need.Denied && !slices.ContainsFunc(s.facts, func(i int) bool {
		at, known := mine.Schema.Index(posts.Schema.Facts[i].ID)
		return !known || mine.Data(at, mine.Value(m.row, at)) != posts.Data(i, posts.Value(s.role.row, i))
	})
}

// doubtFigures lets a member wait between the figures of the post that speaks and others.
func (f *forms) doubtFigures(m formRow, s speaker, others []formRow) {
	posts := f.pops[evaluate.Leader].Frame
	for _, r := range others {
		d := evaluate.Doubt{Matter: "of the posts " + matterOf(m, posts.Schema.Facts[s.facts[0]].ID), Answer: strconv.Itoa(r.row)}
		for _, i := range s.facts {
			id, given, other := posts.Schema.Facts[i].ID, posts.Data(i, posts.Value(s.role.row, i)), posts.Data(i, posts.Value(r.row, i))
			switch {
			case given == other:
			case d.Fact == "":
				d.Fact, d.Given, d.Other = id, given, other
				d.Problem = problemPostsDiffer(posts.Schema.Facts[i].Heading, posts.Origin(s.role.row, i), posts.Origin(r.row, i))
			default:
				d.Along = append(d.Along, evaluate.Reading{Fact: id, Code: other})
			}
		}
		f.doubt(&f.pops[m.kind].Subjects[m.row], d, true)
	}
}
