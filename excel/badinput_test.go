package excel

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
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

// askBirthYear adds the year of birth to what is asked of members.
func askBirthYear(spec *ReadSpec) {
	var all []evaluate.FactDef
	for _, k := range spec.Vocabulary.Kinds() {
		all = append(all, spec.Vocabulary.Schema(k).Facts...)
		if k == evaluate.Member {
			spec.Facts[BranchBook][k] = append(spec.Facts[BranchBook][k], len(spec.Vocabulary.Schema(k).Facts))
			all = append(all, evaluate.FactDef{Kind: k, ID: "birth_year", Type: evaluate.NumberFact, Step: evaluate.Int(1),
				Role: evaluate.RoleBirthYear, Heading: "Năm sinh", Identity: true, Supplier: evaluate.SupplyBranch})
		}
	}
	spec.Vocabulary, _ = evaluate.NewVocabulary(all, nil)
}

// renamed changes the heading of a column in both places that name it; something stands
// below it.
func renamed(e *editor, fact, heading string) {
	cell := e.at(sheetMembers, fact, 0)
	col := strings.TrimRight(cell, "0123456789")
	if v, _ := e.GetCellValue(sheetMembers, cell); v == "" {
		e.must(e.SetCellStr(sheetMembers, cell, sampleRemark))
	}
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

// restamp changes a key of the stamp, the n-th on its sheet, in all three places.
func restamp(e *editor, n int, key, value string) {
	e.must(e.SetCellStr(sheetStamp, cellName(2, n), value))
	e.must(e.SetCustomProps(excelize.CustomProperty{Name: stampPrefix + key, Value: value}))
	for _, s := range []string{sheetMembers, sheetOrgs} {
		restampRow(e, s, key, value)
	}
}

// restampRow changes a key in the stamp row of a data sheet.
func restampRow(e *editor, sheet, key, value string) {
	kind, line, ok := strings.Cut(e.text(sheet, "A6"), stampOpens)
	values, err := url.ParseQuery(line)
	if e.must(err); !ok {
		e.t.Fatalf("%s has no stamp", sheet)
	}
	values.Set(key, value)
	e.must(e.SetCellStr(sheet, "A6", kind+stampOpens+values.Encode()))
}

// text is what a cell holds.
func (e *editor) text(sheet, cell string) string {
	v, err := e.GetCellValue(sheet, cell)
	e.must(err)
	return v
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
	return slices.Concat(cellProvocations(), rowProvocations(), packageProvocations(), sheetProvocations(), headingProvocations())
}

func cellProvocations() []provocation {
	return []provocation{
		{code: "X104", name: "words for a number", build: withCell("score_1", "chín mươi"), cell: "J10"},
		{code: "X104", name: "percent of points", build: withCell("score_1", "90%"), cell: "J10"},
		{code: "X105", name: "finer than a thousandth", build: withCell("score_1", 9.12345)},
		{code: "X111", name: "grouped by a dot in a count", build: withCell("tasks_done", "1.234")},
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
		{code: "X115", name: "formulas without stored values below each other", build: withEdit(func(e *editor) {
			for row := range 2 {
				cell := e.at(sheetMembers, "score_1", row)
				e.must(e.SetCellValue(sheetMembers, cell, nil))
				e.must(e.SetCellFormula(sheetMembers, cell, "SUM(K10,1)"))
			}
		}), cell: "J9"},
		{code: "X116", name: "#REF!", build: withCell("score_1", "#REF!")},
		{code: "X116", name: "#N/A as text", build: withCell("remark", "#N/A")},
	}
}

func rowProvocations() []provocation {
	return []provocation{
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
		{code: "X119", name: "same name and birth, other numbers", build: withEdit(func(e *editor) {
			e.set("full_name", 1, "Người Mẫu 1")
			e.set("birth_date", 1, "01/01/1960")
		})},
		{code: "X160", name: "nothing filled in", build: func(t testing.TB) string {
			return edited(t, fillTemplate(t, BranchBook, 0), func(e *editor) {
				e.must(e.RemoveRow(sheetOrgs, dataRow))
			})
		}},
		{code: "X161", name: "value of another workbook", build: withEdit(func(e *editor) {
			e.must(e.SetCellFormula(sheetMembers, e.at(sheetMembers, "score_1", 1), "[1]Sheet1!A1"))
		})},
		{code: "X162", name: "decimal comma", build: withCell("score_1", "9,5")},
		{code: "X162", name: "percent of a share", build: withCell("rate", "90%")},
		{code: "X163", name: "date as text", build: withCell("birth_date", "5/9/1975")},
		{code: "X164", name: "alias", build: withCell("proposal_self", "httnv")},
		{code: "X165", name: "NFD and no-break space", build: withCell("full_name", "Ngu\u031bo\u031b\u0300i\u00a0Ma\u0302\u0303u 9")},
		{code: "X194", name: "two workbooks in one file", build: func(t testing.TB) string {
			a, err := os.ReadFile(fillTemplate(t, BranchBook, 3))
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "a.xlsx")
			save(t, path, append(a, a...))
			return path
		}},
		{code: "X196", name: "a number for a name", build: withCell("full_name", "12345"), cell: "B10"},
		{code: "X197", name: "a family name that may be an address", build: withCell("full_name", "Ông Nguyễn Mẫu A"), cell: "B10"},
		{code: "X198", name: "an address before a name", build: withCell("full_name", "Đ/c Nguyễn Mẫu A"), cell: "B10"},
		{code: "X166", name: "blank row between", build: withEdit(func(e *editor) {
			for c := 2; c < 20; c++ {
				e.must(e.SetCellValue(sheetMembers, cellName(c, dataRow+2), nil))
			}
		})},
		{code: "X168", name: "a total typed over", cell: "L9", build: withEdit(func(e *editor) { typedTotal(e, 0, 99.5) })},
		{code: "X167", name: "signature below", build: withEdit(func(e *editor) {
			e.must(e.SetCellValue(sheetMembers, "A20", "Người lập biểu"))
		})},
	}
}

