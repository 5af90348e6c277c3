package evaluate

import (
	"cmp"
	"slices"
)

// MeritPlace is where the order of merit puts one candidate of a ceiling.
type MeritPlace struct {
	// Place counts from 1 for the best. Those whom the order leaves side by side
	// share the first of their places. 0: it is not known, and no choice rests on
	// it, for his grade or that of all beside him is decided.
	Place  int
	Shared bool
	// Unknown is the criterion that would tell apart those who share the place,
	// but is not known of some of them; nil where all criteria are equal.
	Unknown *MeritKey
}

// meritOrder is the making of an order of merit.
type meritOrder struct {
	rs      *RuleSet
	pop     *Population
	results []Result
	rows    []int // best first
	places  []MeritPlace
}

// orderMerit orders candidates best first by the set's order of merit and tells
// the place of each; whoever shares a place is ordered by subject id, so that row
// order never shows.
func (rs *RuleSet) orderMerit(rows []int, pop *Population, results []Result, keys []MeritKey) ([]int, []MeritPlace) {
	o := &meritOrder{rs: rs, pop: pop, results: results}
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(pop.Subjects[a].ID, pop.Subjects[b].ID) })
	o.split(rows, keys)
	return o.rows, o.places
}

// split orders those equal by all earlier criteria. Where the next one is not
// known of somebody who may be chosen, nobody knows who is better: all of them
// share one place, and no later criterion is asked. Those whose grade is decided
// are not chosen among, so that what is unknown of them ties nobody.
func (o *meritOrder) split(rows []int, keys []MeritKey) {
	if len(rows) < 2 || len(keys) == 0 {
		o.place(rows, nil)
		return
	}
	var known, apart []int
	worth := map[int]Num{}
	free, unknown := 0, 0
	for _, row := range rows {
		x, ok := o.rs.MeritOf(o.pop, row, &o.results[row], keys[0])
		if ok {
			known, worth[row] = append(known, row), x
		} else {
			apart = append(apart, row)
		}
		if o.results[row].free() {
			free++
			if !ok {
				unknown++
			}
		}
	}
	if unknown > 0 && free > 1 {
		o.place(rows, &keys[0])
		return
	}
	slices.SortStableFunc(known, func(a, b int) int {
		if keys[0].Ascending {
			return worth[a].Cmp(worth[b])
		}
		return worth[b].Cmp(worth[a])
	})
	for start, end := 0, 0; start < len(known); start = end {
		for end < len(known) && worth[known[end]].Cmp(worth[known[start]]) == 0 {
			end++
		}
		o.split(known[start:end], keys[1:])
	}
	for _, row := range apart {
		o.rows, o.places = append(o.rows, row), append(o.places, MeritPlace{Unknown: &keys[0]})
	}
}

// place puts rows side by side behind those placed already.
func (o *meritOrder) place(rows []int, unknown *MeritKey) {
	at := MeritPlace{Place: len(o.rows) + 1, Shared: len(rows) > 1, Unknown: unknown}
	for _, row := range rows {
		o.rows, o.places = append(o.rows, row), append(o.places, at)
	}
}

// free tells that the grade may still be chosen: nobody decided it, here or
// elsewhere.
func (r *Result) free() bool { return r.Decided == NoRank && r.Elsewhere == NoRank }

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
