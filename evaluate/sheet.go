package evaluate

import "slices"

// Sheet is a checked score sheet. It is built through NewRuleSet.
type Sheet struct {
	Spec     *SheetSpec
	lines    []sheetLine // in written order
	criteria []sheetPart
	groups   []sheetPart
	noted    []notedPart
	facts    []int // every fact the lines rest on, in written order
	// by line and criterion: the maximum of those that add points
	lineMax, criterionMax []*Num
}

// sheetPart is a criterion or group: where its own parts begin and end.
type sheetPart struct {
	from, to int
	max      Num
	clamp    bool
}

// notedPart is a group or criterion with triggers: its lines and the fact that
// notes what happened.
type notedPart struct {
	id             string
	from, to, fact int
}

// span is the points of a line, criterion or group: exact when both ends meet,
// otherwise the range that blanks leave open.
type span struct{ low, high Num }

func exactly(x Num) span { return span{x, x} }

func (s span) known() bool { return s.low.Cmp(s.high) == 0 }

func (s span) add(o span) span { return span{s.low.Add(o.low), s.high.Add(o.high)} }

func (s span) less(o span) span { return span{s.low.Sub(o.high), s.high.Sub(o.low)} }

// each applies a function that does not fall to both ends.
func (s span) each(f func(Num) Num) span { return span{f(s.low), f(s.high)} }

func atMost(x, most Num) Num {
	if x.Cmp(most) > 0 {
		return most
	}
	return x
}

func atLeast(x, least Num) Num {
	if x.Cmp(least) < 0 {
		return least
	}
	return x
}

// scoring is the points of one row, part by part.
type scoring struct {
	sheet                   *Sheet
	room                    []span // what the three below share
	lines, criteria, groups []span
	total                   span
	given                   bool
	// rest is what the individual weights that are given leave of the sum that the group
	// being scored declares; weighs is false where it declares none, or they pass it.
	rest   Num
	weighs bool
}

// Score adds up the points of one row in the sheet's order: lines, criteria,
// groups, then bonus, deductions and the total as the sheet says. A blank line
// leaves a range from nothing to its maximum; points beyond a maximum are a
// problem of CheckRow and count as unknown here, never clamped unless the sheet
// itself clamps.
func (s *Sheet) Score(f *Frame, row int) Scored { return s.score(f, row).scored() }

func (x *scoring) scored() Scored {
	return Scored{Given: x.given, Low: x.total.low, High: x.total.high}
}

func (s *Sheet) score(f *Frame, row int) *scoring {
	x := &scoring{}
	s.scoreInto(x, f, row)
	return x
}

// scoreInto is score with the room of an earlier scoring used again.
func (s *Sheet) scoreInto(x *scoring, f *Frame, row int) {
	n := len(s.lines) + len(s.criteria) + len(s.groups)
	all := x.room
	if cap(all) < n {
		all = make([]span, n)
	}
	all = all[:n]
	clear(all)
	*x = scoring{sheet: s, room: all, lines: all[:len(s.lines)], criteria: all[len(s.lines) : len(s.lines)+len(s.criteria)],
		groups: all[len(s.lines)+len(s.criteria):]}
	for i, g := range s.groups {
		x.rest, x.weighs = s.restOfWeights(f, row, i)
		for c := g.from; c < g.to; c++ {
			x.criterion(f, row, c)
		}
		x.groups[i] = x.withinWeights(f, row, i, g.sum(x.criteria[g.from:g.to]))
	}
	x.addUp()
}

// criterion scores the lines of one criterion; a level that wipes takes all of
// its points.
func (x *scoring) criterion(f *Frame, row, i int) {
	c := x.sheet.criteria[i]
	wiped := Fails
	for l := c.from; l < c.to; l++ {
		line := &x.sheet.lines[l]
		got, given, wipes := line.score(f, row, x)
		if step := line.round; step.Sign() > 0 {
			got = got.each(func(n Num) Num { return n.Round(step) })
		}
		x.lines[l] = got
		x.given = x.given || given
		wiped = or(wiped, wipes)
	}
	sum := c.sum(x.lines[c.from:c.to])
	switch wiped {
	case Holds:
		sum = span{}
	case Unknown:
		sum.low = Num{}
	}
	x.criteria[i] = sum
}

func (p sheetPart) sum(of []span) span {
	var out span
	for _, s := range of {
		out = out.add(s)
	}
	if p.clamp {
		out = out.each(func(n Num) Num { return atMost(n, p.max) })
	}
	return out
}

// addUp puts the groups together in the sheet's order.
func (x *scoring) addUp() {
	spec := x.sheet.Spec
	for _, stage := range spec.stages() {
		for i := range spec.Groups {
			switch role := spec.Groups[i].Role; {
			case stage == StageGroups && role == PointsGroup, stage == StageBonus && (role == BonusInside || role == BonusOnTop):
				x.total = x.total.add(x.groups[i])
			case stage == StageDeductions && role == DeductionGroup:
				x.total = x.total.less(x.groups[i])
			}
		}
		if stage != StageTotal {
			continue
		}
		if from := spec.ClampFrom; from != nil {
			x.total = x.total.each(func(n Num) Num { return atLeast(n, *from) })
		}
		if to := spec.ClampTo; to != nil {
			x.total = x.total.each(func(n Num) Num { return atMost(n, *to) })
		}
	}
	if spec.Round.Sign() > 0 {
		x.total = x.total.each(func(n Num) Num { return n.Round(spec.Round) })
	}
}

func (s *SheetSpec) stages() []SheetStage {
	if len(s.Order) > 0 {
		return s.Order
	}
	return SheetStages()
}

// plain tells whether the total is the sum of the points filled in.
func (s *Sheet) plain() bool {
	for i := range s.lines {
		if l := &s.lines[i]; l.spec.Form != PointsLine || l.round.Sign() > 0 {
			return false
		}
	}
	for i := range s.Spec.Groups {
		g := &s.Spec.Groups[i]
		cut := slices.ContainsFunc(g.Criteria, func(c SheetCriterion) bool { return c.Clamp })
		if g.Role == DeductionGroup || g.Clamp || cut {
			return false
		}
	}
	return len(s.Spec.Scorers) == 0 && s.Spec.Round.Sign() == 0 && s.Spec.ClampTo == nil
}

// SheetOf returns the score sheet that the subject of a row takes, nil when it
// takes none or its profile is still open.
func (rs *RuleSet) SheetOf(f *Frame, row int) *Sheet {
	w := Walk{Verdicts: make([]Verdict, len(rs.Rules))}
	rs.decideProfile(&context{frame: f, row: row}, &w)
	if i := rs.profileSheet(w.Profile); i >= 0 {
		return rs.Sheets[i]
	}
	return nil
}

// Blank lists the fact positions without which a line stays open.
func (s *Sheet) Blank(f *Frame, row int) []int {
	var out []int
	x := s.score(f, row)
	for i := range s.lines {
		if x.lines[i].known() {
			continue
		}
		for _, fact := range s.lines[i].needs {
			if f.Known(row, fact).IsBlank() {
				out = append(out, fact)
			}
		}
	}
	return out
}

// Facts lists the positions of everything the sheet's lines rest on, in written
// order.
func (s *Sheet) Facts() []int { return s.facts }
