package evaluate

import (
	"cmp"
	"slices"
	"strings"
)

// Caps looks at every ceiling of the set in every group of a report's results.
// It finds; it never demotes.
func (rs *RuleSet) Caps(r *Report, k Kind) []CapFinding {
	var out []CapFinding
	for i := range rs.caps {
		out = append(out, rs.findCap(r, k, &rs.caps[i])...)
	}
	return out
}

type capGroup struct {
	org   int
	group string
	rows  []int
}

func (rs *RuleSet) findCap(r *Report, k Kind, c *capRule) []CapFinding {
	pop, results := r.Of(k)
	var out []CapFinding
	for _, g := range rs.capGroups(r, k, c) {
		f := CapFinding{Cap: c.spec, Rules: rs, Kind: k, Org: g.org, Group: g.group, Rate: c.spec.Rate}
		if u := c.spec.Uplift; u != nil {
			if _, ok := r.granted(g.org, u.GrantedBy); ok {
				f.Rate, f.Uplifted = u.Rate, true
			}
		}
		n := capCounts{}
		for _, row := range g.rows {
			n.add(&results[row], c)
			if res := &results[row]; res.Outcome == Graded && res.Rank == c.rank && c.counts(res) == Holds {
				f.Candidates = append(f.Candidates, row)
			}
		}
		f.fill(c, n)
		rs.sortMerit(f.Candidates, pop, results, c.spec.Merit)
		out = append(out, f)
	}
	return out
}

// capGroups splits the subjects into groups: by ancestor, then by the declared
// fact of similar position where one was given.
func (rs *RuleSet) capGroups(r *Report, k Kind, c *capRule) []capGroup {
	pop, results := r.Of(k)
	index := map[[2]any]int{}
	var groups []capGroup
	for row := range results {
		if c.exclude >= 0 && results[row].Walk.Verdicts[c.exclude] == Holds {
			continue
		}
		org := pop.Subjects[row].Org
		if org < 0 {
			continue
		}
		org = rs.capAncestor(r.Inputs.Tree, org, k, c)
		name := ""
		if c.by >= 0 {
			name = pop.Frame.Show(c.by, pop.Frame.Known(row, c.by))
		}
		key := [2]any{org, foldGroup(name)}
		i, ok := index[key]
		if !ok {
			i = len(groups)
			index[key] = i
			groups = append(groups, capGroup{org: org, group: name})
		}
		groups[i].rows = append(groups[i].rows, row)
	}
	slices.SortStableFunc(groups, func(a, b capGroup) int {
		return cmp.Or(cmp.Compare(a.org, b.org), cmp.Compare(a.group, b.group))
	})
	return groups
}

// foldGroup makes one group of a name typed in small and capital letters or with
// stray spaces; it is shown as it was first written. Reading workbooks has
// composed the letters already.
func foldGroup(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}

// capAncestor is the organization whose people or branches form one group. A
// base organization itself is compared with its sisters, under its superior.
func (rs *RuleSet) capAncestor(t *Tree, org int, k Kind, c *capRule) int {
	if c.spec.Within == "campaign" {
		for t.Parent(org) >= 0 {
			org = t.Parent(org)
		}
		return org
	}
	base := t.Base(org)
	switch {
	case base < 0:
		return org
	case k == Organization && base == org && t.Parent(org) >= 0:
		return t.Parent(org)
	}
	return base
}

// counts tells whether somebody on the rung is one of those the ceiling is about.
func (c *capRule) counts(r *Result) Verdict {
	if c.only < 0 {
		return Holds
	}
	return r.Walk.Verdicts[c.only]
}

// capCounts counts one group: settled people by the rung of the cap, the rung
// below and others; open people by what they may become.
type capCounts struct {
	have, below, rated  int
	open                int
	mayHave, mayBelow   int // open people who may reach the rung / the rung below
	onlyHave, onlyBelow int // open people who can end nowhere else
	onlyEither          int // open people certain to be in one of the two
	mayEither           int
	onlyRated           int
}

func (n *capCounts) add(r *Result, c *capRule) {
	if r.Outcome == NotRated {
		return
	}
	if c.only >= 0 {
		n.addChosen(r, c)
		return
	}
	if r.Outcome == Graded {
		n.rated++
		switch r.Rank {
		case c.rank:
			n.have++
		case c.below:
			n.below++
		}
		return
	}
	n.open++
	have, below := r.Possible.Has(c.rank), r.Possible.Has(c.below)
	only := func(s RankSet) bool { return !r.MayBeNone && r.Possible != 0 && r.Possible&^s == 0 }
	h, b := RankSet(0).With(c.rank), RankSet(0)
	if c.below != NoRank {
		b = b.With(c.below)
	}
	count := func(ok bool, at *int) {
		if ok {
			*at++
		}
	}
	count(have, &n.mayHave)
	count(below, &n.mayBelow)
	count(have || below, &n.mayEither)
	count(only(h), &n.onlyHave)
	count(only(b), &n.onlyBelow)
	count(only(h|b), &n.onlyEither)
	count(!r.MayBeNone, &n.onlyRated)
}

