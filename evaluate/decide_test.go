package evaluate

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a walk or result in one comparable line.
func show(rs *RuleSet, o Outcome, r Rank, possible RankSet, suggested Rank) string {
	ids := func(set RankSet) string {
		var out []string
		for _, r := range set.Ranks() {
			out = append(out, rs.Spec.Scale.Rung(r).ID)
		}
		return strings.Join(out, ",")
	}
	switch o {
	case Graded:
		return rs.Spec.Scale.Rung(r).ID
	case Review:
		return fmt.Sprintf("review(%s)", rs.Spec.Scale.Rung(suggested).ID)
	case NotRated:
		return "not_rated"
	}
	return "undecided(" + ids(possible) + ")"
}

func TestDecide(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  string
	}{
		{"everything met", nil, "excellent"},
		{"exactly 30% exceeded", map[string]string{"exceeded": "3"}, "excellent"},
		{"lower end of the band is inside", map[string]string{"p1": "90"}, "excellent"},
		{"just below the band", map[string]string{"p1": "89.5"}, "good"},
		{"points suffice, a condition fails", map[string]string{"exceeded": "2"}, "review(good)"},
		{"no rung matches and none is suggested", map[string]string{"p1": "60", "late": "3"}, "review()"},
		{"band top is ignored by suggestions only", map[string]string{"p1": "92", "late": "2", "exceeded": "5"}, "review(completed)"},
		{"lowest band", map[string]string{"p1": "49.5"}, "not_completed"},
		{"not applicable counts as met", map[string]string{"fixed": "na"}, "excellent"},
		{"unknown that can change the grade", map[string]string{"fixed": ""}, "undecided(excellent,good,completed,not_completed)"},
		{"unknown that cannot", map[string]string{"fixed": "", "p1": "80"}, "good"},
		{"blank points cannot matter under a bar", map[string]string{"p1": "", "decline": "yes"}, "not_completed"},
		{"bar", map[string]string{"decline": "yes"}, "not_completed"},
		{"exception established", map[string]string{"decline": "yes", "excused": "yes"}, "excellent"},
		{"relief claimed", map[string]string{"decline": "yes", "relief": "yes"}, "review()"},
		{"relief without a bar", map[string]string{"relief": "yes"}, "excellent"},
		{"exempt", map[string]string{"exempt": "yes", "p1": ""}, "not_rated"},
		{"admitted one day less than six months ago", map[string]string{"admitted": "2025-07-01"}, "not_rated"},
		{"admitted six months ago to the day", map[string]string{"admitted": "2025-06-30"}, "excellent"},
		{"bound", map[string]string{"sick": "3"}, "completed"},
		{"bound applies to a suggestion", map[string]string{"sick": "3", "exceeded": "2"}, "review(completed)"},
		{"bound unknown", map[string]string{"sick": ""}, "undecided(excellent,completed)"},
		{"bound unknown, grade below it anyway", map[string]string{"sick": "", "p1": "55"}, "completed"},
		{"statement instead of counts", map[string]string{"assigned": "", "done": "", "late": "", "exceeded": "", "statement": "exceeded"}, "excellent"},
		{"statement says less", map[string]string{"assigned": "", "done": "", "late": "", "exceeded": "", "statement": "on_time", "p1": "75"}, "good"},
		{"nothing was assigned", map[string]string{"assigned": "0", "done": "0", "exceeded": "0"}, "undecided(excellent,good,completed,not_completed)"},
		{"scope of a condition", map[string]string{"outside": "yes", "p1": "25", "p2": "30", "late": "5"}, "completed"},
		{"blank points across one band edge", map[string]string{"outside": "yes", "p1": "", "p2": "70", "late": "0"}, "undecided(excellent,good)"},
		{"partly blank points inside one band", map[string]string{"outside": "yes", "p1": "", "p2": "30", "late": "0"}, "undecided(completed,not_completed)"},
		{"date unknown", map[string]string{"admitted": ""}, "undecided(excellent)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(rs.Schema())
			f.Append(Place{Source: -1})
			fill(t, f, 0, perfect(c.facts))
			w := rs.Decide(f, 0, sampleInputs(), nil)
			if got := show(rs, w.Outcome, w.Rank, w.Possible, w.Suggested); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestSettle(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  string
		flags string
	}{
		{"self-grade never lowers", map[string]string{"self": "good"}, "excellent", ""},
		{"lower proposal stands", map[string]string{"branch": "good"}, "good", ""},
		{"highest level that has spoken counts", map[string]string{"branch": "good", "base": "excellent"}, "excellent", ""},
		{"above is flagged", map[string]string{"p1": "75", "branch": "excellent"}, "good", "above"},
		{"lowest proposed without bar", map[string]string{"branch": "not_completed"}, "review()", ""},
		{"lowest proposed and computed", map[string]string{"branch": "not_completed", "p1": "10"}, "not_completed", ""},
		{"proposal leaves one outcome", map[string]string{"sick": "", "branch": "completed"}, "completed", ""},
		{"two places differ", map[string]string{"branch": "excellent", "elsewhere": "good"}, "review()", ""},
		{"two places agree", map[string]string{"branch": "good", "elsewhere": "good"}, "good", ""},
		{"a higher proposal does not settle two places", map[string]string{"branch": "excellent", "elsewhere": "good", "base": "excellent"}, "review()", ""},
		{"a decision settles two places", map[string]string{"branch": "excellent", "elsewhere": "good", "base": "excellent", "decision": "excellent"}, "excellent", ""},
		{"decision where nothing could be computed needs a reason", map[string]string{"assigned": "0", "done": "0", "exceeded": "0", "decision": "excellent"}, "excellent", "reason"},
		{"decision with a reason where nothing could be computed", map[string]string{"assigned": "0", "done": "0", "exceeded": "0", "decision": "excellent", "reason": "x"}, "excellent", ""},
		{"decision that is the one outcome a proposal leaves", map[string]string{"sick": "", "branch": "completed", "decision": "completed"}, "completed", ""},
		{"decision stands above all", map[string]string{"branch": "good", "decision": "completed", "reason": "biểu quyết"}, "completed", ""},
		{"decision that differs needs a reason", map[string]string{"decision": "completed"}, "completed", "reason"},
		{"decision that is the lower proposal needs none", map[string]string{"branch": "good", "decision": "good"}, "good", ""},
		{"decision below the lower proposal needs one", map[string]string{"branch": "good", "decision": "completed"}, "completed", "reason"},
		{"decision that agrees needs none", map[string]string{"decision": "excellent"}, "excellent", ""},
		{"decision above a bar needs relief", map[string]string{"decline": "yes", "decision": "good", "reason": "x"}, "good", "relief"},
		{"relief recorded", map[string]string{"decline": "yes", "decision": "good", "reason": "x", "granted": "yes"}, "good", ""},
		{"decision settles a review", map[string]string{"exceeded": "2", "decision": "good"}, "good", ""},
		{"decision against the suggestion", map[string]string{"exceeded": "2", "decision": "completed"}, "completed", "reason"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(rs.Schema())
			f.Append(Place{Source: -1})
			fill(t, f, 0, perfect(c.facts))
			r := rs.Settle(rs.Decide(f, 0, sampleInputs(), nil), f, 0)
			flags := ""
			for name, on := range map[string]bool{"above": r.Above, "reason": r.NeedsReason, "relief": r.NeedsRelief} {
				if on {
					flags += name
				}
			}
			if got := show(rs, r.Outcome, r.Rank, r.Possible, NoRank); got != c.want || flags != c.flags {
				t.Errorf("got %s [%s], want %s [%s]", got, flags, c.want, c.flags)
			}
		})
	}
}

