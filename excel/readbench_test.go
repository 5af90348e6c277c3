package excel

import (
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// benchWorkbook is a workbook as Excel stores it: shared texts, numbers, dates.
func benchWorkbook(b *testing.B, rows int) string {
	b.Helper()
	template := fillTemplate(b, BranchBook, rows)
	f, err := excelize.OpenFile(template)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	path := filepath.Join(b.TempDir(), "lon.xlsx")
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}

// plainRows is the floor: excelize's own pass over the raw values of every row.
func plainRows(b *testing.B, path string) int {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	n := 0
	for _, sheet := range []string{sheetMembers, sheetOrgs} {
		rows, err := f.Rows(sheet)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			cells, err := rows.Columns()
			if err != nil {
				b.Fatal(err)
			}
			n += len(cells)
		}
		rows.Close()
	}
	return n
}

func benchRead(b *testing.B, rows int) {
	path, spec := benchWorkbook(b, rows), readSpec(b)
	b.Run("plain", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			plainRows(b, path)
		}
	})
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			in, ps := Read(path, spec)
			if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error || in.Frames[evaluate.Member].Len() != rows {
				b.Fatalf("%d problems", len(ps))
			}
		}
	})
}

// BenchmarkReadSmall is one of two thousand branch workbooks.
func BenchmarkReadSmall(b *testing.B) { benchRead(b, 50) }

// BenchmarkRead is one large workbook.
func BenchmarkRead(b *testing.B) { benchRead(b, 10_000) }
