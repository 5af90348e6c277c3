package rules

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// lockFile lists the SHA-256 of every released set and sheet, in the form that
// sha256sum -c reads. Comment lines hold what a released set makes of the shared
// vocabulary: what a blank means or how codes are ordered decides grades too,
// and the vocabulary itself must be free to grow.
const (
	lockFile  = "editions.lock"
	factsMark = "# facts "
)

// lockEntry is one line of the lock.
type lockEntry struct {
	digest, name string
	facts        bool // the name is a set's reference, not a file
}

func (e lockEntry) String() string {
	if e.facts {
		return factsMark + e.digest + "  " + e.name
	}
	return e.digest + "  " + e.name
}

func parseLockLine(line string) (e lockEntry, ok bool) {
	line, e.facts = strings.CutPrefix(line, factsMark)
	e.digest, e.name, ok = strings.Cut(line, "  ")
	return e, ok && len(e.digest) == 64 && fs.ValidPath(e.name)
}

// CheckLock compares the layer's sets and sheets, and what the sets make of the
// library's vocabulary, with its editions.lock: what was released and is changed
// or gone is an Error, what is not yet released a Warning. A layer without the
// file has released nothing.
func CheckLock(layer Layer, lib *evaluate.Library) []evaluate.Problem {
	var ps []evaluate.Problem
	at := evaluate.Origin{File: path.Join(layer.Name, lockFile), Layer: layer.Name}
	now, locked := map[string]string{}, map[string]bool{}
	for _, e := range currentEntries(layer, lib) {
		now[lockEntry{name: e.name, facts: e.facts}.String()] = e.digest
	}
	text, _ := fs.ReadFile(layer.FS, lockFile)
	for i, line := range strings.Split(string(text), "\n") {
		at.Line, at.Col = i+1, 1
		e, ok := parseLockLine(line)
		key := lockEntry{name: e.name, facts: e.facts}.String()
		locked[key] = true
		switch digest, exists := now[key]; {
		case line == "":
		case !ok:
			ps = append(ps, problemLockLine(at))
		case !exists && !e.facts: // a set that is gone is told at its file
			ps = append(ps, problemLockMissing(at, e.name))
		case exists && digest != e.digest && e.facts:
			ps = append(ps, problemLockFacts(at, e.name))
		case exists && digest != e.digest:
			ps = append(ps, problemLockChanged(at, e.name))
		}
	}
	for _, name := range released(layer) {
		if !locked[lockEntry{name: name}.String()] {
			ps = append(ps, problemLockNew(evaluate.Origin{File: path.Join(layer.Name, name), Line: 1, Col: 1, Layer: layer.Name}))
		}
	}
	return evaluate.SortProblems(ps)
}

// LockLines returns the lines to add to editions.lock when the layer's new
// files are released; lines of released files are never rewritten.
func LockLines(layer Layer, lib *evaluate.Library) []string {
	text, _ := fs.ReadFile(layer.FS, lockFile)
	locked := map[lockEntry]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		e, _ := parseLockLine(line)
		locked[lockEntry{name: e.name, facts: e.facts}] = true
	}
	var out []string
	for _, e := range currentEntries(layer, lib) {
		if !locked[lockEntry{name: e.name, facts: e.facts}] {
			out = append(out, e.String())
		}
	}
	return out
}

// currentEntries are the lines that would lock the layer as it is.
func currentEntries(layer Layer, lib *evaluate.Library) []lockEntry {
	var out []lockEntry
	for _, name := range released(layer) {
		if data, err := fs.ReadFile(layer.FS, name); err == nil {
			out = append(out, lockEntry{digest: digestOf(data), name: name})
		}
	}
	for _, rs := range lib.Sets {
		if rs.Spec.At.Layer == layer.Name {
			out = append(out, lockEntry{digest: factsDigest(rs, lib.Vocabulary), name: rs.Ref(), facts: true})
		}
	}
	return out
}

// released lists the files that a release freezes: grades rest on them.
func released(layer Layer) []string {
	var ignored []evaluate.Problem
	return slices.DeleteFunc(ruleFiles(layer, &ignored), func(name string) bool {
		dir := path.Dir(name)
		return dir != "sets" && dir != "sheets"
	})
}

// factsDigest is the SHA-256 of everything in the facts a set names that a
// verdict can depend on. Headings, hints and aliases may be bettered.
func factsDigest(rs *evaluate.RuleSet, v *evaluate.Vocabulary) string {
	sheets := map[string]*evaluate.SheetSpec{}
	for _, s := range rs.Sheets {
		sheets[s.Spec.ID] = s.Spec
	}
	used := map[kindFact]bool{}
	noteUsed(&rs.Spec, sheets, used)
	var lines []string
	for u := range used {
		schema := v.Schema(u.kind)
		if schema == nil {
			continue
		}
		if i, ok := schema.Index(u.id); ok {
			lines = append(lines, meaning(&schema.Facts[i]))
		}
	}
	slices.Sort(lines)
	return digestOf([]byte(strings.Join(lines, "\n")))
}

// meaning writes down what a fact's values mean.
func meaning(f *evaluate.FactDef) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s.%s type=%d step=%s unit=%s blank=%q ordered=%t", f.Kind, f.ID, f.Type, f.Step, f.Unit, f.Blank, f.Ordered)
	for _, c := range f.Choices {
		fmt.Fprintf(&b, " %s:%t", c.Code, c.NotApplicable)
	}
	if f.Derived != nil {
		fmt.Fprintf(&b, " %s%v", f.Derived.Function, f.Derived.Of)
	}
	return b.String()
}
