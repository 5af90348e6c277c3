package excel

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xuri/excelize/v2"
)

// One cause is one problem at its own cell; what follows from it is not told
// again cell by cell.
func TestOneCauseIsOneProblem(t *testing.T) {
	heading := func(e *editor, fact, text string) { e.must(e.SetCellStr(sheetMembers, e.column(fact)+"8", text)) }
	for _, c := range []struct {
		name  string
		edit  func(e *editor)
		codes string
		cells string // of the first problem
	}{
		{"two headings swapped, the values with them", func(e *editor) {
			heading(e, "birth_date", "Ngày vào Đảng")
			heading(e, "tasks_done", "Ngày sinh")
			for n := range 5 {
				e.set("birth_date", n, "nhiều")
				e.set("tasks_done", n, "01/01/1960")
			}
		}, "X147 X147", ""},
		{"everybody of another organization", func(e *editor) {
			for n := range 5 {
				e.set("branch_code", n, "CB-77")
			}
		}, "X154", "*9:*13"},
		{"two of another, one of a third", func(e *editor) {
			e.set("branch_code", 0, "CB-77")
			e.set("branch_code", 2, "CB-77")
			e.set("branch_code", 3, "CB-78")
		}, "X154 X154", "*9 *11"},
		{"cells joined downwards over a required column", func(e *editor) {
			col := e.column("category")
			for _, row := range []string{"10", "11", "12"} {
				e.must(e.SetCellValue(sheetMembers, col+row, nil))
			}
			e.must(e.MergeCell(sheetMembers, col+"9", col+"12"))
		}, "X117", ""},
	} {
		path := filled(t, c.edit)
		_, ps := Read(path, readSpec(t))
		if codesOf(ps) != c.codes {
			explain(t, ps)
			t.Fatalf("%s: %s, want %s", c.name, codesOf(ps), c.codes)
		}
		got := strings.Join(ps[0].Cells, " ")
		column := strings.TrimRight(ps[0].At.Cell, "0123456789")
		if got != strings.ReplaceAll(c.cells, "*", column) {
			t.Errorf("%s: cells %q, want %q", c.name, got, c.cells)
		}
	}
}

