package excel

// RowWriter writes the rows of one sheet from top to bottom. A cell is nil for
// nothing, a string, an int, a float64, or an excelize.Cell that adds a style.
type RowWriter interface {
	Write(row int, cells []any) error
	Flush() error
}
