package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The table of problem codes in the README names every code the source uses,
// and no other.
func TestREADMEListsEveryCode(t *testing.T) {
	root := filepath.Join("..", "..")
	inSource := map[string]bool{}
	literal := regexp.MustCompile(`"([XREC]\d{3})"`)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range literal.FindAllStringSubmatch(string(source), -1) {
			inSource[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, m := range regexp.MustCompile(`(?m)^\| ([XREC]\d{3}) \| (.+) \|$`).FindAllStringSubmatch(string(readme), -1) {
		listed = append(listed, m[1])
		if !inSource[m[1]] {
			t.Errorf("the README lists %s, which nothing uses", m[1])
		}
		if m[1][0] == 'E' && excel.CodeTitle(evaluate.Code(m[1])) == "" {
			t.Errorf("counts by kind have no words for %s", m[1])
		}
	}
	for code := range inSource {
		if !slices.Contains(listed, code) {
			t.Errorf("the README does not list %s", code)
		}
	}
	if len(inSource) < 100 {
		t.Errorf("only %d codes found in the source: the search is broken", len(inSource))
	}
}

// A verb that ends well may still end 4, so lines to be copied must not stop
// there.
func TestREADMEChainsNoVerbs(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)^\$ xeploai .*$`).FindAllString(string(readme), -1)
	if len(lines) < 3 {
		t.Fatalf("only %d command lines found", len(lines))
	}
	for _, line := range lines {
		if strings.Contains(line, "&&") {
			t.Errorf("stops while anybody waits: %s", line)
		}
	}
}
