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
		case s.Central():
			fit = append(fit, rs)
		}
	}
	fit = l.Current(fit)
	if len(fit) == 1 {
		return fit[0], nil
	}
	err := &NoRulesError{Key: k}
	for _, rs := range fit {
		err.Found = append(err.Found, rs.Ref())
	}
	return nil, err
}

// Choosable are the newest sets of a period that are in force only where they are named:
// local ones.
func (l *Library) Choosable(p Period) []*RuleSet {
	var fit []*RuleSet
	for _, rs := range l.Sets {
		if s := &rs.Spec; s.Granularity == p.Granularity && s.covers(p) && !s.Central() {
			fit = append(fit, rs)
		}
	}
	return l.Current(fit)
}

// covers counts periods evaluated, not dates of signature.
func (s *RuleSetSpec) covers(p Period) bool {
	if p.First().Compare(s.From.First()) < 0 || slices.Contains(s.Except, p.Part) {
		return false
	}
	return s.To == nil || p.Last().Compare(s.To.Last()) <= 0
}

// Central tells whether a set is in force without being named: it is no local
// reading of another, or a later edition of one that is not.
func (s *RuleSetSpec) Central() bool {
	return !s.Local && (s.Extends == "" || s.Supersedes != "" && s.Extends == s.ID+"@"+s.Supersedes)
}

// Replaces tells whether a set stands in the place of another edition of itself
// that the same office released.
func (s *RuleSetSpec) Replaces(o *RuleSetSpec) bool {
	return s.Supersedes != "" && s.ID == o.ID && s.Supersedes == o.Edition && s.At.Layer == o.At.Layer
}

// ReplacesOver is Replaces over any number of editions between the two.
func (s *RuleSetSpec) ReplacesOver(all []*RuleSetSpec, o *RuleSetSpec) bool {
	for range all {
		if s.Replaces(o) {
			return true
		}
		i := slices.IndexFunc(all, func(x *RuleSetSpec) bool { return s.Replaces(x) })
		if i < 0 {
			return false
		}
		s = all[i]
	}
	return false
}

// Current leaves out, of some sets of the library, those that another of them
// stands in the place of. Who names an edition gets it all the same.
func (l *Library) Current(sets []*RuleSet) []*RuleSet {
	var all []*RuleSetSpec
	for _, rs := range l.Sets {
		all = append(all, &rs.Spec)
	}
	return slices.DeleteFunc(slices.Clone(sets), func(old *RuleSet) bool {
		return slices.ContainsFunc(sets, func(rs *RuleSet) bool { return rs.Spec.ReplacesOver(all, &old.Spec) })
	})
}
