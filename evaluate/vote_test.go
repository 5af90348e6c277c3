package evaluate

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// ballotFacts are the figures of the vote behind a proposal: b_valid, b_excellent …
func ballotFacts(prefix string, of FactID) []FactDef {
	var out []FactDef
	add := func(id string, c BallotCount, g Statutory) {
		out = append(out, FactDef{ID: FactID(prefix + id), Kind: Member, Type: NumberFact, Heading: prefix + id, Step: Int(1), Unit: "people",
			Ballot: &BallotPart{Of: of, Count: c, Votes: g}})
	}
	for _, c := range BallotCounts() {
		add(string(c), c, "")
	}
	for _, g := range []Statutory{NotCompleted, Excellent, Good, Completed} {
		add(string(g), "", g)
	}
	return out
}

// votingSet is the sample regulation with votes of branch (b_) and base (c_).
func votingSet(t testing.TB, change func(*RuleSetSpec)) *RuleSet {
	t.Helper()
	v := sampleVocabulary(t)
	facts := slices.Concat(v.Schema(Member).Facts, v.Schema(Organization).Facts, ballotFacts("b_", "branch"), ballotFacts("c_", "base"),
		[]FactDef{{ID: "own_points", Kind: Member, Type: NumberFact, Heading: "Tự chấm", Step: *num("0.5"), Unit: "points"}})
	v, ps := NewVocabulary(facts, nil)
	failOn(t, ps)
	spec := sampleSpec()
	spec.Votes = []VoteSpec{{RuleSpec: RuleSpec{ID: "VOTE", Text: "VOTE", Cite: Citation{Source: "S", Place: "Điều V"}, Standing: Quoted}, Of: "branch",
		Base: OfSummoned, Rounds: 1, Majorities: []MajoritySpec{{Rung: "excellent", Op: OpAtLeast, Share: *num("60%")}, {Rung: "good", Op: OpMoreThan, Share: *num("50%")}}}}
	change(&spec)
	rs, ps := NewRuleSet(spec, sampleSheets(), v, nil)
	failOn(t, ps)
	return rs
}

// meeting is 20 summoned, 16 present, 15 ballots issued, 10 valid ones of 14.
func meeting(over map[string]string) map[string]string {
	out := perfect(map[string]string{"branch": "excellent", "b_summoned": "20", "b_present": "16", "b_issued": "15", "b_returned": "14", "b_valid": "10", "b_invalid": "4",
		"b_excellent": "6", "b_good": "4", "b_completed": "0", "b_not_completed": "0"})
	maps.Copy(out, over)
	maps.DeleteFunc(out, func(_, s string) bool { return s == "" })
	return out
}

func voted(t testing.TB, rs *RuleSet, facts map[string]string) (*Frame, Result) {
	t.Helper()
	f := NewFrame(rs.Schema())
	row := f.Append(Place{Source: -1})
	fill(t, f, row, facts)
	return f, rs.Settle(rs.Decide(f, row, sampleInputs(), nil), f, row)
}

