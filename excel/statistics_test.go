package excel

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// What no form counts is counted plainly, says that it is no statutory form and
// whether it can still change, and its sum is held against the list.
func TestSummaryCountsWhatNoFormAsksFor(t *testing.T) {
	spec := sampleSummary(t, 12, 3)
	grades := []string{"Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"}
	spec.Statistics = []GradeTable{
		{Kind: evaluate.Leader, Grades: grades, Subjects: 12, Rows: []GradeRow{
			{Name: "Đảng bộ cơ sở Mẫu 1", Counts: []int{1, 2, 3, 0}, NotRated: 1, Open: 2}, {Counts: []int{1, 0, 0, 1}, Open: 1}}},
		{Kind: evaluate.Collective, Grades: grades, Subjects: 3, Rows: []GradeRow{{Name: "Đảng bộ cơ sở Mẫu 1", Counts: []int{1, 1, 0, 0}}}},
	}
	spec.Progress.Missing, spec.Progress.Waiting = 0, map[evaluate.Kind]int{evaluate.Leader: 3}
	path, _ := written(t, "statistics", func(w io.Writer) error { return WriteSummary(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const leaders, collectives = "Thống kê lãnh đạo", "Thống kê tập thể"
	for _, c := range []struct{ sheet, cell, formula, want string }{
		{leaders, "C8", "SUM(D8:I8)", "9"}, {leaders, "B9", "", labelNoBase}, {leaders, "C10", "SUM(C8:C9)", "12"},
		{leaders, "D10", "SUM(D8:D9)", "2"}, {leaders, "H10", "SUM(H8:H9)", "1"}, {leaders, "I10", "SUM(I8:I9)", "3"},
		{leaders, "J7", "", "Tỷ lệ (%) hoàn thành xuất sắc nhiệm vụ trong số từ hoàn thành tốt nhiệm vụ trở lên"},
		{leaders, "J8", `IF(D8+E8=0,"",D8/(D8+E8))`, "0.333333333333333"}, {leaders, "J9", `IF(D9+E9=0,"",D9/(D9+E9))`, "1"},
		{leaders, "J10", `IF(D10+E10=0,"",D10/(D10+E10))`, "0.5"}, {collectives, "J8", `IF(D8+E8=0,"",D8/(D8+E8))`, "0.5"},
		{leaders, "A11", `"` + sumCheck(&spec.Statistics[0]) + `"&IF(C10=12,"khớp","KHÔNG KHỚP")`, sumCheck(&spec.Statistics[0]) + "khớp"},
		{collectives, "A10", `"` + sumCheck(&spec.Statistics[1]) + `"&IF(C9=3,"khớp","KHÔNG KHỚP")`, sumCheck(&spec.Statistics[1]) + "KHÔNG KHỚP"},
		{leaders, "A4", "", "TẠM TÍNH: chờ dữ liệu hoặc người có thẩm quyền: 3 cán bộ lãnh đạo"}, {collectives, "A4", "", "CHÍNH THỨC"},
	} {
		formula, _ := f.GetCellFormula(c.sheet, c.cell)
		stored := get(t, f, c.sheet, c.cell)
		if formula != c.formula || stored != c.want {
			t.Errorf("%s!%s = %q %q, want %q %q", c.sheet, c.cell, formula, stored, c.formula, c.want)
		}
		if computed, err := f.CalcCellValue(c.sheet, c.cell, excelize.Options{RawCellValue: true}); err != nil || computed != stored {
			t.Errorf("%s!%s stores %q and computes %q, %v", c.sheet, c.cell, stored, computed, err)
		}
	}
	if note := get(t, f, leaders, "A5"); !strings.Contains(note, "KHÔNG PHẢI biểu mẫu theo quy định") || !strings.Contains(note, "từng chức vụ") {
		t.Errorf("the sheet says of itself %q", note)
	}
	for _, sheet := range []string{leaders, collectives} {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || layout.Size == nil || *layout.Size != 9 || layout.Orientation == nil || *layout.Orientation != "landscape" {
			t.Errorf("%s is not set up for A4 across: %+v, %v", sheet, layout, err)
		}
		if !isOwnSheet(sheet) {
			t.Errorf("%s would be read as facts", sheet)
		}
	}
}

// Whom a form has no line for it names below its lines, with the sheet that counts them;
// that sheet says which form leaves them out.
func TestAFormSaysWhomItDoesNotCount(t *testing.T) {
	spec := sampleSummary(t, 12, 3)
	form := spec.Forms[0].Spec
	spec.Statistics = []GradeTable{{Kind: evaluate.Organization, Beside: []string{form.Sheet}, By: "Loại tổ chức", Grades: []string{"Xuất sắc", "Tốt"}, Subjects: 3,
		Rows: []GradeRow{{Name: "Đảng bộ cấp trên", Counts: []int{1, 0}, Open: 1}, {Name: "Đảng bộ bộ phận", Counts: []int{0, 1}}}}}
	path, _ := written(t, "leftout", func(w io.Writer) error { return WriteSummary(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const said = "Biểu không có dòng để đếm 3 tổ chức đảng: 2 đảng bộ cấp trên, 1 đảng bộ bộ phận; đếm ở trang “Thống kê tổ chức”."
	rows, err := f.GetRows(form.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == said }) {
		t.Errorf("%s does not say %q but %q", form.Sheet, said, rows[max(0, len(rows)-12):])
	}
	if got := get(t, f, "Thống kê tổ chức", "A5"); !strings.Contains(got, "“"+form.Sheet+"” không có dòng") {
		t.Errorf("the sheet says of itself %q", got)
	}
	if got := get(t, f, "Thống kê tổ chức", "B7"); got != "Loại tổ chức" {
		t.Errorf("its lines are headed %q", got)
	}
}
