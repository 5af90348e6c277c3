package excel

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func openResult(t *testing.T, spec ResultSpec) *excelize.File {
	t.Helper()
	path, _ := written(t, "result", func(w io.Writer) error { return WriteResult(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// table reads a sheet as rows by heading; headings stand in the given row.
func table(t *testing.T, f *excelize.File, sheet string, heading int) []map[string]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[heading:] {
		m := map[string]string{}
		for i, v := range row {
			if i < len(rows[heading-1]) {
				m[rows[heading-1][i]] = v
			}
		}
		out = append(out, m)
	}
	return out
}

func TestWriteResult(t *testing.T) {
	spec := sampleResult(t, 40)
	path, _ := written(t, "result", func(w io.Writer) error { return WriteResult(w, spec) })
	golden(t, "result", path)
}

func TestResultListTellsWhatStands(t *testing.T) {
	spec := sampleResult(t, 40)
	rows := table(t, openResult(t, spec), "Đảng viên", headingRow)
	if len(rows) != 40 {
		t.Fatalf("%d rows, want 40", len(rows))
	}
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r["Kết quả hiện tại"]] = true
		if !strings.Contains(r["Lý do, căn cứ"], "00-QĐ/MẪU") && r["Kết quả hiện tại"] != "Chưa đủ dữ liệu" {
			t.Errorf("row %s: no article in %q", r["STT"], r["Lý do, căn cứ"])
		}
		if got := r["Giới hạn áp dụng"]; got != "" && got != "Không trên HTNV (00-QĐ/MẪU, Điều 6; "+evaluate.PhraseStanding(evaluate.Interpretation)+")" {
			t.Errorf("row %s: bound by %q", r["STT"], got)
		}
	}
	for _, want := range []string{"HTXSNV", "HTTNV", "HTNV", "KHTNV", "Không xếp loại", "Cần xem xét", "Chưa đủ dữ liệu"} {
		if !seen[want] {
			t.Errorf("nobody is shown as %q", want)
		}
	}
}

func TestResultSaysWhetherFinal(t *testing.T) {
	settle := func(s ResultSpec, decided bool) {
		for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Organization} {
			_, results := s.Report.Of(k)
			for i := range results {
				if waits(&results[i]) {
					results[i].Outcome = evaluate.NotRated
				}
				if decided && results[i].Outcome == evaluate.Graded {
					results[i].Decided = results[i].Rank
				}
			}
		}
	}
	for _, c := range []struct {
		missing          int
		settled, decided bool
		want             string
	}{
		{2, false, false, "TẠM TÍNH: 2 tổ chức chưa gửi báo cáo; chờ dữ liệu hoặc người có thẩm quyền: "},
		{0, false, false, "TẠM TÍNH: chờ dữ liệu hoặc người có thẩm quyền: 6 đảng viên"},
		{1, true, true, "TẠM TÍNH: 1 tổ chức chưa gửi báo cáo"},
		{0, true, false, "ĐÃ TÍNH ĐỦ, CHƯA QUYẾT ĐỊNH: "},
		{0, true, true, "CHÍNH THỨC"},
	} {
		spec := sampleResult(t, 40)
		spec.Missing = c.missing
		if c.settled {
			settle(spec, c.decided)
		}
		f := openResult(t, spec)
		for _, sheet := range f.GetSheetList() {
			if shown, _ := f.GetSheetVisible(sheet); !shown {
				continue
			}
			want := "LÚC LẬP " + spec.Provenance.Time.Format("02/01/2006 15:04") + ": " + c.want
			if got := get(t, f, sheet, "A4"); !strings.HasPrefix(got, want) {
				t.Errorf("%s says %q, want %q", sheet, got, want)
			}
			footSays(t, f, sheet, statusWord(c.want), "LÚC LẬP "+spec.Provenance.Time.Format("02/01/2006 15:04")+": ")
		}
	}
}

// footSays wants the word for provisional or final, uncut, at the foot of every
// page of a sheet.
func footSays(t *testing.T, f *excelize.File, sheet, word, dated string) {
	t.Helper()
	foot, err := f.GetHeaderFooter(sheet)
	if err != nil || foot == nil {
		t.Fatalf("%s has no foot: %v", sheet, err)
	}
	if !strings.HasPrefix(foot.OddFooter, `&L&"`+fontName+`,Bold"&9`+dated+word+`&"`) {
		t.Errorf("the pages of %s end with %q, not with %q", sheet, foot.OddFooter, word)
	}
}

