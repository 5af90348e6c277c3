package excel

import (
	"slices"
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
		"đã điền xong": "",
		replacing(year, itoa(spec.Period.Year-1))(own): "X155",
		replacing("CB-01", "CB-02")(own):               "X155",
		replacing("Kỳ đánh giá", "KỲ ĐÁNH GIÁ")(own):   "",
		replacing("Năm "+year, "năm  "+year+".")(own):  "",
	} {
		_, ps := Read(line(text), spec)
		if got := evaluate.Code(codesOf(ps)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if want != "" && (ps[0].At.Cell != "A4" || ps[0].Severity != evaluate.Error) {
			t.Errorf("%q: told as %+v", text, ps[0])
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
