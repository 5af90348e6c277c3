package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// tested lists what a condition asks about, whatever it wants of it: facts, those
// of a group of criteria one by one, profiles, parts of the score sheet, and
// grades and facts of related subjects under the name of the relation.
func (w *viewer) tested(c *evaluate.ConditionSpec) []string {
	var out []string
	put := func(what, id string) {
		if id != "" {
			out = append(out, what+id)
		}
	}
	put("", string(c.Fact))
	put("", string(c.Part))
	put("", string(c.Of))
	put("", string(c.MonthsSince))
	for _, g := range w.rs.Spec.Groups {
		if g.ID == c.Every+c.Some {
			out = append(out, words(g.Facts)...)
		}
	}
	put("profile ", c.Profile)
	put("points ", c.Points)
	if c.Grade != nil {
		put("", "grade")
	}
	if c.Count != nil {
		put("count ", string(c.Count.Of))
		for _, id := range w.tested(&c.Count.Where) {
			put(string(c.Count.Of)+" ", id)
		}
	}
	if c.Not != nil {
		out = append(out, w.tested(c.Not)...)
	}
	for _, list := range [][]evaluate.ConditionSpec{c.All, c.Any, c.FirstKnown} {
		for i := range list {
			out = append(out, w.tested(&list[i])...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
