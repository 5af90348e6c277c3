package evaluate

// overreach tells whether no row that takes the sheet can meet the comparison,
// and the most points the part comes to there.
func (s *Sheet) overreach(n *pointsNode, ref sheetRef) (most Num, beyond bool) {
	switch ref.level {
	case everyLine:
		return s.overreachAny(n, s.lineMax, func(i int) bool { return s.lines[i].open() })
	case everyCriterion:
		return s.overreachAny(n, s.criterionMax, s.criterionOpen)
	}
	most, open := s.reach(ref)
	return most, !open && n.beyond(most, ref.max)
}

// overreachAny looks at each of many parts: one that cannot meet the comparison
// is enough, and the one with the fewest points is told.
func (s *Sheet) overreachAny(n *pointsNode, maxima []*Num, open func(int) bool) (most Num, beyond bool) {
	for i, m := range maxima {
		if m == nil || open(i) || !n.beyond(*m, *m) {
			continue
		}
		if !beyond || m.Cmp(most) < 0 {
			most = *m
		}
		beyond = true
	}
	return most, beyond
}

// beyond tells whether a part that comes to most points at best falls short; whole
// is what a percentage is taken of.
func (n *pointsNode) beyond(most, whole Num) bool {
	want := n.want
	if n.share {
		want = want.Mul(whole)
	}
	switch by := want.Cmp(most); n.op {
	case OpAtLeast, OpEquals:
		return by > 0
	case OpMoreThan:
		return by >= 0
	}
	return false
}

// reach is the most points of a part; open says that the sheet sets no bound.
func (s *Sheet) reach(r sheetRef) (most Num, open bool) {
	switch r.level {
	case lineLevel:
		return r.max, s.lines[r.index].open()
	case criterionLevel:
		return r.max, s.criterionOpen(r.index)
	case groupLevel:
		return r.max, s.groupOpen(r.index)
	}
	for g := range s.Spec.Groups {
		if group := &s.Spec.Groups[g]; group.Role != DeductionGroup {
			most, open = most.Add(group.Max), open || s.groupOpen(g)
		}
	}
	// The bonus may come after the total was cut, so a cut total bounds nothing here.
	if step := s.Spec.Round; step.Sign() > 0 {
		most = atLeast(most.Round(step), most)
	}
	return most, open
}

func (s *Sheet) groupOpen(i int) bool {
	for c := s.groups[i].from; c < s.groups[i].to; c++ {
		if s.criterionOpen(c) {
			return !s.groups[i].clamp
		}
	}
	return false
}

func (s *Sheet) criterionOpen(i int) bool {
	for l := s.criteria[i].from; l < s.criteria[i].to; l++ {
		if s.lines[l].open() {
			return !s.criteria[i].clamp
		}
	}
	return false
}

// open tells whether a line may give more than its maximum: by a coefficient, or
// by a measure that counts beyond a hundred percent.
func (l *sheetLine) open() bool {
	over := l.spec.Factor != ""
	for i := range l.spec.Parts {
		m := &l.spec.Parts[i].Measure
		over = over || m.Over || m.AtMost != nil && m.AtMost.Cmp(Int(100)) > 0
	}
	return over
}

// checkReach refuses a threshold that nobody can meet on any sheet that has the
// part: most often a percentage whose sign was forgotten.
func (c *compiler) checkReach(n *pointsNode, cmp *Comparison) {
	var most Num
	for i, ref := range n.refs {
		m, beyond := c.scored[i].overreach(n, ref)
		if !beyond {
			return
		}
		most = atLeast(most, m)
	}
	c.fail(problemOverreach(cmp.At, n.label, cmp.Values[0], most))
}
