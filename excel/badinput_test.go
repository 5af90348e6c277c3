package excel

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// provocation is a file that must bring out a code.
type provocation struct {
	code  evaluate.Code
	name  string
	build func(t testing.TB) string
	cell  string // of the first problem with the code, "" when it is not checked
	wrong func(*ReadSpec)
}

func bytesFile(name string, b string) func(testing.TB) string {
	return func(t testing.TB) string {
		path := filepath.Join(t.TempDir(), name)
		save(t, path, []byte(b))
		return path
	}
}

func withCell(fact string, v any) func(testing.TB) string {
	return func(t testing.TB) string { return filled(t, func(e *editor) { e.set(fact, 1, v) }) }
}

func withEdit(edit func(e *editor)) func(testing.TB) string {
	return func(t testing.TB) string { return filled(t, edit) }
}

func withDamage(part string, change func(string) string) func(testing.TB) string {
	return func(t testing.TB) string { return damaged(t, fillTemplate(t, BranchBook, 5), part, change) }
}

func replacing(old, new string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, new, 1) }
}

// renamed changes the heading of a column in both places that name it.
func renamed(e *editor, fact, heading string) {
	cell := e.at(sheetMembers, fact, 0)
	col := strings.TrimRight(cell, "0123456789")
	e.must(e.SetCellStr(sheetMembers, col+"6", ""))
	e.must(e.SetCellStr(sheetMembers, col+"8", heading))
}

func unstamp(e *editor) {
	e.must(e.DeleteSheet(sheetStamp))
	props, _ := e.GetCustomProps()
	for _, p := range props {
		e.must(e.SetCustomProps(excelize.CustomProperty{Name: p.Name}))
	}
	for _, s := range []string{sheetMembers, sheetOrgs} {
		e.must(e.RemoveRow(s, stampRow))
	}
}

func flipLastByteOf(t testing.TB, path, marker string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(b, []byte(marker))
	b[i+len(marker)+40] ^= 0x55
	out := filepath.Join(t.TempDir(), "crc.xlsx")
	save(t, out, b)
	return out
}