func TestVotes(t *testing.T) {
	first := func(change func(*VoteSpec)) func(*RuleSetSpec) { return func(s *RuleSetSpec) { change(&s.Votes[0]) } }
	same := first(func(*VoteSpec) {})
	base := func(b VoteBase) func(*RuleSetSpec) { return first(func(v *VoteSpec) { v.Base = b }) }
	quorum := func(q string) func(*RuleSetSpec) {
		return first(func(v *VoteSpec) { v.Base, v.Quorum = OfValid, num(q) })
	}
	two := first(func(v *VoteSpec) { v.Base, v.Rounds = OfPresent, 2 })
	both := func(s *RuleSetSpec) {
		second := s.Votes[0]
		second.ID, second.Of, second.Base = "BASE", "base", OfValid
		s.Votes[0].Base = OfValid
		s.Votes = append(s.Votes, second)
	}
	for _, c := range []struct {
		name   string
		change func(*RuleSetSpec)
		facts  map[string]string
		want   string
	}{
		// The same six votes: 60% of 10 valid ballots, less of everybody else.
		{"of those summoned", same, nil, "review()"},
		{"of those present", base(OfPresent), nil, "review()"},
		{"of the ballots issued", base(OfIssued), nil, "review()"},
		{"of the valid ballots", base(OfValid), nil, "excellent"},
		{"one vote fewer", base(OfValid), map[string]string{"b_excellent": "5", "b_good": "5"}, "review()"},
		{"half is not more than half", base(OfValid), map[string]string{"branch": "good", "b_excellent": "0", "b_good": "5", "b_completed": "5"}, "review()"},
		{"more than half", base(OfValid), map[string]string{"branch": "good", "b_excellent": "0", "b_good": "6", "b_completed": "4"}, "good"},
		{"votes for better do not count", base(OfValid), map[string]string{"branch": "good", "b_good": "5", "b_excellent": "5"}, "review()"},
		{"votes for better count", first(func(v *VoteSpec) { v.Base, v.CountBetter = OfValid, true }), map[string]string{"branch": "good", "b_good": "5", "b_excellent": "5"}, "good"},
		{"a worse grade is carried", base(OfValid), map[string]string{"b_excellent": "4", "b_good": "6"}, "review(good)"},
		{"no majority asked for the grade", same, map[string]string{"branch": "completed"}, "completed"},
		{"what the rules allow is what is voted on", base(OfValid), map[string]string{"p1": "80", "b_excellent": "0", "b_good": "6", "b_completed": "4"}, "good"},
		{"the lowest rung by a bar needs no vote", same, map[string]string{"decline": "yes"}, "not_completed"},
		{"no proposal, ballots do not carry", same, map[string]string{"branch": ""}, "review()"},
		{"no ballots", same, map[string]string{"b_summoned": "", "b_excellent": ""}, "undecided(excellent,good,completed,not_completed)"},
		{"base unknown", same, map[string]string{"b_summoned": ""}, "undecided(excellent,good,completed,not_completed)"},
		{"a decision stands", same, map[string]string{"decision": "good"}, "good"},
		{"quorum met to the head", quorum("80%"), nil, "excellent"},
		{"quorum missed", quorum("81%"), nil, "review()"},
		{"quorum unknown", quorum("80%"), map[string]string{"b_present": ""}, "undecided(excellent,good,completed,not_completed)"},
		{"nobody is carried by no vote", base(OfValid), map[string]string{"b_valid": "0", "b_excellent": "0", "b_good": "0", "b_invalid": "14"}, "review()"},
		{"second round", two, map[string]string{"b_valid": "14", "b_invalid": "0", "b_good": "9", "b_completed": "5", "b_excellent": "10"}, "excellent"},
		{"second round short", two, map[string]string{"b_valid": "14", "b_invalid": "0", "b_good": "9", "b_completed": "5", "b_excellent": "9"}, "review(good)"},
		{"not carried into the second round", two, map[string]string{"b_valid": "14", "b_invalid": "0", "b_good": "8", "b_completed": "6", "b_excellent": "10"}, "review()"},
		{"second round to come", two, map[string]string{"b_valid": "14", "b_invalid": "0", "b_good": "9", "b_completed": "5", "b_excellent": ""}, "undecided(excellent,good,completed,not_completed)"},
		{"both levels carry", both, map[string]string{"base": "excellent", "c_valid": "5", "c_excellent": "3", "c_good": "2", "c_completed": "0", "c_not_completed": "0"}, "excellent"},
		{"the higher level does not", both, map[string]string{"base": "excellent", "c_valid": "5", "c_excellent": "2", "c_good": "3", "c_completed": "0", "c_not_completed": "0"}, "review(good)"},
		{"the lower level does not, the higher proposes what it carries", both, map[string]string{"b_excellent": "4", "b_good": "6", "base": "good", "c_valid": "5", "c_excellent": "0", "c_good": "3", "c_completed": "2", "c_not_completed": "0"}, "good"},
		{"switched off", first(func(v *VoteSpec) { v.Switch = "votes" }), nil, "excellent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs := votingSet(t, c.change)
			f, r := voted(t, rs, meeting(c.facts))
			if got := show(rs, r.Outcome, r.Rank, r.Possible, r.Suggested); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if r.Outcome == Review && r.Cause != CauseVote {
				t.Errorf("cause %s", r.Cause)
			}
			if ps := rs.CheckRow(f, 0); len(ps) > 0 && !strings.Contains(c.name, "short") {
				for _, p := range ps {
					t.Errorf("%s %s", p.Code, p.Message)
				}
			}
		})
	}
}

