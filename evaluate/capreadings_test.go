package evaluate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Every ceiling is shown in the three readings, with the one in force marked.
func TestCapReadings(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		name          string
		x, good, rest int
		want          [3]string // base, as listed, allowed, over, one more: good_only, good_or_better, all_rated
	}{
		{"three and twelve", 3, 12, 0, [3]string{"12 2 2 1 3", "15 3 3 0 5", "15 3 3 0 5"}},
		{"a small group", 1, 3, 2, [3]string{"3 0 0 1 2", "4 0 0 1 1", "6 1 1 0 4"}},
		{"five good, nobody above", 0, 5, 0, [3]string{"5 1 0 0 1", "5 1 1 0 5", "5 1 1 0 5"}},
		{"nobody good", 2, 0, 10, [3]string{"0 0 0 2 4", "2 0 0 2 3", "12 2 2 0 3"}},
	} {
		f := groupReport(t, rs, repeat(c.x, "excellent", c.good, "good", c.rest, "completed"), "", 0).Caps[0]
		if len(f.Readings) != 3 {
			t.Fatalf("%s: %d readings", c.name, len(f.Readings))
		}
		for i, of := range []CapBase{GoodOnly, GoodOrBetter, AllRated} {
			r := f.Readings[i]
			got := fmt.Sprint(r.Base.Min, r.AsListed.Min, r.Allowed.Min, r.Over.Min, r.OneMore.Min)
			if r.Of != of || r.InForce != (of == GoodOnly) || got != c.want[i] {
				t.Errorf("%s, %s: %s in force %v, want %s %s", c.name, r.Of, got, r.InForce, of, c.want[i])
			}
		}
		if f.CapReading != f.Readings[0] {
			t.Errorf("%s: the reading in force is not the one marked", c.name)
		}
	}
}

// What "one more" promises comes true, and not with one fewer.
func TestOneMoreIsTheFewest(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		rate, _ := Ratio(int64(1+r.IntN(60)), 100)
		f := CapFinding{Cap: &CapSpec{Rounding: []string{"floor", "half_up"}[r.IntN(2)]}, Rate: rate}
		for _, allowed := range []func(int) int{f.limit, f.greatest} {
			n := r.IntN(90)
			k := oneMore(Range{n, n}, allowed).Min
			if allowed(n+k) <= allowed(n) || k > 1 && allowed(n+k-1) > allowed(n) {
				t.Fatalf("rate %s, %s, %d people: %d more", rate, f.Cap.Rounding, n, k)
			}
		}
	}
}

// The greatest number and the fewest to lower, against trying every number.
func TestCapArithmeticAgainstTrying(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 500 {
		rate, _ := Ratio(int64(1+r.IntN(100)), 100)
		f := CapFinding{Cap: &CapSpec{Rounding: []string{"floor", "half_up"}[r.IntN(2)]}, Rate: rate}
		n, have, below := r.IntN(120), r.IntN(40), r.IntN(80)
		x := 0
		for x < n && x+1 <= f.limit(n-x-1) {
			x++
		}
		k := 0
		for k < have && have-k > f.limit(below+k) {
			k++
		}
		if got := f.greatest(n); got != x {
			t.Fatalf("rate %s, %d people: greatest %d, want %d", rate, n, got, x)
		}
		if got := f.over(have, below); got != k {
			t.Fatalf("rate %s, %d and %d: over %d, want %d", rate, have, below, got, k)
		}
	}
}

// proposalReport grades members of one base branch by their points.
func proposalReport(t *testing.T, rs *RuleSet, order []int, people []map[string]string) (*Report, []Problem) {
	t.Helper()
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseBranch}})
	f := NewFrame(rs.Schema())
	pop := &Population{Frame: f}
	for _, i := range order {
		fill(t, f, f.Append(Place{Source: -1}), perfect(people[i]))
		pop.Subjects = append(pop.Subjects, Subject{ID: fmt.Sprintf("s%02d", i), Org: 1})
	}
	in.Populations = map[Kind]*Population{Member: pop}
	return Grade(in, map[Kind]*RuleSet{Member: rs})
}

func ids(pop *Population, rows []int) []string {
	out := []string{}
	for _, row := range rows {
		out = append(out, pop.Subjects[row].ID)
	}
	return out
}

