package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// root is the declaration that a fact was taken over from, itself where it has one
// of its own.
func (v *factsFile) root(f kindFact) kindFact {
	if r, ok := v.taken[f]; ok {
		return r
	}
	return f
}

// allLimits are the declared limits and those that come with facts taken over: what
// holds of done and assigned tasks holds of whoever has both, and is said once. A
// limit that a kind declares under the same id stands for it there.
func (v *factsFile) allLimits() []evaluate.Limit {
	out := slices.Clone(v.limits)
	known := map[kindFact]bool{}
	for _, f := range v.facts {
		known[kindFact{f.Kind, f.ID}] = true
	}
	for _, name := range kinds() {
		k := evaluate.Kind(name)
		for _, l := range v.limits {
			same := func(id evaluate.FactID) bool {
				f := kindFact{k, id}
				return known[f] && v.root(f) == v.root(kindFact{l.Kind, id})
			}
			named := func(o evaluate.Limit) bool { return o.Kind == k && o.ID == l.ID }
			if l.Kind == k || slices.ContainsFunc(out, named) || slices.ContainsFunc(l.Facts(), func(id evaluate.FactID) bool { return !same(id) }) {
				continue
			}
			l.Kind = k
			out = append(out, l)
		}
	}
	return out
}