// Whatever figures are blank, filling them in never leads outside what was still
// possible, and what stood keeps standing.
func TestVotesBlanksNeverPromiseTooMuch(t *testing.T) {
	rs := votingSet(t, func(s *RuleSetSpec) { s.Votes[0].Base, s.Votes[0].CountBetter = OfValid, true })
	figures := []string{"b_valid", "b_excellent", "b_good", "b_completed", "b_not_completed"}
	for x := 0; x <= 10; x++ {
		for g := 0; x+g <= 10; g++ {
			full := meeting(map[string]string{"b_excellent": Int(int64(x)).String(), "b_good": Int(int64(g)).String(), "b_completed": Int(int64(10 - x - g)).String()})
			_, end := voted(t, rs, full)
			for mask := 1; mask < 1<<len(figures); mask++ {
				part := maps.Clone(full)
				for i, id := range figures {
					if mask>>i&1 == 1 {
						delete(part, id)
					}
				}
				_, r := voted(t, rs, part)
				if r.Outcome != Undecided && (r.Outcome != end.Outcome || r.Rank != end.Rank) {
					t.Fatalf("%d for excellent, %d for good, blanks %b: %v %v stands, but then %v %v", x, g, mask, r.Outcome, r.Rank, end.Outcome, end.Rank)
				}
			}
		}
	}
}

// The explanation names the base, the votes, how many were needed and the article.
func TestVoteIsExplained(t *testing.T) {
	rs := votingSet(t, func(*RuleSetSpec) {})
	f, r := voted(t, rs, meeting(nil))
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "0", Level: BaseBranch}})
	in.Populations = map[Kind]*Population{Member: {Frame: f, Subjects: []Subject{{ID: "a"}}}}
	report := &Report{Inputs: in, Results: map[Kind][]Result{Member: {r}}}
	reason := report.Reason(Member, 0)
	for _, part := range []string{"6 phiếu", "cần 12", "từ 3/5 trở lên", "của 20", "b_summoned", "Điều V"} {
		if !strings.Contains(reason, part) {
			t.Errorf("%q lacks %q", reason, part)
		}
	}
	e := report.Explain(Member, 0)
	if len(e.Votes) != 1 || e.Votes[0].Verdict != Fails || !e.Votes[0].Relevant || len(e.Votes[0].Seen) != 3 {
		t.Fatalf("votes %+v", e.Votes)
	}
	if got := e.Votes[0].Seen[1].Fact + " " + e.Votes[0].Seen[2].Fact; got != "b_summoned b_excellent" {
		t.Errorf("seen %s", got)
	}
	_, report.Results[Member][0] = voted(t, rs, meeting(map[string]string{"b_summoned": ""}))
	report.Inputs.Populations[Member].Frame.Set(0, f.Schema.index["b_summoned"], Value{})
	if missing := report.Missing(Member, 0); len(missing) != 1 || missing[0].Fact != "b_summoned" {
		t.Errorf("missing %v", missing)
	}
}

// The authority's decision does not silence the vote that did not carry, nor the
// one of which the figures are lacking.
func TestVoteIsToldBesideTheDecision(t *testing.T) {
	decided := map[string]string{"decision": "good", "reason": "theo kết luận"}
	for _, c := range []struct {
		name  string
		facts map[string]string
		says  string
	}{
		{"not carried", nil, "Đề nghị “Xuất sắc” không đủ số phiếu: 6 phiếu, cần 12 (từ 3/5 trở lên của 20 “b_summoned”). Căn cứ: VOTE (00-MẪU, Điều V)."},
		{"base unknown", map[string]string{"b_summoned": ""}, "Chưa đủ số liệu kiểm phiếu"},
		{"carried", map[string]string{"b_summoned": "10", "b_present": "10", "b_issued": "10", "b_returned": "10", "b_invalid": "0"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			facts := maps.Clone(decided)
			maps.Copy(facts, c.facts)
			f, r := voted(t, votingSet(t, func(*RuleSetSpec) {}), meeting(facts))
			report := &Report{Inputs: &Inputs{Populations: map[Kind]*Population{Member: {Frame: f, Subjects: []Subject{{ID: "a"}}}}}, Results: map[Kind][]Result{Member: {r}}}
			says := report.Reason(Member, 0)
			if !strings.HasPrefix(says, "Theo quyết định") || !strings.Contains(says, c.says) || c.says == "" && strings.Contains(says, "phiếu") {
				t.Errorf("%q lacks %q", says, c.says)
			}
		})
	}
}

