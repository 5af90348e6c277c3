package excel

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rezip writes a workbook anew with parts changed; a nil part is left out.
func rezip(t *testing.T, book []byte, change func(part string, data []byte) []byte) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if data = change(f.Name, data); data == nil {
			continue
		}
		w, err := zw.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// flip changes one byte in the middle of the packed bytes of a part.
func flip(t *testing.T, book []byte, part string) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range zr.File {
		if f.Name != part {
			continue
		}
		from, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		out := bytes.Clone(book)
		out[from+int64(f.CompressedSize64)/2] ^= 0x10
		return out
	}
	t.Fatalf("no part %s", part)
	return nil
}

func TestVerify(t *testing.T) {
	path := sent(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sheet := "xl/worksheets/sheet2.xml"
	only := func(part string, change func([]byte) []byte) []byte {
		return rezip(t, whole, func(name string, data []byte) []byte {
			if name == part {
				return change(data)
			}
			return data
		})
	}
	rows := strings.Count(sheetBytes(t, path, sheetMembers), "<row ")
	want := map[string]int{sheetMembers: rows}
	if err := Verify(path, want); err != nil {
		t.Fatalf("a whole workbook: %v", err)
	}
	if err := Verify(path, nil); err != nil {
		t.Fatalf("a whole workbook: %v", err)
	}
	for name, c := range map[string]struct {
		data []byte
		want map[string]int
		says string
	}{
		"truncated":       {whole[:len(whole)*3/4], nil, "zip"},
		"flipped sheet":   {flip(t, whole, sheet), nil, sheet},
		"flipped styles":  {flip(t, whole, "xl/styles.xml"), nil, "xl/styles.xml"},
		"cut sheet":       {only(sheet, func(b []byte) []byte { return b[:len(b)/2] }), nil, sheet},
		"cut at the rows": {only(sheet, func(b []byte) []byte { return b[:bytes.Index(b, []byte("</sheetData>"))+12] }), nil, sheet},
		"unclosed rows": {only(sheet, func(b []byte) []byte {
			return bytes.Replace(b, []byte("</sheetData>"), nil, 1)
		}), nil, sheet},
		"missing rows": {only(sheet, func(b []byte) []byte {
			end := bytes.Index(b, []byte("</sheetData>"))
			from := bytes.LastIndex(b[:end], []byte("<row "))
			return append(bytes.Clone(b[:from]), b[end:]...)
		}), want, sheetMembers},
		"missing part":  {only(sheet, func([]byte) []byte { return nil }), nil, sheet},
		"missing list":  {only("xl/workbook.xml", func([]byte) []byte { return nil }), nil, "list of sheets"},
		"missing sheet": {whole, map[string]int{"Không có": 1}, "Không có"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "a.xlsx")
			if err := os.WriteFile(file, c.data, 0o600); err != nil {
				t.Fatal(err)
			}
			err := Verify(file, c.want)
			if !errors.Is(err, ErrNotWhole) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want one about %s", err, c.says)
			}
		})
	}
}

// However the bytes come in, the same is seen.
func TestSheetEnds(t *testing.T) {
	part := `<worksheet><sheetData><row r="1"><c/></row><row/><row><c t="inlineStr"><is><t>&lt;row </t></is></c></row></sheetData><rowBreaks count="1"></rowBreaks></worksheet>` + "\n"
	for size := 1; size <= len(part); size++ {
		var e sheetEnds
		for b := []byte(part); len(b) > 0; b = b[min(size, len(b)):] {
			e.Write(b[:min(size, len(b))])
		}
		if !e.closed() || e.rows != 3 {
			t.Errorf("in pieces of %d: %d rows, closed %v", size, e.rows, e.closed())
		}
	}
}
