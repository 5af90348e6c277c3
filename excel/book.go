package excel

import (
	"io"
	"sort"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// book is a workbook being written. The first error is kept and everything
// after it does nothing, so that drawing code reads as a list of what is drawn;
// finish returns it.
type book struct {
	file    *excelize.File
	styles  styles
	lists   lists
	sheets  int
	ballots int            // sheets of minutes so far
	stamped string         // the stamp as it stands in the stamp row of each data sheet
	sums    [][2]string    // of the rows of pages that nobody reads, by page
	cells   *cellsSum      // of all cells so far, nil where nobody asks whether they were changed
	dxf     map[colour]int // conditional styles, by what they look like
	err     error
}

// newBook starts a workbook. made stands as its date: bytes must not depend on
// the clock.
func newBook(title string, made time.Time) *book {
	f := excelize.NewFile().SetZipWriter(newOrderedZip)
	b := &book{file: f, styles: styles{file: f, ids: map[look]int{}, indents: map[int]int{}}, lists: lists{refs: map[string]string{}}, dxf: map[colour]int{}}
	stamp := made.UTC().Format(time.RFC3339)
	b.do(f.SetDocProps(&excelize.DocProperties{
		Creator: toolName, LastModifiedBy: toolName, Title: title, Language: "vi-VN",
		Created: stamp, Modified: stamp,
	}))
	b.do(f.SetDefaultFont(fontName))
	return b
}

// do keeps the first error.
func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// style returns the id of a look, 0 after an error.
func (b *book) style(l look) int {
	id, err := b.styles.id(l)
	b.do(err)
	return id
}

// finish writes the workbook out.
func (b *book) finish(w io.Writer) error {
	defer b.file.Close()
	if b.err != nil {
		return b.err
	}
	if types := b.file.ContentTypes; types != nil {
		// A chart adds the picture types in the order of a map.
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	return b.file.Write(w)
}

// visibility of a sheet.
type visibility uint8

const (
	visible visibility = iota
	hidden
	veryHidden // not offered by "unhide": survives curious hands
)

// layout is what must be known about a sheet before its first row.
type layout struct {
	widths     []float64
	hiddenCols []int // 1-based
	portrait   bool
	frozenRows int
	frozenCols int
	repeatFrom int // first and last row repeated on every page; 0 for none
	repeatTo   int
	repeatCols int   // leading columns repeated on every page
	breaks     []int // columns that begin a new page side by side; none: one page wide
	scale      int   // percent; 0 for one page's width
	protect    bool
	filter     string
	checks     []*excelize.DataValidation
	links      []link
	show       visibility
	grid       bool
	standing   string // whether figures are provisional or final, in front of the footer
	footer     string
	charts     []placedChart
	rowBreaks  []int  // rows that begin a new page
	flows      bool   // rows may grow: the program divides the pages
	area       string // what is printed; "" for everything
	noted      int    // columns that the note under the title runs over; 0 for those of the first page
	framed     string // rows that get their frame when they are filled in
	colours    []colour
	zoom       float64 // percent on the screen; 0 for 100
	printFrom  int     // first row that is printed; 0 for all
	tableEnd   int     // where every part but the last ends when printed in parts; 0 for the end
	signedFrom int     // first row that the last part prints on its signatures' page; 0 for none
	grows      bool    // rows may be inserted although the sheet is protected
	unprinted  int     // how many columns at the end are shown and not printed
}

// printed is the last column that is printed.
func (l *layout) printed() int { return len(l.widths) - len(l.hiddenCols) - l.unprinted }

// noteEnd is the last column that the note under the title runs over.
func (l *layout) noteEnd() int {
	if l.noted > 0 {
		return l.noted
	}
	if len(l.breaks) > 0 {
		return l.breaks[0] - 1
	}
	return l.printed()
}

// placedChart is a chart and the cell of its upper left corner.
type placedChart struct {
	at    string
	chart *excelize.Chart
}

// link leads from a cell to a place in the same workbook.
type link struct{ cell, place string }

// page is a sheet being written row by row.
type page struct {
	book    *book
	name    string
	rows    *streamRows
	row     int // the next row
	widths  []float64
	layout  layout
	heights []float32 // of the rows written, in points
	kept    []int     // rows that share a page with the next one, rising
	sums    []string  // of the rows of a page that nobody reads
}

// sheet adds a sheet with everything that must precede its rows.
func (b *book) sheet(name string, l layout) *page {
	p := &page{book: b, name: name, row: 1, widths: l.widths, layout: l}
	if b.err != nil {
		return p
	}
	f := b.file
	if b.sheets == 0 {
		b.do(f.SetSheetName(f.GetSheetName(0), name))
	} else {
		_, err := f.NewSheet(name)
		b.do(err)
	}
	b.sheets++
	if l.filter != "" { // first: it wipes the sheet's other properties
		b.do(f.AutoFilter(name, l.filter, nil))
	}
	b.setColumns(name, l)
	b.setView(name, l)
	b.setPrint(name, l)
	for _, c := range l.checks {
		b.do(f.AddDataValidation(name, c))
	}
	b.frameFilled(name, l)
	b.colour(name, l.colours)
	for _, to := range l.links {
		b.do(f.SetCellHyperLink(name, to.cell, to.place, "Location"))
	}
	if l.protect {
		// Without a password: it stops slips, not people, and leaves equal bytes. Nobody
		// may sort: programs sort what is not locked, which is never a whole row, and the
		// rest would be somebody else's. Formats are free, for hints ask for some, and what
		// is pasted from elsewhere is locked until its format says otherwise.
		b.do(f.ProtectSheet(name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true,
			FormatCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true, InsertRows: l.grows,
		}))
	}
	for _, c := range l.charts {
		b.do(f.AddChart(name, c.at, c.chart))
	}
	b.show(l.show)
	if b.err != nil {
		return p
	}
	var err error
	p.rows, err = newStreamRows(f, name)
	b.do(err)
	if b.cells != nil {
		b.cells.sheet(name)
	}
	return p
}

// show sets the state of the sheet added last. SetSheetVisible would read every
// sheet again, streamed ones included.
func (b *book) show(v visibility) {
	sheets := b.file.WorkBook.Sheets.Sheet
	switch last := &sheets[len(sheets)-1]; v {
	case hidden:
		last.State = "hidden"
	case veryHidden:
		last.State = "veryHidden"
	}
}

func (b *book) setColumns(name string, l layout) {
	for i := 0; i < len(l.widths); {
		j := i
		for j+1 < len(l.widths) && l.widths[j+1] == l.widths[i] {
			j++
		}
		b.do(b.file.SetColWidth(name, columnName(i+1), columnName(j+1), l.widths[i]))
		i = j + 1
	}
	for _, c := range l.hiddenCols {
		b.do(b.file.SetColVisible(name, columnName(c), false))
	}
}

func (b *book) setView(name string, l layout) {
	grid := l.grid
	view := &excelize.ViewOptions{ShowGridLines: &grid}
	if l.zoom > 0 {
		view.ZoomScale = &l.zoom
	}
	b.do(b.file.SetSheetView(name, 0, view))
	if l.frozenRows+l.frozenCols == 0 {
		return
	}
	pane := "bottomRight"
	switch {
	case l.frozenCols == 0:
		pane = "bottomLeft"
	case l.frozenRows == 0:
		pane = "topRight"
	}
	b.do(b.file.SetPanes(name, &excelize.Panes{
		Freeze: true, XSplit: l.frozenCols, YSplit: l.frozenRows,
		TopLeftCell: cellName(l.frozenCols+1, l.frozenRows+1), ActivePane: pane,
	}))
}

// frameFilled draws the frame of rows once something stands in them.
func (b *book) frameFilled(name string, l layout) {
	if l.framed == "" || b.err != nil {
		return
	}
	style, err := b.file.NewConditionalStyle(&excelize.Style{Border: boxed.borders()})
	b.do(err)
	first, _, _ := strings.Cut(l.framed, ":")
	_, row, err := excelize.CellNameToCoordinates(first)
	b.do(err)
	b.do(b.file.SetConditionalFormat(name, l.framed, []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: "COUNTA($A" + itoa(row) + ":$" + columnName(len(l.widths)) + itoa(row) + ")>0", Format: &style}}))
}

// colour is a conditional colour: cells of the span where the formula, written
// for the first of them, holds.
type colour struct {
	span, formula string
	fill, ink     string
}

// colour sets the conditional colours of a sheet; equal looks share one style.
func (b *book) colour(name string, colours []colour) {
	for _, c := range colours {
		if b.err != nil {
			return
		}
		look := colour{fill: c.fill, ink: c.ink}
		style, ok := b.dxf[look]
		if !ok {
			s := &excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.fill}}}
			if c.ink != "" {
				s.Font = &excelize.Font{Bold: true, Color: c.ink}
			}
			var err error
			style, err = b.file.NewConditionalStyle(s)
			b.do(err)
			b.dxf[look] = style
		}
		b.do(b.file.SetConditionalFormat(name, c.span, []excelize.ConditionalFormatOptions{{
			Type: "formula", Criteria: c.formula, Format: &style}}))
	}
}