// Whoever a group's decision no longer binds is told why he is open now: for a vote
// that did not carry that is the vote, not the grade the rules alone would allow.
func TestLapsedDecisionTellsTheVote(t *testing.T) {
	for _, c := range []struct{ name, quorum, says, problem string }{
		{"no quorum", "81%", "họp", "không đủ số người"},
		{"too few votes", "10%", "không đủ số phiếu", "mức đề nghị không đủ số phiếu"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs := votingSet(t, func(s *RuleSetSpec) { s.Votes[0].Quorum = num(c.quorum) })
			f, _ := voted(t, rs, meeting(map[string]string{"decision": "completed"}))
			pop := &Population{Frame: f, Subjects: []Subject{{ID: "a", Under: []string{"member/fall_through/X/good"}}}}
			r := rs.stand(rs.undecided(rs.Decide(f, 0, sampleInputs(), nil), f, 0), f, 0, &pop.Subjects[0], nil)
			report := &Report{Inputs: &Inputs{Populations: map[Kind]*Population{Member: pop}}, Results: map[Kind][]Result{Member: {r}}}
			if got := report.Reason(Member, 0); !r.Lapsed || strings.Contains(got, "Nay tính được") || !strings.Contains(got, c.says) {
				t.Errorf("lapsed %v: %q lacks %q", r.Lapsed, got, c.says)
			}
			ps := r.DecisionProblems(f, 0, "a")
			if i := slices.IndexFunc(ps, func(p Problem) bool { return p.Code == CodeLeftGroup }); i < 0 || !strings.Contains(ps[i].Message, c.problem) {
				t.Errorf("%+v lacks %q", ps, c.problem)
			}
		})
	}
}

// Too few votes, too few people and both votes failing are different questions: one
// decision line settles one of them.
func TestReviewKeyTellsVotesApart(t *testing.T) {
	two := func(quorum string) func(*RuleSetSpec) {
		return func(s *RuleSetSpec) {
			second := s.Votes[0]
			second.ID, second.Of, second.Base = "BASE", "base", OfValid
			s.Votes[0].Base, s.Votes[0].Quorum = OfValid, num(quorum)
			s.Votes = append(s.Votes, second)
		}
	}
	carried := map[string]string{"b_excellent": "10", "b_good": "0"}
	none := map[string]string{"b_excellent": "2", "b_good": "2", "b_completed": "6"}
	second := map[string]string{"base": "excellent", "c_valid": "5", "c_excellent": "2", "c_good": "2", "c_completed": "1", "c_not_completed": "0"}
	for _, c := range []struct {
		name, quorum string
		facts        []map[string]string
		want         string
	}{
		{"too few votes", "80%", []map[string]string{none}, "member/vote/VOTE/"},
		{"too few people", "81%", []map[string]string{carried}, "member/vote/VOTE:quorum/"},
		{"too few of both", "81%", []map[string]string{none}, "member/vote/VOTE:quorum/"},
		{"the second vote", "80%", []map[string]string{carried, second}, "member/vote/BASE/"},
		{"both votes", "81%", []map[string]string{carried, second}, "member/vote/VOTE:quorum+BASE/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			facts := map[string]string{}
			for _, m := range c.facts {
				maps.Copy(facts, m)
			}
			_, r := voted(t, votingSet(t, two(c.quorum)), meeting(facts))
			if got := r.ReviewKey(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if r.NoQuorum() != strings.Contains(c.want, "VOTE:quorum") {
				t.Errorf("no quorum: %v", r.NoQuorum())
			}
		})
	}
}

