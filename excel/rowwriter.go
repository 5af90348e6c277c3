package excel

import "github.com/xuri/excelize/v2"

// streamRows is the RowWriter over excelize's StreamWriter. Whatever a sheet
// needs beside its rows (widths, panes, validations, protection, filter) must
// be set before it is made: later settings are accepted and lost.
type streamRows struct {
	stream *excelize.StreamWriter
}

// newStreamRows starts the rows of a sheet. The dimension is dropped because
// the stream would leave "A1", and readers that trust it see one column.
func newStreamRows(f *excelize.File, sheet string) (*streamRows, error) {
	if err := f.SetSheetDimension(sheet, ""); err != nil {
		return nil, err
	}
	stream, err := f.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	return &streamRows{stream: stream}, nil
}

// Write puts cells into a row; rows must come in rising order.
func (s *streamRows) Write(row int, cells []any) error {
	return s.stream.SetRow(rowStart(row), cells)
}

// writeAs is Write for a row with a height of its own or hidden.
func (s *streamRows) writeAs(row int, cells []any, opts excelize.RowOpts) error {
	return s.stream.SetRow(rowStart(row), cells, opts)
}

// Flush ends the sheet.
func (s *streamRows) Flush() error { return s.stream.Flush() }
