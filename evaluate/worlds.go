package evaluate

// decideWorlds walks the bars and the ladder once for every row of the profile
// table the subject may fall under, as if it did: a bar that each of them has in
// its own words then decides although nobody knows which one it is. The verdicts
// shown stay those of the open profile.
func (rs *RuleSet) decideWorlds(c *context, out *outcomes, total *Num) {
	saved := *c
	defer func() { *c = saved }()
	c.record = nil
	for p, v := range saved.profiles {
		if v == Fails {
			continue
		}
		c.profiles = make([]Verdict, len(saved.profiles))
		for i := range c.profiles {
			c.profiles[i] = verdictOf(i == p)
		}
		w := Walk{Profile: p, Verdicts: make([]Verdict, len(rs.Rules))}
		rs.score(c, &w, total)
		rs.applyRules(c, &w)
		one := outcomes{because: -1}
		if rs.decideBars(&w, &one) {
			rs.decideLadder(&w, &one)
		}
		out.join(&one)
	}
}

// join adds what another world leads to.
func (o *outcomes) join(x *outcomes) {
	o.ranks |= x.ranks
	o.open |= x.open
	o.suggest |= x.suggest
	o.review, o.bare = o.review || x.review, o.bare || x.bare
	if o.cause == NoCause {
		o.cause = x.cause
	}
	if o.because < 0 {
		o.because = x.because
	}
}