func packageProvocations() []provocation {
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
	}
}

func sheetProvocations() []provocation {
	return []provocation{
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
		{code: "X169", name: "a comment on a cell", build: withEdit(func(e *editor) {
			e.must(e.AddComment(sheetMembers, excelize.Comment{Cell: "B9", Author: "Mẫu", Text: "đã chuyển đi"}))
		})},
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
		{code: "X148", name: "names in two columns", build: withEdit(func(e *editor) { splitNames(e, true) }), cell: "B9"},
		{code: "X149", name: "born in two years", build: withEdit(func(e *editor) {
			e.set("birth_date", 1, "05/09/1960")
			e.set("remark", 1, 1961)
			renamed(e, "remark", "Năm sinh")
		}), cell: "R10", wrong: askBirthYear},
		{code: "X150", name: "no stamp, no branch code", build: withEdit(func(e *editor) { renamed(e, "branch_code", "Nơi ở"); unstamp(e) })},
		{code: "X151", name: "older template", build: withEdit(func(e *editor) {
			restamp(e, 1, "version", "0")
		})},
		{code: "X152", name: "another office", build: withEdit(nil), wrong: func(s *ReadSpec) { s.Office = "XA-KHAC" }},
		{code: "X153", name: "another period", build: withEdit(nil), wrong: func(s *ReadSpec) { s.Period.Year = 2026 }},
		{code: "X154", name: "row of another organization", build: withCell("branch_code", "CB-02")},
		{code: "X154", name: "a sheet of another workbook", build: withEdit(func(e *editor) { restampRow(e, sheetMembers, "org", "CB-99") })},
		{code: "X155", name: "a sheet of another period", build: withEdit(func(e *editor) { restampRow(e, sheetOrgs, "period", "1999") })},
		{code: "X155", name: "two stamps, no third", build: withEdit(func(e *editor) {
			for _, s := range []string{sheetMembers, sheetOrgs} {
				kind, _, _ := strings.Cut(e.text(s, "A6"), stampOpens)
				e.must(e.SetCellStr(s, "A6", kind))
			}
			e.must(e.SetCellStr(sheetStamp, "B3", "XA-KHAC"))
		})},
		{code: "X190", name: "one stamp of three", build: withEdit(func(e *editor) { e.must(e.SetCellStr(sheetStamp, "B3", "XA-KHAC")) })},
		{code: "X193", name: "moved with something left behind", build: func(t testing.TB) string { return movedTemplate(t) }, cell: "B5"},
		{code: "X156", name: "a summary", build: withEdit(func(e *editor) {
			restamp(e, 2, "kind", string(SummaryBook))
		})},
		{code: "X157", name: "no stamp", build: withEdit(unstamp)},
		{code: "X159", name: "over the signatures", build: withEdit(func(e *editor) { overSigns(e) })},
		{code: "X158", name: "members deleted", build: withEdit(func(e *editor) { e.must(e.DeleteSheet(sheetMembers)) })},
		{code: "X158", name: "organization deleted", build: withEdit(func(e *editor) { e.must(e.DeleteSheet(sheetOrgs)) })},
		{code: "X160", name: "only itself filled in", build: func(t testing.TB) string { return fillTemplate(t, BranchBook, 0) }},
		{code: "X170", name: "unknown status in a roster", build: func(t testing.TB) string { return writeRoster(t, "Đang hoạt động", "Bay") }},
		{code: "X170", name: "a state of several not known", build: func(t testing.TB) string { return writeRoster(t, "Bay", "Đang hoạt động", "Bay") }},
		{code: "X171", name: "left the roster", build: func(t testing.TB) string { return writeRoster(t, "Đang hoạt động", "Từ trần") }},
	}
}
