package excel

import "slices"

// Pages are divided by us where it matters: programs divide at the row that no
// longer fits, even between a heading and its only row. Breaks go by estimated
// heights, so pages are filled a little less than they would hold.

// Size of A4 and margins. Points for the paper, inches for the margins, as the
// workbook wants them.
const (
	shortEdge, longEdge                              = 595.3, 841.9
	marginLeft, marginRight, marginTop, marginBottom = 0.5, 0.4, 0.5, 0.6
	pointsPerInch                                    = 72.0
)

const (
	// widthUnit is what Excel makes of a unit of column width, in points.
	widthUnit = 5.25
	// pageFill is how much of a page's height is used.
	pageFill = 0.985
	// plainHeight is a row's height where none is set.
	plainHeight = 15.0
	// hiddenHeight marks a row out of sight.
	hiddenHeight = -1.0
	// leastRows is the fewest rows that go over to another page.
	leastRows = 4
	// mostPages is where a sheet is left to the program: a sheet may have 1,026
	// breaks, and nobody turns so many pages.
	mostPages = 900
)

// measure notes the height of the row about to be written.
func (p *page) measure(height float64) {
	for len(p.heights) < p.row-1 {
		p.heights = append(p.heights, plainHeight)
	}
	switch {
	case height == hiddenHeight:
		height = 0
	case height <= 0:
		height = plainHeight
	}
	p.heights = append(p.heights[:p.row-1], float32(height))
}

// keep lets the row about to be written share a page with the one after it.
func (p *page) keep() { p.kept = append(p.kept, p.row) }

// keepOn lets the row just written share a page with the one after it.
func (p *page) keepOn() { p.kept = append(p.kept, p.row-1) }

// pageHeight is how many points of rows a page of the sheet holds.
func (l *layout) pageHeight() float64 {
	across, down := longEdge, shortEdge
	if l.portrait {
		across, down = down, across
	}
	scale := float64(l.scale) / 100
	if l.scale == 0 {
		units := 0.0
		for i, w := range l.widths {
			if !slices.Contains(l.hiddenCols, i+1) && i < len(l.widths)-l.unprinted {
				units += w
			}
		}
		scale = min(1, (across-(marginLeft+marginRight)*pointsPerInch)/(units*widthUnit))
	}
	return (down - (marginTop+marginBottom)*pointsPerInch) / scale * pageFill
}

// paginate sets the breaks of a sheet that is written, and what it prints.
func (p *page) paginate() {
	l := &p.layout
	if p.broken() || l.show != visible || l.area != "" {
		return
	}
	for row := 1; row < l.printFrom; row++ {
		p.heights[row-1] = 0
	}
	if len(l.breaks) > 0 {
		p.printBands()
	} else if l.printFrom > 1 || l.unprinted > 0 {
		p.book.printArea(p.name, absolute(1, max(l.printFrom, 1))+":"+absolute(len(l.widths)-l.unprinted, len(p.heights)))
	}
	heights := p.heights
	if l.signedFrom > 0 {
		heights = heights[:l.tableEnd] // what stands below is on a page of its own
	}
	breaks := pageStarts(heights, p.kept, l)
	if len(breaks) > mostPages || l.flows {
		breaks = l.rowBreaks
	}
	for _, row := range breaks {
		p.do(p.book.file.InsertPageBreak(p.name, cellName(1, row)))
	}
}

// printBands prints a table that is wider than the paper part by part: the first
// with the title above it, the others from the headings on, where the columns
// repeated on every page would cut the title.
func (p *page) printBands() {
	l := &p.layout
	ends := append(slices.Clone(l.breaks), l.printed()+1)
	from, top := 1, max(l.printFrom, 1)
	var parts []string
	for i, end := range ends {
		last := len(p.heights)
		if i < len(l.breaks) && l.tableEnd > 0 {
			last = l.tableEnd // what stands under the table is printed once
		}
		if i == len(l.breaks) && l.signedFrom > 0 {
			parts = append(parts, absolute(from, top)+":"+absolute(end-1, l.signedFrom-1))
			top = l.signedFrom
		}
		parts = append(parts, absolute(from, top)+":"+absolute(end-1, last))
		from, top = end, l.repeatFrom
	}
	p.book.printArea(p.name, parts...)
}

