package excel

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Room for subjects a sheet with known ones does not know yet: fewestSpare rows
// where they need no page of their own, and on to the end of the page at most
// mostSpare, for paper is the branch's record and no ruled pad.
const (
	fewestSpare = 3
	mostSpare   = 8
)

// filling is how many rows a sheet has, and how it prints.
type filling struct {
	rows  int
	pages int
	// signed is the first row of the table, 0-based, that stands on the page of the
	// signatures at the latest.
	signed int
	// apart tells that the rows from there on stand on a page of their own: of several
	// parts that the one printed last has and the others do not.
	apart bool
}

// signedRows are how many known subjects stand above the signatures at least, of two
// the last: all rows together may need more than a page.
const signedRows = 2

// templateRows settles the rows of a sheet. Empty ones go on to the end of a page
// and not over it, unless they were asked for without anybody known.
func (l *layout) templateRows(s TemplateSheet, cols []column, facts []int, note float64) filling {
	known := 0
	if s.Prefill != nil {
		known = s.Prefill.Len()
	}
	heights := make([]float64, known)
	for r := range heights {
		heights[r] = l.templateHeight(templateRow(s, facts, make([]int, len(cols)), r))
	}
	groups, heads := headingHeights(cols)
	title, repeated, empty := templateTitleHeight-templateNoteHeight+note+groups+heads, groups+heads, l.templateHeight(nil)
	fill := func(rows int) filling {
		for len(heights) < rows {
			heights = append(heights, empty)
		}
		table := l.pagesOf(title, repeated, heights)
		out := filling{rows: rows, pages: table * (len(l.breaks) + 1), signed: max(cmp.Or(known, rows)-signedRows, min(known-1, 1), 0)}
		switch over := l.pagesOf(title, repeated, append(slices.Clone(heights), signedHeight)) > table; {
		case l.flows:
			out.pages++
			out.signed, out.apart = l.lastPage(repeated, heights, known), true
		case over:
			out.pages++
			out.apart = len(l.breaks) > 0 && rows > signedRows
		}
		return out
	}
	if s.Rows <= max(known, 1) {
		return fill(max(known, 1))
	}
	if known == 0 {
		rows, _ := l.rowsWithin(title, repeated, signedHeight, nil, s.Rows, s.Rows+mostSpare, empty)
		return fill(rows)
	}
	most := min(mostSpare, s.Rows-known)
	if l.flows {
		return fill(known + min(fewestSpare, most))
	}
	for n := min(max(fewestSpare, known/10), fewestSpare+mostSpare/2, s.Rows-known); n > 0; n-- {
		if rows, over := l.rowsWithin(title, repeated, signedHeight, heights, n, most, empty); !over {
			return fill(rows)
		}
	}
	// The signatures have a page of their own: what is empty goes there with the last
	// known rows, and must leave room.
	most = min(fewestSpare, most)
	if rows, _ := l.rowsWithin(title, repeated, 0, heights, 0, most, empty); rows > known {
		return fill(rows)
	}
	return fill(known + most)
}

// lastPage is the row from which on a table whose pages programs divide stands on a
// page with its signatures: as many rows as it holds when programs have raised them.
func (l *layout) lastPage(repeated float64, heights []float64, known int) int {
	raised := fitSized(inputSize, l.widths, choiceLines, nil)
	room := l.pageHeight() - repeated - signedHeight - raised*float64(len(heights)-known)
	from := known
	for from > 1 {
		room -= max(heights[from-1], raised)
		if room < 0 && from <= known-signedRows {
			break
		}
		from--
	}
	return from
}

// templateHeight is the height of a row: with room for a choice of two lines, or
// in a long list that is hardly filled what it needs now.
func (l *layout) templateHeight(cells []any) float64 {
	if !l.flows {
		return fitSized(inputSize, l.widths, choiceLines, cells)
	}
	if h := fitSized(inputSize, l.widths, 1, cells); h > fitSized(inputSize, nil, 1, nil) {
		return h
	}
	return plainHeight
}

// longList is from how many known people on the sheet of a committee or the office
// is a long list: they know something of few of them.
const longList = 40

// flows tells whether a sheet is such a list. Its rows have the height of one line
// and no fixed one, so that programs raise them where a longer choice is picked and
// divide the pages themselves.
func (t *templateSheet) flows() bool {
	return t.spec.Stamp.Kind != BranchBook && t.Schema.Kind == evaluate.Member && prefilled(t.TemplateSheet) >= longList
}

// templateTitleHeight is the printed height of the title block above the headings.
const templateTitleHeight = coverGap + titleHeight + tableSize*lineSpace + templateNoteHeight

// templateNoteHeight is the height of its last line.
const templateNoteHeight = tableSize*lineSpace + 2

// grows tells whether a sheet has room for subjects we do not know: then rows may
// be inserted too, for paper gets no more empty ones than it needs.
func grows(s TemplateSheet) bool { return s.Rows > max(prefilled(&s), 1) }

// closing is the dress of a row: that of closed cells where somebody else fills
// them in.
func closing(s TemplateSheet, facts, dress, closed []int, r int) []int {
	if s.Closed == nil || s.Prefill == nil || r >= s.Prefill.Len() {
		return dress
	}
	out := slices.Clone(dress)
	for i, fact := range facts {
		if fact >= 0 && s.Closed(r, fact) {
			out[i] = closed[i]
		}
	}
	return out
}

// templateRow is the r-th subject's row, 0-based.
func templateRow(s TemplateSheet, facts, dress []int, r int) []any {
	cells := make([]any, len(facts))
	for i, fact := range facts {
		switch {
		case fact == -1:
			cells[i] = styled(r+1, dress[i])
		case fact == -2:
			cells[i] = totalCell(s, facts, dress[i], r)
		case s.LeftAs[r] != "" && s.Schema.Facts[fact].ID == factActivityStatus:
			cells[i] = styled(text(leavingLabel(s.LeftAs[r])), dress[i])
		case s.Prefill != nil && r < s.Prefill.Len():
			cells[i] = styled(factCell(s.Prefill, r, fact), dress[i])
		default:
			cells[i] = styled(nil, dress[i])
		}
	}
	return cells
}

// totalCell sums the points of a row. It counts for the eye alone and is never
// read back; the stored value is what the prefilled points add up to. Points
// written as text are graded but not summed: then it says so instead of a number
// that nobody will be graded by.
func totalCell(s TemplateSheet, facts []int, style, r int) excelize.Cell {
	var refs []string
	for i, fact := range facts {
		if fact >= 0 && slices.Contains(s.Total, fact) {
			refs = append(refs, cellName(i+1, dataRow+r))
		}
	}
	list := strings.Join(refs, ",")
	cell := excelize.Cell{StyleID: style, Value: "",
		Formula: "IF(COUNTA(" + list + ")>COUNT(" + list + ")," + quoteText(labelTextAmong) + ",IF(COUNT(" + list + `)=0,"",SUM(` + list + ")))"}
	if s.Prefill == nil || r >= s.Prefill.Len() {
		return cell
	}
	var sum evaluate.Num
	given := false
	for _, fact := range s.Total {
		if v := s.Prefill.Value(r, fact); v.Type() == evaluate.NumberFact {
			sum, given = sum.Add(v.Number()), true
		}
	}
	if given {
		cell.Value = numberCell(sum)
	}
	return cell
}
