package campaign

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// bookWith writes a workbook that holds one word.
func bookWith(word string) func(io.Writer) error {
	return func(w io.Writer) error {
		f := excelize.NewFile()
		defer f.Close()
		if err := f.SetCellStr("Sheet1", "A1", word); err != nil {
			return err
		}
		return f.Write(w)
	}
}

// A killed run closes nothing: whatever it wrote is ours all the same, and so
// is what it was about to replace.
func TestOutputsOfAKilledRunAreOurs(t *testing.T) {
	f := Folder{Root: t.TempDir()}
	if err := f.Make(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(f.Results(), "a.xlsx")
	save := func(word string) (*outputs, string) {
		t.Helper()
		o, err := f.openOutputs()
		if err != nil {
			t.Fatal(err)
		}
		aside, err := o.save(path, bookWith(word))
		if err != nil {
			t.Fatal(err)
		}
		return o, aside
	}
	for _, word := range []string{"one", "two", "three"} {
		if _, aside := save(word); aside != "" {
			t.Errorf("%s: our own workbook was moved to %s", word, aside)
		}
	}
	// Killed between the note and the rename: the old contents still lie there.
	killed, err := f.openOutputs()
	if err != nil {
		t.Fatal(err)
	}
	if err := killed.ledger.note(f.Label(path), "0000"); err != nil {
		t.Fatal(err)
	}
	last, aside := save("four")
	if aside != "" {
		t.Errorf("the workbook before was moved to %s", aside)
	}
	if err := last.close(); err != nil {
		t.Fatal(err)
	}
	// What somebody else wrote is still moved aside.
	if err := os.WriteFile(path, []byte("edited"), fileMode); err != nil {
		t.Fatal(err)
	}
	if _, aside := save("five"); aside == "" {
		t.Error("an edited workbook was written over")
	}
}

func TestLockSweepsTemporaryFiles(t *testing.T) {
	f := Folder{Root: t.TempDir()}
	if err := f.Make(); err != nil {
		t.Fatal(err)
	}
	deep := filepath.Join(f.Returned(), "bad")
	if err := os.MkdirAll(deep, folderMode); err != nil {
		t.Fatal(err)
	}
	var stale []string
	for _, dir := range []string{f.Root, f.Results(), deep, f.facts()} {
		stale = append(stale, filepath.Join(dir, ".xeploai-123.tmp"))
	}
	others := []string{filepath.Join(f.Inbox(), ".xeploai-123.tmp"), filepath.Join(f.Root, "notes.tmp")}
	for _, path := range append(stale, others...) {
		if err := os.WriteFile(path, nil, fileMode); err != nil {
			t.Fatal(err)
		}
	}
	release, err := f.lock()
	if err != nil {
		t.Fatal(err)
	}
	release()
	for _, path := range stale {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	for _, path := range others {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s is none of ours: %v", path, err)
		}
	}
}
