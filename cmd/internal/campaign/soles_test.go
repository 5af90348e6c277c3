package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A branch has one secretary: two rows that name one are asked about with both cells,
// and nobody waits; those of two branches are nobody's question.
func TestTwoSecretariesOfABranch(t *testing.T) {
	lib := library(t)
	who := func(name, number, branch, post string) row {
		return row{"full_name": name, "identity_number": number, "branch_code": branch, "party_post": post}
	}
	an, binh := who("Lê Mẫu An", "999000000001", "A", "secretary"), who("Phạm Mẫu Bình", "999000000002", "A", "deputy_secretary")
	second := who("Vũ Mẫu Vỹ", "999000000003", "A", "secretary")
	for name, c := range map[string]struct {
		rows []row
		want string
	}{
		"one":              {[]row{an, binh}, ""},
		"two":              {[]row{an, binh, second}, "E319"},
		"in another order": {[]row{second, an, binh}, "E319"},
	} {
		a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, c.rows...),
			book(t, lib, excel.BranchBook, "B", evaluate.Member, who("Đỗ Mẫu Chi", "999000000004", "B", "secretary")))
		in, ps, err := a.inputs()
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, p := range ps {
			if p.Code == "E319" {
				codes = append(codes, string(p.Code))
				if len(p.Cells) == 0 || len(p.Related) == 0 || p.Severity != evaluate.Warning {
					t.Errorf("%s: told as %+v", name, p)
				}
			}
		}
		if got := strings.Join(codes, " "); got != c.want || slices.ContainsFunc(in.Populations[evaluate.Member].Subjects, func(s evaluate.Subject) bool { return len(s.Holds) > 0 }) {
			t.Errorf("%s: told %s, want %s", name, got, c.want)
		}
	}
}
