package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A row that leaves a part of its post blank is about the post of the person that it
// fits; where several do, or where it is not certain that they are one, it is a
// question, whatever the order of the files.
func TestPostNamedInPart(t *testing.T) {
	lib := library(t)
	post := func(collective, unit, title string, facts ...row) row {
		r := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": collective, "own_unit": unit, "title": title}.with(facts...)
		for _, id := range []evaluate.FactID{"own_collective", "own_unit", "title", "identity_number", "branch_code"} {
			if r[id] == "" {
				delete(r, id)
			}
		}
		return r
	}
	whole := post("TT", "UB", "Chủ tịch")
	warned := row{"discipline": "warning"}
	nobody := row{"identity_number": "", "branch_code": "A"}
	for _, c := range []struct {
		name   string
		branch row   // in the workbook of branch A, which the committee CU and P1 belong to
		office []row // in the office's
		posts  int
		asked  evaluate.Code
	}{
		{"the collective is blank", post("", "UB", "Chủ tịch"), []row{whole}, 1, ""},
		{"the unit is blank", post("TT", "", "Chủ tịch"), []row{whole}, 1, ""},
		{"the office leaves the collective blank", post("CU", "P1", "Bí thư"), []row{post("", "P1", "Bí thư", warned)}, 1, ""},
		{"the title is blank too", post("CU", "P1", "Bí thư"), []row{post("", "P1", "", warned)}, 1, ""},
		{"nothing but the title", post("CU", "P1", "Bí thư"), []row{post("", "", "Bí thư", warned)}, 1, ""},
		{"the title, and a part", post("CU", "", "Bí thư"), []row{post("", "", "Bí thư", warned)}, 1, ""},
		{"a chain of three", post("", "", "Bí thư"), []row{post("CU", "P1", "Bí thư"), post("CU", "", "Bí thư", warned)}, 1, ""},
		{"none is not blank", post("không", "P1", "Trưởng phòng"), []row{post("CU", "P1", "Bí thư")}, 2, ""},
		{"two posts named whole", post("CU", "không", "Bí thư"), []row{whole}, 2, ""},
		{"a part that several posts fit", post("CU", "", ""), []row{post("CU", "P1", "Bí thư"), post("CU", "không", "Phó")}, 2, "E375"},
		{"a title that several posts bear", post("", "", "Trưởng phòng"), []row{post("không", "P1", "Trưởng phòng"), post("không", "P2", "Trưởng phòng")}, 2, "E375"},
		{"each names what the other leaves blank", post("CU", "", "Bí thư"), []row{post("", "P1", "Bí thư")}, 2, "E375"},
		{"the title is written otherwise", post("CU", "", "Bí thư"), []row{post("CU", "P1", "Bí thư chi bộ")}, 2, "E375"},
		{"another title, another collective", post("CU", "", "Bí thư"), []row{whole}, 2, ""},
		{"no number on one of the sheets", post("CU", "P1", "Bí thư"), []row{post("", "P1", "Bí thư", nobody, warned)}, 1, "E345"},
		{"no number, and what it says in part is the branch's own", post("CU", "", "Bí thư", nobody), []row{post("CU", "P1", "Bí thư", row{"branch_code": "A"})}, 1, "E345"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 2 {
				books := []*kept{book(t, lib, excel.BranchBook, "A", evaluate.Leader, c.branch), book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, c.office...)}
				a := officeOf(t, lib, communeBodies(), books...)
				pops := a.mustPopulate(t)
				leaders := pops[evaluate.Leader]
				if len(leaders.Subjects) != c.posts {
					t.Errorf("%d posts, want %d", len(leaders.Subjects), c.posts)
				}
				var asked []evaluate.Code
				for _, p := range a.problems {
					if p.Severity > evaluate.Note {
						asked = append(asked, p.Code)
						if len(p.Related) == 0 || p.At.Cell == "" {
							t.Errorf("told as %v", p)
						}
					}
				}
				if slices.Contains(asked, c.asked) != (c.asked != "") || c.asked == "" && len(asked) > 0 {
					t.Errorf("asked %v, want %q", asked, c.asked)
				}
				held := 0
				for _, s := range leaders.Subjects {
					if len(s.Holds) > 0 {
						held++
					}
				}
				if (held > 0) != (c.asked != "") {
					t.Errorf("%d of %d wait", held, len(leaders.Subjects))
				}
				if c.posts == 1 && c.asked == "" {
					collective, _ := linkOf(pops, leaders.Subjects[0], evaluate.OwnCollective)
					unit, _ := linkOf(pops, leaders.Subjects[0], evaluate.OwnUnit)
					f := leaders.Frame
					title, _ := f.Schema.Index(factTitle)
					named := strings.Join(append(append(collective, unit...), f.Text(0, title)), " ")
					if whole := c.branch.with(c.office...).with(c.branch); named != strings.TrimSpace(whole["own_collective"]+" "+whole["own_unit"])+" "+whole["title"] {
						t.Errorf("the post is %q, want that of %v", named, whole)
					}
					discipline, _ := f.Schema.Index("discipline")
					for _, r := range c.office {
						if r["discipline"] != "" && f.Value(0, discipline).IsBlank() {
							t.Error("what the other row says was lost")
						}
					}
				}
				slices.Reverse(c.office)
			}
		})
	}
}
