package excel

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func TestReviewSheetRefusesWhatItCannotPlace(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(set func(string, int, any), groups []int, f *excelize.File)
		want evaluate.Code
	}{
		{"no grade", func(set func(string, int, any), g []int, _ *excelize.File) { set("decision_reason", g[0], "lý do") }, "E394"},
		{"no grade on an own row", func(set func(string, int, any), g []int, _ *excelize.File) { set("decision_number", g[1]+1, "1") }, "E394"},
		{"no such grade", func(set func(string, int, any), g []int, _ *excelize.File) { set("decision", g[0], "Khá") }, "X109"},
		{"hidden cells lost", func(set func(string, int, any), g []int, _ *excelize.File) {
			set("decision", g[0], "Hoàn thành nhiệm vụ")
			set(markGroup, g[0], "")
		}, "E393"},
		{"a line twice", func(set func(string, int, any), g []int, _ *excelize.File) { set(markSubject, g[0]+1, "") }, "E393"},
		{"a group without subjects", func(set func(string, int, any), g []int, _ *excelize.File) {
			set("decision", g[0], "Hoàn thành nhiệm vụ")
			set(markGroup, g[0], "member/other//")
		}, "E393"},
		{"stamps lost", func(_ func(string, int, any), _ []int, f *excelize.File) {
			if err := f.RemoveRow(sheetReview, stampRow); err != nil {
				t.Fatal(err)
			}
		}, "E393"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := writtenReview(t, 20, c.edit)
			if got := errorsOf(ps); got != string(c.want) {
				explain(t, ps)
				t.Errorf("got %q, want %s", got, c.want)
			}
			for _, p := range ps {
				if p.At.File != "ket-qua.xlsx" || p.Hint == "" {
					t.Errorf("%+v says too little", p)
				}
			}
		})
	}
}

// Visible cells that were moved without the hidden ones show somebody else than the
// hidden cells name: a decision there is nobody's, be it the subject's own or that of
// its group.
func TestReviewHoldsWhatIsShownAgainstWhatIsHidden(t *testing.T) {
	swap := func(t *testing.T, f *excelize.File, a, b, columns int) {
		for _, row := range []int{a, b} {
			if err := f.UnmergeCell(sheetReview, cellName(1, row), cellName(9, row)); err != nil {
				t.Fatal(err)
			}
		}
		for c := 1; c <= columns; c++ {
			x, y := get(t, f, sheetReview, cellName(c, a)), get(t, f, sheetReview, cellName(c, b))
			for row, v := range map[int]string{a: y, b: x} {
				if err := f.SetCellValue(sheetReview, cellName(c, row), v); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	const good = "Hoàn thành tốt nhiệm vụ"
	type edit = func(t *testing.T, set func(string, int, any), g []int, f *excelize.File)
	for _, c := range []struct {
		name   string
		edit   edit
		line   func(g []int) int // the line of the decision that is told; nil for none
		naming string
	}{
		{"own decision moved along", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[0]+1, good)
			swap(t, f, g[0]+1, g[0]+2, 14)
		}, func(g []int) int { return g[0] + 2 }, `mã tra cứu "m0007", trong khi ô ẩn của dòng ghi "m0002"`},
		{"across groups", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[1], good)
			swap(t, f, g[0]+1, g[1]+1, 9)
		}, func(g []int) int { return g[1] }, `"m0007", trong khi ô ẩn của dòng ghi "m0001"`},
		{"the code alone is gone", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[0]+1, good)
			swap(t, f, g[0]+1, 40, 2)
		}, func(g []int) int { return g[0] + 1 }, "không còn mã tra cứu"},
		{"the name alone is another's", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[0]+1, good)
			if err := f.SetCellValue(sheetReview, cellName(3, g[0]+1), get(t, f, sheetReview, cellName(3, g[0]+2))); err != nil {
				t.Fatal(err)
			}
		}, func(g []int) int { return g[0] + 1 }, "tên hiện ở dòng này"},
		{"headings of groups exchanged", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[0], good)
			swap(t, f, g[0], g[1], 1)
		}, func(g []int) int { return g[0] }, "nhóm hiện ở dòng này"},
		{"a subject where a group's line was", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[0], good)
			swap(t, f, g[0], g[0]+1, 9)
		}, func(g []int) int { return g[0] }, "dòng chung của một nhóm"},
		{"whole rows", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[0]+1, good)
			set("decision", g[1], good)
			swap(t, f, g[0]+1, g[1]+1, 20)
			swap(t, f, g[0], g[1], 20)
		}, nil, ""},
		{"nothing decided there", func(t *testing.T, set func(string, int, any), g []int, f *excelize.File) {
			set("decision", g[1], good)
			swap(t, f, g[0]+1, g[0]+2, 9)
		}, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var lines []int
			_, ps := writtenReview(t, 20, func(set func(string, int, any), g []int, f *excelize.File) {
				lines = g
				c.edit(t, set, g, f)
			})
			if c.line == nil {
				if errorsOf(ps) != "" {
					explain(t, ps)
				}
				return
			}
			if errorsOf(ps) != "E393" {
				explain(t, ps)
				t.Fatalf("%q, want E393", errorsOf(ps))
			}
			for _, p := range ps {
				if p.Code == "E393" && (p.At.Cell != cellName(10, c.line(lines)) || !strings.Contains(p.Message, c.naming)) {
					t.Errorf("%s: %s", p.At, p.Message)
				}
			}
		})
	}
}
