package evaluate

import "slices"

// inOwnWords is the schema with the set's own names of grades on the choices of
// proposals and decisions, so that templates speak the language of their year. A
// name is taken over only where the vocabulary knows it as another spelling of
// that choice: what a template offers, every reader must understand.
func (s *Schema) inOwnWords(scale Scale) *Schema {
	out := *s
	out.Facts = slices.Clone(s.Facts)
	for i := range out.Facts {
		f := &out.Facts[i]
		if f.Role != RoleProposal && f.Role != RoleDecision {
			continue
		}
		f.Choices = slices.Clone(f.Choices)
		for j := range f.Choices {
			c := &f.Choices[j]
			if r := scale.RankOf(Statutory(c.Code)); r != NoRank && slices.Contains(c.Aliases, scale.Rung(r).Label) {
				c.Label = scale.Rung(r).Label
			}
		}
	}
	return &out
}
