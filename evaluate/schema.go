package evaluate

import "slices"

// Vocabulary is every fact that rules may mention and workbooks may hold, by
// kind and in column order. Build it with NewVocabulary.
type Vocabulary struct {
	schemas map[Kind]*Schema
	kinds   []Kind
}

// Schema is the ordered list of facts of one kind; a fact's index in it is the
// column of its values in a Frame.
type Schema struct {
	Kind   Kind
	Facts  []FactDef
	Limits []Limit
	index  map[FactID]int
	blanks []Value // what an empty cell means, by position
	roles  map[Role]int
	levels []int   // positions of the proposals, lowest level first
	needs  []int   // positions of the facts that need another
	denied [][]int // by position: facts that contradict what its blank means; nil for none
	days   []int   // positions of the facts whose days are bounded
	stated []int   // positions of the facts that state something of others
	boxes  []BallotBox
}

// Index returns the position of a fact.
func (s *Schema) Index(id FactID) (int, bool) {
	i, ok := s.index[id]
	return i, ok
}

// ByRole returns the position of the first fact with the role, or -1.
func (s *Schema) ByRole(r Role) int {
	if i, ok := s.roles[r]; ok {
		return i
	}
	return -1
}

// Proposals lists the positions of the proposal facts, lowest level first.
func (s *Schema) Proposals() []int { return s.levels }

// CodeIndex returns the index of a choice's code.
func (f *FactDef) CodeIndex(code string) (int, bool) {
	i := slices.IndexFunc(f.Choices, func(c Choice) bool { return c.Code == code })
	return i, i >= 0
}

// Kinds lists the kinds that have facts, in order of first mention.
func (v *Vocabulary) Kinds() []Kind { return v.kinds }

// Schema returns the facts of a kind, or nil when the kind has none.
func (v *Vocabulary) Schema(k Kind) *Schema {
	if v == nil {
		return nil
	}
	return v.schemas[k]
}

// NewVocabulary checks the declarations and builds the index. Problems carry
// the place of the declaration; the vocabulary is usable only when none is an
// Error.
func NewVocabulary(facts []FactDef, limits []Limit) (*Vocabulary, []Problem) {
	v := &Vocabulary{schemas: map[Kind]*Schema{}}
	var ps []Problem
	for _, f := range facts {
		s := v.schemas[f.Kind]
		if s == nil {
			s = &Schema{Kind: f.Kind, index: map[FactID]int{}}
			v.schemas[f.Kind] = s
			v.kinds = append(v.kinds, f.Kind)
		}
		if _, dup := s.index[f.ID]; dup {
			ps = append(ps, problemRepeatedID(f.At, string(f.ID)))
			continue
		}
		s.index[f.ID] = len(s.Facts)
		s.Facts = append(s.Facts, f)
	}
	for _, k := range v.kinds {
		for i := range v.schemas[k].Facts {
			ps = append(ps, checkFact(v.schemas[k], i)...)
		}
	}
	for _, k := range v.kinds {
		ps = append(ps, v.checkSameAs(k)...)
		ps = append(ps, v.checkGravest(k)...)
		v.schemas[k].prepare()
	}
	for _, l := range limits {
		s := v.schemas[l.Kind]
		if s == nil {
			ps = append(ps, problemUnknownKind(l.At, string(l.Kind)))
			continue
		}
		for _, id := range l.Facts() {
			if _, ok := s.index[id]; !ok {
				ps = append(ps, problemUnknownFact(l.At, id, s))
			}
		}
		if slices.ContainsFunc(s.Limits, func(o Limit) bool { return o.ID == l.ID }) {
			ps = append(ps, problemRepeatedID(l.At, l.ID))
			continue
		}
		s.Limits = append(s.Limits, l)
	}
	return v, ps
}

// prepare looks up once what every row would ask for again.
func (s *Schema) prepare() {
	s.blanks = make([]Value, len(s.Facts))
	s.roles = map[Role]int{}
	for i := range s.Facts {
		f := &s.Facts[i]
		s.blanks[i], _ = f.BlankValue()
		if _, ok := s.roles[f.Role]; !ok && f.Role != "" {
			s.roles[f.Role] = i
		}
		if f.Role == RoleProposal {
			s.levels = append(s.levels, i)
		}
		if f.Tally != nil || f.SameAs != nil {
			s.stated = append(s.stated, i)
		}
		if f.Needs != nil {
			if _, ok := s.index[f.Needs.Fact]; ok {
				s.needs = append(s.needs, i)
			}
		}
	}
	s.prepareDenied()
	for i := range s.Facts {
		if f := &s.Facts[i]; f.NotAfter != "" || f.NotBefore != "" {
			s.days = append(s.days, i)
		}
	}
	s.prepareBallots()
	slices.SortStableFunc(s.levels, func(a, b int) int { return s.Facts[a].Level - s.Facts[b].Level })
}

func checkFact(s *Schema, i int) []Problem {
	f := &s.Facts[i]
	var ps []Problem
	if f.Type == ChoiceFact && len(f.Choices) == 0 {
		ps = append(ps, problemNoChoices(f.At, string(f.ID)))
	}
	if f.Type == NumberFact && f.Step.Sign() <= 0 {
		ps = append(ps, problemNoStep(f.At, string(f.ID)))
	}
	if f.Blank != "" {
		if _, ok := f.BlankValue(); !ok {
			ps = append(ps, problemBadBlank(f.At, string(f.ID), f.Blank))
		}
	}
	if f.Prose && (f.Type != TextFact || f.Identity || f.LeadsTo != "" || f.Tells != nil) {
		ps = append(ps, problemWrongType(f.At, string(f.ID), "chữ (text) không dùng để nhận ra ai hay nơi nào (prose)"))
	}
	if f.Derived != nil {
		ps = append(ps, checkDerivation(s, f)...)
	}
	if f.Ballot != nil {
		ps = append(ps, checkBallot(s, f)...)
	}
	if f.Tally != nil && f.Type != NumberFact {
		ps = append(ps, problemWrongType(f.At, string(f.ID), "chỉ số mới đếm được (tally)"))
	}
	if f.Tally != nil && f.Tally.Among != "" {
		if _, ok := s.index[f.Tally.Among]; !ok {
			ps = append(ps, problemUnknownFact(f.At, f.Tally.Among, s))
		}
	}
	if f.Needs != nil {
		ps = append(ps, checkNeed(s, f)...)
	}
	if f.Tells != nil {
		ps = append(ps, checkTells(s, f)...)
	}
	if f.Idle != nil {
		ps = append(ps, checkIdle(s, f)...)
	}
	ps = append(ps, checkDays(s, f)...)
	return ps
}
