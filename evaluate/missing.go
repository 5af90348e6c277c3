package evaluate

// Missing lists what an undecided subject waits for: the facts that are blank,
// or none where a share of them is asked for, in a rule or score line that could still
// change the grade, and those whose open
// grade bounds it.
func (r *Report) Missing(k Kind, row int) []Observation { return r.missing(k, row, true) }

// missing is Missing; deep adds what those whose grades are awaited wait for.
func (r *Report) missing(k Kind, row int, deep bool) []Observation {
	pop, results := r.Of(k)
	res := &results[row]
	if res.Outcome != Undecided {
		return nil
	}
	var out []Observation
	seen := map[string]bool{}
	add := func(o Observation) {
		if key := string(o.Fact) + " " + o.Heading; !seen[key] {
			seen[key] = true
			out = append(out, o)
		}
	}
	e := r.Explain(k, row)
	for _, s := range e.Steps() {
		if res.Walk.Outcome == Undecided && res.Walk.waitsAt(s.Index) {
			for _, o := range r.boundingOpen(&s, deep) {
				add(o)
			}
		}
		// What keeps a grade the rules gave from standing is the vote alone.
		// Those to be weighed keep nobody waiting: they decide nothing here.
		if s.Verdict != Unknown || !s.Relevant || s.Rule.Role == RoleRest || res.Walk.Outcome == Graded && s.Rule.Role != RoleVote {
			continue
		}
		for _, o := range s.Seen {
			switch {
			case o.Idle:
			case o.Blank:
				add(o)
			case o.Nought && o.Counted != nil:
				o.Heading += phraseNobodyRated(o.Shown)
				add(o)
			case o.Nought:
				o.Heading += phraseNought(o.Shown)
				add(o)
			case o.Open:
				open := r.openParties(&o, deep)
				if o.Counted != nil && len(open) == 0 {
					open = r.openFacts(&o)
				}
				for _, p := range open {
					add(p)
				}
				if len(open) == 0 {
					o.Heading += " (" + o.Shown + ")"
					add(o)
				}
			}
		}
	}
	if sh := res.Walk.Score.Sheet; sh >= 0 {
		if _, known := res.Walk.Score.Known(); !known {
			for _, i := range res.Rules.Sheets[sh].Blank(pop.Frame, row) {
				def := &pop.Frame.Schema.Facts[i]
				add(Observation{Fact: def.ID, Heading: def.FullHeading(), Blank: true, At: pop.Frame.Origin(row, i), Supplier: r.Inputs.Tree.suppliedBy(def.Supplier, pop.Subjects[row].Org), Kind: k})
			}
		}
	}
	return out
}
