package excel

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Workbooks other programs wrote; testdata/foreign/README.md says how they were
// made. They are in the layout of the day they were made and must be read for
// good.
func foreignBook(name string) string { return filepath.Join("testdata", "foreign", name+".xlsx") }

func TestForeignPrograms(t *testing.T) {
	spec := readSpec(t)
	want, _ := Read(fillTemplate(t, BranchBook, 5, sampleRemark), spec)
	for _, c := range []struct {
		name  string
		codes string
	}{
		{"libreoffice", "X177 X169"},
		{"openpyxl", "X177 X169 X169 X162 X173"},
		{"exceljs", "X177 X169 X162 X173"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, ps := Read(foreignBook(c.name), spec)
			if in == nil || codesOf(ps) != c.codes {
				explain(t, ps)
				t.Fatalf("problems %q, want %q", codesOf(ps), c.codes)
			}
			if got := valuesOf(in); got != valuesOf(want) || in.Digest != want.Digest {
				t.Errorf("values differ:\n%s\nwant\n%s", got, valuesOf(want))
			}
		})
	}
}

// Lists made from nothing by other programs, without our stamp.
func TestForeignLists(t *testing.T) {
	ids := []evaluate.FactID{"full_name", "identity_number", "category", "birth_date", "admitted_on", "rate"}
	rows := [][]string{{"Người Mẫu 1", "001095001000", "retired", "1960-01-01", "1985-02-03", "0.9"},
		{"Người Mẫu 2", "001095001001", "official", "1961-02-02", "1990-03-02", "0.95"}}
	for name, more := range map[string][]evaluate.Code{"openpyxl-list": nil, "exceljs-list": {"X176"}} {
		in, ps := Read(foreignBook(name), readSpec(t))
		if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error || in.Frames[evaluate.Member].Len() != len(rows) {
			explain(t, ps)
			t.Fatalf("%s: %s", name, codesOf(ps))
		}
		for i, want := range rows {
			if got := memberRow(t, in, i, ids...); !slices.Equal(got, want) {
				t.Errorf("%s row %d: %q, want %q", name, i, got, want)
			}
		}
		for _, code := range append([]evaluate.Code{"X157", "X162", "X163", "X172", "X175"}, more...) {
			if !strings.Contains(codesOf(ps), string(code)) {
				t.Errorf("%s: no %s in %s", name, code, codesOf(ps))
			}
		}
	}
}

// A marked copy of another program's workbook keeps its chart and its comment.
func TestForeignMarked(t *testing.T) {
	path := foreignBook("openpyxl")
	_, ps := Read(path, readSpec(t))
	ps = append(ps, errorAt("X104", evaluate.Origin{File: "nhan/mau.xlsx", Sheet: sheetMembers, Cell: "J9"}, "thử", "sửa"))
	var b bytes.Buffer
	if err := Mark(&b, path, ps); err != nil {
		t.Fatal(err)
	}
	out := keepBook(t, "marked", b.Bytes())
	chart, comment := false, false
	for _, p := range parts(t, out) {
		chart = chart || strings.Contains(p.name, "charts/chart") && bytes.Contains(p.data, []byte("barChart"))
		comment = comment || strings.Contains(p.name, "comments") && bytes.Contains(p.data, []byte("cần xem"))
	}
	if !chart || !comment {
		t.Errorf("chart kept: %v, comment kept: %v", chart, comment)
	}
	again, _ := Read(out, readSpec(t))
	if again == nil || !again.Marked {
		t.Error("the copy is not read as a marked one")
	}
}
