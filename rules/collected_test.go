package rules

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What the organizations' set of 366 counts over members and attached
// organizations, and what the members' ceiling asks of organizations, stands in
// the workbooks about them.
func TestFactsCountedElsewhereAreCollected(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	sets := map[evaluate.Kind]*evaluate.RuleSet{}
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Organization} {
		rs, err := lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: k, Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}})
		if err != nil {
			t.Fatal(err)
		}
		sets[k] = rs
	}
	for _, c := range []struct {
		kind  evaluate.Kind
		fact  evaluate.FactID
		alone bool // the kind's own set asks for it too
	}{
		{evaluate.Member, "discipline_elsewhere", false},
		{evaluate.Member, "discipline", true},
		{evaluate.Organization, "org_disciplined", true},
		{evaluate.Organization, "cap_uplift_decision", false},
	} {
		i, ok := sets[c.kind].Schema().Index(c.fact)
		if !ok || !slices.Contains(evaluate.FactsCollected(sets, c.kind), i) {
			t.Errorf("%s of %s is not collected", c.fact, c.kind)
		}
		if slices.Contains(sets[c.kind].FactsUsed(), i) != c.alone {
			t.Errorf("%s of %s: used by its own set should be %v", c.fact, c.kind, c.alone)
		}
	}
}

// A decision that lifts a ceiling was made for somebody: no two kinds of subject
// share the cell for its number, and no set follows a cell of others.
func TestEachKindHasItsOwnUplift(t *testing.T) {
	lib, _ := Load(nil, Builtin())
	whose := map[evaluate.FactID]*evaluate.RuleSet{}
	for _, rs := range lib.Current(lib.Sets) {
		for _, c := range rs.Spec.Caps {
			if c.Uplift == nil {
				continue
			}
			by := c.Uplift.GrantedBy
			if first := whose[by]; first == nil {
				whose[by] = rs
			} else if first.Spec.Kind != rs.Spec.Kind {
				t.Errorf("%s lifts a ceiling of %s and one of %s", by, first.Ref(), rs.Ref())
			}
		}
	}
	if len(whose) < 6 {
		t.Errorf("only %d kinds have a ceiling that a decision lifts", len(whose))
	}
}
