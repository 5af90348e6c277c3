package evaluate

import "slices"

// Uplifts lists the facts that hold the decisions by which ceilings of the sets are
// lifted, whatever they cover.
func Uplifts(sets map[Kind]*RuleSet) []FactID {
	return uplifts(sets, func(*CapSpec) bool { return true })
}

// UpliftsAbove lists the facts that lift a ceiling over the whole campaign: they
// are recorded for the organization the campaign stands under, which is itself
// graded elsewhere.
func UpliftsAbove(sets map[Kind]*RuleSet) []FactID {
	return uplifts(sets, func(c *CapSpec) bool { return c.Within == "campaign" })
}

func uplifts(sets map[Kind]*RuleSet, of func(*CapSpec) bool) []FactID {
	var out []FactID
	for _, rs := range sets {
		if rs == nil {
			continue
		}
		for _, c := range rs.caps {
			if u := c.spec.Uplift; u != nil && of(c.spec) && !slices.Contains(out, u.GrantedBy) {
				out = append(out, u.GrantedBy)
			}
		}
	}
	slices.Sort(out)
	return out
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

// granted finds the decision to lift a group's ceiling as it is recorded, and
// its cell; ok is false when that is blank.
func (r *Report) granted(org int, by FactID) (text string, at Origin, ok bool) {
	for _, pop := range []*Population{r.Inputs.Populations[Organization], r.Inputs.Above} {
		if pop == nil {
			continue
		}
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
