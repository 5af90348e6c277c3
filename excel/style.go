package excel

import "github.com/xuri/excelize/v2"

// The one type face of office paper and the sizes used, in points.
const (
	fontName  = "Times New Roman"
	tableSize = 11
	formSize  = 12
	inputSize = 12 // what is filled in and read by old eyes: the rows of templates
	titleSize = 14
)

// The few colours, all light enough to survive a black-and-white printer.
const (
	headFill     = "DDEBF7"
	lockedFill   = "E7E6E6"
	inputFill    = "FFFFE5"
	wantedFill   = "F3EDFA"
	freeFill     = "FFFFFF"
	openFill     = "D9C9EC"
	missingFill  = "FCD5B4"
	completeFill = "C6E0B4"
	wrongFill    = "FFC7CE"
	waitFill     = "FCE4D6"
	totalFill    = "F2F2F2"
	quietColor   = "595959"
	linkColor    = "0563C1"
	alertColor   = "C00000"
)

// frame says which edges of a cell are drawn.
type frame uint8

const (
	noFrame frame = iota
	boxed
	boxedOpenBelow // upper half of a heading over two rows
	boxedOpenAbove // lower half
	lineBelow
)

// look is how a cell is dressed. Equal looks share one style id, so a workbook
// of any size needs a few dozen styles of the 65,430 a workbook may hold.
type look struct {
	size                    float64 // points; 0 is tableSize
	bold, italic, underline bool
	align                   string // left, center or right; "" leaves it to the type
	top                     bool   // aligned to the cell's top instead of its middle
	wrap                    bool
	indent                  int
	frame                   frame
	fill, color             string
	format                  string // number format; "" is General
	unlocked                bool   // editable on a protected sheet
}

const (
	textFormat  = "@"
	dateFormat  = "dd/mm/yyyy"
	shareFormat = "0.00%"
	countFormat = "#,##0"
)

// styles registers the looks of one workbook.
type styles struct {
	file *excelize.File
	ids  map[look]int
	// indents of the styles that have one, by id
	indents map[int]int
}

// id returns the style of a look, registering it at its first use. The map is
// asked first because excelize compares a new style with every known one.
func (s *styles) id(l look) (int, error) {
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style())
	if err == nil {
		s.ids[l] = id
		if l.indent > 0 {
			s.indents[id] = l.indent
		}
	}
	return id, err
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.color},
		Alignment:  &excelize.Alignment{Horizontal: l.align, Vertical: "center", WrapText: l.wrap, Indent: l.indent},
		Border:     l.frame.borders(),
		Protection: &excelize.Protection{Locked: !l.unlocked},
	}
	if l.size == 0 {
		s.Font.Size = tableSize
	}
	if l.underline {
		s.Font.Underline = "single"
	}
	if l.top {
		s.Alignment.Vertical = "top"
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	return s
}

func (f frame) borders() []excelize.Border {
	var sides []string
	switch f {
	case boxed:
		sides = []string{"left", "right", "top", "bottom"}
	case boxedOpenBelow:
		sides = []string{"left", "right", "top"}
	case boxedOpenAbove:
		sides = []string{"left", "right", "bottom"}
	case lineBelow:
		sides = []string{"bottom"}
	}
	out := make([]excelize.Border, len(sides))
	for i, side := range sides {
		out[i] = excelize.Border{Type: side, Color: "7F7F7F", Style: 1}
	}
	return out
}
