package campaign

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
	"github.com/xeploai/xeploai/rules"
)

// A coupling is one political system in made-up workbooks, and what its subjects
// must come to once everything has gone through assembly and grading. Numbers are
// those of the worked cases in the digests of the regulations: R18 for 2018 to
// 2022, R25 for 2023 to 2026, PS for the printed sheets.
type coupling struct {
	lacks    []evaluate.FactID // facts without a column in the sheets of branches
	name     string
	period   string
	kinds    []evaluate.Kind // none: what the list gives reason to
	chosen   map[evaluate.Kind]string
	switches []string
	orgs     []evaluate.Org // none: a commune of two base branches
	bodies   []evaluate.Body
	books    []sheet
	want     []comes
}

// sheet is the rows of one kind in one organization's workbook.
type sheet struct {
	book excel.BookKind
	org  string
	kind evaluate.Kind
	rows []row
}

// comes says what one subject must come to: its outcome, with the possible grades
// from the best down where it is open; rules that must hold or fail; columns that
// it must be said to wait for.
type comes struct {
	kind  evaluate.Kind
	who   string // code, or a person's name and after a slash the title
	to    string
	holds string
	fails string
	waits string
}

func (r row) with(more ...row) row {
	out := row{}
	for _, m := range append([]row{r}, more...) {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

// somebody is a person with a number of his own.
func somebody(name string, facts ...row) row {
	h := fnv.New32()
	h.Write([]byte(name))
	return row{"full_name": "Người Mẫu " + name, "identity_number": fmt.Sprintf("99%010d", h.Sum32())}.with(facts...)
}

// crowd is n persons who differ only in name.
func crowd(n int, name string, facts ...row) []row {
	var out []row
	for i := range n {
		out = append(out, somebody(fmt.Sprint(name, " ", i+1), facts...))
	}
	return out
}

func twoBranches() []evaluate.Org {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	return []evaluate.Org{
		{Code: "XA", Name: "Đảng ủy xã Mẫu", Level: evaluate.CommitteeLevel, Founded: founded},
		{Code: "A", Name: "Chi bộ Mẫu 1", Parent: "XA", Level: evaluate.BaseBranch, Founded: founded},
		{Code: "B", Name: "Chi bộ Mẫu 2", Parent: "XA", Level: evaluate.BaseBranch, Founded: founded},
	}
}

// manyBranches is a base committee DU under an office, with n attached branches.
func manyBranches(n int) []evaluate.Org {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	out := []evaluate.Org{{Code: "XA", Name: "Đảng ủy xã Mẫu", Level: evaluate.CommitteeLevel, Founded: founded},
		{Code: "DU", Name: "Đảng bộ Mẫu", Parent: "XA", Level: evaluate.BaseCommittee, Founded: founded}}
	for i := range n {
		out = append(out, evaluate.Org{Code: fmt.Sprint("C", i+1), Name: fmt.Sprint("Chi bộ Mẫu ", i+1), Parent: "DU", Level: evaluate.Branch, Founded: founded})
	}
	return out
}

// libraries loads the rules once for every combination of switches.
type libraries map[string]*evaluate.Library

func (l libraries) with(t testing.TB, switches []string) *evaluate.Library {
	t.Helper()
	if len(switches) == 0 {
		return library(t)
	}
	key := strings.Join(switches, " ")
	if l[key] == nil {
		lib, ps := rules.Load(switches, rules.Builtin())
		if err := refuse(ps); err != nil {
			t.Fatal(err, ps)
		}
		l[key] = lib
	}
	return l[key]
}

// run is a system after grading, for questions about its subjects.
type run struct {
	report   *evaluate.Report
	problems []evaluate.Problem
}

func (c *coupling) run(t *testing.T, l libraries) *run {
	t.Helper()
	a := c.assembly(t, l)
	in, ps, err := a.inputs()
	if err != nil {
		t.Fatal(err)
	}
	report, more := evaluate.Grade(in, a.sets)
	return &run{report, append(ps, more...)}
}

// assembly is the system as it was taken in.
func (c *coupling) assembly(t *testing.T, l libraries) *assembly {
	t.Helper()
	orgs := c.orgs
	if orgs == nil {
		orgs = twoBranches()
	}
	tree, ps := evaluate.NewTree(orgs, c.bodies...)
	if err := refuse(ps); err != nil {
		t.Fatal(err, ps)
	}
	period, ok := evaluate.ParsePeriod(c.period)
	if !ok {
		t.Fatal("no period", c.period)
	}
	lib := l.with(t, c.switches)
	camp := &Campaign{Library: lib, Folder: Folder{Root: t.TempDir()}, Config: Config{Period: c.period, Kinds: c.kinds, Rules: RuleSettings{Chosen: c.chosen, Switches: c.switches}},
		terms: terms{comment: evaluate.Int(6), period: period, reference: period.Last()}}
	sets, err := camp.sets(tree)
	if err != nil {
		t.Fatal(err)
	}
	a := newAssembly(camp, tree, sets, make([]byte, keySize))
	for _, s := range c.books {
		k := book(t, lib, s.book, s.org, s.kind, s.rows...)
		if s.book == excel.BranchBook {
			k.Tables[0].columns = slices.DeleteFunc(k.Tables[0].columns, func(x column) bool { return slices.Contains(c.lacks, x.Fact) })
		}
		a.books = append(a.books, k)
	}
	return a
}

// find is the row of a subject, -1 when there is none.
func (r *run) find(k evaluate.Kind, who string) int {
	pop, _ := r.report.Of(k)
	if pop == nil {
		return -1
	}
	name, title, titled := strings.Cut(who, "/")
	text := func(row int, id evaluate.FactID) string {
		if i, ok := pop.Frame.Schema.Index(id); ok {
			return pop.Frame.Text(row, i)
		}
		return ""
	}
	for row, s := range pop.Subjects {
		if s.ID == who || text(row, "full_name") == "Người Mẫu "+name && (!titled || text(row, "title") == title) {
			return row
		}
	}
	return -1
}

// outcome writes a result down as a case states it.
func (r *run) outcome(k evaluate.Kind, row int) string {
	_, results := r.report.Of(k)
	res, scale := &results[row], results[row].Rules.Spec.Scale
	if res.Outcome == evaluate.Graded {
		return scale.Rung(res.Rank).ID
	}
	var possible []string
	for rank := range res.Possible.All() {
		possible = append(possible, scale.Rung(rank).ID)
	}
	if len(possible) == 0 || res.Outcome == evaluate.NotRated {
		return res.Outcome.String()
	}
	return res.Outcome.String() + ": " + strings.Join(possible, " ")
}

// verdict is that of a rule for a subject.
func (r *run) verdict(t testing.TB, k evaluate.Kind, row int, id string) evaluate.Verdict {
	t.Helper()
	_, results := r.report.Of(k)
	i := slices.IndexFunc(results[row].Rules.Rules, func(rule evaluate.Rule) bool { return rule.ID == id })
	if i < 0 {
		t.Fatalf("no rule %s", id)
	}
	return results[row].Walk.Verdicts[i]
}

func (c comes) check(t testing.TB, r *run) {
	t.Helper()
	at := r.find(c.kind, c.who)
	if at < 0 {
		t.Errorf("no %s %s", c.kind, c.who)
		return
	}
	if got := r.outcome(c.kind, at); got != c.to {
		t.Errorf("%s %s: %s, want %s", c.kind, c.who, got, c.to)
		for _, s := range func() []evaluate.Step { e := r.report.Explain(c.kind, at); return e.Steps() }() {
			if s.Relevant {
				t.Logf("  %s %v %v", s.Rule.ID, s.Verdict, s.Seen)
			}
		}
		pop, _ := r.report.Of(c.kind)
		t.Logf("  held: %v", pop.Subjects[at].Holds)
	}
	for _, id := range strings.Fields(c.holds) {
		if v := r.verdict(t, c.kind, at, id); v != evaluate.Holds {
			t.Errorf("%s %s: %s is %v", c.kind, c.who, id, v)
		}
	}
	for _, id := range strings.Fields(c.fails) {
		if v := r.verdict(t, c.kind, at, id); v != evaluate.Fails {
			t.Errorf("%s %s: %s is %v", c.kind, c.who, id, v)
		}
	}
	for _, id := range strings.Fields(c.waits) {
		if !slices.ContainsFunc(r.report.Missing(c.kind, at), func(o evaluate.Observation) bool { return string(o.Fact) == id }) {
			t.Errorf("%s %s does not say that it waits for %s but for %v", c.kind, c.who, id, r.report.Missing(c.kind, at))
		}
	}
}

// play runs every coupling, and hands over the rules it loaded.
func play(t *testing.T, list []coupling) libraries {
	t.Helper()
	l := libraries{}
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			r := c.run(t, l)
			for _, w := range c.want {
				w.check(t, r)
			}
		})
	}
	return l
}

func (r row) without(ids ...evaluate.FactID) row {
	out := r.with()
	for _, id := range ids {
		delete(out, id)
	}
	return out
}
