package evaluate

import (
	"fmt"
	"maps"
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

// Once everybody proposed is lowered, and so many of the tied as must be, whichever
// they are, no ceiling is exceeded; nobody is proposed twice or without need; and
// nobody weaker under the same ceiling could have been lowered instead. That holds
// where the order of merit is total, and where criteria are not known of some.
func TestProposalsGoTogether(t *testing.T) {
	for _, c := range []struct {
		name    string
		unknown bool
	}{{"total", false}, {"unknown", true}} {
		t.Run(c.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(31, 32))
			seen := jointSeen{}
			for range 150 {
				rs := twoCeilings(t, []string{"5%", "15%", "20%", "30%"}[r.IntN(4)])
				seen.check(t, r, rs, jointPeople(r, c.unknown))
			}
			if seen.exceeded == 0 || seen.relieved == 0 || (seen.tied > 0) != c.unknown || (seen.unknown > 0) != c.unknown {
				t.Errorf("%+v: nothing was proven", seen)
			}
		})
	}
}

// jointPeople differ all in points or count, unless counts may be unknown.
func jointPeople(r *rand.Rand, unknown bool) []map[string]string {
	var people []map[string]string
	for i := range 8 + r.IntN(25) {
		p := map[string]string{"p1": fmt.Sprint(70 + i/2), "similar": []string{"a", "b", "c"}[r.IntN(3)], "exceeded": fmt.Sprint(3 + i%2)}
		if r.IntN(2) == 0 {
			p["p1"] = fmt.Sprint(90 + i/4)
			p["exceeded"] = fmt.Sprint(3 + i%4)
		}
		if unknown && r.IntN(4) == 0 {
			p["exceeded"], p["statement"] = "", "exceeded"
		}
		people = append(people, p)
	}
	return people
}

// jointSeen counts what the trials came across.
type jointSeen struct{ exceeded, relieved, tied, unknown int }

// check holds the proposals of one group of people against what they promise.
func (s *jointSeen) check(t *testing.T, r *rand.Rand, rs *RuleSet, people []map[string]string) {
	t.Helper()
	before, _ := proposalReport(t, rs, inOrder(len(people)), people)
	proposed := map[int]bool{}
	for i := range before.Caps {
		f := &before.Caps[i]
		for _, row := range f.Proposed {
			if proposed[row] {
				t.Fatalf("s%02d is proposed twice", row)
			}
			proposed[row] = true
		}
		s.exceeded, s.relieved, s.tied = s.exceeded+min(1, f.Over.Min), s.relieved+f.Relieved, s.tied+f.Choose
		if f.TiedBy != nil {
			s.unknown++
		}
		if (f.Choose == 0) != (len(f.Tied) == 0) || f.Choose > 0 && f.Choose >= len(f.Tied) {
			t.Fatalf("%s: choose %d of %d", f.Cap.ID, f.Choose, len(f.Tied))
		}
	}
	needed := map[int]bool{} // of those proposed, under some choice of the tied
	for range 8 {
		lowered := maps.Clone(proposed)
		for i := range before.Caps {
			f := &before.Caps[i]
			for _, at := range r.Perm(len(f.Tied))[:f.Choose] {
				lowered[f.Tied[at]] = true
			}
		}
		for i := range before.Caps {
			f := &before.Caps[i]
			if got := countLowered(f, lowered); got < f.Over.Min || got < len(f.Proposed)+f.Choose+f.Relieved {
				t.Fatalf("%s: %d lowered of %d; proposed %v, tied %v choose %d, relieved %d", f.Cap.ID, got, f.Over.Min, f.Proposed, f.Tied, f.Choose, f.Relieved)
			}
		}
		for row := range proposed {
			without := maps.Clone(lowered)
			delete(without, row)
			if !enoughLowered(before, without) {
				needed[row] = true
			}
			respectsMerit(t, before, row, without)
		}
		stillExceeded(t, rs, people, lowered)
	}
	for row := range proposed {
		if !needed[row] {
			t.Fatalf("s%02d is proposed without need", row)
		}
	}
}

func countLowered(f *CapFinding, of map[int]bool) (n int) {
	for _, row := range f.Candidates {
		if of[row] {
			n++
		}
	}
	return n
}

func enoughLowered(r *Report, of map[int]bool) bool {
	for i := range r.Caps {
		if f := &r.Caps[i]; countLowered(f, of) < f.Over.Min {
			return false
		}
	}
	return true
}

// respectsMerit: nobody whom the order puts behind somebody proposed, and who stays,
// would have done in his place.
func respectsMerit(t *testing.T, r *Report, row int, without map[int]bool) {
	t.Helper()
	for i := range r.Caps {
		f := &r.Caps[i]
		at := slices.Index(f.Candidates, row)
		if at < 0 {
			continue
		}
		for k, weaker := range f.Candidates {
			if f.Merit[k].Place <= f.Merit[at].Place || without[weaker] {
				continue
			}
			without[weaker] = true
			if enoughLowered(r, without) {
				t.Fatalf("s%02d is proposed though s%02d is weaker", row, weaker)
			}
			delete(without, weaker)
		}
	}
}

// stillExceeded: the law's own figures say the same once the grades are so.
func stillExceeded(t *testing.T, rs *RuleSet, people []map[string]string, lowered map[int]bool) {
	t.Helper()
	lower := make([]map[string]string, len(people))
	for i := range people {
		lower[i] = maps.Clone(people[i])
		if lowered[i] {
			lower[i]["branch"] = "good"
		}
	}
	after, _ := proposalReport(t, rs, inOrder(len(lower)), lower)
	for i := range after.Caps {
		if f := &after.Caps[i]; f.Over.Max > 0 {
			t.Fatalf("%s is still exceeded by %v", f.Cap.ID, f.Over)
		}
	}
}
