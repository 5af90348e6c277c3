package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What was taken in under a code before another organization got it is never of that: the
// name beside the code tells whom it means.
func TestWorkbooksUnderPassedCodes(t *testing.T) {
	lib := library(t)
	founded := evaluate.Date{Year: 2025, Month: 7, Day: 1}
	tree, ps := evaluate.NewTree([]evaluate.Org{
		{Code: "HU", Name: "Huyện ủy Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "A", Name: "Chi bộ Mẫu Hai", Parent: "HU", Level: evaluate.BaseBranch, Founded: founded, Predecessors: []string{"B"}},
		{Code: "C", Name: "Chi bộ Mẫu Một mới", Parent: "HU", Level: evaluate.BaseBranch, Founded: founded, Predecessors: []string{"A"}},
		{Code: "D", Name: "Chi bộ Mẫu Ba", Parent: "HU", Level: evaluate.BaseBranch, Founded: founded},
		{Code: "E", Name: "Chi bộ Mẫu Năm", Parent: "HU", Level: evaluate.BaseBranch, Predecessors: []string{"F"}}, // of long ago
		{Code: "F", Name: "Chi bộ Mẫu Sáu", Parent: "HU", Level: evaluate.BaseBranch, Predecessors: []string{"E"}},
	})
	if err := refuse(ps); err != nil {
		t.Fatal(err, ps)
	}
	report := func(code, name string) *kept {
		k := book(t, lib, excel.BranchBook, code, evaluate.Member, someone(2)[0].with(row{"branch_code": code}), someone(2)[1].with(row{"branch_code": code}))
		k.Tables = append(k.Tables, book(t, lib, excel.BranchBook, code, evaluate.Organization, row{"org_code": code, "org_name": name, "tasks_assigned": "3"}).Tables...)
		return k
	}
	office := func(name string) *kept {
		return book(t, lib, excel.OfficeBook, "HU", evaluate.Organization, row{"org_code": "A", "org_name": name, "basic_targets": "met"})
	}
	for _, c := range []struct {
		name        string
		books       []*kept
		held        int
		asked, read string
	}{
		{"of the former bearer", []*kept{report("A", "Chi bộ Mẫu Một")}, 2, `cũ "A", nay là C`, ""},
		{"of the present one", []*kept{report("A", "CHI BỘ MẪU HAI")}, 0, "", "A"},
		{"of the former one, whose follower has reported", []*kept{report("A", "Chi bộ Mẫu Một"), report("C", "Chi bộ Mẫu Một mới")}, 0, "", "C"},
		{"of one that nobody had the code of, by another name", []*kept{report("D", "Chi bộ Ba")}, 0, "", "D"},
		{"codes exchanged, founded long ago", []*kept{report("E", "Chi bộ Mẫu Sáu")}, 2, `cũ "E", nay là F`, ""},
		{"codes exchanged before the report", []*kept{report("E", "Chi bộ Mẫu Năm")}, 0, "", "E"},
		{"codes exchanged, its name written otherwise", []*kept{report("E", "Chi bộ Năm")}, 0, "", "E"},
		{"the office's row of the former bearer", []*kept{office("Chi bộ Mẫu Một")}, 0, "nay là C", ""},
		{"the office's row of the present one", []*kept{office("Chi bộ Mẫu Hai")}, 0, "", "A"},
	} {
		a := assemblyOf(t, lib, tree, c.books...)
		a.setFormersApart(a.books)
		pop, err := a.members()
		if err != nil {
			t.Fatal(err)
		}
		orgs, _, err := a.listed(evaluate.Organization)
		if err != nil {
			t.Fatal(err)
		}
		var asked, read []string
		for _, p := range a.problems {
			if p.Severity > evaluate.Note {
				asked = append(asked, p.Message)
			}
		}
		for i, s := range orgs.Subjects {
			for _, id := range []evaluate.FactID{"tasks_assigned", "basic_targets"} {
				if fact, _ := orgs.Frame.Schema.Index(id); !orgs.Frame.Value(i, fact).IsBlank() {
					read = append(read, s.ID)
				}
			}
		}
		for i := range pop.Subjects {
			if at := pop.Subjects[i].Org; at >= 0 && c.held > 0 {
				t.Errorf("%s: people of %s", c.name, tree.Orgs[at].Code)
			}
		}
		if heldOf(pop) != c.held || len(asked) > 1 || !strings.Contains(strings.Join(asked, ""), c.asked) || c.asked == "" && asked != nil || strings.Join(read, " ") != c.read {
			t.Errorf("%s: %d held, asked %q, read of %q", c.name, heldOf(pop), asked, read)
		}
	}
	a := assemblyOf(t, lib, tree)
	for name, want := range map[string]int{"Chi bộ Mẫu Một": 2, "Chi bộ Mẫu Hai": 0} {
		old := office(name)
		a.bear(old, a.formersIn(old))
		now := intakeAbout(t, lib, evaluate.Organization, row{"org_code": "A", "org_name": "Chi bộ Mẫu Hai", "basic_targets": "met"})
		if list, all := a.changesFrom(old, now, nil, asWritten); all != want {
			t.Errorf("the same of another under one code: %d changes, %+v", all, list)
		}
	}
}
