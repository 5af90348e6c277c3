package evaluate

// Reports and decisions know the four grades of the law; an office's own sheet may have
// others. A grade that the scale of the set does not have cannot be used, and is told.

// offScale are the proposals, or the decision, of a row that name no grade of the scale.
func (rs *RuleSet) offScale(f *Frame, row int, role Role) (ps []Problem) {
	for i := range rs.schema.Facts {
		def, v := &rs.schema.Facts[i], f.Value(row, i)
		if def.Role != role || v.Type() != ChoiceFact || v.IsBlank() || def.Choices[v.Choice()].NotApplicable || rs.gradeOf(i, v) != NoRank {
			continue
		}
		ps = append(ps, problemOffScale(f.Origin(row, i), def.Heading, def.Choices[v.Choice()].Label, rs.Spec.Scale))
	}
	return ps
}
