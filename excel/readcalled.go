package excel

import "github.com/xeploai/xeploai/evaluate"

// A workbook that is only asked who there is also tells which name the organizations,
// units and collectives had that its people are placed in by code.

// readCalled notes the names on a sheet of them. Nothing there is a fault: it was
// written for another purpose.
func (r *reader) readCalled(d dataSheet) {
	s := d.head.schema
	code, name := s.ByRole(evaluate.RoleBranchCode), s.ByRole(evaluate.RoleName)
	if s.Kind == evaluate.Member || holdsPost(s.Kind) || isListKind(s.Kind) || code < 0 || name < 0 {
		return
	}
	codes, names := d.head.column(code), d.head.column(name)
	if codes < 0 || names < 0 {
		return
	}
	for {
		number, cells, ok := d.rows.Next()
		if !ok {
			return
		}
		if of, is := tidy(cellAt(cells, codes)), tidy(cellAt(cells, names)); number >= d.head.first && of != "" && is != "" {
			if r.in.Called[s.Kind] == nil {
				r.in.Called[s.Kind] = map[string]string{}
			}
			r.in.Called[s.Kind][of] = is
		}
	}
}
