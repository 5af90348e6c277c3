package campaign

import "github.com/xeploai/xeploai/evaluate"

// What a collective is, a committee or the leadership of an agency, stands in a report;
// which unit it leads stands in the organization list, and a committee leads none. Where
// the two say different things it is asked (E387), and whoever is bounded or counted by
// what the collective is waits.

// Which of the two a collective is: an id and a code of the vocabulary.
const (
	factCollectiveType evaluate.FactID = "collective_type"
	collectiveOfAgency                 = "management"
	collectiveOfParty                  = "committee"
)

// doubtTypes finds the collectives of which report and list say different things.
func (a *assembly) doubtTypes(pops map[evaluate.Kind]*evaluate.Population) {
	pop := pops[evaluate.Collective]
	if pop == nil {
		return
	}
	fact, known := pop.Frame.Schema.Index(factCollectiveType)
	if !known {
		return
	}
	for row := range pop.Subjects {
		s, b := &pop.Subjects[row], &a.tree.Collectives.List[row]
		given, leads := codeOf(pop.Frame, row, factCollectiveType), a.tree.Collectives.Superior(row) >= 0
		other := ""
		switch {
		case given == collectiveOfParty && leads:
			other = collectiveOfAgency
		case given == collectiveOfAgency && b.Superior == "" && len(a.tree.Units.List) > 0:
			other = collectiveOfParty
		default:
			continue
		}
		p := problemTypeDenied(pop.Frame.Origin(row, fact), superiorCell(b), pop.Frame.Show(fact, pop.Frame.Value(row, fact)), b.Superior)
		p.Subject = s.ID
		// A blank of the list says too little to hold anybody whose rules do not ask.
		if !leads && !a.sets[evaluate.Collective].Distinguishes(factCollectiveType, given, other) {
			a.problems = append(a.problems, asideOnly(p))
			continue
		}
		a.tell(p)
		s.Doubts = append(s.Doubts, evaluate.Doubt{Fact: factCollectiveType, Given: given, Other: other, Problem: p})
	}
}

// superiorCell is the cell of the list that says which unit a collective leads.
func superiorCell(b *evaluate.Body) evaluate.Origin {
	return cellOrigin(b.At.File, b.At.Sheet, b.Columns.Parent, rowOf(b.At.Cell))
}

// typeOf is what a collective is, "" where nobody has said or two cells say different
// things.
func typeOf(pop *evaluate.Population, row int) string {
	if pop == nil || pop.Subjects[row].About(factCollectiveType) {
		return ""
	}
	return codeOf(pop.Frame, row, factCollectiveType)
}
