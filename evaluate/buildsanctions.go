package evaluate

import "slices"

func (b *builder) addSanctions() {
	order := b.rs.Spec.sanctionOrder()
	if len(order) != len(SanctionEffects()) || len(slices.Compact(slices.Sorted(slices.Values(order)))) != len(order) {
		b.fail(problemSanctionOrder(b.rs.Spec.At))
	}
	for i, effect := range order {
		pass := slices.Index(SanctionEffects(), effect)
		for _, s := range b.rs.Spec.Sanctions {
			if sanctionPass(s) != pass {
				if i == 0 && sanctionPass(s) < 0 {
					b.fail(problemSanction(s.At, s.ID))
				}
				continue
			}
			out := sanction{lowerBy: s.LowerBy, notAbove: b.rank(s.At, "not_above", s.NotAbove), forced: b.rank(s.At, "forced", s.Forced), fact: -1, of: s.NotAboveOf}
			if s.NotAboveFact != "" {
				if i, ok := b.fact(s.At, s.NotAboveFact); ok {
					out.fact = i
				}
			}
			b.bounding = out.of != ""
			out.rule = b.add(s.RuleSpec, RoleSanction, NoRank, -1)
			b.bounding = false
			if out.of != "" {
				b.bound(&b.rs.Rules[out.rule], s)
			}
			b.rs.sanction = append(b.rs.sanction, out)
		}
	}
}

// sanctionPass is the place of a sanction's effect in SanctionEffects, -1 when
// it does not say exactly one thing.
func sanctionPass(s SanctionSpec) int {
	n, pass := 0, -1
	for i, given := range []bool{s.LowerBy > 0, s.NotAbove != "", s.Forced != "", s.NotAboveFact != "", s.NotAboveOf != ""} {
		if given {
			n, pass = n+1, []int{0, 1, 2, 1, 1}[i]
		}
	}
	if n != 1 {
		return -1
	}
	return pass
}
