package excel

import (
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// plainStream writes the same visible cells of the list by a plain StreamWriter:
// the floor that excelize itself sets.
func plainStream(b *testing.B, spec ResultSpec) {
	r := newResult(&spec)
	f := excelize.NewFile()
	defer f.Close()
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for _, k := range r.kinds[:1] {
		list := r.listColumns(k)
		for n, row := range r.rows[k] {
			s := r.subject(k, row)
			cells := make([]any, len(list))
			cells[0] = n + 1
			for i := 1; i < len(list); i++ {
				cells[i] = list[i].show(&s)
			}
			if err := sw.SetRow(cellName(1, n+1), cells); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := sw.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
}

func benchResult(b *testing.B, people int) {
	spec := sampleResult(b, people)
	delete(spec.Report.Results, evaluate.Organization)
	delete(spec.Report.Inputs.Populations, evaluate.Organization)
	spec.Report.Caps = nil
	b.Run("plain", func(b *testing.B) {
		for range b.N {
			plainStream(b, spec)
		}
	})
	b.Run("result", func(b *testing.B) {
		for range b.N {
			if err := WriteResult(io.Discard, spec); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkResultSmall is one of two thousand branch workbooks.
func BenchmarkResultSmall(b *testing.B) { benchResult(b, 50) }

// BenchmarkResultLarge is the campaign's workbook of a province.
func BenchmarkResultLarge(b *testing.B) { benchResult(b, 20_000) }
