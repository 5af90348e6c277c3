package campaign

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// following is a watch whose time passes step by step: what each step does
// happens between two looks.
func following(t *testing.T, c *Campaign, steps ...func()) (took, held []string, err error) {
	t.Helper()
	n := 0
	err = c.Watch(WatchOptions{
		Wait: func() bool {
			if n == len(steps) {
				return false
			}
			steps[n]()
			n++
			return true
		},
		Took: func(r *ImportReport) {
			for _, f := range r.Files {
				took = append(took, f.Path+" "+string(f.Outcome))
			}
		},
		Asked: func(ps []evaluate.Problem) { took = append(took, strings.TrimSpace("asked "+codesTold(ps))) },
		Held:  func(p evaluate.Problem) { held = append(held, string(p.Code)) },
	})
	return took, held, err
}

// codesTold are the codes of problems.
func codesTold(ps []evaluate.Problem) string {
	var codes []string
	for _, p := range ps {
		codes = append(codes, string(p.Code))
	}
	return strings.Join(codes, " ")
}

func put(t *testing.T, path, content string) func() {
	return func() {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func nothing() {}

func TestWatch_readsWhatHasComeToRest(t *testing.T) {
	c := benchCampaign(t, filepath.Join(t.TempDir(), "c"), 1)
	in := func(name string) string { return filepath.Join(c.Folder.Inbox(), name) }
	took, held, err := following(t, c,
		put(t, in("a.xlsx"), "1"), put(t, in("a.xlsx"), "22"), put(t, in("a.xlsx"), "333"), // growing: not read
		nothing, // alike twice
		func() {
			put(t, in("~$a.xlsx"), "lock")()
			put(t, in(".hidden.xlsx"), "x")()
			put(t, in("sub/b.xlsx"), "x")()
			put(t, in("c.txt"), "x")()
			put(t, in("d.zip"), "PK")()
		},
		put(t, in("d.zip"), "PK growing"), // an archive is not opened either
		nothing, nothing,                  // read once, not again
		put(t, in("a.xlsx"), "4444"), nothing, // changed: read again
		func() {
			if err := os.Remove(in("a.xlsx")); err != nil {
				t.Fatal(err)
			}
		}, nothing,
	)
	want := "nhan-ve/a.xlsx refused|nhan-ve/sub/b.xlsx refused|nhan-ve/c.txt ignored|nhan-ve/d.zip refused|nhan-ve/a.xlsx refused"
	if got := strings.Join(took, "|"); got != want || len(held) > 0 || err != nil {
		t.Errorf("took %s, held %v, %v; want %s", got, held, err, want)
	}
}

func TestWatch_waitsForTheLockAndForTheFolder(t *testing.T) {
	c := benchCampaign(t, filepath.Join(t.TempDir(), "c"), 1)
	file, away := filepath.Join(c.Folder.Inbox(), "a.xlsx"), c.Folder.Inbox()+"-away"
	release := func() {}
	rename := func(from, to string) func() {
		return func() {
			if err := os.Rename(from, to); err != nil {
				t.Fatal(err)
			}
		}
	}
	took, held, err := following(t, c,
		func() {
			put(t, file, "x")()
			var err error
			if release, err = c.Folder.lock(); err != nil {
				t.Fatal(err)
			}
		}, nothing, nothing, nothing, // held three times, told once
		func() { release() },
		rename(c.Folder.Inbox(), away), nothing, rename(away, c.Folder.Inbox()), nothing,
		rename(c.Folder.Inbox(), away),
	)
	if got := strings.Join(took, "|"); got != "nhan-ve/a.xlsx refused" || err != nil {
		t.Errorf("took %s, %v", got, err)
	}
	if got := strings.Join(held, " "); got != "C906 C904 C904" {
		t.Errorf("held: %s", got)
	}
}

func TestWatch_endsOnAFailureAndOnAClosedCampaign(t *testing.T) {
	c := benchCampaign(t, filepath.Join(t.TempDir(), "c"), 1)
	file := filepath.Join(c.Folder.Inbox(), "a.xlsx")
	took, _, err := following(t, c, put(t, file, "x"), put(t, c.Folder.closing(), "{}"), nothing)
	var f *Failure
	if !errors.As(err, &f) || f.Problem.Code != "C940" || len(took) > 0 {
		t.Errorf("took %v, %v; want C940", took, err)
	}
	if _, _, err := following(t, c); !errors.As(err, &f) || f.Problem.Code != "C940" {
		t.Errorf("%v at the beginning, want C940", err)
	}
}

// What has to be looked at between files is looked for and kept once the inbox has
// come to rest, not for each file that arrives, and before the watch ends.
func TestWatch_looksBetweenFilesWhenTheInboxRests(t *testing.T) {
	c := benchCampaign(t, filepath.Join(t.TempDir(), "c"), 3)
	files := fillTemplates(t, c, 2)
	away := t.TempDir()
	arrive := func(i int) func() {
		return func() {
			if err := os.Rename(filepath.Join(away, filepath.Base(files[i])), files[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i, f := range files {
		if i == 2 {
			reportTwice(t, f)
		}
		if err := os.Rename(f, filepath.Join(away, filepath.Base(f))); err != nil {
			t.Fatal(err)
		}
	}
	kept := func() string {
		receipts, err := c.Folder.receipts()
		if err != nil {
			t.Fatal(err)
		}
		tree, _, err := c.list()
		if err != nil {
			t.Fatal(err)
		}
		sets, err := c.sets(tree)
		if err != nil {
			t.Fatal(err)
		}
		key, err := c.mattersKey(receipts, c.basis(sets, tree))
		if err != nil {
			t.Fatal(err)
		}
		var r mattersRecord
		if readRecord(c.Folder.matters(), &r) != nil || r.Of != key {
			return "none"
		}
		return codesTold(r.Problems())
	}
	took, held, err := following(t, c, arrive(0), arrive(1), nothing, nothing, nothing, arrive(2), nothing)
	want := "nhan-ve/CB0000.xlsx accepted|nhan-ve/CB0001.xlsx accepted|asked|nhan-ve/CB0002.xlsx accepted|asked E342"
	if got := strings.Join(took, "|"); got != want || len(held) > 0 || err != nil {
		t.Errorf("took %s, held %v, %v; want %s", got, held, err, want)
	}
	if got := kept(); got != "E342" {
		t.Errorf("kept of the files that stand: %s", got)
	}
	if took, _, err := following(t, c, nothing, nothing, nothing); err != nil || slices.ContainsFunc(took, func(s string) bool { return strings.HasPrefix(s, "asked") }) {
		t.Errorf("nothing new, and looked again: %v, %v", took, err)
	}
}

// reportTwice writes the first branch's first member into the first row of a file.
func reportTwice(t *testing.T, path string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Đảng viên")
	if err != nil {
		t.Fatal(err)
	}
	facts := memberFacts(0)
	for i, stamp := range rows[5] {
		if v := facts[strings.TrimPrefix(stamp, "#")]; stamp == "#full_name" || stamp == "#identity_number" {
			cell, _ := excelize.CoordinatesToCellName(i+1, 9)
			if err := f.SetCellStr("Đảng viên", cell, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}
