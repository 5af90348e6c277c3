package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// In a quarter nobody grades members or organizations: the summary writes no forms of
// zeros about them, and no chart.
func TestFormsOfKindsThatNobodyGradesAreNotWritten(t *testing.T) {
	lib := library(t)
	for _, c := range []struct {
		sets []evaluate.Kind
		want int
	}{{[]evaluate.Kind{evaluate.Leader, evaluate.Staff}, 0}, {[]evaluate.Kind{evaluate.Member}, 1}, {[]evaluate.Kind{evaluate.Member, evaluate.Organization}, 2}} {
		sets := map[evaluate.Kind]*evaluate.RuleSet{}
		for _, k := range c.sets {
			sets[k] = &evaluate.RuleSet{}
		}
		if got := formsOf(lib.Forms, sets); len(got) != c.want {
			t.Errorf("%v: %d forms", c.sets, len(got))
		}
	}
}

// A month has sets of local offices alone: which kinds they grade, and that they must be
// named, is the way out.
func TestAPeriodOfLocalSetsAloneNamesThem(t *testing.T) {
	lib := library(t)
	month, _ := evaluate.ParsePeriod("2018-06")
	camp := &Campaign{Library: lib, Folder: Folder{Root: t.TempDir()}, Config: Config{Period: "2018-06"}, terms: terms{period: month, reference: month.Last()}}
	_, err := camp.sets(nil)
	p := ProblemOf(err)
	if p.Code != "C922" || !strings.Contains(p.Hint, "kinds: [") || !strings.Contains(p.Hint, "leader: ") || !strings.Contains(p.Hint, "leader]") && !strings.Contains(p.Hint, "leader,") {
		t.Errorf("%s %s\n%s", p.Code, p.Message, p.Hint)
	}
}
