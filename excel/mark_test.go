package excel

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
)

func TestMarkShowsProblems(t *testing.T) {
	path := sent(t)
	other := problemAt(evaluate.Error, "C9", "ở tệp khác")
	other.At.File = "nhap/CB-02.xlsx"
	whole := problemAt(evaluate.Error, "", "=cả tệp")
	whole.At.Sheet = ""
	out := markedWith(t, "marked", path, other, whole,
		problemAt(evaluate.Warning, "D9", "cảnh báo mẫu"), problemAt(evaluate.Error, "D9", "lỗi mẫu"),
		problemAt(evaluate.Warning, "E10", "chỉ cảnh báo"), problemAt(evaluate.Note, "F9", "đã hiểu"))
	f, plain := openBookAt(t, out), openBookAt(t, path)
	if f.GetSheetList()[0] != sheetErrors || f.GetActiveSheetIndex() != 0 {
		t.Errorf("sheets %q, active %d", f.GetSheetList(), f.GetActiveSheetIndex())
	}
	for cell, want := range map[string]string{"D9": errorTint, "E10": warningTint, "C9": fillOf(t, plain, "C9"), "F9": fillOf(t, plain, "F9")} {
		if got := fillOf(t, f, cell); got != want {
			t.Errorf("fill of %s is %q, want %q", cell, got, want)
		}
	}
	_, own := styleOf(t, plain, "D9")
	_, tinted := styleOf(t, f, "D9")
	own.Fill, tinted.Fill = excelize.Fill{}, excelize.Fill{}
	a, _ := json.Marshal(own)
	b, _ := json.Marshal(tinted)
	if !bytes.Equal(a, b) {
		t.Errorf("tinting changed the style: %s, want %s", b, a)
	}
	rows, err := f.GetRows(sheetErrors)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"1", "X199", "Lỗi", "", "", "=cả tệp", "sửa ô này"}, {"2", "X199", "Lỗi", sheetMembers, "D9", "lỗi mẫu", "sửa ô này"},
		{"3", "X199", "Lỗi", sheetMembers, "C9", "ở tệp khác", "sửa ô này"}, {"4", "X199", "Cảnh báo", sheetMembers, "D9", "cảnh báo mẫu", "sửa ô này"},
		{"5", "X199", "Cảnh báo", sheetMembers, "E10", "chỉ cảnh báo", "sửa ô này"}, {"6", "X199", "Lưu ý", sheetMembers, "F9", "đã hiểu", "sửa ô này"}}
	if got := rows[errorHeadRow:]; !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("list %q\nwant %q", got, want)
	}
	for row, want := range map[int]string{6: "", 7: "'Đảng viên'!D9", 8: "", 9: "'Đảng viên'!D9", 11: "'Đảng viên'!F9"} {
		if _, got, err := f.GetCellHyperLink(sheetErrors, cellName(5, row)); err != nil || got != want {
			t.Errorf("row %d leads to %q, want %q (%v)", row, got, want, err)
		}
	}
	comments, err := f.GetComments(sheetMembers)
	if err != nil || len(comments) != 2 || !strings.Contains(comments[0].Text, "lỗi mẫu") || !strings.Contains(comments[0].Text, "cảnh báo mẫu") {
		t.Errorf("notes %+v, %v", comments, err)
	}
	visible, err := f.GetSheetVisible(sheetMarks)
	if err != nil || visible {
		t.Error("the sheet of marks is in sight", err)
	}
}

func TestMarkKeepsTheRest(t *testing.T) {
	path := sent(t)
	noFill := func(s *excelize.Style) { s.Fill = excelize.Fill{} }
	out := markedWith(t, "marked", path, problemAt(evaluate.Error, "D9", "lỗi"), problemAt(evaluate.Warning, "G12", "xem"))
	sameDescription(t, unprotected(described(t, out, noFill)), unprotected(described(t, path, noFill)))
	// Marked again without problems it is as if it had never been marked.
	sameDescription(t, described(t, markedWith(t, "clean", out)), described(t, path))
}

