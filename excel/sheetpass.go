package excel

import (
	"bytes"
	"io"
)

// scanSheet reads a sheet part to its end. Errors of reading become faults.
func scanSheet(s *tokenizer, table stringTable, formats []cellStyle) *sheetScan {
	p := &sheetPass{table: table, formats: formats, source: s}
	p.run()
	return &p.found
}

// sheetPass is the state of one pass.
type sheetPass struct {
	found   sheetScan
	table   stringTable
	format  formatClass // of the current cell
	typed   bool        // the current cell is a text that looks like a number
	counts  bool        // … a number of the size of a day
	truth   bool        // … TRUE or FALSE
	struck  bool        // … crossed out
	short   bool        // … a number of fewer digits than those of cards
	formats []cellStyle
	source  *tokenizer
	stack   tagStack
	row     int32 // current row
	col     int32 // current cell's column, 0 before the first
	data    int   // sheetData elements seen
	filled  bool  // the current row holds a value
	unseen  bool  // the current row is hidden, by hand or by a filter
	kept    int   // areas of remarkable cells kept
	crowded bool  // there are more than may be kept

	kind                                           cellKind
	hasValue, hasText, hasFormula, hasV, seeAbroad bool
}

// cellKind is how a cell stores its value.
type cellKind uint8

const (
	plainCell cellKind = iota
	sharedCell
	inlineCell
	resultCell // text computed by a formula, which may be empty
)

func (p *sheetPass) run() {
	for {
		t, err := p.source.next()
		if err != nil {
			p.end(err)
			return
		}
		if !p.take(t) {
			return
		}
	}
}

// end judges why no further tag came.
func (p *sheetPass) end(err error) {
	switch {
	case err == io.EOF && p.stack.closed() && p.data == 1:
		if p.crowded {
			p.fail(faultCrowded)
		}
	case err == io.EOF || err == errCut:
		p.fail(faultCut)
	case err == errMalformed:
		p.fail(faultMarkup)
	default:
		p.fail(faultRead)
	}
}

func (p *sheetPass) fail(k faultKind) bool {
	p.found.fault = k
	p.found.faultAt = gridCell{max(p.col, 1), max(p.row, 1)}
	return false
}

// take handles one tag; false ends the pass with a fault.
func (p *sheetPass) take(t token) bool {
	inData := p.stack.at(1) == "sheetData"
	if inData && len(t.text) > 0 && !p.content(t.text) {
		return false
	}
	if t.kind == opaque {
		// Nobody writes comments among cells; a decoder that stumbles there must
		// not decide how many people are seen.
		return !inData || p.fail(faultMarkup)
	}
	depth := p.stack.depth()
	if !p.stack.push(t) {
		return p.fail(faultMarkup)
	}
	switch {
	case inData:
		return p.inside(t, depth)
	case depth == 0 && t.kind == openTag && string(t.name) != "worksheet":
		return p.fail(faultMarkup)
	case depth == 1 && t.kind != closeTag && string(t.name) == "sheetData":
		if p.data++; p.data > 1 {
			return p.fail(faultMarkup)
		}
	case t.kind != closeTag && string(t.name) == "mergeCell":
		if area, _ := areaOf(t.attrs); area != (gridArea{}) && p.room(len(p.found.merges)) {
			p.found.merges = append(p.found.merges, area)
		}
	case t.kind != closeTag && string(t.name) == "sortState":
		if area, across := areaOf(t.attrs); area != (gridArea{}) && !across && p.room(len(p.found.sorted)) {
			p.found.sorted = append(p.found.sorted, area)
		}
	case t.kind != closeTag && string(t.name) == sheetProtectionTag:
		if attrs := string(t.attrs); hasOn(attrs, "sheet") {
			p.found.shut = readProtection(attrs)
		}
	case t.kind != closeTag && p.data == 0 && string(t.name) == "row":
		// excelize takes the first element of this name for a row of data.
		return p.fail(faultMarkup)
	}
	return true
}

// inside handles a tag below sheetData; depth is that of its parent.
func (p *sheetPass) inside(t token, depth int) bool {
	opens := t.kind != closeTag
	switch {
	case depth == 2 && opens: // directly in sheetData
		if string(t.name) != "row" {
			return p.fail(faultMarkup)
		}
		if !p.openRow(t.attrs) {
			return false
		}
		if t.kind == emptyTag {
			p.closeRow()
		}
	case depth == 3 && !opens:
		p.closeRow()
	case depth == 3:
		if string(t.name) == "c" {
			if !p.openCell(t.attrs) {
				return false
			}
			if t.kind == emptyTag {
				return p.closeCell()
			}
		} else if string(t.name) == "row" {
			return p.fail(faultMarkup)
		}
	case depth == 4 && !opens && string(t.name) == "c":
		return p.closeCell()
	case depth == 4 && opens:
		return p.openPart(t)
	case depth >= 5 && opens && p.stack.at(4) == "v":
		return p.fail(faultMarkup)
	}
	return true
}

// openPart handles a child of a cell.
func (p *sheetPass) openPart(t token) bool {
	switch string(t.name) {
	case "f":
		if p.hasFormula {
			return p.fail(faultMarkup)
		}
		p.hasFormula = true
	case "v":
		if p.hasV {
			return p.fail(faultMarkup)
		}
		p.hasV = true
	case "c", "row":
		return p.fail(faultMarkup)
	}
	return true
}

func (p *sheetPass) openRow(attrs []byte) bool {
	number, unseen := p.row+1, false
	for {
		name, value, rest, ok := attribute(attrs)
		if !ok {
			if len(rest) > 0 {
				return p.fail(faultMarkup)
			}
			break
		}
		attrs = rest
		if len(name) == 1 && name[0] == 'r' {
			n, good := digits(value)
			if !good || n > gridRows {
				return p.fail(faultMarkup)
			}
			number = n
		}
		if string(name) == "hidden" {
			unseen = string(value) == "1" || string(value) == "true"
		}
	}
	if number <= p.row || number > gridRows {
		return p.fail(faultOrder)
	}
	p.row, p.col, p.filled, p.unseen = number, 0, false, unseen
	p.found.rows++
	return true
}

func (p *sheetPass) closeRow() {
	if p.filled {
		p.found.filled++
		p.found.lastRow = p.row
		if p.unseen {
			p.found.hidden = append(p.found.hidden, p.row)
		}
	}
}

// areaOf is the area that a tag refers to, empty where it names none; across tells of a
// sort that it moves columns, not rows.
func areaOf(attrs []byte) (area gridArea, across bool) {
	for {
		name, value, rest, ok := attribute(attrs)
		if !ok {
			return area, across
		}
		attrs = rest
		switch string(name) {
		case "columnSort":
			across = string(value) == "1" || string(value) == "true"
		case "ref":
			a, b, _ := bytes.Cut(value, []byte{':'})
			from, ok1 := parseCell(a)
			to, ok2 := parseCell(b)
			if ok1 && ok2 {
				area = gridArea{from, to}
			}
		}
	}
}
