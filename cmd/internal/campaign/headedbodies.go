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
	pop, bodies := pops[evaluate.Leader], pops[evaluate.Collective]
	for row := range pop.Subjects {
		s := &pop.Subjects[row]
		own := s.Link(evaluate.OwnCollective)
		if own == nil {
			continue
		}
		p := o.posts[row]
		p.lead = codeHead
		l := evaluate.Link{Relation: evaluate.HeadedBody, At: own.At}
		for _, c := range own.Rows {
			switch a.headsCollective(bodies, p, c) {
			case evaluate.Holds:
				l.Rows = append(l.Rows, c)
			case evaluate.Unknown:
				l.Perhaps = append(l.Perhaps, c)
			}
		}
		s.Links = append(s.Links, l)
		if listed := o.leading(p.units, own.Rows); len(listed) > 0 && (bodies != nil || a.ungraded[evaluate.Collective]) {
			a.linkListedBodies(pops, row, listed, o)
		}
	}
}

// linkListedBodies adds to what a row's post heads the collectives that by the list lead
// his unit and that the row does not name. Where one of them, or the unit, has another
// head he may be a member of the committee he names and nothing else: it is asked (E329).
func (a *assembly) linkListedBodies(pops map[evaluate.Kind]*evaluate.Population, row int, listed []int, o *ofUnits) {
	pop, s, p := pops[evaluate.Leader], &pops[evaluate.Leader].Subjects[row], &o.posts[row]
	l := s.Link(evaluate.HeadedBody)
	without := evaluate.Link{Relation: evaluate.HeadedBody, Rows: slices.Clone(l.Rows), Perhaps: slices.Clone(l.Perhaps), At: l.At}
	unit := pop.Frame.Origin(row, leadsTo(pop.Frame.Schema, evaluate.OwnUnit))
	if len(l.Rows)+len(l.Perhaps) == 0 {
		l.At = unit
	}
	for _, c := range listed {
		if kind := typeOf(pops[evaluate.Collective], c); kind == collectiveOfAgency || kind == "" && !typeDoubted(pops[evaluate.Collective], c) {
			l.Rows = append(l.Rows, c)
		} else {
			l.Perhaps = append(l.Perhaps, c)
		}
	}
	leadsOne := func(c int) bool { return a.tree.Collectives.Superior(c) >= 0 }
	if p.lead != codeHead || len(p.units) != 1 || len(p.collectives) == 0 || slices.ContainsFunc(p.collectives, leadsOne) {
		return // what a member of an agency's leadership heads is asked with its unit
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
// agency he leads besides says nothing of the committee. Where he has a row for the
// committee, that one is bound by it.
func linkHeadedCommittees(pop *evaluate.Population, found []headedOrgs, committees map[int]int) {
	named := namedFellows(pop)
	for row := range pop.Subjects {
		s := &pop.Subjects[row]
		of := func(orgs []int) (out []int) {
			for _, org := range orgs {
				if c, one := committees[org]; one && c >= 0 && !named[fellowship{c, s.Person}] {
					out = append(out, c)
				}
			}
			return out
		}
		sure, perhaps := of(found[row].sure), of(found[row].perhaps)
		if l := s.Link(evaluate.HeadedBody); l != nil {
			l.Rows, l.Perhaps = append(l.Rows, sure...), append(l.Perhaps, perhaps...)
		}
		for i := range s.Doubts { // by no other reading is he less its secretary
			for j := range s.Doubts[i].Links {
				if l := &s.Doubts[i].Links[j]; l.Relation == evaluate.HeadedBody {
					l.Rows, l.Perhaps = slices.Concat(l.Rows, sure), slices.Concat(l.Perhaps, perhaps)
				}
			}
		}
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
		if p.lead == codeHead && len(p.units) == 0 && a.headsCollective(pops[evaluate.Collective], p, c) == evaluate.Holds && twoPeople(pops[evaluate.Leader], row, f.row) {
			out = append(out, f.cell)
		}
	}
	return out
}

// headsCollective tells whether a head's post is at the head of a collective. What nobody
// has said to be a committee or an agency's is either, unless it leads a unit by the list.
func (a *assembly) headsCollective(pop *evaluate.Population, p headedPost, c int) evaluate.Verdict {
	kind := typeOf(pop, c)
	if kind == "" && a.tree.Collectives.Superior(c) >= 0 && !typeDoubted(pop, c) {
		kind = collectiveOfAgency
	}
	agency := a.headsLeadership(p, c)
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
func (a *assembly) headsLeadership(p headedPost, c int) evaluate.Verdict {
	led := a.tree.Collectives.Superior(c)
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
		if t == nil || t.Fact != factLeadershipPost || unsure(t, f.Text(row, i)) {
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
