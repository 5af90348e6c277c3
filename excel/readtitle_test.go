package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A title that was typed over says another report than the stamps.
func TestTitleOfStampedTemplate(t *testing.T) {
	spec := readSpec(t)
	line := func(text string) string {
		return filled(t, func(e *editor) { e.must(e.SetCellStr(sheetMembers, "A4", text)) })
	}
	var own string
	edited(t, fillTemplate(t, BranchBook, 1), func(e *editor) { own = e.text(sheetMembers, "A4") })
	year := itoa(spec.Period.Year)
	for text, want := range map[string]evaluate.Code{
		own:            "",
		"":             "",
		"đã điền xong": "X167",
		replacing(year, itoa(spec.Period.Year-1))(own): "X155",
		replacing("CB-01", "CB-02")(own):               "X155",
		replacing("Kỳ đánh giá", "KỲ ĐÁNH GIÁ")(own):   "",
		replacing("Năm "+year, "năm  "+year+".")(own):  "",
	} {
		_, ps := Read(line(text), spec)
		if got := evaluate.Code(codesOf(ps)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if want != "" && (ps[0].At.Cell != "A4" || (ps[0].Severity == evaluate.Error) != (want == "X155")) {
			t.Errorf("%q: told as %+v", text, ps[0])
		}
	}
}

// So does a title that a sender typed anew, in words of his own: another year, or the
// name of another organization of the list as whose report it is. What names a superior or
// a year of something else is an aside.
func TestTitleTypedAnew(t *testing.T) {
	spec := readSpec(t)
	spec.OrgName = func(code string) string { return map[string]string{"CB-01": "Chi bộ Mẫu 1"}[code] }
	spec.OrgsCalled = func(name string) []string {
		return map[string][]string{"chi bộ mẫu 1": {"CB-01"}, "chi bộ mẫu 2": {"CB-02"}}[strings.ToLower(name)]
	}
	year, before := itoa(spec.Period.Year), itoa(spec.Period.Year-1)
	for _, c := range []struct{ cell, text, want string }{
		{"A3", "DANH SÁCH ĐẢNG VIÊN NĂM " + before, "X155"},
		{"A3", "DANH SÁCH ĐẢNG VIÊN NĂM " + year, ""},
		{"A3", "Danh sách năm " + year + " (so với năm " + before + ")", ""},
		{"A4", "Năm " + before, "X155"},
		{"A4", "Đồng chí Mẫu vào Đảng năm " + before, ""},
		{"A4", "Đơn vị: CHI BỘ MẪU 2", "X155"},
		{"A4", "ĐẢNG ỦY MẪU · Đơn vị: Chi bộ Mẫu 2 · Kỳ đánh giá: Năm " + year, "X155"},
		{"A4", "ĐẢNG ỦY MẪU · Đơn vị: Chi bộ Mẫu 1 · Kỳ đánh giá: Năm " + year, ""},
		{"A4", "Đơn vị: CB Mẫu một", ""},
		{"A4", "CHI BỘ MẪU 2", "X155"},
		{"A3", "CHI BỘ MẪU 2", "X155"},
		{"A3", "Danh sách đảng viên Chi bộ Mẫu 2 năm " + year, "X155"},
		{"A4", "BÁO CÁO CỦA CHI BỘ MẪU 2", "X155"},
		{"A4", "Chi bộ Mẫu 2 - Kỳ đánh giá: Năm " + year, "X155"},
		{"A4", "BÁO CÁO ĐẢNG VIÊN NĂM " + before, "X155"},
		{"A2", "BÁO CÁO ĐẢNG VIÊN NĂM " + before, "X155"},
		{"A3", "CHI BỘ MẪU 1 (gồm cả đảng viên của Chi bộ Mẫu 2 cũ) năm " + year, ""},
		{"A4", "Nhận 2 đồng chí từ Chi bộ Mẫu 2", ""},
		{"A4", "ĐẢNG BỘ MẪU 2", ""},
		{"A4", "Đơn vị: Chi bộ Mẫu 1 (CB-01) · Kỳ đánh giá: Năm " + year + " (so với kết quả năm " + before + ")", ""},
		{"A4", "Đơn vị: Chi bộ Mẫu 1 (CB-01) · Kỳ đánh giá: Năm " + year + "; năm " + before + " chi bộ HTTNV", ""},
		{"A4", "Đơn vị: Chi bộ Mẫu 1 (CB-01) · Kỳ đánh giá: Năm " + year + " - 2030", "X155"},
	} {
		_, ps := Read(filled(t, func(e *editor) { e.must(e.SetCellStr(sheetMembers, c.cell, c.text)) }), spec)
		told := ""
		for _, p := range ps {
			if p.Code == "X155" {
				told = "X155"
				if p.At.Cell != c.cell || p.At.Sheet != sheetMembers || p.Severity != evaluate.Error {
					t.Errorf("%q: told as %+v", c.text, p)
				}
			}
		}
		if told != c.want {
			t.Errorf("%s %q: %q, want %q", c.cell, c.text, told, c.want)
		}
	}
}

// Without stamps the title alone says which year it is.
func TestTitleOfUnstampedList(t *testing.T) {
	spec := readSpec(t)
	spec.Period.Year = 2025
	for title, refused := range map[string]bool{
		"DANH SÁCH XẾP LOẠI NĂM 2024":           true,
		"Danh sách xếp loại năm 2025":           false,
		"So với năm 2024, danh sách năm 2025":   false,
		"(Theo Quy định số 124-QĐ/TW năm 2023)": false,
		"Xã Mẫu, ngày 12 tháng 12 năm 2024":     false,
		"Danh sách lần thứ 2024":                false,
	} {
		path := filled(t, func(e *editor) {
			unstamp(e)
			e.must(e.SetCellStr(sheetMembers, "A4", ""))
			e.must(e.SetCellStr(sheetMembers, "A3", title))
		})
		_, ps := Read(path, spec)
		i := slices.IndexFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X153" })
		if refused != (i >= 0) {
			t.Errorf("%s: %s", title, codesOf(ps))
		}
		if i >= 0 && ps[i].At.Cell != "A3" {
			t.Errorf("%s: told at %s", title, ps[i].At)
		}
	}
}

// The cover says whose report it is as the titles do, and is heard as they are; a
// name that stands otherwise in one place than in the others is a question too.
func TestCoverOfStampedTemplate(t *testing.T) {
	spec := readSpec(t)
	year := itoa(spec.Period.Year)
	rows := map[string]int{}
	edited(t, fillTemplate(t, BranchBook, 1), func(e *editor) {
		for row := 1; row < coverListRow; row++ {
			rows[e.text(sheetCover, cellName(1, row))] = row
		}
	})
	unit, code, period := cellName(coverCount, rows[labelUnit]), cellName(coverCount, rows[labelUnitCode]), cellName(1, rows["Năm "+year])
	for name, c := range map[string]struct {
		sheet string
		sets  map[string]string
		want  string
		at    string
	}{
		"as it was":     {sheetCover, nil, "", ""},
		"another code":  {sheetCover, map[string]string{code: "CB-02"}, "X155", code},
		"another place": {sheetCover, map[string]string{unit: "Chi bộ Mẫu khác", code: "CB-02"}, "X155", code},
		"another name":  {sheetCover, map[string]string{unit: "Chi bộ Mẫu khác"}, "X155", unit},
		"another year":  {sheetCover, map[string]string{period: "Năm 2019"}, "X155", period},
		"small letters": {sheetCover, map[string]string{code: "cb-01", period: "năm  " + year}, "", ""},
		"left blank":    {sheetCover, map[string]string{code: "", unit: "", period: ""}, "", ""},
		"remarks":       {sheetCover, map[string]string{"A3": "Xã Năm Căn"}, "X167", "A3"}, // no year of ours
	} {
		_, ps := Read(filled(t, func(e *editor) {
			for cell, text := range c.sets {
				e.must(e.SetCellStr(c.sheet, cell, text))
			}
		}), spec)
		if codesOf(ps) != c.want || c.want != "" && (ps[0].At.Cell != c.at || ps[0].At.Sheet != c.sheet || (ps[0].Severity == evaluate.Error) != (c.want == "X155")) {
			explain(t, ps)
			t.Errorf("%s: told %q", name, codesOf(ps))
		}
	}
	_, ps := Read(filled(t, func(e *editor) {
		e.must(e.SetCellStr(sheetMembers, "A4", strings.Replace(e.text(sheetMembers, "A4"), " (CB-01)", " khác (CB-01)", 1)))
	}), spec)
	if p := find(t, ps, "X155"); p.At.Cell != "A4" || p.At.Sheet != sheetMembers {
		t.Errorf("told as %+v", p)
	}
}

// Where all places that name the organization call it as another of the list, code and
// name contradict each other; a name that nobody bears is asked about, an earlier one of
// its own is not.
func TestNameOfAnotherOrganization(t *testing.T) {
	spec := readSpec(t)
	spec.OrgName = func(code string) string {
		return map[string]string{"CB-01": "Chi bộ Mẫu 1", "CB-02": "Chi bộ Mẫu 2"}[code]
	}
	spec.OrgsCalled = func(name string) []string {
		return map[string][]string{"chi bộ mẫu 1": {"CB-01"}, "chi bộ mẫu 2": {"CB-02"}, "chi bộ mẫu cũ": {"CB-01"}}[strings.ToLower(name)]
	}
	row := 0
	edited(t, fillTemplate(t, BranchBook, 1), func(e *editor) {
		for row = 1; e.text(sheetCover, cellName(1, row)) != labelUnit; row++ {
		}
	})
	passed := "Chi bộ Mẫu trước" // that bore the code before
	for name, want := range map[string]evaluate.Severity{passed: evaluate.Error, "Chi bộ Mẫu 1": evaluate.Note, "chi bộ mẫu 1": evaluate.Note, "Chi bộ Mẫu 2": evaluate.Error, "Chi bộ Mẫu cũ": evaluate.Note, "Chi bộ Mẫu lạ": evaluate.Warning} {
		spec.Passed = func(code string) bool { return name == passed && code == "CB-01" }
		_, ps := Read(filled(t, func(e *editor) {
			e.must(e.SetCellStr(sheetCover, cellName(coverCount, row), name))
			for _, sheet := range []string{sheetMembers, sheetOrgs} {
				for at := 1; at < 6; at++ {
					if text := e.text(sheet, cellName(1, at)); strings.Contains(text, "(CB-01)") {
						e.must(e.SetCellStr(sheet, cellName(1, at), strings.Replace(text, "Chi bộ Mẫu 1", name, 1)))
					}
				}
			}
		}), spec)
		told := evaluate.Note
		for _, p := range ps {
			if p.Code == "X155" {
				told = p.Severity
				if p.At.Sheet != sheetMembers || p.At.Cell == "" || !strings.Contains(p.Message, "CB-01") {
					t.Errorf("%s: told as %+v", name, p)
				}
			}
		}
		if told != want {
			explain(t, ps)
			t.Errorf("%s: told as %v, want %v", name, told, want)
		}
	}
}

// What stands above the headings and is not the template's is told, and so is a sheet
// that is not shown, and a single row on a sheet of its own.
func TestAsidesOfTemplate(t *testing.T) {
	spec := readSpec(t)
	for code, edit := range map[evaluate.Code]func(e *editor){
		"X167": func(e *editor) { e.must(e.SetCellStr(sheetMembers, "N3", "đồng chí Mẫu 2 đã chuyển đi")) },
		"X173": func(e *editor) { e.must(e.SetSheetVisible(sheetMembers, false)) },
		"X146": func(e *editor) {
			_, err := e.NewSheet("Sheet2")
			e.must(err)
			e.must(e.SetSheetRow("Sheet2", "A1", &[]any{1, "Người Mẫu Thêm", "05/09/1980", "Hưu trí", 85}))
		},
	} {
		in, ps := Read(filled(t, edit), spec)
		if codesOf(ps) != string(code) || ps[0].Severity == evaluate.Error || in.Frames[evaluate.Member].Len() != 5 {
			explain(t, ps)
			t.Errorf("%s: told %q", code, codesOf(ps))
		}
	}
}
