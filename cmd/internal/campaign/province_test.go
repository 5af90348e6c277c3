package campaign

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// province is a whole political system in memory: every kind, tied together. How
// its lists are ordered is the caller's; what they say is not.
type province struct {
	in   *evaluate.Inputs
	sets map[evaluate.Kind]*evaluate.RuleSet
	used map[evaluate.Kind][]int
	size provinceSize
	// any gives facts values without regard to what is usual.
	any bool
}

// provinceSize counts its subjects; with officials among them all six kinds are
// graded.
type provinceSize struct{ bases, branches, members, leaders, staff int }

// fullProvince is the size that grading is measured on.
func fullProvince() provinceSize { return provinceSize{150, 5000, 150_000, 10_000, 0} }

func newProvince(t testing.TB, lib *evaluate.Library, period string, size provinceSize, anything bool, order func(n int) []int) *province {
	t.Helper()
	p, _ := evaluate.ParsePeriod(period)
	orgs, bodies := provinceLists(size)
	tree, ps := evaluate.NewTree(inOrder(orgs, order), inOrder(bodies, order)...)
	if err := refuse(ps); err != nil {
		t.Fatal(err, ps)
	}
	c := &Campaign{Library: lib, terms: terms{period: p, reference: p.Last()}}
	if size.staff > 0 {
		c.Config.Kinds = evaluate.Kinds()
	}
	sets, err := c.sets(tree)
	if err != nil {
		t.Fatal(err)
	}
	out := &province{sets: sets, used: map[evaluate.Kind][]int{}, size: size, any: anything,
		in: &evaluate.Inputs{Period: p, Reference: p.Last(), Tree: tree, Populations: map[evaluate.Kind]*evaluate.Population{}}}
	for k := range sets {
		out.used[k] = evaluate.FactsCollected(sets, k)
	}
	a := newAssembly(c, tree, sets, make([]byte, keySize))
	for _, k := range []evaluate.Kind{evaluate.Organization, evaluate.Unit, evaluate.Collective} {
		out.addPlaces(a, k)
	}
	a.linkBodies(out.in.Populations)
	out.addMembers(order)
	out.addLeaders(order)
	if size.staff > 0 {
		out.addStaff(order)
	}
	return out
}

// addStaff adds officials, who are the first members and leaders in another role,
// each in an office and under the direct command of a leader.
func (p *province) addStaff(order func(n int) []int) {
	f := evaluate.NewFrame(p.sets[evaluate.Staff].Schema())
	pop := &evaluate.Population{Frame: f}
	at := map[string]int{} // person → row
	for _, n := range order(p.size.staff) {
		row := f.Append(evaluate.Place{Source: -1})
		p.values(evaluate.Staff, f, row, n)
		who := fmt.Sprint("m", n)
		u, _ := p.in.Tree.Units.Index(fmt.Sprintf("UB%d", n%p.size.bases))
		s := evaluate.Subject{ID: fmt.Sprint("s", n), Person: who, Org: p.in.Tree.Units.Org(u)}
		link(&s, evaluate.OwnUnit, []int{u}, evaluate.Origin{})
		pop.Subjects = append(pop.Subjects, s)
		at[who] = row
	}
	p.in.Populations[evaluate.Staff] = pop
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
		subjects := p.in.Populations[k].Subjects
		for i := range subjects {
			if row, ok := at[subjects[i].Person]; ok {
				link(&subjects[i], evaluate.AsStaff, []int{row}, evaluate.Origin{})
			}
			var n int
			if _, err := fmt.Sscanf(subjects[i].ID, "l%d", &n); err == nil {
				var under []int
				for other := n; other < p.size.staff; other += p.size.leaders {
					under = append(under, at[fmt.Sprint("m", other)])
				}
				link(&subjects[i], evaluate.Managed, under, evaluate.Origin{})
			}
		}
	}
}

