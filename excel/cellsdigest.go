package excel

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// CellsDigest identifies what stands in all cells of a workbook of our own, read or only
// shown: saving it again in another program does not change it, changing one cell does.
// It is "" for a file that cannot be read.
func CellsDigest(path string) string {
	b, _ := Open(path, DefaultLimits())
	if b == nil {
		return ""
	}
	defer b.Close()
	return b.cellsDigest("")
}

// AsWritten tells whether a workbook of ours says in every cell what was written there: it
// was saved again at most. It is false for one that does not tell what was.
func AsWritten(path string) bool {
	b, _ := Open(path, DefaultLimits())
	if b == nil {
		return false
	}
	defer b.Close()
	rows, err := b.file.GetRows(sheetStamp)
	if err != nil {
		return false
	}
	i := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 1 && r[0] == cellsKey })
	return i >= 0 && rows[i][1] == b.cellsDigest(sheetStamp)
}

// cellsKey is the entry of the stamp's sheet with the digest of all other sheets.
const cellsKey = "cells"

// cellsDigest is that of all sheets but one.
func (b *Book) cellsDigest(except string) string {
	sum := newCellsSum()
	for _, s := range b.sheets {
		if s.name == except {
			continue
		}
		rows, err := b.file.Rows(s.name)
		if err != nil {
			return ""
		}
		sum.sheet(s.name)
		for n := 1; rows.Next(); n++ {
			cells, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				rows.Close()
				return ""
			}
			for c, text := range cells {
				sum.cell(n, c, text)
			}
		}
		if err := rows.Close(); err != nil {
			return ""
		}
	}
	return sum.String()
}

// cellsSum adds cells up, sheet by sheet and row by row.
type cellsSum struct{ hash.Hash }

func newCellsSum() *cellsSum { return &cellsSum{sha256.New()} }

func (s *cellsSum) sheet(name string) { fmt.Fprintf(s, "%q\n", name) }

// cell takes the raw text of a cell by its row and its column, counted from 0.
func (s *cellsSum) cell(row, column int, text string) {
	if text != "" {
		fmt.Fprintf(s, "%d %d %q\n", row, column, sameCell(text))
	}
}

// row takes a row that is about to be written.
func (s *cellsSum) row(row int, cells []any) {
	for c, v := range cells {
		if cell, ok := v.(excelize.Cell); ok {
			v = cell.Value
		}
		if v != nil {
			s.cell(row, c, fmt.Sprint(v))
		}
	}
}

func (s *cellsSum) String() string { return hex.EncodeToString(s.Sum(nil)) }

// sameCell is a cell as every program writes it: a number to the fifteen digits that all
// of them keep, ends of lines as one character.
func sameCell(text string) string {
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return strconv.FormatFloat(x, 'g', 15, 64)
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "_x000D_", ""), "\r", "")
}
