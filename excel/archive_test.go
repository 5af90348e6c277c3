package excel

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/xeploai/xeploai/evaluate"
)

// zipEntry is one file of an archive as tests make it.
type zipEntry struct {
	name    string
	nonUTF8 bool
	flags   uint16
	method  uint16
	data    string
}

func zipOf(t testing.TB, entries ...zipEntry) string {
	t.Helper()
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, NonUTF8: e.nonUTF8, Flags: e.flags, Method: e.method}
		w, err := zw.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(w, e.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "goi.zip")
	save(t, path, b.Bytes())
	return path
}

func TestArchiveNames(t *testing.T) {
	cp437, err := charmap.CodePage437.NewEncoder().String("sé/Überlé.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		in   zipEntry
		want string // "" when it is left out
		code evaluate.Code
	}{
		{"plain", zipEntry{name: "a/b.xlsx"}, "a/b.xlsx", ""},
		{"UTF-8", zipEntry{name: "Chi bộ Mẫu.xlsx"}, "Chi bộ Mẫu.xlsx", ""},
		{"UTF-8 in NFD", zipEntry{name: "Chi bo\u0323\u0302.xlsx"}, "Chi bộ.xlsx", ""},
		{"UTF-8 without the flag", zipEntry{name: "Chi bộ.xlsx", nonUTF8: true}, "Chi bộ.xlsx", ""},
		{"the old code page", zipEntry{name: cp437, nonUTF8: true}, "sé/Überlé.xlsx", ""},
		{"backslashes", zipEntry{name: `a\b.xlsx`}, "a/b.xlsx", ""},
		{"upwards", zipEntry{name: "../b.xlsx"}, "", "X183"},
		{"upwards with backslashes", zipEntry{name: `a\..\..\b.xlsx`}, "", "X183"},
		{"upwards inside", zipEntry{name: "a/../../b.xlsx"}, "", "X183"},
		{"absolute", zipEntry{name: "/etc/b.xlsx"}, "", "X183"},
		{"a drive", zipEntry{name: `C:\b.xlsx`}, "", "X183"},
		{"a device", zipEntry{name: "a/CON.xlsx"}, "", "X183"},
		{"a line break", zipEntry{name: "a\nb.xlsx"}, "", "X183"},
		{"a trailing dot", zipEntry{name: "a./b.xlsx"}, "", "X183"},
		{"an archive", zipEntry{name: "a/b.zip"}, "", "X184"},
		{"another archive", zipEntry{name: "a/b.rar"}, "", "X184"},
		{"of the Mac", zipEntry{name: "__MACOSX/._b.xlsx"}, "", ""},
		{"hidden", zipEntry{name: "a/.b.xlsx"}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := zipOf(t, zipEntry{name: "first.xlsx"}, c.in)
			a, workbook, ps := OpenArchive(path, "nhan/goi.zip", DefaultArchiveLimits())
			if a == nil || workbook {
				t.Fatalf("not opened: %s", codesOf(ps))
			}
			defer a.Close()
			want := []string{"first.xlsx"}
			if c.want != "" {
				want = append(want, c.want)
			}
			if got := a.Names(); !slices.Equal(got, want) {
				t.Errorf("files %q, want %q", got, want)
			}
			if codesOf(ps) != string(c.code) {
				t.Errorf("problems %q, want %q", codesOf(ps), c.code)
			}
			for _, p := range ps {
				if strings.Contains(p.At.File, "..") || !strings.HasPrefix(p.At.File, "nhan/goi.zip") {
					t.Errorf("%s stands at %q", p.Code, p.At.File)
				}
			}
		})
	}
}

