package evaluate

import (
	"strings"
	"testing"
)

// Decisions that contradict each other leave the choice between their grades to a
// person, whatever else is asked about the subject; any other question leaves
// every grade open.
func TestStand_contradictingDecisions(t *testing.T) {
	rs := sampleSet(t)
	at := func(cell string) Origin { return Origin{File: "a.xlsx", Sheet: "Đảng viên", Cell: cell} }
	other := Hold{Problem: Problem{Code: "E345", Message: "ai?"}}
	contest := func(cell, here, there string) Hold {
		return Hold{Problem: Problem{Code: "E363", Message: "khác nhau", At: at(cell), Related: []Related{{At: at("P9")}}}, Decided: []string{here, there}}
	}
	for _, c := range []struct {
		name     string
		facts    map[string]string
		holds    []Hold
		outcome  Outcome
		possible RankSet
		key      string
	}{
		{"two decisions", nil, []Hold{contest("P8", "good", "not_completed")}, Review, RankSet(0).With(0).With(2), "member/conflict/decisions/"},
		{"a question beside them", nil, []Hold{other, contest("P8", "good", "not_completed")}, Review, RankSet(0).With(0).With(2), "member/conflict/decisions/"},
		{"three decisions", nil, []Hold{contest("P8", "good", "excellent"), contest("P7", "completed", "excellent")}, Review, RankSet(0).With(1).With(2).With(3), "member/conflict/decisions/"},
		{"one grade, two answers on the relief", nil, []Hold{contest("Q8", "good", "good")}, Review, RankSet(0).With(2), "member/conflict/decisions/"},
		{"not rated by the rules", map[string]string{"exempt": "yes"}, []Hold{contest("P8", "good", "completed")}, Review, RankSet(0).With(1).With(2), "member/conflict/decisions/"},
		{"under review by the rules too", map[string]string{"exceeded": "2"}, []Hold{contest("P8", "good", "completed")}, Review, RankSet(0).With(1).With(2), "member/conflict/decisions/"},
		{"another question alone", nil, []Hold{other}, Undecided, upTo(3), ""},
	} {
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, perfect(c.facts))
		r := rs.stand(rs.undecided(rs.Decide(f, 0, sampleInputs(), nil), f, 0), f, 0, &Subject{Holds: c.holds}, nil)
		if r.Outcome != c.outcome || r.Possible != c.possible || r.ReviewKey() != c.key || r.MayBeNone != (c.key == "") {
			t.Errorf("%s: %v, possible %v, key %q, may be none %v", c.name, r.Outcome, r.Possible.Ranks(), r.ReviewKey(), r.MayBeNone)
		}
	}
}

// A group's decision on somebody who has left the group waits between its grade and
// what stands without it, and so does one that was made under another id; where both
// are one grade nobody is asked.
func TestStand_lapsedDecisions(t *testing.T) {
	rs := sampleSet(t)
	moved := Hold{Problem: Problem{Code: CodeSubjectGone, Message: "mã khác"}, Decided: []string{"completed"}, Lapsed: true}
	for _, c := range []struct {
		name     string
		facts    map[string]string
		decision string
		under    []string
		holds    []Hold
		outcome  Outcome
		possible RankSet
		none     bool
		unbound  bool
	}{
		{"left the group, graded now", nil, "completed", []string{"member/fall_through/X/good"}, nil, Review, RankSet(0).With(3).With(1), false, true},
		{"left it for the grade decided", nil, "excellent", []string{"member/fall_through/X/good"}, nil, Graded, RankSet(0).With(3), false, false},
		{"not rated now", map[string]string{"exempt": "yes"}, "good", []string{"member/fall_through/X/good"}, nil, Review, RankSet(0).With(2), true, true},
		{"held now", nil, "good", []string{"member/fall_through/X/good"}, []Hold{{Problem: Problem{Code: "E344"}}}, Review, upTo(3), true, true},
		{"another id", nil, "", nil, []Hold{moved}, Review, RankSet(0).With(3).With(1), false, false},
		{"another id, decided again", nil, "good", nil, []Hold{moved}, Graded, RankSet(0).With(2), false, false},
	} {
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		facts := perfect(c.facts)
		if c.decision != "" {
			facts["decision"] = c.decision
		}
		fill(t, f, 0, facts)
		r := rs.stand(rs.undecided(rs.Decide(f, 0, sampleInputs(), nil), f, 0), f, 0, &Subject{Holds: c.holds, Under: c.under}, nil)
		if r.Beyond {
			t.Errorf("%s: told as none of the possible grades", c.name)
		}
		if r.Outcome != c.outcome || r.Possible != c.possible || r.MayBeNone != c.none || r.Unbound != c.unbound || r.Lapsed != (c.outcome == Review) {
			t.Errorf("%s: %v, possible %v, may be none %v, unbound %v, lapsed %v", c.name, r.Outcome, r.Possible.Ranks(), r.MayBeNone, r.Unbound, r.Lapsed)
		}
		if c.outcome == Review && r.ReviewKey() != "member/conflict/lapsed/" {
			t.Errorf("%s: key %q", c.name, r.ReviewKey())
		}
	}
}

