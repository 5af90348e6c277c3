package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Each base sees a person reported twice from its own cell, with the other one.
func TestAMatterIsSeenFromEachOfItsPlaces(t *testing.T) {
	cell := func(file string) evaluate.Origin {
		return evaluate.Origin{File: file, Sheet: "Đảng viên", Cell: "B9"}
	}
	p := problemTwice(cell("a.xlsx"), []evaluate.Origin{cell("b.xlsx"), cell("c.xlsx")})
	for n, want := range [][3]string{{"b.xlsx", "a.xlsx", "c.xlsx"}, {"c.xlsx", "b.xlsx", "a.xlsx"}} {
		got := seenFrom(p, n)
		if have := [3]string{got.At.File, got.Related[0].At.File, got.Related[1].At.File}; have != want {
			t.Errorf("from place %d: %v, want %v", n, have, want)
		}
	}
	if p.At.File != "a.xlsx" || p.Related[0].At.File != "b.xlsx" {
		t.Errorf("the matter itself changed: %v", p)
	}
}
