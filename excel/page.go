package excel

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func itoa(n int) string          { return strconv.Itoa(n) }
func columnName(n int) string    { return evaluate.ColumnName(n) }
func (p *page) broken() bool     { return p.book.err != nil || p.rows == nil }
func (p *page) style(l look) int { return p.book.style(l) }
func (p *page) skip(n int)       { p.row += n }
func (p *page) do(err error)     { p.book.do(err) }

// cell dresses a value.
func (p *page) cell(v any, l look) excelize.Cell {
	if l.format == "" && endlessCell(v) {
		l.format = roundedFormat
	}
	return excelize.Cell{Value: v, StyleID: p.style(l)}
}

// formula is a cell computed by the reader's program, with the value we
// computed stored beside it: Protected View shows nothing else.
func (p *page) formula(f string, cached any, l look) excelize.Cell {
	return excelize.Cell{Formula: f, Value: cached, StyleID: p.style(l)}
}

// write puts the next row, as high as a row can be; height 0 lets the program fit it.
func (p *page) write(height float64, cells []any) {
	height = min(height, tallestRow)
	p.measure(height)
	p.remember(cells)
	if !p.broken() {
		p.sum(cells)
		if height > 0 {
			p.do(p.rows.writeAs(p.row, cells, excelize.RowOpts{Height: height}))
		} else {
			p.do(p.rows.Write(p.row, cells))
		}
	}
	p.row++
}

// sum adds a row to the sum of the workbook's cells, where one is kept.
func (p *page) sum(cells []any) {
	if p.book.cells != nil {
		p.book.cells.row(p.row, cells)
	}
}

// writeHidden puts the next row out of sight.
func (p *page) writeHidden(cells []any) {
	p.measure(hiddenHeight)
	if !p.broken() {
		p.sum(cells)
		p.do(p.rows.writeAs(p.row, cells, excelize.RowOpts{Hidden: true}))
	}
	p.row++
}

// merge joins cells given by 1-based column and row.
func (p *page) merge(c1, r1, c2, r2 int) {
	if p.broken() || c1 == c2 && r1 == r2 {
		return
	}
	p.do(p.rows.stream.MergeCell(cellName(c1, r1), cellName(c2, r2)))
}

// line puts one text over the columns c1..c2 of the next row, tall enough for
// its wrapped lines.
func (p *page) line(text string, c1, c2 int, l look) {
	l.wrap = true
	cells := make([]any, c2)
	for i := c1; i <= c2; i++ {
		cells[i-1] = p.cell(nil, l)
	}
	cells[c1-1] = p.cell(text, l)
	size := l.size
	if size == 0 {
		size = tableSize
	}
	room := p.span(c1, c2)
	if l.bold {
		room *= boldRoom
	}
	height := heightFor(size, 1, []string{text}, []float64{room})
	p.merge(c1, p.row, c2, p.row)
	p.write(height, cells)
}

// titleHeight is the height of the row with a sheet's title.
const titleHeight = titleSize*lineSpace + 2

// banner fills rows 1 to 4 above a data sheet: the office, then a line a row.
// They begin in the first column and run over to the right without merged cells,
// unless they are told to wrap where they are wider than the page.
func (p *page) banner(office string, lines [3]excelize.Cell, wraps bool) {
	p.write(lineHeight(tableSize), []any{p.cell(strings.ToUpper(office), look{bold: true})})
	for n, line := range lines {
		height := lineHeight(tableSize)
		if n == 0 {
			height = titleHeight
		} else if s, ok := line.Value.(string); ok && wraps && p.overruns(s) {
			last := p.layout.noteEnd()
			height = heightFor(tableSize, 1, []string{s}, []float64{p.span(1, last) * boldRoom})
			p.merge(1, p.row, last, p.row)
		}
		p.write(height, []any{line})
	}
}

// overruns tells whether a line of the banner is wider than the page, where print
// would cut it off.
func (p *page) overruns(s string) bool {
	return wrappedLines(s, p.span(1, p.layout.noteEnd())*boldRoom) > 1
}

// span is the joint width of the columns c1..c2.
func (p *page) span(c1, c2 int) float64 {
	var sum float64
	for _, w := range p.widths[c1-1 : min(c2, len(p.widths))] {
		sum += w
	}
	return sum
}

// fit writes a row as high as its longest wrapped text needs: LibreOffice does
// not grow rows that come without a height.
func (p *page) fit(cells []any) { p.fitFrom(1, cells) }

// fitRoom is fit for a row to fill in, with room for what will be picked.
func (p *page) fitRoom(cells []any) { p.fitFrom(choiceLines, cells) }

func (p *page) fitFrom(lines int, cells []any) {
	p.write(p.heightOf(lines, cells), cells)
}

// indentWidth is what one indentation takes of a column's width.
const indentWidth = 2.0

// padded keeps a wrapped text that begins at the left off the frame of its
// cell: programs print it hard at the line, where it touches the next column.
func (l look) padded() look {
	if l.wrap && (l.align == "" || l.align == "left") && l.indent == 0 {
		l.align, l.indent = "left", 1
	}
	return l
}

// heightOf is fitHeight of a row of the sheet, whose indented texts have less
// room.
func (p *page) heightOf(lines int, cells []any) float64 { return p.heightIn(p.widths, lines, cells) }

// heightIn is heightOf with other widths than the sheet's, where bold letters need
// more.
func (p *page) heightIn(widths []float64, lines int, cells []any) float64 {
	widths = slices.Clone(widths)
	for i, c := range cells {
		if cell, ok := c.(excelize.Cell); ok && i < len(widths) {
			widths[i] -= indentWidth * float64(p.book.styles.indents[cell.StyleID])
		}
	}
	return fitHeight(widths, lines, cells)
}

// fitHeight is the height of a row whose texts wrap within columns of the given
// widths, at least so many lines of the table's size.
func fitHeight(widths []float64, lines int, cells []any) float64 {
	return fitSized(tableSize, widths, lines, cells)
}

// fitSized is fitHeight for letters of a size.
func fitSized(size float64, widths []float64, lines int, cells []any) float64 {
	for i, c := range cells {
		if cell, ok := c.(excelize.Cell); ok && i < len(widths) {
			if s, ok := cell.Value.(string); ok && float64(len(s)) > widths[i]*0.6 {
				lines = max(lines, wrappedLines(s, widths[i]*tableSize/size))
			}
		}
	}
	return min(lineHeight(size)*float64(lines)+3, tallestRow)
}

// tallestRow is the greatest height a row may have, in points.
const tallestRow = 409.0

// end divides the sheet into pages and flushes it.
func (p *page) end() {
	p.paginate()
	p.keepSums()
	if !p.broken() {
		p.do(p.rows.Flush())
	}
}

// styled is a value under an already known style.
func styled(v any, style int) excelize.Cell { return excelize.Cell{Value: v, StyleID: style} }
