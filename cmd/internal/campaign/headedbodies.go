package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Which leadership a head stands at the head of is seldom asked in so many words: the row
// names the collective he belongs to, and the unit. The head of a division sits in the
// committee or in the leadership of the agency above, and is not bound by them as their
// heads are; the head of an agency may name that committee and not the leadership of his
// agency, which the list knows.

// linkHeadedBodies says of every leader whose collective is known which collectives the
// post, if it is that of a head, heads: those of his row, and those that lead his unit.
func (a *assembly) linkHeadedBodies(pops map[evaluate.Kind]*evaluate.Population, o *ofUnits) {
	pop := pops[evaluate.Leader]
	for row := range pop.Subjects {
		s := &pop.Subjects[row]
		if s.Link(evaluate.OwnCollective) == nil {
			// What else he heads the blank leaves open; by the list his unit has these.
			if l, _ := a.headedByUnit(pops, row, evaluate.Link{Relation: evaluate.HeadedBody}, o); len(l.Rows) > 0 {
				s.Links = append(s.Links, l)
			}
			continue
		}
		own := a.headedByRow(pops, row, o)
		l, listed := a.headedByUnit(pops, row, own, o)
		s.Links = append(s.Links, l)
		if len(listed) > 0 {
			a.doubtListedBodies(pops, row, listed, own, o)
		}
	}
	for _, x := range o.otherwise {
		a.doubtLedUnit(pops, x, o)
	}
}

// headedByRow are the collectives of a row that its post, if it is that of a head, heads.
func (a *assembly) headedByRow(pops map[evaluate.Kind]*evaluate.Population, row int, o *ofUnits) evaluate.Link {
	own, p := pops[evaluate.Leader].Subjects[row].Link(evaluate.OwnCollective), o.posts[row]
	p.lead = codeHead
	l := evaluate.Link{Relation: evaluate.HeadedBody, At: own.At}
	for _, c := range own.Rows {
		switch a.headsCollective(pops[evaluate.Collective], p, c, o.leads[c]) {
		case evaluate.Holds:
			l.Rows = append(l.Rows, c)
		case evaluate.Unknown:
			l.Perhaps = append(l.Perhaps, c)
		}
	}
	return l
}

// headedByUnit adds the collectives that lead the row's unit and that the row does not
// name; listed are these.
func (a *assembly) headedByUnit(pops map[evaluate.Kind]*evaluate.Population, row int, l evaluate.Link, o *ofUnits) (with evaluate.Link, listed []int) {
	pop, bodies := pops[evaluate.Leader], pops[evaluate.Collective]
	if bodies == nil && !a.ungraded[evaluate.Collective] {
		return l, nil
	}
	var named []int
	if own := pop.Subjects[row].Link(evaluate.OwnCollective); own != nil {
		named = own.Rows
	}
	listed = o.leading(o.posts[row].units, named)
	if len(listed) == 0 {
		return l, nil
	}
	if len(l.Rows)+len(l.Perhaps) == 0 {
		l.At = pop.Frame.Origin(row, leadsTo(pop.Frame.Schema, evaluate.OwnUnit))
	}
	l.Rows, l.Perhaps = slices.Clone(l.Rows), slices.Clone(l.Perhaps)
	for _, c := range listed {
		if kind := typeOf(bodies, c); kind == collectiveOfAgency || kind == "" && !typeDoubted(bodies, c) {
			l.Rows = append(l.Rows, c)
		} else {
			l.Perhaps = append(l.Perhaps, c)
		}
	}
	return l, listed
}

