package campaign

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
		Held: func(p evaluate.Problem) { held = append(held, string(p.Code)) },
	})
	return took, held, err
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
