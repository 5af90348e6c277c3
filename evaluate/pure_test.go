package evaluate

import (
	"os/exec"
	"strings"
	"testing"
)

// The core imports nothing but the standard library, neither now nor through
// something it imports.
func TestCoreIsStandardLibraryOnly(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range strings.Fields(string(out)) {
		if !strings.HasSuffix(p, "/xeploai/evaluate") {
			t.Errorf("evaluate depends on %s", p)
		}
	}
}

// No file access, clock, randomness or concurrency-visible state in the core.
func TestCoreDoesNoInputOutput(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{"cmp": true, "errors": true, "fmt": true, "iter": true, "math/big": true, "math/bits": true,
		"slices": true, "strconv": true, "strings": true, "sync": true, "time": true, "unicode": true, "unicode/utf8": true}
	for _, p := range strings.Fields(string(out)) {
		if !allowed[p] {
			t.Errorf("evaluate imports %s", p)
		}
	}
}
