package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
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
	root := slices.IndexFunc(a.tree.Orgs, func(o evaluate.Org) bool { return o.Parent == "" })
	for _, r := range rows {
		r.into(pop.Frame)
		at := r.append(r.row)
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: a.tree.Orgs[root].Code, Org: root})
		for i := range schema.Facts {
			f := &schema.Facts[i]
			taken := f.Identity || f.Role == evaluate.RoleElsewhere || slices.Contains(evaluate.UpliftsAbove(a.sets), f.ID)
			if !taken && !pop.Frame.Value(at, i).IsBlank() {
				a.problems = append(a.problems, problemGradedElsewhere(pop.Frame.Origin(at, i)))
			}
		}
	}
	return pop
}
