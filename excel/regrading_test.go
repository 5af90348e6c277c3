package excel

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func TestStatusLineOfALockedCampaign(t *testing.T) {
	at := time.Date(2026, 1, 5, 8, 30, 0, 0, time.UTC)
	whole := Progress{Subjects: 3, Waiting: map[evaluate.Kind]int{}}
	waits := Progress{Subjects: 3, Missing: 1, Waiting: map[evaluate.Kind]int{evaluate.Member: 2}}
	orgs := Progress{Subjects: 3, Waiting: map[evaluate.Kind]int{evaluate.Organization: 2}}
	computed := Progress{Subjects: 3, Waiting: map[evaluate.Kind]int{}, Undecided: map[evaluate.Kind]int{evaluate.Member: 2, evaluate.Unit: 1}}
	exceeded := computed
	exceeded.Exceeded = map[evaluate.Kind]int{evaluate.Member: 1, evaluate.Leader: 3}
	for _, c := range []struct {
		p      Progress
		closed Closure
		want   string
		final  bool
	}{
		{whole, Closure{At: at}, "ĐÃ KHÓA SỔ ngày 05/01/2026 · CHÍNH THỨC", true},
		{whole, Closure{At: at, Regraded: 2}, "ĐÃ KHÓA SỔ ngày 05/01/2026 · CHÍNH THỨC; trong đó 2 trường hợp xếp lại sau khóa sổ", true},
		{waits, Closure{At: at, Despite: true}, "ĐÃ KHÓA SỔ ngày 05/01/2026 KHI CHƯA ĐỦ · TẠM TÍNH: 1 tổ chức chưa gửi báo cáo; chờ dữ liệu hoặc người có thẩm quyền: 2 đảng viên", false},
		// nobody of this form's kind waits, and still it is not final
		{orgs, Closure{At: at, Despite: true}, "ĐÃ KHÓA SỔ ngày 05/01/2026 KHI CHƯA ĐỦ · TẠM TÍNH", false},
		// whoever has no decision of his own is told from whoever has one
		{computed, Closure{At: at}, "ĐÃ KHÓA SỔ ngày 05/01/2026 · CHÍNH THỨC; 2 trường hợp theo mức tính được, không có quyết định riêng", true},
		{exceeded, Closure{At: at, Despite: true}, "ĐÃ KHÓA SỔ ngày 05/01/2026 KHI CHƯA ĐỦ · TẠM TÍNH: 1 tỷ lệ khống chế bị vượt, chưa ghi quyết định nâng; 2 trường hợp theo mức tính được, không có quyết định riêng", false},
	} {
		c.p.Closed = &c.closed
		if got := statusLine(c.p, evaluate.Member); got != c.want || c.p.Final(evaluate.Member) != c.final {
			t.Errorf("%q, final %v; want %q, %v", got, c.p.Final(evaluate.Member), c.want, c.final)
		}
	}
}

func sampleRegraded() RegradedLine {
	return RegradedLine{Name: "Người Mẫu Một", ID: "abc123", Org: "CB-01", Kind: evaluate.Member, At: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC),
		Old: "Hoàn thành tốt nhiệm vụ", OldWhy: "Đủ điều kiện [Điều 1]", New: "Không hoàn thành nhiệm vụ", NewWhy: "Bị kết luận [Điều 2]",
		Reason: "=SUM(1)", Number: "03-QĐ/ĐU", Date: "2026-01-31",
		Changes: []Change{{Fact: "x", Heading: "Kết luận", Before: "", After: "Có", Cell: "AK9"}}}
}

