package rules

import (
	"os"
	"path"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// The built-in rules have no mistakes. What they are warned of is known and
// listed in testdata/warnings.txt: defects of printed sheets that were typed in
// as they are, and facts that no set uses yet.
func TestBuiltinLoads(t *testing.T) {
	lib, ps := Load(nil, Builtin())
	known := readWarnings(t)
	for _, p := range ps {
		line := string(p.Code) + " " + path.Base(p.At.File) + ": " + p.Message
		_, listed := known[line]
		if p.Severity == evaluate.Error || !listed {
			t.Errorf("%s (%s, %s)", line, p.At, p.Hint)
		}
		known[line] = true
	}
	for line, seen := range known {
		// A set that comes to use a fact need not touch the list.
		if !seen && !strings.HasPrefix(line, "R276 ") {
			t.Errorf("testdata/warnings.txt lists %q, which nobody is warned of", line)
		}
	}
	if len(lib.Sets) < 4 || len(lib.Forms) < 2 {
		t.Errorf("%d sets, %d forms", len(lib.Sets), len(lib.Forms))
	}
}

func readWarnings(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("testdata/warnings.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out[line] = false
		}
	}
	return out
}

func TestBuiltinCases(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	report, ps := RunCases(lib, Builtin())
	for _, p := range ps {
		t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
	}
	for _, p := range report.Unproven() {
		t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
	}
	t.Logf("%d of %d cases pass", report.Passed, report.Run)
}
