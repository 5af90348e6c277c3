package excel

import (
	"io"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A workbook saved again says what it said; one cell that differs, on any sheet, is told.
func TestCellsDigestKnowsContentsNotBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	f := excelize.NewFile()
	if _, err := f.NewSheet("Hai"); err != nil {
		t.Fatal(err)
	}
	set := func(sheet, cell string, v any) {
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	save := func() string {
		if err := f.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		return CellsDigest(path)
	}
	set("Sheet1", "B2", "một\r\nhai")
	set("Sheet1", "C3", 84.8333333333333)
	set("Hai", "A1", "x")
	first := save()
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", "B2", "D9", style); err != nil {
		t.Fatal(err)
	}
	set("Sheet1", "B2", "một\nhai")
	set("Sheet1", "C3", "84.83333333333330")
	set("Sheet1", "C3", 84.83333333333330)
	if again := save(); first == "" || again != first {
		t.Errorf("saved again: %q, first %q", again, first)
	}
	set("Hai", "A1", "y")
	if other := save(); other == first {
		t.Error("another cell, the same digest")
	}
	if got := CellsDigest(filepath.Join(t.TempDir(), "none.xlsx")); got != "" {
		t.Errorf("no file: %q", got)
	}
}

// A result workbook knows whether it says what was written, whatever program saved it since;
// a cell that differs on any sheet, or one of the stamp's gone, is somebody's work.
func TestResultKnowsWhetherItIsAsWritten(t *testing.T) {
	for name, spec := range map[string]ResultSpec{"sample": sampleResult(t, 40), "review": reviewResult(t, 20)} {
		path, _ := written(t, name, func(w io.Writer) error { return WriteResult(w, spec) })
		if !AsWritten(path) {
			t.Errorf("%s: not as it was written", name)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Save(); err != nil || !AsWritten(path) {
			t.Errorf("%s: saved again: %v", name, err)
		}
		if err := f.SetCellStr(sheetAbout, "H30", "x"); err != nil {
			t.Fatal(err)
		}
		if err := f.Save(); err != nil || AsWritten(path) {
			t.Errorf("%s: changed: %v", name, err)
		}
		f.Close()
	}
	if AsWritten(fillTemplate(t, BranchBook, 2)) {
		t.Error("a template is said to know")
	}
}