// compound is the head of an OLE file followed by a directory name.
func compound(name string) string {
	var b bytes.Buffer
	b.WriteString("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	b.Write(make([]byte, 1016))
	for _, r := range name {
		_ = binary.Write(&b, binary.LittleEndian, uint16(r))
	}
	b.Write(make([]byte, 512))
	return b.String()
}

func provocations() []provocation {
	people := []provocation{
		{code: "X104", name: "words for a number", build: withCell("score_1", "chín mươi"), cell: "J10"},
		{code: "X104", name: "percent of points", build: withCell("score_1", "90%"), cell: "J10"},
		{code: "X105", name: "finer than a thousandth", build: withCell("score_1", 9.12345)},
		{code: "X105", name: "grouped by a dot in a count", build: withCell("tasks_done", "1.234")},
		{code: "X106", name: "21 of 20 points", build: withCell("score_1", 21), cell: "J10"},
		{code: "X106", name: "negative", build: withCell("tasks_done", -1)},
		{code: "X107", name: "31/02", build: withCell("birth_date", "31/02/1975")},
		{code: "X107", name: "month first", build: withCell("birth_date", "02/13/1975")},
		{code: "X108", name: "year alone", build: withCell("birth_date", 1975)},
		{code: "X108", name: "two-digit year", build: withCell("birth_date", "05/09/75")},
		{code: "X109", name: "unknown code in a list", build: withCell("category", "thợ lặn")},
		{code: "X110", name: "required blank", build: withCell("full_name", "")},
		{code: "X111", name: "alias of two", build: withCell("proposal_self", "HT")},
		{code: "X112", name: "letters in an identity number", build: withCell("identity_number", "00109500100A")},
		{code: "X112", name: "too short", build: withCell("identity_number", "12345")},
		{code: "X113", name: "identity number turned into a number", build: withCell("identity_number", 1095001001), cell: "C10"},
		{code: "X113", name: "old card number turned into a number", build: withCell("identity_number", 12345678)},
		{code: "X114", name: "scientific", build: withCell("identity_number", "1.09500100E+11")},
		{code: "X114", name: "card in scientific form", build: withCell("card_number", "2.7E+11")},
		{code: "X115", name: "formula without a stored value", build: withEdit(func(e *editor) {
			cell := e.at(sheetMembers, "score_1", 1)
			e.must(e.SetCellValue(sheetMembers, cell, nil))
			e.must(e.SetCellFormula(sheetMembers, cell, "SUM(K10,1)"))
		}), cell: "J10"},
		{code: "X116", name: "#REF!", build: withCell("score_1", "#REF!")},
		{code: "X116", name: "#N/A as text", build: withCell("remark", "#N/A")},
		{code: "X117", name: "merged", build: withEdit(func(e *editor) {
			e.must(e.MergeCell(sheetMembers, e.at(sheetMembers, "category", 1), e.at(sheetMembers, "category", 2)))
		})},
		{code: "X118", name: "same identity number", build: withCell("identity_number", "001095001000"), cell: "C10"},
		{code: "X118", name: "same card", build: withCell("card_number", "27.066420")},
		{code: "X118", name: "same name and birth", build: withEdit(func(e *editor) {
			e.set("full_name", 1, "Người Mẫu 1")
			e.set("identity_number", 1, "")
			e.set("card_number", 1, "")
			e.set("birth_date", 1, "01/01/1960")
		})},
		{code: "X119", name: "namesakes without keys", build: withEdit(func(e *editor) {
			e.set("full_name", 1, "Người  mẫu 1")
			e.set("identity_number", 1, "")
			e.set("card_number", 1, "")
			e.set("birth_date", 1, "")
		})},
		{code: "X160", name: "nothing filled in", build: func(t testing.TB) string {
			return edited(t, fillTemplate(t, BranchBook, 0), func(e *editor) {
				e.must(e.RemoveRow(sheetOrgs, dataRow))
			})
		}},
		{code: "X161", name: "value of another workbook", build: withDamage(memberPart,
			replacing(`t="s"`, `t="s"`+" "))},
		{code: "X162", name: "decimal comma", build: withCell("score_1", "9,5")},
		{code: "X162", name: "percent of a share", build: withCell("rate", "90%")},
		{code: "X163", name: "date as text", build: withCell("birth_date", "5/9/1975")},
		{code: "X164", name: "alias", build: withCell("proposal_self", "httnv")},
		{code: "X165", name: "NFD and no-break space", build: withCell("full_name", "Ngu\u031bo\u031b\u0300i\u00a0Ma\u0302\u0303u 9")},
		{code: "X166", name: "blank row between", build: withEdit(func(e *editor) {
			for c := 2; c < 20; c++ {
				e.must(e.SetCellValue(sheetMembers, cellName(c, dataRow+2), nil))
			}
		})},
		{code: "X167", name: "signature below", build: withEdit(func(e *editor) {
			e.must(e.SetCellValue(sheetMembers, "A20", "Người lập biểu"))
		})},
	}
	people[indexOfCode(people, "X161")].build = func(t testing.TB) string {
		path := filled(t, func(e *editor) {
			e.must(e.SetCellFormula(sheetMembers, e.at(sheetMembers, "score_1", 1), "[1]Sheet1!A1"))
		})
		return path
	}
	return append(people, append(fileProvocations(), headingProvocations()...)...)
}

func indexOfCode(ps []provocation, code evaluate.Code) int {
	for i, p := range ps {
		if p.code == code {
			return i
		}
	}
	return -1
}

func fileProvocations() []provocation {
	return []provocation{
		{code: "X101", name: "no such file", build: func(t testing.TB) string { return filepath.Join(t.TempDir(), "khong-co.xlsx") }},
		{code: "X101", name: "a folder", build: func(t testing.TB) string { return t.TempDir() }},
		{code: "X102", name: "empty file", build: bytesFile("rong.xlsx", "")},
		{code: "X120", name: "random bytes", build: bytesFile("la.xlsx", "\x00\x01\x02\x03\x04\x05\x06\x07\x08")},
		{code: "X120", name: "a zip of something else", build: func(t testing.TB) string {
			path := filepath.Join(t.TempDir(), "zip.xlsx")
			save(t, path, pack(t, []part{{"anh.txt", []byte("mẫu")}}))
			return path
		}},
		{code: "X121", name: "old .xls", build: bytesFile("cu.xls", compound("Workbook"))},
		{code: "X122", name: "encrypted", build: func(t testing.TB) string {
			f := excelize.NewFile()
			defer f.Close()
			path := filepath.Join(t.TempDir(), "khoa.xlsx")
			if err := f.SaveAs(path, excelize.Options{Password: "mau"}); err != nil {
				t.Fatal(err)
			}
			return path
		}},
		{code: "X123", name: "HTML", build: bytesFile("web.xls", "\xef\xbb\xbf <html><table></table></html>")},
		{code: "X123", name: "CSV", build: bytesFile("a.xlsx", "Họ và tên;Ngày sinh\nNgười Mẫu;1\n")},
		{code: "X124", name: ".ods", build: func(t testing.TB) string {
			path := filepath.Join(t.TempDir(), "a.xlsx")
			save(t, path, pack(t, []part{{"mimetype", []byte("x")}, {"content.xml", []byte("<x/>")}}))
			return path
		}},
		{code: "X125", name: "zip bomb", build: func(t testing.TB) string {
			path := filepath.Join(t.TempDir(), "bom.xlsx")
			ps := parts(t, fillTemplate(t, BranchBook, 1))
			ps = append(ps, part{"xl/media/a.bin", make([]byte, 20<<20)})
			save(t, path, pack(t, ps))
			return path
		}},
		{code: "X126", name: "package cut short", build: func(t testing.TB) string {
			b, _ := os.ReadFile(fillTemplate(t, BranchBook, 5))
			path := filepath.Join(t.TempDir(), "cut.xlsx")
			save(t, path, b[:len(b)/2])
			return path
		}},
		{code: "X127", name: "wrong checksum", build: func(t testing.TB) string {
			return flipLastByteOf(t, fillTemplate(t, BranchBook, 5), memberPart)
		}},
		{code: "X127", name: "missing part", build: func(t testing.TB) string {
			ps := parts(t, fillTemplate(t, BranchBook, 1))
			for i := range ps {
				if ps[i].name == memberPart {
					ps[i].name = "xl/worksheets/other.xml"
				}
			}
			path := filepath.Join(t.TempDir(), "thieu.xlsx")
			save(t, path, pack(t, ps))
			return path
		}},
		{code: "X127", name: "texts cut short", build: func(t testing.TB) string {
			return damaged(t, withCell("remark", "có chữ")(t), "xl/sharedStrings.xml", func(s string) string { return s[:len(s)/2] })
		}},
		{code: "X128", name: "sheet cut in half", build: withDamage(memberPart, func(s string) string { return s[:len(s)*2/3] })},
		{code: "X128", name: "sheet cut between rows", build: withDamage(memberPart, func(s string) string {
			return s[:strings.LastIndex(s, "<row")]
		})},
		{code: "X129", name: "crossed tags", build: withDamage(memberPart, replacing("</c></row>", "</row></c>"))},
		{code: "X129", name: "a tag in the middle", build: withDamage(memberPart, replacing("</c><c", "</c><x><c"))},
		{code: "X130", name: "cell twice", build: withDamage(memberPart, replacing(`r="C10"`, `r="B10"`))},
		{code: "X130", name: "row twice", build: withDamage(memberPart, replacing(`<row r="11"`, `<row r="10"`))},
		{code: "X131", name: "text index out of range", build: func(t testing.TB) string {
			return damaged(t, filled(t, func(e *editor) { e.set("remark", 0, "có chữ") }), memberPart, func(s string) string {
				i := strings.LastIndex(s, `t="s"><v>`) + len(`t="s"><v>`)
				return s[:i] + "9" + "9999" + s[i:]
			})
		}},
		{code: "X132", name: "a million empty rows", build: withDamage(memberPart, func(s string) string {
			var b strings.Builder
			for r := 100; r < 1_000_000; r++ {
				fmt.Fprintf(&b, `<row r="%d"/>`, r)
			}
			return strings.Replace(s, "</sheetData>", b.String()+"</sheetData>", 1)
		})},
		{code: "X134", name: "far to the right", build: withEdit(func(e *editor) { e.must(e.SetCellValue(sheetMembers, "XFD3", "x")) })},
		{code: "X135", name: "entity the library drops", build: withDamage(memberPart, replacing("Người Mẫu 3", "Người &khong; 3"))},
		{code: "X136", name: "styles that are not XML", build: withDamage("xl/styles.xml", func(s string) string { return s[:40] })},
		{code: "X137", name: "lock file", build: bytesFile("~$mau.xlsx", "x")},
	}
}

func headingProvocations() []provocation {
	return []provocation{
		{code: "X140", name: "no headings", build: withEdit(func(e *editor) {
			for range 8 {
				e.must(e.RemoveRow(sheetMembers, 1))
			}
		})},
		{code: "X141", name: "required column missing", build: withEdit(func(e *editor) { renamed(e, "category", "Mục riêng") })},
		{code: "X142", name: "column twice", build: withEdit(func(e *editor) { renamed(e, "remark", "Ngày sinh"); unstamp(e) })},
		{code: "X143", name: "unknown column", build: withEdit(func(e *editor) { renamed(e, "remark", "Sở thích") })},
		{code: "X144", name: "heading of two facts", build: withEdit(func(e *editor) {
			renamed(e, "remark", "Hoàn thành")
		})},
		{code: "X145", name: "column of another supplier", build: withEdit(func(e *editor) { renamed(e, "remark", "Kỷ luật trong năm") })},
		{code: "X146", name: "sheet without headings", build: withEdit(func(e *editor) {
			_, err := e.NewSheet("Nháp")
			e.must(err)
			e.must(e.SetCellValue("Nháp", "A1", "một"))
			e.must(e.SetCellValue("Nháp", "A2", "hai"))
		})},
		{code: "X147", name: "heading against the stamp", build: withEdit(func(e *editor) {
			cell := e.at(sheetMembers, "birth_date", 0)
			e.must(e.SetCellStr(sheetMembers, strings.TrimRight(cell, "0123456789")+"8", "Ngày vào Đảng"))
		})},
		{code: "X150", name: "no stamp, no branch code", build: withEdit(func(e *editor) { renamed(e, "branch_code", "Nơi ở"); unstamp(e) })},
		{code: "X151", name: "older template", build: withEdit(func(e *editor) {
			e.must(e.SetCellStr(sheetStamp, "B1", "0"))
			e.must(e.SetCustomProps(excelize.CustomProperty{Name: stampPrefix + "version", Value: "0"}))
		})},
		{code: "X152", name: "another office", build: withEdit(nil), wrong: func(s *ReadSpec) { s.Office = "XA-KHAC" }},
		{code: "X153", name: "another period", build: withEdit(nil), wrong: func(s *ReadSpec) { s.Period.Year = 2026 }},
		{code: "X154", name: "row of another organization", build: withCell("branch_code", "CB-02")},
		{code: "X155", name: "two stamps", build: withEdit(func(e *editor) { e.must(e.SetCellStr(sheetStamp, "B3", "XA-KHAC")) })},
		{code: "X156", name: "a summary", build: withEdit(func(e *editor) {
			e.must(e.SetCellStr(sheetStamp, "B2", string(SummaryBook)))
			e.must(e.SetCustomProps(excelize.CustomProperty{Name: stampPrefix + "kind", Value: string(SummaryBook)}))
		})},
		{code: "X157", name: "no stamp", build: withEdit(unstamp)},
		{code: "X170", name: "unknown status in a roster", build: func(t testing.TB) string { return writeRoster(t, "Đang hoạt động", "Bay") }},
		{code: "X171", name: "left the roster", build: func(t testing.TB) string { return writeRoster(t, "Đang hoạt động", "Từ trần") }},
	}
}

func TestEveryCodeIsProvoked(t *testing.T) {
	provoked := map[evaluate.Code]bool{}
	known := map[evaluate.Code]bool{}
	for _, c := range Codes() {
		if known[c.Code] || c.Title == "" {
			t.Errorf("%s is listed badly", c.Code)
		}
		known[c.Code] = true
	}
	for _, p := range provocations() {
		t.Run(string(p.code)+" "+p.name, func(t *testing.T) {
			spec := readSpec(t)
			if p.wrong != nil {
				p.wrong(&spec)
			}
			_, ps := Read(p.build(t), spec)
			t.Log(codesOf(ps))
			for _, x := range ps {
				if !known[x.Code] {
					t.Errorf("%s is not listed", x.Code)
				}
				if x.Message == "" || x.Hint == "" || x.At.File == "" {
					t.Errorf("%s says too little: %+v", x.Code, x)
				}
			}
			for _, x := range ps {
				if x.Code == p.code {
					provoked[p.code] = true
					if p.cell != "" && x.At.Cell != p.cell {
						t.Errorf("%s stands at %s, want %s", x.Code, x.At, p.cell)
					}
					return
				}
			}
			explain(t, ps)
			t.Errorf("got %q", codesOf(ps))
		})
	}
	for _, code := range provokedElsewhere() {
		provoked[code] = true
	}
	for code := range known {
		if !provoked[code] {
			t.Errorf("nothing provokes %s", code)
		}
	}
}

// provokedElsewhere lists the codes that need limits of their own; the tests
// are TestLimits and TestProblemsAreCapped.
func provokedElsewhere() []evaluate.Code { return []evaluate.Code{"X103", "X133", "X138"} }

func TestLimits(t *testing.T) {
	path := fillTemplate(t, BranchBook, 5)
	small := DefaultLimits()
	small.FileSize = 100
	if _, ps := Open(path, small); codesOf(ps) != "X103" {
		t.Errorf("file size: %s", codesOf(ps))
	}
	scan := &sheetScan{rows: 10, filled: 10}
	few := DefaultLimits()
	few.Rows = 5
	r := &reader{limits: few}
	if p, over := r.tooMuch(scan, evaluate.Origin{}); !over || p.Code != "X133" {
		t.Errorf("rows: %s", p.Code)
	}
	unzip := DefaultLimits()
	unzip.UnzipSize = 1000
	if _, ps := Open(path, unzip); codesOf(ps) != "X125" {
		t.Errorf("unzipped size: %s", codesOf(ps))
	}
}

func TestProblemsAreCapped(t *testing.T) {
	r := &reader{}
	for i := range maxProblems + 7 {
		r.add(problemRequired(evaluate.Origin{Cell: cellName(1, i+1)}, "cột"))
	}
	ps := r.result()
	if len(ps) != maxProblems+1 || ps[maxProblems].Code != "X138" || !strings.Contains(ps[maxProblems].Message, "7") {
		t.Errorf("%d problems, last %+v", len(ps), ps[len(ps)-1])
	}
}

// writeRoster is an export of the national database with members in the given
// states.
func writeRoster(t testing.TB, states ...string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "DANH SÁCH ĐẢNG VIÊN"
	e := &editor{t, f}
	e.must(f.SetSheetName("Sheet1", sheet))
	row := func(n int, values ...any) {
		e.must(f.SetSheetRow(sheet, cellName(1, n), &values))
	}
	row(1, "DANH SÁCH ĐẢNG VIÊN")
	row(2, "Ngày xuất: 01/12/2025")
	row(6, "STT", "ID", "Họ và tên *", "Tên gọi khác", "Giới tính *", "Sinh ngày *", "Dân tộc *", "Tôn giáo *",
		"Số định danh cá nhân *", "Số thẻ Đảng *", "Tổ chức Đảng sinh hoạt *", "Quê quán", "", "", "Ngày vào Đảng *", "Ngày chính thức *", "Trạng thái hoạt động *")
	row(7, "", "", "", "", "", "", "", "", "", "", "", "Quốc gia", "Tỉnh/Thành", "Chi tiết")
	for c := 1; c <= 17; c++ {
		if c < 12 || c > 14 {
			e.must(f.MergeCell(sheet, cellName(c, 6), cellName(c, 7)))
		}
	}
	e.must(f.MergeCell(sheet, "L6", "N6"))
	for i, s := range states {
		row(8+i, i+1, "uuid", fmt.Sprintf("Người Mẫu %d", i+1), "", "Nam", "05/09/1960", "Kinh", "Không", fmt.Sprintf("00109500100%d", i),
			fmt.Sprintf("2706642%d", i), "Chi bộ Mẫu 3", "Việt Nam", "Mẫu", "", "03/02/1985", "03/02/1986", s)
	}
	path := filepath.Join(t.TempDir(), "danh-sach.xlsx")
	e.must(f.SaveAs(path))
	return path
}
