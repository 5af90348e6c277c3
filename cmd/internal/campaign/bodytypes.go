package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// What a collective is, a committee or the leadership of an agency, stands in a report;
// which unit it leads stands in the organization list, and a committee leads none. Where
// the two say different things it is asked (E387), and whoever is bounded or counted by
// what the collective is waits. The leadership of an agency that is not graded leads no
// unit of the list: the list says so in words, or the rows of its members do.

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
	noUnit := a.leadNoUnit(pops)
	for row := range pop.Subjects {
		s, b := &pop.Subjects[row], &a.tree.Collectives.List[row]
		given, leads := codeOf(pop.Frame, row, factCollectiveType), a.tree.Collectives.Superior(row) >= 0
		other := ""
		switch {
		case given == collectiveOfParty && leads:
			other = collectiveOfAgency
		case given == collectiveOfAgency && b.Superior == "" && !noUnit[row] && len(a.tree.Units.List) > 0:
			other = collectiveOfParty
		default:
			continue
		}
		// A blank of the list says too little to ask anybody whose rules do not.
		if !leads && !a.sets[evaluate.Collective].Distinguishes(factCollectiveType, given, other) {
			continue
		}
		p := problemTypeDenied(pop.Frame.Origin(row, fact), superiorCell(b), pop.Frame.Show(fact, pop.Frame.Value(row, fact)), b.Superior)
		p.Subject = s.ID
		a.tell(p)
		s.Doubts = append(s.Doubts, evaluate.Doubt{Fact: factCollectiveType, Given: given, Other: other, Problem: p})
	}
}

// leadNoUnit tells of which collectives it is said in so many words that they lead no
// unit: by the list, or by the members who say anything of a unit. Members of a committee
// have none either, so that where one is called its secretary they say nothing of an agency.
func (a *assembly) leadNoUnit(pops map[evaluate.Kind]*evaluate.Population) []bool {
	pop, leaders := pops[evaluate.Collective], pops[evaluate.Leader]
	out := make([]bool, len(pop.Subjects))
	if leaders != nil {
		for i, f := range fellowsOf(pop, leaders) {
			out[i] = a.nameNoUnit(leaders, f)
		}
	}
	for i := range out {
		out[i] = out[i] || a.tree.Collectives.List[i].NoSuperior
	}
	return out
}

func (a *assembly) nameNoUnit(leaders *evaluate.Population, f fellows) (some bool) {
	for _, r := range f.rows {
		units, none, unsaid := a.bodiesNamed(leaders.Frame, r.row, evaluate.OwnUnit)
		if len(units) > 0 || unsaid && leaders.Frame.Text(r.row, leadsTo(leaders.Frame.Schema, evaluate.OwnUnit)) != "" || calledSecretary(leaders.Frame, r.row) {
			return false
		}
		some = some || none
	}
	return some
}

// calledSecretary tells whether the titles in a row are those of who leads a committee,
// and no other.
func calledSecretary(f *evaluate.Frame, row int) bool {
	return slices.ContainsFunc(f.Schema.Facts, func(d evaluate.FactDef) bool {
		if d.Tells == nil || d.Tells.Fact != factLeadershipPost {
			return false
		}
		i, _ := f.Schema.Index(d.ID)
		leads := false
		for _, x := range titlesTold(d.Tells, f.Text(row, i), true, true) {
			if !x.says.Committee {
				return false
			}
			leads = leads || len(x.says.Denies) > 0 // the words of a mere member are those of an agency's too
		}
		return leads
	})
}

// titlesIn are the parts of a cell that may hold several titles.
func titlesIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/+&()-–—", r) })
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
