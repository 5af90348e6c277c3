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
			r.in.Shown, r.written = shownIn(rows)
		}
		return
	}
}

// shownIn gathers the decisions of a data sheet, nil where it lacks a column or ends
// before its end, and the cells it keeps, by folded heading.
func shownIn(rows *libraryRows) (decisions map[evaluate.Kind]map[string]string, written map[evaluate.Kind]map[string]map[string]string) {
	_, heads, ok := rows.Next()
	kept := shownColumns(heads)
	kind, id, decided := slices.Index(heads, "kind"), slices.Index(heads, "id"), slices.Index(heads, "decided")
	if !ok || kind < 0 || id < 0 || decided < 0 {
		return nil, nil
	}
	decisions, written = map[evaluate.Kind]map[string]string{}, map[evaluate.Kind]map[string]map[string]string{}
	for {
		_, cells, ok := rows.Next()
		if !ok {
			break
		}
		k, who := evaluate.Kind(cellAt(cells, kind)), strings.ToLower(cellAt(cells, id))
		if decisions[k] == nil {
			decisions[k], written[k] = map[string]string{}, map[string]map[string]string{}
		}
		decisions[k][who] = strings.Clone(cellAt(cells, decided))
		shown := make(map[string]string, len(kept))
		for column, heading := range kept {
			shown[heading] = strings.Clone(cellAt(cells, column))
		}
		written[k][who] = shown
	}
	if rows.Err() != nil {
		return nil, nil
	}
	return decisions, written
}
