package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func TestEarlierLayout(t *testing.T) {
	spec := readSpec(t)
	want, _ := Read(filled(t, nil), spec)
	for _, c := range []struct {
		name  string
		edit  func(e *editor)
		codes string
		lossy bool

		unmoved int // values of a sheet that is not read
	}{
		{"as it was", func(e *editor) {}, "X177", false, 0},
		{"a column that is gone, empty", func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "AA6", "#tasks_praised"))
			e.must(e.SetCellStr(sheetMembers, "AA8", "Được khen"))
		}, "X177", false, 0},
		{"a column that is gone, filled in", func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "AA6", "#tasks_praised"))
			e.must(e.SetCellStr(sheetMembers, "AA8", "Được khen"))
			e.must(e.SetCellInt(sheetMembers, "AA10", 3))
		}, "X151 X178", true, 0},
		{"a column whose fact got another id", func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, e.column("remark")+"6", "#note"))
		}, "X177", false, 0},
		{"a sheet renamed", func(e *editor) { e.must(e.SetSheetName(sheetMembers, "Trang 7")) }, "X177 X175", false, 0},
		{"stamps that fit two kinds, the sheet renamed", func(e *editor) {
			for _, f := range []string{"org_code", "org_name"} {
				rows, _ := e.GetRows(sheetOrgs)
				c := slices.Index(rows[stampRow-1], stampMark+f)
				e.must(e.SetCellStr(sheetOrgs, cellName(c+1, stampRow), ""))
			}
			e.must(e.SetSheetName(sheetOrgs, "Trang 8"))
		}, "X151 X158 X188", true, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, ps := Read(filled(t, func(e *editor) { c.edit(e); asLayout1(e) }), spec)
			if in == nil || codesOf(ps) != c.codes || in.Lossy != c.lossy {
				explain(t, ps)
				t.Fatalf("problems %q, want %q; lossy %v", codesOf(ps), c.codes, in.Lossy)
			}
			if !c.lossy && (valuesOf(in) != valuesOf(want) || in.Digest != want.Digest) {
				t.Errorf("values differ:\n%s\nwant\n%s", valuesOf(in), valuesOf(want))
			}
			if c.unmoved > 0 {
				listed := ps[slices.IndexFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X188" })].Message
				if len(in.Unmoved) != c.unmoved || !strings.Contains(listed, "chưa đọc 1 dòng") || !strings.Contains(listed, "(B8)") {
					t.Errorf("%d values kept of the sheet that is lost: %v; %s", len(in.Unmoved), in.Unmoved, listed)
				}
			}
			if worst, _ := evaluate.Worst(ps); c.lossy != (worst == evaluate.Error) {
				t.Errorf("worst %s", worst)
			}
		})
	}
}

// asLayout1 turns a template into the first layout: its stamp rows did not name
// the kind of subjects.
func asLayout1(e *editor) {
	e.must(e.SetCellStr(sheetStamp, "B1", "1"))
	e.must(e.SetCustomProps(excelize.CustomProperty{Name: stampPrefix + "version", Value: "1"}))
	for _, s := range e.GetSheetList() {
		if v, _ := e.GetCellValue(s, "A6"); len(v) > 0 && v[0] == stampMark[0] {
			e.must(e.SetCellStr(s, "A6", ""))
		}
	}
}
