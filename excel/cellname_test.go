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
		"nt":                                    {"", 0, "X196"},
		"N.T":                                   {"", 0, "X196"},
		"-nt-":                                  {"", 0, "X196"},
		"Như trên":                              {"", 0, "X196"},
		"TRỐNG":                                 {"", 0, "X196"},
		"Hết":                                   {"", 0, "X196"},
		"Chưa có":                               {"", 0, "X196"},
		"N/A":                                   {"", 0, "X196"},
		"Hết Mẫu Na":                            {"Hết Mẫu Na", asExpected, ""},
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

// What the old fonts and a keyboard program that is off leave of a name: what no name holds
// refuses it, what hardly any does is asked about.
func TestNamesTypedInOldFonts(t *testing.T) {
	for raw, want := range map[string]evaluate.Code{
		"§inh MÉu V¨n Toµn":           "X196", // TCVN3
		"NguyÔn MÉu C«ng Nhung":       "X196",
		"L\u00adu MÉu B×nh":           "X196",
		"Buøi Maãu Ngoïc Hoøa":        "X196", // VNI
		"Nguyá»…n Máº«u An":           "X196", // UTF-8 taken for Latin 1
		"Nguye64n Ma64u Va8n":         "X196", // a keyboard program that is off
		"Nguye^~n Ma^~u An":           "X196",
		"Nguy\ufffdn Mẫu An":          "X196",
		"Böhm Mẫu An":                 "X197", // names of other countries
		"Đặng Mẫu Chloë":              "X197",
		"François Mẫu":                "X197",
		"TuyÕt MÉu Lan":               "X197", // each letter is one of ours, but not there
		"ÑINH MAÃU AN":                "X197",
		"Leâ Maãu Vaên An":            "X197",
		"Lys Maaux Quoocs Thaor":      "X197",
		"Ddinh Maaux An":              "X197",
		"Luwu Mau An":                 "X197",
		"Nguyễn Mẫu2 An":              "X197",
		"Nguyễn Mẫu An2":              "X197",
		"12Nguyễn Mẫu An":             "X197",
		"H’Mẫu Êban":                  "",
		"H'Mẫu Kbuôr":                 "",
		"Y Mẫu Ksor":                  "",
		"Y Ƀliñ Mẫu Čĭl":              "",
		"Coor Thị Mẫu":                "",
		"Pơloong Mẫu Hoà":             "",
		"RơChâm Mẫu":                  "",
		"Hoàng Mẫu Thuý Quyên":        "",
		"NGUYỄN MẪU HOÀ":              "",
		"Nguyen Mau Xoong":            "",
		"Trần Mẫu Khoẻ":               "",
		"Võ Mẫu Uyên Hoè":             "",
		"Nguyễn Mẫu Hạ-Uy":            "",
		"Hoa\u0300ng Ma\u0302\u0303u": "",
	} {
		got := newCellReader(factOf(t, "full_name"), false).read(raw)
		var code evaluate.Code
		switch {
		case got.problem != nil:
			code = got.problem(evaluate.Origin{}).Code
		case got.doubt != nil:
			code = got.doubt.as(evaluate.Origin{}, 1).Code
		}
		if code != want {
			t.Errorf("%q: %s, want %s", raw, code, want)
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
