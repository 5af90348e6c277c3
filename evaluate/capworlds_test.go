package evaluate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is open of a group may come out in many ways: every figure of every reading is the
// range of what it is in them, no wider.
func TestCapRangesAreThoseOfAllOutcomes(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for range 800 {
		rate, _ := Ratio(int64(1+r.IntN(100)), 100)
		f := CapFinding{Cap: &CapSpec{Rounding: []string{"floor", "half_up"}[r.IntN(2)]}, Rate: rate}
		c := &capRule{spec: &CapSpec{Base: GoodOnly}, rank: 4, below: 3, only: -1, exclude: -1}
		if r.IntN(3) == 0 { // a distinction within a rung
			c = &capRule{spec: &CapSpec{Base: AtRung}, rank: 4, below: NoRank, only: 0, exclude: -1}
		}
		people := somePeople(r)
		var n capCounts
		for i := range people {
			n.add(&people[i], c)
		}
		f.fill(c, n)
		if got, want := figuresOf(&f), figuresOfAll(f, c, people); !slices.Equal(got, want) {
			for i := range people {
				t.Logf("%v %v possible %b none %v %v", people[i].Outcome, people[i].Rank, people[i].Possible, people[i].MayBeNone, people[i].Walk.Verdicts)
			}
			t.Fatalf("rate %s, base %s:\n%v, want\n%v", rate, c.spec.Base, got, want)
		}
	}
}

// somePeople are a few with a grade and up to four who are open.
func somePeople(r *rand.Rand) (out []Result) {
	verdict := func() Walk { return Walk{Verdicts: []Verdict{[]Verdict{Holds, Fails, Unknown}[r.IntN(3)]}} }
	for range r.IntN(14) {
		w := verdict()
		if w.Verdicts[0] == Unknown {
			w.Verdicts[0] = Fails
		}
		out = append(out, Result{Outcome: Graded, Rank: Rank(4 - min(r.IntN(5), 3)), Walk: w})
	}
	for range r.IntN(5) {
		possible := RankSet(0)
		for rank := Rank(1); rank <= 4; rank++ {
			if r.IntN(2) == 0 {
				possible = possible.With(rank)
			}
		}
		if possible == 0 {
			possible = possible.With(4)
		}
		out = append(out, Result{Outcome: Undecided, Possible: possible, MayBeNone: r.IntN(3) == 0, Walk: verdict()})
	}
	return out
}

// figuresOf are the ranges of a finding, written.
func figuresOf(f *CapFinding) (out []string) {
	out = append(out, fmt.Sprint("have ", f.Have))
	for _, x := range f.Readings {
		out = append(out, fmt.Sprint(x.Of, " base ", x.Base, " as listed ", x.AsListed, " allowed ", x.Allowed, " over ", x.Over))
	}
	return out
}

// figuresOfAll are the same, by trying every outcome.
func figuresOfAll(f CapFinding, c *capRule, people []Result) []string {
	var all []CapFinding
	var try func(i int, settled []Result)
	try = func(i int, settled []Result) {
		if i == len(people) {
			var n capCounts
			for j := range settled {
				n.add(&settled[j], c)
			}
			one := CapFinding{Cap: f.Cap, Rate: f.Rate}
			one.fill(c, n)
			all = append(all, one)
			return
		}
		for _, p := range outcomesOf(people[i]) {
			try(i+1, append(slices.Clip(settled), p))
		}
	}
	try(0, nil)
	out := all[0]
	out.Readings = slices.Clone(out.Readings)
	join := func(a *Range, b Range) { *a = Range{min(a.Min, b.Min), max(a.Max, b.Max)} }
	for _, one := range all[1:] {
		join(&out.Have, one.Have)
		for i := range out.Readings {
			x, y := &out.Readings[i], one.Readings[i]
			join(&x.Base, y.Base)
			join(&x.AsListed, y.AsListed)
			join(&x.Allowed, y.Allowed)
			join(&x.Over, y.Over)
		}
	}
	return figuresOf(&out)
}

// outcomesOf are the ways in which somebody may come out.
func outcomesOf(p Result) (out []Result) {
	verdicts := p.Walk.Verdicts
	if verdicts[0] == Unknown {
		verdicts = []Verdict{Holds, Fails}
	}
	for _, v := range verdicts {
		w := Walk{Verdicts: []Verdict{v}}
		if p.Outcome == Graded {
			out = append(out, Result{Outcome: Graded, Rank: p.Rank, Walk: w})
			continue
		}
		for rank := range p.Possible.All() {
			out = append(out, Result{Outcome: Graded, Rank: rank, Walk: w})
		}
		if p.MayBeNone {
			out = append(out, Result{Outcome: NotRated, Walk: w})
		}
	}
	return out
}