func inOrder(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// The order of merit proposes the weakest, says where it cannot tell people
// apart, and leaves alone what was decided.
func TestCapProposal(t *testing.T) {
	rs := sampleSet(t)
	good := map[string]string{"p1": "80"}
	with := func(points string, more ...string) map[string]string {
		m := map[string]string{"p1": points}
		for i := 0; i+1 < len(more); i += 2 {
			m[more[i]] = more[i+1]
		}
		return m
	}
	for _, c := range []struct {
		name           string
		people         []map[string]string // one is allowed
		proposed, tied []string
		choose, firm   int
	}{
		{"clear", []map[string]string{with("99"), with("95"), with("91"), good, good, good, good, good}, []string{"s01", "s02"}, nil, 0, 0},
		{"nobody over", []map[string]string{with("99"), good, good, good, good, good}, nil, nil, 0, 0},
		{"equal at the cut", []map[string]string{with("95"), with("95"), good, good, good, good, good}, nil, []string{"s00", "s01"}, 1, 0},
		{"equal above, one clearly below", []map[string]string{with("95"), with("95"), with("91"), good, good, good, good, good}, []string{"s02"}, []string{"s00", "s01"}, 1, 0},
		{"equal but all below the cut", []map[string]string{with("99"), with("95"), with("95"), good, good, good, good, good}, []string{"s01", "s02"}, nil, 0, 0},
		{"the decided stays", []map[string]string{with("99"), with("91", "decision", "excellent", "reason", "x"), good, good, good, good, good}, []string{"s00"}, nil, 0, 0},
		{"decided beyond the ceiling", []map[string]string{with("99", "decision", "excellent"), with("95", "decision", "excellent"), with("91"), good, good, good, good, good}, []string{"s02"}, nil, 0, 1},
	} {
		r, ps := proposalReport(t, rs, inOrder(len(c.people)), c.people)
		f, pop := r.Caps[0], r.Inputs.Populations[Member]
		if !slices.Equal(ids(pop, f.Proposed), c.proposed) || !slices.Equal(ids(pop, f.Tied), c.tied) || f.Choose != c.choose || f.Firm != c.firm {
			t.Errorf("%s: proposed %v tied %v choose %d firm %d", c.name, ids(pop, f.Proposed), ids(pop, f.Tied), f.Choose, f.Firm)
		}
		for _, row := range append(f.Proposed, f.Tied...) {
			if res := r.Results[Member][row]; res.Outcome != Graded || rs.Label(res.Rank) != "Xuất sắc" {
				t.Errorf("%s: a proposal changed a grade", c.name)
			}
		}
		told := 0
		for _, p := range ps {
			if p.Code == "E334" {
				told++
			}
		}
		if want := map[bool]int{true: 2}[c.firm > 0]; told != want {
			t.Errorf("%s: %d times E334, want %d", c.name, told, want)
		}
	}
	// A set without an order of merit tells nobody apart.
	spec := sampleSpec()
	spec.Caps[0].Merit = nil
	bare, _ := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	r, _ := proposalReport(t, bare, inOrder(8), []map[string]string{with("99"), with("95"), with("91"), good, good, good, good, good})
	if f := r.Caps[0]; len(f.Proposed) != 0 || len(f.Tied) != 3 || f.Choose != 2 {
		t.Errorf("without an order: proposed %v tied %v choose %d", f.Proposed, f.Tied, f.Choose)
	}
}

// Whoever the input names no group for stands in the set's default group.
func TestCapDefaultGroup(t *testing.T) {
	spec := sampleSpec()
	spec.Caps[0].DefaultBy = "fixed"
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	people := []map[string]string{{"similar": " Nhóm  A"}, {"similar": "nhóm a"}, {"fixed": "yes"}, {"fixed": "yes", "similar": "  "}, {"fixed": ""}}
	r, _ := proposalReport(t, rs, inOrder(len(people)), people)
	var got []string
	for _, f := range r.Caps {
		got = append(got, fmt.Sprintf("%q %d %v", f.Group, f.Rated+f.Open, f.Defaulted))
	}
	if want := []string{`"" 1 false`, `" Nhóm  A" 2 false`, `"Có" 2 true`}; !slices.Equal(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
	for name, change := range map[string]func(*CapSpec){
		"without by": func(c *CapSpec) { c.By = "" },
		"a number":   func(c *CapSpec) { c.DefaultBy = "sick" },
		"unknown":    func(c *CapSpec) { c.DefaultBy = "nothing" },
	} {
		spec := sampleSpec()
		spec.Caps[0].DefaultBy = "fixed"
		change(&spec.Caps[0])
		if _, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil); len(ps) != 1 {
			t.Errorf("%s: %v", name, codes(ps))
		}
	}
}

// The order of rows never shows in what is found about a ceiling.
func TestCapsDoNotDependOnRowOrder(t *testing.T) {
	spec := sampleSpec()
	spec.Caps[0].DefaultBy = "fixed"
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	r := rand.New(rand.NewPCG(13, 14))
	for range 40 {
		var people []map[string]string
		for range 10 + r.IntN(30) {
			p := map[string]string{"p1": fmt.Sprint(68 + 2*r.IntN(16)), "similar": []string{"", "Nhóm A", "nhóm  a", "B"}[r.IntN(4)], "exceeded": fmt.Sprint(2 + r.IntN(3))}
			switch r.IntN(8) {
			case 0:
				p["decision"], p["reason"] = "excellent", "x"
			case 1:
				p["p1"] = ""
			}
			people = append(people, p)
		}
		show := func(order []int) string {
			rep, ps := proposalReport(t, rs, order, people)
			pop, out := rep.Inputs.Populations[Member], ""
			for _, f := range rep.Caps {
				out += fmt.Sprintln(f.Group, f.Defaulted, f.Rated, f.Open, f.Have, f.CapReading, f.Readings, ids(pop, f.Candidates), ids(pop, f.Proposed), f.Choose, f.Firm)
				tied := ids(pop, f.Tied)
				out += fmt.Sprintln(tied)
			}
			var told []string
			for _, p := range ps {
				told = append(told, string(p.Code)+p.Subject)
			}
			slices.Sort(told)
			return out + fmt.Sprint(told)
		}
		want := show(inOrder(len(people)))
		for range 3 {
			if got := show(r.Perm(len(people))); got != want {
				t.Fatalf("with another row order:\n%s\nwas:\n%s", got, want)
			}
		}
	}
}

// A decision above a bound asks for the relief, once, at its own cell.
func TestDecisionAboveABound(t *testing.T) {
	rs := sampleSet(t)
	for _, c := range []struct {
		facts map[string]string
		want  []string
	}{
		{map[string]string{"sick": "4", "decision": "excellent", "reason": "x"}, []string{"E333"}},
		{map[string]string{"sick": "4", "decision": "good"}, []string{"E330", "E333"}},
		{map[string]string{"sick": "4", "decision": "good", "reason": "x", "granted": "yes"}, nil},
		{map[string]string{"sick": "4", "decision": "completed"}, nil},
		{map[string]string{"sick": "0", "decision": "excellent"}, nil},
		{map[string]string{"sick": "", "decision": "excellent", "reason": "x"}, nil}, // not known to be bounded
		{map[string]string{"sick": "4", "decision": "not_completed", "reason": "x"}, nil},
	} {
		r, ps := proposalReport(t, rs, []int{0}, []map[string]string{c.facts})
		ps = slices.DeleteFunc(ps, func(p Problem) bool { return p.Code == "E334" })
		got := codes(ps)
		slices.Sort(got)
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v: %v, want %v", c.facts, got, c.want)
		}
		if res := r.Results[Member][0]; res.Outcome != Graded || res.Decided != res.Rank {
			t.Errorf("%v: the decision does not stand", c.facts)
		}
	}
}

