package excel

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// significant is how many digits a workbook keeps of a number. excelize cuts
// what is beyond instead of rounding it, so numbers are rounded here first.
const significant = 15

// numberCell is an exact number as a cell value: a whole number where it is
// one, else the nearest decimal of at most 15 significant digits. For display
// only: nothing is ever computed from it.
func numberCell(x evaluate.Num) any {
	if n, ok := x.Int64(); ok && n > -1e15 && n < 1e15 {
		return int(n)
	}
	n, d, ok := x.Fraction()
	if !ok {
		return x.String()
	}
	for p := int64(1); p <= 1_000_000; p *= 10 { // points are decimals of few places
		if p%d == 0 && p/d < 1000 && n > -1e12 && n < 1e12 {
			return float64(n*(p/d)) / float64(p)
		}
	}
	return ratCell(big.NewRat(n, d))
}

// ratCell is a fraction as the nearest decimal that a workbook keeps whole.
func ratCell(r *big.Rat) any {
	whole := 0
	if q := new(big.Int).Quo(new(big.Int).Abs(r.Num()), r.Denom()); q.Sign() > 0 {
		whole = len(q.String())
	}
	f, err := strconv.ParseFloat(r.FloatString(max(significant-whole, 0)), 64)
	if err != nil {
		return r.RatString()
	}
	return f
}

// roundedFormat shows a number that has no end as people are told it in words.
const roundedFormat = "0.00"

// endlessCell tells whether a cell holds a fraction without a finite decimal form: points
// that are decimals have few places.
func endlessCell(v any) bool {
	x, ok := v.(float64)
	if !ok {
		return false
	}
	_, places, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return len(places) > mostPlaces
}

// mostPlaces is how many decimals points may have that were written down.
const mostPlaces = 6

// serial is the number by which a workbook counts days. Days before March 1900
// do not occur: Excel counts a 29 February that never was.
func serial(d evaluate.Date) int {
	day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	return int(day.Sub(epoch).Hours() / 24)
}

// factCell is a given fact as a cell value, nil when blank.
func factCell(f *evaluate.Frame, row, fact int) any {
	v := f.Value(row, fact)
	switch v.Type() {
	case evaluate.NumberFact:
		return numberCell(v.Number())
	case evaluate.DateFact:
		return serial(v.Date())
	case evaluate.TextFact, evaluate.ChoiceFact:
		return f.Show(fact, v)
	}
	return nil
}

func rowStart(row int) string { return cellName(1, row) }

// cellName is the name of a cell by 1-based column and row: F12.
func cellName(col, row int) string { return evaluate.ColumnName(col) + strconv.Itoa(row) }

// absolute is the name of a cell that does not move when copied: $F$12.
func absolute(col, row int) string {
	return "$" + evaluate.ColumnName(col) + "$" + strconv.Itoa(row)
}

func spanName(c1, r1, c2, r2 int) string { return cellName(c1, r1) + ":" + cellName(c2, r2) }
