package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Found is a subject somebody asked for.
type Found struct {
	Kind evaluate.Kind
	Row  int
}

// Find lists the subjects that a clerk's word names: an id, an organization's
// code, an identity or card number, a name. The first of these that fits
// anybody decides; a part of a name is the last resort. sure tells that all
// found are one person or organization, so that there is nothing to choose.
func (g *Grading) Find(word string) (found []Found, sure bool) {
	word = strings.TrimSpace(word)
	number, name := excel.FoldCard(word), foldName(word)
	if word == "" {
		return nil, false
	}
	for _, fits := range []func(s evaluate.Subject, f asked) bool{
		func(s evaluate.Subject, _ asked) bool {
			return strings.EqualFold(s.ID, word) || s.Person != "" && strings.EqualFold(s.Person, word)
		},
		func(_ evaluate.Subject, f asked) bool {
			return f.is(evaluate.RoleIdentity, number) || f.is(evaluate.RoleCard, number)
		},
		func(_ evaluate.Subject, f asked) bool { return foldName(f.text(evaluate.RoleName)) == name },
		func(_ evaluate.Subject, f asked) bool {
			return strings.Contains(foldName(f.text(evaluate.RoleName)), name)
		},
	} {
		if found = g.all(fits); len(found) > 0 {
			return found, g.one(found)
		}
	}
	return nil, false
}

// NotFound is the failure to tell where Find finds nobody: whom a branch says has left,
// and what the list has and this campaign does not grade, are told apart from what
// nobody knows.
func (g *Grading) NotFound(word string) error {
	word = strings.TrimSpace(word)
	if gone := g.leftAs(word); len(gone) > 0 {
		return failReportedGone(gone)
	}
	t := g.Report.Inputs.Tree
	is := func(code, name string) bool {
		return word != "" && (strings.EqualFold(code, word) || foldName(name) == foldName(word))
	}
	for i := range t.Orgs {
		if o := &t.Orgs[i]; is(o.Code, o.Name) {
			if i != t.Root() {
				return failNotGraded(o.Code)
			}
			given, at := g.Report.Inputs.GivenElsewhere(i)
			return failOffice(o.Code, given, at)
		}
	}
	for _, list := range [][]evaluate.Body{t.Units.List, t.Collectives.List} {
		for i := range list {
			if b := &list[i]; is(b.Code, b.Name) {
				return failNotGraded(b.Code)
			}
		}
	}
	return failUnknownSubject()
}

// leftAs are the members whom a word names and whose branches say that they have left:
// by number, else by name, else by a part of the name.
func (g *Grading) leftAs(word string) []excel.LeftMember {
	number, name := excel.FoldCard(word), foldName(word)
	if word == "" {
		return nil
	}
	for _, fits := range []func(excel.LeftMember) bool{
		func(m excel.LeftMember) bool {
			return number != "" && (excel.FoldCard(m.Identity) == number || excel.FoldCard(m.Card) == number)
		},
		func(m excel.LeftMember) bool { return foldName(m.Name) == name },
		func(m excel.LeftMember) bool { return strings.Contains(foldName(m.Name), name) },
	} {
		if found := slices.DeleteFunc(slices.Clone(g.Left), func(m excel.LeftMember) bool { return !fits(m) }); len(found) > 0 {
			return found
		}
	}
	return nil
}

// asked is a row whose texts are compared with what was asked for.
type asked struct {
	frame *evaluate.Frame
	row   int
}

func (a asked) text(role evaluate.Role) string {
	return a.frame.Text(a.row, a.frame.Schema.ByRole(role))
}

func (a asked) is(role evaluate.Role, number string) bool {
	have := excel.FoldCard(a.text(role))
	return have != "" && have == number
}

func (g *Grading) all(fits func(evaluate.Subject, asked) bool) []Found {
	var out []Found
	for _, k := range evaluate.Kinds() {
		pop, _ := g.Report.Of(k)
		if pop == nil {
			continue
		}
		for row, s := range pop.Subjects {
			if fits(s, asked{pop.Frame, row}) {
				out = append(out, Found{k, row})
			}
		}
	}
	return out
}

// one tells whether all found are the same person or organization.
func (g *Grading) one(found []Found) bool {
	who := map[string]bool{}
	for _, f := range found {
		pop, _ := g.Report.Of(f.Kind)
		if s := pop.Subjects[f.Row]; s.Person != "" {
			who[s.Person] = true
		} else {
			who[s.ID] = true
		}
	}
	return len(who) == 1
}

// Post tells one post of a person from his others.
type Post struct {
	Title              string   // as it was written
	Lead               string   // the code of the leadership post
	Collectives, Units []string // codes
}

// PostOf is the post that a subject is about; nothing of one that is about no post.
func (g *Grading) PostOf(f Found) Post {
	pop, _ := g.Report.Of(f.Kind)
	out := Post{}
	if f.Kind != evaluate.Leader && f.Kind != evaluate.Staff {
		return out
	}
	if i, known := pop.Frame.Schema.Index(factTitle); known {
		out.Title = pop.Frame.Text(f.Row, i)
	}
	out.Lead = codeOf(pop.Frame, f.Row, factLeadershipPost)
	codes := func(rel evaluate.Relation, list []evaluate.Body) (out []string) {
		l := pop.Subjects[f.Row].Link(rel)
		for i := 0; l != nil && i < len(l.Rows); i++ {
			out = append(out, list[l.Rows[i]].Code)
		}
		return out
	}
	tree := g.Report.Inputs.Tree
	out.Collectives, out.Units = codes(evaluate.OwnCollective, tree.Collectives.List), codes(evaluate.OwnUnit, tree.Units.List)
	return out
}

// Words is the post as a list shows it.
func (p Post) Words() string {
	parts := slices.Concat(p.Collectives, p.Units)
	if p.Title != "" {
		parts = slices.Insert(parts, 0, p.Title)
	}
	return strings.Join(parts, " · ")
}
