package campaign

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whatever rosters come in whatever order, of every branch the one speaks that was taken
// in last of those that list people of it, and nobody else; rosters that share no branch
// replace nothing. A roster that still speaks of all its branches is no news.
func TestOneRosterSpeaksOfEachBranch(t *testing.T) {
	lib := library(t)
	branches := []string{"A", "B", "C", "Chi bộ Lạ"}
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 5))
		var books []*kept
		of := map[string][]string{} // contents → its branches
		for i := range 4 {
			name, rows := fmt.Sprintf("R%d", i), []row(nil)
			for _, b := range branches {
				if rng.IntN(2) == 0 {
					rows, of[name] = append(rows, row{"full_name": "Người Mẫu " + name, "branch_code": b}), append(of[name], b)
				}
			}
			if len(rows) > 0 {
				books = append(books, book(t, lib, excel.RosterBook, name, evaluate.Member, rows...))
			}
		}
		if len(books) == 0 {
			continue
		}
		a := office(t, lib)
		stands, speaks := map[string]*kept{}, map[string]string{}
		for range 8 {
			next := *books[rng.IntN(len(books))]
			name := next.Receipt.Digest
			run := &intake{Campaign: a.Campaign, opt: ImportOptions{Replace: true}, rosters: &rosters{assembly: office(t, lib)}}
			for _, k := range stands {
				run.rosters.books = append(run.rosters.books, k)
				run.rosters.list = append(run.rosters.list, &roster{receipt: k.Receipt, all: len(of[k.Receipt.Digest])})
			}
			run.rosters.hearRosters()
			for i, r := range run.rosters.list {
				r.heard, r.cover = run.rosters.books[i], run.rosters.coverOf(run.rosters.books[i])
			}
			f := &Imported{Path: name, Kind: excel.RosterBook, digest: name, named: true, cover: run.rosters.coverOf(&next)}
			run.decideRoster(f)
			want, shares := Known, false
			for _, b := range of[name] {
				shares = shares || speaks[b] != ""
				if speaks[b] != name {
					want = Accepted
				}
			}
			if want == Accepted && shares {
				want = Replaced
			}
			if f.Outcome != want {
				t.Fatalf("seed %d: %s of %v is %s, want %s where %v", seed, name, of[name], f.Outcome, want, speaks)
			}
			if want != Known {
				next.Receipt.Turn, stands[name] = f.turn, &next
				for _, b := range of[name] {
					speaks[b] = name
				}
			}
			heard := office(t, lib)
			for _, k := range stands {
				heard.books = append(heard.books, k)
			}
			heard.hearRosters()
			got := map[string]string{}
			for _, k := range heard.books {
				for b := range heard.coverOf(k).written {
					got[b] = strings.TrimPrefix(got[b]+" "+k.Receipt.Digest, " ")
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(speaks) {
				t.Fatalf("seed %d: heard %v, want %v", seed, got, speaks)
			}
		}
	}
}

// A roster older than a merger is one of the branch that followed; two of branches that
// both went into it have nothing in common.
func TestRostersOfMergedBranches(t *testing.T) {
	lib := library(t)
	a := office(t, lib)
	tree, ps := evaluate.NewTree([]evaluate.Org{{Code: "XA", Name: "Đảng ủy xã Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "C", Name: "Chi bộ Mẫu 3", Parent: "XA", Level: evaluate.BaseBranch, Predecessors: []string{"C1", "C2"}}})
	if err := refuse(ps); err != nil {
		t.Fatal(err)
	}
	a = newAssembly(a.Campaign, tree, nil, nil)
	of := func(branch string) cover {
		return a.coverOf(book(t, lib, excel.RosterBook, "R", evaluate.Member, row{"full_name": "Người Mẫu An", "branch_code": branch}))
	}
	for _, c := range []struct {
		one, other string
		share      bool
	}{{"C1", "C2", false}, {"C1", "C", true}, {"C", "C2", true}, {"C1", "C1", true}, {"C", "C", true}} {
		if got := len(a.shared(of(c.one), of(c.other))) > 0; got != c.share {
			t.Errorf("%s and %s share a branch: %v", c.one, c.other, got)
		}
	}
}
