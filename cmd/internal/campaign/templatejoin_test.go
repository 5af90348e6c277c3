package campaign

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Sources of a branch are joined in the order in which they are followed: nobody whom one
// of them knows drops out of the template because another lacks him.
func TestTemplateJoinsSources(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-02"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "birth_date": "1961-01-02"}
	moi := row{"full_name": "Người Mẫu Mới", "birth_date": "1999-01-02"}
	in := func(code string, rows ...row) (out []row) {
		for _, r := range rows {
			out = append(out, r.with(row{"branch_code": code}))
		}
		return out
	}
	list := func(kind excel.BookKind, rows ...row) *kept { return book(t, lib, kind, "L", evaluate.Member, rows...) }
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	roster := func(rows ...row) *kept { return book(t, lib, excel.RosterBook, "R", evaluate.Member, rows...) }
	sent := func(org string, rows ...row) *kept {
		return prefilledBook(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	gone := list(excel.RosterBook, in("A", moi)...)
	left := list(excel.RosterBook, in("A", an)...).Tables[0]
	left.Left, left.Subjects = true, []string{"Đã từ trần"}
	gone.Tables = append(gone.Tables, left)
	for _, c := range []struct {
		name              string
		from, taken, sent []*kept
		want              string // who stands in A, by given name
		codes             string
		kept              int
	}{
		{"a list of the one who came", []*kept{list(excel.OfficeBook, in("A", moi)...)}, nil, []*kept{sent("A", an, binh)}, "Mới An Bình", "", 2},
		{"one who stood there already", []*kept{list(excel.OfficeBook, in("A", an)...)}, nil, []*kept{sent("A", an, binh)}, "An Bình", "", 1},
		{"beside a roster taken in", []*kept{list(excel.OfficeBook, in("A", moi)...)}, []*kept{roster(in("A", an, binh)...)}, nil, "Mới An Bình", "", 2},
		{"a list that says who is gone", []*kept{gone}, nil, []*kept{sent("A", an, binh)}, "Mới Bình", "E347", 1},
		{"a roster lacks one", []*kept{list(excel.RosterBook, in("A", an)...)}, nil, []*kept{sent("A", an, binh)}, "An Bình", "E347", 1},
		{"a roster taken in lacks one", nil, []*kept{roster(in("A", an)...)}, []*kept{sent("A", an, binh)}, "An Bình", "E347", 1},
		{"the report lacks him", []*kept{list(excel.OfficeBook, in("A", moi, an)...)}, []*kept{report("A", an, binh)}, nil, "An Bình Mới", "E348", 1},
		{"the report lacks one of the roster", nil, []*kept{report("A", an), roster(in("A", an, binh)...)}, nil, "An Bình", "", 1},
		{"the report says he is gone", []*kept{list(excel.OfficeBook, in("A", an, binh)...)}, []*kept{leavingReport(t, lib, "A", "Đã từ trần", binh, an)}, []*kept{sent("A", an, binh)}, "An", "", 0},
		{"reported by the branch he moved to", nil, []*kept{report("A", binh), report("B", an.with(row{"activity_status": "moved_in"}))}, []*kept{sent("A", an, binh)}, "Bình", "", 0},
		{"a list says one reported is gone", []*kept{gone}, []*kept{report("A", an, binh)}, nil, "An Bình Mới", "E347 E348", 1},
		{"a roster taken in says one reported is gone", nil, []*kept{report("A", an, binh), gone}, nil, "An Bình Mới", "", 1},
		{"a list has one reported elsewhere", []*kept{list(excel.OfficeBook, in("B", an)...)}, []*kept{report("A", an), report("B", binh)}, nil, "An", "E342", 0},
		{"a list has one elsewhere who came", []*kept{list(excel.OfficeBook, in("B", an)...)}, []*kept{report("A", an.with(row{"activity_status": "moved_in"})), report("B", binh)}, nil, "An", "", 0},
		{"two lists named", []*kept{list(excel.OfficeBook, in("A", an)...), list(excel.OfficeBook, in("A", binh, moi)...)}, nil, nil, "An Bình Mới", "", 2},
		{"two lists of two branches", []*kept{list(excel.OfficeBook, in("B", an)...), list(excel.OfficeBook, in("A", binh, moi)...)}, nil, nil, "Bình Mới", "", 0},
		{"a roster named before a list", []*kept{list(excel.RosterBook, in("A", an)...), list(excel.OfficeBook, in("A", an, binh)...)}, nil, nil, "An Bình", "E347", 1},
		{"three lists named", []*kept{list(excel.OfficeBook, in("A", an)...), list(excel.OfficeBook, in("A", binh)...), list(excel.OfficeBook, in("A", binh, moi)...)}, nil, nil, "An Bình Mới", "", 2},
		{"perhaps one", []*kept{list(excel.OfficeBook, in("A", row{"full_name": "Người Mẫu An"})...)}, nil, []*kept{sent("A", an, binh)}, "An An Bình", "E344", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.taken...)
			a.prefilled = c.sent
			m, err := newTemplateMaker(a, named{books: c.from})
			if err != nil {
				t.Fatal(err)
			}
			known := m.known[evaluate.Member]
			var names, codes []string
			for i, org := range known.orgs {
				if org == "A" {
					name := strings.Fields(known.frame.Text(i, known.frame.Schema.ByRole(evaluate.RoleName)))
					names = append(names, name[len(name)-1])
				}
			}
			for _, p := range m.warnings {
				codes = append(codes, string(p.Code))
			}
			slices.Sort(codes)
			if got := strings.Join(names, " "); got != c.want || strings.Join(codes, " ") != c.codes || m.kept["A"] != c.kept {
				t.Errorf("%s, told %v, %d kept; want %s, %s, %d", got, codes, m.kept["A"], c.want, c.codes, c.kept)
			}
		})
	}
}

