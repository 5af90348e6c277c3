package evaluate

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What is not known makes nobody the weakest: those equal by all earlier criteria
// share one place from the criterion on that is not known of one of them.
func TestMeritUnknownDoesNotOrder(t *testing.T) {
	rs := sampleSet(t)
	counted := func(points, exceeded string) map[string]string {
		return map[string]string{"p1": points, "exceeded": exceeded}
	}
	stated := func(points string) map[string]string {
		return map[string]string{"p1": points, "exceeded": "", "statement": "exceeded"}
	}
	decided := func(m map[string]string) map[string]string {
		m["decision"], m["reason"] = "excellent", "x"
		return m
	}
	good := counted("80", "3")
	for _, c := range []struct {
		name           string
		people         []map[string]string // followed by five good: one is allowed
		order          string              // candidates with their places, "?" for tied by what is unknown
		proposed, tied []string
		choose         int
	}{
		{"equal points, one count unknown", []map[string]string{counted("93.25", "3"), stated("93.25")}, "1?s00 1?s01", nil, []string{"s00", "s01"}, 1},
		{"the known one first or last alike", []map[string]string{stated("93.25"), counted("93.25", "3")}, "1?s00 1?s01", nil, []string{"s00", "s01"}, 1},
		{"both unknown", []map[string]string{stated("93.25"), stated("93.25")}, "1?s00 1?s01", nil, []string{"s00", "s01"}, 1},
		{"points tell before the count is asked", []map[string]string{stated("95"), counted("93.25", "9")}, "1s00 2s01", []string{"s01"}, nil, 0},
		{"three known counts are not told apart beside an unknown one", []map[string]string{counted("95", "9"), counted("95", "3"), counted("95", "4"), stated("95")},
			"1?s00 1?s01 1?s02 1?s03", nil, []string{"s00", "s01", "s02", "s03"}, 3},
		{"only those equal before it", []map[string]string{counted("99", "3"), counted("99", "4"), stated("95"), counted("95", "4"), counted("91", "3")},
			"1s01 2s00 3?s02 3?s03 5s04", []string{"s00", "s02", "s03", "s04"}, nil, 0},
		{"equal in all", []map[string]string{counted("95", "3"), counted("95", "3")}, "1s00 1s01", nil, []string{"s00", "s01"}, 1},
		{"what is unknown of the decided ties nobody", []map[string]string{decided(stated("95")), counted("95", "4"), counted("95", "3")},
			"1s01 2s02 0?s00", []string{"s01", "s02"}, nil, 0},
		{"nor of the only one not decided", []map[string]string{decided(counted("95", "4")), stated("95")}, "1s00 0?s01", []string{"s01"}, nil, 0},
	} {
		people := append(slices.Clone(c.people), slices.Repeat([]map[string]string{good}, 5)...)
		order := inOrder(len(people))
		for range 2 {
			r, _ := proposalReport(t, rs, order, people)
			f, pop := r.Caps[0], r.Inputs.Populations[Member]
			var got []string
			for i, row := range f.Candidates {
				at := f.Merit[i]
				got = append(got, fmt.Sprint(at.Place)+map[bool]string{true: "?"}[at.Unknown != nil]+pop.Subjects[row].ID)
			}
			if text := strings.Join(got, " "); text != c.order {
				t.Errorf("%s: %s, want %s", c.name, text, c.order)
			}
			if !slices.Equal(ids(pop, f.Proposed), c.proposed) || !slices.Equal(ids(pop, f.Tied), c.tied) || f.Choose != c.choose {
				t.Errorf("%s: proposed %v tied %v choose %d", c.name, ids(pop, f.Proposed), ids(pop, f.Tied), f.Choose)
			}
			if (f.TiedBy != nil) != (c.choose > 0 && strings.Contains(c.order, "?")) {
				t.Errorf("%s: tied by %v", c.name, f.TiedBy)
			}
			slices.Reverse(order)
		}
	}
}

// A criterion after the unknown one is not asked, and one where less is better is
// not turned round.
func TestMeritStopsAtTheUnknown(t *testing.T) {
	spec := sampleSpec()
	spec.Caps[0].Merit = []MeritKey{{Fact: "exceeded", Ascending: true}, {Score: true}}
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	people := []map[string]string{{"p1": "99", "exceeded": "3"}, {"p1": "91", "exceeded": "", "statement": "exceeded"}, {"p1": "80"}, {"p1": "80"}, {"p1": "80"}, {"p1": "80"}, {"p1": "80"}}
	r, _ := proposalReport(t, rs, inOrder(len(people)), people)
	if f := r.Caps[0]; len(f.Proposed) != 0 || len(f.Tied) != 2 || f.Choose != 1 || f.TiedBy != &f.Cap.Merit[0] {
		t.Errorf("proposed %v tied %v choose %d by %v", f.Proposed, f.Tied, f.Choose, f.TiedBy)
	}
	people[1]["exceeded"] = "4"
	r, _ = proposalReport(t, rs, inOrder(len(people)), people)
	if f := r.Caps[0]; !slices.Equal(f.Proposed, []int{1}) || f.Choose != 0 {
		t.Errorf("both known: proposed %v tied %v", f.Proposed, f.Tied)
	}
}
