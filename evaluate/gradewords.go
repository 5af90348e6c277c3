package evaluate

import "slices"

// inOwnWords is the schema with the set's own names of grades on the choices of
// proposals and decisions, so that templates speak the language of their year. A
// name is taken over only where the vocabulary knows it as another spelling of
// that choice: what a template offers, every reader must understand.
func (s *Schema) inOwnWords(scale Scale) *Schema {
	out, own := *s, false
	for i := range s.Facts {
		choices, renamed := ownNames(&s.Facts[i], scale)
		if !renamed {
			continue // as most: the facts are the vocabulary's
		}
		if !own {
			out.Facts, own = slices.Clone(s.Facts), true
		}
		out.Facts[i].Choices = choices
	}
	return &out
}

// ownNames are the choices of a proposal or decision with the names of a scale;
// renamed tells that they are not the vocabulary's.
func ownNames(f *FactDef, scale Scale) (choices []Choice, renamed bool) {
	if f.Role != RoleProposal && f.Role != RoleDecision {
		return nil, false
	}
	for i, c := range f.Choices {
		r := scale.RankOf(Statutory(c.Code))
		if r == NoRank || c.Label == scale.Rung(r).Label || !slices.Contains(c.Aliases, scale.Rung(r).Label) {
			continue
		}
		if !renamed {
			choices, renamed = slices.Clone(f.Choices), true
		}
		choices[i].Label = scale.Rung(r).Label
	}
	return choices, renamed
}
