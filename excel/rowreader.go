package excel

import (
	"errors"

	"github.com/xuri/excelize/v2"
)

// errRowsLost is the Err of a reader that delivered less than the scan counted.
var errRowsLost = errors.New("fewer cells delivered than the sheet holds")

// libraryRows is the RowReader over excelize's iterator, which ends early and
// without an error when it meets broken markup. Therefore what it delivers is
// counted and compared with what the scan of the bytes found.
type libraryRows struct {
	rows   *excelize.Rows
	want   *sheetScan
	number int
	filled int
	cells  int
	err    error
}

func (b *Book) rows(s bookSheet) (*libraryRows, error) {
	rows, err := b.file.Rows(s.name)
	if err != nil {
		return nil, err
	}
	return &libraryRows{rows: rows, want: s.scan}, nil
}

// Next implements RowReader.
func (r *libraryRows) Next() (int, []string, bool) {
	for r.err == nil && r.rows.Next() {
		r.number++
		cells, err := r.rows.Columns()
		if err != nil {
			r.err = err
			break
		}
		n := 0
		for _, c := range cells {
			if c != "" {
				n++
			}
		}
		if n > 0 {
			r.filled++
			r.cells += n
			return r.number, cells, true
		}
	}
	if r.err == nil {
		r.err = r.rows.Error()
	}
	if r.err == nil && (r.filled != r.want.filled || r.cells != r.want.cells) {
		r.err = errRowsLost
	}
	return 0, nil, false
}

// Err implements RowReader.
func (r *libraryRows) Err() error { return r.err }

// Close implements RowReader.
func (r *libraryRows) Close() error { return r.rows.Close() }

// replay is a RowReader that first gives back rows that were looked at already,
// so that finding the headings does not cost a second pass.
type replay struct {
	rows []rawRow
	at   int
	rest RowReader
}

// Next implements RowReader.
func (r *replay) Next() (int, []string, bool) {
	if r.at < len(r.rows) {
		r.at++
		return r.rows[r.at-1].number, r.rows[r.at-1].cells, true
	}
	return r.rest.Next()
}

// Err implements RowReader.
func (r *replay) Err() error { return r.rest.Err() }

// Close implements RowReader.
func (r *replay) Close() error { return r.rest.Close() }
