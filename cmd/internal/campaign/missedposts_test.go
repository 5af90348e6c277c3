package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// prefilledBook makes what a template named, as keepPrefilled keeps it.
func prefilledBook(t *testing.T, lib *evaluate.Library, kind excel.BookKind, org string, k evaluate.Kind, rows ...row) *kept {
	t.Helper()
	b := book(t, lib, kind, org, k, rows...)
	b.Receipt.Path = "mau/" + org + ".xlsx"
	for i := range b.Tables {
		for s := range b.Tables[i].Sources {
			b.Tables[i].Sources[s].File = b.Receipt.Path
		}
	}
	return b
}

func TestPeople_rowsOfTheTemplateAreMissed(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "CU", "title": "Bí thư"}
	anHead := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_unit": "P1", "title": "Trưởng phòng"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "own_collective": "CU", "title": "Phó bí thư"}
	chi := row{"full_name": "Trần Mẫu Chi", "identity_number": "999000000077", "own_collective": "CU", "title": "Phó bí thư"}
	binhSlip := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000003", "own_collective": "CU", "title": "Phó bí thư"}
	named := func(rows ...row) *kept {
		return prefilledBook(t, lib, excel.BranchBook, "A", evaluate.Leader, rows...)
	}
	report := func(rows ...row) *kept { return book(t, lib, excel.BranchBook, "A", evaluate.Leader, rows...) }
	ofOffice := func(rows ...row) *kept { return book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, rows...) }
	cases := []struct {
		name           string
		prefilled      *kept
		books          []*kept
		subjects, held int
		told           int
	}{
		{"nothing is missing", named(an, binh), []*kept{report(an, binh)}, 2, 0, 0},
		{"one row was deleted", named(an, binh), []*kept{report(an)}, 2, 1, 1},
		{"the place of one was taken", named(an, binh), []*kept{report(an, chi)}, 3, 1, 1},
		{"the branch has not reported", named(an, binh), []*kept{ofOffice(an)}, 1, 0, 0},
		{"a number was corrected", named(an, binh), []*kept{report(an, binhSlip)}, 2, 0, 1},
		{"one of two posts was deleted", named(an, anHead), []*kept{report(an)}, 2, 1, 1},
		{"a post was corrected", named(an, binh), []*kept{report(anHead, binh)}, 2, 0, 0},
		{"the office still speaks of him", named(an, binh), []*kept{report(an), ofOffice(binh)}, 2, 0, 1},
		{"the report has no leaders at all", named(an), []*kept{book(t, lib, excel.BranchBook, "A", evaluate.Member, row{"full_name": "Người Mẫu An"})}, 1, 1, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := officeOf(t, lib, communeBodies(), c.books...)
			a.prefilled = []*kept{c.prefilled}
			pop, err := a.people(evaluate.Leader)
			if err != nil {
				t.Fatal(err)
			}
			held := heldOf(pop)
			told := 0
			for _, p := range a.problems {
				if p.Code != "E348" || p.At.File != "mau/A.xlsx" || p.At.Cell == "" || p.Subject == "" {
					t.Errorf("told %s at %v of %q", p.Code, p.At, p.Subject)
				}
				told++
			}
			if len(pop.Subjects) != c.subjects || held != c.held || told != c.told {
				t.Errorf("%d subjects, %d held, %d told; want %d, %d, %d", len(pop.Subjects), held, told, c.subjects, c.held, c.told)
			}
		})
	}
}

func TestListed_rowsOfTheTemplateAreMissed(t *testing.T) {
	lib := library(t)
	cu, tt := row{"collective_code": "CU", "collective_name": "Chi ủy Mẫu"}, row{"collective_code": "TT", "collective_name": "Tập thể Ủy ban Mẫu"}
	cases := []struct {
		name       string
		prefilled  *kept
		report     *kept
		held, told int
	}{
		{"the row of its own collective", prefilledBook(t, lib, excel.BranchBook, "A", evaluate.Collective, cu),
			book(t, lib, excel.BranchBook, "A", evaluate.Member, row{"full_name": "Người Mẫu An"}), 1, 1},
		{"the row is there", prefilledBook(t, lib, excel.BranchBook, "A", evaluate.Collective, cu), book(t, lib, excel.BranchBook, "A", evaluate.Collective, cu), 0, 0},
		{"the office's row about another's", prefilledBook(t, lib, excel.OfficeBook, "XA", evaluate.Collective, tt, cu),
			book(t, lib, excel.OfficeBook, "XA", evaluate.Collective, tt), 0, 1},
		{"a collective the list has no more", prefilledBook(t, lib, excel.OfficeBook, "XA", evaluate.Collective, tt, row{"collective_code": "ZZ"}),
			book(t, lib, excel.OfficeBook, "XA", evaluate.Collective, tt), 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := officeOf(t, lib, communeBodies(), c.report)
			a.prefilled = []*kept{c.prefilled}
			pop, _, err := a.listed(evaluate.Collective)
			if err != nil {
				t.Fatal(err)
			}
			held := heldOf(pop)
			for _, p := range a.problems {
				if p.Code != "E348" || p.At.Cell == "" || p.Subject != "CU" {
					t.Errorf("told %s at %v of %q", p.Code, p.At, p.Subject)
				}
			}
			if held != c.held || len(a.problems) != c.told {
				t.Errorf("%d held, %d told, want %d, %d", held, len(a.problems), c.held, c.told)
			}
		})
	}
}