// A list of names alone takes the numbers from the roster, and a report's blanks stay blank.
func TestTemplateFillsInFromLaterSources(t *testing.T) {
	lib := library(t)
	full := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-02", "card_number": "000999000101", "branch_code": "A"}
	brief := full.without("identity_number", "card_number")
	for _, c := range []struct {
		kind excel.BookKind
		want string
	}{{excel.OfficeBook, "000999000101"}, {excel.BranchBook, ""}} {
		first := book(t, lib, c.kind, "A", evaluate.Member, brief)
		a := office(t, lib, book(t, lib, excel.RosterBook, "R", evaluate.Member, full))
		var from named
		if c.kind == excel.BranchBook {
			a.books = append([]*kept{first}, a.books...)
		} else {
			from.books = []*kept{first}
		}
		m, err := newTemplateMaker(a, from)
		if err != nil {
			t.Fatal(err)
		}
		f := m.known[evaluate.Member].frame
		if f.Len() != 1 || f.Text(0, f.Schema.ByRole(evaluate.RoleCard)) != c.want {
			t.Errorf("%s: %d rows, card %q", c.kind, f.Len(), f.Text(0, f.Schema.ByRole(evaluate.RoleCard)))
		}
	}
}

// What a list named after a branch has reported says against the report is one matter
// that names the cells of both, and holds nobody but the person.
func TestListAgainstReport(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-02"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "birth_date": "1961-01-02"}
	chi := row{"full_name": "Người Mẫu Chi", "identity_number": "999000000003", "birth_date": "1962-01-02"}
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	says := func(state string, who row, others ...row) *kept {
		k, left := book(t, lib, excel.RosterBook, "L", evaluate.Member, others...), book(t, lib, excel.RosterBook, "L", evaluate.Member, who).Tables[0]
		left.Left, left.Subjects = true, []string{state}
		k.Tables = append(k.Tables, left)
		return k
	}
	in := func(code string, r row) row { return r.with(row{"branch_code": code}) }
	reports := []*kept{report("A", an, binh), report("B", chi)}
	for _, c := range []struct {
		name string
		list *kept
		code evaluate.Code // "" where nothing is told
		at   evaluate.FactID
	}{
		{"died", says("Đã từ trần", in("A", an), in("A", binh)), "E347", "activity_status"},
		{"died, of another branch", says("Đã từ trần", in("B", an), in("A", binh)), "E347", "activity_status"},
		{"moved away", says("Chuyển đi", in("A", an), in("A", binh)), "E347", "activity_status"},
		{"moved away from where he is not reported", says("Chuyển đi", in("B", an), in("A", binh)), "", ""},
		{"elsewhere", book(t, lib, excel.RosterBook, "L", evaluate.Member, in("B", an), in("A", binh)), "E342", "full_name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, slices.Clone(reports)...)
			a.now = time.Now
			m, err := newTemplateMaker(a, named{books: []*kept{c.list}})
			if err != nil {
				t.Fatal(err)
			}
			var told []evaluate.Problem
			for _, p := range m.warnings {
				if p.Code != "E348" {
					told = append(told, p)
				}
			}
			if c.code == "" {
				if len(told) > 0 {
					t.Errorf("told %v", told)
				}
				return
			}
			schema := lib.Vocabulary.Schema(evaluate.Member)
			fact, _ := schema.Index(c.at)
			name := schema.ByRole(evaluate.RoleName)
			want := cellOrigin("", "", int32(fact+2), 9).Cell + " " + cellOrigin("", "", int32(name+2), 9).Cell
			if len(told) != 1 || told[0].Code != c.code || told[0].At.File != c.list.Receipt.Path || len(told[0].Related) != 1 || told[0].Related[0].At.File != reports[0].Receipt.Path ||
				told[0].At.Cell+" "+told[0].Related[0].At.Cell != want {
				t.Fatalf("told %v, want %s at %s", told, c.code, want)
			}
			for org := range m.left {
				t.Errorf("%d of %s are listed as gone", len(m.left[org]), org)
			}
			for _, org := range []string{"A", "B"} {
				i, _ := m.tree.Index(org)
				spec := m.spec(i)
				path := filepath.Join(t.TempDir(), org+".xlsx")
				w, err := os.Create(path)
				if err != nil {
					t.Fatal(err)
				}
				if err := errors.Join(excel.WriteTemplate(w, spec), w.Close(), makeFolder(m.Folder.prefilled()), m.keepPrefilled(&spec, path)); err != nil {
					t.Fatal(err)
				}
			}
			graded := office(t, lib, slices.Clone(reports)...)
			graded.Folder = a.Folder
			if graded.prefilled, err = a.readPrefilled(); err != nil {
				t.Fatal(err)
			}
			pop := graded.mustPopulate(t)[evaluate.Member]
			for i := range pop.Subjects {
				held := ""
				for _, h := range pop.Subjects[i].Holds {
					held += string(h.Problem.Code)
					if len(h.Problem.Related) != 1 || h.Problem.Related[0].At != told[0].At || h.Problem.At != told[0].Related[0].At {
						t.Errorf("%v names not the same cells as %v", h.Problem, told[0])
					}
				}
				if isAn := pop.Frame.Text(i, name) == "Người Mẫu An"; (held != "") != isAn {
					t.Errorf("row %d is held by %q", i, held)
				}
			}
		})
	}
}
