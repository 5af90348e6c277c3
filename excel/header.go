package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// headerDepth is how many filled rows are searched for headings.
const headerDepth = 60

// rawRow is one row as stored.
type rawRow struct {
	number int
	cells  []string
}

func (r rawRow) cell(i int) string {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// header says what the columns of a data sheet are. Columns are found by the
// hidden stamp row, then by heading or alias, never by position.
type header struct {
	schema   *evaluate.Schema
	facts    []int    // by column, 0-based: fact position, -1 for none
	headings []string // by column, as written
	over     []string // by column: what is joined over it and others, as written
	row      int      // row of the headings, for problems about columns
	first    int      // first row that may hold data
	stamped  bool
	matched  int
	clashes  []headerClash
	gone     map[int]bool // columns stamped with a fact that is no longer asked for
	unclear  bool         // the stamps fit several kinds equally well
	again    map[int]int  // columns without a stamp under the heading of a stamped fact → fact
	beside   map[int]int  // the column of men → that of women, of when people were born
	given    int          // column of given names, on the right of that of the rest; 0 for none
}

// headerClash is a column whose heading does not say one thing.
type headerClash struct {
	column int
	could  []int // candidates of an ambiguous heading
	fact   int   // of a stamped column under another fact's heading
}

// column returns the 0-based column of a fact, -1 when it has none.
func (h *header) column(fact int) int {
	for c, f := range h.facts {
		if f == fact {
			return c
		}
	}
	return -1
}

// clash tells whether a column's heading may mean several facts.
func (h *header) clash(column int) bool {
	return slices.ContainsFunc(h.clashes, func(c headerClash) bool { return c.column == column && c.fact < 0 })
}

// repeats is the fact whose stamped column stands elsewhere under the same
// heading, -1 for none.
func (h *header) repeats(column int) int {
	if f, ok := h.again[column]; ok {
		return f
	}
	return -1
}

// isBeside tells whether a column is the second of the two of when people were born,
// or of their names.
func (h *header) isBeside(column int) bool {
	for _, c := range h.beside {
		if c == column {
			return true
		}
	}
	return h.given > 0 && column == h.given
}

func (h *header) has(role evaluate.Role) bool {
	i := h.schema.ByRole(role)
	return i >= 0 && h.column(i) >= 0
}

// names tells whether the columns can name a subject.
func (h *header) names() bool {
	for _, r := range []evaluate.Role{evaluate.RoleName, evaluate.RoleBranchCode, evaluate.RoleIdentity, evaluate.RoleCard} {
		if h.has(r) {
			return true
		}
	}
	return false
}

// findHeader looks for the headings among the first rows of a sheet, for the
// kind they fit best; nil when there are none of at least so many.
func findHeader(rows []rawRow, merges []gridArea, schemas []*headingIndex, least int) *header {
	for i := range rows {
		if h := stampHeader(rows, i, merges, schemas); h != nil {
			return h
		}
	}
	var best *header
	for i := range rows {
		for _, ix := range schemas {
			single := ix.headings(rawRow{}, rows[i], nil)
			if better(single, best) {
				best = single
			}
			if i+1 >= len(rows) || rows[i+1].number != rows[i].number+1 {
				continue
			}
			double := ix.headings(rows[i], rows[i+1], merges)
			if better(double, best) || best == single && double.matched == single.matched && hasGroups(rows[i], merges) {
				best = double
			}
		}
	}
	if best == nil || best.matched < least {
		return nil
	}
	for _, r := range rows {
		if r.number == best.first && isNumbering(r) {
			best.first++
		}
	}
	return best
}

// hasGroups tells whether a row has cells merged over several columns.
func hasGroups(r rawRow, merges []gridArea) bool {
	return slices.ContainsFunc(merges, func(m gridArea) bool {
		return int(m.from.row) == r.number && m.from.col != m.to.col
	})
}

func better(h, best *header) bool {
	return h.names() && (best == nil || h.matched > best.matched)
}

// stampHeader reads row i as the hidden stamp row; nil when it is none.
func stampHeader(rows []rawRow, i int, merges []gridArea, schemas []*headingIndex) *header {
	marks := 0
	for _, c := range rows[i].cells {
		if strings.HasPrefix(c, stampMark) {
			marks++
		}
	}
	if marks < 2 {
		return nil
	}
	var best *header
	kind := stampedKind(rows[i])
	for _, ix := range schemas {
		if kind != "" && ix.schema.Kind != kind {
			continue
		}
		h := &header{schema: ix.schema, stamped: true, facts: make([]int, len(rows[i].cells)), row: rows[i].number, gone: map[int]bool{}}
		for c, s := range rows[i].cells {
			h.facts[c] = -1
			if id, ok := strings.CutPrefix(tidy(s), stampMark); ok {
				if f, ok := ix.schema.Index(evaluate.FactID(id)); ok {
					h.facts[c] = f
					h.matched++
				} else if !strings.HasPrefix(id, kindStamp) {
					h.gone[c] = true
				}
			}
		}
		switch {
		case h.matched < 2 || best != nil && h.matched < best.matched:
		case best != nil && h.matched == best.matched:
			best.unclear = true
		default:
			best = h
		}
	}
	if best != nil {
		for _, ix := range schemas {
			if ix.schema == best.schema {
				best.underStamp(rows[i+1:], merges, ix)
			}
		}
	}
	return best
}

// stampedKind is the subject kind a stamp row names, "" for none.
func stampedKind(r rawRow) evaluate.Kind {
	for _, c := range r.cells {
		if kind, ok := strings.CutPrefix(tidy(c), stampMark+kindStamp); ok {
			kind, _, _ = strings.Cut(kind, stampOpens)
			return evaluate.Kind(kind)
		}
	}
	return ""
}

// underStamp takes the heading rows below a stamp row: they end where the first
// row comes that does not read like headings. Columns without a stamp may still
// be known by heading.
func (h *header) underStamp(rows []rawRow, merges []gridArea, ix *headingIndex) {
	h.first = h.row + 1
	var group, last rawRow
	called := h.calledBy(rows, ix)
	for i, r := range rows {
		if i > called && (i >= underStampDepth || r.number > h.first+1 || !ix.isHeading(r) && !isNumbering(r)) {
			break
		}
		h.first = r.number + 1
		if !isNumbering(r) {
			group, last = last, r
		}
	}
	if last.number == 0 {
		h.headings = make([]string, len(h.facts))
		return
	}
	h.row = last.number
	read := ix.headings(group, last, merges)
	h.headings, h.over = read.headings, read.over
	for len(h.facts) < len(h.headings) {
		h.facts = append(h.facts, -1)
	}
	for len(h.headings) < len(h.facts) {
		h.headings = append(h.headings, "")
	}
	h.joinNames(read)
	for _, c := range read.clashes {
		if h.facts[c.column] < 0 {
			h.clashes = append(h.clashes, c)
		}
	}
	for c, f := range read.facts {
		switch {
		case f < 0 || h.facts[c] == f:
		case h.facts[c] < 0 && h.column(f) < 0:
			h.facts[c] = f
		case h.facts[c] < 0 && !h.gone[c]:
			if h.again == nil {
				h.again = map[int]int{}
			}
			h.again[c] = f
		case h.facts[c] >= 0 && !ix.calls(h.facts[c], h.headings[c]):
			h.clashes = append(h.clashes, headerClash{column: c, fact: h.facts[c]})
		}
	}
}

// underStampDepth is how many rows below the stamp row are searched for headings.
const underStampDepth = 4

// calledBy is the row that calls most stamped columns by their facts' names, -1
// when none does: whatever stands above it is heading too, such as the groups
// of a result sheet, most of whose columns are no facts.
func (h *header) calledBy(rows []rawRow, ix *headingIndex) int {
	found := -1
	for i, r := range rows {
		if i >= underStampDepth {
			break
		}
		named, stamped := 0, 0
		for c, f := range h.facts {
			if f < 0 {
				continue
			}
			stamped++
			if c < len(r.cells) && ix.calls(f, tidy(r.cells[c])) {
				named++
			}
		}
		if 2*named > stamped {
			found = i
		}
	}
	return found
}

// isNumbering recognises the row of column numbers under printed headings.
func isNumbering(r rawRow) bool {
	n := 0
	for _, c := range r.cells {
		c = strings.Trim(tidy(c), "()")
		if c == "" {
			continue
		}
		v, ok := digits([]byte(c))
		if !ok || n > 0 && int(v) != n+1 || n == 0 && v != 1 {
			return false
		}
		n = int(v)
	}
	return n >= 3
}