// doubtListedBodies asks where a collective that by the list leads the row's unit, or the
// unit, has another head: he may be a member of the committee he names and nothing else
// (E329). without is what the row heads then.
func (a *assembly) doubtListedBodies(pops map[evaluate.Kind]*evaluate.Population, row int, listed []int, without evaluate.Link, o *ofUnits) {
	pop, s, p := pops[evaluate.Leader], &pops[evaluate.Leader].Subjects[row], &o.posts[row]
	unit := pop.Frame.Origin(row, leadsTo(pop.Frame.Schema, evaluate.OwnUnit))
	leadsOne := func(c int) bool { return a.tree.Collectives.Superior(c) >= 0 }
	if p.lead != codeHead || len(p.units) != 1 || len(p.collectives) == 0 || slices.ContainsFunc(p.collectives, leadsOne) {
		return // what a member of an agency's leadership heads is asked with its unit
	}
	if o.saysSo(pop, row, listed) {
		return
	}
	var heads []evaluate.Origin
	for _, other := range a.otherHeads(pop, row, o) {
		heads = append(heads, pop.Frame.Origin(other, leadsTo(pop.Frame.Schema, evaluate.OwnUnit)))
	}
	for _, c := range listed {
		heads = append(heads, a.otherHeadsOf(pops, row, c, o)...)
	}
	if len(heads) == 0 {
		return
	}
	o.asked[p.units[0]] = true
	q := problemUnitHasHead(unit, without.At, a.tree.Units.List[p.units[0]].Code, heads)
	a.doubt(s, evaluate.Doubt{Problem: q, Links: []evaluate.Link{{Relation: evaluate.OwnUnit, At: unit}, without}},
		a.asksOf(evaluate.Leader, evaluate.OwnUnit, evaluate.HeadedBody))
}

// linkHeadedCommittees adds the committee of the organization that a post heads, or may
// head, where none of the person's rows names it: he is its secretary, and a row about the
// agency he leads besides says nothing of the committee. Where he has a row for a committee
// of the organization, that one is bound by it, and for certain where the same row heads the
// organization. Of several that no row names he heads one: which is asked.
func (a *assembly) linkHeadedCommittees(pop *evaluate.Population, found []headedOrgs, committees map[int][]int, o *ofUnits) {
	named := namedFellows(pop)
	for row := range pop.Subjects {
		s := &pop.Subjects[row]
		unnamed := func(org int) []int {
			if slices.ContainsFunc(committees[org], func(c int) bool { return named[fellowship{c, s.Person}] }) {
				return nil
			}
			return committees[org]
		}
		var sure, perhaps []int
		var several [][]int
		for _, org := range found[row].sure {
			its := unnamed(org)
			if own, one := sole(both(committees[org], collectivesOf(s))); one {
				its = []int{own}
			}
			if sure = append(sure, its[:min(len(its), 1)]...); len(its) > 1 {
				several = append(several, its)
			}
		}
		for _, org := range found[row].perhaps {
			perhaps = append(perhaps, unnamed(org)...)
		}
		l := s.Link(evaluate.HeadedBody)
		if l != nil {
			found[row].committees = beyond(sure, l.Rows)
			*l = headsBesides(*l, sure, perhaps)
		}
		for i := range s.Doubts { // by no other reading is he less its secretary
			for j := range s.Doubts[i].Links {
				if l := &s.Doubts[i].Links[j]; l.Relation == evaluate.HeadedBody {
					*l = headsBesides(*l, sure, perhaps)
				}
			}
		}
		if lead := o.posts[row].lead; l != nil && (lead == codeHead || lead == "") {
			for _, its := range several {
				a.doubtCommittee(pop, row, its, *l)
			}
		}
	}
}

// headsBesides adds collectives to those that a post heads for certain, and perhaps.
func headsBesides(l evaluate.Link, sure, perhaps []int) evaluate.Link {
	l.Rows = slices.Concat(l.Rows, beyond(sure, l.Rows))
	l.Perhaps = beyond(slices.Concat(l.Perhaps, perhaps), l.Rows)
	return l
}

// both are the rows that are among others, too.
func both(rows, others []int) []int { return beyond(rows, beyond(rows, others)) }

