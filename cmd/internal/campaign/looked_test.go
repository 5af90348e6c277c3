package campaign

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// What lies in the inbox and no import has seen as it is now is named; what was seen is
// not, though the folder was copied since, nor what is imported from elsewhere.
func TestUnreadFilesOfTheInbox(t *testing.T) {
	c := benchCampaign(t, t.TempDir()+"/c", 3)
	files := fillTemplates(t, c, 2)
	named := func(when string, want ...string) {
		t.Helper()
		s, err := c.Status()
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(s.Unread, want) {
			t.Errorf("%s: %v, want %v", when, s.Unread, want)
		}
	}
	imports := func(opt ImportOptions) {
		t.Helper()
		if _, err := c.Import(opt); err != nil {
			t.Fatal(err)
		}
	}
	all := []string{c.Folder.Label(files[0]), c.Folder.Label(files[1]), c.Folder.Label(files[2])}
	named("before the first import", all...)
	imports(ImportOptions{Paths: []string{c.Folder.Inbox()}, DryRun: true})
	named("after a trial", all...)
	imports(ImportOptions{Paths: files[1:2]})
	named("one was imported", all[0], all[2])
	spoilBench(t, files[2])
	imports(ImportOptions{Paths: []string{c.Folder.Inbox()}})
	named("all were, one refused")
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(files[0], later, later); err != nil {
		t.Fatal(err)
	}
	named("copied")
	before, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	spoilBench(t, files[0])
	named("changed", all[0])
	imports(ImportOptions{Paths: []string{c.Folder.Inbox()}})
	named("changed and imported")
	if err := os.WriteFile(files[0], before, 0o600); err != nil {
		t.Fatal(err)
	}
	named("put back")
	away := filepath.Join(t.TempDir(), "x.xlsx")
	if err := os.Rename(files[0], away); err != nil {
		t.Fatal(err)
	}
	named("taken away")
	imports(ImportOptions{Paths: []string{away}, Replace: true})
	copied, err := os.ReadFile(away)
	if err == nil {
		err = os.WriteFile(filepath.Join(c.Folder.Inbox(), "x.xlsx"), copied, 0o600)
	}
	moved := filepath.Join(c.Folder.Inbox(), "tuan 1")
	if err = errors.Join(err, os.Mkdir(moved, 0o700)); err == nil {
		err = os.Rename(files[1], filepath.Join(moved, "y.xlsx"))
	}
	if err != nil {
		t.Fatal(err)
	}
	named("one that was imported from elsewhere, one moved")
	if err := os.WriteFile(filepath.Join(c.Folder.Inbox(), "thu.zip"), []byte("PK"), 0o600); err != nil {
		t.Fatal(err)
	}
	named("an archive came", "nhan-ve/thu.zip")
	imports(ImportOptions{Paths: []string{c.Folder.Inbox()}})
	named("it was looked at, though it cannot be opened")
	if err := os.WriteFile(c.Folder.lookedAt(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := c.Status(); err != nil || len(s.Unread) != 4 {
		t.Errorf("what was seen is forgotten: %v, %v", s.Unread, err)
	}
}