// One recorded relief is not that of everything a decision goes above: where there
// is a bar besides, or a second bound, the reason must name what it is meant for.
func TestReliefIsThatOfTheBound(t *testing.T) {
	spec := sampleSpec()
	spec.Sanctions = append(spec.Sanctions, SanctionSpec{RuleSpec: rule("SICK-LONG", ConditionSpec{Fact: "sick", Compare: &Comparison{Op: OpAtLeast, Values: []string{"6"}}}), NotAbove: "good"})
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  []string // code and the rule it names
	}{
		{"two bounds, no relief", map[string]string{"sick": "7", "decision": "excellent", "reason": "x"}, []string{"E333 SICK", "E333 SICK-LONG"}},
		{"two bounds, a bare relief", map[string]string{"sick": "7", "decision": "excellent", "reason": "x", "granted": "yes"}, []string{"E333 SICK", "E333 SICK-LONG"}},
		{"two bounds, one named", map[string]string{"sick": "7", "decision": "excellent", "reason": "giảm nhẹ sick-long", "granted": "yes"}, []string{"E333 SICK"}},
		{"two bounds, both named", map[string]string{"sick": "7", "decision": "excellent", "reason": "SICK, SICK-LONG", "granted": "yes"}, nil},
		{"both named and no relief", map[string]string{"sick": "7", "decision": "excellent", "reason": "SICK, SICK-LONG"}, []string{"E333 SICK", "E333 SICK-LONG"}},
		{"above one of two", map[string]string{"sick": "7", "decision": "good", "reason": "x", "granted": "yes"}, nil},
		{"a bar and a bound, a bare relief", map[string]string{"sick": "4", "decline": "yes", "relief": "yes", "decision": "good", "reason": "x", "granted": "yes"}, []string{"E333 SICK"}},
		{"a bar and a bound, the bound named", map[string]string{"sick": "4", "decline": "yes", "relief": "yes", "decision": "good", "reason": "x (SICK)", "granted": "yes"}, nil},
		{"a bar, and not above the bound", map[string]string{"sick": "4", "decline": "yes", "relief": "yes", "decision": "completed", "reason": "x", "granted": "yes"}, nil},
		{"a bar and a bound, no relief", map[string]string{"sick": "4", "decline": "yes", "decision": "good", "reason": "x"}, []string{"E331", "E333 SICK"}},
	} {
		_, ps := proposalReport(t, rs, []int{0}, []map[string]string{c.facts})
		var got []string
		for _, p := range ps {
			switch p.Code {
			case codeNoRelief:
				got = append(got, "E331")
			case codeAboveBound:
				id := "SICK"
				if strings.Contains(p.Message, "SICK-LONG") {
					id = "SICK-LONG"
				}
				got = append(got, "E333 "+id)
				if named := strings.Contains(p.Hint, id); named != (c.facts["granted"] == "yes") {
					t.Errorf("%s: the rule is named in the hint: %t", c.name, named)
				}
			}
		}
		slices.Sort(got)
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Of whom a group is made: everybody in the base organization; base organizations
// beside their sisters; over a whole campaign all, whoever they stand under.
func TestCapAncestor(t *testing.T) {
	tree, ps := NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseCommittee}, {Code: "S", Parent: "B", Level: SectionLevel},
		{Code: "B1", Parent: "S", Level: Branch}, {Code: "C", Parent: "D", Level: BaseBranch}})
	failOn(t, ps)
	rs := sampleSet(t)
	for _, c := range []struct {
		within string
		kind   Kind
		org    int
		want   int
		known  bool
	}{
		{"base_organization", Member, 3, 1, true}, {"base_organization", Member, 4, 4, true}, {"base_organization", Staff, 3, 1, true},
		{"base_organization", Leader, 1, 1, true}, {"base_organization", Collective, 1, 1, true}, {"base_organization", Unit, 2, 1, true},
		{"base_organization", Organization, 1, 0, true}, {"base_organization", Organization, 4, 0, true}, {"base_organization", Organization, 3, 1, true},
		{"base_organization", Leader, 0, 0, true}, {"base_organization", Leader, -1, 0, false},
		{"campaign", Leader, 3, 0, true}, {"campaign", Organization, 4, 0, true}, {"campaign", Collective, -1, 0, true},
	} {
		got, known := rs.capAncestor(tree, c.org, c.kind, &capRule{spec: &CapSpec{Within: c.within}})
		if got != c.want || known != c.known {
			t.Errorf("%s, %s of %d: %d %v, want %d %v", c.within, c.kind, c.org, got, known, c.want, c.known)
		}
	}
}
