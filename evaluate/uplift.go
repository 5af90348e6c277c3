package evaluate

import (
	"cmp"
	"slices"
)

// Uplifts lists the facts that hold the decisions by which ceilings of the sets are
// lifted, whatever they cover.
func Uplifts(sets map[Kind]*RuleSet) []FactID {
	return uplifts(sets, func(Kind, *CapSpec) bool { return true })
}

// UpliftsAbove lists the facts that may lift a ceiling at the organization the
// campaign stands under, which is itself graded elsewhere: ceilings over the whole
// campaign, and those of whoever may stand there himself. Members stand in branches.
func UpliftsAbove(sets map[Kind]*RuleSet) []FactID {
	return uplifts(sets, func(k Kind, c *CapSpec) bool { return c.Within == "campaign" || k != Member })
}

func uplifts(sets map[Kind]*RuleSet, of func(Kind, *CapSpec) bool) []FactID {
	var out []FactID
	for k, rs := range sets {
		if rs == nil {
			continue
		}
		for _, c := range rs.caps {
			if u := c.spec.Uplift; u != nil && of(k, c.spec) && !slices.Contains(out, u.GrantedBy) {
				out = append(out, u.GrantedBy)
			}
		}
	}
	slices.Sort(out)
	return out
}

// IdleUplifts are the facts that lift a ceiling of some set of the library but of
// none in force: what a decision says there is not asked for.
func (l *Library) IdleUplifts(sets map[Kind]*RuleSet) []FactID {
	var out []FactID
	for _, rs := range l.Sets {
		out = append(out, Uplifts(map[Kind]*RuleSet{rs.Spec.Kind: rs})...)
	}
	slices.Sort(out)
	asked := Uplifts(sets)
	return slices.DeleteFunc(slices.Compact(out), func(id FactID) bool { return slices.Contains(asked, id) })
}

