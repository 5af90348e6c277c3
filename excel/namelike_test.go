package excel

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// lonely reads a report with one more row, of nothing but a name and perhaps a figure, and
// tells whether it was passed over, and the codes of what was said.
func lonely(t *testing.T, name string, figure any) (passed bool, codes string) {
	t.Helper()
	in, ps := Read(filled(t, func(e *editor) {
		e.must(e.SetCellStr(sheetMembers, fmt.Sprint(e.column("full_name"), dataRow+5), name))
		e.must(e.SetCellValue(sheetMembers, fmt.Sprint(e.column("score_1"), dataRow+5), figure))
	}), readSpec(t))
	return in.Frames[evaluate.Member].Len() == 5, codesOf(ps)
}

// Headings of groups, sums in many words and lines of minutes are nobody, in whatever words;
// it is told of each, and asked where nothing but the way it is written says so.
func TestWordsOfNobody(t *testing.T) {
	for text, want := range map[string]string{
		"II": "X167 note", "A. NAM": "X167 note", "b) Nữ": "X167 note", "./.": "X167 note", "I. Cán bộ nghỉ hưu": "X167 warning", "Hưu trí": "X167 note", "HƯU TRÍ": "X167 note",
		"Chi ủy": "X167 note", "BAN CHI ỦY": "X167 note", "Toàn chi bộ": "X167 warning", "Tổng số ĐV: 7": "X167 warning", "- HT: 0; HT: 7 (100%)": "X172 note",
		"Ấn định danh sách có 07 đồng chí": "X167 warning", "Cuộc họp kết thúc lúc 11 giờ 30": "X167 warning", "Biên bản họp chi bộ ngày 05/12/2025": "X167 note",
	} {
		in, ps := Read(filled(t, func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, fmt.Sprint(e.column("full_name"), dataRow+5), text))
		}), readSpec(t))
		got := ""
		if len(ps) == 1 {
			got = fmt.Sprint(ps[0].Code, " ", ps[0].Severity)
		}
		if in.Frames[evaluate.Member].Len() != 5 || got != want {
			explain(t, ps)
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A name alone in its row is somebody who was forgotten, however it is written.
func TestForgottenRowsAreNotPassedOver(t *testing.T) {
	for _, name := range []string{"Nguyễn Mẫu A", "NGUYỄN MẪU A", "nguyễn mẫu a", "Nguyễn mẫu a", "Y mẫu", "Giàng a mẫu", "Ksor mẫu", "H'Bia mẫu", "Đ/c mẫu", "Bà mẫu", "Mẫu", "Vắng Mẫu", "Hết Mẫu",
		"Đoàn Thành Công", "ĐOÀN THÀNH CÔNG", "Tống Mẫu Cộng", "Vi Mẫu", "Chi Mẫu Ủy", "Ma mẫu", "1. Lò mẫu a", "Ban Mẫu Chi", "Danh Sơn", "Moong văn Mẫu", "Hờ bá Mẫu", "Khang a Mẫu", "Qrst thị Mẫu", "đang cập nhật", "Nguyễn Mẫu A: ốm", "001095001999", "01/02/1960"} {
		for _, figure := range []any{nil, 9.5} {
			if passed, codes := lonely(t, name, figure); passed || !strings.Contains(codes, "X110") {
				t.Errorf("%q (%v): passed %v, %s", name, figure, passed, codes)
			}
		}
	}
}

// Points beside words that may be a name are somebody's; whoever knows the year of
// somebody's birth speaks of a person.
func TestFiguresBesideWords(t *testing.T) {
	for _, name := range []string{"Qrst thị mẫu", "Moong văn mẫu"} {
		if passed, codes := lonely(t, name, 9.5); passed || !strings.Contains(codes, "X110") {
			t.Errorf("%q: passed %v, %s", name, passed, codes)
		}
	}
	spec := readSpec(t)
	spec.People = true
	born := func(name string) int {
		in, _ := Read(plainBook(t, "Sheet", [][]any{{"DANH SÁCH ĐẢNG VIÊN"}, {"Họ và tên", "Năm sinh", "Mã chi bộ"}, {"Nguyễn Mẫu An", 1960, "CB-01"}, {name, 1961}}), spec)
		if in == nil || in.Frames[evaluate.Member] == nil {
			return 0
		}
		return in.Frames[evaluate.Member].Len()
	}
	for _, name := range []string{"Qrst thị Mẫu", "Moong văn Mẫu", "Khang a Mẫu"} {
		if n := born(name); n != 2 {
			t.Errorf("%q: %d people", name, n)
		}
	}
}

// What stands in the place of a name and is not written as one is asked about; no number
// says there that it is somebody's. A name that is written as names are is not, whatever
// its family.
func TestUnlikeNames(t *testing.T) {
	for name, asked := range map[string]bool{"đang cập nhật": true, "NTr": true, "Vắng": true, "như hàng trên": true, "Giống trên": true, "Chưa rõ họ tên": true, "Xem danh sách": true, "Bỏ": true, "tương tự": true, "như mục 3": true,
		"Niê": true, "nguyễn mẫu a": false, "Nguyễn thị Mẫu": false, "Y Mẫu Niê": false, "H'Bia Mẫu Êban": false, "Pơloong Mẫu Čư": false, "Mẫu Joon": false, "Người Mẫu 12": false, "Đ/c lò mẫu a": false} {
		for _, number := range []string{"", "001095001999"} {
			_, ps := Read(filled(t, func(e *editor) {
				e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "full_name", 1), name))
				e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "identity_number", 1), number))
			}), readSpec(t))
			if got := strings.Contains(codesOf(ps), "X197"); got != (asked && number == "") || got && strings.Contains(codesOf(ps), "X110") {
				explain(t, ps)
				t.Errorf("%q (%q): asked %v", name, number, got)
			}
		}
	}
}

// “STT” among the running numbers heads another table, whatever stands beside it but
// somebody.
func TestHeadingOfAnotherTable(t *testing.T) {
	in, ps := Read(filled(t, func(e *editor) {
		for i, text := range []string{"STT", "Mức xếp loại", "Số lượng", "Tỷ lệ (%)"} {
			e.must(e.SetCellStr(sheetMembers, cellName(1+i, dataRow+5), text))
		}
	}), readSpec(t))
	if in.Frames[evaluate.Member].Len() != 5 || codesOf(ps) != "X189" {
		explain(t, ps)
		t.Errorf("told as %s", codesOf(ps))
	}
	for _, mark := range []string{"TT", "STT"} {
		in, ps := Read(filled(t, func(e *editor) { e.must(e.SetCellStr(sheetMembers, cellName(1, dataRow+1), mark)) }), readSpec(t))
		if in.Frames[evaluate.Member].Len() != 5 {
			explain(t, ps)
			t.Errorf("%s: %d people", mark, in.Frames[evaluate.Member].Len())
		}
	}
}
