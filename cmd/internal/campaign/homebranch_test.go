package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A leader's row that names another branch than the one that reports the same person
// as its member is asked about with both cells, and holds nobody.
func TestLeadersBranchAgainstTheMembers(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "activity_status": "normal"}
	for _, c := range []struct {
		name, branch string
		member       row
		reported     string
		asked        bool
	}{
		{"the same", "A", an, "A", false},
		{"by name", "chi bộ mẫu 1", an, "A", false},
		{"left blank", "", an, "A", false},
		{"the committee above", "XA", an, "A", false},
		{"another branch", "B", an, "A", true},
		{"a branch nobody has", "Z", an, "A", true},
		{"moved in this year", "B", an.with(row{"activity_status": "moved_in", "months_at_old_place": "2"}), "A", false},
		{"the branch his was merged from", "B", an, "C", false},
		{"no member here", "B", row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002"}, "A", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			leader := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "CU", "title": "Bí thư"}
			if c.branch != "" {
				leader["branch_code"] = c.branch
			}
			a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BranchBook, c.reported, evaluate.Member, c.member),
				book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, leader))
			pops, _, err := a.populations()
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, p := range a.problems {
				if p.Code == codeForeign {
					n++
					if p.At.File != "nhan-ve/XA-office.xlsx" || len(p.Related) != 1 || p.Related[0].At.File != "nhan-ve/"+c.reported+"-branch.xlsx" || p.Subject == "" {
						t.Errorf("told as %+v", p)
					}
				}
			}
			if want := map[bool]int{true: 1}[c.asked]; n != want {
				t.Errorf("asked %d times, want %d: %v", n, want, a.problems)
			}
			if held := heldOf(pops[evaluate.Member]); held != 0 {
				t.Errorf("%d members wait", held)
			}
		})
	}
}

// Two lists that know one person in two branches are told of, and whom two templates
// name.
func TestTemplate_onePersonInTwoBranches(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002"}
	list := func(name string, rows ...row) *kept {
		return book(t, lib, excel.RosterBook, name, evaluate.Member, rows...)
	}
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	in := func(r row, code string) row { return r.with(row{"branch_code": code}) }
	old := list("R2", in(an, "B"))
	old.Receipt.Period = "2024"
	for _, c := range []struct {
		name      string
		from      []*kept
		taken     []*kept
		prefilled []*kept
		severity  evaluate.Severity
		cells     int // of the first list; 0 for nothing told
		others    int // lists that say otherwise, where it is not one
	}{
		{name: "both lists say the same", from: []*kept{list("R1", in(an, "A")), list("R2", in(an, "A"))}},
		{name: "two lists", from: []*kept{list("R1", in(an, "A")), list("R2", in(an, "B"))}, severity: evaluate.Warning, cells: 1},
		{name: "two people", from: []*kept{list("R1", in(an, "A"), in(binh, "A")), list("R2", in(binh, "B"), in(an, "B"))}, severity: evaluate.Warning, cells: 2},
		{name: "a third list says both", from: []*kept{list("R1", in(an, "A")), list("R2", in(an, "B")), list("R3", in(an, "A"), in(an, "B"))}, severity: evaluate.Warning, cells: 1, others: 2},
		{name: "a list of another period", from: []*kept{list("R1", in(an, "A")), old}, severity: evaluate.Note, cells: 1},
		{name: "a report and a list", taken: []*kept{report("A", an)}, from: []*kept{list("R2", in(an, "B"))}, severity: evaluate.Warning, cells: 1},
		{name: "two rosters taken in", taken: []*kept{list("R1", in(an, "A")), list("R2", in(an, "B"))}, severity: evaluate.Warning, cells: 1},
		{name: "two reports, asked among themselves", taken: []*kept{report("A", an), report("B", an)}},
		{name: "an earlier template", prefilled: []*kept{prefilledBook(t, lib, excel.BranchBook, "A", evaluate.Member, an)}, from: []*kept{list("R2", in(an, "B"))}, severity: evaluate.Warning, cells: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := officeOf(t, lib, nil, c.taken...)
			a.prefilled = c.prefilled
			m, err := newTemplateMaker(a, named{books: c.from})
			if err != nil {
				t.Fatal(err)
			}
			if c.cells == 0 {
				if len(m.warnings) > 0 {
					t.Errorf("told %v", m.warnings)
				}
				return
			}
			if len(m.warnings) != 1 {
				t.Fatalf("told %v", m.warnings)
			}
			p := m.warnings[0]
			if p.Code != codeTwice || p.Severity != c.severity || p.Places() != c.cells || len(p.Related) != max(1, c.others) || p.At.File == p.Related[0].At.File || p.Related[0].At.Cell == "" {
				t.Errorf("told as %+v", p)
			}
		})
	}
}
