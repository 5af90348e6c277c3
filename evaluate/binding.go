package evaluate

// keepsBelow tells whether a sanction, an index in rs.sanction, by itself keeps a
// subject below a grade: a bound under it, a lowering of what the ladder gives to
// less, a lower grade that is forced. Unknown where the grade that bounds is open.
func (rs *RuleSet) keepsBelow(w *Walk, i int, grade Rank) Verdict {
	s := &rs.sanction[i]
	if w.Verdicts[s.rule] != Holds {
		return Fails
	}
	for _, b := range w.Bounds {
		switch {
		case b.Rule != s.rule:
		case b.Most < grade:
			return Holds
		case b.Least < grade:
			return Unknown
		default:
			return Fails
		}
	}
	if s.lowerBy > 0 {
		return verdictOf(rs.ladderRank(w)-rs.lowered(w) < grade)
	}
	return verdictOf(s.forced != NoRank && s.forced < grade)
}

// lowered is by how many grades all the sanctions that hold lower.
func (rs *RuleSet) lowered(w *Walk) (by Rank) {
	for _, s := range rs.sanction {
		if w.Verdicts[s.rule] == Holds {
			by += Rank(s.lowerBy)
		}
	}
	return by
}
