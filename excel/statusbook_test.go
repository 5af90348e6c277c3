package excel

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func sampleStatus(chased int) StatusSpec {
	due, came := evaluate.Date{Year: 2025, Month: 12, Day: 5}, evaluate.Date{Year: 2025, Month: 12, Day: 8}
	branch := func(n int, m Mood, state, against string) StatusLine {
		return StatusLine{Code: fmt.Sprintf("CB-%02d", n), Name: fmt.Sprintf("Chi bộ Mẫu %d", n), Level: evaluate.Branch, Depth: 2, Mood: m,
			State: state, Against: against, Due: due}
	}
	back := branch(3, Overdue, "bị trả lại (2 lỗi)", "quá hạn 3 ngày")
	back.Errors, back.Came, back.File, back.Asked = 2, came, "tra-lai/cb3.xlsx", "sửa 2 lỗi rồi gửi lại"
	spec := StatusSpec{Stamp: sampleStamp(StatusBook), Office: sampleOffice(), Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		Time: time.Date(2025, 12, 8, 9, 0, 0, 0, time.UTC), Total: "Đã nhận 2/5.",
		Lines: []StatusLine{{Code: "XA", Name: "=Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel, Leads: true, Below: "2/5 chi bộ đã nhận", Trouble: "quá hạn 2"},
			{Code: "CS", Name: "Đảng bộ cơ sở Mẫu", Level: evaluate.BaseCommittee, Depth: 1, Leads: true, Mood: InTime, State: "đã nhận", Due: due, Came: due, Changed: true},
			branch(1, InLate, "đã nhận", "muộn 3 ngày"), branch(2, Awaited, "chưa gửi", "còn 3 ngày"), back, branch(4, SentBack, "bị trả lại", "")},
		Returned: []ReturnedFile{{Path: "nhan-ve/cb3.xlsx", Code: "CB-03", Name: "Chi bộ Mẫu 3", Base: "Đảng bộ cơ sở Mẫu", Errors: 2, On: came, Copy: "tra-lai/cb3.xlsx"},
			{Path: "nhan-ve/la.xlsx", Errors: 1, On: came, Copy: "tra-lai/la.xlsx"}}}
	spec.Matters = []StatusMatter{{Orgs: []string{"CB-01", "CB-02"}, People: strings.Split("Người Mẫu An;Người Mẫu Bình;Người Mẫu Cúc;Người Mẫu Đào;Người Mẫu Én;Người Mẫu Gấm;Người Mẫu Hoa", ";"), Problem: evaluate.Problem{Severity: evaluate.Warning, Code: "E342", At: evaluate.Origin{File: "nhan-ve/cb1.xlsx", Sheet: "Đảng viên", Cell: "B9"},
		Message: "cùng một người được báo cáo ở hai nơi", Related: []evaluate.Related{{At: evaluate.Origin{File: "nhan-ve/cb2.xlsx", Sheet: "Đảng viên", Cell: "B10"}, Note: "dòng còn lại ở đây"}}}}}
	first := Reminder{To: "Đảng bộ cơ sở Mẫu", Below: "1/4 chi bộ đã nhận"}
	for n := range chased {
		first.Lines = append(first.Lines, branch(n, Awaited, "chưa gửi", "còn 3 ngày"))
	}
	spec.Reminders = []Reminder{first, {To: "Đảng bộ cơ sở Mẫu Hai", Lines: []StatusLine{back}}}
	return spec
}

func TestWriteStatus(t *testing.T) {
	spec := sampleStatus(60)
	path, data := written(t, "status", func(w io.Writer) error { return WriteStatus(w, spec) })
	if err := Verify(path, nil); err != nil {
		t.Fatal(err)
	}
	if _, again := written(t, "status2", func(w io.Writer) error { return WriteStatus(w, spec) }); !bytes.Equal(data, again) {
		t.Error("equal specs give different bytes")
	}
	for sheet, wants := range map[string][]string{
		sheetStatus:    {"=Đảng bộ xã Mẫu", "Đã nhận 2/5.", "2/5 chi bộ đã nhận", "bị trả lại (2 lỗi)", "05/12/2025", "tra-lai/cb3.xlsx", labelNewSince},
		sheetReminders: {"Kính gửi: Đảng bộ cơ sở Mẫu", "Đảng bộ cơ sở Mẫu " + labelContinued, "Còn 60 báo cáo", "sửa 2 lỗi rồi gửi lại", "Người Mẫu Ký"},
		sheetMatters:   {"CB-01, CB-02", labelPeople, "Người Mẫu An, Người Mẫu Bình, Người Mẫu Cúc, Người Mẫu Đào, Người Mẫu Én và 2 tên nữa", "E342", "B9", "nhan-ve/cb2.xlsx[Đảng viên!B10]"},
		sheetReturned:  {"nhan-ve/la.xlsx", labelUnknownOrg, "tra-lai/cb3.xlsx"},
	} {
		text := allText(t, path, sheet)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("sheet %s has no %q", sheet, want)
			}
		}
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	panes, err := f.GetPanes(sheetStatus)
	if err != nil || !panes.Freeze || panes.YSplit != plainHeadRow {
		t.Errorf("headings are not frozen: %+v, %v", panes, err)
	}
	var names []string
	for _, n := range f.GetDefinedName() {
		names = append(names, n.Name+" "+n.RefersTo)
	}
	if !slices.ContainsFunc(names, func(s string) bool {
		return strings.HasPrefix(s, "_xlnm._FilterDatabase '"+sheetStatus+"'!") && strings.HasSuffix(s, "$L$13")
	}) {
		t.Errorf("no filter over the lines: %q", names)
	}
}

