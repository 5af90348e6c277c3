//go:build libreoffice

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/cmd/internal/cli"
)

// A small real office, every kind of workbook printed by LibreOffice: the pages
// are A4, not many, titles stand uncut and no cell shows ###.
func TestLibreOfficePrintsEveryWorkbook(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	run(t, 0, "demo", dir, "--members", "300")
	run(t, 0, "-C", dir, "template")
	for _, c := range []struct {
		name, glob string
		pages      int // most pages it may take: lists of six kinds, the ballots, the evidence
		least      int // fewest lines of text on any page: headings, three rows, foot
		wants      []string
	}{
		{"template", "mau/XM.0*-chi-bo*.xlsx", 24, 5, []string{"Họ và tên", "Đối tượng", "I. Tiêu chí chung", "HƯỚNG DẪN"}},
		{"result", "ket-qua/XM.0*.xlsx", 55, 5, []string{"Họ và tên", "TẠM TÍNH", "Lý do, căn cứ", "366-QĐ/TW"}},
		{"organizations", "to-chuc.xlsx", 3, 5, []string{"DANH SÁCH TỔ CHỨC ĐẢNG", "Mã tổ chức"}},
		{"campaign", "ket-qua/ket-qua-toan-dot.xlsx", 125, 5, []string{"Mã tra cứu", "TỆP ĐÃ NHẬN"}},
		{"summary", "ket-qua/tong-hop.xlsx", 60, 5, []string{"ĐẢNG CỘNG SẢN VIỆT NAM", "NGƯỜI LẬP BIỂU", "Số có mặt"}},
		{"marked", "tra-lai/*chi-bo.xlsx", 24, 5, []string{"CÁC VẤN ĐỀ CẦN SỬA", "Cách sửa"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, _ := filepath.Glob(filepath.Join(dir, filepath.FromSlash(c.glob)))
			if len(found) == 0 {
				t.Fatalf("no workbook like %s", c.glob)
			}
			text, pages, sizes := printed(t, found[0])
			if pages < 1 || pages > c.pages {
				t.Errorf("%d pages, at most %d wanted", pages, c.pages)
			}
			if !strings.Contains(sizes, "A4") {
				t.Errorf("paper: %s", sizes)
			}
			for _, w := range c.wants {
				if !strings.Contains(text, w) {
					t.Errorf("%q is not on paper", w)
				}
			}
			for _, bad := range []string{"###", "#REF!", "#NAME?", "Err:"} {
				if strings.Contains(text, bad) {
					t.Errorf("%q is on paper", bad)
				}
			}
			for n, page := range strings.Split(strings.TrimSuffix(text, "\f"), "\f") {
				if lines := printedLines(page); lines < c.least {
					t.Errorf("page %d holds %d lines, its foot included:\n%s", n+1, lines, page)
				}
				if strings.Contains(page, "NGƯỜI LẬP") && !tabled.MatchString(page) {
					t.Errorf("page %d is signed and bears no row:\n%s", n+1, page)
				}
			}
		})
	}
}

// tabled recognises a row of a table on paper: a number before its words, or figures
// well behind them.
var tabled = regexp.MustCompile(`(?m)^ *\d+ +\pL|\pL.* {3,}\d+( |$)`)