// addChosen counts for a ceiling on a distinction within one rung: everybody on
// the rung is base ("below"), those chosen are the part.
func (n *capCounts) addChosen(r *Result, c *capRule) {
	on := RankSet(0).With(c.rank)
	set, sure := r.Possible, r.Possible == on && !r.MayBeNone
	if r.Outcome == Graded {
		n.rated++
		set, sure = RankSet(0).With(r.Rank), r.Rank == c.rank
	} else {
		n.open++
	}
	if !set.Has(c.rank) {
		return
	}
	chosen := c.counts(r)
	n.mayBelow++
	if sure {
		n.onlyBelow++
	}
	if chosen == Holds || chosen == Unknown {
		n.mayHave++
	}
	if sure && chosen == Holds {
		n.onlyHave++
	}
}

// fill computes the figures of a finding; with open people every figure is a
// range between the worlds that make it smallest and greatest.
func (f *CapFinding) fill(c *capRule, n capCounts) {
	f.Rated, f.Open = n.rated, n.open
	f.Have = Range{n.have + n.onlyHave, n.have + n.mayHave}
	below := Range{n.below + n.onlyBelow, n.below + n.mayBelow}
	either := Range{n.have + n.below + n.onlyEither, n.have + n.below + n.mayEither}
	all := Range{n.rated + n.onlyRated, n.rated + n.open}
	switch c.spec.Base {
	case GoodOrBetter:
		f.Base = either
	case AllRated:
		f.Base = all
	default:
		f.Base = below
	}
	limit := func(base int) int { return f.limit(base) }
	f.AsListed = Range{limit(f.Base.Min), limit(f.Base.Max)}
	if c.spec.Base != GoodOnly {
		f.Allowed = f.AsListed
		f.Over = Range{max(0, f.Have.Min-f.Allowed.Max), max(0, f.Have.Max-f.Allowed.Min)}
		return
	}
	f.Allowed = Range{f.greatest(either.Min), f.greatest(either.Max)}
	f.Over = Range{f.over(f.Have.Min, either.Max-f.Have.Min), f.over(f.Have.Max, below.Min)}
}

// limit is the whole number of people that rate × base allows.
func (f *CapFinding) limit(base int) int {
	x := f.Rate.Mul(Int(int64(base)))
	if f.Cap.Rounding == "half_up" {
		return int(x.Round(Int(1)).Floor())
	}
	return int(x.Floor())
}

// greatest is the most X with X ≤ rate × (n − X): what may stand when those
// above it drop one rung and so enlarge the base.
func (f *CapFinding) greatest(n int) int {
	x := 0
	for x < n && x+1 <= f.limit(n-x-1) {
		x++
	}
	return x
}

// over is the fewest to lower until have ≤ rate × below.
func (f *CapFinding) over(have, below int) int {
	k := 0
	for k < have && have-k > f.limit(below+k) {
		k++
	}
	return k
}

// sortMerit orders candidates best first by the set's order of merit; equal
// merit is ordered by subject id, so that row order never shows.
func (rs *RuleSet) sortMerit(rows []int, pop *Population, results []Result, keys []MeritKey) {
	slices.SortFunc(rows, func(a, b int) int {
		for _, key := range keys {
			if c := rs.compareMerit(a, b, pop, results, key); c != 0 {
				return c
			}
		}
		return cmp.Compare(pop.Subjects[a].ID, pop.Subjects[b].ID)
	})
}

func (rs *RuleSet) compareMerit(a, b int, pop *Population, results []Result, key MeritKey) int {
	var x, y Num
	var okx, oky bool
	switch {
	case key.Score:
		x, okx = results[a].Walk.Score.Known()
		y, oky = results[b].Walk.Score.Known()
	case key.Points != "":
		x, okx = rs.PointsOf(pop.Frame, a, &results[a].Walk, key.Points)
		y, oky = rs.PointsOf(pop.Frame, b, &results[b].Walk, key.Points)
	default:
		i, _ := pop.Frame.Schema.Index(key.Fact)
		vx, vy := pop.Frame.Known(a, i), pop.Frame.Known(b, i)
		x, okx = vx.Number(), !vx.IsBlank()
		y, oky = vy.Number(), !vy.IsBlank()
	}
	switch {
	case okx && !oky:
		return -1
	case oky && !okx:
		return 1
	case !okx:
		return 0
	case key.Ascending:
		return x.Cmp(y)
	}
	return y.Cmp(x)
}

// PointsOf is what a part of the subject's own sheet gave, once it is known.
func (rs *RuleSet) PointsOf(f *Frame, row int, w *Walk, part string) (Num, bool) {
	if w.Score.Sheet < 0 || w.Score.Sheet >= len(rs.Sheets) {
		return Num{}, false
	}
	s := rs.Sheets[w.Score.Sheet]
	ref, ok := s.part(part)
	if !ok {
		return Num{}, false
	}
	got := s.score(f, row).at(ref)
	return got.low, got.known()
}
