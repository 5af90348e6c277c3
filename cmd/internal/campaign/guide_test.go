package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A guide names the sheet of members only where the campaign has one.
func TestGuideNamesNoSheetThatIsNotThere(t *testing.T) {
	lib := library(t)
	for _, members := range []bool{true, false} {
		a := officeOf(t, lib, communeBodies())
		if !members {
			delete(a.sets, evaluate.Member)
		}
		m, err := newTemplateMaker(a, named{})
		if err != nil {
			t.Fatal(err)
		}
		org, _ := m.tree.Index("XA")
		said := false
		for _, section := range m.spec(org).Guide {
			said = said || strings.Contains(strings.Join(section.Lines, " "), "trang “"+sheetTitle(evaluate.Member)+"”")
		}
		if said != members {
			t.Errorf("members graded %v, their sheet named %v", members, said)
		}
	}
}
