package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// listBySex is a list as many keep it: one column for men and one for women below
// when people were born, headings joined over both rows elsewhere.
func listBySex(t *testing.T, heading string, rows ...[]any) string {
	t.Helper()
	sheet := [][]any{{"DANH SÁCH"}, {"TT", "Họ và tên", heading, nil, "Mã chi bộ"}, {nil, nil, "Nam", "Nữ"}}
	return foreign(t, append(sheet, rows...), "A2", "A3", "B2", "B3", "C2", "D2", "E2", "E3")
}

func TestBornBySex(t *testing.T) {
	spec := readSpec(t)
	askBirthYear(&spec)
	spec.People = true
	in, ps := Read(listBySex(t, "Ngày sinh", []any{1, "Người Mẫu Một", "12/03/1960", nil, "CB-01"}, []any{2, "Người Mẫu Hai", nil, "01/07/1985", "CB-01"},
		[]any{3, "Người Mẫu Ba", nil, "1955", "CB-01"}), spec)
	if worst, _ := evaluate.Worst(ps); in == nil || worst > evaluate.Note {
		explain(t, ps)
		t.Fatal("not read")
	}
	for row, want := range [][]string{{"1960-03-12", ""}, {"1985-07-01", ""}, {"", "1955"}} {
		if got := memberRow(t, in, row, "birth_date", "birth_year"); !slices.Equal(got, want) {
			t.Errorf("row %d: %q, want %q", row, got, want)
		}
	}
	f := in.Frames[evaluate.Member]
	for row, want := range []string{"C4", "D5"} {
		if got := f.Origin(row, f.Schema.ByRole(evaluate.RoleBirth)).Cell; got != want {
			t.Errorf("row %d: in %s, want %s", row, got, want)
		}
	}
	if got := f.Origin(2, f.Schema.ByRole(evaluate.RoleBirthYear)).Cell; got != "D6" {
		t.Errorf("the year stands in %s", got)
	}
	if !slices.ContainsFunc(ps, func(p evaluate.Problem) bool {
		return p.Code == "X163" && strings.Contains(p.Message, "1 ô chỉ ghi năm") && p.At.Cell == "D6"
	}) {
		t.Errorf("the year alone is not told: %v", ps)
	}
	// what is wrong is told where it stands
	_, ps = Read(listBySex(t, "Năm sinh", []any{1, "Người Mẫu Một", 1960, nil, "CB-01"}, []any{2, "Người Mẫu Hai", nil, "không nhớ", "CB-01"}, []any{3, "Người Mẫu Ba", 1955, 1956, "CB-01"}), spec)
	var at []string
	for _, p := range ps {
		if p.Severity == evaluate.Error {
			at = append(at, string(p.Code)+" "+p.At.Cell)
		}
	}
	if !slices.Equal(at, []string{"X104 D5", "X111 C6"}) {
		t.Errorf("told %q: %v", at, ps)
	}
}

// Of older people rosters give the year alone. A report has a column for it.
func TestBornInAYear(t *testing.T) {
	spec := readSpec(t)
	askBirthYear(&spec)
	path := edited(t, writeRoster(t, "Đang hoạt động", "Đang hoạt động"), func(e *editor) {
		e.must(e.SetCellValue("DANH SÁCH ĐẢNG VIÊN", "F9", 1951))
	})
	in, ps := Read(path, spec)
	if worst, _ := evaluate.Worst(ps); in == nil || worst > evaluate.Note {
		explain(t, ps)
		t.Fatal("not read")
	}
	if got := memberRow(t, in, 1, "birth_date", "birth_year"); !slices.Equal(got, []string{"", "1951"}) {
		t.Errorf("read %q", got)
	}
	_, ps = Read(filled(t, func(e *editor) { e.set("birth_date", 0, "1951") }), spec)
	if !strings.Contains(codesOf(ps), "X108") {
		t.Errorf("in a report: %s", codesOf(ps))
	}
}

// Of somebody who is gone it is read alike: without a number nothing else tells who he is.
func TestWhoIsGoneWasBorn(t *testing.T) {
	spec := readSpec(t)
	askBirthYear(&spec)
	spec.People = true
	path := foreign(t, [][]any{{"DANH SÁCH"}, {"TT", "Họ và tên", "Ngày sinh", nil, "Mã chi bộ", "Tình trạng"}, {nil, nil, "Nam", "Nữ"},
		{1, "Người Mẫu Một", "12/03/1960", nil, "CB-01", "đã mất"}, {2, "Người Mẫu Hai", nil, "01/07/1985", "CB-01", "Chuyển đi"},
		{3, "Người Mẫu Ba", nil, "1955", "CB-01", "đã mất"}, {4, "Người Mẫu Tư", 1950, nil, "CB-01", ""}}, "A2", "A3", "B2", "B3", "C2", "D2", "E2", "E3", "F2", "F3")
	in, ps := Read(path, spec)
	if in == nil || in.Left == nil || in.Left.Len() != 3 {
		explain(t, ps)
		t.Fatal("not read")
	}
	for row, want := range []string{"12/03/1960", "01/07/1985", "1955"} {
		if got := LeftOf(in.Left, row, "").Born; got != want {
			t.Errorf("row %d: born %q, want %q", row, got, want)
		}
	}
}
