package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

func year(n int) evaluate.Period {
	return evaluate.Period{Granularity: evaluate.Yearly, Year: n}
}

// periods are those whose offices differ.
func periods() []evaluate.Period { return []evaluate.Period{year(2019), year(2022), year(2025)} }

// regimes has a period of every regulation.
func regimes() []evaluate.Period {
	return []evaluate.Period{year(2016), year(2018), year(2019), year(2024), year(2025)}
}

// once reads the rules once: offices are drawn dozens of times.
var once = sync.OnceValues(library)

func mustWorld(t testing.TB, opt Options) *world {
	t.Helper()
	lib, err := once()
	if err != nil {
		t.Fatal(err)
	}
	opt = opt.filled()
	w, err := newWorld(opt, lib, layOut(officeOf(opt.Period), opt))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// fingerprint covers every organization and every fact.
func fingerprint(w *world) string {
	h := sha256.New()
	for _, o := range w.layout.orgs {
		fmt.Fprintf(h, "%+v\n", o)
	}
	for _, b := range w.bodies {
		fmt.Fprintf(h, "%+v\n", b)
	}
	for _, s := range w.described() {
		for row := range s.frame.Len() {
			for i := range s.frame.Schema.Facts {
				fmt.Fprint(h, s.frame.Data(i, s.frame.Value(row, i)), "|")
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// described lists the sheets of all kinds that the office grades.
func (w *world) described() []*sheet {
	var out []*sheet
	for _, k := range evaluate.Kinds() {
		if s := w.sheets[k]; s != nil {
			out = append(out, s)
		}
	}
	return out
}

func TestWorld_sameOptionsSameOffice(t *testing.T) {
	for _, p := range regimes() {
		opt := Options{Seed: 7, Members: 400, Period: p}
		a, b := fingerprint(mustWorld(t, opt)), fingerprint(mustWorld(t, opt))
		if a != b {
			t.Errorf("%s: two runs differ", p)
		}
		opt.Seed++
		if c := fingerprint(mustWorld(t, opt)); c == a {
			t.Errorf("%s: another seed makes the same office", p)
		}
	}
}

func TestWorld_sizes(t *testing.T) {
	for _, p := range periods() {
		for _, members := range []int{1, 3, 20, 230, 1000, 7000, 20000} {
			w := mustWorld(t, Options{Seed: 1, Members: members, Period: p})
			if len(w.people) != members {
				t.Errorf("%s: %d people, want %d", p, len(w.people), members)
			}
			want := members * 300 / 7000
			if got := len(w.layout.branches); got < want*9/10 || got > want*11/10+2 {
				t.Errorf("%s, %d people: %d branches, want about %d", p, members, got, want)
			}
			for _, b := range w.layout.branches {
				if b.size < 1 || members > 200 && b.size < 3 {
					t.Errorf("%s, %d people: a branch of %d", p, members, b.size)
				}
			}
		}
	}
}

func TestWorld_treeIsSound(t *testing.T) {
	for _, p := range periods() {
		for _, members := range []int{30, 7000} {
			w := mustWorld(t, Options{Seed: 1, Members: members, Period: p})
			if _, ps := evaluate.NewTree(w.layout.orgs, w.bodies...); len(ps) > 0 {
				t.Errorf("%s, %d people: %v", p, members, ps[0])
			}
		}
	}
}

func TestWorld_levelsAndPlaces(t *testing.T) {
	for _, p := range periods() {
		w := mustWorld(t, Options{Seed: 1, Period: p})
		levels := map[evaluate.OrgLevel]int{}
		communes := 0
		for _, o := range w.layout.orgs {
			levels[o.Level]++
			if o.Level == evaluate.BaseCommittee && (strings.HasPrefix(o.Name, "Đảng bộ xã ") || strings.HasPrefix(o.Name, "Đảng bộ thị trấn ")) {
				communes++
			}
		}
		for _, l := range evaluate.OrgLevels() {
			if levels[l] == 0 {
				t.Errorf("%s: no organization of level %s", p, l)
			}
		}
		if p.Year < 2025 && communes != 22 {
			t.Errorf("%s: %d communes and towns, want 22", p, communes)
		}
	}
}

// Leaders are people of the office, every body has its posts, and a small office
// has none of it.
func TestWorld_bodiesAndPosts(t *testing.T) {
	for _, p := range periods() {
		w := mustWorld(t, Options{Seed: 1, Period: p, Full: true})
		held := map[string]int{}
		for _, post := range w.posts {
			if len(w.people[post.person].identity) != fullIdentity {
				t.Errorf("%s: a leader without a number", p)
			}
			held[post.collective]++
		}
		if len(w.posts) < 150 || len(w.posts) > 500 {
			t.Errorf("%s: %d posts, want some hundred", p, len(w.posts))
		}
		for _, b := range w.bodies {
			if b.Kind == evaluate.Collective && held[b.Code] != b.Size {
				t.Errorf("%s: %s has %d members of %d", p, b.Code, held[b.Code], b.Size)
			}
		}
		if small := mustWorld(t, Options{Seed: 1, Members: 100, Period: p}); len(small.bodies)+len(small.posts)+len(small.cast.scenes) > 0 {
			t.Errorf("%s: a small office has units or leaders", p)
		}
	}
	if w := mustWorld(t, Options{Seed: 1, Members: 1000, Period: year(2016)}); len(w.bodies) > 0 {
		t.Error("2016 had no rules for collectives and units")
	}
}

func TestWorld_nobodyIsReal(t *testing.T) {
	for _, p := range periods() {
		w := mustWorld(t, Options{Seed: 3, Period: p})
		s := w.members.frame
		name, identity, card := s.Schema.ByRole(evaluate.RoleName), s.Schema.ByRole(evaluate.RoleIdentity), s.Schema.ByRole(evaluate.RoleCard)
		seen := map[string]bool{}
		for row := range s.Len() {
			if n := s.Text(row, name); !strings.Contains(n, " "+middleName+" ") {
				t.Fatalf("row %d: name without the sample middle name", row)
			}
			for _, key := range []string{"i" + s.Text(row, identity), "c" + s.Text(row, card)} {
				if len(key) == 1 {
					continue
				}
				if seen[key] {
					t.Fatalf("%s: number given twice", p)
				}
				seen[key] = true
			}
			if n := s.Text(row, identity); n != "" && !strings.HasPrefix(n, neverIssued) {
				t.Fatalf("row %d: identity number of a real province", row)
			}
		}
	}
}

func TestWorld_factsAreSound(t *testing.T) {
	for _, p := range periods() {
		w := mustWorld(t, Options{Seed: 5, Period: p, Full: true})
		for _, s := range w.described() {
			for row := range s.frame.Len() {
				if ps := s.rules.CheckRow(s.frame, row); len(ps) > 0 {
					t.Fatalf("%s, %s, row %d: %v", p, s.frame.Schema.Kind, row, ps)
				}
			}
		}
	}
}

// population is what a run would grade if every file were read without fault.
func (w *world) inputs() *evaluate.Inputs {
	tree, _ := evaluate.NewTree(w.layout.orgs)
	in := &evaluate.Inputs{Period: w.opt.Period, Reference: w.opt.Period.Last(), Tree: tree,
		Populations: map[evaluate.Kind]*evaluate.Population{}}
	members, orgs := &evaluate.Population{Frame: w.members.frame}, &evaluate.Population{Frame: w.orgs.frame}
	in.Populations[evaluate.Member], in.Populations[evaluate.Organization] = members, orgs
	for i := range w.people {
		members.Subjects = append(members.Subjects, evaluate.Subject{
			ID: fmt.Sprint(i), Person: fmt.Sprint(i), Org: w.layout.branches[w.people[i].branch].org})
	}
	for i, o := range w.layout.orgs {
		orgs.Subjects = append(orgs.Subjects, evaluate.Subject{ID: o.Code, Org: i})
		r := row{w.orgs, i}
		setTree(r, o)
	}
	return in
}

// setTree gives the facts the organization list knows.
func setTree(r row, o evaluate.Org) {
	f := r.frame
	if i, ok := f.Schema.Index("org_level"); ok {
		if k, ok := f.Schema.Facts[i].CodeIndex(string(o.Level)); ok {
			f.Set(r.at, i, evaluate.ChoiceValue(k))
		}
	}
	if i, ok := f.Schema.Index("founded_on"); ok {
		f.Set(r.at, i, evaluate.DateValue(o.Founded))
	}
	if i, ok := f.Schema.Index("has_predecessor"); ok {
		code := "no"
		if len(o.Predecessors) > 0 {
			code = "yes"
		}
		k, _ := f.Schema.Facts[i].CodeIndex(code)
		f.Set(r.at, i, evaluate.ChoiceValue(k))
	}
}

func TestWorld_gradesSpread(t *testing.T) {
	for _, p := range periods() {
		for _, seed := range []uint64{1, 2} {
			w := mustWorld(t, Options{Seed: seed, Period: p})
			report, ps := evaluate.Grade(w.inputs(), map[evaluate.Kind]*evaluate.RuleSet{
				evaluate.Member: w.members.rules, evaluate.Organization: w.orgs.rules})
			if len(ps) > 0 {
				t.Fatalf("%s: %v", p, ps[0])
			}
			for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Organization} {
				checkSpread(t, fmt.Sprint(p, " seed ", seed, " ", k), report, k)
			}
			over := 0
			for _, c := range report.Caps {
				if c.Over.Min > 0 {
					over++
				}
			}
			if over == 0 || over == len(report.Caps) {
				t.Errorf("%s: %d of %d caps exceeded, want some", p, over, len(report.Caps))
			}
			t.Logf("%s seed %d: %d of %d caps exceeded", p, seed, over, len(report.Caps))
		}
	}
}

func checkSpread(t *testing.T, name string, report *evaluate.Report, k evaluate.Kind) {
	t.Helper()
	_, results := report.Of(k)
	counts := map[string]int{}
	for i := range results {
		key := results[i].Outcome.String()
		if results[i].Outcome == evaluate.Graded {
			key = string(results[i].Rules.Scale().Rung(results[i].Rank).Statutory)
		}
		counts[key]++
	}
	t.Log(name, counts)
	n := len(results)
	for _, want := range []struct {
		key    string
		lo, hi int // per mille
	}{{"excellent", 40, 200}, {"good", 550, 850}, {"completed", 30, 260}, {"not_completed", 1, 40},
		{"review", 1, 80}, {"not_rated", 1, 130}} {
		if k == evaluate.Organization && (want.key == "review" || want.key == "not_rated") {
			continue
		}
		if share := counts[want.key] * 1000 / n; share < want.lo || share > want.hi {
			t.Errorf("%s: %d‰ %s, want %d–%d‰", name, share, want.key, want.lo, want.hi)
		}
	}
	if k == evaluate.Member && (counts["undecided"] == 0 || counts["undecided"] > n/50) {
		t.Errorf("%s: %d undecided", name, counts["undecided"])
	}
}
