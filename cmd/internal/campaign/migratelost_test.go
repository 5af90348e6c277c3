package campaign

import (
	"cmp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/excel"
)

// A workbook that lost a sheet comes back as a whole one also where cells of another could
// not be read: what stood in them is listed there, and holds it back until somebody has
// seen to it. What would be lost in such a copy, as a column nobody knows, is repaired first.
func TestLostSheetAndOtherFaults(t *testing.T) {
	for name, c := range map[string]struct {
		edit  func(f *excelize.File, column func(string) string) error
		moved bool
		left  string // what the copy lists as not brought over
	}{
		"the sheet alone": {func(*excelize.File, func(string) string) error { return nil }, true, ""},
		"a day that is none": {func(f *excelize.File, column func(string) string) error {
			return f.SetCellStr(messyMembers, column("birth_date")+"10", "31/02/1980")
		}, true, "31/02/1980"},
		"a blank cell": {func(f *excelize.File, column func(string) string) error {
			return f.SetCellStr(messyMembers, column("admitted_on")+"10", "")
		}, true, ""},
		"more done than assigned": {func(f *excelize.File, column func(string) string) error {
			return f.SetCellInt(messyMembers, column("tasks_done")+"9", 12)
		}, true, ""},
		"a column nobody knows": {func(f *excelize.File, column func(string) string) error {
			return cmp.Or(f.InsertCols(messyMembers, "D", 1), f.SetCellStr(messyMembers, "D8", "Xếp loại"), f.SetCellStr(messyMembers, "D9", "Hoàn thành tốt nhiệm vụ"))
		}, false, ""},
	} {
		s := newSpecimen(t)
		got := s.take(t, s.changed(t, func(f *excelize.File, column func(string) string) error {
			return cmp.Or(c.edit(f, column), f.DeleteSheet("Tổ chức"))
		}))
		if got.Outcome != Rejected || len(coded(got.Problems, excel.CodeSheetGone)) != 1 || (got.Migrated != "") != c.moved {
			t.Errorf("%s: %s, moved to %q, told %v", name, got.Outcome, got.Migrated, got.Problems)
			continue
		}
		if c.moved {
			if text := unmovedOf(t, s.Folder.path(got.Migrated)); (text != "") != (c.left != "") || !strings.Contains(text, c.left) {
				t.Errorf("%s: the copy lists %q", name, text)
			}
		}
	}
}

// unmovedOf is what a copy in the present layout lists as not brought over.
func unmovedOf(t *testing.T, path string) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Chưa chuyển")
	if err != nil || len(rows) < 5 {
		return ""
	}
	return strings.Join(rows[4], " ")
}