// doubtCommittee asks which committee of an organization its head is at the head of: he
// waits between being bound by the first, as it stands, and by any other.
func (a *assembly) doubtCommittee(pop *evaluate.Population, row int, its []int, now evaluate.Link) {
	s := &pop.Subjects[row]
	var places []evaluate.Origin
	for _, c := range its {
		places = append(places, a.tree.Collectives.List[c].At)
	}
	p := problemWhichCommittee(pop.Frame.Origin(row, leadsTo(pop.Frame.Schema, evaluate.OwnCollective)), a.tree.Orgs[a.tree.Collectives.Org(its[0])].Code, places)
	p.Subject = s.ID
	a.problems = append(a.problems, p)
	for _, c := range its[1:] {
		then := now
		then.Rows = append(beyond(now.Rows, its[:1]), c)
		s.Doubts = append(s.Doubts, evaluate.Doubt{Problem: p, Links: []evaluate.Link{then}})
	}
}

// typeDoubted tells whether it is asked what a collective is.
func typeDoubted(pop *evaluate.Population, c int) bool {
	return pop != nil && pop.Subjects[c].About(factCollectiveType)
}

// otherHeadsOf are the cells of others who head a collective for certain and name no unit.
func (a *assembly) otherHeadsOf(pops map[evaluate.Kind]*evaluate.Population, row, c int, o *ofUnits) (out []evaluate.Origin) {
	if o.of == nil {
		return nil
	}
	for _, f := range o.of[c].rows {
		p := o.posts[f.row]
		if p.lead == codeHead && len(p.units) == 0 && a.headsCollective(pops[evaluate.Collective], p, c, o.leads[c]) == evaluate.Holds && twoPeople(pops[evaluate.Leader], row, f.row) {
			out = append(out, f.cell)
		}
	}
	return out
}

// headsCollective tells whether a head's post is at the head of a collective. What nobody
// has said to be a committee or an agency's is either, unless it leads a unit, led.
func (a *assembly) headsCollective(pop *evaluate.Population, p headedPost, c, led int) evaluate.Verdict {
	kind := typeOf(pop, c)
	if kind == "" && led >= 0 && !typeDoubted(pop, c) {
		kind = collectiveOfAgency
	}
	agency := a.headsLeadership(p, c, led)
	switch kind {
	case collectiveOfAgency:
		return agency
	case "":
		if committee := a.headsCommittee(pop, p, c); committee != agency {
			return evaluate.Unknown
		}
		return agency
	}
	return a.headsCommittee(pop, p, c)
}

// headsLeadership tells whether a head's post is at the head of an agency's leadership: he
// heads the unit that it leads, or it is all that he can be the head of.
func (a *assembly) headsLeadership(p headedPost, c, led int) evaluate.Verdict {
	switch {
	case slices.Contains(p.units, led):
		return evaluate.Holds
	case p.noUnit && len(p.collectives) == 1:
		return evaluate.Holds
	case len(p.units) > 0 && !p.unsaidUnit && (led >= 0 || a.tree.Collectives.List[c].NoSuperior):
		return evaluate.Fails
	}
	return evaluate.Unknown
}

// titleHeadsCommittee is what the titles in a row say of a head's post in a committee: that
// of its secretary is at its head, that of the head of something else, or of a deputy or
// member, is not. Whoever holds several is named by all of them.
func titleHeadsCommittee(f *evaluate.Frame, row int) evaluate.Verdict {
	out := evaluate.Unknown
	for i := range f.Schema.Facts {
		t := f.Schema.Facts[i].Tells
		if t == nil || t.Fact != factLeadershipPost || unsure(t, f.Text(row, i), false) {
			continue
		}
		for _, x := range titlesTold(t, f.Text(row, i), true, true) {
			switch {
			case x.says.Committee && x.says.Means == codeHead:
				return evaluate.Holds
			case x.says.Committee || x.says.Means == codeHead:
				out = evaluate.Fails
			}
		}
	}
	return out
}
