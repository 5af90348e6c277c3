package campaign

import "github.com/xeploai/xeploai/evaluate"

// What the office records of those who lead a unit and what their own rows say is one
// matter in two places too.

// The gravest discipline of those who lead a unit, and that of each of them; whether it
// counted in the period before; and the post of a deputy.
const (
	factHeadDiscipline   evaluate.FactID = "head_discipline"
	factDiscipline       evaluate.FactID = "discipline"
	factCountedBefore    evaluate.FactID = "discipline_counted_before"
	codeDeputy                           = "deputy"
	codeCountedBeforeYes                 = "yes"
)

// checkUnits holds what is recorded of each unit against the rows of its head and
// deputies; a blank is no statement. A row may not be worse than the record. A record
// worse than all rows is about somebody else, unless the collective that leads the unit
// says how many they are, and all are listed.
func (a *assembly) checkUnits(pops map[evaluate.Kind]*evaluate.Population) {
	pop, leaders := pops[evaluate.Unit], pops[evaluate.Leader]
	if pop == nil || leaders == nil || a.sets[evaluate.Unit] == nil {
		return
	}
	own, known := pop.Frame.Schema.Index(factHeadDiscipline)
	each, asked := leaders.Frame.Schema.Index(factDiscipline)
	if !known || !asked {
		return
	}
	def := &pop.Frame.Schema.Facts[own]
	all := a.allListed(pops)
	for unit, f := range a.leadersOfUnits(pop, leaders) {
		given := codeOf(pop.Frame, unit, factHeadDiscipline)
		if given == "" {
			continue
		}
		worse, worst, cells, said := f.against(leaders.Frame, each, def, given)
		if worst == "" || len(worse) == 0 && (!said || !all[unit] || gravity(def, worst) >= gravity(def, given)) {
			continue
		}
		a.doubt(&pop.Subjects[unit], evaluate.Doubt{Fact: factHeadDiscipline, Given: given, Other: worst,
			Problem: problemRecordDenied(pop.Frame.Origin(unit, own), cells, "đơn vị", "cá nhân lãnh đạo của đơn vị", def, given, worst)}, a.sets[evaluate.Unit].Distinguishes(factHeadDiscipline, given, worst))
	}
}

// leadersOfUnits are the heads and deputies of each unit, by their rows. Of what counted
// in the period before nobody needs to say anything again.
func (a *assembly) leadersOfUnits(pop, leaders *evaluate.Population) []fellows {
	out := make([]fellows, len(pop.Subjects))
	for row := range leaders.Subjects {
		post := codeOf(leaders.Frame, row, factLeadershipPost)
		if post != codeHead && post != codeDeputy || leaders.Subjects[row].About(factLeadershipPost) || codeOf(leaders.Frame, row, factCountedBefore) == codeCountedBeforeYes {
			continue
		}
		units, _, _ := a.bodiesNamed(leaders.Frame, row, evaluate.OwnUnit)
		for _, unit := range units {
			out[unit].rows = append(out[unit].rows, fellow{row: row})
		}
	}
	return out
}

// allListed tells of which units all who lead them are listed: as many as the list says
// of the collective that leads it.
func (a *assembly) allListed(pops map[evaluate.Kind]*evaluate.Population) map[int]bool {
	out := map[int]bool{}
	if pops[evaluate.Collective] == nil {
		return out
	}
	for i, f := range fellowsOf(pops[evaluate.Collective], pops[evaluate.Leader]) {
		if size := a.tree.Collectives.List[i].Size; size > 0 && f.reported >= size {
			out[a.tree.Collectives.Superior(i)] = true
		}
	}
	return out
}