// pageStarts lists the rows that begin a new page.
func pageStarts(heights []float32, kept []int, l *layout) []int {
	room, repeated := l.pageHeight(), 0.0
	for row := l.repeatFrom; row > 0 && row <= min(l.repeatTo, len(heights)); row++ {
		repeated += float64(heights[row-1])
	}
	var starts []int
	first, used := 1, 0.0
	begin := func(row, upTo int) {
		starts = append(starts, row)
		first, used = row, 0
		if row > l.repeatTo {
			used = repeated
		}
		for r := row; r < upTo; r++ {
			used += float64(heights[r-1])
		}
	}
	for row := 1; row <= len(heights); row++ {
		h := float64(heights[row-1])
		switch {
		case slices.Contains(l.rowBreaks, row):
			begin(row, row)
		case used+h > room && row > first:
			begin(breakBefore(row, first, l.repeatTo, kept), row)
		}
		used += h
	}
	return evenEnd(starts, len(heights), l, kept)
}

// breakBefore is where to break so that the given row begins a new page or comes
// after those that must share a page with it.
func breakBefore(row, first, headings int, kept []int) int {
	at := row
	for at-1 > max(first, headings) && isKept(kept, at-1) {
		at--
	}
	if at-1 <= first || isKept(kept, at-1) {
		return row // nothing would stay on the page
	}
	return at
}

func isKept(kept []int, row int) bool {
	_, ok := slices.BinarySearch(kept, row)
	return ok
}

// evenEnd moves rows over to a last page that would hold fewer than the fewest.
func evenEnd(starts []int, rows int, l *layout, kept []int) []int {
	n := len(starts)
	if n == 0 || slices.Contains(l.rowBreaks, starts[n-1]) {
		return starts
	}
	before := l.repeatTo + 1
	if n > 1 {
		before = starts[n-2]
	}
	for at := starts[n-1] - 1; at > before+leastRows && rows-starts[n-1]+1 < leastRows; at-- {
		if !isKept(kept, at-1) {
			starts[n-1] = at
		}
	}
	return starts
}

// rowsToFill is how many rows a table to fill in gets: the known ones, with room
// for at least so many more, and on to the end of the page they end on. head is
// the height above the table, repeated that of the headings on later pages.
func (l *layout) rowsToFill(head, repeated float64, known []float64, spare int, height float64) int {
	rows, _ := l.rowsWithin(head, repeated, 0, known, spare, int(l.pageHeight()/height)+1, height)
	return rows
}

// pagesOf is how many pages rows of the given heights take, under a title on the
// first and headings on the others.
func (l *layout) pagesOf(head, repeated float64, rows []float64) int {
	room, used, pages := l.pageHeight(), head, 1
	for _, h := range rows {
		if used+h > room {
			used, pages = repeated, pages+1
		}
		used += h
	}
	return pages
}

// rowsWithin is rowsToFill with room for what stands under the table and a bound
// on the empty rows: as many as are asked for, and to the end of the page no
// more than most. over tells whether those asked for, or the foot, go over to another page.
func (l *layout) rowsWithin(head, repeated, foot float64, known []float64, spare, most int, height float64) (rows int, over bool) {
	room, used := l.pageHeight(), head
	put := func(h float64) {
		if used+h > room {
			used = repeated
		}
		used += h
	}
	for _, h := range known {
		put(h)
	}
	rows = len(known)
	for n := 0; n < spare || n < most && used+height+foot <= room; n++ {
		over = over || used+height > room
		put(height)
		rows++
	}
	return rows, over || used+foot > room
}
