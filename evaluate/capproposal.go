package evaluate

// CapProposal is what the order of merit would say about a ceiling that is
// exceeded. It is a suggestion; nobody is demoted by it. Those whose grade was
// decided, here or elsewhere, are left out: their grade stands.
type CapProposal struct {
	// Proposed are population rows that the order puts over the ceiling, weakest
	// last, as few as must be lowered however open grades end.
	Proposed []int
	// Tied are rows of equal merit at the cut; Choose of them must be lowered,
	// and the order does not say which.
	Tied   []int
	Choose int
	// Firm is how many must be lowered although their grade was decided.
	Firm int
}

// proposeCap cuts the candidates at the ceiling.
func (rs *RuleSet) proposeCap(f *CapFinding, pop *Population, results []Result) CapProposal {
	var out CapProposal
	var free []int
	for _, row := range f.Candidates {
		if results[row].Decided == NoRank && results[row].Elsewhere == NoRank {
			free = append(free, row)
		}
	}
	over := f.Over.Min
	if over > len(free) {
		out.Firm, over = over-len(free), len(free)
	}
	cut := len(free) - over
	if over == 0 || cut == 0 {
		out.Proposed = free[cut:]
		return out
	}
	first, last := cut, cut
	for first > 0 && rs.equalMerit(free[first-1], free[cut], pop, results, f.Cap.Merit) {
		first--
	}
	for last < len(free) && rs.equalMerit(free[last], free[cut], pop, results, f.Cap.Merit) {
		last++
	}
	if first == cut {
		out.Proposed = free[cut:]
		return out
	}
	out.Tied, out.Choose, out.Proposed = free[first:last], last-cut, free[last:]
	return out
}

// SameMerit tells whether the order of merit leaves two candidates of a finding
// side by side.
func (r *Report) SameMerit(f *CapFinding, a, b int) bool {
	pop, results := r.Of(f.Kind)
	return f.Rules.equalMerit(a, b, pop, results, f.Cap.Merit)
}

func (rs *RuleSet) equalMerit(a, b int, pop *Population, results []Result, keys []MeritKey) bool {
	return rs.compareKeys(a, b, pop, results, keys) == 0
}
