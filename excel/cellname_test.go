package excel

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What stands in the column of names: taken as it is, less what can be no part of
// a name, asked about, or refused.
func TestNamesOfPeople(t *testing.T) {
	for raw, want := range map[string]struct {
		name string
		how  tolerance
		code evaluate.Code
	}{
		"Nguyễn Mẫu A":                          {"Nguyễn Mẫu A", asExpected, ""},
		"Y-Mẫu Niê":                             {"Y-Mẫu Niê", asExpected, ""},
		"H'Mẫu Êban":                            {"H'Mẫu Êban", asExpected, ""},
		"Người Mẫu 12":                          {"Người Mẫu 12", asExpected, ""},
		"Ôn Mẫu A":                              {"Ôn Mẫu A", asExpected, ""},
		"Đồng Mẫu Chí":                          {"Đồng Mẫu Chí", asExpected, ""},
		"Chúc Mẫu A":                            {"Chúc Mẫu A", asExpected, ""},
		"Đ/c Nguyễn Mẫu A":                      {"Nguyễn Mẫu A", addressed, ""},
		"đ/c: Nguyễn Mẫu A":                     {"Nguyễn Mẫu A", addressed, ""},
		"ĐỒNG CHÍ Nguyễn Mẫu A":                 {"Nguyễn Mẫu A", addressed, ""},
		"2. Nguyễn Mẫu B":                       {"Nguyễn Mẫu B", addressed, ""},
		"2) Đ/c Nguyễn Mẫu B":                   {"Nguyễn Mẫu B", addressed, ""},
		"12 Nguyễn Mẫu B":                       {"Nguyễn Mẫu B", addressed, ""},
		"Thiếu tá Nguyễn Mẫu A":                 {"Nguyễn Mẫu A", addressed, ""},
		"Đ/c Đại úy, Nguyễn Mẫu A":              {"Đại úy, Nguyễn Mẫu A", addressed, "X197"},
		"Phó Bí Thư Chi Bộ Nguyễn Mẫu A":        {"Nguyễn Mẫu A", addressed, ""},
		"Phó bí thư chi bộ Nguyễn Mẫu A":        {"Nguyễn Mẫu A", addressed, ""},
		"Bí thư: Nguyễn Mẫu A":                  {"Nguyễn Mẫu A", addressed, ""},
		"Đại Mẫu A":                             {"Đại Mẫu A", asExpected, ""},
		"Đại tá Mẫu":                            {"Đại tá Mẫu", asExpected, ""},
		"Thiếu tá":                              {"", asExpected, "X196"},
		"Nguyễn Mẫu An Trần Mẫu Bình":           {"Nguyễn Mẫu An Trần Mẫu Bình", asExpected, "X197"},
		"Công Tằng Tôn Nữ Mẫu An Bình":          {"Công Tằng Tôn Nữ Mẫu An Bình", asExpected, "X197"},
		"Tôn Nữ Mẫu An Bình":                    {"Tôn Nữ Mẫu An Bình", asExpected, ""},
		"Nguyễn Mẫu C (bí thư)":                 {"Nguyễn Mẫu C", addressed, ""},
		"Nguyễn Mẫu C - Phó Bí thư":             {"Nguyễn Mẫu C", addressed, ""},
		"Nguyễn Mẫu C (lớn)":                    {"Nguyễn Mẫu C (lớn)", asExpected, "X197"},
		"Ông Nguyễn Mẫu A":                      {"Ông Nguyễn Mẫu A", asExpected, "X197"},
		"3. Bà Nguyễn Mẫu A":                    {"Bà Nguyễn Mẫu A", addressed, "X197"},
		"Nguyễn Mẫu A, Trần Mẫu B":              {"", asExpected, "X196"},
		"Nguyễn Mẫu A / Trần Mẫu B":             {"", asExpected, "X196"},
		"Nguyễn Mẫu A - Trần Mẫu B":             {"", asExpected, "X196"},
		"Nguyễn Mẫu A – Trần Mẫu B":             {"", asExpected, "X196"},
		"Nguyễn Mẫu A -Trần Mẫu B":              {"", asExpected, "X196"},
		"Nguyễn Mẫu A - Tám":                    {"Nguyễn Mẫu A - Tám", asExpected, "X197"},
		"Nguyễn Mẫu A - Phó Bí Thư":             {"Nguyễn Mẫu A", addressed, ""},
		"Y-Mẫu Niê-Kđăm":                        {"Y-Mẫu Niê-Kđăm", asExpected, ""},
		"Nguyễn Mẫu A, Tám":                     {"Nguyễn Mẫu A, Tám", asExpected, "X197"},
		"Nguyễn Mẫu A và Trần Mẫu B":            {"", asExpected, "X196"},
		"Và Mẫu A":                              {"Và Mẫu A", asExpected, ""},
		"Nguyễn Mẫu A\nTrần Mẫu B":              {"", asExpected, "X196"},
		"1. Nguyễn Mẫu A\r\n2. Trần Mẫu B":      {"", asExpected, "X196"},
		"Nguyễn Mẫu\nThị A":                     {"Nguyễn Mẫu Thị A", tidied, "X197"},
		"Nguyễn Mẫu A\n(bí thư)":                {"Nguyễn Mẫu A", addressed, "X197"},
		"Nguyễn Mẫu A, Phó Bí thư, Trưởng thôn": {"Nguyễn Mẫu A, Phó Bí thư", addressed, "X197"},
		"Nguyễn Mẫu A; Hiệu trưởng":             {"Nguyễn Mẫu A; Hiệu trưởng", asExpected, "X197"},
		"Nguyễn Mẫu A\nPhó Bí Thư":              {"Nguyễn Mẫu A Phó Bí Thư", tidied, "X197"},
		"Nguyễn Mẫu A\nPhó Bí thư":              {"Nguyễn Mẫu A Phó Bí thư", tidied, "X197"},
		"Nguyễn Mẫu A\nĐảng viên dự bị":         {"Nguyễn Mẫu A Đảng viên dự bị", tidied, "X197"},
		"Nguyễn Mẫu\nA":                         {"Nguyễn Mẫu A", tidied, ""},
		"00109 Nguyễn Mẫu A":                    {"00109 Nguyễn Mẫu A", asExpected, "X197"},
		"Nguyễn Mẫu A 001095001000":             {"Nguyễn Mẫu A 001095001000", asExpected, "X197"},
		"12345":                                 {"", 0, "X196"},
		"Đ/c":                                   {"", 0, "X196"},
		"01/02/1960":                            {"", 0, "X196"},
		"ngày 1 tháng 2 năm 1960":               {"", 0, "X196"},
		"mau.a@vidu.vn":                         {"", 0, "X196"},
		"---":                                   {"", 0, "X196"},
		"Đảng viên 1":                           {"", 0, "X196"},
		"ĐẢNG VIÊN":                             {"", 0, "X196"},
		"2. Đảng viên (12)":                     {"", 0, "X196"},
		"Bí thư chi bộ":                         {"", 0, "X196"},
		"chưa rõ":                               {"", 0, "X196"},
		"Không Mẫu Rõ":                          {"Không Mẫu Rõ", asExpected, ""},
	} {
		got := newCellReader(factOf(t, "full_name"), false).read(raw)
		at := evaluate.Origin{File: "a.xlsx", Sheet: "Trang", Cell: "B9"}
		var code evaluate.Code
		switch {
		case got.problem != nil:
			code = got.problem(at).Code
		case got.doubt != nil:
			code = got.doubt.as(at, 1).Code
		}
		if got.text != want.name || code != want.code || got.problem == nil && got.how != want.how {
			t.Errorf("%q: %q (%d) %s, want %q (%d) %s", raw, got.text, got.how, code, want.name, want.how, want.code)
		}
	}
}

// Bodies are called whatever they like.
func TestNamesOfBodiesAreFree(t *testing.T) {
	def := *factOf(t, "full_name")
	def.Kind = evaluate.Organization
	for _, raw := range []string{"12", "Chi bộ 2 (khu phố)", "Bà Mẫu"} {
		if got := newCellReader(&def, false).read(raw); got.text != raw || got.problem != nil || got.doubt != nil {
			t.Errorf("%q became %+v", raw, got)
		}
	}
}