func asListed(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func inOrder[T any](list []T, order func(n int) []int) []T {
	out := make([]T, len(list))
	for i, from := range order(len(list)) {
		out[i] = list[from]
	}
	return out
}

func provinceLists(size provinceSize) (orgs []evaluate.Org, bodies []evaluate.Body) {
	orgs = append(orgs, evaluate.Org{Code: "T", Name: "Đảng bộ tỉnh Mẫu", Level: evaluate.CommitteeLevel})
	for i := range size.bases {
		code := fmt.Sprintf("B%d", i)
		orgs = append(orgs, evaluate.Org{Code: code, Name: "Đảng bộ Mẫu " + code, Parent: "T", Level: evaluate.BaseCommittee, Type: "commune"})
		bodies = append(bodies, evaluate.Body{Kind: evaluate.Unit, Code: "U" + code, Name: "Cơ quan Mẫu", Org: code},
			evaluate.Body{Kind: evaluate.Collective, Code: "C" + code, Name: "Tập thể Mẫu", Org: code, Superior: "U" + code, Size: 7})
		for j := range 10 {
			bodies = append(bodies, evaluate.Body{Kind: evaluate.Unit, Code: fmt.Sprintf("U%s.%d", code, j), Name: "Phòng Mẫu", Org: code, Superior: "U" + code})
		}
	}
	for i := range size.branches {
		base := fmt.Sprintf("B%d", i%size.bases)
		code := fmt.Sprintf("%s.%d", base, i)
		orgs = append(orgs, evaluate.Org{Code: code, Name: "Chi bộ Mẫu " + code, Parent: base, Level: evaluate.Branch, Type: "commune"})
		if i%3 == 0 {
			bodies = append(bodies, evaluate.Body{Kind: evaluate.Collective, Code: "C" + code, Name: "Chi ủy Mẫu", Org: code, Size: 3})
		}
	}
	return orgs, bodies
}

// values fills the facts of a row that the sets in force use, by the subject's
// number alone: mostly good, and every so many something else; or anything.
func (p *province) values(k evaluate.Kind, f *evaluate.Frame, row int, n int) {
	dice := rand.New(rand.NewPCG(uint64(n), uint64(len(k))))
	for _, i := range p.used[k] {
		def := &f.Schema.Facts[i]
		asked := def.Supplier != evaluate.SupplyAuthority && def.Supplier != evaluate.SupplyDerived && def.Supplier != evaluate.SupplyTree &&
			def.Role != evaluate.RoleElsewhere && def.LeadsTo == ""
		// Who names his units need not count those that failed, and a count that is
		// wrong about every one of them is nobody's list.
		usual := def.Blank == "" && def.Role == "" && def.Tally == nil
		switch {
		case !asked || !p.any && !usual || p.any && dice.IntN(8) == 0:
		case def.Type == evaluate.ChoiceFact:
			code := (n / 7) % min(2, len(def.Choices))
			if p.any {
				code = dice.IntN(len(def.Choices))
			}
			f.Set(row, i, evaluate.ChoiceValue(code))
		case def.Type == evaluate.NumberFact:
			x := evaluate.Int(int64(2 + n%3))
			if def.Unit == "tasks" {
				x = evaluate.Int(10)
			}
			if p.any {
				x = evaluate.Int(int64(dice.IntN(12)))
			}
			if def.Max != nil && x.Cmp(*def.Max) > 0 {
				x = *def.Max
			}
			v, _ := evaluate.NumberValue(x)
			f.Set(row, i, v)
		case def.Type == evaluate.DateFact:
			day, _ := evaluate.NewDate(2001+n%20, 1+n%12, 3)
			f.Set(row, i, evaluate.DateValue(day))
		}
	}
}

func (p *province) addPlaces(a *assembly, k evaluate.Kind) {
	f := evaluate.NewFrame(a.Library.Vocabulary.Schema(k))
	pop := &evaluate.Population{Frame: f}
	for _, at := range a.places(k) {
		if at.level == evaluate.CommitteeLevel {
			continue
		}
		row := f.Append(evaluate.Place{Source: -1})
		h := fnv.New32()
		h.Write([]byte(at.code))
		p.values(k, f, row, int(h.Sum32()))
		setListed(f, row, at, evaluate.Place{Source: -1})
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: at.code, Org: at.org})
	}
	p.in.Populations[k] = pop
}

func (p *province) org(code string) int {
	i, _ := p.in.Tree.Index(code)
	return i
}

func (p *province) addMembers(order func(n int) []int) {
	f := evaluate.NewFrame(p.sets[evaluate.Member].Schema())
	pop := &evaluate.Population{Frame: f}
	for _, n := range order(p.size.members) {
		row := f.Append(evaluate.Place{Source: -1})
		p.values(evaluate.Member, f, row, n)
		branch := n % p.size.branches
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: fmt.Sprint("m", n), Person: fmt.Sprint("m", n),
			Org: p.org(fmt.Sprintf("B%d.%d", branch%p.size.bases, branch))})
	}
	p.in.Populations[evaluate.Member] = pop
}