func TestArchiveFaults(t *testing.T) {
	limits := DefaultArchiveLimits()
	few, small, narrow := limits, limits, limits
	few.Entries, small.FileSize, narrow.UnzipSize = 1, 50, 10
	two := func(t testing.TB) string {
		return zipOf(t, zipEntry{name: "a.xlsx", data: "0123456789abcdef"}, zipEntry{name: "b.xlsx"})
	}
	raw := func(b string) func(testing.TB) string { return bytesFile("goi.zip", b) }
	for _, c := range []struct {
		name   string
		build  func(testing.TB) string
		limits ArchiveLimits
		code   evaluate.Code
	}{
		{"empty", raw(""), limits, "X102"},
		{"rar", raw("Rar!\x1a\x07\x01\x00 and so on"), limits, "X180"},
		{"cut", raw("PK\x03\x04 and no more"), limits, "X179"},
		{"no files", func(t testing.TB) string { return zipOf(t) }, limits, "X186"},
		{"only a folder", func(t testing.TB) string { return zipOf(t, zipEntry{name: "a/"}) }, limits, "X186"},
		{"too many files", two, few, "X181"},
		{"too large", two, small, "X181"},
		{"too large inside", two, narrow, "X181"},
		{"one name twice", func(t testing.TB) string { return zipOf(t, zipEntry{name: "a.xlsx"}, zipEntry{name: "A.xlsx"}) }, limits, "X183"},
		{"a password", func(t testing.TB) string {
			path := zipOf(t, zipEntry{name: "a.xlsx", data: "x"})
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			b[6] |= 1 // general purpose flag of the file, and in the table of contents
			b[bytes.Index(b, []byte("PK\x01\x02"))+8] |= 1
			save(t, path, b)
			return path
		}, limits, "X182"},
		{"gone", func(t testing.TB) string { return filepath.Join(t.TempDir(), "goi.zip") }, limits, "X101"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, workbook, ps := OpenArchive(c.build(t), "nhan/goi.zip", c.limits)
			if a != nil {
				a.Close()
			}
			if workbook || codesOf(ps) != string(c.code) {
				t.Errorf("problems %q, want %s", codesOf(ps), c.code)
			}
		})
	}
}

func TestArchiveExtracts(t *testing.T) {
	path := zipOf(t, zipEntry{name: "a.xlsx", data: "whole", method: zip.Deflate}, zipEntry{name: "b.xlsx", data: "stored"})
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[bytes.Index(b, []byte("stored"))] ^= 0x20
	save(t, path, b)
	a, _, _ := OpenArchive(path, "goi.zip", DefaultArchiveLimits())
	defer a.Close()
	var out bytes.Buffer
	if p, err := a.Extract(0, &out, DefaultLimits()); p != nil || err != nil || out.String() != "whole" {
		t.Errorf("%q, %v, %v", out.String(), p, err)
	}
	if p, err := a.Extract(1, io.Discard, DefaultLimits()); err != nil || p == nil || p.Code != "X185" || p.At.File != "goi.zip!b.xlsx" {
		t.Errorf("a wrong checksum: %v, %v", p, err)
	}
	tiny := DefaultLimits()
	tiny.FileSize = 3
	if p, _ := a.Extract(0, io.Discard, tiny); p == nil || p.Code != "X103" {
		t.Errorf("too large: %v", p)
	}
	if p, err := a.Extract(0, brokenWriter{}, DefaultLimits()); p != nil || err == nil {
		t.Errorf("a full disk is not the archive's fault: %v, %v", p, err)
	}
}

// A workbook that a browser or a person named .zip is a workbook.
func TestArchiveThatIsAWorkbook(t *testing.T) {
	a, workbook, ps := OpenArchive(fillTemplate(t, BranchBook, 1), "mau.zip", DefaultArchiveLimits())
	if a != nil || !workbook || len(ps) > 0 {
		t.Errorf("%v %v %s", a, workbook, codesOf(ps))
	}
}

func TestArchiveLabels(t *testing.T) {
	if a, e, ok := CutArchiveLabel(ArchiveLabel("nhan-ve/goi!.ZIP", "a!/b.xlsx")); !ok || a != "nhan-ve/goi!.ZIP" || e != "a!/b.xlsx" {
		t.Errorf("%q %q %v", a, e, ok)
	}
	if _, _, ok := CutArchiveLabel("nhan-ve/a!b.xlsx"); ok {
		t.Error("a file with the mark in its name is not in an archive")
	}
}

