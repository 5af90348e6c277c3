package rules

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xeploai/xeploai/evaluate"
)

// FuzzDecode: whatever the bytes, in whatever folder, loading and playing give
// an answer, every problem has a place, and a second reading gives the same.
func FuzzDecode(f *testing.F) {
	builtin := Builtin()
	for _, name := range ruleFiles(builtin, new([]evaluate.Problem)) {
		if raw, err := fs.ReadFile(builtin.FS, name); err == nil && len(raw) < 20_000 {
			f.Add(raw)
		}
	}
	for _, s := range []string{"", "\xff", "a: [", strings.Repeat("[", 9999), strings.Repeat("- ", 9999), "? ? ?", "&a *a", "{a: {b: , c}}",
		"schema: 1\ncases: [{name: x, rules: a, reference_date: 2025-01-01, expect: {grade: good}}]", "a:\n\tb: c", "--- \n...\n---", "!!map {}", "a: |+\n\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, name := range []string{"facts.yaml", "sets/x.yaml", "sheets/x.yaml", "forms/x.yaml", "papers/x.yaml", "cases/x.yaml"} {
			layer := Layer{Name: "x", FS: fstest.MapFS{name: {Data: raw}}}
			lib, ps := Load(nil, layer)
			_, more := RunCases(lib, layer)
			_, again := Load(nil, layer)
			if told(ps) != told(again) {
				t.Errorf("two readings differ:\n%s\n%s", told(ps), told(again))
			}
			for _, p := range append(ps, more...) {
				if p.Code == "" || p.Message == "" || p.At.Line < 1 || p.At.Col < 1 {
					t.Errorf("a problem without a place: %+v", p)
				}
			}
		}
	})
}
