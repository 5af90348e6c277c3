package evaluate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// twoCeilings is the sample set with a second ceiling on the same grade, over the
// whole campaign.
func twoCeilings(t *testing.T, rate string) *RuleSet {
	t.Helper()
	spec := sampleSpec()
	wide := spec.Caps[0]
	wide.ID, wide.Within, wide.By, wide.Uplift, wide.Rate = "WIDE", "campaign", "", nil, *num(rate)
	spec.Caps = append(spec.Caps, wide)
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	return rs
}

// Under two ceilings somebody is proposed once, and what the narrower lowers
// relieves the wider.
func TestProposalsOfTwoCeilings(t *testing.T) {
	rs := twoCeilings(t, "20%")
	people := []map[string]string{{"p1": "99", "similar": "a"}, {"p1": "95", "similar": "a"}, {"p1": "91", "similar": "b"}}
	for range 5 {
		people = append(people, map[string]string{"p1": "80", "similar": "a"})
	}
	r, _ := proposalReport(t, rs, inOrder(len(people)), people)
	pop := r.Inputs.Populations[Member]
	got := map[string]string{}
	for i := range r.Caps {
		f := &r.Caps[i]
		got[f.Cap.ID+" "+f.Group] = fmt.Sprint(f.Over.Min, ids(pop, f.Proposed), f.Relieved)
	}
	// In group a one of two may stay, in group b none; of all three one.
	want := map[string]string{"CAP a": "1 [s01] 0", "CAP b": "1 [s02] 0", "WIDE ": "2 [] 2"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Once everybody proposed is lowered no ceiling is exceeded; nobody is proposed
// twice or without need; and nobody weaker under the same ceiling could have been
// lowered instead.
func TestProposalsGoTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	exceeded, relieved := 0, 0
	for range 150 {
		rs := twoCeilings(t, []string{"5%", "15%", "20%", "30%"}[r.IntN(4)])
		var people []map[string]string
		for i := range 8 + r.IntN(25) {
			// points that all differ: the order of merit is total
			p := map[string]string{"p1": fmt.Sprint(70 + i/2), "similar": []string{"a", "b", "c"}[r.IntN(3)], "exceeded": fmt.Sprint(3 + i%2)}
			if r.IntN(2) == 0 {
				p["p1"] = fmt.Sprint(90 + i/4)
				p["exceeded"] = fmt.Sprint(3 + i%4)
			}
			people = append(people, p)
		}
		before, _ := proposalReport(t, rs, inOrder(len(people)), people)
		need := map[int][2]int{} // finding → lowered, needed
		lowered := map[int]bool{}
		for i := range before.Caps {
			f := &before.Caps[i]
			if f.Choose > 0 {
				t.Fatal("the order of merit is not total")
			}
			for _, row := range f.Proposed {
				if lowered[row] {
					t.Fatalf("s%02d is proposed twice", row)
				}
				lowered[row] = true
			}
		}
		count := func(f *CapFinding, of map[int]bool) (n int) {
			for _, row := range f.Candidates {
				if of[row] {
					n++
				}
			}
			return n
		}
		for i := range before.Caps {
			f := &before.Caps[i]
			need[i] = [2]int{count(f, lowered), f.Over.Min}
			if got := count(f, lowered); got != len(f.Proposed)+f.Relieved {
				t.Fatalf("%s: %d lowered, %d proposed and %d relieved", f.Cap.ID, got, len(f.Proposed), f.Relieved)
			}
			relieved += f.Relieved
			exceeded += min(1, f.Over.Min)
		}
		enough := func(of map[int]bool) bool {
			for i := range before.Caps {
				if f := &before.Caps[i]; count(f, of) < f.Over.Min {
					return false
				}
			}
			return true
		}
		if !enough(lowered) {
			t.Fatalf("a ceiling stays exceeded: %v", need)
		}
		for row := range lowered {
			without := map[int]bool{}
			for other := range lowered {
				without[other] = other != row
			}
			if enough(without) {
				t.Fatalf("s%02d is proposed without need", row)
			}
			for i := range before.Caps {
				f := &before.Caps[i]
				at := slices.Index(f.Candidates, row)
				if at < 0 {
					continue
				}
				for _, weaker := range f.Candidates[at+1:] {
					if lowered[weaker] {
						continue
					}
					without[weaker] = true
					if enough(without) {
						t.Fatalf("s%02d is proposed though s%02d is weaker", row, weaker)
					}
					delete(without, weaker)
				}
			}
		}
		// The law's own figures say the same once the grades are so.
		for i := range people {
			if lowered[i] {
				people[i]["branch"] = "good"
			}
		}
		after, _ := proposalReport(t, rs, inOrder(len(people)), people)
		for i := range after.Caps {
			if f := &after.Caps[i]; f.Over.Max > 0 {
				t.Fatalf("%s is still exceeded by %v", f.Cap.ID, f.Over)
			}
		}
	}
	if exceeded == 0 || relieved == 0 {
		t.Errorf("%d ceilings exceeded, %d relieved: nothing was proven", exceeded, relieved)
	}
}