// A long name does not push out of the foot whether the figures are final, nor a
// sign that stands for two there.
func TestFootKeepsTheStanding(t *testing.T) {
	for _, words := range []string{"", "Đảng bộ xã Mẫu", strings.Repeat("Đảng bộ cơ sở & ", 30), strings.Repeat("&", 200)} {
		got := footerOf("LÚC LẬP 31/12/2025 08:00: ĐÃ KHÓA SỔ ngày 31/12/2025 KHI CHƯA ĐỦ · ĐÃ TÍNH ĐỦ, CHƯA CHÍNH THỨC", words)
		if n := len([]rune(got)); n > 255 {
			t.Errorf("%d letters", n)
		}
		if !strings.Contains(got, "CHƯA CHÍNH THỨC&\"") || !strings.HasSuffix(got, labelPage) {
			t.Errorf("the foot is %q", got)
		}
	}
}

func TestProgressIsFinalOnlyWhenAllIsThere(t *testing.T) {
	waiting := func(members, orgs int) map[evaluate.Kind]int {
		return map[evaluate.Kind]int{evaluate.Member: members, evaluate.Organization: orgs}
	}
	for _, c := range []struct {
		p             Progress
		members, orgs string
	}{
		{Progress{}, "TẠM TÍNH: chưa có báo cáo nào", "TẠM TÍNH: chưa có báo cáo nào"},
		{Progress{Subjects: 9, Waiting: waiting(0, 0)}, "CHÍNH THỨC", "CHÍNH THỨC"},
		{Progress{Subjects: 9, Waiting: waiting(0, 3)}, "CHÍNH THỨC", "TẠM TÍNH: chờ dữ liệu hoặc người có thẩm quyền: 3 tổ chức đảng"},
		{Progress{Subjects: 9, Missing: 12, Waiting: waiting(5, 3)}, "TẠM TÍNH: 12 tổ chức chưa gửi báo cáo; chờ dữ liệu hoặc người có thẩm quyền: 5 đảng viên",
			"TẠM TÍNH: 12 tổ chức chưa gửi báo cáo; chờ dữ liệu hoặc người có thẩm quyền: 3 tổ chức đảng"},
	} {
		if got := statusLine(c.p, evaluate.Member); got != c.members {
			t.Errorf("%+v, members: %q, want %q", c.p, got, c.members)
		}
		if got := statusLine(c.p, evaluate.Organization); got != c.orgs {
			t.Errorf("%+v, organizations: %q, want %q", c.p, got, c.orgs)
		}
	}
}

// The short id that explain asks for is the last column shown.
func TestResultListsShowTheShortID(t *testing.T) {
	spec := sampleResult(t, 40)
	f := openResult(t, spec)
	for _, sheet := range []string{sheetMembers, sheetOrgs} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.Index(rows[headingRow-1], labelLookUp)
		if at < 0 {
			t.Fatalf("%s: no column %q", sheet, labelLookUp)
		}
		for c := range rows[headingRow-1] {
			if shown, _ := f.GetColVisible(sheet, columnName(c+1)); shown != (c <= at) {
				t.Errorf("%s: column %d shown = %v, the last to show is %d", sheet, c+1, shown, at+1)
			}
		}
		known := map[string]bool{}
		for _, d := range spec.Report.DataRows() {
			known[d.ID] = true
		}
		for _, row := range rows[dataRow-1:] {
			if !known[row[at]] {
				t.Errorf("%s: %q is nobody's id", sheet, row[at])
			}
		}
	}
}

func TestResultCanTakeDecisions(t *testing.T) {
	f := openResult(t, sampleResult(t, 40))
	stamps, err := f.GetRows("Đảng viên")
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, s := range stamps[stampRow-1] {
		at[s] = i + 1
	}
	for _, fact := range []string{"#full_name", "#identity_number", "#birth_date", "#branch_code"} {
		if at[fact] == 0 {
			t.Errorf("no column %s to match by when read back", fact)
		}
	}
	for _, fact := range []string{"#decision", "#decision_reason", "#decision_number", "#decision_date"} {
		id, err := f.GetCellStyle("Đảng viên", cellName(at[fact], dataRow))
		if err != nil {
			t.Fatal(err)
		}
		if style, _ := f.GetStyle(id); at[fact] == 0 || style.Protection.Locked {
			t.Errorf("%s cannot be filled in", fact)
		}
	}
	if p, err := f.GetSheetProtection("Đảng viên"); err != nil || p.Sort || !p.AutoFilter {
		t.Errorf("decisions can be sorted away from the people they are about: %+v %v", p, err)
	}
	if shown, _ := f.GetColVisible("Đảng viên", columnName(at["#identity_number"])); shown {
		t.Error("identity numbers are shown")
	}
	checks, _ := f.GetDataValidations("Đảng viên")
	if len(checks) != 2 || checks[0].Formula1 != "'Danh mục'!$A$2:$A$5" {
		t.Errorf("checks %+v", checks)
	}
}

