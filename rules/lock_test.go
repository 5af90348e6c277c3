package rules

import (
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xeploai/xeploai/evaluate"
)

var release = flag.Bool("release", false, "add the files not yet released to data/editions.lock")

// TestReleasedEditionsAreFrozen refuses any edit of a released set or sheet: old
// years must be replayed exactly. A change belongs in a new edition. Running
//
//	go test ./rules -run Frozen -release
//
// adds new files to the lock; it never rewrites a line.
func TestReleasedEditionsAreFrozen(t *testing.T) {
	if *release {
		old, err := os.ReadFile("data/editions.lock")
		if err != nil {
			t.Fatal(err)
		}
		text := string(old)
		for _, line := range LockLines(Layer{Name: "data", FS: os.DirFS("data")}) {
			text += line + "\n"
		}
		if err := os.WriteFile("data/editions.lock", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range CheckLock(Layer{Name: "data", FS: os.DirFS("data")}) {
		if p.Severity == evaluate.Error {
			t.Error(told([]evaluate.Problem{p}))
		}
	}
}

// An edit of a single byte of a released file is found; a file that is not
// released yet only warns; releasing it makes it frozen.
func TestCheckLock(t *testing.T) {
	files := fstest.MapFS{"sets/a@1.yaml": {Data: []byte("id: a\n")}, "sheets/b.yaml": {Data: []byte("id: b\n")}, "cases/c.yaml": {Data: []byte("x: y\n")}}
	layer := Layer{Name: "x", FS: files}
	ps := CheckLock(layer)
	if len(ps) != 2 || ps[0].Severity != evaluate.Warning || ps[0].Code != "R292" {
		t.Fatalf("before release: %s", told(ps))
	}
	files[lockFile] = &fstest.MapFile{Data: []byte(strings.Join(LockLines(layer), "\n") + "\n")}
	if ps := CheckLock(layer); len(ps) != 0 {
		t.Errorf("after release: %s", told(ps))
	}
	if more := LockLines(layer); len(more) != 0 {
		t.Errorf("released twice: %v", more)
	}
	files["sheets/b.yaml"].Data = []byte("id: B\n")
	if ps := CheckLock(layer); len(ps) != 1 || ps[0].Code != "R290" || ps[0].Severity != evaluate.Error || ps[0].At.Line != 2 {
		t.Errorf("after an edit: %s", told(ps))
	}
}
