package excel

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Nobody is passed over for his name: whatever a name has in common with the words of
// totals, asides and signatures, its row is read, or asked about, in any dress.
func TestNamesAreNoTotals(t *testing.T) {
	var names []string
	for _, family := range []string{"Tống", "Vũ", "Tô", "Danh", "Bí", "Đỗ", "Trung", "Nông", "Trần", "Hà"} {
		for _, given := range []string{"Cộng", "Tổng", "Số", "Bình", "Quân", "Trung", "Vắng", "Hết", "Tốt", "Thư", "Ký", "Nam", "Nữ", "Đó", "Lập", "Tỷ", "Hà", "Xuất"} {
			names = append(names, family+" Mẫu "+given, given+" Mẫu "+family)
		}
	}
	beside := []map[string]any{
		{"identity_number": 12}, {"identity_number": "12 đảng viên"}, {"score_1": 9}, {"proposal_self": "XS: 2, T: 9"}, {"remark": "2 đ/c"},
		{"remark": "Ghi chú"}, {"score_1": "BÍ THƯ"}, {"remark": "Tổng số"},
	}
	for at, extra := range beside {
		var written []string
		for i := at; i < len(names); i += len(beside) / 2 { // each name in two dresses
			switch name := names[i]; i % 3 {
			case 1:
				written = append(written, strings.ToUpper(name))
			case 2:
				written = append(written, "Đ/c "+name)
			default:
				written = append(written, name)
			}
		}
		path := filled(t, func(e *editor) {
			for i, name := range written {
				row := dataRow + 5 + i
				e.must(e.SetCellStr(sheetMembers, fmt.Sprint(e.column("full_name"), row), name))
				for fact, v := range extra {
					e.must(e.SetCellValue(sheetMembers, fmt.Sprint(e.column(fact), row), v))
				}
			}
		})
		in, ps := Read(path, readSpec(t))
		if got := in.Frames[evaluate.Member].Len(); got != 5+len(written) {
			explain(t, ps)
			t.Errorf("%v: %d rows of %d", extra, got, 5+len(written))
		}
	}
}

// What people write for short over sums and means is a total beside figures alone.
func TestShortWordsOfTotals(t *testing.T) {
	for _, word := range []string{"TB", "ĐTB", "Điểm TB", "T.Cộng", "T. cộng", "TC", "Cộng cột", "Cộng tổng", "∑", "Σ", "∑:"} {
		for _, number := range []any{nil, "001095001999"} { // whoever has one is somebody
			in, ps := Read(filled(t, func(e *editor) {
				e.must(e.SetCellStr(sheetMembers, fmt.Sprint(e.column("full_name"), dataRow+5), word))
				e.must(e.SetCellValue(sheetMembers, fmt.Sprint(e.column("score_1"), dataRow+5), 9.5))
				e.must(e.SetCellValue(sheetMembers, fmt.Sprint(e.column("identity_number"), dataRow+5), number))
			}), readSpec(t))
			if passed := in.Frames[evaluate.Member].Len() == 5; passed != (number == nil) || passed && codesOf(ps) != "X172" {
				t.Errorf("%s (%v): passed %v, %s", word, number, passed, codesOf(ps))
			}
		}
	}
}

// Figures without a word that are the sums of those above are nobody's; any others are
// somebody's whose name is missing.
func TestSumsWithoutWords(t *testing.T) {
	for name, c := range map[string]struct {
		score1, score2, other any
		passed                bool
	}{
		"sums":                {47.5, 35, nil, true},
		"one of them":         {47.5, nil, nil, true},
		"another figure":      {47.5, 6, nil, false},
		"what each has":       {9.5, nil, nil, false},
		"sums and a number":   {47.5, 35, "001095001999", false},
		"nothing but nothing": {0, nil, nil, false},
	} {
		in, ps := Read(filled(t, func(e *editor) {
			for fact, v := range map[string]any{"score_1": c.score1, "score_2": c.score2, "identity_number": c.other} {
				e.must(e.SetCellValue(sheetMembers, fmt.Sprint(e.column(fact), dataRow+5), v))
			}
		}), readSpec(t))
		if got := in.Frames[evaluate.Member].Len() == 5; got != c.passed || got && codesOf(ps) != "X172" {
			explain(t, ps)
			t.Errorf("%s: passed %v, %s", name, got, codesOf(ps))
		}
	}
}
