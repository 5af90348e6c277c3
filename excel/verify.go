package excel

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// ErrNotWhole is what Verify wraps when a written workbook is not whole.
var ErrNotWhole = errors.New("the workbook is not whole")

// Verify tells whether a workbook that was just written is whole: every part
// is read to its end and has its length and checksum, every worksheet is
// closed, and the sheets named in want have that many rows (row elements, empty
// ones too). Opening the file would prove none of it: half a sheet opens
// without an error. The error wraps ErrNotWhole and names the part.
func Verify(path string, want map[string]int) error {
	zr, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotWhole, err)
	}
	defer zr.Close()
	sheets, err := sheetParts(&zr.Reader)
	if err != nil {
		return fmt.Errorf("%w: list of sheets: %w", ErrNotWhole, err)
	}
	names := map[string]string{} // part → sheet
	for _, s := range sheets {
		names[s.part] = s.name
	}
	rows, scratch, buffer := map[string]int{}, make([]byte, 32<<10), make([]byte, 64<<10)
	for _, f := range zr.File {
		name, isSheet := names[partName(f.Name)]
		ends := sheetEnds{}
		if err := readPart(f, scratch, func(r io.Reader) { io.CopyBuffer(onlyWriter{&ends}, r, buffer) }); err != nil {
			return fmt.Errorf("%w: part %s: %w", ErrNotWhole, f.Name, err)
		}
		if !isSheet {
			continue
		}
		if !ends.closed() {
			return fmt.Errorf("%w: part %s: sheet %q has no end", ErrNotWhole, f.Name, name)
		}
		rows[name] = ends.rows
	}
	for _, s := range sheets {
		if _, ok := rows[s.name]; !ok {
			return fmt.Errorf("%w: part %s of sheet %q is missing", ErrNotWhole, s.part, s.name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got, ok := rows[name]; !ok || got != want[name] {
			return fmt.Errorf("%w: sheet %q has %d rows of %d", ErrNotWhole, name, got, want[name])
		}
	}
	return nil
}

// sheetEnds counts the rows of a worksheet part as its bytes pass, and sees how
// it ends. It looks for the tags excelize writes and at nothing else, so that
// checking costs little beside unpacking.
type sheetEnds struct {
	rows int
	data bool   // the end of the rows was seen
	left []byte // bytes not looked at yet, at most overlap between writes
}

// overlap is more than the longest tag looked for.
const overlap = 32

// Write takes the next bytes and never fails.
func (e *sheetEnds) Write(b []byte) (int, error) {
	e.left = append(e.left, b...)
	if stop := len(e.left) - overlap; stop > 0 {
		e.look(stop)
		e.left = e.left[:copy(e.left, e.left[stop:])]
	}
	return len(b), nil
}

// look counts what begins before stop; a tag is whole only when the bytes
// behind it are there.
func (e *sheetEnds) look(stop int) {
	const rowTag = "<row"
	for at := 0; at < stop; {
		i := bytes.Index(e.left[at:], []byte(rowTag))
		if i < 0 || at+i >= stop {
			break
		}
		at += i + len(rowTag)
		if at < len(e.left) && bytes.IndexByte([]byte(" />"), e.left[at]) >= 0 {
			e.rows++
		}
	}
	e.data = e.data || bytes.Contains(e.left, []byte("</sheetData>")) || bytes.Contains(e.left, []byte("<sheetData/>"))
}

// closed looks at the last bytes and tells whether the sheet has its end.
func (e *sheetEnds) closed() bool {
	e.look(len(e.left))
	return e.data && bytes.HasSuffix(bytes.TrimSpace(e.left), []byte("</worksheet>"))
}
