package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/xeploai/xeploai/evaluate"
)

// ruleFiles lists the YAML files of a layer in order; a folder or a kind of
// file nobody reads is a mistake, not silence.
func ruleFiles(layer Layer, ps *[]evaluate.Problem) []string {
	var out []string
	err := fs.WalkDir(layer.FS, ".", func(name string, e fs.DirEntry, err error) error {
		at := evaluate.Origin{File: path.Join(layer.Name, name), Layer: layer.Name}
		switch {
		case err != nil:
			*ps = append(*ps, problemUnreadable(at, whyMissing))
			return nil
		case e.IsDir() || !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".yml"):
		case !knownPlace(name):
			*ps = append(*ps, problemPlace(at))
		default:
			out = append(out, name)
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		*ps = append(*ps, problemUnreadable(evaluate.Origin{File: layer.Name, Layer: layer.Name}, whyMissing))
	}
	slices.Sort(out)
	return out
}

func knownPlace(name string) bool {
	switch path.Dir(name) {
	case ".":
		return name == "facts.yaml"
	case "facts", "sets", "sheets", "forms", "papers", "cases":
		return strings.HasSuffix(name, ".yaml")
	}
	return false
}

// open reads and parses one file of a layer.
func open(layer Layer, name string) (d *decoder, root node, raw []byte, ok bool) {
	d = &decoder{file: path.Join(layer.Name, name), layer: layer.Name, places: &places{}}
	raw, err := fs.ReadFile(layer.FS, name)
	if err != nil {
		d.fail(problemUnreadable(d.origin(1, 1), whyMissing))
		return d, node{}, nil, false
	}
	if layer.builtin {
		if root, ok = d.plain(raw); ok {
			return d, root, raw, true
		}
	}
	root, ok = d.parse(raw)
	return d, root, raw, ok
}

func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// opened is one parsed file.
type opened struct {
	d      *decoder
	root   node
	digest string
	ok     bool
}

// openAll parses files side by side, which is most of what reading rules costs;
// the result stands in the order of the names.
func openAll(layer Layer, names []string) []opened {
	out := make([]opened, len(names))
	var wait sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, name := range names {
		free <- struct{}{}
		wait.Go(func() {
			defer func() { <-free }()
			d, root, raw, ok := open(layer, name)
			out[i] = opened{d, root, digestOf(raw), ok}
		})
	}
	wait.Wait()
	return out
}
