package demo

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// People read the groups of similar position: no group is called by a code.
func TestWorld_groupsAreWords(t *testing.T) {
	seen := 0
	for _, p := range []evaluate.Period{year(2022), year(2025)} {
		for _, s := range mustWorld(t, Options{Period: p}).described() {
			group, ok := s.frame.Schema.Index("cap_group")
			if !ok {
				continue
			}
			for row := range s.frame.Len() {
				name := s.frame.Text(row, group)
				if name == "" {
					continue
				}
				seen++
				for i := range s.frame.Schema.Facts {
					if c, ok := s.frame.Schema.Facts[i].CodeIndex(name); ok && s.frame.Schema.Facts[i].Choices[c].Label != name && !strings.ContainsRune(name, ' ') {
						t.Fatalf("%s: a group is called %q, a code of %s", p, name, s.frame.Schema.Facts[i].ID)
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Fatal("no group is named")
	}
}
