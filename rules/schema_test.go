package rules

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/xeploai/xeploai/evaluate"
)

// The published schemas are those of the tables the decoder uses.
func TestSchemasArePublished(t *testing.T) {
	for _, name := range SchemaNames() {
		file, want := filepath.Join("schema", name+".json"), FileSchema(name)
		if *update {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the tables of keys say; run go test ./rules -run Schema -update", file)
		}
	}
	if FileSchema("nonsense") != nil {
		t.Error("there is a schema of nonsense")
	}
}

// Every key of every table is explained, and every table named exists.
func TestKeysAreExplained(t *testing.T) {
	known := map[string]bool{}
	for _, tb := range tables() {
		if known[tb.id] {
			t.Errorf("two tables are called %s", tb.id)
		}
		known[tb.id] = true
	}
	for _, tb := range tables() {
		seen := map[string]bool{}
		for _, k := range tb.keys {
			if k.help == "" || seen[k.name] {
				t.Errorf("%s.%s has no help or stands twice", tb.id, k.name)
			}
			seen[k.name] = true
			for _, v := range append(k.value.parts, k.value) {
				if v.writing == writtenTable && !known[v.table] {
					t.Errorf("%s.%s leads to the unknown table %s", tb.id, k.name, v.table)
				}
			}
		}
	}
}

// schemaOf names the schema of a file by its place in a layer.
func schemaOf(name string) string {
	dir := path.Dir(name)
	if dir == "." {
		return "facts"
	}
	if dir == "cases" || dir == "facts" {
		return dir
	}
	return strings.TrimSuffix(dir, "s")
}

func compileSchemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	out := map[string]*jsonschema.Schema{}
	for _, name := range SchemaNames() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(FileSchema(name)))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("file:///"+name+".json", doc); err != nil {
			t.Fatal(err)
		}
		if out[name], err = c.Compile("file:///" + name + ".json"); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// valid tells whether an editor would find nothing to say about a document.
func valid(t *testing.T, s *jsonschema.Schema, doc any) error {
	t.Helper()
	raw, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	clean, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(clean)
}

func builtinDocuments(t *testing.T) map[string]any {
	t.Helper()
	layer, out := Builtin(), map[string]any{}
	var ps []evaluate.Problem
	for _, name := range ruleFiles(layer, &ps) {
		raw, err := fs.ReadFile(layer.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		var doc any
		if err := yaml.Unmarshal(raw, &doc); err != nil {
			t.Fatal(err)
		}
		out[name] = doc
	}
	return out
}

// Editors find nothing to say about any built-in file.
func TestSchemasAcceptBuiltinFiles(t *testing.T) {
	schemas := compileSchemas(t)
	for name, doc := range builtinDocuments(t) {
		if err := valid(t, schemas[schemaOf(name)], doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// place is one mapping of a document with the table of its keys.
type place struct {
	table table
	doc   map[string]any
}

// placesOf lists the mappings of a document.
func placesOf(byID map[string]table, v value, doc any) []place {
	var out []place
	switch d := doc.(type) {
	case []any:
		for _, part := range v.parts {
			for _, item := range d {
				out = append(out, placesOf(byID, part, item)...)
			}
		}
	case map[string]any:
		tb := byID[v.table]
		if v.writing == writtenNamed {
			for _, k := range slices.Sorted(maps.Keys(d)) {
				out = append(out, placesOf(byID, v.parts[0], d[k])...)
			}
		}
		if v.writing == writtenEither {
			for _, part := range v.parts {
				if part.writing == writtenTable && fits(byID[part.table], d) {
					return placesOf(byID, part, doc)
				}
			}
		}
		if v.writing != writtenTable {
			return out
		}
		out = append(out, place{tb, d})
		for _, k := range tb.keys {
			if inner, ok := d[k.name]; ok {
				out = append(out, placesOf(byID, k.value, inner)...)
			}
		}
	}
	return out
}

// fits tells whether the table has every key of a mapping.
func fits(tb table, d map[string]any) bool {
	for k := range d {
		if !slices.Contains(names(tb.keys), k) {
			return false
		}
	}
	return true
}

// smallFirst lists the documents so that most keys are tried on short files:
// each try reads the file again.
func smallFirst(t *testing.T, documents map[string]any) []string {
	t.Helper()
	size := func(name string) int {
		raw, err := fs.ReadFile(Builtin().FS, name)
		if err != nil {
			t.Fatal(err)
		}
		return len(raw)
	}
	return slices.SortedFunc(maps.Keys(documents), func(a, b string) int { return cmp.Or(size(a)-size(b), strings.Compare(a, b)) })
}

// Where a key is left out or an unknown one added, schema and loader say the
// same: what the schema refuses the loader refuses, and where the loader finds
// something missing the schema does too. Every key of every table that a
// built-in file uses is tried once.
func TestSchemasAgreeWithLoader(t *testing.T) {
	schemas, byID, tried := compileSchemas(t), map[string]table{}, map[string]bool{}
	for _, tb := range tables() {
		byID[tb.id] = tb
	}
	documents := builtinDocuments(t)
	for _, name := range smallFirst(t, documents) {
		doc := documents[name]
		compare := func(what string) {
			t.Helper()
			refused := valid(t, schemas[schemaOf(name)], doc) != nil
			missing, mistakes := loaderSays(t, name, doc, refused)
			if refused && !mistakes {
				t.Errorf("%s: the schema refuses %s, the loader does not", name, what)
			}
			if missing && !refused {
				t.Errorf("%s: the loader refuses %s, the schema does not", name, what)
			}
		}
		for _, p := range placesOf(byID, aMapping(schemaOf(name)), doc) {
			for _, k := range append(p.table.keys, key{name: "nonsense"}) {
				id := p.table.id + "." + k.name
				old, ok := p.doc[k.name]
				if tried[id] || !ok && k.name != "nonsense" {
					continue
				}
				tried[id] = true
				if ok {
					delete(p.doc, k.name)
					compare("leaving out " + id)
					p.doc[k.name] = old
				} else {
					p.doc[k.name] = "x"
					compare("adding " + id)
					delete(p.doc, k.name)
				}
			}
		}
	}
	if len(tried) < 150 {
		t.Errorf("only %d keys were tried", len(tried))
	}
}

// loaderSays loads the built-in rules with one file replaced: whether the
// decoder finds a key missing or unknown, and whether there is any mistake at
// all, which is asked only where whole is set.
func loaderSays(t *testing.T, name string, doc any, whole bool) (missing, mistakes bool) {
	t.Helper()
	raw, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	layer := Layer{Name: "changed", FS: fstest.MapFS{name: &fstest.MapFile{Data: raw}}}
	var ps []evaluate.Problem
	if schemaOf(name) == "cases" {
		_, ps = readCases([]Layer{layer})
	} else {
		ps = newLoader([]Layer{layer}).problems
	}
	for _, p := range ps {
		missing = missing || p.Code == codeMissing || p.Code == "R203"
	}
	if missing || !whole {
		return missing, missing
	}
	_, ps = Load(nil, partAround(t, name), layer)
	worst, any := evaluate.Worst(ps)
	return false, any && worst == evaluate.Error
}
