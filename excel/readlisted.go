package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// readListed reads whom a template of ours lists, for the record, as no longer in the
// branch. Only the template as it was written says so for certain: nobody types there,
// and a report's own words stand in its table.
func (r *reader) readListed() {
	schema := r.spec.Vocabulary.Schema(evaluate.Member)
	if !r.spec.Listed || schema == nil || r.in.Left != nil {
		return
	}
	i := slices.IndexFunc(r.book.sheets, func(s bookSheet) bool { return tidy(s.name) == sheetLeft })
	if i < 0 || r.book.sheets[i].scan.fault != noFault {
		return
	}
	rows, err := r.book.rows(r.book.sheets[i])
	if err != nil {
		return
	}
	r.open = append(r.open, rows)
	facts := listedFacts(schema)
	for head := true; ; {
		number, cells, ok := rows.Next()
		switch {
		case !ok:
			return
		case head:
			head = cellAt(cells, 1) != leftHeadings()[0]
			continue
		case tidy(cellAt(cells, 1)) == "":
			continue
		}
		if r.in.Left == nil {
			r.in.Left = evaluate.NewFrame(schema)
			r.in.Left.AddSource(listedSheet(schema, facts, evaluate.Origin{File: r.at.File, Sheet: r.book.sheets[i].name}))
		}
		row := r.in.Left.Append(evaluate.Place{Row: int32(number)})
		for k, fact := range facts {
			if v := tidy(cellAt(cells, k+1)); fact >= 0 && v != "" {
				r.in.Left.SetText(row, fact, strings.Clone(v))
			}
		}
		r.in.LeftAs = append(r.in.LeftAs, strings.Clone(tidy(cellAt(cells, len(facts)+1))))
	}
}

// listedFacts are the facts of the list's columns, from the second on; -1 for none.
func listedFacts(s *evaluate.Schema) []int {
	var out []int
	for _, role := range []evaluate.Role{evaluate.RoleName, evaluate.RoleIdentity, evaluate.RoleCard} {
		out = append(out, s.ByRole(role))
	}
	return out
}

// listedSheet tells where the list says who somebody is, and in what state.
func listedSheet(s *evaluate.Schema, facts []int, at evaluate.Origin) evaluate.SourceSheet {
	sheet := evaluate.SourceSheet{File: at.File, Sheet: at.Sheet, Columns: make([]int32, len(s.Facts))}
	if status, ok := s.Index(factActivityStatus); ok {
		facts = append(slices.Clone(facts), status)
	}
	for i, fact := range facts {
		if fact >= 0 {
			sheet.Columns[fact] = int32(i + 2)
		}
	}
	return sheet
}
