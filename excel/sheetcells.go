package excel

import (
	"bytes"
	"slices"
)

// openCell reads what a cell's tag says of it: where it stands, of what type it is
// and how it is dressed.
func (p *sheetPass) openCell(attrs []byte) bool {
	col := p.col + 1
	p.format, p.typed, p.counts, p.truth, p.struck, p.short = plainFormat, false, false, false, false, false
	p.kind, p.hasValue, p.hasText, p.hasFormula, p.hasV, p.seeAbroad = plainCell, false, false, false, false, false
	for {
		name, value, rest, ok := attribute(attrs)
		if !ok {
			if len(rest) > 0 {
				return p.fail(faultMarkup)
			}
			break
		}
		attrs = rest
		if len(name) != 1 {
			continue
		}
		switch name[0] {
		case 'r':
			c, good := parseCell(value)
			if !good {
				return p.fail(faultMarkup)
			}
			if c.row != p.row {
				return p.fail(faultOrder)
			}
			col = c.col
		case 's':
			if n, ok := digits(value); ok && int(n) < len(p.formats) {
				p.format, p.struck = p.formats[n].format, p.formats[n].struck
			}
		case 't':
			switch string(value) {
			case "b":
				p.truth = true
			case "s":
				p.kind = sharedCell
			case "inlineStr":
				p.kind = inlineCell
			case "str":
				p.kind = resultCell
			}
		}
	}
	if col <= p.col || col > gridColumns {
		return p.fail(faultOrder)
	}
	p.col = col
	return true
}

// content handles character data inside sheetData.
func (p *sheetPass) content(text []byte) bool {
	if p.stack.depth() < 5 {
		if len(bytes.TrimSpace(text)) > 0 {
			return p.fail(faultMarkup)
		}
		return true
	}
	switch p.stack.at(4) {
	case "v":
		p.hasValue = true
		if p.kind == sharedCell {
			n, ok := digits(bytes.TrimSpace(text))
			if !ok || int(n) >= p.table.count {
				return p.fail(faultString)
			}
			p.hasValue, p.typed = !p.table.isBlank(int(n)), p.table.typed[int(n)]
		} else if p.kind == plainCell {
			p.counts = countsDays(text)
			p.short = shortCard(text)
		} else {
			p.typed = numberLike(text)
		}
	case "is":
		if p.stack.textOf("is") {
			p.typed = !p.hasText && numberLike(text)
			p.hasText = true
		}
	case "f":
		p.seeAbroad = p.seeAbroad || foreignReference(text)
	}
	return true
}

// shortCard tells whether a number has fewer digits than cards have: eight or twelve. A
// program that makes a number of a card drops as many zeros as it begins with, and as
// it ends with where it takes the dot of an old card for a decimal point.
func shortCard(text []byte) bool {
	if whole, part, dot := bytes.Cut(text, []byte{'.'}); dot && len(part) >= fewestCardDecimals {
		text = slices.Concat(whole, part)
	}
	return len(text) >= fewestCardDigits && len(text) < identityLength && len(text) != oldCardLength && allDigits(string(text))
}

func (p *sheetPass) closeCell() bool {
	at := gridCell{p.col, p.row}
	p.found.corner = gridCell{max(p.found.corner.col, p.col), p.row}
	p.remark(&p.found.uncached, at, p.hasFormula && !p.hasValue && (p.kind != resultCell || !p.hasV))
	p.remark(&p.found.formulas, at, p.hasFormula && p.hasValue)
	p.remark(&p.found.typed, at, p.typed)
	p.remark(&p.found.percents, at, p.hasValue && p.kind == plainCell && p.format == percentFormat)
	p.remark(&p.found.undated, at, p.counts && p.format != dayFormat)
	p.remark(&p.found.struck, at, p.struck && (p.hasValue || p.hasText))
	p.remark(&p.found.shorts, at, p.short)
	p.remark(&p.found.truths, at, p.truth && p.hasValue)
	p.remark(&p.found.dated, at, p.hasValue && p.kind == plainCell && !p.truth && (p.format == dayFormat || p.format == clockFormat))
	if p.seeAbroad && p.room(len(p.found.external)) {
		p.found.external = append(p.found.external, at)
	}
	if p.hasValue || p.kind == inlineCell && p.hasText {
		p.filled = true
		p.found.cells++
		p.found.maxCol = max(p.found.maxCol, p.col)
	}
	return true
}

// remark keeps a cell that is to be read in a way of its own.
func (p *sheetPass) remark(cells *cellMap, at gridCell, is bool) {
	if is && p.room(p.kept) && cells.add(at) {
		p.kept++
	}
}

// room tells whether one more may be kept beside n others.
func (p *sheetPass) room(n int) bool {
	if n >= maxListed {
		p.crowded = true
		return false
	}
	return true
}
