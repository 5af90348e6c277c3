package rules

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// judge compares what a case demands with what happened. Each failure is one
// problem at the demand's own place.
func (p *staged) judge() []evaluate.Problem {
	var ps []evaluate.Problem
	expectsProblem := false
	for _, e := range p.spec.expect {
		expectsProblem = expectsProblem || e.key == "problem"
		ps = append(ps, p.judgeOne(e)...)
	}
	if !expectsProblem {
		for _, q := range p.problems {
			if q.Severity == evaluate.Error {
				ps = append(ps, p.failed(p.spec.at, "problem", saidNone, string(q.Code)+" ("+q.Message+")"))
			}
		}
	}
	return ps
}

func (p *staged) failed(at evaluate.Origin, what, want, got string) evaluate.Problem {
	return problemCase(at, p.spec.name, what, want, got)
}

// judgeOne looks at one demand.
func (p *staged) judgeOne(e expectation) []evaluate.Problem {
	switch e.key {
	case "cap":
		return p.judgeCap(e)
	case "points":
		return p.judgePoints(e)
	case "fires", "does_not_fire", "holds", "fails", "unknown", "not_applicable":
		return p.judgeRules(e)
	}
	ok, got := p.meets(e)
	if ok {
		return nil
	}
	return []evaluate.Problem{p.failed(e.at, e.key, strings.Join(e.values, ", "), got)}
}

// meets tells whether a demand on the outcome is met, and what came instead.
func (p *staged) meets(e expectation) (ok bool, got string) {
	w, r := &p.walk, &p.result
	first := strings.Join(e.values, ",")
	yes := func(b bool) bool { return strconv.FormatBool(b) == first }
	switch e.key {
	case "grade":
		rank, known := gradeRank(p.rules.Scale(), first)
		return known && w.Outcome == evaluate.Graded && w.Rank == rank, p.describe(w.Outcome, w.Rank, w.Possible) + p.lacks(w.Outcome)
	case "effective":
		rank, known := gradeRank(p.rules.Scale(), first)
		return known && r.Outcome == evaluate.Graded && r.Rank == rank, p.describe(r.Outcome, r.Rank, r.Possible) + p.lacks(r.Outcome)
	case "at_most", "not":
		return p.excludes(e), p.describe(w.Outcome, w.Rank, w.Possible)
	case "review":
		return yes(r.Outcome == evaluate.Review), p.describe(r.Outcome, r.Rank, r.Possible)
	case "suggests":
		return p.rung(r.Suggested) == first || first != "none" && p.statutory(r.Suggested) == first, p.rung(r.Suggested)
	case "undecided", "waits_for":
		open := r.Outcome == evaluate.Undecided
		got = p.describe(r.Outcome, r.Rank, r.Possible) + " [" + strings.Join(words(p.missing), ", ") + "]"
		return open && (first == "true" || p.waitsFor(e.values)) || first == "false" && !open, got
	case "possible":
		want := evaluate.RankSet(0)
		for _, v := range e.values {
			if rank, ok := gradeRank(p.rules.Scale(), v); ok {
				want = want.With(rank)
			}
		}
		return r.Possible == want, p.describe(r.Outcome, r.Rank, r.Possible)
	case "not_rated":
		class := p.notRated().Class
		return w.Outcome == evaluate.NotRated && (first == "true" || string(class) == first) || first == "false" && w.Outcome != evaluate.NotRated,
			p.describe(w.Outcome, w.Rank, w.Possible) + " " + string(class)
	case "review_due":
		return yes(p.notRated().ReviewDue), strconv.FormatBool(p.notRated().ReviewDue)
	case "rejected":
		taken := slices.DeleteFunc(slices.Clone(e.values), func(v string) bool { return slices.Contains(p.refused, v) })
		return len(taken) == 0, saidTaken + strings.Join(taken, ", ")
	case "flagged":
		return yes(r.Above), strconv.FormatBool(r.Above)
	case "score":
		score, known := w.Score.Known()
		want, ok := exactNumber(first)
		return known && ok && score.Cmp(want) == 0, score.String()
	}
	return p.hasProblem(first) // problem
}

func (p *staged) hasProblem(code string) (bool, string) {
	var got []string
	for _, q := range p.problems {
		got = append(got, string(q.Code))
	}
	if len(got) == 0 {
		return code == "none", saidNone
	}
	return slices.Contains(got, code), strings.Join(got, ", ")
}

// excludes is for texts that say less than a grade: neither given nor still
// possible.
func (p *staged) excludes(e expectation) bool {
	set := p.walk.Possible
	switch p.walk.Outcome {
	case evaluate.Graded:
		set = evaluate.RankSet(0).With(p.walk.Rank)
	case evaluate.NotRated:
		return e.key == "not"
	}
	for _, v := range e.values {
		rank, ok := gradeRank(p.rules.Scale(), v)
		if !ok {
			return false
		}
		for r := range set.All() {
			if e.key == "not" && r == rank || e.key == "at_most" && r > rank {
				return false
			}
		}
	}
	return true
}

