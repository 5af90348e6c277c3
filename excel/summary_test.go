package excel

import (
	"fmt"
	"io"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

func sampleForm() *evaluate.FormSpec {
	columns := []evaluate.FormColumn{{ID: "total", Number: "3", Label: "Tổng số"}}
	for i, t := range OrgTypes() {
		c := evaluate.FormColumn{ID: t.Code, Number: itoa(4 + i), Label: t.Label, Types: []string{t.Code}}
		if i >= 9 && i <= 17 {
			c.Group = "Doanh nghiệp và hợp tác xã"
		}
		columns = append(columns, c)
		columns[0].Sum = append(columns[0].Sum, t.Code)
	}
	member := func(s evaluate.Selection) *evaluate.Selection { s.Kind = evaluate.Member; return &s }
	grade := func(id, label string, g evaluate.Statutory) evaluate.FormRow {
		return evaluate.FormRow{ID: id, Label: label, Indent: 1, Of: "rated",
			Select: member(evaluate.Selection{Outcomes: []evaluate.Outcome{evaluate.Graded}, Grades: []evaluate.Statutory{g}})}
	}
	return &evaluate.FormSpec{ID: "members", Number: "MẪU-01", Title: "Thống kê kết quả xếp loại đảng viên", Sheet: "Biểu đảng viên",
		Standing: evaluate.App, Note: "theo mẫu đã thấy trong phần mềm", Columns: columns, Rows: []evaluate.FormRow{
			{ID: "present", Number: "1", Label: "Số có mặt đến thời điểm kiểm điểm, đánh giá, xếp loại chất lượng", Bold: true, Select: member(evaluate.Selection{})},
			{ID: "exempt", Number: "2", Label: "Số được miễn", Of: "present", Select: member(evaluate.Selection{Classes: []evaluate.NotRatedClass{evaluate.Exempt}})},
			{ID: "deferred", Number: "3", Label: "Số chưa được xếp loại", Of: "present", Select: member(evaluate.Selection{Classes: []evaluate.NotRatedClass{evaluate.Deferred}})},
			{ID: "rated", Number: "4", Label: "Số đã được xếp loại", Bold: true, Of: "present", Sum: []string{"xs", "t", "ht", "k"}},
			grade("xs", "Hoàn thành xuất sắc nhiệm vụ", evaluate.Excellent), grade("t", "Hoàn thành tốt nhiệm vụ", evaluate.Good),
			grade("ht", "Hoàn thành nhiệm vụ", evaluate.Completed), grade("k", "Không hoàn thành nhiệm vụ", evaluate.NotCompleted),
		}}
}

func sampleSummary(t testing.TB, people, offices int) SummarySpec {
	rows := sampleReport(t, people).DataRows()
	table, _ := evaluate.CountForm(sampleForm(), rows)
	spec := SummarySpec{Stamp: sampleStamp(SummaryBook), Office: sampleOffice(), Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		Forms: []*evaluate.FormTable{table}, Rows: rows, Waiting: 6, Provenance: sampleProvenance(),
		Grades: []string{"Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"}}
	for i := range offices {
		spec.Chart = append(spec.Chart, ChartRow{Name: fmt.Sprintf("Đảng bộ cơ sở thôn Mẫu %d", i+1), Counts: [4]int{i % 9, 20 + i%7, 30 - i%5, i % 3}})
	}
	return spec
}

func TestWriteSummary(t *testing.T) {
	spec := sampleSummary(t, 40, 30)
	path, _ := written(t, "summary", func(w io.Writer) error { return WriteSummary(w, spec) })
	golden(t, "summary", path)
}
