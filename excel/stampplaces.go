package excel

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// rosterKey is the entry of the stamp that sums up whom a template lists.
const rosterKey = "roster"

// orgKey is the entry that says whose report the workbook is.
const orgKey = "org"

// placed is what one place of the stamp says.
type placed struct {
	at    evaluate.Origin
	pairs map[string]string
}

// stampedProps reads the stamp from the custom properties.
func (r *reader) stampedProps() placed {
	out := placed{r.at, map[string]string{}}
	props, err := r.book.file.GetCustomProps()
	if err != nil {
		return out
	}
	for _, p := range props {
		if key, ours := strings.CutPrefix(p.Name, stampPrefix); ours {
			out.pairs[key] = tidy(fmt.Sprint(p.Value))
		}
	}
	return out
}

// stampedSheet reads the stamp from its own sheet.
func (r *reader) stampedSheet() placed {
	out := placed{r.at, map[string]string{}}
	for _, s := range r.book.sheets {
		if tidy(s.name) != sheetStamp || s.scan.fault != noFault {
			continue
		}
		rows, err := r.peek(s)
		if err != nil {
			r.add(readFailure(err, evaluate.Origin{File: r.at.File, Sheet: s.name}))
			break
		}
		for _, row := range rows.rows {
			out.pairs[tidy(row.cell(0))] = tidy(row.cell(1))
		}
	}
	return out
}

// stampedRows reads the stamps of the data sheets, in order.
func (r *reader) stampedRows() []placed {
	var out []placed
	for _, s := range r.book.sheets {
		at := evaluate.Origin{File: r.at.File, Sheet: s.name}
		if _, over := r.tooMuch(s.scan, at); over || s.scan.fault != noFault || isOwnSheet(s.name) {
			continue
		}
		rows, err := r.peek(s)
		if err != nil {
			continue // told when the sheet is read for its facts
		}
		for _, row := range rows.rows {
			if p := stampedRow(row); p != nil {
				at.Cell = cellName(1, row.number)
				out = append(out, placed{at, p})
				break
			}
		}
	}
	return out
}

// stampedRow is the stamp behind the subject kind in a stamp row, nil for none.
func stampedRow(row rawRow) map[string]string {
	for _, c := range row.cells {
		if !strings.HasPrefix(c, stampMark+kindStamp) {
			continue
		}
		_, line, ok := strings.Cut(c, stampOpens)
		values, err := url.ParseQuery(line)
		if !ok || err != nil {
			return nil
		}
		out := map[string]string{}
		for key := range values {
			out[key] = tidy(values.Get(key))
		}
		return out
	}
	return nil
}

// vote settles what the stamp says. A data sheet of another organization is that one's report
// and is left to it; one that differs from the workbook it stands in, or from another data
// sheet, in anything else came from elsewhere: either refuses the workbook. Where the two
// places of the workbook itself differ, the data sheets decide, and it is told; without them
// nobody can. Where nothing but the sum of the writing differs, the template of one branch was
// written twice, and the first data sheet is followed.
func (r *reader) vote(props, sheet placed, rows []placed) map[string]string {
	out, strange := map[string]string{}, map[string]bool{}
	if len(rows) > 0 {
		rows = r.leaveOthers(props, sheet, rows)
		maps.Copy(out, rows[0].pairs)
		for _, other := range rows[1:] {
			keys := differing(out, other.pairs)
			r.differs(other.at, keys...)
			for _, key := range keys {
				strange[key] = true
			}
		}
	}
	for _, key := range union(props.pairs, sheet.pairs) {
		p, inProps := props.pairs[key]
		h, onSheet := sheet.pairs[key]
		d, inRows := out[key]
		switch {
		case strange[key]:
		case inProps && onSheet && p != h && inRows && (d == p || d == h):
			r.add(problemStampOutvoted(r.at, key))
		case inProps && onSheet && p != h:
			r.differs(r.at, key)
		case inRows && (inProps && p != d || onSheet && h != d):
			r.differs(rows[0].at, key)
		case !inRows && inProps:
			out[key] = p
		case !inRows:
			out[key] = h
		}
	}
	return out
}

// leaveOthers leaves out the data sheets of other organizations than the workbook's, which is
// that of the workbook's own places where a data sheet agrees, else that of the first.
func (r *reader) leaveOthers(props, sheet placed, rows []placed) []placed {
	own := rows[0].pairs[orgKey]
	for _, p := range []placed{sheet, props} {
		if org := p.pairs[orgKey]; org != "" && slices.ContainsFunc(rows, func(row placed) bool { return row.pairs[orgKey] == org }) {
			own = org
		}
	}
	var kept []placed
	for _, row := range rows {
		org := row.pairs[orgKey]
		if own == "" || org == "" || org == own {
			kept = append(kept, row)
			continue
		}
		if r.others == nil {
			r.others = map[string]string{}
		}
		r.others[row.at.Sheet] = org
		name := ""
		if r.spec.OrgName != nil {
			name = r.spec.OrgName(org)
		}
		r.add(problemSheetOfOther(evaluate.Origin{File: row.at.File, Sheet: row.at.Sheet}, org, name, own))
	}
	return kept
}

// differs tells in what two places of the stamp differ: where that is the sum of the writing
// alone it may be that sheets of two writings of one template were put together, and nothing
// is lost.
func (r *reader) differs(at evaluate.Origin, keys ...string) {
	var words []string
	for _, key := range keys {
		if key != rosterKey {
			words = append(words, stampWord(key))
		}
	}
	switch {
	case len(words) > 0:
		slices.Sort(words)
		r.add(problemStampDiffers(at, slices.Compact(words)))
	case len(keys) > 0:
		r.add(warningWrittenTwice(at))
	}
}

// differing lists the keys, in order, that both have and say otherwise.
func differing(a, b map[string]string) []string {
	return slices.DeleteFunc(union(a, b), func(key string) bool {
		x, in := a[key]
		y, too := b[key]
		return !in || !too || x == y
	})
}

// union lists the keys of both, in order.
func union(a, b map[string]string) []string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}
