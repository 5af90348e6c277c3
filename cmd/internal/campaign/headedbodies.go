package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Which leadership a head stands at the head of is seldom asked in so many words: the row
// names the collective he belongs to. The head of a division sits in the committee or in
// the leadership of the agency above, and is not bound by them as their heads are.

// linkHeadedBodies says of every leader whose collective is known whether the post, if it
// is that of a head, heads that collective.
func (a *assembly) linkHeadedBodies(pops map[evaluate.Kind]*evaluate.Population, branches map[string]membership) {
	pop := pops[evaluate.Leader]
	for row := range pop.Subjects {
		s := &pop.Subjects[row]
		own := s.Link(evaluate.OwnCollective)
		if own == nil {
			continue
		}
		p := a.headedPost(pop, row, branches)
		p.lead = codeHead
		l := evaluate.Link{Relation: evaluate.HeadedBody, At: own.At}
		for _, c := range own.Rows {
			switch a.headsCollective(pops[evaluate.Collective], p, c) {
			case evaluate.Holds:
				l.Rows = append(l.Rows, c)
			case evaluate.Unknown:
				l.Perhaps = append(l.Perhaps, c)
			}
		}
		s.Links = append(s.Links, l)
	}
}

// headsCollective tells whether a head's post is at the head of a collective. What nobody
// has said to be a committee or an agency's is either, unless it leads a unit by the list.
func (a *assembly) headsCollective(pop *evaluate.Population, p headedPost, c int) evaluate.Verdict {
	kind := typeOf(pop, c)
	if kind == "" && a.tree.Collectives.Superior(c) >= 0 && (pop == nil || !pop.Subjects[c].About(factCollectiveType)) {
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
		for _, part := range titlesIn(f.Text(row, i)) {
			w, _ := toldByPart(t, excel.Words(part), true, true)
			switch {
			case w == nil:
			case w.Committee && w.Means == codeHead:
				return evaluate.Holds
			case w.Committee || w.Means == codeHead:
				out = evaluate.Fails
			}
		}
	}
	return out
}
