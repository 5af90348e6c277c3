package evaluate

import "slices"

// FactsWanted lists, in column order, the facts that the set needs from
// everybody whom it grades: their blank cell is unknown, and a rule for all
// subjects tests them with nothing to stand in, or every score sheet adds them
// up. Left blank they leave a grade open. Facts that only some subjects owe, or
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
	for _, f := range rs.linesOfAll() {
		wanted[f] = true
	}
	var out []int
	for i := range rs.schema.Facts {
		f := &rs.schema.Facts[i]
		if wanted[i] && f.Blank == "" && f.GivenBy == "" && f.Derived == nil {
			out = append(out, i)
		}
	}
	return out
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

// linesOfAll are the facts that every score sheet of the set adds up as they
// stand, where each subject takes a sheet.
func (rs *RuleSet) linesOfAll() []int {
	if len(rs.Sheets) == 0 || slices.ContainsFunc(rs.profiles, func(p profile) bool { return p.sheet < 0 }) {
		return nil
	}
	var out []int
	for i, s := range rs.Sheets {
		if !s.plain() {
			return nil
		}
		var lines []int
		for k := range s.lines {
			lines = append(lines, s.lines[k].fact)
		}
		if i == 0 {
			out = lines
			continue
		}
		out = slices.DeleteFunc(out, func(f int) bool { return !slices.Contains(lines, f) })
	}
	return out
}
