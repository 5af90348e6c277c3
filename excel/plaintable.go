package excel

// Rows of a sheet that is only read by people.
const (
	plainHeadRow = 7
)

// plainTable starts a sheet for reading: title block, one heading row, locked
// cells.
func (b *book) plainTable(name string, head sheetHead, cols []column, note string) *page {
	unprinted := 0
	for _, c := range cols {
		if c.unprinted {
			unprinted++
		}
	}
	p := b.sheet(name, layout{widths: widthsOf(cols), grid: true, protect: true, unprinted: unprinted, portrait: isNarrow(cols),
		frozenRows: plainHeadRow, repeatFrom: plainHeadRow, repeatTo: plainHeadRow, standing: head.standing, footer: head.foot(name)})
	p.titleBlock(head, note)
	p.row = plainHeadRow
	p.headRow(cols)
	return p
}

// portraitRoom is how many units of width an upright A4 page takes at full size.
const portraitRoom = 100.0

// isNarrow tells whether what is printed of a long list with columns left out fits
// an upright page, which holds half as many rows again.
func isNarrow(cols []column) bool {
	width, left := 0.0, false
	for _, c := range cols {
		if c.unprinted {
			left = true
		} else {
			width += c.width
		}
	}
	return left && width <= portraitRoom
}

// headRow draws one row of headings.
func (p *page) headRow(cols []column) {
	cells := make([]any, len(cols))
	texts := make([]string, len(cols))
	for i, c := range cols {
		cells[i] = p.cell(c.heading, look{frame: boxed, bold: true, align: "center", wrap: true, fill: headFill})
		texts[i] = c.heading
	}
	widths := widthsOf(cols)
	for i := range widths {
		widths[i] *= boldRoom
	}
	p.keep()
	p.write(heightFor(tableSize, 1, texts, widths), cells)
}

// values writes a row of plain cells: texts wrapped, the rest centred.
func (p *page) values(values ...any) {
	cells := make([]any, len(p.widths))
	for i := range cells {
		l := look{frame: boxed, wrap: true, top: true}
		var v any
		if i < len(values) {
			v = values[i]
		}
		if _, isText := v.(string); !isText || p.widths[i] < 14 {
			l.align = "center"
		}
		cells[i] = p.cell(v, l.padded())
	}
	p.fit(cells)
}

// band writes one text across the table, the heading of the rows below it.
func (p *page) band(text string) {
	p.keep()
	p.line(text, 1, len(p.widths), look{frame: boxed, bold: true, fill: totalFill, align: "left"})
}
