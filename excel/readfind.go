package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// dataSheet is a sheet with headings, ready to be read.
type dataSheet struct {
	sheet bookSheet
	head  *header
	rows  *replay
	where evaluate.Origin // the sheet as a whole
}

// schemas are the kinds whose headings are looked for.
func (r *reader) schemas() []*headingIndex {
	h := r.spec.Headings
	if h == nil {
		h = NewHeadings(r.spec.Vocabulary)
	}
	switch r.in.Stamp.Kind {
	case OrgListBook:
		return h.lists
	case "":
		return slices.Concat(h.kinds(), h.lists)
	}
	return h.kinds()
}

// listIndexes are the kinds of the organization list.
func listIndexes() []*headingIndex {
	var out []*headingIndex
	for _, s := range listSchemas() {
		out = append(out, newHeadingIndex(s))
	}
	return out
}

// dataSheets finds the sheets with headings. Sheets of ours that hold no facts
// are passed over; others without headings are said to be.
func (r *reader) dataSheets() []dataSheet {
	var out []dataSheet
	indexes := r.schemas()
	found := false
	for _, s := range r.book.sheets {
		at := evaluate.Origin{File: r.at.File, Sheet: s.name}
		if p, bad := sheetFault(s.scan, at); bad {
			r.add(p)
			found = true
			continue
		}
		if IsMarkSheet(s.name) {
			r.in.Marked = true
		}
		if tidy(s.name) == sheetUnmoved {
			r.judgeUnmoved(s, at)
		}
		if isMinutes(s.name) && r.in.Stamp.Version > 0 {
			r.judgeMinutes(s, at)
		}
		if isOwnSheet(s.name) || r.others[s.name] != "" {
			continue
		}
		if p, over := r.tooMuch(s.scan, at); over {
			r.add(p)
			found = true
			continue
		}
		rows, err := r.peek(s)
		if err != nil {
			r.add(readFailure(err, at))
			found = true
			continue
		}
		head := r.headerOf(s, rows.rows, indexes)
		switch {
		case head != nil && head.unclear && kindSheet(head.schema.Kind) != tidy(s.name):
			r.leaveSheet(dataSheet{s, head, rows, at})
			found = true
		case head != nil && r.isAlien(head, s.name):
			r.add(problemAlienSheet(at, kindSheet(head.schema.Kind)))
		case head != nil:
			out = append(out, dataSheet{s, head, rows, at})
			found = true
		case r.mustHold(s.name):
			r.add(problemNoHeader(at))
			found = true
		case s.scan.filled > 0 && r.in.Stamp.Kind != ResultBook && !r.spec.People:
			if r.isHidden(s.name) {
				r.bareSheets = append(r.bareSheets, at)
			} else {
				r.add(problemSkippedSheet(at))
			}
			if r.isEarlier() {
				r.leaveCells(dataSheet{s, &header{}, rows, at})
			}
		}
	}
	if !found && !r.namesNobody() {
		r.add(problemNoHeader(r.at))
	}
	return out
}

// namesNobody tells whether a workbook is the results of an organization that has nobody to
// grade: it was made without a sheet of any kind.
func (r *reader) namesNobody() bool {
	return r.in.Stamp.Kind == ResultBook && r.in.Stamp.Version == TemplateVersion && len(r.in.Stamp.Sheets) == 0
}

// isAlien tells whether a sheet of a report would be that of a kind which its template has
// no sheet of, and neither its stamps nor its name says so: a table of the sender's own.
func (r *reader) isAlien(head *header, name string) bool {
	s := &r.in.Stamp
	return s.Version == TemplateVersion && s.Kind.Reports() && len(s.Sheets) > 0 && !r.spec.People && !head.stamped &&
		kindSheet(head.schema.Kind) != tidy(name) && !slices.Contains(s.Sheets, head.schema.Kind)
}

// tellBare tells of hidden sheets without headings. Those of an export of the national
// database are the lists that its own cells choose from.
func (r *reader) tellBare() {
	if r.in.Stamp.Kind == RosterBook {
		return
	}
	for _, at := range r.bareSheets {
		r.add(problemSkippedSheet(at))
	}
}

// leastHeadings is how many headings make a row of them.
func (r *reader) leastHeadings() int {
	if r.spec.People {
		return 2
	}
	return fewestHeadings
}

// peek reads the first filled rows of a sheet; the reader it returns begins with
// them again. A sheet that was read to its end at once is judged at once.
func (r *reader) peek(s bookSheet) (*replay, error) {
	if known, ok := r.peeked[s.name]; ok {
		return known, nil
	}
	rows, err := r.book.rows(s)
	if err != nil {
		return nil, err
	}
	r.open = append(r.open, rows)
	first := &replay{rest: rows}
	r.peeked[s.name] = first
	for len(first.rows) < headerDepth {
		n, cells, ok := rows.Next()
		if !ok {
			return first, rows.Err()
		}
		first.rows = append(first.rows, rawRow{n, cells})
	}
	return first, nil
}
