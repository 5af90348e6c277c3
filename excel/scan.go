package excel

import "io"

// gridRows and gridColumns are the bounds of a worksheet.
const (
	gridRows    = 1 << 20
	gridColumns = 1 << 14
)

// maxListed bounds what a scan keeps of remarkable cells. A sheet with more is
// not read at all: what is not kept would be read otherwise than people see it.
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
	faultCrowded           // more remarkable cells than anybody's list has
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
	uncached cellMap
	formulas cellMap    // with a stored result
	hidden   []int32    // rows with values that nobody sees
	typed    cellMap    // texts that look like numbers
	percents cellMap    // numbers shown as percentages
	undated  cellMap    // whole numbers of five digits that are not shown as days
	dated    cellMap    // numbers shown as days or times of day
	truths   cellMap    // TRUE and FALSE
	struck   cellMap    // crossed out
	shorts   cellMap    // numbers one digit shorter than those of cards
	external []gridCell // formulas that look into another workbook
	merges   []gridArea
	sorted   []gridArea // what was sorted last, row by row
	shut     string     // attributes of what protects it, "" for nothing
}

// empty is how many rows of the sheet hold no value.
func (s *sheetScan) empty() int { return s.rows - s.filled }

// stringTable is what a scan must know about the shared texts: how many there
// are and which are empty, because excelize reads a wrong index as "".
type stringTable struct {
	count int
	blank []uint64     // bit i is set when text i is empty
	typed map[int]bool // texts that look like numbers
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
	var head []byte // of the text, as far as it can be a number
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
			head = append(head, t.text[:min(len(t.text), longestTyped+1)]...)
		}
		if t.kind == opaque {
			continue
		}
		if !stack.push(t) {
			st.fault = true
			return st
		}
		if string(t.name) == "si" && t.kind != openTag && stack.depth() == 1 {
			if numberLike(head) {
				if st.typed == nil {
					st.typed = map[int]bool{}
				}
				st.typed[st.count] = true
			}
			st.add(!filled || t.kind == emptyTag)
			filled, head = false, head[:0]
		}
		if st.count > maxStrings {
			st.fault = true
			return st
		}
	}
}
