package campaign

import (
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// A code is read as a new one only where nobody else's report can bear either.
func TestRenamed(t *testing.T) {
	founded, before := evaluate.Date{Year: 2025, Month: 7, Day: 1}, evaluate.Date{Year: 2020, Month: 7, Day: 1}
	branch := func(code string, on evaluate.Date, from ...string) evaluate.Org {
		return evaluate.Org{Code: code, Name: "Chi bộ " + code, Parent: "XA", Level: evaluate.BaseBranch, Founded: on, Predecessors: from}
	}
	for name, c := range map[string]struct {
		orgs []evaluate.Org
		now  string
	}{
		"a new code":                      {[]evaluate.Org{branch("N", founded, "OLD")}, "N"},
		"the old one is on the list":      {[]evaluate.Org{branch("N", founded, "OLD"), branch("OLD", before)}, ""},
		"merged with another":             {[]evaluate.Org{branch("N", founded, "OLD", "OTHER")}, ""},
		"merged into an older one":        {[]evaluate.Org{branch("N", before, "OLD")}, ""},
		"divided":                         {[]evaluate.Org{branch("N", founded, "OLD"), branch("M", founded, "OLD")}, ""},
		"the new code was another's once": {[]evaluate.Org{branch("N", founded, "OLD"), branch("M", before, "N")}, ""},
	} {
		tree, _ := evaluate.NewTree(append([]evaluate.Org{{Code: "XA", Name: "Xã", Level: evaluate.CommitteeLevel}}, c.orgs...))
		a := newAssembly(&Campaign{Library: library(t), terms: terms{period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}}, now: time.Now}, tree, nil, nil)
		if now, ok := a.renamed("OLD"); now != c.now && ok || ok != (c.now != "") {
			t.Errorf("%s: %q, %v", name, now, ok)
		}
	}
}
