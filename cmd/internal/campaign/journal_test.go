package campaign

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestJournal_onlyGrows(t *testing.T) {
	f := Folder{Root: t.TempDir()}
	if err := f.Make(); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 1, 5, 8, 30, 0, 0, time.UTC)
	if err := f.record(Entry{At: at, Did: "accepted", Org: "CB-01"}, Entry{At: at, Did: "graded", Count: 7}); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(f.journal())
	if err := os.WriteFile(f.journal(), append(before, `{"at":"2026-01-05T`...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.record(Entry{At: at, Did: "refused", Org: "CB-02"}); err != nil {
		t.Fatal(err)
	}
	after, _ := os.ReadFile(f.journal())
	if !strings.HasPrefix(string(after), string(before)) {
		t.Error("earlier lines changed")
	}
	entries, broken, err := f.Journal()
	if err != nil || broken != 1 || len(entries) != 3 {
		t.Fatalf("entries = %v, broken = %d, err = %v", entries, broken, err)
	}
	if entries[2].Org != "CB-02" || !entries[0].At.Equal(at) {
		t.Errorf("entries = %+v", entries)
	}
}

func TestFolder_lockIsExclusive(t *testing.T) {
	f := Folder{Root: t.TempDir()}
	release, err := f.lock()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.lock(); ProblemOf(err).Code != "C906" {
		t.Errorf("second lock: %v, want C906", err)
	}
	release()
	again, err := f.lock()
	if err != nil {
		t.Fatalf("after release: %v", err)
	}
	again()
}

func TestFind_nearestAbove(t *testing.T) {
	root := t.TempDir()
	inner := root + "/nhan-ve/xa"
	if err := os.MkdirAll(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Find(inner); ProblemOf(err).Code != "C902" {
		t.Errorf("without settings: %v, want C902", err)
	}
	if _, err := Find(root + "/nowhere"); ProblemOf(err).Code != "C904" {
		t.Errorf("missing folder: %v, want C904", err)
	}
	if err := os.WriteFile(root+"/"+SettingsName, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Find(inner)
	if err != nil || f.Label(inner+"/a.xlsx") != "nhan-ve/xa/a.xlsx" {
		t.Errorf("Find = %+v, %v", f, err)
	}
}
