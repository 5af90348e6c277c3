package evaluate

import (
	"cmp"
	"slices"
)

// sortMerit orders candidates best first by the set's order of merit; equal
// merit is ordered by subject id, so that row order never shows.
func (rs *RuleSet) sortMerit(rows []int, pop *Population, results []Result, keys []MeritKey) {
	slices.SortFunc(rows, func(a, b int) int {
		return cmp.Or(rs.compareKeys(a, b, pop, results, keys), cmp.Compare(pop.Subjects[a].ID, pop.Subjects[b].ID))
	})
}

// compareKeys compares by the order of merit alone, the better first; 0 means
// that it does not tell them apart.
func (rs *RuleSet) compareKeys(a, b int, pop *Population, results []Result, keys []MeritKey) int {
	for _, key := range keys {
		if c := rs.compareMerit(a, b, pop, results, key); c != 0 {
			return c
		}
	}
	return 0
}

func (rs *RuleSet) compareMerit(a, b int, pop *Population, results []Result, key MeritKey) int {
	x, okx := rs.MeritOf(pop, a, &results[a], key)
	y, oky := rs.MeritOf(pop, b, &results[b], key)
	switch {
	case okx && !oky:
		return -1
	case oky && !okx:
		return 1
	case !okx:
		return 0
	case key.Ascending:
		return x.Cmp(y)
	}
	return y.Cmp(x)
}

// MeritOf is what a subject has by one key of the order of merit; ok is false
// while it is not known.
func (rs *RuleSet) MeritOf(pop *Population, row int, r *Result, key MeritKey) (x Num, ok bool) {
	switch {
	case key.Score:
		return r.Walk.Score.Known()
	case key.Points != "":
		return rs.PointsOf(pop.Frame, row, &r.Walk, key.Points)
	}
	i, ok := pop.Frame.Schema.Index(key.Fact)
	if !ok {
		return Num{}, false
	}
	v := pop.Frame.Known(row, i)
	return v.Number(), !v.IsBlank()
}

// PointsOf is what a part of the subject's own sheet gave, once it is known.
func (rs *RuleSet) PointsOf(f *Frame, row int, w *Walk, part string) (Num, bool) {
	if w.Score.Sheet < 0 || w.Score.Sheet >= len(rs.Sheets) {
		return Num{}, false
	}
	s := rs.Sheets[w.Score.Sheet]
	ref, ok := s.part(part)
	if !ok {
		return Num{}, false
	}
	got := s.score(f, row).at(ref)
	return got.low, got.known()
}
