package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// readShown reads off the data sheet of a result workbook what stood when it was
// written: the decisions, and the cells of its lists that show grades. A sheet that cannot
// be read whole tells nothing: nobody types in it.
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
			r.in.Shown = r.shownIn(rows)
		}
		return
	}
}

// shownIn gathers the decisions of a data sheet, nil where it lacks a column or ends
// before its end, and the cells it keeps.
func (r *reader) shownIn(rows *libraryRows) map[evaluate.Kind]map[string]string {
	_, heads, ok := rows.Next()
	kind, id, decided := slices.Index(heads, "kind"), slices.Index(heads, "id"), slices.Index(heads, "decided")
	if !ok || kind < 0 || id < 0 || decided < 0 {
		return nil
	}
	out, kept := map[evaluate.Kind]map[string]string{}, writtenCells{columns: shownColumns(heads), rows: map[evaluate.Kind]map[string][]string{}}
	for {
		_, cells, ok := rows.Next()
		if !ok {
			break
		}
		k, who := evaluate.Kind(cellAt(cells, kind)), strings.ToLower(cellAt(cells, id))
		if out[k] == nil {
			out[k], kept.rows[k] = map[string]string{}, map[string][]string{}
		}
		out[k][who] = cellAt(cells, decided)
		if len(kept.columns) > 0 {
			kept.rows[k][who] = slices.Clone(cells)
		}
	}
	if rows.Err() != nil {
		return nil
	}
	r.written = kept
	return out
}
