package evaluate

import (
	"slices"
	"testing"
)

// Where another subject's grade may stand for a blank fact, what every value of it
// leads to stands, and nothing else is listed.
func TestWorldsOfAGivenFact(t *testing.T) {
	const k, good, xs = RankSet(1), RankSet(4), RankSet(8)
	sample := sampleVocabulary(t)
	facts := slices.Concat(sample.Schema(Member).Facts, sample.Schema(Organization).Facts)
	for i := range facts {
		if facts[i].ID == "state" {
			facts[i] = stateFact()
		}
	}
	v, ps := NewVocabulary(facts, nil)
	failOn(t, ps)
	spec := sampleSpec()
	atLeast := func(grade string) ConditionSpec {
		return ConditionSpec{Fact: "state", Compare: &Comparison{Op: OpAtLeast, Values: []string{grade}}}
	}
	given := ConditionSpec{Fact: "state", Compare: &Comparison{Op: OpGiven}}
	spec.Bars = append(spec.Bars, BarSpec{RuleSpec: rule("STATE", ConditionSpec{All: []ConditionSpec{given, is("state", "not_completed")}}), CountsAs: "state"})
	spec.Ladder[0].Needs = append(spec.Ladder[0].Needs, rule("XS-STATE", ConditionSpec{Any: []ConditionSpec{{Not: &given}, atLeast("excellent")}}))
	rs, ps := NewRuleSet(spec, sampleSheets(), v, nil)
	failOn(t, ps)
	perhaps := func(ranks RankSet) RelatedSubject {
		r := fellow(ranks, false, false)
		r.Perhaps = true
		return r
	}
	for _, c := range []struct {
		name     string
		of       []RelatedSubject
		outcome  Outcome
		rank     Rank
		possible RankSet
	}{
		{"nobody", nil, Graded, 3, 0},
		{"he, good", []RelatedSubject{fellow(good, false, false)}, Review, NoRank, 0},
		{"perhaps he, excellent", []RelatedSubject{perhaps(xs)}, Graded, 3, 0},
		{"perhaps he, failed", []RelatedSubject{perhaps(k)}, Undecided, NoRank, xs | k},
		{"he, excellent or failed", []RelatedSubject{fellow(xs|k, false, false)}, Undecided, NoRank, xs | k},
		{"he, excellent unless not rated", []RelatedSubject{fellow(xs, true, false)}, Graded, 3, 0},
		{"one of two, both excellent", []RelatedSubject{perhaps(xs), perhaps(xs)}, Graded, 3, 0},
		{"one of two", []RelatedSubject{perhaps(xs), perhaps(k)}, Undecided, NoRank, xs | k},
	} {
		f := NewFrame(rs.Schema())
		row := f.Append(Place{Source: -1})
		fill(t, f, row, perfect(nil))
		w := rs.Decide(f, row, sampleInputs(), func(Relation) []RelatedSubject { return c.of })
		if w.Outcome != c.outcome || w.Rank != c.rank || c.possible != 0 && w.Possible != c.possible {
			t.Errorf("%s: %v %v, possible %b", c.name, w.Outcome, w.Rank, w.Possible)
		}
	}
}