// What a reason is wanted for is said as it is: of somebody a person had to look at
// nothing was computed.
func TestReasonLackingForWhat(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		facts map[string]string
		want  string
	}{
		{map[string]string{"decision": "completed"}, "khác với mức tính được"},
		{map[string]string{"exceeded": "2", "decision": "completed"}, "khác với mức gợi ý"},
		{map[string]string{"decline": "yes", "relief": "yes", "decision": "good"}, "mức chưa tính được, mà quyết định chưa ghi lý do"},
		{map[string]string{"assigned": "0", "done": "0", "exceeded": "0", "decision": "good"}, "chưa tính được mức (thiếu dữ liệu"},
	} {
		_, ps := proposalReport(t, rs, []int{0}, []map[string]string{c.facts})
		said := ""
		for _, p := range ps {
			if p.Code == codeNoReason {
				said = p.Message
			}
		}
		if !strings.Contains(said, c.want) {
			t.Errorf("%v: %q", c.facts, said)
		}
	}
}

func TestCheckRow(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  string
	}{
		{"clean", nil, ""},
		{"more than the maximum of the own sheet", map[string]string{"outside": "yes", "p1": "31", "p2": "60"}, "E310"},
		{"a line the own sheet does not have", map[string]string{"p2": "5"}, "E311"},
		{"counts against statement", map[string]string{"statement": "late"}, "E320"},
		{"more done than assigned", map[string]string{"done": "11"}, "E321"},
		{"points of somebody who is not graded", map[string]string{"exempt": "yes"}, "E325"},
		{"not graded for a day of the run", map[string]string{"admitted": "2025-12-01"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(rs.Schema())
			f.Append(Place{Source: f.AddSource(SourceSheet{File: "a.xlsx", Sheet: "S", Columns: columns(len(rs.Schema().Facts))}), Row: 9})
			fill(t, f, 0, perfect(c.facts))
			got := ""
			for _, p := range rs.CheckRow(f, 0) {
				got += string(p.Code)
				if p.At.Cell == "" {
					t.Errorf("%s has no cell", p.Code)
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func columns(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i + 1)
	}
	return out
}

// A lowest rung without points or conditions of its own takes nobody by itself:
// what happens where nothing matched is for the fall-through to say.
func TestBareLowestRungIsLeftToTheFallThrough(t *testing.T) {
	for to, want := range map[FallThrough]Outcome{FallLowest: Graded, FallReview: Review, FallStepDown: Review} {
		spec := sampleSpec()
		spec.FallThrough = to
		for i := range spec.Ladder {
			spec.Ladder[i].Band = nil
		}
		last := len(spec.Ladder) - 1
		spec.Ladder[last].Needs = nil
		for i := range last {
			never := spec.Ladder[0].Needs[0]
			never.ID = string(rune('a' + i))
			never.When = ConditionSpec{Fact: "fixed", Compare: &Comparison{Op: OpEquals, Values: []string{"yes"}}}
			spec.Ladder[i].Needs = append([]RuleSpec{never}, spec.Ladder[i].Needs...)
		}
		rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
		for _, p := range ps {
			if p.Severity == Error && p.Code != "R249" { // every rung but the last asks the same here
				t.Fatal(p)
			}
		}
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, perfect(map[string]string{"fixed": "no"}))
		if w := rs.Decide(f, 0, sampleInputs(), nil); w.Outcome != want || want == Graded && w.Rank != 0 {
			t.Errorf("%s: %v %v, want %v", to, w.Outcome, w.Rank, want)
		}
	}
}

// A review in which no grade's conditions hold is left with the least grade that the
// points reach and the lowest, between which the texts say nothing, and with better ones
// only as far as they lack what the least lacks, too.
func TestGradesLeftToAReviewWithoutASuggestion(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		facts map[string]string
		want  RankSet
	}{
		{map[string]string{"p1": "95", "late": "3"}, upTo(1)},
		{map[string]string{"p1": "75", "late": "3"}, upTo(1)},
		{map[string]string{"p1": "60", "late": "3"}, upTo(1)},
	} {
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, perfect(c.facts))
		w := rs.Decide(f, 0, sampleInputs(), nil)
		if w.Outcome != Review || w.Suggested != NoRank || w.Possible != c.want {
			t.Errorf("%v: %v suggested %v possible %v, want %v", c.facts, w.Outcome, w.Suggested, w.Possible, c.want)
		}
	}
}
