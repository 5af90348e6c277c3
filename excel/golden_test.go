package excel

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	keep   = flag.String("keep", "", "folder to leave the written workbooks in, for looking at them")
)

// written writes a workbook to a temporary file and returns its path and bytes.
func written(t testing.TB, name string, write func(io.Writer) error) (string, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if *keep != "" {
		dir = *keep
	}
	path := filepath.Join(dir, name+".xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, b.Bytes()
}

// golden compares the dump of a workbook with the kept one.
func golden(t *testing.T, name, path string) {
	t.Helper()
	var got bytes.Buffer
	if err := Dump(&got, path); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("..", "testdata", "golden", "excel", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s differs from %s; look at the difference, then run the test with -update", name, file)
	}
}