// printedLines counts the lines of a page that hold something.
func printedLines(page string) int {
	n := 0
	for _, line := range strings.Split(page, "\n") {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}

// What LibreOffice saves again is the same report: known, not new.
func TestLibreOfficeSavesWhatImportKnows(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	run(t, 0, "demo", dir, "--members", "300")
	taken := run(t, 4, "-C", dir, "status", "--all", "--json")
	path := regexp.MustCompile(`"kind":"branch","state":"received","path":"([^"]*)"`).FindStringSubmatch(taken)
	if path == nil {
		t.Fatalf("no branch file was taken in: %s", taken)
	}
	out := t.TempDir()
	convert(t, "xlsx", out, filepath.Join(dir, filepath.FromSlash(path[1])))
	again := run(t, 0, "-C", dir, "import", "--json", filepath.Join(out, filepath.Base(path[1])))
	if !strings.Contains(again, `"outcome":"known"`) {
		t.Errorf("saved by LibreOffice, the file counts as another one: %s", again)
	}
	resaved := filepath.Join(out, filepath.Base(path[1]))
	stripped := openWorkbook(t, resaved)
	if err := stripped.DeleteSheet("_xeploai"); err != nil {
		t.Fatal(err)
	}
	lost := filepath.Join(out, "mat-trang.xlsx")
	if err := stripped.SaveAs(lost); err != nil {
		t.Fatal(err)
	}
	if again := run(t, 0, "-C", dir, "import", "--json", lost); !strings.Contains(again, `"outcome":"known"`) {
		t.Errorf("without the stamp's sheet the file counts as another one: %s", again)
	}
	rows, err := openWorkbook(t, resaved).GetRows("Đảng viên")
	if err != nil {
		t.Fatal(err)
	}
	// From the headings on it is told by them whose it is, and is not the whole report of
	// a branch; without them nobody can say what a column means.
	for from, codes := range map[int]string{7: "X157.*X158", 9: "X140"} {
		copied := excelize.NewFile()
		for i, row := range rows[from-1:] {
			if err := copied.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		at := filepath.Join(out, "chep-tu-dong-"+strconv.Itoa(from)+".xlsx")
		if err := copied.SaveAs(at); err != nil {
			t.Fatal(err)
		}
		if said := run(t, 3, "-C", dir, "import", "--json", "--dry-run", at); !regexp.MustCompile(codes).MatchString(said) {
			t.Errorf("rows copied from row %d on: %s", from, said)
		}
	}
}

// At least two of the three places of a template's stamp survive LibreOffice, and
// its counters show what was stored.
func TestLibreOfficeKeepsTheStamp(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	run(t, 0, "demo", dir, "--members", "300")
	run(t, 0, "-C", dir, "template")
	found, _ := filepath.Glob(filepath.Join(dir, "mau", "XM.01.0*.xlsx"))
	if len(found) == 0 {
		t.Fatal("no template of a branch")
	}
	out := t.TempDir()
	convert(t, "xlsx", out, found[0])
	before, after := openWorkbook(t, found[0]), openWorkbook(t, filepath.Join(out, filepath.Base(found[0])))
	kept := 0
	if props, err := after.GetCustomProps(); err == nil && len(props) > 0 {
		kept++
	}
	for _, at := range [][2]string{{"_xeploai", "B5"}, {"Đảng viên", "A6"}} {
		want, _ := before.GetCellValue(at[0], at[1])
		if got, err := after.GetCellValue(at[0], at[1]); err == nil && got == want && want != "" {
			kept++
		}
	}
	if kept < 2 {
		t.Errorf("%d of three places are left", kept)
	}
	want, _ := before.GetCellValue("Bìa", "C11")
	if got, _ := after.GetCellValue("Bìa", "C11"); got != want || want == "" {
		t.Errorf("the cover counts %q, stored was %q", got, want)
	}
}

// LibreOffice counts what may be said in several ways as one cell to fill in, and no
// longer once the statement about tasks stands: the formula is no other program's guess.
func TestLibreOfficeCountsWhatGradingNeeds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	run(t, 0, "demo", dir, "--members", "300")
	run(t, 0, "-C", dir, "template")
	found, _ := filepath.Glob(filepath.Join(dir, "mau", "XM.01.0*.xlsx"))
	if len(found) == 0 {
		t.Fatal("no template of a branch")
	}
	f, err := excelize.OpenFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	statement := columnStamped(t, f, "#task_statement")
	for column, value := range map[string]string{columnStamped(t, f, "#leadership_post"): "Không giữ chức vụ", columnStamped(t, f, "#category"): "Hưu trí"} {
		for _, row := range []string{"9", "10"} {
			if err := f.SetCellStr("Đảng viên", column+row, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	counted := func(said string) int {
		if err := f.SetCellStr("Đảng viên", statement+"9", said); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "filled.xlsx")
		if err := f.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		out := t.TempDir()
		convert(t, "xlsx", out, path)
		got, _ := openWorkbook(t, filepath.Join(out, "filled.xlsx")).GetCellValue("Bìa", "C11")
		var n int
		_, wanted, _ := strings.Cut(got, " bắt buộc. ")
		if _, err := fmt.Sscanf(wanted, "Còn %d ô cần điền để xếp loại được.", &n); err != nil {
			t.Fatalf("the cover says %q: %v", got, err)
		}
		return n
	}
	if open, left := counted(""), counted("100% đúng hạn, chất lượng; dưới 30% vượt mức"); left != open-1 {
		t.Errorf("%d cells open without the statement of one row, %d with it", open, left)
	}
}

// columnStamped is the letter of the column under a stamp of the sheet of members.
func columnStamped(t *testing.T, f *excelize.File, stamp string) string {
	t.Helper()
	rows, err := f.GetRows("Đảng viên")
	if err != nil {
		t.Fatal(err)
	}
	for i, said := range rows[5] {
		if said == stamp {
			name, _ := excelize.ColumnNumberToName(i + 1)
			return name
		}
	}
	t.Fatal("no column " + stamp)
	return ""
}

func openWorkbook(t *testing.T, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// run calls the real program and demands an exit code; it returns the result.
func run(t *testing.T, code int, args ...string) string {
	t.Helper()
	env := frozen()
	var out, talk bytes.Buffer
	env.Stdout, env.Stderr = &out, &talk
	if got := cli.Main(args, env); got != code {
		t.Fatalf("%v ended with %d, want %d\n%s\n%s", args, got, code, out.String(), talk.String())
	}
	return out.String()
}

func convert(t *testing.T, format, out, path string) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Fatal("LibreOffice (soffice) is needed for tests with the tag libreoffice: ", err)
	}
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", format, "--outdir", out, path)
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, b)
	}
}

// printed gives the text, the number of pages and the paper of a workbook.
func printed(t *testing.T, path string) (text string, pages int, paper string) {
	t.Helper()
	out := t.TempDir()
	convert(t, "pdf", out, path)
	pdf := filepath.Join(out, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+".pdf")
	if _, err := os.Stat(pdf); err != nil {
		t.Fatal(err)
	}
	b, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatal("pdftotext: ", err)
	}
	info, err := exec.Command("pdfinfo", pdf).Output()
	if err != nil {
		t.Fatal("pdfinfo: ", err)
	}
	field := func(name string) string {
		m := regexp.MustCompile(`(?m)^` + name + `:\s+(.*)$`).FindStringSubmatch(string(info))
		if m == nil {
			t.Fatalf("pdfinfo says nothing of %s", name)
		}
		return m[1]
	}
	pages, _ = strconv.Atoi(field("Pages"))
	return string(b), pages, field("Page size")
}