// All cells of a problem are coloured on the marked copy.
func TestEveryCellOfAProblemIsTinted(t *testing.T) {
	var column string
	path := filled(t, func(e *editor) {
		column = e.column("branch_code")
		for _, n := range []int{0, 1, 3} {
			e.set("branch_code", n, "CB-77")
		}
	})
	_, ps := Read(path, readSpec(t))
	var out bytes.Buffer
	if err := Mark(&out, path, ps); err != nil {
		t.Fatal(err)
	}
	marked := filepath.Join(t.TempDir(), "marked.xlsx")
	if err := os.WriteFile(marked, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(marked)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for row, want := range map[string]bool{"9": true, "10": true, "11": false, "12": true, "13": false} {
		id, err := f.GetCellStyle(sheetMembers, column+row)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		tinted := len(style.Fill.Color) > 0 && strings.HasSuffix(style.Fill.Color[0], strings.TrimPrefix(tintOf(evaluate.Error), "#"))
		if tinted != want {
			t.Errorf("row %s: tinted %v (%v)", row, tinted, style.Fill.Color)
		}
	}
}

// A formula that came to an error gave nothing that was used.
func TestFormulaErrorIsToldOnce(t *testing.T) {
	path := filled(t, func(e *editor) {
		cell := e.at(sheetMembers, "tasks_done", 0)
		e.must(e.SetCellValue(sheetMembers, cell, 18))
		e.must(e.SetCellFormula(sheetMembers, cell, "1/0"))
	})
	for _, p := range parts(t, path) {
		if bytes.Contains(p.data, []byte("<f>1/0</f>")) {
			path = damaged(t, path, p.name, func(s string) string {
				return regexp.MustCompile(`(<c r="O9"[^>]*?)( t="[a-z]*")?><f>1/0</f><v>[^<]*</v>`).ReplaceAllString(s, `$1 t="e"><f>1/0</f><v>#DIV/0!</v>`)
			})
		}
	}
	_, ps := Read(path, readSpec(t))
	if got := codesOf(ps); !strings.Contains(got, "X116") || strings.Contains(got, "X176") {
		t.Errorf("told as %s", got)
	}
}

// A text that stands alone where names stand is one problem, whatever it looks
// like; a family name alone begins no group.
func TestTextAloneIsOneProblem(t *testing.T) {
	for text, want := range map[string]string{
		"Người Mẫu Ký": "X110", "Hưu trí: (2)": "X167", "Tô Mẫu Đảng": "X110", "Bình Mẫu Quân": "X110", "Tổ": "X167", "-  Nhóm 2": "X167",
	} {
		_, ps := Read(filled(t, func(e *editor) { e.must(e.SetCellStr(sheetMembers, "B14", text)) }), readSpec(t))
		if codesOf(ps) != want {
			explain(t, ps)
			t.Errorf("%s: %s, want %s", text, codesOf(ps), want)
		}
	}
	// A grade is no mean: whose it is, nobody knows.
	_, ps := Read(filled(t, func(e *editor) { e.set("category", 5, "Trung bình") }), readSpec(t))
	if worst, _ := evaluate.Worst(ps); worst != evaluate.Error || strings.Contains(codesOf(ps), "X172") {
		t.Errorf("a word of a list: %s", codesOf(ps))
	}
}

// Cells joined over the same rows are one problem with all of them, and so are those joined
// over the same columns in several rows.
func TestJoinedBlockIsOneProblem(t *testing.T) {
	for name, c := range map[string]struct {
		joins []string
		told  []string
	}{
		"over rows":    {[]string{"G10:G11", "H10:H11", "I10:I11"}, []string{"G10:G11 H10:H11 I10:I11"}},
		"over columns": {[]string{"I10:J10", "I12:J12"}, []string{"I10:J10 I12:J12"}},
		"two blocks":   {[]string{"G10:G11", "G12:G13", "H10:H11"}, []string{"G10:G11 H10:H11", ""}},
	} {
		_, ps := Read(filled(t, func(e *editor) {
			for _, join := range c.joins {
				from, to, _ := strings.Cut(join, ":")
				e.must(e.MergeCell(sheetMembers, from, to))
			}
		}), readSpec(t))
		var told []string
		for _, p := range ps {
			if p.Code == "X117" {
				told = append(told, strings.Join(p.Cells, " "))
			}
		}
		if !slices.Equal(told, c.told) {
			explain(t, ps)
			t.Errorf("%s: told %q, want %q", name, told, c.told)
		}
	}
}

// A list of the same people beside the template's own sheet, without its columns, is one
// problem, and nobody on it is read.
func TestSecondListIsOneProblem(t *testing.T) {
	in, ps := Read(filled(t, func(e *editor) {
		_, err := e.NewSheet("DANH SÁCH")
		e.must(err)
		e.must(e.SetSheetRow("DANH SÁCH", "A1", &[]any{"STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Chi bộ đề nghị", "Ghi chú riêng"}))
		e.must(e.SetSheetRow("DANH SÁCH", "A2", &[]any{1, "Người Mẫu Thêm", "05/09/1980", "01/02/2001", "HT", "x"}))
	}), readSpec(t))
	var errors []string
	for _, p := range ps {
		if p.Severity == evaluate.Error {
			errors = append(errors, string(p.Code)+" "+p.At.Sheet)
		}
	}
	if strings.Join(errors, ", ") != "X141 DANH SÁCH" || in.Frames[evaluate.Member].Len() != 5 {
		explain(t, ps)
		t.Errorf("told %q, %d rows", errors, in.Frames[evaluate.Member].Len())
	}
}
