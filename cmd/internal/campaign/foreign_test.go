package campaign

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// people are made-up members, numbered from a first one.
func people(from, to int, more row) (out []row) {
	for i := from; i <= to; i++ {
		r := row{"full_name": fmt.Sprintf("Người Mẫu %c", 'A'+i), "identity_number": fmt.Sprintf("9990000000%02d", i),
			"birth_date": fmt.Sprintf("1960-01-%02d", i+1)}
		maps.Copy(r, more)
		out = append(out, r)
	}
	return out
}

func without(id evaluate.FactID, rows []row) []row {
	for _, r := range rows {
		delete(r, id)
	}
	return rows
}

func TestForeign_reportedHereKnownThere(t *testing.T) {
	lib := library(t)
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	roster := func(rows ...row) *kept { return book(t, lib, excel.RosterBook, "R", evaluate.Member, rows...) }
	inA := func(from, to int) []row { return people(from, to, row{"branch_code": "A"}) }
	inB := func(from, to int) []row { return people(from, to, row{"branch_code": "B"}) }
	cases := []struct {
		name      string
		books     []*kept
		prefilled []*kept
		held      int
		want      string // codes
	}{
		{"a whole branch in another's template", []*kept{report("B", people(0, 5, nil)...), roster(slices.Concat(inA(0, 5), inB(6, 9))...)}, nil, 10, "E357"},
		{"the same beside the branch's own report", []*kept{report("A", people(0, 5, nil)...), report("B", people(0, 5, nil)...), roster(slices.Concat(inA(0, 5), inB(6, 9))...)}, nil, 10, "E357"},
		{"the same, the copy read first", []*kept{report("B", people(0, 5, nil)...), report("A", people(0, 5, nil)...), roster(slices.Concat(inA(0, 5), inB(6, 9))...)}, nil, 10, "E357"},
		{"the same by names and birth dates alone", []*kept{report("B", without("identity_number", people(0, 5, nil))...), roster(inA(0, 5)...)}, nil, 6, "E357"},
		{"the same by what a template named", []*kept{report("B", people(0, 5, nil)...)}, []*kept{report("A", people(0, 5, nil)...)}, 6, "E357"},
		{"the same, its own people missing from what a template named", []*kept{report("B", people(0, 5, nil)...)}, []*kept{report("A", people(0, 5, nil)...), report("B", people(6, 9, nil)...)}, 10, "E357"},
		{"one of five", []*kept{report("B", people(0, 4, nil)...), roster(append(inA(0, 0), inB(1, 4)...)...)}, nil, 1, "E356"},
		{"half is not most", []*kept{report("B", people(0, 3, nil)...), roster(append(inA(0, 1), inB(2, 3)...)...)}, nil, 2, "E356 E356"},
		{"he moved in", []*kept{report("B", people(0, 0, row{"activity_status": "moved_in", "other_place_comment": "yes"})...), roster(inA(0, 0)...)}, nil, 0, ""},
		{"merged: C follows B", []*kept{report("C", people(0, 5, nil)...), roster(inB(0, 5)...)}, nil, 0, ""},
		{"known in his own branch too", []*kept{report("B", people(0, 0, nil)...), roster(append(inA(0, 0), inB(0, 0)...)...)}, nil, 0, ""},
		{"another's number", []*kept{report("B", people(0, 0, nil)...), roster(row{"full_name": "Người Mẫu A", "identity_number": "999000000077", "birth_date": "1960-01-01", "branch_code": "A"})}, nil, 0, ""},
		{"another report, one of them without numbers", []*kept{report("A", people(0, 0, nil)...), report("B", without("identity_number", people(0, 0, nil))...)}, nil, 2, "E356"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.books...)
			a.prefilled = c.prefilled
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			held := heldOf(pop)
			var codes []string
			for _, p := range evaluate.SortProblems(a.problems) {
				codes = append(codes, string(p.Code))
				if p.At.Cell == "" || (p.Code == codeForeign || p.Code == codeWrongTemplate) && len(p.Related) == 0 {
					t.Errorf("%s names not both cells", p.Code)
				}
				if p.Code == codeWrongTemplate && evaluate.CountCells(p.Cells) != 6 {
					t.Errorf("%s names %v", p.Code, p.Cells)
				}
				own := len(c.books) > 1 && c.books[1].Receipt.Org == "A" || c.books[0].Receipt.Org == "A"
				if p.Code == codeWrongTemplate && (strings.Contains(p.Message, "6/6 người ấy") != own || strings.Contains(p.Hint, "chép số liệu") == own ||
					own != slices.ContainsFunc(p.Related, func(r evaluate.Related) bool {
						return strings.HasPrefix(r.Note, "báo cáo của chính") && strings.HasSuffix(r.Note, "B9:B14")
					})) {
					t.Errorf("told as %+v", p)
				}
			}
			slices.Sort(codes)
			if got := strings.Join(codes, " "); held != c.held || got != c.want {
				t.Errorf("%d held, %q; want %d, %q", held, got, c.held, c.want)
			}
		})
	}
}

// Both spellings of a tone name one organization; other letters do not.
func TestBranchOf_tonePlacement(t *testing.T) {
	tree, ps := evaluate.NewTree([]evaluate.Org{{Code: "XA", Name: "Đảng ủy xã Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "A", Name: "Chi bộ thôn Hòa Mẫu", Parent: "XA", Level: evaluate.BaseBranch}})
	if err := refuse(ps); err != nil {
		t.Fatal(err)
	}
	a := newAssembly(&Campaign{Library: library(t)}, tree, nil, nil)
	for given, want := range map[string]string{"Chi bộ thôn Hoà Mẫu": "A", "chi bộ  thôn hòa mẫu": "A", "Chi bộ thôn Hoa Mẫu": "Chi bộ thôn Hoa Mẫu"} {
		if got := a.branchOf(given); got != want {
			t.Errorf("%q is %q, want %q", given, got, want)
		}
	}
}
