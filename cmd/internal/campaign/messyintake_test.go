package campaign

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/excel"
)

// Three hundred messy returns of 310 organizations are taken in by one command:
// exactly what was planted is told, each at its cell; what is accepted says what
// its sender meant; every refused file is mended by what its marked copy says; and
// the clerk knows who is missing.
func TestThreeHundredMessyReturns(t *testing.T) {
	c := messyCampaign(t, 0)
	returns := messyMeaning(t, c)
	if len(returns) != 300 {
		t.Fatalf("%d returns", len(returns))
	}
	makeMessy(t, returns)
	junk := c.layAll(t, returns)
	c.layRoster(t, returns)
	again := c.layAgain(t, returns)

	tried := c.tried(t)
	report := c.takeIn(t, c.Folder.Inbox())
	sameFound(t, tried, report)
	c.told(t, report, returns, junk, again)
	c.said(t, returns, func(r *messyReturn) bool { return !r.refused() })
	c.missing(t, func(org string) bool { return silent(org) || byOrg(returns)[org].unopened() })

	c.secondRound(t, report, returns)
	report = c.takeIn(t, c.Folder.Inbox())
	for _, f := range report.Files {
		if f.Outcome == Rejected {
			t.Errorf("%s comes back again: %v", f.Path, f.Problems)
		}
		if f.Outcome == Accepted {
			c.unmarked(t, f)
		}
	}
	c.changedFiles(t, returns, again)
	c.said(t, returns, func(*messyReturn) bool { return true })
	c.missing(t, silent)
	status, err := c.Status()
	if err != nil {
		t.Fatal(err)
	}
	if len(status.Refused) > 0 {
		t.Errorf("%d files wait still: %+v", len(status.Refused), status.Refused[0])
	}
	grading, err := c.Evaluate()
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]string{}
	for _, r := range grading.Receipts {
		taken[r.Org] = r.Path
	}
	sameLists(t, "between the files", matters(grading.Problems), expectedMatters(returns, taken))
}

// makeMessy lets every sender work in his return: one in ten spoils the whole
// file, a third of the others make mistakes, nearly all have habits.
func makeMessy(t *testing.T, returns []*messyReturn) {
	shapes, cells, faults, wholes := messyShapes(), messyCells(), messyFaults(), messyWholes()
	seen := make([]map[string]int, len(returns))
	err := runEach(len(returns), runtime.GOMAXPROCS(0), nil, func(i int) error {
		r := returns[i]
		seen[i] = map[string]int{}
		switch whole := wholes[(i/10)%len(wholes)]; {
		case r.spec.Stamp.Kind != excel.BranchBook:
			r.arrive(i, ".xlsx")
			r.bytes = r.clean(t)
		case i%10 == 9 && !isBetween(r.org()):
			at := ""
			r.bytes, at = whole.make(t, r)
			r.fault = string(whole.code) + " " + at
			r.arrive(i, whole.ending)
			seen[i][whole.name]++
		default:
			r.arrive(i, ".xlsx")
			r.book = openMessy(t, r, uint64(i))
			dice := rand.New(rand.NewPCG(uint64(i), 2025))
			r.book.do(shapes, dice.IntN(3), dice.IntN)
			if i%3 == 1 && !isBetween(r.org()) {
				first := i / 3
				r.book.do(faults, 1+dice.IntN(3), func(n int) int { first += 11; return (first - 11) % n })
			}
			r.book.do(cells, dice.IntN(5), dice.IntN)
			r.bytes = r.book.save()
			for _, name := range r.book.did {
				seen[i][name]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	total := map[string]int{}
	for _, s := range seen {
		for name, n := range s {
			total[name] += n
		}
	}
	for _, k := range slices.Concat(shapes, cells, faults) {
		if total[k.name] < 3 {
			t.Errorf("%s occurs %d times", k.name, total[k.name])
		}
	}
	for _, w := range wholes {
		if total[w.name] < 2 {
			t.Errorf("%s occurs %d times", w.name, total[w.name])
		}
	}
}
