package campaign

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The map of the package names every file that is there, once, and none that is not.
func TestTheMapNamesEveryFile(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := strings.FieldsFunc(string(text), func(r rune) bool { return strings.ContainsRune(" \t\n,;:()", r) })
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	times := map[string]int{}
	for _, w := range named {
		if w = strings.TrimSuffix(w, "."); strings.HasSuffix(w, ".go") {
			times[w]++
			if !slices.Contains(files, w) {
				t.Errorf("%s is not there", w)
			}
		}
	}
	for _, f := range files {
		if f != "doc.go" && !strings.HasSuffix(f, "_test.go") && times[f] != 1 {
			t.Errorf("%s is named %d times", f, times[f])
		}
	}
}
