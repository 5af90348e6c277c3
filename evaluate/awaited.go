package evaluate

import "slices"

// waitsAt tells whether a bound that holds may still come to lie at more than one
// grade, and the grade of the subject depends on which.
func (w *Walk) waitsAt(rule int) bool {
	return slices.ContainsFunc(w.Bounds, func(b Bounded) bool {
		return b.Rule == rule && b.Least < b.Most && b.Least < w.Possible.best()
	})
}

// boundingOpen lists those whose grades bound a subject and are not settled, each
// with its own cell, and the cell that would say whether somebody bounds it at all;
// deep adds what they wait for themselves.
func (r *Report) boundingOpen(s *Step, deep bool) []Observation {
	var out []Observation
	for i := range s.Seen {
		if s.Seen[i].Unsaid {
			out = append(out, s.Seen[i])
		}
		out = append(out, r.openParties(&s.Seen[i], deep)...)
	}
	return out
}

// openParties lists the subjects of an observation whose grades are not settled,
// each with the cell that it waits for itself, else that of its name.
func (r *Report) openParties(o *Observation, deep bool) []Observation {
	var out []Observation
	for _, p := range o.Parties {
		if !p.Open {
			continue
		}
		next := Observation{Fact: o.Fact, Heading: o.Heading + ": " + r.phraseParty(&p), Kind: p.Kind, Parties: []Party{p}, Open: p.Frame == nil}
		if p.Frame != nil {
			if next.At = p.Frame.Origin(p.Row, p.Frame.Schema.ByRole(RoleName)); next.At.Cell == "" {
				next.At = p.Frame.Origin(p.Row, -1)
			}
		}
		if deep && !p.Perhaps { // who he is comes before what he waits for
			facts, at, review := r.ownMissing(&p)
			next.Heading += phraseItself(facts, review)
			if at.Cell != "" {
				next.At = at
			}
		}
		out = append(out, next)
	}
	return out
}

// openFacts lists what a count by facts waits for: the blank facts of those of whom it
// is open whether they are counted, and else the questions about them.
func (r *Report) openFacts(o *Observation) []Observation {
	var out []Observation
	for _, p := range o.Parties {
		if p.Counts != Unknown || p.Frame == nil {
			continue
		}
		before := len(out)
		for _, id := range o.Counted.Where.facts() {
			i, ok := p.Frame.Schema.Index(id)
			if !ok || !p.Frame.Known(p.Row, i).IsBlank() {
				continue
			}
			def := &p.Frame.Schema.Facts[i]
			out = append(out, Observation{Fact: id, Heading: phraseOf(r.phraseParty(&p), def.FullHeading()), Blank: true, At: p.Frame.Origin(p.Row, i), Supplier: def.Supplier, Kind: p.Kind})
		}
		if len(out) > before || r.Inputs.Populations[p.Kind] == nil || r.Inputs.Populations[p.Kind].Frame != p.Frame {
			continue
		}
		for _, h := range r.Questions(p.Kind, p.Row) {
			out = append(out, Observation{Fact: o.Fact, Heading: r.phraseParty(&p) + ": " + h.Problem.Message, At: h.Problem.At, Kind: p.Kind})
		}
	}
	return out
}

// ownMissing are the facts that another subject waits for itself, and the first
// cell of them; review tells that it waits for a person instead.
func (r *Report) ownMissing(p *Party) (facts []string, at Origin, review bool) {
	pop, results := r.Of(p.Kind)
	if pop == nil || pop.Frame != p.Frame || p.Row >= len(results) || results[p.Row].Rules == nil {
		return nil, Origin{}, false
	}
	add := func(fact string, o Origin) {
		if facts = append(facts, fact); at.Cell == "" {
			at = o
		}
	}
	for _, h := range r.Questions(p.Kind, p.Row) {
		add(h.Problem.Message, h.Problem.At)
	}
	for _, o := range r.missing(p.Kind, p.Row, false) {
		add(o.Heading, o.At)
	}
	return facts, at, results[p.Row].Outcome == Review
}

// gradeAbove is the cell for the grade that somebody else gave to the organization
// the campaign stands under, where org is that one and its grade is not known; nil
// for any other.
func (r *Report) gradeAbove(org int) *Observation {
	if org < 0 || org >= r.Inputs.Tree.Len() || r.Inputs.Tree.Orgs[org].Parent != "" {
		return nil
	}
	above := r.Inputs.Above
	from := above
	if from == nil {
		from = r.Inputs.Populations[Organization]
	}
	if from == nil || from.Frame.Schema.ByRole(RoleElsewhere) < 0 {
		return nil
	}
	fact := from.Frame.Schema.ByRole(RoleElsewhere)
	def := &from.Frame.Schema.Facts[fact]
	o := &Observation{Fact: def.ID, Heading: phraseOf(r.Inputs.Tree.Orgs[org].Code, def.FullHeading()), Blank: true, Supplier: def.Supplier, Kind: Organization}
	if above == nil {
		return o
	}
	for row := range above.Subjects {
		if above.Subjects[row].Org == org && o.At.IsZero() {
			o.At = above.Frame.Origin(row, fact)
		}
	}
	return o
}
