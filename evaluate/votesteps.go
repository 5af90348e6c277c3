package evaluate

// voteSteps tells the votes in force as they were counted, each with the figures
// it rests on, then the difference that needs a reason.
func (rs *RuleSet) voteSteps(res *Result, f *Frame, row int) []Step {
	var out []Step
	step := func(rule int, seen []Observation) {
		v := res.Walk.Verdicts[rule]
		out = append(out, Step{Index: rule, Rule: &rs.Rules[rule], Verdict: v, Seen: seen, Relevant: rs.relevant(&res.Walk, rule)})
	}
	for i := range rs.votes {
		v := &rs.votes[i]
		var seen []Observation
		for k := range res.Votes {
			if found := &res.Votes[k]; found.Rule == v.rule && v.of[found.Rank] != nil {
				seen = rs.voteSeen(v, f, row, found)
			}
		}
		step(v.rule, seen)
	}
	if d := rs.differs; d != nil {
		var seen []Observation
		if res.Walk.Verdicts[d.rule] != NotApplicable {
			seen = append(seen, observe(f, row, d.reason))
		}
		step(d.rule, seen)
	}
	return out
}

// voteSeen counts a vote once more, by the code that decided, and tells what it
// looked at and what it needed.
func (rs *RuleSet) voteSeen(v *vote, f *Frame, row int, found *VoteFinding) []Observation {
	var facts []int
	rs.tally(v, f, row, found.Rank, &facts)
	told := map[int]bool{}
	need := Observation{Heading: phraseNeeds(rs.Label(found.Rank)), Shown: rs.phraseMajority(v, found), Kind: f.Schema.Kind}
	if need.Data = found.Needed.String(); !found.BaseKnown {
		need.Data = ""
	}
	out := []Observation{need}
	for _, i := range facts {
		if !told[i] {
			told[i] = true
			out = append(out, observe(f, row, i))
		}
	}
	return out
}

// observe is one fact as it stands.
func observe(f *Frame, row, fact int) Observation {
	def, v := &f.Schema.Facts[fact], f.Known(row, fact)
	o := Observation{Fact: def.ID, Heading: def.FullHeading(), Shown: f.Show(fact, v), Data: f.Data(fact, v), Blank: v.IsBlank(),
		At: f.Origin(row, fact), Supplier: def.Supplier, Kind: f.Schema.Kind}
	if def.Type == TextFact {
		o.Blank = f.Text(row, fact) == ""
	}
	return o
}
