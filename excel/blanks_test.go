package excel

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// A column that many left out is one problem, and so is a row of which hardly
// anything is said; every cell is named in exactly one.
func TestBlanksAreToldByColumnOrByRow(t *testing.T) {
	spec := readSpec(t)
	for name, c := range map[string]struct {
		blank map[string][]int // rows by fact
		want  []string
	}{
		"one cell":           {map[string][]int{"category": {1}}, []string{"G10"}},
		"a column":           {map[string][]int{"category": {0, 1, 2, 3, 4}}, []string{"G9:G13"}},
		"a column with gaps": {map[string][]int{"category": {0, 2, 3}}, []string{"G9 G11:G12"}},
		"a row":              {map[string][]int{"category": {1}, "admitted_on": {1}, "full_name": {1}}, []string{"B10 G10:H10"}},
		"a row and a column": {map[string][]int{"category": {0, 1, 2, 3, 4}, "admitted_on": {1}, "full_name": {1}}, []string{"G9:G13", "B10 H10"}},
		"a row with one cell beside a column": {map[string][]int{"category": {0, 1}, "admitted_on": {1}},
			[]string{"G9:G10", "H10"}},
		"as many rows as columns": {map[string][]int{"category": {0, 1}, "admitted_on": {0, 1}}, []string{"G9:G10", "H9:H10"}},
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t, func(e *editor) {
				for fact, rows := range c.blank {
					for _, n := range rows {
						e.must(e.SetCellValue(sheetMembers, e.at(sheetMembers, fact, n), nil))
					}
				}
			})
			_, ps := Read(path, spec)
			var got []string
			for _, p := range ps {
				if p.Code != "X110" {
					t.Errorf("%s at %s", p.Code, p.At)
				}
				cells := p.Cells
				if cells == nil {
					cells = []string{p.At.Cell}
				}
				if first, _, _ := strings.Cut(cells[0], ":"); first != p.At.Cell {
					t.Errorf("the first of %v is not %s", cells, p.At.Cell)
				}
				got = append(got, strings.Join(cells, " "))
			}
			if !slices.Equal(got, c.want) {
				explain(t, ps)
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// What is one problem is still shown at each of its cells, tinted and with a note,
// and the counts say how many there are.
func TestEveryBlankCellIsMarked(t *testing.T) {
	path := filled(t, func(e *editor) {
		for n := range 5 {
			e.must(e.SetCellValue(sheetMembers, e.at(sheetMembers, "category", n), nil))
		}
		for _, fact := range []string{"admitted_on", "full_name"} {
			e.must(e.SetCellValue(sheetMembers, e.at(sheetMembers, fact, 1), nil))
		}
	})
	_, ps := Read(path, readSpec(t))
	var out bytes.Buffer
	if err := Mark(&out, path, ps); err != nil {
		t.Fatal(err)
	}
	marked := filepath.Join(t.TempDir(), "marked.xlsx")
	if err := os.WriteFile(marked, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(marked)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	notes, err := f.GetComments(sheetMembers)
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range []string{"G9", "G10", "G11", "G12", "G13", "B10", "H10"} {
		if !slices.ContainsFunc(notes, func(c excelize.Comment) bool { return c.Cell == cell }) {
			t.Errorf("no note on %s", cell)
		}
		id, err := f.GetCellStyle(sheetMembers, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil || len(style.Fill.Color) == 0 || style.Fill.Color[0] != errorTint {
			t.Errorf("%s is not tinted: %v", cell, err)
		}
	}
	if got, err := f.GetCellValue(sheetErrors, "A3"); err != nil || got != "2 lỗi · Theo loại: X110 ô bắt buộc để trống: 2 (7 ô)" {
		t.Errorf("the counts say %q, %v", got, err)
	}
}

// Cells count in areas of one column, of one row and of both.
func TestCountCells(t *testing.T) {
	if n := evaluate.CountCells([]string{"K12:K40", "K45", "Z9:AB9", "A1:B3"}); n != 29+1+3+6 {
		t.Errorf("%d cells", n)
	}
}
