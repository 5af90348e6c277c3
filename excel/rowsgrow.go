package excel

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The rows of a template have room for two lines, and a remark may need more. A height that
// is not marked as somebody's own stands as it is until a cell of the row is typed in; then
// programs fit the row. excelize marks every height so, and the mark is taken off as the
// sheets are written. A cell beside the table with as many blank lines keeps their room.

// roomSize is the size of the blank lines that give a row the height it has.
const roomSize = inputSize + 1.5

// room is the cell that keeps the height of a row of a template.
func (p *page) room() any {
	return p.cell(strings.Repeat(" \n", choiceLines-1)+" ", look{size: roomSize, wrap: true})
}

// growingZip takes the mark off the rows of one height.
type growingZip struct {
	excelize.ZipWriter
	fixed, free []byte
}

// letGrow lets the rows of a height be fitted by programs.
func (b *book) letGrow(height float64) {
	free := ` ht="` + strconv.FormatFloat(height, 'f', -1, 64) + `"`
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter {
		return &growingZip{newOrderedZip(w), []byte(free + ` customHeight="1"`), []byte(free)}
	})
}

// Create begins a part.
func (z *growingZip) Create(name string) (io.Writer, error) {
	w, err := z.ZipWriter.Create(name)
	if err != nil || !strings.HasPrefix(name, "xl/worksheets/sheet") {
		return w, err
	}
	return &growingPart{to: w, zip: z}, nil
}

// growingPart holds back what may be the beginning of a mark; no sheet ends so.
type growingPart struct {
	to   io.Writer
	zip  *growingZip
	held []byte
}

// Write adds to the part.
func (p *growingPart) Write(b []byte) (int, error) {
	all := bytes.ReplaceAll(append(p.held, b...), p.zip.fixed, p.zip.free)
	keep := min(len(all), len(p.zip.fixed)-1)
	for keep > 0 && !bytes.HasPrefix(p.zip.fixed, all[len(all)-keep:]) {
		keep--
	}
	if _, err := p.to.Write(all[:len(all)-keep]); err != nil {
		return 0, err
	}
	p.held = append(p.held[:0], all[len(all)-keep:]...)
	return len(b), nil
}
