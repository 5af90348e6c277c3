package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// A code that names the organization a post heads may be another organization's: one
// that somebody else heads, or that has nothing to do with where the person is. It is
// asked (E377), and he waits between that organization and what his row would put him at
// the head of without the code, unless this says the same.

// headship is somebody who heads an organization for certain.
type headship struct {
	person, name string
	at           evaluate.Origin
	written      bool // his row names the organization as the one he heads
	member       bool // his branch says so
}

// checkHeaded asks about codes written in rows of leaders that may be those of another
// organization.
func (a *assembly) checkHeaded(pops map[evaluate.Kind]*evaluate.Population, cell int, found []headedOrgs, heads map[int][]headship, committees map[int][]int, branches map[string]membership) {
	pop := pops[evaluate.Leader]
	for row := range pop.Subjects {
		s, at := &pop.Subjects[row], pop.Frame.Origin(row, cell)
		if len(codesIn(pop.Frame.Text(row, cell))) == 0 {
			continue
		}
		post := a.headedPost(pop, row, branches)
		for _, org := range found[row].sure {
			without, its := a.headed(pops, post), both(found[row].committees, committees[org])
			if post.home == org && post.branchPost == codeSecretary {
				without.sure = append(without.sure, org)
			}
			if other := otherHead(heads[org], s.Person, foldedName(pop.Frame, row)); other != nil {
				a.doubtHeaded(s, problemTwoHeads(at, other.at, a.tree.Orgs[org].Code), at, org, without, its)
			}
			if place, apart := a.apartFrom(post, org); apart {
				p := problemHeadedApart(at, pop.Frame.Origin(row, place.cell(pop.Frame.Schema)), a.tree.Orgs[org].Code, a.tree.Orgs[place.org].Code)
				a.doubtHeaded(s, p, at, org, without, its)
			}
		}
	}
}

// doubtHeaded asks about an organization that a row says its post heads. Two heads who
// name it are one matter, told once. Its committees that the post heads therefore, its, go
// with it.
func (a *assembly) doubtHeaded(s *evaluate.Subject, p evaluate.Problem, at evaluate.Origin, org int, without headedOrgs, its []int) {
	p.Subject = s.ID
	a.tell(p)
	if slices.Contains(without.sure, org) || without.aside == org {
		return // other cells say so too
	}
	d := evaluate.Doubt{Problem: p}
	if without.unknown {
		d.Unsaid = []evaluate.Relation{evaluate.HeadedOrg}
	} else {
		l := evaluate.Link{Relation: evaluate.HeadedOrg, Rows: without.sure, At: at}
		if without.aside >= 0 {
			l.Perhaps = append(l.Perhaps, without.aside)
		}
		for _, o := range without.perhaps {
			if o != org {
				l.Perhaps = append(l.Perhaps, o)
			}
		}
		d.Links = []evaluate.Link{l}
	}
	if body := s.Link(evaluate.HeadedBody); body != nil && len(its) > 0 {
		d.Links = append(d.Links, evaluate.Link{Relation: evaluate.HeadedBody, Rows: beyond(body.Rows, its), Perhaps: body.Perhaps, At: body.At})
	}
	s.Doubts = append(s.Doubts, d)
}

// headships are, by organization, those who head it for certain: by their rows among
// the leaders, or as what the branch that rates them calls them.
func (a *assembly) headships(pops map[evaluate.Kind]*evaluate.Population, cell int, found []headedOrgs, branches map[string]membership) map[int][]headship {
	out := map[int][]headship{}
	pop := pops[evaluate.Leader]
	for row := range pop.Subjects {
		at := pop.Frame.Origin(row, cell)
		if pop.Frame.Value(row, cell).IsBlank() {
			at = pop.Frame.Origin(row, pop.Frame.Schema.ByRole(evaluate.RoleName))
		}
		for _, org := range found[row].sure {
			out[org] = append(out[org], headship{person: pop.Subjects[row].Person, name: foldedName(pop.Frame, row), at: at, written: !pop.Frame.Value(row, cell).IsBlank()})
		}
	}
	members := pops[evaluate.Member]
	if members == nil {
		return out
	}
	post, asked := members.Frame.Schema.Index(factPartyPost)
	for row := range members.Subjects {
		s := &members.Subjects[row]
		if m := branches[s.Person]; asked && m.org >= 0 && m.post == codeSecretary {
			out[m.org] = append(out[m.org], headship{person: s.Person, name: foldedName(members.Frame, row), at: members.Frame.Origin(row, post), member: true})
		}
	}
	return out
}

func foldedName(f *evaluate.Frame, row int) string {
	return foldName(f.Text(row, f.Schema.ByRole(evaluate.RoleName)))
}

// otherHead is the first who is somebody else for certain: one person may stand in
// several rows that nothing but the name ties together.
func otherHead(heads []headship, person, name string) *headship {
	i := slices.IndexFunc(heads, func(h headship) bool { return h.person != person && h.name != name })
	if i < 0 {
		return nil
	}
	return &heads[i]
}

// standing is where a post or its holder is: which fact says so, and the organization.
type standing struct {
	relation evaluate.Relation // of the fact that says so; "" for the branch
	org      int
}

// cell is the fact that tells of the standing.
func (p standing) cell(s *evaluate.Schema) int {
	if p.relation == "" {
		return s.ByRole(evaluate.RoleBranchCode)
	}
	return leadsTo(s, p.relation)
}

// apartFrom tells whether an organization neither is nor contains any of the
// organizations that the post's collectives and units, or the person's branch, belong
// to; place is the first of these. Where none is known nothing is asked.
func (a *assembly) apartFrom(p headedPost, org int) (place standing, apart bool) {
	var places []standing
	for _, c := range p.collectives {
		places = append(places, standing{evaluate.OwnCollective, a.tree.Collectives.Org(c)})
	}
	for _, u := range p.units {
		places = append(places, standing{evaluate.OwnUnit, a.tree.Units.Org(u)})
	}
	if p.home >= 0 {
		places = append(places, standing{"", p.home})
	}
	if len(places) == 0 {
		return standing{}, false
	}
	return places[0], !slices.ContainsFunc(places, func(x standing) bool { return a.within(x.org, org) })
}

// within tells whether an organization is another or stands below it.
func (a *assembly) within(org, above int) bool {
	for ; org >= 0; org = a.tree.Parent(org) {
		if org == above {
			return true
		}
	}
	return false
}
