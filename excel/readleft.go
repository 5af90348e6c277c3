package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// leaveSheet refuses a sheet of which nobody can say whom it is about, and keeps
// what it holds, column by column, for whoever moves it to the present template.
func (r *reader) leaveSheet(d dataSheet) {
	columns, rows := r.leaveCells(d)
	at := d.where
	at.Cell = cellName(1, d.head.row)
	r.add(problemKindUnclear(at, columns, rows))
	r.in.Lossy = r.in.Lossy || r.isEarlier()
}

// leaveCells keeps every value of a sheet that is not read as one that has no
// place, and tells which columns hold any and in how many rows.
func (r *reader) leaveCells(d dataSheet) (columns []string, rows int) {
	var filled []int
	name := d.head.nameColumn()
	for {
		number, cells, ok := d.rows.Next()
		if !ok {
			break
		}
		if number < d.head.first || len(cells) > 0 && strings.HasPrefix(cells[0], stampMark) || isSigning(cells) {
			continue
		}
		any := false
		for c, raw := range cells {
			if !hasContent(raw) || isUnread(d.head.heading(c)) {
				continue
			}
			any = true
			if !slices.Contains(filled, c) {
				filled = append(filled, c)
			}
			if !r.isEarlier() {
				continue
			}
			u := Unmoved{Sheet: d.where.Sheet, Cell: cellName(c+1, number), Heading: d.head.heading(c), Value: strings.Clone(raw)}
			if name >= 0 && name < len(cells) {
				u.Name = tidy(cells[name])
			}
			r.in.Unmoved = append(r.in.Unmoved, u)
		}
		if any {
			rows++
		}
	}
	if err := d.rows.Err(); err != nil {
		r.add(readFailure(err, d.where))
	}
	slices.Sort(filled)
	for _, c := range filled {
		columns = append(columns, strings.TrimSpace(clip(d.head.heading(c), quoteLimit)+" ("+cellName(c+1, d.head.row)+")"))
	}
	return columns, rows
}

// nameColumn is the column that says whom a row is about, -1 for none.
func (h *header) nameColumn() int {
	if h.schema == nil {
		return -1
	}
	if i := h.schema.ByRole(evaluate.RoleName); i >= 0 {
		return h.column(i)
	}
	return -1
}
