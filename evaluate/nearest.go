package evaluate

import (
	"slices"
	"strings"
)

// Nearest returns the known word at most two slips of the keyboard away from
// what was typed, fewer for short words; "" when there is none. Of words equally
// near the first one counts. It is for hints only: nothing is taken for what it
// resembles.
func Nearest(typed string, known []string) string {
	best, at := min(3, (len(typed)+1)/2), ""
	for _, k := range known {
		if k == typed {
			return "" // known, only not here
		}
		n := slips(strings.ToLower(typed), strings.ToLower(k))
		if n < best && k != "" || n == 1 && at == "" && len(typed) == 2 && len(k) == 3 { // a letter left out of a short word: mx
			best, at = n, k
		}
	}
	return at
}

// slips is the edit distance in bytes, cut off where it no longer matters;
// neighbours that changed places count as one slip.
func slips(a, b string) int {
	const far = 3
	if len(a) > 60 || len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return far
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

// idsOf lists what a hint may name, in written order.
func idsOf[T any](list []T, id func(T) string) []string {
	out := make([]string, 0, len(list))
	for _, x := range list {
		out = append(out, id(x))
	}
	return out
}

// ids names the facts of a schema; none for a kind without any.
func (s *Schema) ids() []string {
	if s == nil {
		return nil
	}
	return idsOf(s.Facts, func(f FactDef) string { return string(f.ID) })
}

// codes names the values of a choice.
func (f *FactDef) codes() []string { return idsOf(f.Choices, func(c Choice) string { return c.Code }) }

// ids names the rungs that have an id.
func (s Scale) ids() []string {
	return slices.DeleteFunc(idsOf(s, func(r Rung) string { return r.ID }), func(id string) bool { return id == "" })
}

// partIDs names the groups, criteria and lines of score sheets.
func partIDs(sheets []*Sheet) []string {
	var out []string
	for _, s := range sheets {
		for i := range s.Spec.Groups {
			g := &s.Spec.Groups[i]
			out = append(out, g.ID)
			for _, c := range g.Criteria {
				out = append(out, c.ID)
			}
			for l := range g.AllLines() {
				out = append(out, l.ID)
			}
		}
	}
	return out
}

// sortedKeys are the keys of a map in order, so that hints do not change.
func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
