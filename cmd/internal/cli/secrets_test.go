package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/cmd/internal/demo"
)

// Names and numbers typed into the wrong columns, whichever they are, stay in
// the workbook: neither talk nor JSON nor the journal repeats them.
func TestShiftedColumnsNameNobody(t *testing.T) {
	s := office(t, demo.Options{Members: 60, Clean: true})
	secrets := []string{"Nguyễn Mẫu Ẩn", "nguyen mau an", "Ẩn", "001095001234", "001 095 001 234", "27.0664219"}
	for i, secret := range secrets {
		shift(t, s.dir, secret, i)
	}
	for _, args := range [][]string{{"import", "--json", "--dry-run", "la"}, {"import", "--json", "la"}, {"import", "--notes", "la"}, {"import", "la"},
		{"status"}, {"status", "--json"}, {"grade", "--json", "--full"}, {"grade"}, {"run", "--json"}} {
		if code := s.run(args...); code == exitFailed || code == exitUsage {
			t.Fatalf("%v ended with %d: %s", args, code, s.err.String())
		}
		for _, secret := range secrets {
			if at := strings.Index(s.out.String()+s.err.String(), secret); at >= 0 {
				all := s.out.String() + s.err.String()
				t.Errorf("%v names %q: …%s", args, secret, all[max(0, at-300):min(len(all), at+100)])
			}
		}
	}
	journal, err := os.ReadFile(filepath.Join(s.dir, ".xeploai", "journal.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range secrets {
		if strings.Contains(string(journal), secret) {
			t.Errorf("the journal names %q", secret)
		}
	}
}

// shift writes workbooks in which a text stands where it does not belong: in
// every column of a row, with our stamp and without, and as the branch code of
// every row of one that is right otherwise.
func shift(t *testing.T, dir, secret string, n int) {
	t.Helper()
	const sheet, stampRow, row = "Đảng viên", 6, 10
	for _, name := range []string{"co-dau", "khong-dau", "ma-la"} {
		f, err := excelize.OpenFile(filepath.Join(dir, "nhan-ve", "XM.01-chi-bo.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for c, stamp := range rows[stampRow-1] {
			if stamp == "" {
				continue
			}
			code := stamp == "#branch_code"
			for r := row - 1; r <= len(rows); r++ {
				if r != row && !code || name == "ma-la" && !code || len(rows[r-1]) < 2 || rows[r-1][1] == "" {
					continue
				}
				cell, _ := excelize.CoordinatesToCellName(c+1, r)
				if err := f.SetCellStr(sheet, cell, secret); err != nil {
					t.Fatal(err)
				}
			}
		}
		if name != "co-dau" {
			unstamp(t, f)
		}
		path := filepath.Join(dir, "la", name, string(rune('a'+n))+".xlsx")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := f.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
}

func unstamp(t *testing.T, f *excelize.File) {
	t.Helper()
	if err := f.DeleteSheet("_xeploai"); err != nil {
		t.Fatal(err)
	}
	props, err := f.GetCustomProps()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range props {
		if err := f.SetCustomProps(excelize.CustomProperty{Name: p.Name}); err != nil {
			t.Fatal(err)
		}
	}
}
