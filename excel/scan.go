package excel

import (
	"bytes"
	"io"
)

// gridRows and gridColumns are the bounds of a worksheet.
const (
	gridRows    = 1 << 20
	gridColumns = 1 << 14
)

// maxListed bounds the lists a scan keeps of remarkable cells.
const maxListed = 100_000

// gridCell is a cell by 1-based column and row.
type gridCell struct{ col, row int32 }

func (c gridCell) String() string { return cellName(int(c.col), int(c.row)) }

// gridArea is a rectangle of cells, both corners included.
type gridArea struct{ from, to gridCell }

// faultKind says in what way a sheet part is broken.
type faultKind uint8

const (
	noFault      faultKind = iota
	faultCut               // the end of the sheet is missing
	faultMarkup            // not well-formed, or not the structure of a sheet
	faultOrder             // rows or cells repeated or not in rising order
	faultString            // a text index that the table of texts does not have
	faultStrings           // the table of texts itself is broken
	faultRead              // the part cannot be unpacked: wrong checksum or length
)

// sheetScan is what one pass over the bytes of a sheet part found. It is made
// without excelize, as the witness that excelize delivered everything.
type sheetScan struct {
	fault    faultKind
	faultAt  gridCell // last cell or row reached before the fault
	rows     int      // row elements
	filled   int      // rows with at least one value
	cells    int      // cells with a value
	lastRow  int32    // last row with a value
	maxCol   int32    // rightmost column with a value
	corner   gridCell // rightmost column and last row with a cell, empty ones too
	uncached []gridCell
	external []gridCell // formulas that look into another workbook
	merges   []gridArea
}

// empty is how many rows of the sheet hold no value.
func (s *sheetScan) empty() int { return s.rows - s.filled }

// stringTable is what a scan must know about the shared texts: how many there
// are and which are empty, because excelize reads a wrong index as "".
type stringTable struct {
	count int
	blank []uint64 // bit i is set when text i is empty
	fault bool
}

// maxStrings bounds the table: more texts than this are no list of people.
const maxStrings = 4 << 20

func (t *stringTable) add(blank bool) {
	if t.count%64 == 0 {
		t.blank = append(t.blank, 0)
	}
	if blank {
		t.blank[t.count/64] |= 1 << (t.count % 64)
	}
	t.count++
}

func (t *stringTable) isBlank(i int) bool { return t.blank[i/64]>>(i%64)&1 == 1 }

// scanStrings reads the table of texts to its end.
func scanStrings(s *tokenizer) stringTable {
	st := stringTable{}
	var stack tagStack
	filled := false
	for {
		t, err := s.next()
		if err == io.EOF && stack.closed() {
			return st
		}
		if err != nil {
			st.fault = true
			return st
		}
		if len(t.text) > 0 && stack.textOf("si") {
			filled = true
		}
		if t.kind == opaque {
			continue
		}
		if !stack.push(t) {
			st.fault = true
			return st
		}
		if string(t.name) == "si" && t.kind != openTag && stack.depth() == 1 {
			st.add(!filled || t.kind == emptyTag)
			filled = false
		}
		if st.count > maxStrings {
			st.fault = true
			return st
		}
	}
}

// scanSheet reads a sheet part to its end. Errors of reading become faults.
func scanSheet(s *tokenizer, table stringTable) *sheetScan {
	p := &sheetPass{table: table, source: s}
	p.run()
	return &p.found
}

// sheetPass is the state of one pass.
type sheetPass struct {
	found  sheetScan
	table  stringTable
	source *tokenizer
	stack  tagStack
	row    int32 // current row
	col    int32 // current cell's column, 0 before the first
	data   int   // sheetData elements seen
	filled bool  // the current row holds a value

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
		p.merge(t.attrs)
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
	number := p.row + 1
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
	}
	if number <= p.row || number > gridRows {
		return p.fail(faultOrder)
	}
	p.row, p.col, p.filled = number, 0, false
	p.found.rows++
	return true
}

func (p *sheetPass) closeRow() {
	if p.filled {
		p.found.filled++
		p.found.lastRow = p.row
	}
}

func (p *sheetPass) openCell(attrs []byte) bool {
	col := p.col + 1
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
		case 't':
			switch string(value) {
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
			p.hasValue = !p.table.isBlank(int(n))
		}
	case "is":
		if p.stack.textOf("is") {
			p.hasText = true
		}
	case "f":
		p.seeAbroad = p.seeAbroad || foreignReference(text)
	}
	return true
}

func (p *sheetPass) closeCell() bool {
	at := gridCell{p.col, p.row}
	p.found.corner = gridCell{max(p.found.corner.col, p.col), p.row}
	if p.hasFormula && !p.hasValue && (p.kind != resultCell || !p.hasV) && len(p.found.uncached) < maxListed {
		p.found.uncached = append(p.found.uncached, at)
	}
	if p.seeAbroad && len(p.found.external) < maxListed {
		p.found.external = append(p.found.external, at)
	}
	if p.hasValue || p.kind == inlineCell && p.hasText {
		p.filled = true
		p.found.cells++
		p.found.maxCol = max(p.found.maxCol, p.col)
	}
	return true
}

func (p *sheetPass) merge(attrs []byte) {
	for {
		name, value, rest, ok := attribute(attrs)
		if !ok {
			return
		}
		attrs = rest
		if string(name) != "ref" || len(p.found.merges) >= maxListed {
			continue
		}
		a, b, _ := bytes.Cut(value, []byte{':'})
		from, ok1 := parseCell(a)
		to, ok2 := parseCell(b)
		if ok1 && ok2 {
			p.found.merges = append(p.found.merges, gridArea{from, to})
		}
	}
}

// foreignReference finds [1] in a formula: a value copied from another
// workbook, as old as its last update.
func foreignReference(f []byte) bool {
	for i := bytes.IndexByte(f, '['); i >= 0; {
		j := i + 1
		for j < len(f) && f[j] >= '0' && f[j] <= '9' {
			j++
		}
		if j > i+1 && j < len(f) && f[j] == ']' {
			return true
		}
		next := bytes.IndexByte(f[i+1:], '[')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// parseCell reads a name such as F12.
func parseCell(s []byte) (gridCell, bool) {
	i, col := 0, int32(0)
	for i < len(s) && i < 4 {
		c := s[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int32(c-'A'+1)
		i++
	}
	row, ok := digits(s[i:])
	if !ok || col < 1 || col > gridColumns || row < 1 || row > gridRows {
		return gridCell{}, false
	}
	return gridCell{col, row}, true
}

// digits reads a whole number without a sign, of at most nine digits.
func digits(s []byte) (int32, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := int32(0)
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int32(c-'0')
	}
	return n, true
}
