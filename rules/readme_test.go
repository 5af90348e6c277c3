package rules

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// readmeExamples is the local layer that the README builds up.
func readmeExamples(t *testing.T) Layer {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, block := range regexp.MustCompile("(?s)```yaml\n# (\\S+)\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		files[block[1]] = &fstest.MapFile{Data: []byte(block[2])}
	}
	if len(files) != 3 {
		t.Fatalf("%d examples found", len(files))
	}
	return Layer{Name: "xa-vi-du", FS: files}
}

// The examples of the README load without a problem, and their cases pass and
// cover the example's own parts.
func TestReadmeExamples(t *testing.T) {
	layer := readmeExamples(t)
	lib, ps := Load(nil, Builtin(), layer)
	report, more := RunCases(lib, layer)
	if all := local(append(ps, more...)); len(all) > 0 {
		t.Error(told(all))
	}
	if report.Run < 4 || report.Passed != report.Run {
		t.Errorf("%d of %d cases pass", report.Passed, report.Run)
	}
	if ps := report.Unproven(); len(ps) > 0 {
		t.Error(told(ps))
	}
}

// Every key that rule files may use is explained to those who write them.
func TestReadmeNamesEverything(t *testing.T) {
	text, _ := os.ReadFile("README.md")
	for _, list := range [][]string{forms(), operators(), expectKeys(), standings(), names(sceneKeys()), capBases()} {
		for _, word := range list {
			if !strings.Contains(string(text), word) {
				t.Errorf("README.md does not mention %q", word)
			}
		}
	}
}
