package rules

import (
	"testing"
	"testing/fstest"

	"github.com/xeploai/xeploai/evaluate"
)

// The printed form of grading anew is known for the regulation that names it,
// and for no other.
func TestPaperOfGradingAnew(t *testing.T) {
	lib, _ := Load(nil, partOfBuiltin(t, "vn-366-member@2025-r1"))
	year := func(y int) evaluate.Period { return evaluate.Period{Granularity: evaluate.Yearly, Year: y} }
	p := lib.Paper(evaluate.RegradingPaper, evaluate.Member, year(2025))
	if p == nil || p.Number == "" || p.Title == "" || p.Cite.String() == "" || p.Standing != evaluate.Quoted {
		t.Fatalf("%+v", p)
	}
	if got := lib.Paper(evaluate.RegradingPaper, evaluate.Organization, evaluate.Period{Granularity: evaluate.Quarterly, Year: 2026, Part: 1}); got != p {
		t.Errorf("organizations, a quarter of 2026: %+v", got)
	}
	for _, none := range []*evaluate.PaperSpec{lib.Paper(evaluate.RegradingPaper, evaluate.Member, year(2024)),
		lib.Paper(evaluate.RegradingPaper, evaluate.Unit, year(2025)), lib.Paper("other", evaluate.Member, year(2025))} {
		if none != nil {
			t.Errorf("found %+v", none)
		}
	}
}

func TestPaperFaultsAreSaid(t *testing.T) {
	layer := Layer{Name: "x", FS: fstest.MapFS{"papers/a.yaml": {Data: []byte("schema: 1\nid: b\nuse: nothing\nnumber: M\nkinds: [member]\nfrom: 20x5\ncite: {source: V}\nstanding: quoted\n")}}}
	_, ps := Load(nil, layer)
	at := map[int]bool{}
	for _, p := range ps {
		if p.At.File == "x/papers/a.yaml" && p.Severity == evaluate.Error {
			at[p.At.Line] = true
		}
	}
	for _, line := range []int{1, 3, 6, 7} { // name and title, use, period, citation
		if !at[line] {
			t.Errorf("nothing said of line %d: %v", line, ps)
		}
	}
}
