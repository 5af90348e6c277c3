package excel

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// What a branch writes among the remarks is told: with a warning where the words are of a
// state that the row does not have, never with the words themselves.
func TestRemarksAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"đã mất tháng 3/2026": "warning", "chuyển đi từ 1/5": "warning", "Đã mất": "warning", "(từ trần 12/3/2026)": "warning", "mất ngày 3/3": "warning",
		"chuyển sinh hoạt về xã khác": "warning", "được miễn sinh hoạt từ tháng 4": "warning", "Miễn SH": "warning", "tự xin: ra khỏi Đảng": "warning",
		"sức khỏe yếu": "note", "mất giấy tờ": "note", "bí thư khóa trước": "note", "đang sinh hoạt": "note", "-": "", "  ": "",
	} {
		in, ps := Read(filled(t, func(e *editor) { e.set("remark", 1, text) }), readSpec(t))
		got := ""
		for _, p := range ps {
			if p.Code == "X169" {
				got += strings.ToLower(p.Severity.String())
				if p.At.Sheet != sheetMembers || len(p.Cells) > 0 && p.Cells[0] != p.At.Cell || strings.Contains(p.Message, text) {
					t.Errorf("%q: %+v", text, p)
				}
			}
		}
		if got != want {
			explain(t, ps)
			t.Errorf("%q is told %q, want %q", text, got, want)
		}
		if text == "sức khỏe yếu" && memberRow(t, in, 1, "remark")[0] != text {
			t.Error("not kept")
		}
	}
}

// So is what stands behind a name, in place of the question what it may be.
func TestStatesBehindNames(t *testing.T) {
	for text, want := range map[string]string{
		"Nguyễn Mẫu A - đã chết": "X169", "Nguyễn Mẫu A (mất 3/2025)": "X169", "Nguyễn Mẫu A (chuyển đi)": "X169", "Nguyễn Mẫu A, đã mất": "X169",
		"Nguyễn Mẫu A đã chuyển sinh hoạt": "X169", "Nguyễn Mẫu A (được miễn sinh hoạt)": "X169", "Nguyễn Mẫu A (TỪ TRẦN)": "X169",
		"Nguyễn Mẫu A (lớn)": "X197", "Nguyễn Mẫu Mất": "", "Mất Mẫu A": "",
	} {
		for _, people := range []bool{false, true} {
			spec := readSpec(t)
			spec.People = people
			_, ps := Read(filled(t, func(e *editor) { e.set("full_name", 1, text) }), spec)
			got := ""
			for _, p := range ps {
				if p.Code == "X169" || p.Code == "X197" {
					got += string(p.Code)
					if p.At.Cell != "B10" || p.Severity != evaluate.Warning || strings.Contains(p.Message, "Nguyễn") {
						t.Errorf("%q: %+v", text, p)
					}
				}
			}
			if got != want {
				explain(t, ps)
				t.Errorf("%q (%v) is told %q, want %q", text, people, got, want)
			}
		}
	}
}

// A row that has the state of which its remark speaks is no question.
func TestRemarksOfAStateThatStands(t *testing.T) {
	spec := leavingTemplate(t)
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	for status, want := range map[string]evaluate.Severity{"Được miễn": evaluate.Note, "Sinh hoạt bình thường": evaluate.Warning} {
		f := templateOf(t, spec)
		e := &editor{t, f}
		e.set(string(factActivityStatus), 1, status)
		e.set("remark", 1, "miễn sinh hoạt từ 2020")
		path := filepath.Join(t.TempDir(), "cb.xlsx")
		e.must(f.SaveAs(path))
		_, ps := Read(path, read)
		if p := find(t, ps, "X169"); p.Severity != want {
			t.Errorf("%s: told %+v", status, p)
		}
	}
}

// A list that says beside somebody that he died names him like all others, and that is told.
func TestRemarksOfPlainLists(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	in, ps := Read(plainBook(t, "Sheet", [][]any{{"STT", "Họ và tên", "Mã chi bộ", "Tình trạng", "Ghi chú"},
		{1, "Người Mẫu An", "CB-01", "Đang sinh hoạt", "đã mất tháng 3"}, {2, "Người Mẫu Bình", "CB-01", "", "sức khỏe yếu"},
		{3, "Người Mẫu Chi", "CB-01", "Đã mất", "đã mất tháng 3"}, {4, "Người Mẫu Dũng", "CB-01", "Được miễn", "miễn sinh hoạt"}, {5, "Người Mẫu Em", "CB-01", "", "chuyển đi 15/3"}}), spec)
	p := find(t, ps, "X169")
	if p.Severity != evaluate.Warning || strings.Join(p.Cells, " ") != "E2 E6" || in.Frames[evaluate.Member].Len() != 4 {
		explain(t, ps)
		t.Errorf("told %+v", p)
	}
	if in.Left == nil || LeftOf(in.Left, 0, in.LeftAs[0]) != (LeftPerson{Name: "Người Mẫu Chi", Status: "Đã mất", Remark: "đã mất tháng 3"}) {
		t.Errorf("the remark of the one who is gone is lost: %+v", in.Left)
	}
}

