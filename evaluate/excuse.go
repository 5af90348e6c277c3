package evaluate

import "slices"

// Excuse is a value of a choice that by itself leaves a subject without a grade
// and without a review (miễn): nothing more is asked of whoever has it.
type Excuse struct {
	Fact   int // position in the schema
	Choice int // position among the choices of the fact
}

// Excuses lists the values that excuse a subject, in the order of the rules: an
// exemption that rests on one choice alone and leaves no review due.
func (rs *RuleSet) Excuses() []Excuse {
	var out []Excuse
	for _, at := range rs.notRated {
		r := &rs.Rules[at]
		due := slices.ContainsFunc(rs.Spec.NotRated, func(s NotRatedSpec) bool { return s.ID == r.ID && s.ReviewDue })
		n, plain := r.when.(*factNode)
		if !plain || due || r.Off || r.applies != nil || r.Class != Exempt || len(n.codes) == 0 ||
			n.op != OpEquals && n.op != OpOneOf || rs.schema.Facts[n.fact].Type != ChoiceFact {
			continue
		}
		for _, code := range n.codes {
			out = append(out, Excuse{n.fact, code})
		}
	}
	return out
}

// Excusable tells whether a fact need not be given of an excused subject: it says
// neither who the subject is nor what stays true of it.
func (f *FactDef) Excusable() bool { return !f.Identity && !f.Lasting }
