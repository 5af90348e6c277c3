package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Posts of several sources of one organization are joined as members are: nobody drops out
// because a list names another, and what the sources say differently is told.
func TestTemplate_postsOfSeveralSourcesAreJoined(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "card_number": "000999000101", "own_unit": "P1", "title": "Trưởng phòng", "leadership_post": "head"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "own_unit": "P1", "title": "Phó trưởng phòng", "leadership_post": "deputy"}
	chi := row{"full_name": "Người Mẫu Chi", "identity_number": "999000000003", "own_unit": "P1", "title": "Phó trưởng phòng", "leadership_post": "deputy"}
	next := row{"full_name": "Người Mẫu Dũng", "identity_number": "999000000004", "own_unit": "P1", "title": "Trưởng phòng", "leadership_post": "head"}
	list := func(org string, rows ...row) *kept {
		return book(t, lib, excel.OfficeBook, org, evaluate.Leader, rows...)
	}
	sent := func(rows ...row) *kept {
		return prefilledBook(t, lib, excel.BranchBook, "A", evaluate.Leader, rows...)
	}
	for _, c := range []struct {
		name       string
		from, sent []*kept
		want, told string
	}{
		{"a list of the one who came", []*kept{list("L", chi)}, []*kept{sent(an, binh)}, "Chi An Bình", ""},
		{"one who stood there already", []*kept{list("L", an)}, []*kept{sent(an, binh)}, "An Bình", ""},
		{"two lists", []*kept{list("L", an), list("M", binh, an)}, nil, "An Bình", ""},
		{"another head", []*kept{list("L", next)}, []*kept{sent(an, binh)}, "Dũng An Bình", "E319"},
		{"another head by another list", []*kept{list("L", next), list("M", an)}, nil, "Dũng An", "E319"},
		{"another card", []*kept{list("L", an), list("M", an.with(row{"card_number": "000999000777"}))}, nil, "An", "E363"},
		{"two heads by one list", []*kept{list("L", next, an)}, nil, "Dũng An", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := officeOf(t, lib, communeBodies())
			a.prefilled = c.sent
			m, err := newTemplateMaker(a, named{books: c.from})
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, p := range m.warnings {
				told = append(told, string(p.Code))
				if len(p.Related) != 1 || p.At.File == p.Related[0].At.File || p.At.Cell == "" {
					t.Errorf("%v names not both cells", p)
				}
			}
			slices.Sort(told)
			if got := givenNames(m.known[evaluate.Leader].frame); got != c.want || strings.Join(told, " ") != c.told {
				t.Errorf("%q stand there, told %v; want %q, %s", got, told, c.want, c.told)
			}
		})
	}
}
