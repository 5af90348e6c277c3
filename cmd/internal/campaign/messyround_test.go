package campaign

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/excel"
)

// sentTwice is a return that arrived once more; cell is where it says something
// else, "" when Excel only saved it anew.
type sentTwice struct {
	of   *messyReturn
	cell string
}

// layAgain lays some accepted returns into the inbox once more.
func (c *Campaign) layAgain(t *testing.T, returns []*messyReturn) map[string]sentTwice {
	out := map[string]sentTwice{}
	for i, r := range returns {
		if r.book == nil || r.refused() || i%17 != 0 || strings.Contains(strings.Join(r.book.did, ","), "epoch") {
			continue
		}
		changed := i%2 == 0
		b, cell := sentAgain(t, r, changed)
		path := "Đảng bộ 99/gửi lại/" + r.org() + ".xlsx"
		c.lay(t, path, b)
		out[path] = sentTwice{r, cell}
	}
	if len(out) < 8 {
		t.Errorf("%d files sent again", len(out))
	}
	return out
}

// secondRound gives every refused file back to its sender, who mends it by what
// it says, and lays what he sends into the inbox: beside what lies there already,
// or in its place where it could not be opened.
func (c *Campaign) secondRound(t *testing.T, report *ImportReport, returns []*messyReturn) {
	t.Helper()
	of := map[string]*messyReturn{}
	for _, r := range returns {
		of[c.label(r.path)] = r
	}
	var back []Imported
	for _, f := range report.Files {
		if f.Outcome == Rejected {
			back = append(back, f)
		}
	}
	err := runEach(len(back), runtime.GOMAXPROCS(0), nil, func(i int) error {
		r := of[back[i].Path]
		marked, err := os.ReadFile(c.Folder.path(back[i].Returned))
		if err != nil {
			return err
		}
		mended := mend(t, r, marked)
		if r.fault == "" {
			c.lay(t, "lần 2/"+r.org()+".xlsx", mended)
			return nil
		}
		if err := os.Remove(filepath.Join(c.Folder.Inbox(), filepath.FromSlash(r.path))); err != nil {
			return err
		}
		c.lay(t, strings.TrimSuffix(r.path, filepath.Ext(r.path))+".xlsx", mended)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// unmarked sees that a repaired copy bears no mark in what is filed.
func (c *Campaign) unmarked(t *testing.T, f Imported) {
	t.Helper()
	if f.Cleaned == "" {
		return
	}
	book, err := excelize.OpenFile(c.Folder.path(f.Cleaned))
	if err != nil {
		t.Error(err)
		return
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		if excel.IsMarkSheet(sheet) {
			t.Errorf("%s: sheet %s is left", f.Cleaned, sheet)
		}
		if notes, err := book.GetComments(sheet); err != nil || len(notes) > 0 {
			t.Errorf("%s: %d notes are left, %v", f.Cleaned, len(notes), err)
		}
	}
}

// changedFiles takes in what was sent again otherwise, once the clerk has seen
// what is changed.
func (c *Campaign) changedFiles(t *testing.T, returns []*messyReturn, again map[string]sentTwice) {
	t.Helper()
	for path, s := range again {
		if s.cell == "" {
			continue
		}
		report, err := c.Import(ImportOptions{Paths: []string{filepath.Join(c.Folder.Inbox(), filepath.FromSlash(path))}, Replace: true})
		if err != nil {
			t.Fatal(err)
		}
		f := report.Files[0]
		if f.Outcome != Replaced || len(f.Changes) != 1 || f.Changes[0].At.Cell != s.cell || f.Changes[0].New != "8,5" {
			t.Errorf("%s is %s, changed %+v, want 8,5 at %s", f.Path, f.Outcome, f.Changes, s.cell)
		}
		s.of.people[0]["score_i2"] = "8.5"
	}
}
