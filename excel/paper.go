package excel

import "strings"

// paperHead is the common head of an office's paper: superior and unit over the
// columns 1..left, the Party's name with place and date over the rest.
func (p *page) paperHead(o Office, placeDate string, left int) {
	last := len(p.widths)
	middle := look{size: formSize, align: "center", wrap: true}
	strong, party, dated := middle, middle, middle
	strong.bold = true
	party.bold, party.underline, party.size = true, true, 13
	dated.italic = true
	put := func(a, b string, la, lb look) {
		cells := make([]any, last)
		cells[0], cells[left] = p.cell(text(a), la), p.cell(text(b), lb)
		p.merge(1, p.row, left, p.row)
		p.merge(left+1, p.row, last, p.row)
		p.write(heightFor(formSize, 1, []string{a}, []float64{p.span(1, left)}), cells)
	}
	put(strings.ToUpper(o.Superior), labelParty, middle, party)
	put(strings.ToUpper(o.Name), placeDate, strong, dated)
	put(labelAsterisk, "", middle, middle)
}

// signatures is the block under a form: who made it on the left, who answers
// for it on the right, with room for hand and seal, all on one page.
func (p *page) signatures(o Office) {
	p.signBlock([3][2]string{{labelPreparer, strings.ToUpper(o.Signer)}, {labelSign, labelSeal}, {o.Preparer, o.SignedBy}})
}

// signBlock is a block of two signatures, left and right: who signs, how, and the
// names known.
func (p *page) signBlock(rows [3][2]string) {
	last := len(p.widths)
	left := max(last/3, 2)
	right := max(last-last/3, left+1)
	put := func(a, b string, l look) {
		l.size, l.align, l.wrap = formSize, "center", true
		cells := make([]any, last)
		cells[0], cells[right-1] = p.cell(text(a), l), p.cell(text(b), l)
		p.merge(1, p.row, left, p.row)
		p.merge(right, p.row, last, p.row)
		p.write(lineHeight(formSize)+2, cells)
	}
	gap := func(n int) {
		for range n {
			p.keep()
			p.skip(1)
		}
	}
	gap(1)
	p.keep()
	put(rows[0][0], rows[0][1], look{bold: true})
	p.keep()
	put(rows[1][0], rows[1][1], look{italic: true})
	gap(4)
	put(rows[2][0], rows[2][1], look{bold: true})
}