// What was not read is named, however unsafe its name is, once for the archive.
func TestArchiveNamesWhatIsUnsafe(t *testing.T) {
	entries := []zipEntry{{name: "tot.xlsx"}, {name: "../../a.xlsx"}, {name: "b\x1b[2J.xlsx"}}
	a, _, ps := OpenArchive(zipOf(t, entries...), "goi.zip", DefaultArchiveLimits())
	if a == nil || codesOf(ps) != "X183" {
		t.Fatalf("problems %q", codesOf(ps))
	}
	a.Close()
	for _, want := range []string{"2 tệp trong gói nén", `tệp thứ 2 trong gói "../../a.xlsx"`, `tệp thứ 3 trong gói "b\x1b[2J.xlsx"`} {
		if !strings.Contains(ps[0].Message, want) {
			t.Errorf("%q does not say %q", ps[0].Message, want)
		}
	}
	for range unsafeNamed {
		entries = append(entries, zipEntry{name: "/c.xlsx"})
	}
	_, _, ps = OpenArchive(zipOf(t, entries...), "goi.zip", DefaultArchiveLimits())
	if !strings.HasSuffix(ps[0].Message, "và 2 tệp nữa") || !strings.HasPrefix(ps[0].Message, "22 tệp") {
		t.Errorf("%q", ps[0].Message)
	}
}

// A sign that only Windows has in no name makes no archive unsafe: the file is named,
// to be renamed.
func TestArchiveNamesWithSigns(t *testing.T) {
	a, _, ps := OpenArchive(zipOf(t, zipEntry{name: "tot.xlsx"}, zipEntry{name: "Chi b? x?m.xlsx"}, zipEntry{name: `C:\b.xlsx`}, zipEntry{name: "a/20:12.xlsx"}), "goi.zip", DefaultArchiveLimits())
	if a == nil || codesOf(ps) != "X183 X183" {
		t.Fatalf("problems %q", codesOf(ps))
	}
	a.Close()
	if p := ps[1]; !strings.HasPrefix(p.Message, "2 tệp") || !strings.Contains(p.Message, `tệp thứ 2 trong gói "Chi b? x?m.xlsx"`) || !strings.HasPrefix(p.Hint, "đổi tên") || !strings.HasPrefix(ps[0].Message, "1 tệp") {
		t.Errorf("told as %+v", ps)
	}
}

// A cut archive whose last whole workbook ends like a file of its own is cut, and no
// workbook under the wrong name.
func TestArchiveCutBehindWorkbook(t *testing.T) {
	workbook, err := os.ReadFile(fillTemplate(t, BranchBook, 3))
	if err != nil {
		t.Fatal(err)
	}
	for name, method := range map[string]func(*zip.Writer, string) error{
		"sizes before": func(w *zip.Writer, name string) error {
			f, err := w.CreateRaw(&zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE(workbook), CompressedSize64: uint64(len(workbook)), UncompressedSize64: uint64(len(workbook))})
			if err == nil {
				_, err = f.Write(workbook)
			}
			return err
		},
		"sizes behind": func(w *zip.Writer, name string) error {
			f, err := w.CreateHeader(&zip.FileHeader{Name: name})
			if err == nil {
				_, err = f.Write(workbook)
			}
			return err
		},
	} {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, name := range []string{"mot.xlsx", "hai.xlsx", "ba.xlsx"} {
			if err := method(w, name); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "goi.zip")
		save(t, path, b.Bytes())
		a, isBook, ps := OpenArchive(path, "goi.zip", DefaultArchiveLimits())
		if a == nil || isBook || len(a.Names()) != 3 {
			t.Fatalf("%s: whole, it is %v, %s", name, isBook, codesOf(ps))
		}
		a.Close()
		save(t, path, b.Bytes()[:2*len(workbook)+1000])
		if a, isBook, ps := OpenArchive(path, "goi.zip", DefaultArchiveLimits()); a != nil || isBook || codesOf(ps) != "X179" {
			t.Errorf("%s: cut, it is a workbook: %v, %s", name, isBook, codesOf(ps))
		}
	}
	path := filepath.Join(t.TempDir(), "mau.zip")
	save(t, path, workbook)
	if _, isBook, _ := OpenArchive(path, "mau.zip", DefaultArchiveLimits()); !isBook {
		t.Error("a workbook named .zip is none")
	}
}
