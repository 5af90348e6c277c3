package rules

import (
	"reflect"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Whatever could change a grade stands in print: every change that the mutation
// test makes to a built-in set or score sheet changes what show says, and so is
// told by diff.
func TestEveryChangeIsShown(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	seen := map[string]bool{}
	for _, rs := range lib.Sets {
		spec := deepCopy(rs.Spec)
		changed := *rs
		show := func() SetView {
			changed.Spec = spec
			return Show(lib, &changed)
		}
		before := show()
		m := &mutator{vocabulary: lib.Vocabulary, set: rs, visit: func(c change) {
			if c.at.File != rs.Spec.At.File {
				return
			}
			defer c.edit()()
			if reflect.DeepEqual(show(), before) {
				t.Errorf("%s: %s: %s is shown as before", rs.Ref(), c.at, c)
			}
		}}
		m.walk(&spec)
		for _, s := range rs.Sheets {
			if !seen[s.Spec.ID] {
				seen[s.Spec.ID] = true
				checkSheetShown(t, lib, rs, s.Spec)
			}
		}
	}
}

func checkSheetShown(t *testing.T, lib *evaluate.Library, rs *evaluate.RuleSet, of *evaluate.SheetSpec) {
	t.Helper()
	sheet, w := deepCopy(*of), &viewer{lib: lib, rs: rs}
	before := w.sheet(&sheet)
	m := &mutator{vocabulary: lib.Vocabulary, set: rs, visit: func(c change) {
		defer c.edit()()
		if reflect.DeepEqual(w.sheet(&sheet), before) {
			t.Errorf("%s: %s is shown as before", c.at, c)
		}
	}}
	m.sheet(&sheet)
}
