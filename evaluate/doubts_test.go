package evaluate

import (
	"slices"
	"testing"
)

// Two matters that cells contradict each other on may tell together though neither
// does alone; what changes nothing by any reading of the others is not asked about.
func TestDoubtsAreReadTogether(t *testing.T) {
	spec := sampleSpec()
	spec.Ladder[0].Needs = []RuleSpec{rule("EITHER", ConditionSpec{Any: []ConditionSpec{is("fixed", "yes"), is("relief", "yes")}})}
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	doubt := func(fact FactID, given, other string) Doubt {
		return Doubt{Fact: fact, Given: given, Other: other, Problem: Problem{Severity: Error, Code: "E326", Message: string(fact)}}
	}
	fixed, relief, excused := doubt("fixed", "yes", "no"), doubt("relief", "yes", "no"), doubt("excused", "no", "yes")
	decline := doubt("decline", "no", "yes")
	for _, c := range []struct {
		name     string
		doubts   []Doubt
		outcome  Outcome
		possible RankSet
		told     []string
	}{
		{"either alone", []Doubt{fixed}, Graded, RankSet(0).With(3), nil},
		{"the other alone", []Doubt{relief}, Graded, RankSet(0).With(3), nil},
		{"both: with neither a person looks at it", []Doubt{fixed, relief}, Undecided, upTo(3), []string{"fixed", "relief"}},
		{"both, and one that tells nothing", []Doubt{fixed, excused, relief}, Undecided, upTo(3), []string{"fixed", "relief"}},
		{"a bar, and what would except from it", []Doubt{excused, decline}, Undecided, RankSet(0).With(3).With(0), []string{"excused", "decline"}},
		{"settled meanwhile", []Doubt{fixed, doubt("relief", "no", "yes")}, Graded, RankSet(0).With(3), nil},
		{"more than are read together", slices.Repeat([]Doubt{fixed}, 7), Undecided, upTo(3), slices.Repeat([]string{"fixed"}, 7)},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := sampleInputs()
			in.Tree, _ = NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseBranch}})
			f := NewFrame(rs.Schema())
			fill(t, f, f.Append(Place{Source: -1}), perfect(map[string]string{"fixed": "yes", "relief": "yes", "excused": "no", "decline": "no"}))
			in.Populations = map[Kind]*Population{Member: {Frame: f, Subjects: []Subject{{ID: "s", Org: 1, Doubts: c.doubts}}}}
			r, _ := Grade(in, map[Kind]*RuleSet{Member: rs})
			got := r.Results[Member][0]
			var told []string
			for _, h := range got.Disputes {
				told = append(told, h.Problem.Message)
			}
			if got.Outcome != c.outcome || got.Possible != c.possible || !slices.Equal(told, c.told) {
				t.Errorf("%v, possible %v, told %v", got.Outcome, got.Possible.Ranks(), told)
			}
		})
	}
}