func TestWriteRegrading(t *testing.T) {
	spec := RegradingSpec{Stamp: sampleStamp(RegradeBook), Office: sampleOffice(), Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		OrgName: "Chi bộ Mẫu 1", Regraded: sampleRegraded(), Provenance: sampleProvenance(),
		Paper: &evaluate.PaperSpec{Number: "Mẫu 00", Title: "Quyết định mẫu", Standing: evaluate.Quoted, Note: "bố cục soạn"}}
	path, data := written(t, "regrading", func(w io.Writer) error { return WriteRegrading(w, spec) })
	if err := Verify(path, nil); err != nil {
		t.Fatal(err)
	}
	if _, again := written(t, "regrading2", func(w io.Writer) error { return WriteRegrading(w, spec) }); !bytes.Equal(data, again) {
		t.Error("equal specs give different bytes")
	}
	text := allText(t, path, sheetRegrading)
	if strings.Contains(text, "AK9") {
		t.Errorf("a paper tells the address of a cell:\n%s", text)
	}
	if strings.Contains(text, "KHÓA SỔ") || strings.Contains(text, droppedTo(false)) {
		t.Errorf("a state or a decision nobody gave stands on the sheet:\n%s", text)
	}
	for _, want := range []string{"Biểu số: Mẫu 00", "QUYẾT ĐỊNH MẪU", "(Quyết định số 03-QĐ/ĐU, ngày 31/01/2026)", "Người Mẫu Một", "=SUM(1)",
		"Đủ điều kiện [Điều 1]", "Bị kết luận [Điều 2]", "Kết luận", labelNothing, "bố cục soạn"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q on the sheet", want)
		}
	}
	day := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	for want, c := range map[string]*Closure{"ĐÃ KHÓA SỔ ngày 05/01/2026 · CHÍNH THỨC": {At: day}, "ĐÃ KHÓA SỔ ngày 05/01/2026 KHI CHƯA ĐỦ · TẠM TÍNH": {At: day, Despite: true}} {
		spec.Closed, spec.Regraded.Dropped = c, "Hoàn thành tốt nhiệm vụ (số 1-QĐ/ĐU)"
		path, _ = written(t, "regrading-state", func(w io.Writer) error { return WriteRegrading(w, spec) })
		text = allText(t, path, sheetRegrading)
		for _, said := range []string{want, "Hoàn thành tốt nhiệm vụ (số 1-QĐ/ĐU)", droppedTo(false)} {
			if !strings.Contains(text, said) {
				t.Errorf("no %q on the sheet", said)
			}
		}
		if !strings.Contains(allText(t, path, sheetAbout), want) {
			t.Errorf("no %q on the sheet of sources", want)
		}
	}
	spec.Paper, spec.Regraded.Changes, spec.Regraded.Dropped = nil, nil, ""
	path, _ = written(t, "regrading3", func(w io.Writer) error { return WriteRegrading(w, spec) })
	if text := allText(t, path, sheetRegrading); strings.Contains(text, "Mẫu 00") || !strings.Contains(text, labelRegradeNone) || !strings.Contains(text, labelRegradeTitle) {
		t.Errorf("without a known form and without changes:\n%s", text)
	}
}

// The signatures stand on a page with the last of what changed, and an ordinary case,
// with two or three facts, takes one page.
func TestRegradingIsSignedUnderWhatChanged(t *testing.T) {
	breakAt := regexp.MustCompile(`<brk id="(\d+)"`)
	spec := RegradingSpec{Stamp: sampleStamp(RegradeBook), Office: sampleOffice(), Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		OrgName: "Chi bộ xóm Mẫu 1", Regraded: sampleRegraded(), Provenance: sampleProvenance(), Closed: &Closure{Despite: true},
		Paper: &evaluate.PaperSpec{Number: "Mẫu 00", Title: "Quyết định đánh giá, xếp loại lại tổ chức đảng, đảng viên", Standing: evaluate.Quoted, Note: "Đã thấy số và tên mẫu, chưa thấy bản in; bố cục của trang này do công cụ soạn"}}
	spec.Regraded.OldWhy = "Đủ điều kiện xét Hoàn thành tốt nhiệm vụ: 73,5 điểm, đạt mọi điều kiện (000-QĐ/MẪU, Điều 11.2)."
	spec.Regraded.NewWhy = "Không hoàn thành nhiệm vụ: Vi phạm gắn với chức trách, nhiệm vụ, bị kỷ luật từ khiển trách trở lên (000-QĐ/MẪU, Điều 11.4)."
	changes := []Change{{Heading: "Kỷ luật trong kỳ", After: "Khiển trách", Cell: "AX9"}, {Heading: "Vi phạm gắn với chức trách nhiệm vụ", After: "Có", Cell: "AY9"}}
	turned := 0
	for n := 1; n <= 40; n++ {
		spec.Regraded.Changes = append(spec.Regraded.Changes[:n-1:n-1], changes[n%2])
		path, data := written(t, "signed", func(w io.Writer) error { return WriteRegrading(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(sheetRegrading)
		if err != nil || f.Close() != nil {
			t.Fatal(err)
		}
		last := 0
		for i, r := range rows {
			if append(r, "")[0] == itoa(n) {
				last = i + 1
			}
		}
		for _, m := range breakAt.FindAllSubmatch(partOf(t, data, "xl/worksheets/sheet1.xml"), -1) {
			turned++
			if before, _ := strconv.Atoi(string(m[1])); before >= last || n <= 3 {
				t.Errorf("%d changes: a page ends at row %d, the last change stands in %d", n, before, last)
			}
		}
	}
	if turned == 0 {
		t.Error("no sheet goes over more than one page")
	}
}

func TestSummaryListsWhoWasGradedAnew(t *testing.T) {
	spec := sampleSummary(t, 12, 3)
	spec.Regraded = []RegradedLine{sampleRegraded()}
	path, _ := written(t, "regraded", func(w io.Writer) error { return WriteSummary(w, spec) })
	text := allText(t, path, sheetRegraded)
	for _, want := range []string{"Người Mẫu Một", "CB-01", "Hoàn thành tốt nhiệm vụ", "Không hoàn thành nhiệm vụ", "31/01/2026", "Kết luận: (để trống) → Có"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the list", want)
		}
	}
}

// allText joins the texts of a sheet.
func allText(t *testing.T, path, sheet string) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, " | ") + "\n")
	}
	return b.String()
}
