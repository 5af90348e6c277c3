package excel

import (
	"io"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What is wrong with a superior or an organization is told at its own cell, in all
// three sheets of the list.
func TestListProblemsNameTheirColumn(t *testing.T) {
	tree := sampleTree(t)
	orgs := append([]evaluate.Org(nil), tree.Orgs...)
	orgs[2].Parent, orgs[3].Parent = "", "KHÔNG-CÓ"
	bodies := sampleBodies()
	bodies[0].Org, bodies[0].Superior = "LẠ", "DV-02" // a circle with the second
	bodies[3].Superior = "LẠ"
	path, _ := written(t, "orgcells", func(w io.Writer) error {
		return WriteOrgList(w, sampleStamp(OrgListBook), sampleOffice(), orgs, bodies, OrgTypes())
	})
	in, ps := Read(path, readSpec(t))
	noProblems(t, ps)
	_, ps = evaluate.NewTree(in.Orgs, in.Bodies...)
	got := map[string]int{}
	for _, p := range ps {
		got[string(p.Code)+" "+p.At.Sheet+"!"+p.At.Cell]++
	}
	want := []string{"E302 " + sheetOrgList + "!D11", "E304 " + sheetOrgList + "!D12", "E371 " + sheetUnitList + "!D9",
		"E372 " + sheetCollectiveList + "!E10", "E373 " + sheetUnitList + "!E9", "E373 " + sheetUnitList + "!E10"}
	for _, w := range want {
		if got[w] != 1 {
			t.Errorf("%q is told %d times among %v", w, got[w], got)
		}
	}
	if len(ps) != len(want) {
		t.Errorf("%d problems: %v", len(ps), got)
	}
}
