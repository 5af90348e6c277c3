package evaluate

// SummonedBases lists the facts that say how many a branch had to call to its
// meeting, where a vote in force is counted on them. A branch has one such meeting
// on its members, so that every row must say the same; other bodies vote on
// subjects of several places, whose figures rightly differ.
func (rs *RuleSet) SummonedBases() []int {
	var out []int
	for i := range rs.votes {
		if at, ok := rs.votes[i].summonedBase(rs); ok {
			out = append(out, at)
		}
	}
	return out
}

// summonedBase is the figure of a branch's vote in force that counts on those
// summoned.
func (v *vote) summonedBase(rs *RuleSet) (at int, ok bool) {
	if v.box == nil || rs.Rules[v.rule].Off || v.spec.Base != OfSummoned && v.spec.Quorum == nil {
		return -1, false
	}
	at, ok = v.box.Counts[BallotsSummoned]
	return at, ok && rs.schema.Facts[at].Supplier == SupplyBranch
}

// BaseMatters tells whether a vote could come out otherwise if the figure of those
// summoned were x: for the grade that its body proposed, or any below it, since the
// rules may give less than was proposed.
func (rs *RuleSet) BaseMatters(f *Frame, row, fact int, x Num) bool {
	other, ok := NumberValue(x)
	if !ok {
		return false
	}
	for i := range rs.votes {
		v := &rs.votes[i]
		if at, ok := v.summonedBase(rs); !ok || at != fact {
			continue
		}
		supposed := NewFrame(f.Schema)
		supposed.Append(Place{Source: -1})
		for _, k := range v.box.Facts() {
			if given := f.Known(row, k); !given.IsBlank() {
				supposed.Set(0, k, given)
			}
		}
		supposed.Set(0, fact, other)
		own := rs.gradeFact(f, row, v.box.Proposal)
		for rung := range v.of {
			if own != NoRank && rung > own {
				continue
			}
			if rs.tally(v, f, row, rung, nil).Verdict != rs.tally(v, supposed, 0, rung, nil).Verdict {
				return true
			}
		}
	}
	return false
}