// UpliftsUnused are the facts that lift only ceilings on organizations of levels of which
// the tree has none to grade: no decision can lift a ceiling that counts nobody.
func (rs *RuleSet) UpliftsUnused(t *Tree) []FactID {
	used := map[FactID]bool{}
	for i := range rs.caps {
		if u := rs.caps[i].spec.Uplift; u != nil {
			used[u.GrantedBy] = used[u.GrantedBy] || rs.caps[i].mayCount(t)
		}
	}
	var out []FactID
	for id, is := range used {
		if !is {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// mayCount tells whether some organization that is graded is of a level that the ceiling
// does not leave out.
func (c *capRule) mayCount(t *Tree) bool {
	x := c.spec.Exclude
	if x == nil || x.Fact != FactOrgLevel || x.Compare.Op != OpOneOf {
		return true
	}
	for i, o := range t.Orgs {
		if (t.Parent(i) >= 0 || o.Level.IsBase()) && !slices.Contains(x.Compare.Values, string(o.Level)) {
			return true
		}
	}
	return false
}

// CapGroupFacts lists the facts by which ceilings of the set group its subjects
// with those of similar position.
func (rs *RuleSet) CapGroupFacts() []FactID {
	var out []FactID
	for _, c := range rs.caps {
		if by := c.spec.By; by != "" && !slices.Contains(out, by) {
			out = append(out, by)
		}
	}
	return out
}

// UpliftFacts are what a workbook asks about organizations where none of them is graded:
// who they are, and the decisions that lift ceilings of the sets; none where no ceiling
// can be lifted.
func UpliftFacts(sets map[Kind]*RuleSet) (s *Schema, facts []int) {
	lifts := Uplifts(sets)
	for _, rs := range sets {
		if rs != nil && len(lifts) > 0 {
			s = rs.orgs
		}
	}
	for i := 0; s != nil && i < len(s.Facts); i++ {
		if s.Facts[i].Identity || slices.Contains(lifts, s.Facts[i].ID) {
			facts = append(facts, i)
		}
	}
	return s, facts
}

// UpliftRows are the organizations, tree positions, in whose rows a decision may lift a
// ceiling of the sets: the one at the head of the list for those over the whole campaign,
// for others each base organization and what stands in none.
func UpliftRows(sets map[Kind]*RuleSet, t *Tree) []int {
	within := false
	for _, rs := range sets {
		if rs != nil {
			within = within || slices.ContainsFunc(rs.caps, func(c capRule) bool { return c.spec.Uplift != nil && c.spec.Within != "campaign" })
		}
	}
	var out []int
	for i, o := range t.Orgs {
		switch above := t.Parent(i) < 0 && len(UpliftsAbove(sets)) > 0; {
		case above, within && o.Level.IsBase(), within && t.Parent(i) >= 0 && o.Level == CommitteeLevel:
			out = append(out, i)
		}
	}
	return out
}

// lifting are where the decisions that lift ceilings are recorded.
func (in *Inputs) lifting() []*Population {
	return slices.DeleteFunc([]*Population{in.Populations[Organization], in.Above, in.Lifting}, func(p *Population) bool { return p == nil })
}

// granted finds the decision to lift a group's ceiling as it is recorded, and
// its cell; ok is false when that is blank.
func (r *Report) granted(org int, by FactID) (text string, at Origin, ok bool) {
	for _, pop := range r.Inputs.lifting() {
		i, known := pop.Frame.Schema.Index(by)
		row := slices.IndexFunc(pop.Subjects, func(s Subject) bool { return s.Org == org })
		if known && row >= 0 && pop.Frame.Text(row, i) != "" {
			return pop.Frame.Text(row, i), pop.Frame.Origin(row, i), true
		}
	}
	return "", Origin{}, false
}

// sharedUplifts finds decisions that lift two ceilings at once: one cell may
// mean only one of them, and nobody sees which.
func (r *Report) sharedUplifts() []Problem {
	type cell struct {
		org int
		by  FactID
	}
	first := map[cell]*CapSpec{}
	told := map[cell]bool{}
	var ps []Problem
	for _, f := range r.Caps {
		if !f.Uplifted {
			continue
		}
		k := cell{f.Org, f.Cap.Uplift.GrantedBy}
		other := first[k]
		if other == nil {
			first[k] = f.Cap
		} else if other != f.Cap && !told[k] {
			told[k] = true
			_, at, _ := r.granted(f.Org, k.by)
			ps = append(ps, problemSharedUplift(at, other.Text, f.Cap.Text))
		}
	}
	return ps
}

// idleUplifts finds decisions that lift no ceiling because they stand in the row
// of an organization that the ceiling does not count in, and tells in whose row
// they would.
func (r *Report) idleUplifts(sets map[Kind]*RuleSet) []Problem {
	counted := map[FactID]map[int]bool{} // where the ceilings a fact lifts are counted
	for _, f := range r.Caps {
		if u := f.Cap.Uplift; u != nil {
			if counted[u.GrantedBy] == nil {
				counted[u.GrantedBy] = map[int]bool{}
			}
			counted[u.GrantedBy][f.Org] = true
		}
	}
	var ps []Problem
	for _, by := range Uplifts(sets) {
		for _, pop := range r.Inputs.lifting() {
			i, known := pop.Frame.Schema.Index(by)
			for row := 0; known && row < len(pop.Subjects); row++ {
				if org := pop.Subjects[row].Org; pop.Frame.Text(row, i) != "" && !counted[by][org] {
					ps = append(ps, problemIdleUplift(pop.Frame.Origin(row, i), pop.Frame.Schema.Facts[i].Heading, r.orgNames(r.Inputs.Tree.nearest(org, counted[by]))))
				}
			}
		}
	}
	return ps
}

// nearest picks, of some organizations, the closest one above i; where there is
// none those below it, and where there are none of these either all of them.
func (t *Tree) nearest(i int, of map[int]bool) []int {
	for up := i; up >= 0; up = t.Parent(up) {
		if of[up] {
			return []int{up}
		}
	}
	var below, all []int
	within := t.Within(i)
	for at := range t.Orgs {
		if of[at] {
			all = append(all, at)
			if _, is := slices.BinarySearch(within, at); is {
				below = append(below, at)
			}
		}
	}
	if len(below) > 0 {
		return below
	}
	return all
}

func (r *Report) orgNames(orgs []int) []string {
	out := make([]string, len(orgs))
	for i, org := range orgs {
		out[i] = cmp.Or(r.Inputs.Tree.Orgs[org].Name, r.Inputs.Tree.Orgs[org].Code)
	}
	return out
}
