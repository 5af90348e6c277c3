package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// readShown reads off the data sheet of a result workbook which decisions stood
// when it was written. A sheet that cannot be read whole tells nothing: nobody
// types in it.
func (r *reader) readShown() {
	if r.in.Stamp.Kind != ResultBook {
		return
	}
	for _, s := range r.book.sheets {
		if tidy(s.name) != sheetData || s.scan.fault != noFault {
			continue
		}
		if _, over := r.tooMuch(s.scan, evaluate.Origin{File: r.at.File, Sheet: s.name}); over {
			return
		}
		if rows, err := r.book.rows(s); err == nil {
			r.open = append(r.open, rows)
			r.in.Shown = shownIn(rows)
		}
		return
	}
}

// shownIn gathers the decisions of a data sheet, nil where it lacks a column or ends
// before its end.
func shownIn(rows *libraryRows) map[evaluate.Kind]map[string]string {
	_, heads, ok := rows.Next()
	kind, id, decided := slices.Index(heads, "kind"), slices.Index(heads, "id"), slices.Index(heads, "decided")
	if !ok || kind < 0 || id < 0 || decided < 0 {
		return nil
	}
	out := map[evaluate.Kind]map[string]string{}
	for {
		_, cells, ok := rows.Next()
		if !ok {
			break
		}
		cell := func(i int) string {
			if i < len(cells) {
				return cells[i]
			}
			return ""
		}
		k := evaluate.Kind(cell(kind))
		if out[k] == nil {
			out[k] = map[string]string{}
		}
		out[k][strings.ToLower(cell(id))] = cell(decided)
	}
	if rows.Err() != nil {
		return nil
	}
	return out
}
