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

// TestReleasedEditionsAreFrozen refuses any edit of a released set or sheet, and
// of the meaning of a fact that a released set asks for: old years must be
// replayed exactly. A change belongs in a new edition. Running
//
//	go test ./rules -run Frozen -release
//
// adds new files to the lock; it never rewrites a line.
func TestReleasedEditionsAreFrozen(t *testing.T) {
	layer := Layer{Name: BuiltinLayer, FS: os.DirFS("data")}
	lib, _ := Load(nil, layer)
	if *release {
		old, err := os.ReadFile("data/editions.lock")
		if err != nil {
			t.Fatal(err)
		}
		text := string(old)
		for _, line := range LockLines(layer, lib) {
			text += line + "\n"
		}
		if err := os.WriteFile("data/editions.lock", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range CheckLock(layer, lib) {
		if p.Severity == evaluate.Error {
			t.Error(told([]evaluate.Problem{p}))
		}
	}
}

// lockedFiles is a small layer with one set, one sheet and one fact.
func lockedFiles() fstest.MapFS {
	return fstest.MapFS{
		"facts.yaml": {Data: []byte("schema: 1\nmember:\n  facts:\n    - {id: ok, type: choice, heading: Được, supplier: branch, blank: x, choices: [{code: x, label: Có}, {code: y, label: Không}]}\n")},
		"sets/a@1.yaml": {Data: []byte("schema: 1\nid: a\nedition: \"1\"\ntitle: A\nkind: member\ntrack: party\ngranularity: year\nin_force: {from: \"2025\"}\n" +
			"sources:\n  S: {number: 1-QĐ}\nscale: [{rung: g, label: Tốt}, {rung: b, label: Kém}]\nladder:\n  - rung: g\n    cite: {source: S, place: Điều 1}\n" +
			"    needs: [{id: N, text: Được, cite: {source: S, place: Điều 1}, standing: composed, when: {fact: ok, equals: x}}]\n" +
			"  - {rung: b, cite: {source: S, place: Điều 1}}\nfall_through: {to: lowest, cite: {source: S, place: Điều 1}, standing: composed}\n")},
		"sheets/b.yaml": {Data: []byte("id: b\n")},
		"cases/c.yaml":  {Data: []byte("x: y\n")},
	}
}

// checkLocked loads the layer and checks its lock.
func checkLocked(files fstest.MapFS) []evaluate.Problem {
	layer := Layer{Name: "x", FS: files}
	lib, _ := Load(nil, layer)
	return CheckLock(layer, lib)
}

func lockAll(files fstest.MapFS) int {
	layer := Layer{Name: "x", FS: files}
	lib, _ := Load(nil, layer)
	lines := LockLines(layer, lib)
	old := ""
	if f := files[lockFile]; f != nil {
		old = string(f.Data)
	}
	files[lockFile] = &fstest.MapFile{Data: []byte(old + strings.Join(append(lines, ""), "\n"))}
	return len(lines)
}

// A file that is not released yet only warns; releasing it makes it frozen: an
// edit of a single byte is found, and so is another meaning of a fact it uses.
func TestCheckLock(t *testing.T) {
	files := lockedFiles()
	ps := checkLocked(files)
	if len(ps) != 2 || ps[0].Severity != evaluate.Warning || ps[0].Code != "R292" {
		t.Fatalf("before release: %s", told(ps))
	}
	if n := lockAll(files); n != 3 {
		t.Fatalf("%d lines for a set, its facts and a sheet", n)
	}
	if ps := checkLocked(files); len(ps) != 0 {
		t.Errorf("after release: %s", told(ps))
	}
	if n := lockAll(files); n != 0 {
		t.Errorf("released twice: %d", n)
	}
	for _, c := range []struct{ name, file, old, changed, code string }{
		{"an edit of a sheet", "sheets/b.yaml", "id: b", "id: B", "R290"},
		{"an edit of a set", "sets/a@1.yaml", "title: A", "title: B", "R290"},
		{"another meaning of a blank", "facts.yaml", "blank: x", "blank: y", "R288"},
		{"another order of codes", "facts.yaml", "{code: x, label: Có}, {code: y, label: Không}", "{code: y, label: Không}, {code: x, label: Có}", "R288"},
		{"a better heading", "facts.yaml", "heading: Được", "heading: Đã được", ""},
	} {
		before := files[c.file].Data
		files[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(string(before), c.old, c.changed, 1))}
		ps := checkLocked(files)
		if len(ps) > 1 || (len(ps) == 1) != (c.code != "") || c.code != "" && (string(ps[0].Code) != c.code || ps[0].Severity != evaluate.Error || ps[0].At.Line == 0) {
			t.Errorf("after %s: %s", c.name, told(ps))
		}
		files[c.file] = &fstest.MapFile{Data: before}
	}
	delete(files, "sheets/b.yaml")
	if ps := checkLocked(files); len(ps) != 1 || ps[0].Code != "R291" {
		t.Errorf("after a loss: %s", told(ps))
	}
}
