package evaluate

import "slices"

// EithersWanted are the things without which a subject of a profile (-1: of any) has
// no grade and which may be said in several ways, such as counts or a statement that
// stands for them: for each the ways, and for each way the facts that have to stand
// together, in column order. They are those of bars, of what keeps from being rated and of the
// lowest rung that needs anything: what a better rung needs may not come up. What some
// other cell or another subject may settle, too, is not among them.
func (rs *RuleSet) EithersWanted(profile int) (out [][][]int) {
	for _, i := range rs.askedOfAll() {
		r := &rs.Rules[i]
		if r.Off || r.applies != nil && (profile < 0 || ofProfile(r.applies, profile) != Holds) {
			continue
		}
		ways, ok := rs.waysOf(r.when)
		if !ok || len(ways) < 2 || slices.ContainsFunc(out, func(other [][]int) bool { return settles(other, ways) }) {
			continue
		}
		out = append(slices.DeleteFunc(out, func(other [][]int) bool { return settles(ways, other) }), ways)
	}
	return out
}

// askedOfAll are the rules that come up for whomever they apply to.
func (rs *RuleSet) askedOfAll() []int {
	out := slices.Clone(rs.notRated)
	for _, b := range rs.bars {
		out = append(out, b.rule)
	}
	for _, r := range slices.Backward(rs.ladder) {
		if len(r.needs) > 0 {
			return append(out, r.needs...)
		}
	}
	return out
}

// ofProfile is the verdict of a condition of which only the profile is known.
func ofProfile(n node, profile int) Verdict {
	switch n := n.(type) {
	case profileNode:
		return verdictOf(n.profile == profile)
	case notNode:
		return ofProfile(n.of, profile).negate()
	case allNode:
		out := NotApplicable
		for _, m := range n {
			out = and(out, ofProfile(m, profile))
		}
		return out
	case anyNode:
		out := NotApplicable
		for _, m := range n {
			out = or(out, ofProfile(m, profile))
		}
		return out
	}
	return Unknown
}

// waysOf are the facts that have to stand together before a condition can hold or
// fail; false where something that is no cell of the row may settle it.
func (rs *RuleSet) waysOf(n node) ([][]int, bool) {
	switch n := n.(type) {
	case *factNode:
		if n.op == OpGiven {
			return nil, false
		}
		return rs.way(n.fact)
	case *monthsNode:
		return rs.way(n.fact)
	case *shareNode:
		return rs.way(n.part, n.of)
	case notNode:
		return rs.waysOf(n.of)
	case *firstNode:
		return rs.waysOfAny(n.of)
	case allNode:
		return rs.waysOfAny(n)
	case anyNode:
		return rs.waysOfAny(n)
	}
	return nil, false
}

// waysOfAny are the ways of conditions any one of which may settle the whole.
func (rs *RuleSet) waysOfAny(parts []node) (out [][]int, ok bool) {
	for _, m := range parts {
		ways, ok := rs.waysOf(m)
		if !ok {
			return nil, false
		}
		for _, way := range ways {
			if !slices.ContainsFunc(out, func(other []int) bool { return within(other, way) }) {
				out = append(slices.DeleteFunc(out, func(other []int) bool { return within(way, other) }), way)
			}
		}
	}
	return out, true
}

// way is the one way to know some facts: all cells they are computed from.
func (rs *RuleSet) way(facts ...int) ([][]int, bool) {
	var out []int
	for _, fact := range facts {
		f := &rs.schema.Facts[fact]
		if f.Blank != "" || f.GivenBy != "" || f.SameAs != nil {
			return nil, false
		}
		if f.Derived == nil {
			out = append(out, fact)
			continue
		}
		for _, id := range f.Derived.Of {
			i, ok := rs.schema.Index(id)
			if !ok || rs.schema.Facts[i].Blank != "" || rs.schema.Facts[i].GivenBy != "" || rs.schema.Facts[i].SameAs != nil {
				return nil, false
			}
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return [][]int{slices.Compact(out)}, true
}

// within tells whether all facts of a way are among those of another.
func within(way, other []int) bool {
	return !slices.ContainsFunc(way, func(f int) bool { return !slices.Contains(other, f) })
}

// settles tells whether whoever has said the one has said the other, too.
func settles(one, other [][]int) bool {
	return !slices.ContainsFunc(one, func(way []int) bool {
		return !slices.ContainsFunc(other, func(less []int) bool { return within(less, way) })
	})
}
