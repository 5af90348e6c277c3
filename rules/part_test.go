package rules

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// partOfBuiltin is the built-in layer with some of its sets, those they extend
// or supersede, their sheets and the files with their cases. Tests that load rules many times take a part: the whole
// grows with every regulation.
func partOfBuiltin(t *testing.T, refs ...string) Layer {
	t.Helper()
	all, m := Builtin().FS, fstest.MapFS{}
	take := func(pattern string) (texts []string) {
		names, err := fs.Glob(all, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, _ := fs.ReadFile(all, name)
			m[name] = &fstest.MapFile{Data: text}
			texts = append(texts, string(text))
		}
		return texts
	}
	for _, pattern := range []string{"facts.yaml", "facts/*", "forms/*", "papers/*"} {
		take(pattern)
	}
	for i := 0; i < len(refs); i++ {
		texts := take("sets/" + refs[i] + ".yaml")
		if len(texts) != 1 {
			t.Fatalf("no set %s", refs[i])
		}
		for _, line := range strings.Split(texts[0], "\n") {
			key, value, _ := strings.Cut(strings.TrimLeft(line, " -{"), ": ")
			switch value = strings.Trim(value, `" `); {
			case key == "extends" && !slices.Contains(refs, value):
				refs = append(refs, value)
			case key == "supersedes":
				id, _, _ := strings.Cut(refs[i], "@")
				if value = id + "@" + value; !slices.Contains(refs, value) {
					refs = append(refs, value)
				}
			case strings.Contains(line, "sheet: "):
				_, id, _ := strings.Cut(line, "sheet: ")
				take("sheets/" + strings.TrimRight(strings.FieldsFunc(id, func(r rune) bool { return strings.ContainsRune(",} ", r) })[0], `"`) + ".yaml")
			}
		}
	}
	names, err := fs.Glob(all, "cases/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, _ := fs.ReadFile(all, name)
		if slices.ContainsFunc(refs, func(ref string) bool { return strings.Contains(string(text), "rules: "+ref) }) {
			m[name] = &fstest.MapFile{Data: text}
		}
	}
	return Layer{Name: BuiltinLayer, FS: m}
}

// partAround is the part in which one file can be tried by itself: with a set,
// or with the first set that a sheet belongs to.
func partAround(t *testing.T, name string) Layer {
	t.Helper()
	kind, id, _ := strings.Cut(strings.TrimSuffix(name, ".yaml"), "/")
	if kind == "sets" {
		return partOfBuiltin(t, id)
	}
	sets, err := fs.Glob(Builtin().FS, "sets/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range sets {
		text, _ := fs.ReadFile(Builtin().FS, set)
		if kind != "sheets" || strings.Contains(string(text), "sheet: "+id) {
			return partOfBuiltin(t, strings.TrimSuffix(strings.TrimPrefix(set, "sets/"), ".yaml"))
		}
	}
	return Builtin()
}
