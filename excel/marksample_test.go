package excel

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

const sentLabel = "nhap/CB-01.xlsx"

func problemAt(severity evaluate.Severity, cell, message string) evaluate.Problem {
	return evaluate.Problem{Severity: severity, Code: "X199", At: evaluate.Origin{File: sentLabel, Sheet: sheetMembers, Cell: cell},
		Message: message, Hint: "sửa ô này"}
}

// keepBook stores a workbook under the name the problems know it by.
func keepBook(t *testing.T, name string, data []byte) string {
	t.Helper()
	dir := t.TempDir()
	if *keep != "" {
		dir = filepath.Join(*keep, strings.ReplaceAll(t.Name(), "/", "-")+"-"+name)
	}
	path := filepath.Join(dir, filepath.FromSlash(sentLabel))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sent is a filled template as it lies in the inbox.
func sent(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTemplate(&b, sampleTemplate(t)); err != nil {
		t.Fatal(err)
	}
	return keepBook(t, "sent", b.Bytes())
}

func markedWith(t *testing.T, name, path string, problems ...evaluate.Problem) string {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Mark(&b, path, problems); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the sender's file was changed")
	}
	out := keepBook(t, name, b.Bytes())
	if err := Verify(out, nil); err != nil {
		t.Fatal(err)
	}
	return out
}

func openBookAt(t *testing.T, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func styleOf(t *testing.T, f *excelize.File, cell string) (int, *excelize.Style) {
	t.Helper()
	id, err := f.GetCellStyle(sheetMembers, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return id, s
}

func fillOf(t *testing.T, f *excelize.File, cell string) string {
	t.Helper()
	id, _ := styleOf(t, f, cell)
	return strings.TrimPrefix(fillColor(f, id), "FF")
}

// described is everything of a workbook but the sheets of marks and the
// numbers of styles: values, styles, rows, settings, names, properties.
func described(t *testing.T, path string, with ...func(*excelize.Style)) []string {
	t.Helper()
	f := openBookAt(t, path)
	var out []string
	put := func(what string, v any, err error) {
		if err != nil {
			t.Fatal(what, err)
		}
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, what+" "+string(text))
	}
	for _, sheet := range f.GetSheetList() {
		if IsMarkSheet(sheet) {
			continue
		}
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		put(sheet, len(rows), err)
		for r, row := range rows {
			visible, err := f.GetRowVisible(sheet, r+1)
			put(sheet, visible, err)
			for c := range row {
				cell := cellName(c+1, r+1)
				id, err := f.GetCellStyle(sheet, cell)
				put(cell, row[c], err)
				style, err := f.GetStyle(id)
				for _, change := range with {
					change(style)
				}
				put(cell, style, err)
				formula, err := f.GetCellFormula(sheet, cell)
				put(cell, formula, err)
			}
		}
		get := func(what string, v any, err error) { put(sheet+" "+what, v, err) }
		checks, err := f.GetDataValidations(sheet)
		get("checks", checks, err)
		protection, err := f.GetSheetProtection(sheet)
		get("protection", protection, err)
		page, err := f.GetPageLayout(sheet)
		get("page", page, err)
		margins, err := f.GetPageMargins(sheet)
		get("margins", margins, err)
		footer, err := f.GetHeaderFooter(sheet)
		get("footer", footer, err)
		panes, err := f.GetPanes(sheet)
		get("panes", panes, err)
		shown, err := f.GetSheetVisible(sheet)
		get("shown", shown, err)
		merges, err := f.GetMergeCells(sheet)
		get("merges", merges, err)
		links, err := f.GetHyperLinkCells(sheet, "")
		get("links", links, err)
	}
	props, err := f.GetCustomProps()
	put("properties", props, err)
	names := slices.DeleteFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool { return IsMarkSheet(d.Scope) })
	slices.SortFunc(names, func(a, b excelize.DefinedName) int { return strings.Compare(a.Name+a.Scope, b.Name+b.Scope) })
	put("names", names, nil)
	return out
}

func sameDescription(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d things, want %d", len(got), len(want))
	}
	wrong := 0
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] && wrong < 5 {
			wrong++
			t.Errorf("got  %s\nwant %s", got[i], want[i])
		}
	}
}

// sheetBytes are a worksheet's own bytes.
func sheetBytes(t *testing.T, path, sheet string) string {
	t.Helper()
	zr, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer zr.Close()
	list, err := sheetParts(&zr.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		if s.name != sheet {
			continue
		}
		f, err := zr.Open(s.part)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	t.Fatalf("no sheet %s in %s", sheet, path)
	return ""
}
