package rules

import (
	"io/fs"
	"reflect"
	"testing"
)

// What the quick library makes of a built-in file is what the strict one makes of it,
// and it reads all of them, for else it would be of no use.
func TestPlain_readsBuiltinFilesAsTheLibraryDoes(t *testing.T) {
	layer, unread := Builtin(), 0
	names := ruleFiles(layer, nil)
	for _, name := range names {
		data, err := fs.ReadFile(layer.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		d := &decoder{file: name, layer: layer.Name}
		want, ok := d.parse(data)
		if !ok {
			t.Fatalf("%s: the library does not read it: %v", name, d.problems)
		}
		got, ok := d.plain(data)
		switch {
		case !ok:
			unread++
		case !reflect.DeepEqual(got, want):
			t.Errorf("%s is read otherwise: %s", name, difference(got, want))
		}
	}
	if unread > 0 {
		t.Errorf("%d of %d files are left to the strict library", unread, len(names))
	}
}

// difference names the first nodes that differ.
func difference(a, b node) string {
	switch {
	case a.at != b.at || a.shape != b.shape || a.text != b.text || a.flow != b.flow || len(a.pairs) != len(b.pairs) || len(a.items) != len(b.items):
		return a.at.String() + " " + a.text + ", by the library " + b.at.String() + " " + b.text
	}
	for i := range a.pairs {
		if a.pairs[i].key != b.pairs[i].key || a.pairs[i].at != b.pairs[i].at {
			return a.pairs[i].at.String() + " " + a.pairs[i].key + ", by the library " + b.pairs[i].at.String() + " " + b.pairs[i].key
		}
		if d := difference(a.pairs[i].value, b.pairs[i].value); d != "" {
			return d
		}
	}
	for i := range a.items {
		if d := difference(a.items[i], b.items[i]); d != "" {
			return d
		}
	}
	return ""
}
