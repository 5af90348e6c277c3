package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// record is a fact of a collective that says the gravest there is among its members,
// and the fact of leaders that says it of each. A blank of either is no statement.
type record struct{ of, each evaluate.FactID }

func recorded() []record {
	return []record{{"fellow_discipline", "discipline"}, {"fellow_decline", "concluded_decline"}}
}

// checkRecord holds what the office records of a collective against what its members'
// rows say: one of them may not be worse than the gravest, and where all are listed and
// each is said to be better, nobody is left whom the record could be about.
func (a *assembly) checkRecord(pops map[evaluate.Kind]*evaluate.Population, f fellows, r record) {
	pop, leaders := pops[evaluate.Collective], pops[evaluate.Leader]
	own, known := pop.Frame.Schema.Index(r.of)
	each, asked := leaders.Frame.Schema.Index(r.each)
	if !known || !asked || pop.Frame.Value(f.of, own).IsBlank() {
		return
	}
	def := &pop.Frame.Schema.Facts[own]
	given := pop.Frame.Data(own, pop.Frame.Value(f.of, own))
	worse, worst, cells, all := f.against(leaders.Frame, each, def, given)
	stated := a.tree.Collectives.List[f.of].Size
	d := evaluate.Doubt{Fact: r.of, Given: given}
	switch {
	case len(worse) > 0:
		for _, row := range worse {
			d.Fellows = append(d.Fellows, evaluate.Supposed{Of: evaluate.Fellows, Row: row, Fact: r.each, Code: given})
		}
	case all && stated > 0 && f.people >= stated && worst != "" && gravity(def, worst) < gravity(def, given):
		d.Other = worst
	default:
		return
	}
	d.Problem = problemRecordDenied(pop.Frame.Origin(f.of, own), cells, "tập thể", "cá nhân lãnh đạo của tập thể", def, given, worst)
	a.doubt(&pop.Subjects[f.of], d, a.sets[evaluate.Collective].Distinguishes(r.of, given, worst))
}

// against are the rows of those worse than what is recorded, and the gravest that rows
// say; their cells, of those who are worse where some are; all tells that every row
// says something.
func (f fellows) against(frame *evaluate.Frame, each int, def *evaluate.FactDef, given string) (worse []int, worst string, cells []evaluate.Origin, all bool) {
	var said []int
	for _, r := range f.rows {
		v := frame.Value(r.row, each)
		if v.IsBlank() {
			continue
		}
		said = append(said, r.row)
		code := frame.Data(each, v)
		if worst == "" || gravity(def, code) > gravity(def, worst) {
			worst = code
		}
		if gravity(def, code) > gravity(def, given) {
			worse = append(worse, r.row)
		}
	}
	show := said
	if len(worse) > 0 {
		show = worse
	}
	for _, row := range show {
		if at := frame.Origin(row, each); !slices.Contains(cells, at) {
			cells = append(cells, at)
		}
	}
	return worse, worst, cells, len(said) == len(f.rows)
}

// gravity is how far a code of a choice lies from what its blank means: nothing.
func gravity(def *evaluate.FactDef, code string) int {
	i, _ := def.CodeIndex(code)
	none, _ := def.CodeIndex(def.Blank)
	return max(i-none, none-i)
}
