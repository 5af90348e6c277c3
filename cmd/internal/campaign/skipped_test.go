package campaign

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A whole workbook under a name that systems hide is named, by import and by status; what
// else bears such a name is nobody's report.
func TestHiddenWorkbookIsNamed(t *testing.T) {
	f := Folder{Root: t.TempDir()}
	if err := os.MkdirAll(f.Inbox(), 0o700); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(f.Inbox(), ".bc.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(out)
	if _, err := z.Create("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	out.Close()
	for _, name := range []string{".DS_Store", "._bc.xlsx", ".~lock.bc.xlsx#"} {
		if err := os.WriteFile(filepath.Join(f.Inbox(), name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{f.Label(filepath.Join(f.Inbox(), ".bc.xlsx"))}
	if inbox, err := f.inboxNow(); err != nil || !slices.Equal(inbox.skipped(), want) {
		t.Errorf("passed over: %q, %v", inbox.skipped(), err)
	}
	files, l, err := collect(f, []string{f.Inbox()}, nil)
	if err != nil || len(files) > 0 {
		t.Fatalf("read: %v, %v", files, err)
	}
	if len(l.ignored) != 1 || l.ignored[0].Path != want[0] || l.ignored[0].Problems[0].Severity != evaluate.Warning || l.ignored[0].Problems[0].Code != CodeNamelessWorkbook {
		t.Errorf("import says %+v", l.ignored)
	}
}

// What lies in an archive and is no spreadsheet is known to status as what lies beside it.
func TestPassedOverInArchives(t *testing.T) {
	f := Folder{Root: t.TempDir()}
	if inbox, err := f.inboxNow(); err != nil || len(inbox.skipped()) > 0 {
		t.Errorf("without an inbox: %q, %v", inbox.skipped(), err)
	}
	if err := os.MkdirAll(f.Inbox(), 0o700); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(f.Inbox(), "goi.zip"))
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(out)
	for _, name := range []string{"bao-cao.xlsx", "anh/quet.jpg", "bien-ban.pdf"} {
		if w, err := z.Create(name); err != nil {
			t.Fatal(err)
		} else if _, err := w.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	out.Close()
	if err := os.WriteFile(filepath.Join(f.Inbox(), "ghi-chu.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := []string{"nhan-ve/ghi-chu.txt", "nhan-ve/goi.zip!anh/quet.jpg", "nhan-ve/goi.zip!bien-ban.pdf"}
	if inbox, err := f.inboxNow(); err != nil || !slices.Equal(inbox.skipped(), want) {
		t.Errorf("passed over: %q, %v", inbox.skipped(), err)
	}
}
