package rules

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/xeploai/xeploai/evaluate"
)

var update = flag.Bool("update", false, "rewrite the expected problems")

// localLayer makes a layer of an archive's files.
func localLayer(files []txtar.File) Layer {
	m := fstest.MapFS{}
	for _, f := range files {
		if f.Name != "want" {
			m[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return Layer{Name: "noi-bo", FS: m}
}

// told writes problems as a clerk sees them.
func told(ps []evaluate.Problem) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.At.String() + ": " + string(p.Code) + ": " + p.Message + "\n  " + p.Hint + "\n")
		for _, r := range p.Related {
			b.WriteString("  " + r.At.String() + ": " + r.Note + "\n")
		}
	}
	return b.String()
}

func allProblems(core, layer Layer) []evaluate.Problem {
	lib, ps := Load(nil, core, layer)
	// What the rest of the library would have used.
	ps = slices.DeleteFunc(ps, func(p evaluate.Problem) bool {
		return p.At.Layer == BuiltinLayer && (p.Code == "R276" || p.Code == "R298")
	})
	report, cases := RunCases(lib, layer)
	if _, err := fs.Stat(layer.FS, "cases"); err == nil {
		cases = append(cases, report.Unproven()...) // an office that has begun to prove its rules
	}
	if _, err := fs.Stat(layer.FS, lockFile); err == nil {
		cases = append(cases, CheckLock(layer, lib)...)
	}
	return evaluate.SortProblems(append(ps, cases...))
}

// TestBroken compares the whole text of all problems of each broken archive.
func TestBroken(t *testing.T) {
	names, _ := filepath.Glob("testdata/broken/*.txtar")
	if len(names) == 0 {
		t.Fatal("no archives")
	}
	// The few sets that the archives build on: the archives cost no more as the library grows.
	core := partOfBuiltin(t, "vn-366-member@2025-r1", "vn-366-organization@2025-r1", "vn-21hd-member@2019-r1")
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := told(allProblems(core, localLayer(archive.Files)))
			last := len(archive.Files) - 1
			if archive.Files[last].Name != "want" {
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
				last++
			}
			if *update {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(archive.Files[last].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// TestEveryCodeProvoked demands that each mistake a rule file can have is seen.
func TestEveryCodeProvoked(t *testing.T) {
	var source []byte
	for _, name := range []string{"problems.go", "../evaluate/problems.go", "../evaluate/problems_rules.go", "../evaluate/problems_sheet.go", "../evaluate/problems_votes.go"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		source = append(source, text...)
	}
	var all strings.Builder
	names, _ := filepath.Glob("testdata/broken/*.txtar")
	for _, name := range names {
		data, _ := os.ReadFile(name)
		all.Write(data)
	}
	for _, code := range regexp.MustCompile(`"(R\d{3})"`).FindAllStringSubmatch(string(source), -1) {
		// No file can make a kind lose its facts while the built-in vocabulary has some for it.
		needsNoFacts := code[1] == "R221" || code[1] == "R256"
		if !needsNoFacts && !strings.Contains(all.String(), ": "+code[1]+": ") {
			t.Errorf("no archive provokes %s", code[1])
		}
	}
}