// A group's grade that is none of the possible ones is told once, with everybody whom
// it does not fit.
func TestBeyondPossible_oncePerGroup(t *testing.T) {
	line := Origin{File: "k.xlsx", Sheet: "Xem xét", Cell: "J8"}
	var g grader
	for _, id := range []string{"c", "a", "b"} {
		own := Related{At: Origin{File: "a.xlsx", Sheet: "Đảng viên", Cell: "B9" + id}, Note: relatedSubject}
		g.told(Member, &Subject{ID: id, Under: []string{"x"}}, []Problem{problemBeyondPossible(line, []string{id}, []Related{own})})
	}
	ps := append(g.problems, g.beyond.problems()...)
	if len(ps) != 1 || ps[0].Subject != "" || !strings.Contains(ps[0].Message, "3 trường hợp (a, b, c)") || len(ps[0].Related) != 3 || ps[0].Related[0].At.Cell != "B9a" {
		t.Errorf("%+v", ps)
	}
}

// A decision on somebody about whom a question between files is open needs a reason,
// even where it is what the facts at hand would give.
func TestStand_decidedWhileHeld(t *testing.T) {
	rs := sampleSet(t)
	for reason, lacks := range map[string]bool{"": true, "theo hồ sơ": false} {
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, perfect(map[string]string{"decision": "excellent", "reason": reason}))
		r := rs.stand(rs.undecided(rs.Decide(f, 0, sampleInputs(), nil), f, 0), f, 0, &Subject{Holds: []Hold{{Problem: Problem{Code: "E344"}}}}, nil)
		if r.Decided != 3 || r.NeedsReason != lacks {
			t.Errorf("%q: decided %v, needs a reason: %v", reason, r.Decided, r.NeedsReason)
		}
	}
}

// A bar whose relief asks for nothing of its own never grades: whoever it finds is
// referred to the authority, who needs a reason and grants no relief.
func TestBarThatOnlyRefers(t *testing.T) {
	spec := sampleSpec()
	relief := rule("REVIEW", is("decline", "yes"))
	spec.Bars[0].Relief = &relief
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	for _, c := range []struct {
		facts                 map[string]string
		needsReason, noRelief bool
	}{
		{map[string]string{"decision": "good"}, true, false},
		{map[string]string{"decision": "good", "reason": "đã xem xét"}, false, false},
	} {
		c.facts["decline"] = "yes"
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, perfect(c.facts))
		r := rs.Settle(rs.Decide(f, 0, sampleInputs(), nil), f, 0)
		if r.NeedsReason != c.needsReason || r.NeedsRelief != c.noRelief || r.Walk.Outcome != Review {
			t.Errorf("%v: %v, needs a reason %v, a relief %v", c.facts, r.Walk.Outcome, r.NeedsReason, r.NeedsRelief)
		}
	}
}

// The reason names both grades and both cells, in this order.
func TestReasonOfContradictingDecisions(t *testing.T) {
	rs := sampleSet(t)
	here, there := Origin{File: "a.xlsx", Sheet: "Đảng viên", Cell: "P8"}, Origin{File: "b.xlsx", Sheet: "Xem xét", Cell: "J9"}
	said := rs.contestedReason([]Hold{{Problem: Problem{At: here, Related: []Related{{At: there}}}, Decided: []string{"good", "not_completed"}}})
	rest := said
	for _, want := range []string{"Tốt", here.String(), "Không hoàn thành", there.String()} {
		_, after, found := strings.Cut(rest, want)
		if rest = after; !found {
			t.Fatalf("%q lacks %q in its place", said, want)
		}
	}
}

// Who is decided already, on an id that is gone or twice and differently, is decided
// alone: no line of a group stands for all of them.
func TestWhoIsDecidedAlone(t *testing.T) {
	for key, want := range map[string]bool{"member/conflict/lapsed/": true, "leader/conflict/decisions/": true, "member/conflict//good": false,
		"member/fall_through/lapsed/good": false, "member/relief/K-L5/": false, "": false} {
		if got := EachAlone(key); got != want {
			t.Errorf("EachAlone(%q) = %v", key, got)
		}
	}
}
