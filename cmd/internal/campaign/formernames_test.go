package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A list may name what an organization followed as workbooks of the campaign call it. A name
// that several bore, or that an organization had under its present code, stands for no code.
func TestPredecessorsByName(t *testing.T) {
	lib := library(t)
	sent := func(code, name string) *kept {
		return prefilledBook(t, lib, excel.BranchBook, code, evaluate.Organization, row{"org_code": code, "org_name": name})
	}
	branch := func(code, name string, from ...string) evaluate.Org {
		return evaluate.Org{Code: code, Name: name, Parent: "XA", Level: evaluate.BaseBranch, Founded: evaluate.Date{Year: 2025, Month: 7, Day: 1}, Predecessors: from}
	}
	old, alike := sent("OLD", "Chi bộ thôn Hòa"), sent("OLD2", "Chi bộ thôn Hòa")
	again := sent("OLD", "Chi bộ thôn Bình")
	(&templateMaker{assembly: &assembly{Campaign: &Campaign{Library: lib}}}).keepCalled(old, again)
	for _, c := range []struct {
		name string
		list []evaluate.Org
		sent []*kept
		in   []*kept // reports
		now  string  // what followed OLD
		same bool    // and is nothing but it
	}{
		{"its name", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hoà")}, []*kept{old}, nil, "N", true},
		{"its code", []evaluate.Org{branch("N", "Chi bộ Mẫu", "OLD")}, []*kept{old}, nil, "N", true},
		{"its code, and nobody knows its name", []evaluate.Org{branch("N", "Chi bộ Mẫu", "OLD")}, nil, nil, "N", true},
		{"a name that nobody knows", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Bình")}, []*kept{old}, nil, "", false},
		{"with another, both by name", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa", "Chi bộ thôn Bình")}, []*kept{old, sent("OLD3", "Chi bộ thôn Bình")}, nil, "N", false},
		{"divided", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa"), branch("M", "Chi bộ Mẫu 2", "OLD")}, []*kept{old}, nil, "M N", false},
		{"a name of two that are no more", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa")}, []*kept{old, alike}, nil, "", false},
		{"two of one name, one by its code", []evaluate.Org{branch("N", "Chi bộ Mẫu", "OLD"), branch("M", "Chi bộ Mẫu 2", "Chi bộ thôn Hòa")}, []*kept{old, alike}, nil, "N", true},
		{"a name of one that is no more, and of one that is there", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa"), branch("M", "Chi bộ thôn Hòa")}, []*kept{old}, nil, "", false},
		{"the name goes on", []evaluate.Org{branch("N", "Chi bộ thôn Hòa", "Chi bộ thôn Hòa")}, []*kept{old, sent("N", "Chi bộ thôn Hòa")}, nil, "N", true},
		{"a name that it had under its code", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa")}, []*kept{old, sent("N", "Chi bộ thôn Hòa")}, nil, "", false},
		{"its name in the template before the last", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa")}, []*kept{again}, nil, "N", true},
		{"its name in a report alone", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa")}, nil, []*kept{old}, "N", true},
		{"its report was taken in under the new code", []evaluate.Org{branch("N", "Chi bộ Mẫu", "Chi bộ thôn Hòa")}, []*kept{old}, []*kept{sent("N", "Chi bộ thôn Hòa")}, "N", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree, _ := evaluate.NewTree(append([]evaluate.Org{{Code: "XA", Name: "Xã Mẫu", Level: evaluate.CommitteeLevel}}, c.list...))
			a := newAssembly(&Campaign{Library: lib, terms: terms{period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}}}, tree, nil, nil)
			a.remember(a.calledIn(tree, c.sent, c.in))
			now := slices.Sorted(slices.Values(a.followers("OLD")))
			if _, same := a.renamed("OLD"); strings.Join(now, " ") != c.now || same != c.same {
				t.Errorf("followed by %v, renamed: %v; want %s, %v", now, same, c.now, c.same)
			}
			if at, ok := a.registerOf(evaluate.Organization).now("OLD"); ok != (len(now) == 1) || ok && tree.Orgs[at].Code != now[0] {
				t.Errorf("is %d now, %v", at, ok)
			}
		})
	}
}

// So may it name the predecessors of collectives and units.
func TestPredecessorsByNameOfBodies(t *testing.T) {
	lib := library(t)
	bodies := communeBodies()
	for i := range bodies {
		if bodies[i].Code == "CU" {
			bodies[i].Predecessors = []string{"Chi ủy Mẫu cũ"}
		}
	}
	a := officeOf(t, lib, bodies)
	before := prefilledBook(t, lib, excel.OfficeBook, "XA", evaluate.Collective, row{"collective_code": "CU0", "collective_name": "Chi ủy Mẫu cũ"})
	for _, c := range []struct {
		sent []*kept
		want string
	}{{nil, "CU0"}, {[]*kept{before}, "CU"}} {
		a.remember(a.calledIn(a.tree, c.sent, nil))
		if got := a.registers[evaluate.OwnCollective].present("CU0"); got != c.want {
			t.Errorf("CU0 is now %s, want %s", got, c.want)
		}
	}
}
