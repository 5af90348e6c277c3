package campaign

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Of several files all are written or none, and none over another.
func TestSaveNew(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	files := []NewFile{{at("a/x"), []byte("1")}, {at("b/y"), []byte("2")}}
	if err := SaveNew(files); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(at("b/y")); err != nil || string(b) != "2" {
		t.Errorf("b/y holds %q, %v", b, err)
	}
	var f *Failure
	err := SaveNew([]NewFile{{at("a/new"), nil}, {at("a/x"), []byte("3")}, {at("b/y"), nil}})
	if !errors.As(err, &f) || f.Problem.Code != "C916" || !strings.Contains(f.Problem.Message, "b/y") {
		t.Errorf("over existing files: %v", err)
	}
	if _, err := os.Stat(at("a/new")); err == nil {
		t.Error("one was written though another exists")
	}
	if b, _ := os.ReadFile(at("a/x")); string(b) != "1" {
		t.Errorf("a/x now holds %q", b)
	}
	// the second cannot be written: its folder is a file
	if err := SaveNew([]NewFile{{at("c"), nil}, {at("a/x/z"), nil}}); err == nil {
		t.Error("wrote into a file")
	}
	if _, err := os.Stat(at("c")); err == nil {
		t.Error("the first was left behind when the second failed")
	}
}
