package campaign

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whom a branch reported, or its template named, that the list has no more, and says of nobody
// that he followed it, stands in no template; that is told, once a branch, unless another source
// knows where he is, or that he has left.
func TestTemplateTellsOfThoseOfABranchStruckOff(t *testing.T) {
	lib := library(t)
	people := someone(3)
	at := func(code string, rows ...row) (out []row) {
		for _, r := range rows {
			out = append(out, r.with(row{"branch_code": code}))
		}
		return out
	}
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	sent := func(org string, rows ...row) *kept {
		return prefilledBook(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	dead := book(t, lib, excel.RosterBook, "R", evaluate.Member, at("NO", people...)...)
	dead.Tables[0].Left, dead.Tables[0].Subjects = true, []string{"Đã từ trần", "Đã từ trần", "Đã từ trần"}
	for _, c := range []struct {
		name        string
		taken, sent []*kept
		told        string
		lost        int
	}{
		{"named by its template", nil, []*kept{sent("NO", people...)}, "X191 3", 3},
		{"reported", []*kept{report("NO", people...)}, nil, "X191 3", 3},
		{"reported, and named by its template", []*kept{report("NO", people...)}, []*kept{sent("NO", people...)}, "X191 3", 3},
		{"two of them", nil, []*kept{sent("NO", people[:2]...), sent("NO2", people[2])}, "X191 2 X191 1", 3},
		{"it had nobody", nil, []*kept{prefilledBook(t, lib, excel.BranchBook, "NO", evaluate.Organization, row{"org_code": "NO", "org_name": "Chi bộ Mẫu 9"})}, "", 0},
		{"one is reported elsewhere", []*kept{report("A", people[0])}, []*kept{sent("NO", people...)}, "X191 2", 2},
		{"all stand in the template of another", nil, []*kept{sent("A", people...), sent("NO", people...)}, "", 0},
		{"a roster knows where they are", []*kept{book(t, lib, excel.RosterBook, "R", evaluate.Member, at("B", people...)...)}, []*kept{sent("NO", people...)}, "", 0},
		{"a roster says that they died", []*kept{dead}, []*kept{sent("NO", people...)}, "", 0},
		{"its name is a predecessor", nil, []*kept{sent("OLD", people...)}, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.taken...)
			a.prefilled = c.sent
			m, err := newTemplateMaker(a, named{})
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, p := range m.warnings {
				if p.Severity > evaluate.Note {
					n := max(1, evaluate.CountCells(p.Cells))
					told = append(told, fmt.Sprintf("%s %d", p.Code, n))
					if !strings.Contains(p.Message, peopleWord(n)) {
						t.Errorf("told as %s", p.Message)
					}
				}
			}
			if got := strings.Join(told, " "); got != c.told || len(m.lost.people) != c.lost {
				t.Errorf("told %q, %d lost; want %q, %d", got, len(m.lost.people), c.told, c.lost)
			}
		})
	}
}

