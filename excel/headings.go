package excel

import (
	"slices"
	"sync"

	"github.com/xeploai/xeploai/evaluate"
)

// headingIndex finds the facts of one kind by what stands over a column.
type headingIndex struct {
	schema *evaluate.Schema
	names  map[string][]int // folded heading, alias, or group and heading → facts
	groups map[string]bool  // folded group headings
}

// Headings are the names under which the columns of a vocabulary are known,
// worked out once for many workbooks.
type Headings struct {
	kinds func() []*headingIndex // worked out once asked: the organization list needs none
	lists []*headingIndex
}

// NewHeadings works out the headings of every kind.
func NewHeadings(v *evaluate.Vocabulary) *Headings {
	kinds := sync.OnceValue(func() []*headingIndex {
		var out []*headingIndex
		for _, kind := range v.Kinds() {
			out = append(out, newHeadingIndex(v.Schema(kind)))
		}
		return out
	})
	return &Headings{kinds: kinds, lists: listIndexes()}
}

func newHeadingIndex(s *evaluate.Schema) *headingIndex {
	ix := &headingIndex{schema: s, names: map[string][]int{}, groups: map[string]bool{}}
	for i := range s.Facts {
		f := &s.Facts[i]
		if f.Supplier == evaluate.SupplyDerived {
			continue
		}
		ix.add(f.Heading, i)
		for _, a := range f.Aliases {
			ix.add(a, i)
		}
		if f.Group != "" {
			ix.add(f.Group+" "+f.Heading, i)
			ix.add(cutAt(f.Group, "(")+" "+f.Heading, i)
			ix.groups[fold(f.Group)] = true
			ix.groups[fold(cutAt(f.Group, "("))] = true
		}
	}
	return ix
}

func (ix *headingIndex) add(heading string, fact int) {
	key := fold(heading)
	if !slices.Contains(ix.names[key], fact) {
		ix.names[key] = append(ix.names[key], fact)
	}
}

// calls tells whether a heading is one of a fact's own names.
func (ix *headingIndex) calls(fact int, heading string) bool {
	return slices.Contains(ix.names[fold(heading)], fact) || slices.Contains(ix.names[fold(cutAt(heading, "("))], fact)
}

// find returns the facts a heading may mean. A group that is known to stand
// over the column must be the fact's own, where the fact has one.
func (ix *headingIndex) find(group, heading string) []int {
	key := fold(heading)
	if key == "" {
		return nil
	}
	for _, k := range []string{key, fold(group + " " + heading), fold(cutAt(heading, "("))} {
		var out []int
		for _, f := range ix.names[k] {
			own := ix.schema.Facts[f].Group
			if group == "" || own == "" || sameGroup(group, own) {
				out = append(out, f)
			}
		}
		if len(out) > 1 && group != "" {
			out = slices.DeleteFunc(out, func(f int) bool { return ix.schema.Facts[f].Group == "" })
		}
		if len(out) > 0 {
			return ix.ofGroup(group, out)
		}
	}
	return nil
}

// ofGroup keeps the facts whose group is called exactly as the one over the column,
// where there are any: the short form of one group may be the whole name of another.
func (ix *headingIndex) ofGroup(group string, found []int) []int {
	key, out := fold(group), []int(nil)
	for _, f := range found {
		if fold(ix.schema.Facts[f].Group) == key {
			out = append(out, f)
		}
	}
	if len(out) > 0 {
		return out
	}
	return found
}

func sameGroup(a, b string) bool {
	return fold(a) == fold(b) || fold(cutAt(a, "(")) == fold(cutAt(b, "("))
}

