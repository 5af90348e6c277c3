package excel

import (
	"strconv"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

func TestNumberCellRoundsInsteadOfCutting(t *testing.T) {
	for in, want := range map[string]string{
		"90": "90", "89.999": "89.999", "-0.25": "-0.25", "2/3": "0.666666666666667", "200/3": "66.6666666666667",
		"2/7": "0.285714285714286", "-2/3": "-0.666666666666667", "67.475": "67.475", "1/3000000": "0.000000333333333",
	} {
		var got string
		switch v := numberCell(num(t, in)).(type) {
		case int:
			got = strconv.Itoa(v)
		case float64:
			got = strconv.FormatFloat(v, 'f', -1, 64)
		}
		if got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
}

func TestSerialCountsDays(t *testing.T) {
	for d, want := range map[evaluate.Date]int{
		{Year: 1900, Month: 3, Day: 1}: 61, {Year: 2000, Month: 2, Day: 29}: 36585, {Year: 2025, Month: 12, Day: 31}: 46022,
	} {
		if got := serial(d); got != want {
			t.Errorf("%s is %d, want %d", d, got, want)
		}
	}
}

func TestClipCountsUTF16(t *testing.T) {
	if got := clip("Số định danh cá nhân", 8); got != "Số định…" {
		t.Errorf("%q", got)
	}
	if got := clip("vừa đủ", 6); got != "vừa đủ" {
		t.Errorf("%q", got)
	}
}

func TestWrappedLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{{"", 10, 1}, {"ngắn", 10, 1}, {"một hai ba bốn năm sáu", 10, 3}, {"a\nb", 10, 2}, {"Nghiêngngảngảngả", 6, 4}} {
		if got := wrappedLines(c.text, c.width); got != c.want {
			t.Errorf("%q in %v: %d lines, want %d", c.text, c.width, got, c.want)
		}
	}
}

func TestPagesSideBySide(t *testing.T) {
	wide := func(n int, w float64, group string) []column {
		var cols []column
		for range n {
			cols = append(cols, column{width: w, group: group})
		}
		return cols
	}
	if b, _ := pageBreaks(wide(10, 20, ""), 2); b != nil {
		t.Errorf("a table that fits is broken at %v", b)
	}
	cols := append(wide(14, 20, ""), wide(4, 20, "nhóm")...)
	b, scale := pageBreaks(cols, 2)
	if len(b) != 1 || scale < leastScale || scale > bestScale {
		t.Fatalf("breaks %v at %d%%", b, scale)
	}
	cols = append(wide(12, 20, ""), wide(4, 20, "nhóm")...)
	if b, _ := pageBreaks(cols, 2); len(b) != 1 || b[0] > 13 {
		t.Errorf("a group is cut: new page at column %v, the group begins at 13", b)
	}
}

// What is cut is cut after a word, where one ends late enough.
func TestClipEndsAfterAWord(t *testing.T) {
	for text, want := range map[string]string{
		"Chấp hành thời gian sinh hoạt":   "Chấp hành thời gian…",
		"Chấp hànhthời giansinhhoạt nữa":  "Chấp hànhthời…",
		"Thời gian sinh hoạt, thông báo":  "Thời gian sinh hoạt…",
		"Một từdàikhôngcódấucáchnàođểcắt": "Một từdàikhôngcódấucách…",
	} {
		if got := clip(text, 24); got != want {
			t.Errorf("%q is cut to %q", text, got)
		}
	}
}
