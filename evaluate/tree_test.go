package evaluate

import (
	"slices"
	"strings"
	"testing"
)

func codes(ps []Problem) []string {
	var out []string
	for _, p := range SortProblems(ps) {
		out = append(out, string(p.Code))
	}
	return out
}

func TestNewTreeFindsEveryFault(t *testing.T) {
	at := func(row string) Origin { return Origin{File: "to-chuc.xlsx", Sheet: "Tổ chức", Cell: "A" + row} }
	for _, c := range []struct {
		name string
		orgs []Org
		want []string
	}{
		{"good", []Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseCommittee}, {Code: "C", Parent: "B", Level: Branch}}, nil},
		{"repeated code", []Org{{Code: "D", Level: CommitteeLevel}, {Code: "D", Parent: "D", Level: BaseBranch, At: at("3")}}, []string{"E301"}},
		{"two roots", []Org{{Code: "D", Level: CommitteeLevel}, {Code: "E", Level: CommitteeLevel}}, []string{"E302"}},
		{"no root", []Org{{Code: "D", Parent: "E", Level: CommitteeLevel}, {Code: "E", Parent: "D", Level: CommitteeLevel}}, []string{"E303", "E306", "E306"}},
		{"a circle, and two below it", []Org{{Code: "D", Level: CommitteeLevel}, {Code: "E", Parent: "F", Level: CommitteeLevel, At: at("4")}, {Code: "F", Parent: "E", Level: CommitteeLevel, At: at("5")},
			{Code: "B", Parent: "F", Level: BaseCommittee, At: at("6")}, {Code: "C", Parent: "B", Level: Branch, At: at("7")}}, []string{"E306", "E306"}},
		{"orphan", []Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "X", Level: BaseCommittee}}, []string{"E304"}},
		{"a branch of nobody's", []Org{{Code: "C", Level: Branch}}, []string{"E305"}},
		{"a section of nobody's", []Org{{Code: "S", Level: SectionLevel}, {Code: "C", Parent: "S", Level: Branch}}, []string{"E305"}},
		{"a base committee at the head", []Org{{Code: "B", Level: BaseCommittee}, {Code: "S", Parent: "B", Level: SectionLevel}, {Code: "C", Parent: "S", Level: Branch}}, nil},
		{"a base branch alone", []Org{{Code: "C", Level: BaseBranch}}, nil},
		{"under a branch", []Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseBranch}, {Code: "C", Parent: "B", Level: Branch}}, []string{"E305"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := NewTree(c.orgs)
			if got := codes(ps); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestTreeBaseAndWithin(t *testing.T) {
	tree, ps := NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "C1", Parent: "S", Level: Branch}, {Code: "B", Parent: "D", Level: BaseCommittee},
		{Code: "S", Parent: "B", Level: SectionLevel}, {Code: "E", Parent: "D", Level: BaseBranch}})
	failOn(t, ps)
	for code, want := range map[string]string{"C1": "B", "S": "B", "B": "B", "E": "E"} {
		i, _ := tree.Index(code)
		if got := tree.Orgs[tree.Base(i)].Code; got != want {
			t.Errorf("base of %s = %s, want %s", code, got, want)
		}
	}
	if b := tree.Base(0); b != -1 {
		t.Errorf("the root has base %d", b)
	}
	b, _ := tree.Index("B")
	if got := tree.Within(b); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("Within(B) = %v", got)
	}
	if got := tree.Bases(); !slices.Equal(got, []int{2, 4}) {
		t.Errorf("Bases() = %v", got)
	}
}

func TestSortProblemsOrdersCellsAndDropsRepetitions(t *testing.T) {
	p := func(cell string) Problem { return Problem{Code: "X1", At: Origin{File: "a", Sheet: "S", Cell: cell}} }
	var got []string
	for _, q := range SortProblems([]Problem{p("A10"), p("B2"), p("AA2"), p("B2"), p("A2")}) {
		got = append(got, q.At.Cell)
	}
	if want := []string{"A2", "B2", "AA2", "A10"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A superior that is not there is told at its own cell, with the code it most
// looks like.
func TestTree_orphanNamesItsCell(t *testing.T) {
	_, ps := NewTree([]Org{{Code: "DB2", Level: CommitteeLevel}, {Code: "CB1", Parent: "DB22", Level: BaseBranch,
		At: Origin{File: "list.xlsx", Sheet: "S", Cell: "B16"}, Columns: ListColumns{Code: 2, Parent: 4}}})
	if len(ps) != 1 || ps[0].Code != "E304" || ps[0].At.Cell != "D16" || !strings.Contains(ps[0].Hint, `"DB2"`) {
		t.Errorf("told as %v", ps)
	}
}
