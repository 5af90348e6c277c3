package evaluate

// Individual weights of a group add up to what the sheet declares. What the ones given
// leave of that sum is all that the blank ones can come to together: nothing, where those
// given are the whole.

// restOfWeights is what the individual weights given leave of the sum declared for a
// group. Weights beyond the sum contradict it (E315) and bound nothing.
func (s *Sheet) restOfWeights(f *Frame, row, group int) (rest Num, ok bool) {
	want := s.Spec.Groups[group].WeightsSum
	if want == nil {
		return Num{}, false
	}
	rest = *want
	for i := range s.linesOf(group) {
		if w := s.linesOf(group)[i].weight; w >= 0 {
			rest = rest.Sub(f.Known(row, w).Number())
		}
	}
	return rest, rest.Sign() >= 0
}

// checkWeights: individual weights that are all given must add up as the sheet says, and
// no others may make good what those given have too much. A weight that is more than its
// line may have is told as that, and contradicts the sum only by what its line may have.
func (s *Sheet) checkWeights(f *Frame, row int) (ps []Problem) {
	for group := range s.groups {
		want := s.Spec.Groups[group].WeightsSum
		if want == nil {
			continue
		}
		var sum, most Num
		at, all := -1, true
		for i := range s.linesOf(group) {
			l := &s.linesOf(group)[i]
			if l.weight < 0 {
				continue
			}
			if v := f.Known(row, l.weight); v.IsBlank() {
				all = false
			} else {
				at, sum, most = l.weight, sum.Add(v.Number()), most.Add(atMost(v.Number(), l.max))
			}
		}
		if all && at >= 0 && sum.Cmp(*want) != 0 || !all && most.Cmp(*want) > 0 {
			ps = append(ps, problemWeightSum(f.Origin(row, at), s.Spec.Groups[group].ID, sum, *want, all))
		}
	}
	return ps
}

// linesOf are the lines of a group.
func (s *Sheet) linesOf(group int) []sheetLine {
	g := s.groups[group]
	if g.from == g.to {
		return nil
	}
	return s.lines[s.criteria[g.from].from:s.criteria[g.to-1].to]
}

// mostWeight is what a blank weight can be at most.
func (x *scoring) mostWeight(l *sheetLine) Num {
	if !x.weighs {
		return l.max
	}
	return atMost(l.max, x.rest)
}

// withinWeights takes from the range of a group what no weights that add up can give:
// the blank ones share the rest, so that together they come to no more than the rest by
// the best of their measures.
func (x *scoring) withinWeights(f *Frame, row, group int, sum span) span {
	if !x.weighs || x.rest.Sign() == 0 || sum.known() {
		return sum
	}
	var others, best, rounding Num
	first, blank, open := x.sheet.criteria[x.sheet.groups[group].from].from, false, false
	for i := range x.sheet.linesOf(group) {
		l, high := &x.sheet.lines[first+i], x.lines[first+i].high
		open = open || l.open()
		if l.weight < 0 || !f.Known(row, l.weight).IsBlank() || l.full != nil || l.factor >= 0 {
			others = others.Add(high)
			continue
		}
		share, _ := high.Div(x.mostWeight(l))
		half, _ := l.round.Div(Int(2))
		best, rounding, blank = atLeast(best, share), rounding.Add(half), true
	}
	if !blank {
		return sum
	}
	most := others.Add(best.Mul(x.rest)).Add(rounding)
	if !open {
		most = atMost(most, x.sheet.groups[group].max)
	}
	return span{sum.low, atLeast(atMost(sum.high, most), sum.low)}
}
