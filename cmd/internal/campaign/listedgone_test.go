package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What the office says of somebody whom a roster lists as gone and nobody reports is no
// matter; of whom nobody knows it is.
func TestListedGone_factsOfTheOfficeAreNoMatter(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Hồ Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01", "branch_code": "A"}
	binh := row{"full_name": "Phạm Mẫu Bình", "identity_number": "999000000002", "branch_code": "A"}
	for _, c := range []struct {
		name     string
		listed   bool
		severity evaluate.Severity
	}{
		{"listed as gone", true, evaluate.Note},
		{"listed by nobody", false, evaluate.Warning},
	} {
		t.Run(c.name, func(t *testing.T) {
			roster := book(t, lib, excel.RosterBook, "R", evaluate.Member, binh)
			if c.listed {
				left := book(t, lib, excel.RosterBook, "R", evaluate.Member, an).Tables[0]
				left.Left, left.Subjects = true, []string{"Đã từ trần"}
				roster.Tables = append(roster.Tables, left)
			}
			a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, binh), roster,
				book(t, lib, excel.OfficeBook, "XA", evaluate.Member, an.with(row{"discipline": "none"})))
			if _, err := a.members(); err != nil {
				t.Fatal(err)
			}
			if len(a.problems) != 1 || a.problems[0].Code != "E346" || a.problems[0].Severity != c.severity || c.listed != (len(a.problems[0].Related) == 1 && a.problems[0].Related[0].At.Cell != "") {
				t.Errorf("told %v", a.problems)
			}
		})
	}
}