// Whom the template of a branch named that the list has no more, and nobody has since, is asked
// about once a branch, as soon as nobody can be waited for: neither a branch that followed it
// nor one whose template names him.
func TestThoseOfTemplatesStruckOffAreMissed(t *testing.T) {
	lib := library(t)
	people := someone(4)
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	sent := func(org string, rows ...row) *kept {
		return prefilledBook(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	died := report("A", people[3])
	gone := report("A", people[0]).Tables[0]
	gone.Left, gone.Subjects = true, []string{"Đã từ trần"}
	died.Tables = append(died.Tables, gone)
	in := func(code string) (out []row) {
		for _, r := range people[:3] {
			out = append(out, r.with(row{"branch_code": code}))
		}
		return out
	}
	for _, c := range []struct {
		name  string
		books []*kept
		sent  []*kept
		asked string // numbers of people
	}{
		{"nobody has them", []*kept{report("A", people[3])}, []*kept{sent("NO", people[:3]...)}, "3"},
		{"two branches", []*kept{report("A", people[3])}, []*kept{sent("NO", people[:2]...), sent("NO2", people[2])}, "2 1"},
		{"one is reported elsewhere", []*kept{report("A", people[3], people[1])}, []*kept{sent("NO", people[:3]...)}, "2"},
		{"one died", []*kept{died}, []*kept{sent("NO", people[:3]...)}, "2"},
		{"a branch that has not reported is sent their names", []*kept{report("A", people[3])}, []*kept{sent("B", people[:3]...), sent("NO", people[:3]...)}, ""},
		{"it reported itself", []*kept{report("NO", people[:3]...)}, []*kept{sent("NO", people[:3]...)}, "3"}, // of its report
		{"one followed it", []*kept{report("A", people[3])}, []*kept{sent("OLD", people[:3]...)}, ""},
		{"divided, and one of those has not reported", []*kept{report("A", people[3])}, []*kept{sent("DIV", people[:3]...)}, ""},
		{"divided, and all have reported", []*kept{report("A", people[3]), report("B", people[0])}, []*kept{sent("DIV", people[:3]...)}, "2"},
		{"a roster knows where they are", []*kept{report("A", people[3]), book(t, lib, excel.RosterBook, "R", evaluate.Member, in("B")...)}, []*kept{sent("NO", people[:3]...)}, ""},
		{"a roster names it otherwise, and asks itself", []*kept{report("A", people[3]), book(t, lib, excel.RosterBook, "R", evaluate.Member, in("Chi bộ Mẫu 9")...)}, []*kept{sent("NO", people[:3]...)}, "3"},
		{"it had nobody", []*kept{report("A", people[3])}, []*kept{prefilledBook(t, lib, excel.BranchBook, "NO", evaluate.Organization, row{"org_code": "NO", "org_name": "Chi bộ Mẫu 9"})}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.books...)
			a.after[excel.Words("DIV")] = []string{"A", "B"}
			a.prefilled = c.sent
			if _, err := a.members(); err != nil {
				t.Fatal(err)
			}
			var asked []string
			for _, p := range a.problems {
				if n := max(1, evaluate.CountCells(p.Cells)); p.Severity > evaluate.Note {
					asked = append(asked, fmt.Sprint(n))
					if p.Code != "E349" || !strings.Contains(p.Message, peopleWord(n)) && !strings.Contains(p.Message, fmt.Sprintf("(%d người)", n)) {
						t.Errorf("asked %s: %s", p.Code, p.Message)
					}
				}
			}
			if got := strings.Join(asked, " "); got != c.asked {
				t.Errorf("asked about %q, want %q", got, c.asked)
			}
		})
	}
}

// What a workbook named for templates says of somebody of a branch that the list has no more, that
// he died or moved away, answers for him when templates are written again without it and when
// reports are put together, until it is taken back.
func TestGoneFromABranchStruckOffAreAnswered(t *testing.T) {
	lib := library(t)
	people := someone(3)
	list := book(t, lib, excel.OfficeBook, "L", evaluate.Member, people[0].with(row{"branch_code": "NO"}), people[1].with(row{"branch_code": "NO"}))
	list.Receipt.Path, list.Tables[0].Sources[0].File = "list.xlsx", "list.xlsx"
	list.Tables[0].Left, list.Tables[0].Subjects = true, []string{"Đã từ trần", "Chuyển đi"}
	sent := prefilledBook(t, lib, excel.BranchBook, "NO", evaluate.Member, people...)
	folder := Folder{Root: t.TempDir()}
	if err := makeFolder(folder.prefilled()); err != nil {
		t.Fatal(err)
	}
	sent.Receipt.Version = keptVersion
	if err := saveKept(folder.prefilledPath("NO"), sent); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name  string
		named named
		lost  int
	}{
		{"nobody says anything", named{}, 3},
		{"the list is named", named{books: []*kept{list}}, 1},
		{"it is named again", named{books: []*kept{list}}, 1},
		{"written again", named{}, 1},
		{"it is taken back", named{back: func(l namedList) bool { return l.Path == "list.xlsx" }}, 3},
	} {
		a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, row{"full_name": "Trần Mẫu An"}))
		a.Folder = folder
		var err error
		if a.prefilled, err = a.readPrefilled(); err != nil {
			t.Fatal(err)
		}
		m, err := newTemplateMaker(a, step.named)
		if err != nil {
			t.Fatal(err)
		}
		if len(m.lost.people) != step.lost {
			t.Errorf("%s: %d stand in no template, want %d: %v", step.name, len(m.lost.people), step.lost, m.warnings)
		}
		if err := m.keepEnded(); err != nil {
			t.Fatal(err)
		}
		b := office(t, lib, a.books...)
		b.Folder = folder
		if b.prefilled, err = b.readPrefilled(); err != nil {
			t.Fatal(err)
		}
		if n := b.prefilled[0].left(evaluate.Member); n != nil && n.len() > 2 {
			t.Errorf("%s: %d rows say that somebody is gone", step.name, n.len())
		}
		if _, err := b.members(); err != nil {
			t.Fatal(err)
		}
		asked := 0
		for _, p := range b.problems {
			if p.Code == "E349" {
				asked += max(1, evaluate.CountCells(p.Cells))
			}
		}
		if asked != step.lost {
			t.Errorf("%s: asked about %d, want %d: %v", step.name, asked, step.lost, b.problems)
		}
	}
}

// someone is some people who share nothing.
