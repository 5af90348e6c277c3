package evaluate

// DecidedOver finds decisions that exceed a ceiling: all of a group where it stays
// exceeded even when everybody whose grade is not decided were lowered, and else
// those that put somebody into the rung on top of the computed ones. A decision that
// only confirms what was computed is no more at fault than the group's own line
// says. Each is told at its own cell; all of them stand.
func (r *Report) DecidedOver() []Problem {
	var ps []Problem
	for i := range r.Caps {
		for _, row := range r.liftedOver(&r.Caps[i]) {
			ps = append(ps, r.overProblem(&r.Caps[i], row))
		}
	}
	return ps
}

// liftedOver are the rows whose decisions exceed a ceiling, best first.
func (r *Report) liftedOver(f *CapFinding) []int {
	if f.Cap.Only != nil { // who is chosen within a rung is no decision on the rung
		return nil
	}
	_, results := r.Of(f.Kind)
	var rows []int
	for _, row := range f.Candidates {
		if results[row].Decided != NoRank && (f.Firm > 0 || f.Over.Min > 0 && results[row].Raised) {
			rows = append(rows, row)
		}
	}
	return rows
}

func (r *Report) overProblem(f *CapFinding, row int) Problem {
	pop, _ := r.Of(f.Kind)
	return problemDecidedOver(pop.Frame.Origin(row, pop.Frame.Schema.ByRole(RoleDecision)), pop.Subjects[row].ID, r.GroupName(f), f)
}

// DecidedOverOf are the problems of the decisions of a kind that exceed a ceiling, by
// population row.
func (r *Report) DecidedOverOf(k Kind) map[int][]Problem {
	out := map[int][]Problem{}
	for i := range r.Caps {
		if f := &r.Caps[i]; f.Kind == k {
			for _, row := range r.liftedOver(f) {
				out[row] = append(out[row], r.overProblem(f, row))
			}
		}
	}
	return out
}

// GroupName is how problems call the group of a finding.
func (r *Report) GroupName(f *CapFinding) string {
	name := ""
	if f.Org >= 0 {
		name = r.orgNames([]int{f.Org})[0]
	}
	return phraseGroup(name, f.Group, f.Rules.Schema(), f.Rated+f.Open > 1)
}
