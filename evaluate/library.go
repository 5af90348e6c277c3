package evaluate

import (
	"slices"
	"strings"
)

// Library is every rule set that was loaded, checked, with the vocabulary they
// share and the forms counted from their results.
type Library struct {
	Vocabulary *Vocabulary
	Sets       []*RuleSet
	Forms      []*FormSpec
	Papers     []*PaperSpec // in order of id
}

// NewLibrary bundles checked parts. Overlapping periods are found by InForce.
func NewLibrary(v *Vocabulary, sets []*RuleSet, forms []*FormSpec) *Library {
	return &Library{Vocabulary: v, Sets: sets, Forms: forms}
}

// LibraryKey asks for the set in force. Chosen names a local set that stands in
// its parent's place ("id" or "id@edition"); "" takes the central one.
type LibraryKey struct {
	Track  Track
	Kind   Kind
	Period Period
	Chosen string
}

// NoRulesError says that not exactly one set fits; there is no "latest".
type NoRulesError struct {
	Key   LibraryKey
	Found []string // refs of the sets that fit; empty for none
}

// Error is the Vietnamese sentence shown to people, who know for what they
// asked.
func (e *NoRulesError) Error() string {
	switch {
	case len(e.Found) > 0:
		return "có nhiều bộ cùng có hiệu lực: " + strings.Join(e.Found, ", ")
	case e.Key.Chosen != "":
		return "bộ đã chọn " + e.Key.Chosen + " không có hoặc không có hiệu lực trong kỳ này"
	}
	return "không có bộ nào có hiệu lực"
}

// InForce returns the one set in force for a period, or an error that names
// what was found: none, or several.
func (l *Library) InForce(k LibraryKey) (*RuleSet, error) {
	var fit []*RuleSet
	for _, rs := range l.Sets {
		s := &rs.Spec
		if s.Kind != k.Kind || s.Track != k.Track || s.Granularity != k.Period.Granularity || !s.covers(k.Period) {
			continue
		}
		switch {
		case k.Chosen != "":
			if s.ID == k.Chosen || rs.Ref() == k.Chosen {
				fit = append(fit, rs)
			}
		case s.Extends == "" && !s.Local:
			fit = append(fit, rs)
		}
	}
	if len(fit) == 1 {
		return fit[0], nil
	}
	err := &NoRulesError{Key: k}
	for _, rs := range fit {
		err.Found = append(err.Found, rs.Ref())
	}
	return nil, err
}

// covers counts periods evaluated, not dates of signature.
func (s *RuleSetSpec) covers(p Period) bool {
	if p.First().Compare(s.From.First()) < 0 || slices.Contains(s.Except, p.Part) {
		return false
	}
	return s.To == nil || p.Last().Compare(s.To.Last()) <= 0
}
