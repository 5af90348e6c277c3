package evaluate

import "slices"

// CapFinding is the state of one ceiling in one group. Counts are people or
// organizations. While some are open each figure is a range.
type CapFinding struct {
	Cap   *CapSpec
	Rules *RuleSet
	Kind  Kind
	Org   int    // position in the tree of the group's organization
	Group string // what the group fact says; "" for the whole organization
	// Defaulted tells that nobody named the group: the set's default fact did.
	Defaulted bool
	// Rung is the grade that has the ceiling, Below the one that those lowered
	// get; NoRank for a choice within the rung.
	Rung, Below Rank
	Rate        Num // the rate in force, uplift included
	// Uplifted tells that a recorded decision granted the higher rate; Uplift is
	// that decision as it was written.
	Uplifted bool
	Uplift   string
	Rated    int // rated subjects of the group with a settled grade
	Open     int // subjects whose effective grade is open
	Have     Range
	// CapReading is the reading in force; Readings has all that apply, side by
	// side, this one among them.
	CapReading
	Readings []CapReading
	// Rows are the population rows that the ceiling counts, those that it may count among
	// them.
	Rows []int
	// Twice are how many people it counts in more than one post.
	Twice int
	// Candidates are population rows of those holding the rung, weakest last by
	// the set's order of merit; Merit is the place of each of them.
	Candidates []int
	Merit      []MeritPlace
	CapProposal
}

// Same tells whether two findings are of one ceiling over one group.
func (f *CapFinding) Same(o *CapFinding) bool {
	return f.Kind == o.Kind && f.Cap.ID == o.Cap.ID && f.Org == o.Org && f.Group == o.Group
}

// CapReading is what a ceiling comes to when its rate is taken of one base.
type CapReading struct {
	Of       CapBase
	InForce  bool
	Base     Range // what the rate is taken of, as the grades stand
	AsListed Range // rate × base, rounded as the set says
	Allowed  Range // most that stays within the rate when others drop one rung
	Over     Range // fewest to lower
	// OneMore is the fewest further subjects in the base (rated good; for
	// all_rated rated at all) with which one more of the group may hold the rung.
	OneMore Range
}

// Reading returns the reading of a base, nil where it makes no sense for the
// ceiling.
func (f *CapFinding) Reading(of CapBase) *CapReading {
	for i := range f.Readings {
		if f.Readings[i].Of == of {
			return &f.Readings[i]
		}
	}
	return nil
}

// Caps looks at every ceiling of the set in every group of a report's results.
// It finds; it never demotes.
func (rs *RuleSet) Caps(r *Report, k Kind) []CapFinding {
	var out []CapFinding
	for i := range rs.caps {
		out = append(out, rs.findCap(r, k, &rs.caps[i])...)
	}
	_, results := r.Of(k)
	proposeCaps(out, results)
	return out
}

func (rs *RuleSet) findCap(r *Report, k Kind, c *capRule) []CapFinding {
	pop, results := r.Of(k)
	var out []CapFinding
	for _, g := range rs.capGroups(r, k, c) {
		f := CapFinding{Cap: c.spec, Rules: rs, Kind: k, Org: g.org, Group: g.group, Defaulted: g.defaulted, Rung: c.rank, Below: c.below, Rate: c.spec.Rate,
			Rows: slices.Concat(g.rows, g.perhaps)}
		if u := c.spec.Uplift; u != nil {
			if text, _, ok := r.granted(g.org, u.GrantedBy); ok {
				f.Rate, f.Uplifted, f.Uplift = u.Rate, true, text
			}
		}
		n := capCounts{}
		for _, row := range g.rows {
			n.add(&results[row], c)
			if res := &results[row]; res.Outcome == Graded && res.Rank == c.rank && c.counts(res) == Holds {
				f.Candidates = append(f.Candidates, row)
			}
		}
		for _, row := range g.perhaps {
			n.addPerhaps(results[row], c)
		}
		f.Twice = twice(f.Rows, pop, results)
		f.fill(c, n)
		f.Candidates, f.Merit = rs.orderMerit(f.Candidates, pop, results, c.spec.Merit)
		out = append(out, f)
	}
	return out
}

// twice counts the people who stand in several of the rows that may be graded.
func twice(rows []int, pop *Population, results []Result) int {
	posts, n := map[string]int{}, 0
	for _, row := range rows {
		if person := pop.Subjects[row].Person; person != "" && results[row].Outcome != NotRated {
			if posts[person]++; posts[person] == 2 {
				n++
			}
		}
	}
	return n
}