// Every list begins on a page of its own, and a long one goes on under its
// headings.
func TestReminders_pagesOfTheirOwn(t *testing.T) {
	path, data := written(t, "reminders", func(w io.Writer) error { return WriteStatus(w, sampleStatus(90)) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheetReminders)
	if err != nil {
		t.Fatal(err)
	}
	starts := map[int]string{}
	for i, r := range rows {
		if len(r) > 0 && (strings.HasSuffix(r[0], labelContinued) || strings.Contains(r[0], strings.ToUpper(sampleOffice().Superior)) && i > 0) {
			starts[i+1] = r[0]
		}
	}
	if len(starts) != 3 {
		t.Fatalf("%d pages begin: %v", len(starts), starts)
	}
	xml := string(partOf(t, data, "xl/worksheets/sheet2.xml"))
	for row := range starts {
		if !strings.Contains(xml, fmt.Sprintf(`<brk id="%d"`, row-1)) {
			t.Errorf("no page begins with row %d (%s)", row, starts[row])
		}
	}
	if got := strings.Count(xml, "<brk "); got != len(starts) {
		t.Errorf("%d breaks, want %d", got, len(starts))
	}
}

// Without deadlines no column asks what is late.
func TestWriteStatus_noDeadlines(t *testing.T) {
	spec := sampleStatus(3)
	clear := func(lines []StatusLine) {
		for i := range lines {
			lines[i].Due, lines[i].Against = evaluate.Date{}, ""
		}
	}
	told := func() string {
		path, _ := written(t, "status-due", func(w io.Writer) error { return WriteStatus(w, spec) })
		return allText(t, path, sheetStatus) + allText(t, path, sheetReminders)
	}
	if text := told(); strings.Count(text, labelAgainstDue) < 2 || strings.Contains(text, labelStatusNoDue) {
		t.Errorf("with deadlines: %s", text)
	}
	clear(spec.Lines)
	for _, r := range spec.Reminders {
		clear(r.Lines)
	}
	text := told()
	if strings.Contains(text, labelAgainstDue) || strings.Contains(text, labelDue) {
		t.Errorf("without deadlines: %s", text)
	}
	for _, want := range []string{labelStatusNoDue, "sửa 2 lỗi rồi gửi lại", "tra-lai/cb3.xlsx", "2/5 chi bộ đã nhận", labelNewSince} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q without deadlines", want)
		}
	}
}

func TestWriteStatus_nothingToChase(t *testing.T) {
	spec := sampleStatus(0)
	spec.Reminders, spec.Returned = nil, nil
	path, _ := written(t, "status-done", func(w io.Writer) error { return WriteStatus(w, spec) })
	if text := allText(t, path, sheetReminders); !strings.Contains(text, labelNoReminders) {
		t.Error("the list of reminders does not say that it is empty")
	}
	if text := allText(t, path, sheetReturned); !strings.Contains(text, labelNoReturned) {
		t.Error("the list of files sent back does not say that it is empty")
	}
}
