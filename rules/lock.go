package rules

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// lockFile lists the SHA-256 of every released set and sheet, in the form that
// sha256sum -c reads.
const lockFile = "editions.lock"

// CheckLock compares the layer's sets and sheets with its editions.lock: a
// released file that was changed or removed is an Error, one not yet released
// a Warning. A layer without the file has released nothing.
func CheckLock(layer Layer) []evaluate.Problem {
	var ps []evaluate.Problem
	locked := map[string]bool{}
	at := evaluate.Origin{File: path.Join(layer.Name, lockFile), Layer: layer.Name}
	text, _ := fs.ReadFile(layer.FS, lockFile)
	for i, line := range strings.Split(string(text), "\n") {
		at.Line, at.Col = i+1, 1
		if line == "" {
			continue
		}
		digest, name, ok := strings.Cut(line, "  ")
		if !ok || len(digest) != 64 || !fs.ValidPath(name) {
			ps = append(ps, problemLockLine(at))
			continue
		}
		locked[name] = true
		data, err := fs.ReadFile(layer.FS, name)
		switch {
		case err != nil:
			ps = append(ps, problemLockMissing(at, name))
		case digestOf(data) != digest:
			ps = append(ps, problemLockChanged(at, name))
		}
	}
	for _, name := range released(layer) {
		if !locked[name] {
			ps = append(ps, problemLockNew(evaluate.Origin{File: path.Join(layer.Name, name), Line: 1, Col: 1, Layer: layer.Name}))
		}
	}
	return evaluate.SortProblems(ps)
}

// LockLines returns the lines to add to editions.lock when the layer's new
// files are released; lines of released files are never rewritten.
func LockLines(layer Layer) []string {
	text, _ := fs.ReadFile(layer.FS, lockFile)
	var out []string
	for _, name := range released(layer) {
		data, err := fs.ReadFile(layer.FS, name)
		if err == nil && !strings.Contains(string(text), "  "+name+"\n") {
			out = append(out, digestOf(data)+"  "+name)
		}
	}
	return out
}

// released lists the files that a release freezes: grades rest on them.
func released(layer Layer) []string {
	var ignored []evaluate.Problem
	return slices.DeleteFunc(ruleFiles(layer, &ignored), func(name string) bool {
		dir := path.Dir(name)
		return dir != "sets" && dir != "sheets"
	})
}