// A remark stands beside its subject where the result is shown, and only where there is one.
func TestRemarksInResults(t *testing.T) {
	spec := sampleResult(t, 40)
	pop, _ := spec.Report.Of(evaluate.Member)
	remark := pop.Frame.Schema.ByRole(evaluate.RoleRemark)
	for row := range pop.Frame.Len() {
		pop.Frame.Clear(row, remark)
	}
	shown := func(text string) bool {
		return slices.ContainsFunc(table(t, openResult(t, spec), sheetMembers, headingRow), func(r map[string]string) bool { return r[labelSendersRemark] == text && text != "" })
	}
	const text = "đã mất tháng 3/2026"
	if shown(text) {
		t.Error("shown of nobody")
	}
	pop.Frame.SetText(3, remark, text)
	if !shown(text) {
		t.Error("not shown")
	}
}

// A long remark has the room that it needs within the tallest row there is; of one for
// which no row is tall enough it is said where the rest stands.
func TestLongRemarksInResults(t *testing.T) {
	spec := sampleResult(t, 40)
	pop, _ := spec.Report.Of(evaluate.Member)
	remark := pop.Frame.Schema.ByRole(evaluate.RoleRemark)
	scale := func(f *excelize.File) uint {
		layout, err := f.GetPageLayout(sheetMembers)
		if err != nil || layout.AdjustTo == nil {
			t.Fatal(layout, err)
		}
		return *layout.AdjustTo
	}
	before := scale(openResult(t, spec))
	for _, letters := range []int{200, 800, 1900, 9000} {
		said := strings.TrimSpace(strings.Repeat("đã xin ý kiến chi bộ, ", letters/22))
		pop.Frame.SetText(3, remark, said)
		f := openResult(t, spec)
		rows, err := f.GetRows(sheetMembers)
		if err != nil {
			t.Fatal(err)
		}
		column := slices.Index(rows[headingRow-1], labelSendersRemark)
		row := slices.IndexFunc(rows, func(r []string) bool { return column < len(r) && strings.HasPrefix(r[column], "đã xin ý kiến") })
		if column < 0 || row < 0 {
			t.Fatalf("%d letters: not shown", letters)
		}
		shown := rows[row][column]
		width, _ := f.GetColWidth(sheetMembers, columnName(column+1))
		height, _ := f.GetRowHeight(sheetMembers, row+1)
		if need := lineHeight(tableSize)*float64(wrappedLines(shown, width-indentWidth)) + 3; need > height || height > tallestRow {
			t.Errorf("%d letters: %v wide and %v high, %v needed", letters, width, height, need)
		}
		if whole := shown == said; whole != (letters < 5000) || !whole && !strings.HasSuffix(shown, restAt(pop.Frame.Origin(3, remark))) {
			t.Errorf("%d letters: shown %d, ends with %q", letters, len(shown), shown[len(shown)-60:])
		}
		if now := scale(f); letters < 1000 && now < before {
			t.Errorf("%d letters: printed at %d, without them at %d", letters, now, before)
		}
	}
}

// Words among the running numbers or the totals are told, with a warning where they say that
// somebody is gone.
func TestWordsAmongNumbers(t *testing.T) {
	for text, want := range map[string]string{"4 (đã mất)": "X169 warning", "đã mất": "X169 warning", "4 xem lại": "X167 note", stampMark + endStamp: "", "4": "", "4.": "", "": ""} {
		for _, heading := range []string{labelNumber, labelTotalScore} {
			_, ps := Read(filled(t, func(e *editor) {
				cell := cellName(columnUnder(e, heading), dataRow+1)
				e.must(e.SetCellFormula(sheetMembers, cell, ""))
				e.must(e.SetCellStr(sheetMembers, cell, text))
			}), readSpec(t))
			got := ""
			for _, p := range ps {
				if p.Code == "X169" || p.Code == "X167" {
					got += fmt.Sprint(p.Code, " ", p.Severity)
				}
			}
			if got != want {
				explain(t, ps)
				t.Errorf("%s %q: %q, want %q", heading, text, got, want)
			}
		}
	}
}
