package evaluate

import (
	"slices"
	"testing"
)

// The base of a vote matters where the votes carry what was proposed, or a grade
// below it, on one number of those summoned and not on the other.
func TestBaseMatters(t *testing.T) {
	rs := votingSet(t, func(*RuleSetSpec) {})
	if rs.SummonedBases() != nil {
		t.Fatal("figures that no branch supplies are compared")
	}
	at, _ := rs.schema.Index("b_summoned")
	rs.schema.Facts[at].Supplier = SupplyBranch
	if got := rs.SummonedBases(); !slices.Equal(got, []int{at}) {
		t.Fatalf("bases %v, want %d", got, at)
	}
	for _, c := range []struct {
		facts map[string]string
		other int64
		want  bool
	}{
		{map[string]string{"b_summoned": "10"}, 20, true},                                     // 6 of 10, and not of 20
		{map[string]string{"b_summoned": "20"}, 40, false},                                    // of neither
		{map[string]string{"b_summoned": "10", "b_excellent": "10", "b_good": "7"}, 16, true}, // excellent of both, good of one: the rules may give less
		{map[string]string{"b_summoned": "10", "branch": "good", "b_good": "7"}, 14, true},    // 8 needed of 14
		{map[string]string{"b_summoned": "10", "branch": "good", "b_good": "7"}, 13, false},   // 7 needed; excellent is not proposed
		{map[string]string{"b_summoned": "10", "branch": "completed"}, 20, false},             // no majority is asked for
		{map[string]string{"b_summoned": "10", "b_excellent": ""}, 20, true},                  // what is open on one may be settled on the other
	} {
		f, _ := voted(t, rs, meeting(c.facts))
		if got := rs.BaseMatters(f, 0, at, Int(c.other)); got != c.want {
			t.Errorf("%v against %d: %v", c.facts, c.other, got)
		}
		if v := f.Value(0, at).Number(); v.String() != c.facts["b_summoned"] {
			t.Errorf("the figure was changed to %s", v)
		}
	}
}