func TestResultNamesTheCellsItWaitsFor(t *testing.T) {
	rows := table(t, openResult(t, sampleResult(t, 40)), "Chưa đủ dữ liệu", plainHeadRow)
	if len(rows) == 0 {
		t.Fatal("nobody waits")
	}
	for _, r := range rows {
		if !strings.Contains(r["Dữ kiện còn thiếu, việc đang chờ"], "II.1") ||
			r["Tệp"] != "nhap/CB-01.xlsx" || r["Trang"] != "Đảng viên" || !strings.HasPrefix(r["Ô"], "K") {
			t.Errorf("%v", r)
		}
		if r["Tổ chức cơ sở đảng"] == "" {
			t.Errorf("branches of two bases bear one name, and no base stands beside: %v", r)
		}
	}
}

// Printed, a text that begins or ends at the frame of its cell touches the next
// column: wrapped texts are indented, and rows are as high as that makes them.
// A group of columns has one heading over all of them.
func TestResultListsKeepTextsOffTheFrame(t *testing.T) {
	path, _ := written(t, "result-all", func(w io.Writer) error { return WriteResult(w, allKindsResult(t)) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, row := range map[string]int{"Đảng viên": dataRow, "Lãnh đạo": dataRow, "Đơn vị": dataRow, "Chưa đủ dữ liệu": plainHeadRow + 2} {
		texts := 0
		for col := 2; get(t, f, sheet, cellName(col, 7))+get(t, f, sheet, cellName(col, 8)) != "" || col == 2; col++ {
			id, err := f.GetCellStyle(sheet, cellName(col, row))
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if a := style.Alignment; a.WrapText && a.Horizontal != "center" && style.Protection.Locked {
				if texts++; a.Indent == 0 {
					t.Errorf("%s, %s: a text at the frame", sheet, cellName(col, row))
				}
			}
		}
		if texts == 0 {
			t.Errorf("%s: no texts", sheet)
		}
		if row != dataRow {
			continue
		}
		seen, before := map[string]bool{}, ""
		for col := 1; col < 60; col++ {
			group := get(t, f, sheet, cellName(col, groupRow))
			if group == before {
				continue
			}
			if before = group; group != "" && seen[group] {
				t.Errorf("%s: the group %q heads two columns apart", sheet, group)
			}
			seen[group] = true
		}
	}
	narrow, wide := look{frame: boxed, wrap: true}, look{frame: boxed, wrap: true}.padded()
	b := newBook("", time.Time{})
	p := &page{book: b, widths: []float64{10}}
	if plain, padded := p.heightOf(1, []any{p.cell("0000 000", narrow)}), p.heightOf(1, []any{p.cell("0000 000", wide)}); padded <= plain {
		t.Errorf("an indented text that needs another line has %v points, without indentation %v", padded, plain)
	}
}

func TestResultOfOneOrganization(t *testing.T) {
	spec := sampleResult(t, 40)
	spec.Orgs = []int{2}
	spec.Problems = nil
	f := openResult(t, spec)
	for _, r := range table(t, f, "Đảng viên", headingRow) {
		if r["Chi bộ / tổ chức"] != "Chi bộ Trường tiểu học Mẫu 2" {
			t.Errorf("a stranger: %v", r)
		}
	}
	data, err := f.GetRows("_du_lieu")
	if err != nil {
		t.Fatal(err)
	}
	if len(data) != 1+13+1 || data[1][0] != "member" || data[14][0] != "organization" || data[14][3] != "CB-02" {
		t.Errorf("data sheet of %d rows", len(data))
	}
	if shown, _ := f.GetSheetVisible("_du_lieu"); shown {
		t.Error("the data sheet is visible")
	}
	if i, _ := f.GetSheetIndex("Vấn đề"); i >= 0 {
		t.Error("a sheet of no problems")
	}
}

// What a sheet says of itself is not cut off where the sheet is narrow.
func TestStatusWrapsOnNarrowSheets(t *testing.T) {
	b := newBook("", time.Time{})
	status := strings.Repeat("chờ dữ liệu ", 12)
	p := b.plainTable("Hẹp", sheetHead{office: "ĐẢNG ỦY XÃ MẪU", title: "HẸP", status: status}, []column{{heading: "A", width: 20}, {heading: "B", width: 20}}, "")
	if least := float32(3 * lineHeight(tableSize)); p.heights[3] < least {
		t.Errorf("%v points for the status, want %v", p.heights[3], least)
	}
	p.end()
	if b.err != nil {
		t.Fatal(b.err)
	}
}
