package campaign

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// A file that cannot be opened comes back as a report of one sheet that says
// what it is and what to do.
func TestUnopenableFilesGetAReport(t *testing.T) {
	s := newSpecimen(t)
	for _, c := range []struct {
		name  string
		bytes []byte
		code  evaluate.Code
	}{
		{"empty.xlsx", nil, "X102"},
		{"bytes.xlsx", []byte("\x00\x01\x02\x03\x04\x05\x06"), "X120"},
		{"zip.xlsx", packOf("anh.txt"), "X120"},
		{"old.xls", compoundFile("Workbook"), "X121"},
		{"locked.xlsx", compoundFile("EncryptedPackage"), "X122"},
		{"web.xls", []byte("<html><table></table></html>"), "X123"},
		{"list.csv", []byte("Họ và tên;Ngày sinh\nNgười Mẫu;1\n"), "X123"},
		{"table.ods", packOf("mimetype", "content.xml"), "X124"},
		{"binary.xlsb", packOf("[Content_Types].xml", "xl/workbook.bin"), "X124"},
		{"letter.xlsx", packOf("[Content_Types].xml", "word/document.xml"), "X124"},
		{"bomb.xlsx", s.packed(t, func(i int, p zipPart) []zipPart {
			if i == 0 {
				return []zipPart{p, {"xl/media/a.bin", make([]byte, 40<<20)}}
			}
			return []zipPart{p}
		}), "X125"},
		{"cut.xlsx", s.whole[:len(s.whole)/2], "X126"},
		{"holes.xlsx", s.packed(t, func(_ int, p zipPart) []zipPart {
			if p.name == "xl/worksheets/sheet2.xml" {
				return nil
			}
			return []zipPart{p}
		}), "X127"},
		{"half.xlsx", s.packed(t, func(_ int, p zipPart) []zipPart {
			if p.name == "xl/worksheets/sheet2.xml" {
				p.data = p.data[:len(p.data)*2/3]
			}
			return []zipPart{p}
		}), "X128"},
		{"pack.rar", []byte("Rar!\x1a\x07\x01\x00"), "X180"},
		{"pack.zip", []byte("PK\x03\x04"), "X179"},
		{"none.zip", packOf(), "X186"},
	} {
		t.Run(c.name, func(t *testing.T) {
			benchReset(t, s.Campaign)
			path := filepath.Join(s.Folder.Inbox(), c.name)
			if err := os.WriteFile(path, c.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			report, err := s.Import(ImportOptions{Paths: []string{path}})
			if err != nil || len(report.Files) != 1 || report.Files[0].Outcome != Rejected {
				t.Fatalf("%+v, %v", report, err)
			}
			f := report.Files[0]
			if f.Returned != returnedDir+"/"+c.name+reportSuffix {
				t.Fatalf("returned %q", f.Returned)
			}
			sheets, text := readReport(t, s.Folder.path(f.Returned))
			at := slices.IndexFunc(f.Problems, func(p evaluate.Problem) bool { return p.Code == c.code })
			if at < 0 {
				t.Fatalf("no %s in %v", c.code, f.Problems)
			}
			for _, want := range []string{string(c.code), f.Problems[at].Message, f.Problems[at].Hint, c.name} {
				if !strings.Contains(text, want) {
					t.Errorf("the report lacks %q", want)
				}
			}
			if sheets != 1 || strings.Count(text, "\n") > 20 {
				t.Errorf("%d sheets, %d rows", sheets, strings.Count(text, "\n"))
			}
		})
	}
}

// packOf is a zip package of empty parts.
func packOf(names ...string) []byte {
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, n := range names {
		if _, err := zw.Create(n); err != nil {
			panic(err) // memory does not fail
		}
	}
	if err := zw.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// compoundFile is what an OLE2 file looks like to whoever looks for the name of a
// stream.
func compoundFile(name string) []byte {
	b := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 1016)...)
	for _, r := range name {
		b = append(b, byte(r), 0)
	}
	return append(b, make([]byte, 512)...)
}

func readReport(t *testing.T, path string) (sheets int, text string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			b.WriteString(strings.Join(r, "\t") + "\n")
		}
	}
	return f.SheetCount, b.String()
}
