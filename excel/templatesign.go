package excel

// Heights of the signature lines under a data sheet.
const (
	signingRoom  = 44.0
	signedHeight = plainHeight + 3*(formSize*lineSpace+2) + signingRoom
)

// signed puts the signature lines under a data sheet, over the columns of the
// page that is printed last: who filled it in on the left, who answers for it on
// the right. A hidden row tells the reader that the table has ended.
func (p *page) signed(right string, lead int) {
	p.keep()
	p.writeHidden([]any{stampMark + endStamp})
	first, middle, last := p.layout.signingColumns(lead)
	put := func(a, b string, height float64, l look) {
		l.size, l.align = formSize, "center"
		cells := make([]any, middle)
		if first < middle {
			cells[first-1] = p.cell(text(a), l)
			p.merge(first, p.row, middle-1, p.row)
		}
		cells[middle-1] = p.cell(text(b), l)
		p.merge(middle, p.row, last, p.row)
		p.write(height, cells)
	}
	line := formSize*lineSpace + 2
	p.keep()
	p.write(plainHeight, nil)
	p.keep()
	signs := middle
	for middle > first && wrappedLines(labelBlankDate, p.span(middle, last)*dateRoom*tableSize/formSize) > 1 {
		middle-- // on a narrow sheet it is wider than the column that is signed in
	}
	put("", labelBlankDate, line, look{italic: true})
	middle = signs
	p.keep()
	put(labelReporter, right, line, look{bold: true})
	p.keep()
	put(labelSign, labelSign, line, look{italic: true})
	put("", "", signingRoom, look{})
}

// dateRoom is how much less room the date needs than words of as many letters.
const dateRoom = 1.14

// signingColumns are the columns of the page printed last: where the left
// signature begins, where the right one does, and the last. Without room for two
// first and middle are one.
func (l *layout) signingColumns(lead int) (first, middle, last int) {
	first, last = 1, l.printed()
	if n := len(l.breaks); n > 0 {
		first = l.breaks[n-1]
	}
	room := 0.0
	for _, w := range l.widths[first-1 : last] {
		room += w
	}
	middle = first
	// The right one begins where the halves are most alike: each needs room for a date.
	for left := 0.0; middle < last && (middle == first || left+l.widths[middle-1]/2 < room/2); middle++ {
		left += l.widths[middle-1]
	}
	if len(l.breaks) == 0 {
		middle = min(max(middle, lead+1), last)
	}
	return first, middle, last
}
