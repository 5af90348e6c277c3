package excel

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// ErrCannotMark is returned by Mark for a file that cannot be opened whole; the
// caller sends a WriteProblemReport instead. A sheet that breaks off counts:
// saving it again would make the loss look like the sender's own workbook.
var ErrCannotMark = errors.New("the workbook cannot be marked")

// Tints of cells to repair and of cells to look at.
const (
	errorTint   = "FFC7CE"
	warningTint = "FFEB9C"
)

// Marking loads a sheet into memory, about 1 kB a cell at worst. Sheets with
// more cells than this are listed and linked but not tinted.
const mostTintedCells = 400_000

// mostNotes bounds the notes on cells, which the library adds slower and slower.
const mostNotes = 200

// Mark writes a copy of the sender's workbook in which the cells of the
// problems are tinted and a sheet lists them with links. Tints, notes and list
// of an earlier marking are removed first. The file at path is only read. The
// error is ErrCannotMark or one of writing.
func Mark(w io.Writer, path string, problems []evaluate.Problem) error {
	book, _ := openBook(path, evaluate.Origin{File: path}, DefaultLimits())
	if book == nil {
		return ErrCannotMark
	}
	defer book.Close()
	if slices.ContainsFunc(book.sheets, func(s bookSheet) bool { return s.scan.fault != noFault }) {
		return ErrCannotMark
	}
	if err := markBook(book, problems); err != nil {
		return err
	}
	return book.file.Write(w)
}

// markBook changes the open copy. The library panics on some crafted files.
func markBook(book *Book, problems []evaluate.Problem) (err error) {
	defer func() {
		if recover() != nil {
			err = ErrCannotMark
		}
	}()
	m := &marker{book: book, file: book.file, tinted: map[tint]int{}}
	for _, step := range []func() error{m.unmark, func() error { return m.tintCells(problems) }, m.remember,
		func() error { m.notes(problems); return nil }, func() error { return m.list(problems) }} {
		if err := step(); err != nil {
			return fmt.Errorf("%w: %w", ErrCannotMark, err)
		}
	}
	return nil
}

// tint is a colour laid over a cell style.
type tint struct {
	style int
	color string
}

// marker changes the copy of one workbook.
type marker struct {
	book   *Book
	file   *excelize.File
	tinted map[tint]int // → id of the tinted style
	order  []tint       // as first used
}

// sheet returns a sheet that may be tinted.
func (m *marker) sheet(name string) (bookSheet, bool) {
	i := slices.IndexFunc(m.book.sheets, func(s bookSheet) bool { return s.name == name })
	if i < 0 || isOwnSheet(name) {
		return bookSheet{}, false
	}
	s := m.book.sheets[i]
	return s, s.tintable()
}

func (s bookSheet) tintable() bool {
	return int(s.scan.corner.row)*int(s.scan.corner.col) <= mostTintedCells
}

// tintCells colours each cell by its worst problem. Only the fill of the style
// changes: number format, alignment and protection stay.
func (m *marker) tintCells(problems []evaluate.Problem) error {
	colors := map[evaluate.Origin]string{}
	var cells []evaluate.Origin
	for _, p := range problems {
		at := evaluate.Origin{Sheet: p.At.Sheet, Cell: p.At.Cell}
		if _, ok := m.sheet(at.Sheet); !ok || at.Cell == "" || p.Severity == evaluate.Note {
			continue
		}
		if _, seen := colors[at]; !seen {
			cells = append(cells, at)
			colors[at] = warningTint
		}
		if p.Severity == evaluate.Error {
			colors[at] = errorTint
		}
	}
	for _, at := range cells {
		style, err := m.file.GetCellStyle(at.Sheet, at.Cell)
		if err != nil {
			return err
		}
		id, err := m.tint(tint{style, colors[at]})
		if err != nil {
			return err
		}
		if err := m.file.SetCellStyle(at.Sheet, at.Cell, at.Cell, id); err != nil {
			return err
		}
	}
	return nil
}

func (m *marker) tint(t tint) (int, error) {
	if id, ok := m.tinted[t]; ok {
		return id, nil
	}
	s, err := m.file.GetStyle(t.style)
	if err != nil {
		return 0, err
	}
	s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{t.color}}
	id, err := m.file.NewStyle(s)
	if err == nil {
		m.tinted[t] = id
		m.order = append(m.order, t)
	}
	return id, err
}

// remember keeps each tinted style beside the one it was made from, as two
// cells of a very hidden sheet that wear them. Style numbers would not survive
// another program's save; what cells wear does, and it follows rows that were
// moved or sorted.
func (m *marker) remember() error {
	if len(m.order) == 0 {
		return nil
	}
	if _, err := m.file.NewSheet(sheetMarks); err != nil {
		return err
	}
	for i, t := range m.order {
		for col, style := range []int{t.style, m.tinted[t]} {
			cell := cellName(col+1, i+1)
			if err := m.file.SetCellStr(sheetMarks, cell, t.color); err != nil {
				return err
			}
			if err := m.file.SetCellStyle(sheetMarks, cell, cell, style); err != nil {
				return err
			}
		}
	}
	return m.file.SetSheetVisible(sheetMarks, false, true)
}