// Only the figures of votes in force become columns.
func TestVoteColumns(t *testing.T) {
	has := func(rs *RuleSet, id FactID) bool {
		i, _ := rs.Schema().Index(id)
		return slices.Contains(rs.FactsUsed(), i)
	}
	on := votingSet(t, func(*RuleSetSpec) {})
	off := votingSet(t, func(s *RuleSetSpec) { s.Votes[0].Switch = "votes" })
	if !has(on, "b_valid") || !has(on, "b_good") || has(on, "b_unrated") || has(on, "c_valid") || has(off, "b_valid") {
		t.Error("columns of the vote in force, of no other, and no answer that it does not know")
	}
}

func TestDifferences(t *testing.T) {
	rs := votingSet(t, func(s *RuleSetSpec) {
		s.Votes = nil
		s.ExplainDifference = &DifferenceSpec{RuleSpec: RuleSpec{ID: "DIFF", Text: "DIFF", Cite: Citation{Source: "S", Place: "Điều D"}, Standing: Quoted},
			Points: num("5"), Grade: true, SelfFact: "own_points", Reason: "reason"}
	})
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  Verdict
	}{
		{"five points more", map[string]string{"own_points": "100"}, Fails},
		{"five points less", map[string]string{"own_points": "90"}, Fails},
		{"almost five points", map[string]string{"own_points": "99.5"}, NotApplicable},
		{"explained", map[string]string{"own_points": "100", "reason": "thiếu minh chứng"}, Holds},
		{"another grade", map[string]string{"self": "excellent", "branch": "good"}, Fails},
		{"the highest level counts", map[string]string{"self": "excellent", "branch": "good", "base": "excellent"}, NotApplicable},
		{"nothing proposed", map[string]string{"self": "good"}, NotApplicable},
		{"points not known yet", map[string]string{"own_points": "100", "p1": ""}, NotApplicable},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, r := voted(t, rs, perfect(c.facts))
			if got := r.Walk.Verdicts[rs.differs.rule]; got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			ps := r.DecisionProblems(f, 0, "")
			if told := slices.ContainsFunc(ps, func(p Problem) bool { return p.Code == "E383" }); told != (c.want == Fails) {
				t.Errorf("problems %v", ps)
			}
		})
	}
}

// Of two rounds it is said which one did not carry, and whose votes are added up.
func TestTwoRoundsAreTold(t *testing.T) {
	rs := votingSet(t, func(s *RuleSetSpec) { s.Votes[0].Base, s.Votes[0].Rounds = OfPresent, 2 })
	for _, c := range []struct {
		good, excellent, says string
	}{
		{"8", "10", "Đề nghị “Xuất sắc” không đủ số phiếu vào vòng hai: vòng một bỏ phiếu “Tốt”: 8 phiếu, cần 9 (trên 1/2 của 16 “b_present”)"},
		{"9", "9", "Đề nghị “Xuất sắc” không đủ số phiếu ở vòng hai: 9 phiếu, cần 10 (từ 3/5 trở lên của 16 “b_present”)"},
	} {
		f, r := voted(t, rs, meeting(map[string]string{"b_valid": "14", "b_invalid": "0", "b_good": c.good, "b_completed": "5", "b_excellent": c.excellent}))
		if got := rs.voteReason(&r); !strings.HasPrefix(got, c.says) {
			t.Errorf("%s", got)
		}
		told := slices.ContainsFunc(rs.CheckRow(f, 0), func(p Problem) bool { return p.Code == "E382" && strings.Contains(p.Message, "vòng một") })
		if told != (c.good == "8") {
			t.Errorf("good %s: round one that does not add up told: %v", c.good, told)
		}
	}
	best, _ := rs.Schema().Index("b_excellent")
	if got := rs.SecondRound(); !slices.Equal(got, []int{best}) {
		t.Errorf("second round %v, want %v", got, best)
	}
	if got := votingSet(t, func(*RuleSetSpec) {}).SecondRound(); len(got) > 0 {
		t.Errorf("one round has a second: %v", got)
	}
}