// headings reads one or two rows as headings. In the upper row only cells that
// are merged over several columns are groups; where the lower cell is empty the
// upper one is the heading itself.
func (ix *headingIndex) headings(upper, lower rawRow, merges []gridArea) *header {
	n := max(len(upper.cells), len(lower.cells))
	h := &header{schema: ix.schema, row: lower.number, first: lower.number + 1,
		facts: slices.Repeat([]int{-1}, n), headings: make([]string, n)}
	groups := ix.groupsOver(upper, lower, n, merges)
	h.over = groups
	for c := range n {
		heading, group := tidy(lower.cell(c)), groups[c]
		if heading == "" {
			heading, group = tidy(upper.cell(c)), ""
		}
		h.headings[c] = heading
		if fact := ix.bornBySex(group, heading); fact >= 0 {
			h.headings[c] = group
			h.besideMen(fact, c)
			continue
		}
		switch found := ix.find(group, heading); len(found) {
		case 0:
		case 1:
			h.facts[c] = found[0]
			h.matched++
			if !ix.calls(found[0], heading) { // only with what stands over it
				h.headings[c] = group + " " + heading
			}
		default:
			h.clashes = append(h.clashes, headerClash{column: c, could: found, fact: -1})
		}
	}
	h.findParts()
	return h
}

// bornBySex is the fact of two columns, one for men and one for women, that stand below
// its own heading; -1 for none. It tells when people were born.
func (ix *headingIndex) bornBySex(group, heading string) int {
	if group == "" || !isOneOf(heading, sexWords()) {
		return -1
	}
	if found := ix.find("", group); len(found) == 1 {
		if r := ix.schema.Facts[found[0]].Role; r == evaluate.RoleBirth || r == evaluate.RoleBirthYear {
			return found[0]
		}
	}
	return -1
}

// besideMen takes one of the two columns of a fact.
func (h *header) besideMen(fact, column int) {
	first := h.column(fact)
	h.matched++
	if first < 0 {
		h.facts[column] = fact
		return
	}
	if h.beside == nil {
		h.beside = map[int]int{}
	}
	h.beside[first] = column
}

// groupsOver gives, by column, the text of a cell of the row that is merged over
// several columns. A paste of values alone leaves the text over the first of its
// columns: a known group then goes on over the empty cells beside it as long as
// the headings below are its own.
func (ix *headingIndex) groupsOver(r, lower rawRow, n int, merges []gridArea) []string {
	out := make([]string, n)
	for _, m := range merges {
		if int(m.from.row) != r.number || m.from.col == m.to.col {
			continue
		}
		for c := m.from.col; c <= m.to.col && int(c) <= n; c++ {
			out[c-1] = tidy(r.cell(int(m.from.col) - 1))
		}
	}
	for c := 0; c < n; c++ {
		group := tidy(r.cell(c))
		if out[c] != "" || group == "" || !ix.groups[fold(group)] && !ix.groups[fold(cutAt(group, "("))] {
			continue
		}
		for next := c; next < n && out[next] == "" && (next == c || tidy(r.cell(next)) == "") && ix.isOf(group, tidy(lower.cell(next))); next++ {
			out[next] = group
		}
	}
	return out
}

// isOf tells whether a heading is that of one fact of the group.
func (ix *headingIndex) isOf(group, heading string) bool {
	own := 0
	for _, f := range ix.names[fold(heading)] {
		if g := ix.schema.Facts[f].Group; g != "" && sameGroup(group, g) {
			own++
		}
	}
	return own == 1
}

// isHeading tells whether a row below the stamps reads like headings: most of
// what it holds are headings or groups of the kind.
func (ix *headingIndex) isHeading(r rawRow) bool {
	known, all := 0, 0
	for _, c := range r.cells {
		c = tidy(c)
		if c == "" {
			continue
		}
		all++
		key := fold(c)
		if ix.groups[key] || ix.groups[fold(cutAt(c, "("))] || len(ix.names[key]) > 0 || isUnread(c) {
			known++
		}
	}
	return all > 0 && 2*known >= all
}

// nearestHeading returns the heading of that one of the facts which somebody may
// have meant by a heading nobody knows, "" when nothing is close.
func nearestHeading(s *evaluate.Schema, heading string, facts []int) string {
	for _, i := range facts {
		f := &s.Facts[i]
		for _, name := range append([]string{f.Heading}, f.Aliases...) {
			if near(heading, name) {
				return f.Heading
			}
		}
	}
	return ""
}

// isUnread recognises columns that carry no fact.
func isUnread(heading string) bool { return isOneOf(heading, unreadHeadings()) }

// isOneOf compares a text with words as headings are compared.
func isOneOf(s string, words []string) bool {
	key := fold(s)
	return slices.ContainsFunc(words, func(w string) bool { return fold(w) == key })
}