func TestMarkAgain(t *testing.T) {
	path := sent(t)
	first := markedWith(t, "first", path, problemAt(evaluate.Error, "D9", "a"), problemAt(evaluate.Error, "E10", "b"), problemAt(evaluate.Warning, "AB40", "c"))
	f := openBookAt(t, first)
	if err := f.SetCellValue(sheetMembers, "D9", "đã sửa"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	repaired := keepBook(t, "repaired", b.Bytes())
	second := markedWith(t, "second", repaired, problemAt(evaluate.Error, "E10", "b"), problemAt(evaluate.Error, "F11", "d"))
	g, plain := openBookAt(t, second), openBookAt(t, path)
	for _, cell := range []string{"D9", "AB40"} {
		got, _ := styleOf(t, g, cell)
		if want, _ := styleOf(t, plain, cell); got != want {
			t.Errorf("style of %s is %d, want the sender's own %d", cell, got, want)
		}
	}
	for _, cell := range []string{"E10", "F11"} {
		if got := fillOf(t, g, cell); got != errorTint {
			t.Errorf("fill of %s is %q", cell, got)
		}
	}
	if n := strings.Count(strings.Join(g.GetSheetList(), "|"), sheetErrors); n != 1 || len(g.GetSheetList()) != len(plain.GetSheetList())+2 {
		t.Errorf("sheets %q", g.GetSheetList())
	}
	comments, err := g.GetComments(sheetMembers)
	if err != nil || len(comments) != 2 {
		t.Errorf("notes %+v, %v", comments, err)
	}
	clean := markedWith(t, "clean", second)
	last := openBookAt(t, clean)
	if comments, err := last.GetComments(sheetMembers); err != nil || len(comments) != 0 {
		t.Errorf("notes left %+v, %v", comments, err)
	}
}

// A tint that was sorted, inserted or filled elsewhere goes too, and the styles
// numbered anew by another program are followed.
func TestUnmarkFollowsTints(t *testing.T) {
	path := sent(t)
	f := openBookAt(t, markedWith(t, "first", path, problemAt(evaluate.Error, "D9", "a")))
	if err := f.InsertRows(sheetMembers, 9, 1); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	out := openBookAt(t, markedWith(t, "second", keepBook(t, "moved", b.Bytes())))
	want, _ := styleOf(t, openBookAt(t, path), "D9")
	if got, _ := styleOf(t, out, "D10"); got != want {
		t.Errorf("the moved tint stayed: style %d, want %d", got, want)
	}
}

// Notes are an extra: a workbook with notes of its own keeps them and gets no
// more.
func TestMarkLeavesOwnNotes(t *testing.T) {
	f := openBookAt(t, sent(t))
	if err := f.AddComment(sheetMembers, excelize.Comment{Cell: "C10", Author: "Người Mẫu", Text: "của tôi"}); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetName("Hướng dẫn", sheetErrors); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	g := openBookAt(t, markedWith(t, "second", markedWith(t, "first", keepBook(t, "own", b.Bytes()), problemAt(evaluate.Error, "D9", "a")),
		problemAt(evaluate.Error, "D9", "a")))
	comments, err := g.GetComments(sheetMembers)
	if err != nil || len(comments) != 1 || comments[0].Text != "của tôi" {
		t.Errorf("notes %+v, %v", comments, err)
	}
	if list := g.GetSheetList(); list[0] != "Lỗi (2)" || !slices.Contains(list, sheetErrors) {
		t.Errorf("the sender's own sheet is gone: %q", list)
	}
}

// Other programs write sheets without a view.
func TestMarkSheetsWithoutViews(t *testing.T) {
	path := sent(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data := rezip(t, whole, func(part string, data []byte) []byte {
		before, rest, ok := bytes.Cut(data, []byte("<sheetViews>"))
		_, after, _ := bytes.Cut(rest, []byte("</sheetViews>"))
		if !ok || !strings.HasPrefix(part, "xl/worksheets/") {
			return data
		}
		return slices.Concat(before, after)
	})
	f := openBookAt(t, markedWith(t, "marked", keepBook(t, "plain", data), problemAt(evaluate.Error, "D9", "a")))
	if fillOf(t, f, "D9") != errorTint || f.GetSheetList()[0] != sheetErrors {
		t.Errorf("not marked: %q", f.GetSheetList())
	}
}

func TestMarkBounds(t *testing.T) {
	var ps []evaluate.Problem
	for i := range ListedAtMost + 6 {
		ps = append(ps, problemAt(evaluate.Error, cellName(3+i%3, 40+i/3), "lỗi"))
	}
	many := problemAt(evaluate.Error, "K9", "lỗi")
	many.Cells = []string{"K9:K" + itoa(tintedAtMost)}
	ps = append(ps, many)
	f := openBookAt(t, markedWith(t, "marked", sent(t), ps...))
	rows, err := f.GetRows(sheetErrors)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != errorHeadRow+ListedAtMost+1 || rows[len(rows)-1][0] != moreLine(7) {
		t.Errorf("%d rows, last %q", len(rows), rows[len(rows)-1])
	}
	marks, err := f.GetRows(sheetMarks)
	marks = slices.DeleteFunc(marks, func(row []string) bool { return strings.HasPrefix(row[0], pageStamp) })
	if err != nil || len(marks) != 1+tintedAtMost+1 { // the last says how the sheet was protected
		t.Errorf("%d marks, %v", len(marks), err)
	}
}

func TestCannotMark(t *testing.T) {
	whole, err := os.ReadFile(sent(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"empty": {}, "text": []byte("họ tên;năm sinh"), "cut": whole[:len(whole)/2],
		"half sheet": rezip(t, whole, func(part string, data []byte) []byte {
			if strings.HasPrefix(part, "xl/worksheets/") {
				return data[:len(data)*2/3]
			}
			return data
		}),
	} {
		var b bytes.Buffer
		err := Mark(&b, keepBook(t, name, data), []evaluate.Problem{problemAt(evaluate.Error, "D9", "a")})
		if !errors.Is(err, ErrCannotMark) || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, b.Len())
		}
	}
	if err := Mark(brokenWriter{}, sent(t), nil); !errors.Is(err, errBroken) || errors.Is(err, ErrCannotMark) {
		t.Errorf("a full disk is not the workbook's fault: %v", err)
	}
}

var errBroken = errors.New("broken")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestMarkGivesEqualBytes(t *testing.T) {
	path := sent(t)
	var first []byte
	for range 5 {
		var b bytes.Buffer
		if err := Mark(&b, path, []evaluate.Problem{problemAt(evaluate.Error, "D9", "a"), problemAt(evaluate.Warning, "E9", "b")}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("bytes differ")
		}
	}
}

func TestLabelOf(t *testing.T) {
	for _, c := range []struct{ path, label, other string }{
		{"/x/nhap/a/CB.xlsx", "nhap/a/CB.xlsx", "nhap/b/CB.xlsx"},
		{"/x/CB.xlsx", "../CB.xlsx", "nhap/CB.xlsx"},
		{"../CB.xlsx", "../CB.xlsx", "nhap/CB-2.xlsx"},
		{"/link/CB.xlsx", "nhap/CB.xlsx", "nhap/CB-2.xlsx"},
		{"/x/tmp-1.xlsx", "nhap/CB.xlsx", "nhap/CB.xlsx"},
	} {
		ps := []evaluate.Problem{{At: evaluate.Origin{File: c.other}}, {At: evaluate.Origin{File: c.label}}}
		if got := labelOf(c.path, ps); got != c.label {
			t.Errorf("%s is called %q, want %q", c.path, got, c.label)
		}
	}
}

func TestIsMarkSheet(t *testing.T) {
	for name, want := range map[string]bool{"Lỗi": true, norm.NFD.String("Lỗi"): true, "Lỗi (2)": true, "_xeploai_marks": true, "_xeploai": false, "Lỗi khác": false, sheetMembers: false} {
		if IsMarkSheet(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestProblemReport(t *testing.T) {
	ps := []evaluate.Problem{{Severity: evaluate.Error, Code: "X101", At: evaluate.Origin{File: sentLabel}, Message: "=không phải tệp Excel", Hint: "lưu lại dạng .xlsx"}}
	path, _ := written(t, "report", func(w io.Writer) error { return WriteProblemReport(w, sentLabel, ps) })
	f := openBookAt(t, path)
	rows, err := f.GetRows(sheetErrors)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1", "X101", "Lỗi", "", "", "=không phải tệp Excel", "lưu lại dạng .xlsx"}
	if len(rows) != errorHeadRow+1 || !slices.Equal(rows[errorHeadRow], want) || !strings.Contains(rows[2][0], sentLabel) {
		t.Errorf("report %q", rows)
	}
	if err := Verify(path, map[string]int{sheetErrors: errorHeadRow + 1}); err != nil {
		t.Error(err)
	}
}

// A link into a hidden row, column or sheet leads to nothing that can be seen: the list
// says so, and how to see it.
func TestListTellsHowToSeeHiddenCells(t *testing.T) {
	f := openBookAt(t, sent(t))
	members, err := f.GetSheetIndex(sheetMembers)
	if err != nil {
		t.Fatal(err)
	}
	f.SetActiveSheet(members) // the active one is never hidden
	for _, err := range []error{f.SetRowVisible(sheetMembers, 11, false), f.SetColVisible(sheetMembers, "E", false), f.SetSheetVisible(sheetCover, false)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "an.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	cover := problemAt(evaluate.Error, "B3", "lỗi mẫu")
	cover.At.Sheet = sheetCover
	out := openBookAt(t, markedWith(t, "marked", path, cover, problemAt(evaluate.Error, "D9", "a"), problemAt(evaluate.Error, "E9", "b"), problemAt(evaluate.Error, "D11", "c"), problemAt(evaluate.Error, "E11", "d")))
	rows, err := out.GetRows(sheetErrors)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[errorHeadRow:] {
		want := map[string]string{"B3": labelSheetUnseen, "D9": "", "E9": labelColumnUnseen, "D11": labelRowUnseen, "E11": joinLines(labelRowUnseen, labelColumnUnseen)}[row[4]]
		if row[6] != joinLines("sửa ô này", want) {
			t.Errorf("%s: %q, want %q", row[4], row[6], want)
		}
	}
}

// unprotected is a description without what protects the sheet of members.
func unprotected(d []string) []string {
	return slices.DeleteFunc(d, func(s string) bool { return strings.HasPrefix(s, sheetMembers+" protection") })
}
