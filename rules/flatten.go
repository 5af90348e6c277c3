package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// flatten lays every set over the one it extends and returns all in order of
// id and edition.
func (l *loader) flatten() []evaluate.RuleSetSpec {
	done := map[string]evaluate.RuleSetSpec{}
	var out []evaluate.RuleSetSpec
	for i := range l.sets {
		if spec, ok := l.build(l.sets[i].ref(), done, 0); ok {
			out = append(out, spec)
		}
	}
	slices.SortFunc(out, func(a, b evaluate.RuleSetSpec) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Edition, b.Edition))
	})
	return out
}

// build flattens one set, its parents first; ok is false when there is no such
// set or its parents cannot be built.
func (l *loader) build(ref string, done map[string]evaluate.RuleSetSpec, depth int) (evaluate.RuleSetSpec, bool) {
	if spec, ok := done[ref]; ok {
		return spec, true
	}
	i := slices.IndexFunc(l.sets, func(s setFile) bool { return s.ref() == ref })
	if i < 0 || depth > maxExtends {
		return evaluate.RuleSetSpec{}, false
	}
	spec, files := l.sets[i].spec, []string{l.sets[i].digest}
	if spec.Extends != "" {
		parent, ok := l.build(spec.Extends, done, depth+1)
		if !ok {
			l.fail(problemExtends(spec.At, spec.Extends, l.refs()))
			return spec, false
		}
		var ps []evaluate.Problem
		spec, ps = extend(parent, spec)
		l.addTyped(ps)
		files = append(files, parent.SHA256)
	}
	spec.SHA256 = l.setDigest(&spec, files)
	done[ref] = spec
	return spec, true
}

// refs names every set that was read, for hints.
func (l *loader) refs() []string {
	var out []string
	for i := range l.sets {
		out = append(out, l.sets[i].ref())
	}
	slices.Sort(out)
	return out
}

// maxExtends bounds the chain of sets that extend each other; a circle runs
// into it.
const maxExtends = 8

// setDigest is what results quote: the SHA-256 of the set's own file, as
// sha256sum prints it. Where a parent, or a sheet or vocabulary of a local
// layer, takes part in the grade, it is the SHA-256 over the digests of all of
// them, one a line, so that no change of any part goes unseen.
func (l *loader) setDigest(spec *evaluate.RuleSetSpec, files []string) string {
	seen := map[string]bool{}
	for _, p := range spec.Profiles {
		if d := l.digests[p.Sheet]; d != "" && !seen[p.Sheet] {
			seen[p.Sheet] = true
			files = append(files, d)
		}
	}
	if d := l.digests[factsKey]; d != "" {
		files = append(files, d)
	}
	if len(files) == 1 {
		return files[0]
	}
	return digestOf([]byte(strings.Join(files, "\n") + "\n"))
}
