package rules

import "github.com/xeploai/xeploai/evaluate"

// vote changes whose number the majorities are a share of, every share, and each
// choice of how votes are counted. A vote that only collects ballots has nothing
// that a grade could show.
func (m *mutator) vote(scale evaluate.Scale, v *evaluate.VoteSpec) {
	if len(v.Majorities) == 0 {
		return
	}
	s := m.spot(v.At, v.ID)
	m.offer(s, "rule", dropped, both(put(&v.Switch, "a switch nobody turns"), put(&v.DefaultOn, false)))
	for _, base := range evaluate.VoteBases() {
		if base != v.Base {
			m.offer(s.in("base"), string(v.Base), string(base), put(&v.Base, base))
		}
	}
	if v.Quorum != nil {
		m.offer(s, "quorum", dropped, put(&v.Quorum, nil))
		for _, x := range around(*v.Quorum, onePercent()) {
			m.offer(s.in("quorum"), v.Quorum.String(), x.String(), put(&v.Quorum, &x))
		}
	}
	m.offer(s, "count_better", "other", put(&v.CountBetter, !v.CountBetter))
	m.offer(s, "rounds", "other", put(&v.Rounds, 3-v.Rounds))
	for i := range v.Majorities {
		m.majority(s, scale, v, i)
	}
}

// majority changes what one rung needs.
func (m *mutator) majority(s spot, scale evaluate.Scale, v *evaluate.VoteSpec, i int) {
	x := &v.Majorities[i]
	s = s.of(x.At).in("majority %s", x.Rung)
	m.offer(s, "majority", dropped, leaveOut(&v.Majorities, i))
	for _, share := range around(x.Share, onePercent()) {
		m.offer(s, x.Share.String(), share.String(), put(&x.Share, share))
	}
	other := evaluate.OpAtLeast
	if x.Op == other {
		other = evaluate.OpMoreThan
	}
	m.offer(s, string(x.Op), string(other), put(&x.Op, other))
	m.rung(s, scale, &x.Rung)
}

// difference changes from how many points on a reason is due, and whether another
// grade needs one.
func (m *mutator) difference(d *evaluate.DifferenceSpec) {
	s := m.spot(d.At, d.ID)
	m.offer(s, "rule", dropped, both(put(&d.Switch, "a switch nobody turns"), put(&d.DefaultOn, false)))
	if d.Points != nil {
		for _, x := range around(*d.Points, m.pointStep()) {
			m.offer(s.in("points"), d.Points.String(), x.String(), put(&d.Points, &x))
		}
	}
	if d.Points != nil {
		m.offer(s.in("grade"), "on", "off", put(&d.Grade, !d.Grade))
	}
}
