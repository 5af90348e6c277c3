package evaluate

import "slices"

// A fact with GivenBy is entered, or it is the grade of another subject: the
// state grade of a member is that of the same person as an official. While that
// grade is open the fact may have several values, and a test of it is known only
// where all of them agree.

// relatedCodes lists the choices that the grades of related subjects may mean,
// and whether there may be no value at all.
func relatedCodes(related []RelatedSubject, def *FactDef) (codes []int, open bool) {
	for i := range related {
		r := &related[i]
		open = open || r.NotRated || r.MayBeNone || r.Perhaps
		for rank := range r.Possible.All() {
			code, ok := def.CodeIndex(string(r.Scale.Rung(rank).Statutory))
			if !ok {
				open = true
				continue
			}
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return codes, open || len(codes) == 0
}

// given looks at the related subjects whose grade stands for a blank fact.
func (c *context) given(fact int) (codes []int, open bool) {
	def := &c.frame.Schema.Facts[fact]
	if def.GivenBy == "" || c.upstream == nil {
		return nil, true
	}
	related := c.upstream(def.GivenBy)
	codes, open = relatedCodes(related, def)
	if len(codes) > 0 {
		c.record.givenBy(c, fact, related, codes)
	}
	return codes, open
}

// evalGiven is the verdict on a blank fact that another subject's grade may
// stand for.
func (n *factNode) evalGiven(c *context) Verdict {
	codes, open := c.given(n.fact)
	if len(codes) == 0 {
		c.record.fact(c, n.fact, Value{})
		return n.test(c, Value{})
	}
	out := n.test(c, ChoiceValue(codes[0]))
	for _, code := range codes[1:] {
		out = agree(out, n.test(c, ChoiceValue(code)))
	}
	if open {
		out = agree(out, n.test(c, Value{}))
	}
	return out
}
