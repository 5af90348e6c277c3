package excel

import (
	"cmp"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// tellComments tells of comments that the sender wrote on the cells of a sheet: nobody
// else reads them, and one may say what no cell does. Those of a marked copy are ours.
func (r *reader) tellComments(sheet string) {
	if r.spec.People || r.in.Stamp.Kind == RosterBook || r.others[sheet] != "" || isOwnSheet(sheet) && tidy(sheet) != sheetCover {
		return
	}
	comments, err := r.book.file.GetComments(sheet)
	if err != nil || len(comments) == 0 {
		return // what cannot be read is shown by no program
	}
	var cells []gridCell
	leaving := false
	for _, c := range comments {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		at, ok := parseCell([]byte(c.Cell))
		if ok && c.Author != toolName && noteKey(text) != "" && !r.ownNotes()[noteKey(text)] {
			cells = append(cells, at)
			_, said := tellsOfLeaving(text)
			leaving = leaving || said
		}
	}
	slices.SortFunc(cells, func(a, b gridCell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	var runs cellRuns
	for _, at := range cells {
		runs.add(at)
	}
	if runs.count > 0 {
		p := noteComments(evaluate.Origin{File: r.at.File, Sheet: sheet, Cell: runs.first().String()}, runs.count, leaving)
		p.Cells = runs.names()
		r.add(p)
	}
}

// ownNotes are the texts that an earlier marking put on cells: programs that save the
// copy may forget who wrote them.
func (r *reader) ownNotes() map[string]bool {
	if r.noted != nil {
		return r.noted
	}
	r.noted = map[string]bool{}
	for _, s := range r.book.sheets {
		if tidy(s.name) != sheetMarks || s.scan.fault != noFault {
			continue
		}
		rows, err := r.book.rows(s)
		if err != nil {
			continue
		}
		r.open = append(r.open, rows)
		for _, cells, ok := rows.Next(); ok; _, cells, ok = rows.Next() {
			if text := noteKey(cellAt(cells, 4)); text != "" {
				r.noted[text] = true
			}
		}
	}
	return r.noted
}
