package evaluate

import "slices"

// Going down the ladder past a rung that is still open says something: one of its
// open conditions has failed. A lower rung that hangs on the same unknown is then
// out of reach, so that a grade no filling of the blanks leads to is not listed.

// mostRungs is how many rungs a ladder may have at most.
const mostRungs = 6

// passed are the open rungs gone past on the way down.
type passed []*rung

// secure notes for every rung which conditions of the ladder are certainly met by
// whoever meets the rung's own: those themselves, and what they imply. What several
// imply only together is seen where they are the parts of one condition above.
func (b *builder) secure() {
	for i := range b.rs.ladder {
		r := &b.rs.ladder[i]
		r.secures, r.impliedBy = slices.Clone(r.needs), b.impliedBy(i)
		for j := range b.rs.ladder {
			for _, weak := range b.rs.ladder[j].needs {
				if i != j && b.secured(r, &b.rs.Rules[weak]) {
					r.secures = append(r.secures, weak)
				}
			}
		}
	}
}

// impliedBy finds for every condition of a rung others, of it and of lower rungs, that
// imply it.
func (b *builder) impliedBy(above int) map[int][]int {
	out := map[int][]int{}
	for _, n := range b.rs.ladder[above].needs {
		for _, low := range b.rs.ladder[above:] {
			for _, g := range low.needs {
				if g != n && b.inScopeOf(&b.rs.Rules[g], &b.rs.Rules[n]) && b.implies(&b.rs.Rules[g].When, &b.rs.Rules[n].When, false) {
					out[n] = append(out[n], g)
				}
			}
		}
	}
	return out
}

// secured tells whether whoever meets the conditions of a rung, or is outside their
// scope, certainly meets another condition or is outside its scope.
func (b *builder) secured(r *rung, weak *Rule) bool {
	met := func(when *ConditionSpec) bool {
		return slices.ContainsFunc(r.needs, func(n int) bool {
			strong := &b.rs.Rules[n]
			return !strong.Off && b.inScopeOf(strong, weak) && b.implies(&strong.When, when, false)
		})
	}
	return met(&weak.When) || weak.When.All != nil && !slices.ContainsFunc(weak.When.All, func(part ConditionSpec) bool { return !met(&part) })
}

// refuted tells whether an open rung cannot be given any more: some rung gone past
// has no open condition, and no open band, that could have failed while this
// rung's conditions are met.
func (p passed) refuted(w *Walk, r *rung) bool {
	for _, above := range p {
		if above.spec.Band != nil && w.Score.within(above.spec.Band) == Unknown {
			continue
		}
		if !slices.ContainsFunc(above.needs, func(n int) bool { return w.Verdicts[n] == Unknown && !slices.Contains(r.secures, n) }) {
			return true
		}
	}
	return false
}