func (p *province) addLeaders(order func(n int) []int) {
	f := evaluate.NewFrame(p.sets[evaluate.Leader].Schema())
	pop := &evaluate.Population{Frame: f}
	units, collectives := &p.in.Tree.Units, &p.in.Tree.Collectives
	for _, n := range order(p.size.leaders) {
		row := f.Append(evaluate.Place{Source: -1})
		p.values(evaluate.Leader, f, row, n)
		code := fmt.Sprintf("CB%d", n%p.size.bases)
		if branch := n % p.size.branches; n%2 == 0 && branch%3 == 0 {
			code = fmt.Sprintf("CB%d.%d", branch%p.size.bases, branch)
		}
		c, _ := collectives.Index(code)
		s := evaluate.Subject{ID: fmt.Sprint("l", n), Person: fmt.Sprint("m", n), Org: collectives.Org(c)}
		link(&s, evaluate.OwnCollective, []int{c}, evaluate.Origin{})
		if u := collectives.Superior(c); u >= 0 {
			link(&s, evaluate.OwnUnit, []int{u}, evaluate.Origin{})
			link(&s, evaluate.UnitsInCharge, units.Attached(u), evaluate.Origin{})
		}
		pop.Subjects = append(pop.Subjects, s)
	}
	p.in.Populations[evaluate.Leader] = pop
}

// outcomes writes down every result and ceiling, without regard to any order.
func (p *province) outcomes(t *testing.T) map[string]string {
	t.Helper()
	report, ps := evaluate.Grade(p.in, p.sets)
	out := map[string]string{}
	for _, k := range evaluate.Kinds() {
		pop, results := report.Of(k)
		for row := range results {
			r := &results[row]
			out[string(k)+" "+pop.Subjects[row].ID] = fmt.Sprint(r.Outcome, r.Rank, r.Possible, r.MayBeNone, r.Cause, r.Walk.Because, r.Walk.Suggested, r.Walk.Verdicts, report.Weighed(k, row))
		}
	}
	for _, c := range report.Caps {
		pop, _ := report.Of(c.Kind)
		var merit []string
		for _, row := range c.Candidates {
			merit = append(merit, pop.Subjects[row].ID)
		}
		out[c.Cap.ID+" "+p.in.Tree.Orgs[c.Org].Code+" "+c.Group] = fmt.Sprint(c.Rated, c.Open, c.Have, c.Base, c.AsListed, c.Allowed, c.Over, merit, len(c.Proposed), len(c.Tied), c.Choose, c.Relieved)
	}
	var codes []string
	for _, q := range ps {
		codes = append(codes, string(q.Code)+q.Subject)
	}
	slices.Sort(codes)
	out["problems"] = fmt.Sprint(codes)
	return out
}

// Whatever the order of organizations, units, collectives and people of all six
// kinds, everybody gets the same result for the same reasons, and what is told
// beside it is the same.
func TestNoOrderChangesAResult(t *testing.T) {
	lib := library(t)
	size := provinceSize{bases: 3, branches: 24, members: 400, leaders: 90, staff: 200}
	for _, period := range []string{"2018", "2021", "2024", "2025", "2026"} {
		for _, anything := range []bool{false, true} {
			want := newProvince(t, lib, period, size, anything, asListed).outcomes(t)
			kinds := map[string]int{}
			for seed := range uint64(2) {
				dice := rand.New(rand.NewPCG(seed, 7))
				got := newProvince(t, lib, period, size, anything, dice.Perm).outcomes(t)
				if len(got) != len(want) {
					t.Fatalf("%s: %d results, then %d", period, len(want), len(got))
				}
				for id, r := range want {
					kinds[strings.SplitN(r, " ", 3)[0]]++
					if got[id] != r {
						t.Fatalf("%s, anything %t: %s\n%s\nthen\n%s", period, anything, id, r, got[id])
					}
				}
			}
			for _, k := range evaluate.Kinds() {
				if !slices.ContainsFunc(slices.Collect(maps.Keys(want)), func(id string) bool { return strings.HasPrefix(id, string(k)+" ") }) {
					t.Errorf("%s: no %s among the results", period, k)
				}
			}
			if len(kinds) < 3 {
				t.Errorf("%s, anything %t: only %v came out", period, anything, kinds)
			}
		}
	}
}

// BenchmarkProvince grades 150 base committees, 5,000 branches, 150,000 members
// and 10,000 leaders from values in memory. "seconds" is one grading, ceilings
// included; "MiB" what was live at its end, values and results together.
func BenchmarkProvince(b *testing.B) {
	for _, period := range []string{"2021", "2025"} {
		b.Run(period, func(b *testing.B) {
			p := newProvince(b, library(b), period, fullProvince(), false, asListed)
			debug.FreeOSMemory() // what making the values left behind is none of grading's
			stop := watchMemory()
			b.ResetTimer()
			var spent time.Duration
			for range b.N {
				start := time.Now()
				report, _ := evaluate.Grade(p.in, p.sets)
				spent += time.Since(start)
				if len(report.Results[evaluate.Member]) != p.size.members || len(report.Results[evaluate.Leader]) != p.size.leaders {
					b.Fatal("somebody is missing")
				}
				runtime.KeepAlive(report)
			}
			b.ReportMetric(spent.Seconds()/float64(b.N), "seconds")
			b.ReportMetric(stop()/(1<<20), "MiB-peak")
		})
	}
}
