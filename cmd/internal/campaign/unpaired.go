package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// unpaired are the people whom reports and rosters do not agree on.
type unpaired struct {
	*roll
	unlisted  []*entry          // reported, and not on the roster of their branch
	missing   []*entry          // on the roster of a branch that does not report them
	unclaimed []person          // of the rosters, whom nobody reports
	gone      goneSaid          // whom rosters list as gone
	away      cellPairs[string] // by branch, who moved away by its report and is there by a roster, and nobody reports
	// covered and reported tell where rosters and reports speak of a branch first.
	covered, reported map[string]evaluate.Origin
}

func (u *unpaired) note(sheets map[string]evaluate.Origin, p person) {
	if _, met := sheets[p.branch]; !met {
		sheets[p.branch] = p.at(u.ids)
	}
}

// hold holds who is reported and not listed, and who is listed and not reported.
// Two of them who are each other's nearest are one question, and so are the rows of
// one person in several reports.
func (u *unpaired) hold() {
	claims, extra := newLookout(u.unclaimed, u.days...), newLookout(personsOf(u.unlisted), u.days...)
	asked := map[*entry]bool{}
	for _, e := range u.unlisted {
		if asked[e] {
			continue
		}
		p, counterpart := u.unlistedProblem(e, claims, extra, asked)
		if counterpart != nil {
			counterpart.hold(p)
			asked[counterpart] = true
		}
		rows := []*entry{e}
		for _, other := range e.twins {
			if slices.Contains(u.unlisted, other) {
				rows = append(rows, other)
				asked[other] = true
			}
		}
		u.holdTogether(p, rows)
	}
	for _, e := range u.missing {
		if p, is := u.wrong[e.branch]; is && !asked[e] {
			e.hold(p)
		} else if !asked[e] {
			e.hold(u.lackedBy(offer(problemNotReported(e.at(u.ids)), extra.nearest(e.person), u.ids), e.person, u.reported[e.branch]))
		}
	}
}

// unlistedProblem is the question about somebody reported and not listed, with the
// row of a roster that the same question is about, nil for none.
func (u *unpaired) unlistedProblem(e *entry, claims, extra *lookout, asked map[*entry]bool) (evaluate.Problem, *entry) {
	if states := u.gone.statesOf(e.person); len(states) > 0 {
		return problemListedGone(e.at(u.ids), states), nil
	}
	like := claims.nearest(e.person)
	if like != nil {
		back := extra.nearest(*like)
		i := slices.IndexFunc(u.missing, func(m *entry) bool { return m.person == *like })
		if i >= 0 && !asked[u.missing[i]] && back != nil && *back == e.person {
			return problemPerhapsOne(e.at(u.ids), like.at(u.ids)), u.missing[i]
		}
	}
	if other := u.likelyElsewhere(e); other != nil {
		like = &other.person
	}
	return lackedBy(offer(problemNotOnRoster(e.at(u.ids)), like, u.ids), u.covered[e.branch]), nil
}

// holdTogether holds the rows of one person with one question, which each sees from
// its own cell.
func (u *unpaired) holdTogether(p evaluate.Problem, rows []*entry) {
	for i, e := range rows {
		q := p
		q.At, q.Related = e.at(u.ids), slices.Clone(p.Related)
		var others []evaluate.Origin
		for _, other := range slices.Concat(rows[:i], rows[i+1:]) {
			others = append(others, other.at(u.ids))
		}
		q.Related = append(q.Related, mutual(seconds(others, "dòng còn lại của người này ở đây"))...)
		e.hold(q)
	}
}
