package evaluate

// decidedOver finds decisions that exceed a ceiling: all of a group where it stays
// exceeded even when everybody whose grade is not decided were lowered, and else
// those that put somebody into the rung on top of the computed ones. A decision that
// only confirms what was computed is no more at fault than the group's own line
// says. Each is told at its own cell; all of them stand.
func (r *Report) decidedOver() []Problem {
	var ps []Problem
	for i := range r.Caps {
		f := &r.Caps[i]
		if f.Cap.Only != nil { // who is chosen within a rung is no decision on the rung
			continue
		}
		pop, results := r.Of(f.Kind)
		decision := pop.Frame.Schema.ByRole(RoleDecision)
		for _, row := range f.Candidates {
			if results[row].Decided != NoRank && (f.Firm > 0 || f.Over.Min > 0 && results[row].Raised) {
				ps = append(ps, problemDecidedOver(pop.Frame.Origin(row, decision), pop.Subjects[row].ID, r.groupName(f), f))
			}
		}
	}
	return ps
}

// groupName is how problems call the group of a finding.
func (r *Report) groupName(f *CapFinding) string {
	name := ""
	if f.Org >= 0 {
		name = r.orgNames([]int{f.Org})[0]
	}
	return phraseGroup(name, f.Group, f.Rules.Schema())
}
