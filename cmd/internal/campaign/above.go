package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// above is what the office's workbook says of the office itself, which is graded
// by its own superior: decisions about the whole campaign, and the grade it was
// given. Anything else there would be lost in silence, so it is pointed at.
func (a *assembly) above(rows []placeRow) *evaluate.Population {
	if len(rows) == 0 {
		return nil
	}
	schema := a.Library.Vocabulary.Schema(evaluate.Organization)
	pop := &evaluate.Population{Frame: evaluate.NewFrame(schema)}
	uplifts := slices.Concat(evaluate.Uplifts(a.sets), a.Library.IdleUplifts(a.sets)) // these are judged where they stand
	root := slices.IndexFunc(a.tree.Orgs, func(o evaluate.Org) bool { return o.Parent == "" })
	for _, r := range rows {
		r.into(pop.Frame)
		at := r.append(r.row)
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: a.tree.Orgs[root].Code, Org: root})
		for i := range schema.Facts {
			if !usedAbove(&schema.Facts[i], uplifts) && !pop.Frame.Value(at, i).IsBlank() {
				a.problems = append(a.problems, problemGradedElsewhere(pop.Frame.Origin(at, i)))
			}
		}
	}
	return pop
}

// lifting are the decisions that lift ceilings where no organization is graded: rows of
// the workbook of whoever heads the list, for nobody else may record them; nil for none.
func (a *assembly) lifting() (*evaluate.Population, error) {
	const k = evaluate.Organization
	if a.sets[k] != nil || len(evaluate.Uplifts(a.sets)) == 0 {
		return nil, nil
	}
	schema := a.Library.Vocabulary.Schema(k)
	books, err := a.bind(k, schema, excel.BranchBook, excel.BaseBook, excel.OfficeBook)
	if err != nil {
		return nil, err
	}
	books = slices.DeleteFunc(books, func(b bound) bool { return liftFacts(a.sets, b.book.sender(a.tree)) == nil })
	pop := &evaluate.Population{Frame: evaluate.NewFrame(schema)}
	for _, b := range books {
		b.into(pop.Frame)
	}
	places := a.places(k)
	rows := a.placeRows(k, schema, places, books)
	for i, p := range places {
		for _, r := range rows[i] {
			r.append(r.row)
			pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: p.code, Org: p.org})
		}
	}
	a.unaskedUplifts(pop)
	return pop, nil
}

// usedAbove tells whether a fact of the office itself is used.
func usedAbove(f *evaluate.FactDef, uplifts []evaluate.FactID) bool {
	return f.Identity || f.Role == evaluate.RoleElsewhere || slices.Contains(uplifts, f.ID)
}

// unaskedUplifts tells of decisions in cells that lift a ceiling under other sets
// but under none of this campaign's: an earlier edition's shared cell, a kind that
// is not graded here.
func (a *assembly) unaskedUplifts(pops ...*evaluate.Population) {
	var asked []string
	schema := a.Library.Vocabulary.Schema(evaluate.Organization)
	for _, id := range evaluate.Uplifts(a.sets) {
		if i, ok := schema.Index(id); ok {
			asked = append(asked, schema.Facts[i].Heading)
		}
	}
	for _, id := range a.Library.IdleUplifts(a.sets) {
		i, ok := schema.Index(id)
		for _, pop := range pops {
			for row := 0; ok && pop != nil && row < len(pop.Subjects); row++ {
				if pop.Frame.Text(row, i) != "" {
					a.problems = append(a.problems, evaluate.ProblemUpliftUnasked(pop.Frame.Origin(row, i), asked))
				}
			}
		}
	}
}
