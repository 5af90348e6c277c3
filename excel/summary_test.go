package excel

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

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
	return &evaluate.FormSpec{Kinds: []evaluate.Kind{evaluate.Member}, ID: "members", Number: "MẪU-01", Title: "Thống kê kết quả xếp loại đảng viên", Sheet: "Biểu đảng viên",
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
		Forms: []*evaluate.FormTable{table}, Rows: rows, Scales: map[string]evaluate.Scale{}, Progress: Progress{Subjects: people, Missing: 2, Waiting: map[evaluate.Kind]int{evaluate.Member: 6, evaluate.Organization: 1}}, Provenance: sampleProvenance(),
		Grades: []string{"Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"}}
	for _, results := range sampleReport(t, people).Results {
		if len(results) > 0 {
			spec.Scales[results[0].Rules.Ref()] = results[0].Rules.Scale()
		}
	}
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

// Forms, chart, statistics, sources and lists say on every page whether their
// figures are provisional.
func TestSummarySaysWhetherFinalOnEveryPage(t *testing.T) {
	nobody := map[evaluate.Kind]int{}
	day := time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC)
	for word, p := range map[string]Progress{
		"TẠM TÍNH":                    {Subjects: 40, Missing: 2, Waiting: nobody},
		"CHÍNH THỨC":                  {Subjects: 40, Waiting: nobody},
		"ĐÃ TÍNH ĐỦ, CHƯA CHÍNH THỨC": {Subjects: 40, Waiting: nobody, Lacking: map[evaluate.Kind]int{"": 1}},
		"ĐÃ KHÓA SỔ ngày 15/01/2026 · CHÍNH THỨC":           {Subjects: 40, Waiting: nobody, Closed: &Closure{At: day, Regraded: 1}},
		"ĐÃ KHÓA SỔ ngày 15/01/2026 KHI CHƯA ĐỦ · TẠM TÍNH": {Subjects: 40, Waiting: map[evaluate.Kind]int{evaluate.Member: 2}, Closed: &Closure{At: day, Despite: true}},
	} {
		spec := sampleSummary(t, 40, 30)
		spec.Progress = p
		spec.Statistics = []GradeTable{{Kind: evaluate.Leader, Grades: spec.Grades, Rows: []GradeRow{{Name: "Mẫu", Counts: []int{1, 0, 0, 0}}}, Subjects: 1}}
		spec.Regraded = []RegradedLine{{Name: "Nguyễn Mẫu An", Kind: evaluate.Member, At: day}}
		path, _ := written(t, "summary", func(w io.Writer) error { return WriteSummary(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		shown := 0
		for _, sheet := range f.GetSheetList() {
			if visible, _ := f.GetSheetVisible(sheet); visible {
				footSays(t, f, sheet, word, "")
				shown++
			}
		}
		if shown < 6 {
			t.Errorf("%d sheets shown: %v", shown, f.GetSheetList())
		}
	}
}

func TestSummaryFormAddsUp(t *testing.T) {
	spec := sampleSummary(t, 40, 3)
	path, _ := written(t, "summary3", func(w io.Writer) error { return WriteSummary(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const sheet = "Biểu đảng viên"
	for cell, want := range map[string]string{
		"C12": "SUM(E12,F12,G12,H12,I12,J12,K12,L12,M12,N12,O12,P12,Q12,R12,S12,T12,U12,V12,W12,X12)",
		"C15": "SUM(C16,C17,C18,C19)", "E15": "SUM(E16,E17,E18,E19)",
		"D16": `IF(C15=0,"",C16/C15)`, "D12": `IF(C12=0,"",C12/C12)`, "D14": `IF(C12=0,"",C14/C12)`,
	} {
		formula, err := f.GetCellFormula(sheet, cell)
		if err != nil || formula != want {
			t.Errorf("%s = %q, want %q (%v)", cell, formula, want, err)
		}
		stored := get(t, f, sheet, cell)
		calculated, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
		if err != nil || stored == "" || stored != calculated {
			t.Errorf("%s stores %q, calculates %q (%v)", cell, stored, calculated, err)
		}
	}
	if got := get(t, f, sheet, "D16"); got != "0.1" {
		t.Errorf("share %q of 3 in 30", got)
	}
	if got := get(t, f, sheet, "A7"); got != "TẠM TÍNH: 2 tổ chức chưa gửi báo cáo; chờ dữ liệu hoặc người có thẩm quyền: 6 đảng viên" {
		t.Errorf("status %q", got)
	}
}

// Every number of a form is found again by counting the trace.
func TestSummaryNumbersAreTraceable(t *testing.T) {
	spec := sampleSummary(t, 40, 3)
	counted := map[string]int{}
	for _, cells := range traceOf(spec.Forms[0], len(spec.Rows)) {
		for _, at := range strings.Split(cells, ", ") {
			counted[at]++
		}
	}
	path, _ := written(t, "traced", func(w io.Writer) error { return WriteSummary(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, r := range spec.Forms[0].Spec.Rows {
		for j, c := range spec.Forms[0].Spec.Columns {
			if r.Select == nil || len(c.Sum) > 0 {
				continue
			}
			at := cellName(formColumn(j, true), formTop+i)
			if got := get(t, f, "Biểu đảng viên", at); got != itoa(counted[at]) {
				t.Errorf("%s, %s: %s in the form, %d in the list", r.ID, c.ID, got, counted[at])
			}
		}
	}
}

func TestSummaryHasANativeChart(t *testing.T) {
	spec := sampleSummary(t, 12, 40)
	_, data := written(t, "chart", func(w io.Writer) error { return WriteSummary(w, spec) })
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if part.Name != "xl/charts/chart1.xml" {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		x, _ := io.ReadAll(r)
		if n := bytes.Count(x, []byte("<ser>")); n != 4 {
			t.Errorf("%d series, want the four grades", n)
		}
		if !bytes.Contains(x, []byte(`val="stacked"`)) {
			t.Error("the chart is not stacked")
		}
		return
	}
	t.Error("no chart")
}

// The list of the summary says in words what people read; only what has no word
// stays a code.
func TestTraceSpeaksInWords(t *testing.T) {
	spec := sampleSummary(t, 40, 3)
	fields := dataFields()
	words := map[string]map[string]bool{}
	for i := range spec.Rows {
		for k, v := range traceCells(&spec, &spec.Rows[i]) {
			if words[fields[k]] == nil {
				words[fields[k]] = map[string]bool{}
			}
			words[fields[k]][fmt.Sprint(v)] = true
		}
	}
	for _, f := range []string{"kind", "org_type", "level", "outcome", "class", "because", "grade", "rung", "computed", "proposed", "decided"} {
		for w := range words[f] {
			if w != "" && w != "<nil>" && strings.ToLower(w) == w {
				t.Errorf("%s says %q, a code", f, w)
			}
		}
	}
	for f, w := range map[string]string{"kind": "Đảng viên", "outcome": "Đã có kết quả", "grade": "Hoàn thành tốt nhiệm vụ", "level": "Chi bộ cơ sở"} {
		if !words[f][w] {
			t.Errorf("%s nowhere says %q: %v", f, w, words[f])
		}
	}
	for _, key := range []string{"new", "exempt", "suspended", "absent", "small", "decline", "under_half", "state_grade", "discipline", "other"} {
		if word := becauseLabel(key); word == key || word == "" {
			t.Errorf("why somebody is counted: %q has no word", key)
		}
	}
	strange := evaluate.DataRow{Kind: evaluate.Member, Because: "moonlight", OrgType: "moon_base", Rung: "gold", RuleSet: "nobody@2025-r1"}
	if got := fmt.Sprint(traceCells(&spec, &strange)); !strings.Contains(got, "moon_base") || !strings.Contains(got, "moonlight") || !strings.Contains(got, "gold") {
		t.Errorf("a code without a word is lost: %s", got)
	}
}