// notRated is the case of the set that left the subject without a grade.
func (p *staged) notRated() evaluate.NotRatedSpec {
	if p.walk.Outcome == evaluate.NotRated && p.walk.Because >= 0 {
		id := p.rules.Rules[p.walk.Because].ID
		for _, n := range p.rules.Spec.NotRated {
			if n.ID == id {
				return n
			}
		}
	}
	return evaluate.NotRatedSpec{}
}

func (p *staged) rung(r evaluate.Rank) string {
	if r == evaluate.NoRank {
		return "none"
	}
	return p.rules.Scale().Rung(r).ID
}

func (p *staged) statutory(r evaluate.Rank) string { return string(p.rules.Scale().Rung(r).Statutory) }

// describe is an outcome in the words of a case file.
func (p *staged) describe(o evaluate.Outcome, rank evaluate.Rank, possible evaluate.RankSet) string {
	if o == evaluate.Graded {
		return p.rung(rank)
	}
	var open []string
	for r := range possible.All() {
		open = append(open, p.rung(r))
	}
	if len(open) == 0 {
		return o.String()
	}
	return o.String() + " (" + strings.Join(open, ", ") + ")"
}

// lacks names the facts for want of which nothing was concluded.
func (p *staged) lacks(o evaluate.Outcome) string {
	if o != evaluate.Undecided || len(p.missing) == 0 {
		return ""
	}
	return saidLacks + strings.Join(words(p.missing), ", ")
}

// judgeRules looks at demands on single rules.
func (p *staged) judgeRules(e expectation) []evaluate.Problem {
	var ps []evaluate.Problem
	for _, id := range e.values {
		i := slices.IndexFunc(p.rules.Rules, func(r evaluate.Rule) bool { return r.ID == id })
		if i < 0 {
			ps = append(ps, problemCaseRule(e.at, id, p.ruleIDs()))
			continue
		}
		got, ok := p.walk.Verdicts[i].String(), false
		switch fires := p.fires(i); e.key {
		case "fires", "does_not_fire":
			if fires && p.rules.Rules[i].Role == evaluate.RoleSanction && !p.lowers(id) {
				fires, got = false, got+saidChangesNothing
			}
			ok = fires == (e.key == "fires")
		default:
			ok = got == e.key
		}
		if !ok {
			ps = append(ps, p.failed(e.at, id, e.key, got))
		}
	}
	return ps
}

// ruleIDs names the rules of the set, for hints.
func (p *staged) ruleIDs() []string {
	var out []string
	for i := range p.rules.Rules {
		out = append(out, p.rules.Rules[i].ID)
	}
	return out
}

// capIDs names the ceilings of the set, for hints.
func (p *staged) capIDs() []string {
	var out []string
	for i := range p.rules.Spec.Caps {
		out = append(out, p.rules.Spec.Caps[i].ID)
	}
	return out
}

// fires tells whether a rule holds and, for a bar, no exception takes it away.
func (p *staged) fires(i int) bool {
	if p.walk.Verdicts[i] != evaluate.Holds {
		return false
	}
	for j := range p.rules.Rules {
		r := &p.rules.Rules[j]
		if r.Role == evaluate.RoleException && r.Parent == i && p.walk.Verdicts[j] == evaluate.Holds {
			return false
		}
	}
	return true
}

// lowers tells whether a sanction that holds would change the outcome if it were
// the set's only one: a bound above where somebody stands has no effect. Each is
// looked at alone, so that of two that ask for the same neither is idle.
func (p *staged) lowers(id string) bool {
	only := p.rules.Spec
	only.Sanctions = slices.DeleteFunc(slices.Clone(only.Sanctions), func(s evaluate.SanctionSpec) bool { return s.ID != id })
	none := p.rules.Spec
	none.Sanctions = nil
	with, _ := play(p.spec, rebuild(p.rules, only, p.words, p.rules.Switches), p.words)
	before, _ := play(p.spec, rebuild(p.rules, none, p.words, p.rules.Switches), p.words)
	return differ(&with.walk, &before.walk)
}

// differ tells whether two walks came to something else.
func differ(a, b *evaluate.Walk) bool {
	return a.Outcome != b.Outcome || a.Rank != b.Rank || a.Suggested != b.Suggested || a.Possible != b.Possible
}

// judgePoints compares the points of parts of the sheet, once they are known.
func (p *staged) judgePoints(e expectation) []evaluate.Problem {
	var ps []evaluate.Problem
	for _, part := range slices.Sorted(maps.Keys(e.cap)) {
		got, known := p.rules.PointsOf(p.frame, p.row, &p.walk, part)
		want, ok := exactNumber(e.cap[part])
		if !known || !ok || got.Cmp(want) != 0 {
			ps = append(ps, p.failed(e.at, "points "+part, e.cap[part], got.String()))
		}
	}
	return ps
}

// exactNumber reads points as a case writes them: 86.5, or 259/3 where no
// decimal says it exactly.
func exactNumber(s string) (evaluate.Num, bool) {
	if strings.Contains(s, "/") {
		return evaluate.ParseShare(s)
	}
	x, err := evaluate.ParseNum(s)
	return x, err == nil
}
