package excel

// RowReader delivers the rows of one sheet from top to bottom. Rows without a
// value are passed over.
type RowReader interface {
	// Next returns the next row's 1-based number and its raw stored values by
	// column, trailing empty ones left out. The slice is the caller's. ok is
	// false at the end of the sheet and after an error.
	Next() (row int, cells []string, ok bool)
	// Err tells, after Next returned false, whether rows may be missing.
	Err() error
	Close() error
}

// RowWriter writes the rows of one sheet from top to bottom. A cell is nil for
// nothing, a string, an int, a float64, or an excelize.Cell that adds a style.
type RowWriter interface {
	Write(row int, cells []any) error
	Flush() error
}
