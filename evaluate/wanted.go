package evaluate

import "slices"

// FactsWanted lists, in column order, the facts that the set needs from
// everybody whom it grades: their blank cell is unknown, and a rule for all
// subjects tests them with nothing to stand in, every score sheet adds them
// up, or they are the first to say which profile somebody has. Left blank they leave a grade open. Facts that only some subjects owe, or
// that another statement may replace, are not among them.
func (rs *RuleSet) FactsWanted() []int {
	wanted := map[int]bool{}
	for i := range rs.Rules {
		r := &rs.Rules[i]
		if r.Off || r.applies != nil || !slices.Contains([]RuleRole{RoleNotRated, RoleBar, RoleNeed, RoleSanction}, r.Role) {
			continue
		}
		for _, f := range testedAlone(r.when) {
			wanted[f] = true
		}
	}
	if len(rs.profiles) > 0 && rs.profiles[0].rule >= 0 {
		for _, f := range testedAlone(rs.Rules[rs.profiles[0].rule].when) {
			wanted[f] = true
		}
	}
	for _, f := range rs.linesOfAll() {
		wanted[f] = true
	}
	var out []int
	for i := range rs.schema.Facts {
		if wanted[i] && asked(rs.schema, i) {
			out = append(out, i)
		}
	}
	return out
}

// FactsPerhaps lists, in column order, the facts whose blank cell is unknown and that some
// rule or score line looks at, or that say to whose facts it looks: without them some
// subjects have no grade.
func (rs *RuleSet) FactsPerhaps() []int {
	var out []int
	for i := range rs.schema.Facts {
		f := &rs.schema.Facts[i]
		stands := f.LeadsTo == OwnUnit || f.LeadsTo == OwnCollective // by which others are found, too
		leads := slices.Contains(rs.relates, f.LeadsTo) || stands && len(rs.relates) > 0
		looked := !f.Identity && f.Role != RoleProposal && (rs.used[i] || rs.feedsUsed(f.ID))
		if (leads || looked) && f.Blank == "" && f.Derived == nil && f.Supplier != SupplyAuthority {
			out = append(out, i)
		}
	}
	return out
}

// feedsUsed tells whether a fact that the set uses is computed from this one.
func (rs *RuleSet) feedsUsed(id FactID) bool {
	for i := range rs.schema.Facts {
		if d := rs.schema.Facts[i].Derived; d != nil && rs.used[i] && slices.Contains(d.Of, id) {
			return true
		}
	}
	return false
}

// testedAlone are the facts that a condition cannot do without: those of a
// single test. What stands beside another test may not matter where that one
// settles the condition, and is left out.
func testedAlone(n node) []int {
	switch n := n.(type) {
	case *factNode:
		if n.op != OpGiven {
			return []int{n.fact}
		}
	case *monthsNode:
		return []int{n.fact}
	case notNode:
		return testedAlone(n.of)
	case *groupNode:
		if !n.every {
			return nil
		}
		var out []int
		for i := range n.tests {
			out = append(out, testedAlone(&n.tests[i])...)
		}
		return out
	}
	return nil
}

// linesOfAll are the facts that every score sheet of the set needs whatever else its
// rows say, where each subject takes a sheet.
func (rs *RuleSet) linesOfAll() []int {
	if len(rs.Sheets) == 0 || slices.ContainsFunc(rs.profiles, func(p profile) bool { return p.sheet < 0 }) {
		return nil
	}
	out := rs.Sheets[0].Wanted(rs.schema)
	for _, s := range rs.Sheets[1:] {
		lines := s.Wanted(rs.schema)
		out = slices.DeleteFunc(out, func(f int) bool { return !slices.Contains(lines, f) })
	}
	return out
}
