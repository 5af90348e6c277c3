package evaluate

import (
	"slices"
	"testing"
)

func TestNewTreeFindsEveryFaultOfBodies(t *testing.T) {
	orgs := []Org{{Code: "D", Level: CommitteeLevel}, {Code: "A", Parent: "D", Level: BaseBranch}}
	at := func(cell string) Origin { return Origin{File: "to-chuc.xlsx", Sheet: "Đơn vị", Cell: cell} }
	for _, c := range []struct {
		name   string
		bodies []Body
		want   []string
	}{
		{"good", []Body{{Kind: Unit, Code: "P", Org: "A", Superior: "U"}, {Kind: Unit, Code: "U", Org: "D"}, {Kind: Collective, Code: "T", Org: "D", Superior: "U"}}, nil},
		{"a unit and a collective of one code", []Body{{Kind: Unit, Code: "U", Org: "D"}, {Kind: Collective, Code: "U", Org: "D"}}, nil},
		{"repeated code", []Body{{Kind: Unit, Code: "U", Org: "D", At: at("A2")}, {Kind: Unit, Code: "U", Org: "A", At: at("A3")}}, []string{"E370"}},
		{"no such organization", []Body{{Kind: Unit, Code: "U", Org: "X"}}, []string{"E371"}},
		{"no such unit above", []Body{{Kind: Unit, Code: "U", Org: "D", Superior: "X"}}, []string{"E372"}},
		{"a collective leads no collective", []Body{{Kind: Collective, Code: "T", Org: "D"}, {Kind: Collective, Code: "S", Org: "D", Superior: "T"}}, []string{"E372"}},
		{"belongs to itself", []Body{{Kind: Unit, Code: "U", Org: "D", Superior: "U"}}, []string{"E373"}},
		{"a circle of three, and one below it", []Body{{Kind: Unit, Code: "1", Org: "D", Superior: "2", At: at("A2")}, {Kind: Unit, Code: "2", Org: "D", Superior: "3", At: at("A3")},
			{Kind: Unit, Code: "3", Org: "D", Superior: "1", At: at("A4")}, {Kind: Unit, Code: "4", Org: "D", Superior: "1", At: at("A5")}}, []string{"E373", "E373", "E373"}},
		{"everything at once", []Body{{Kind: Collective, Code: "T", Org: "X", Superior: "Y"}, {Kind: Unit, Code: "U", Org: "Z", At: at("A9")}}, []string{"E371", "E372", "E371"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := NewTree(orgs, c.bodies...)
			if got := codes(ps); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			for _, p := range ps {
				if p.Hint == "" || p.Severity != Error {
					t.Errorf("%s: %+v", p.Code, p)
				}
			}
		})
	}
}

func TestBodiesKnowWhereTheyStand(t *testing.T) {
	tree, ps := NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "A", Parent: "D", Level: BaseBranch}},
		Body{Kind: Unit, Code: "P1", Org: "A", Superior: "U"}, Body{Kind: Unit, Code: "U", Org: "D"}, Body{Kind: Unit, Code: "P2", Org: "D", Superior: "U"},
		Body{Kind: Collective, Code: "T", Org: "D", Superior: "U"}, Body{Kind: Collective, Code: "C", Org: "A"})
	failOn(t, ps)
	u, _ := tree.Units.Index("U")
	if got := tree.Units.Attached(u); !slices.Equal(got, []int{0, 2}) || tree.Units.Superior(0) != u || tree.Units.Superior(u) != -1 {
		t.Errorf("attached %v, above %d and %d", got, tree.Units.Superior(0), tree.Units.Superior(u))
	}
	if tree.Collectives.Superior(0) != u || tree.Collectives.Superior(1) != -1 || tree.Orgs[tree.Collectives.Org(1)].Code != "A" {
		t.Error("the collectives stand elsewhere")
	}
	if _, ok := tree.Collectives.Index("U"); ok {
		t.Error("a unit passes for a collective")
	}
}