// Leaders come over from earlier workbooks with their posts: from several the
// first, never where their organization has reported itself.
func TestTemplate_leadersComeOverWithTheirPosts(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "CU", "title": "Bí thư", "discipline": "warning"}
	head := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "own_unit": "UB", "title": "Chủ tịch"}
	gone := row{"full_name": "Người Mẫu Chi", "identity_number": "999000000004", "own_unit": "ZZ", "title": "Giám đốc"}
	last := book(t, lib, excel.ResultBook, "", evaluate.Leader, an, head, gone, gone)
	names := func(m *templateMaker, org string) (out []string) {
		i, _ := m.tree.Index(org)
		spec := m.spec(i)
		for _, s := range spec.Sheets {
			if s.Schema.Kind != evaluate.Leader || s.Prefill == nil {
				continue
			}
			at := func(row int, id evaluate.FactID) string {
				f, _ := s.Schema.Index(id)
				return s.Prefill.Data(f, s.Prefill.Value(row, f))
			}
			for row := range s.Prefill.Len() {
				name, _ := s.Schema.Index("full_name")
				title, _ := s.Schema.Index("title")
				out = append(out, s.Prefill.Text(row, name)+", "+s.Prefill.Text(row, title))
				if at(row, "discipline") != "" {
					t.Errorf("row %d: a discipline of last year came over", row)
				}
			}
		}
		return out
	}
	maker := func(a *assembly, from ...*kept) *templateMaker {
		a.Campaign.Config.Office = excel.Office{Code: "XA", Name: "ĐẢNG ỦY XÃ MẪU"}
		m, err := newTemplateMaker(a, named{books: from})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	m := maker(officeOf(t, lib, communeBodies()), last)
	if got := names(m, "A"); !slices.Equal(got, []string{"Người Mẫu An, Bí thư"}) {
		t.Errorf("branch: %v", got)
	}
	if got := names(m, "XA"); !slices.Contains(got, "Người Mẫu Bình, Chủ tịch") {
		t.Errorf("office: %v", got)
	}
	if len(m.warnings) != 1 || m.warnings[0].Code != "X191" {
		t.Errorf("told %v, want the unit nobody knows once", m.warnings)
	}
	// the branch has reported another; then nothing is taken from last year
	now := row{"full_name": "Trần Mẫu Dung", "identity_number": "999000000005", "own_collective": "CU", "title": "Bí thư"}
	m = maker(officeOf(t, lib, communeBodies(), book(t, lib, excel.BranchBook, "A", evaluate.Leader, now)), last)
	if got := names(m, "A"); !slices.Equal(got, []string{"Trần Mẫu Dung, Bí thư"}) {
		t.Errorf("after the report: %v", got)
	}
	// without the workbook, whom the last template named stays
	a := officeOf(t, lib, communeBodies())
	a.prefilled = []*kept{prefilledBook(t, lib, excel.BranchBook, "A", evaluate.Leader, an)}
	if got := names(maker(a), "A"); !slices.Equal(got, []string{"Người Mẫu An, Bí thư"}) {
		t.Errorf("written again: %v", got)
	}
}

// After a merger leaders come over to the collective and the unit that followed
// theirs, with its code; where one was divided nobody can say, and it is told.
func TestTemplate_leadersFollowTheirMergedBodies(t *testing.T) {
	lib := library(t)
	last := book(t, lib, excel.ResultBook, "", evaluate.Leader,
		row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "CU-CŨ", "title": "Bí thư"},
		row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "own_unit": "Phòng Mẫu Cũ", "title": "Trưởng phòng"},
		row{"full_name": "Người Mẫu Chi", "identity_number": "999000000003", "own_unit": "P-CHIA", "title": "Trưởng phòng"})
	bodies := communeBodies()
	bodies[1].Predecessors = []string{"phòng mẫu cũ", "P8", "P9", "P-CHIA"} // P1
	bodies[2].Predecessors = []string{"P-CHIA"}                             // P2
	bodies[4].Predecessors = []string{"CU-CŨ"}                              // CU
	a := officeOf(t, lib, bodies)
	a.Campaign.Config.Office = excel.Office{Code: "XA", Name: "ĐẢNG ỦY XÃ MẪU"}
	m, err := newTemplateMaker(a, named{books: []*kept{last}})
	if err != nil {
		t.Fatal(err)
	}
	at, _ := m.tree.Index("A")
	var got []string
	for _, s := range m.spec(at).Sheets {
		if s.Schema.Kind != evaluate.Leader || s.Prefill == nil {
			continue
		}
		for r := range s.Prefill.Len() {
			text := func(id evaluate.FactID) string {
				i, _ := s.Schema.Index(id)
				return s.Prefill.Text(r, i)
			}
			got = append(got, strings.Join([]string{text("full_name"), text("own_collective"), text("own_unit")}, "|"))
		}
	}
	if want := []string{"Người Mẫu An|CU|", "Người Mẫu Bình||P1"}; !slices.Equal(got, want) {
		t.Errorf("branch: %q, want %q", got, want)
	}
	if len(m.warnings) != 1 || m.warnings[0].Code != "X191" {
		t.Errorf("told %v, want the divided unit once", m.warnings)
	}
	if c := last.table(evaluate.Leader).find("own_unit"); c.text(1) != "Phòng Mẫu Cũ" {
		t.Errorf("the earlier workbook was written to: %q", c.text(1))
	}
	units := a.registers[evaluate.UnitsInCharge]
	for given, want := range map[string]string{"P8; P9; P2": "P1; P2", "P8\nPhòng Mẫu 1": "P1; Phòng Mẫu 1", "không": "không", "P-CHIA;P2": "P-CHIA;P2", "": ""} {
		if got := units.present(given); got != want {
			t.Errorf("%q is now %q, want %q", given, got, want)
		}
	}
}
