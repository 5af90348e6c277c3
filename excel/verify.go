package excel

import (
	"archive/zip"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// ErrNotWhole is what Verify wraps when a written workbook is not whole.
var ErrNotWhole = errors.New("the workbook is not whole")

// Verify tells whether a workbook that was just written is whole: every part
// has its length and checksum, every sheet ends as it should, and the sheets
// named in want have that many rows (row elements, empty ones too). Opening the
// file would prove none of it: the library opens half a sheet without an error.
func Verify(path string, want map[string]int) error {
	zr, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotWhole, err)
	}
	defer zr.Close()
	sheets, ps := new(inspector).inspect(&zr.Reader, evaluate.Origin{File: path})
	if len(ps) > 0 {
		return fmt.Errorf("%w: %s", ErrNotWhole, ps[0].Message)
	}
	if len(sheets) == 0 {
		return fmt.Errorf("%w: no sheets", ErrNotWhole)
	}
	rows := map[string]int{}
	for _, s := range sheets {
		if s.scan.fault != noFault {
			return fmt.Errorf("%w: sheet %q breaks off near %s", ErrNotWhole, s.name, s.scan.faultAt)
		}
		rows[s.name] = s.scan.rows
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		got, ok := rows[name]
		if !ok || got != want[name] {
			return fmt.Errorf("%w: sheet %q has %d rows of %d", ErrNotWhole, name, got, want[name])
		}
	}
	return nil
}
