package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Branches may be merged after templates went out and reports came in. The template of the
// one that followed names whom they reported and whom their templates named, each once, and
// nobody is asked about as standing in two places.
func TestTemplateOfMergedBranchNamesThoseOfTheEnded(t *testing.T) {
	lib := library(t)
	people := someone(3)
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	sent := func(org string, rows ...row) *kept {
		return prefilledBook(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	gone := sent("OLD", people[1])
	left := sent("OLD", people[0]).Tables[0]
	left.Left, left.Subjects = true, []string{"Đã từ trần"}
	gone.Tables = append(gone.Tables, left)
	for _, c := range []struct {
		name              string
		from, taken, sent []*kept
		want              string
		left, kept        int
	}{
		{"reported", nil, []*kept{report("OLD", people[:2]...)}, nil, "A B", 0, 0},
		{"named by its template", nil, nil, []*kept{sent("OLD", people[:2]...)}, "A B", 0, 0},
		{"reported, one more in its template", nil, []*kept{report("OLD", people[:2]...)}, []*kept{sent("OLD", people...)}, "A B C", 0, 1},
		{"the report is named, too", []*kept{report("OLD", people[:2]...)}, []*kept{report("OLD", people[:2]...)}, nil, "A B", 0, 0},
		{"written anew since, with other days", nil, nil, []*kept{sent("C", people[0], people[1].with(row{"birth_date": "1970-01-01"})), sent("OLD", people[:2]...)}, "A B", 0, 0},
		{"both have reported", nil, []*kept{report("C", people[2], people[0]), report("OLD", people[:2]...)}, nil, "C A B", 0, 1},
		{"one reported, the other named by its template", nil, []*kept{report("OLD", people[0])}, []*kept{sent("OLD2", people[1:]...)}, "A B C", 0, 0},
		{"gone by its template", nil, nil, []*kept{gone}, "B", 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.taken...)
			a.prefilled = c.sent
			a.after[excel.Words("OLD2")] = []string{"C"}
			m, err := newTemplateMaker(a, named{books: c.from})
			if err != nil {
				t.Fatal(err)
			}
			known := m.known[evaluate.Member]
			var names []string
			for i, org := range known.orgs {
				if org != "C" {
					t.Errorf("one stands under %s", org)
				}
				name := strings.Fields(known.frame.Text(i, known.frame.Schema.ByRole(evaluate.RoleName)))
				names = append(names, name[len(name)-1])
			}
			if got := strings.Join(names, " "); got != c.want || len(m.left["C"]) != c.left || m.kept["C"] != c.kept || len(m.warnings) > 0 {
				t.Errorf("%s, %d gone, %d kept, told %v; want %s, %d, %d", got, len(m.left["C"]), m.kept["C"], m.warnings, c.want, c.left, c.kept)
			}
		})
	}
}

// Whom a branch that was divided reported, or its template named, stands in no template until
// somebody says where he is now; that is told, once.
func TestTemplateTellsOfThoseOfADividedBranch(t *testing.T) {
	lib := library(t)
	people := someone(2)
	for _, c := range []struct {
		name        string
		taken, sent []*kept
		codes       string
		lost        int
	}{
		{"reported", []*kept{book(t, lib, excel.BranchBook, "DIV", evaluate.Member, people...)}, nil, "X191", 2},
		{"named by its template", nil, []*kept{prefilledBook(t, lib, excel.BranchBook, "DIV", evaluate.Member, people...)}, "X191", 2},
		{"reported, and named by its template", []*kept{book(t, lib, excel.BranchBook, "DIV", evaluate.Member, people...)}, []*kept{prefilledBook(t, lib, excel.BranchBook, "DIV", evaluate.Member, people...)}, "X191", 2},
		{"one is reported where he is now", []*kept{book(t, lib, excel.BranchBook, "A", evaluate.Member, people[0]), book(t, lib, excel.BranchBook, "DIV", evaluate.Member, people...)}, nil, "X191", 1},
		{"of both the roster knows where", []*kept{book(t, lib, excel.BranchBook, "DIV", evaluate.Member, people...), book(t, lib, excel.RosterBook, "R", evaluate.Member, people[0].with(row{"branch_code": "A"}), people[1].with(row{"branch_code": "B"}))}, nil, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.taken...)
			a.prefilled = c.sent
			a.after[excel.Words("DIV")] = []string{"A", "B"}
			m, err := newTemplateMaker(a, named{})
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, p := range m.warnings {
				if p.Severity > evaluate.Note {
					codes = append(codes, string(p.Code))
				}
			}
			if got := strings.Join(codes, " "); got != c.codes || len(m.lost.people) != c.lost {
				t.Errorf("told %s, %d lost; want %s, %d", got, len(m.lost.people), c.codes, c.lost)
			}
		})
	}
}

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

// Whom the template of an ended branch named is missed when the branch that followed reports
// without him, once, whether or not its own template named him as well.
func TestThoseOfEndedTemplatesAreMissed(t *testing.T) {
	lib := library(t)
	people := someone(4)
	sent := func(org string) *kept {
		return prefilledBook(t, lib, excel.BranchBook, org, evaluate.Member, people...)
	}
	for _, before := range [][]*kept{{sent("OLD")}, {sent("C"), sent("OLD")}} {
		a := office(t, lib, book(t, lib, excel.BranchBook, "C", evaluate.Member, people[:2]...))
		a.prefilled = before
		pop, err := a.members()
		if err != nil {
			t.Fatal(err)
		}
		if len(a.problems) != 2 || a.problems[0].Code != codeMissed || heldOf(pop) != 2 {
			t.Errorf("%d held, told %v", heldOf(pop), a.problems)
		}
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
func someone(n int) (out []row) {
	for i := range n {
		out = append(out, row{"full_name": fmt.Sprintf("Người Mẫu %c", 'A'+i), "identity_number": fmt.Sprintf("9990000000%02d", i),
			"birth_date": fmt.Sprintf("1960-01-%02d", i+1), "admitted_on": fmt.Sprintf("1990-02-%02d", i+1)})
	}
	return out
}

// Once the branch that followed has reported, those of an ended branch's report whom it
// reports, or says are gone, are asked about no more, nor is the ended branch's own row;
// the question about the others names them and the report that lacks them.
func TestReportOfEndedBranchIsAnswered(t *testing.T) {
	lib := library(t)
	people := someone(4)
	report := func(org string, rows ...row) *kept {
		k := book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
		own := book(t, lib, excel.BranchBook, org, evaluate.Organization, row{"org_code": org, "tasks_assigned": "3"})
		k.Tables = append(k.Tables, own.Tables...)
		return k
	}
	gone := func(k *kept, rows ...row) *kept {
		left := book(t, lib, excel.BranchBook, k.Receipt.Org, evaluate.Member, rows...).Tables[0]
		left.Left, left.Subjects = true, []string{"Đã từ trần", "Đã chuyển đi"}
		k.Tables = append(k.Tables, left)
		return k
	}
	for _, c := range []struct {
		name  string
		books []*kept
		held  int
		asked []string // cells and what is said
	}{
		{"before it reports", []*kept{report("OLD", people...)}, 4, []string{"4 B9: 4 người ở đó chưa được xếp loại"}},
		{"it reports them all", []*kept{report("C", people...), report("OLD", people...)}, 0, nil},
		{"it lacks the last two", []*kept{report("C", people[:2]...), report("OLD", people...)}, 2, []string{"2 B11: báo cáo của C không có 2 người"}},
		{"it says that one died and one moved away", []*kept{gone(report("C", people[:2]...), people[2:]...), report("OLD", people...)}, 0, nil},
		{"another of the name died", []*kept{gone(report("C", people[:2]...), people[2].with(row{"identity_number": "999000000077"}).without("birth_date"), people[3]), report("OLD", people...)}, 1, []string{"0 B11: báo cáo của C không có một người"}},
		{"it has one without his number", []*kept{report("C", people[0], people[1], people[2], people[3].without("identity_number")), report("OLD", people...)}, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.books...)
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := a.listed(evaluate.Organization); err != nil {
				t.Fatal(err)
			}
			var asked []string
			for _, p := range evaluate.SortProblems(a.problems) {
				if p.Severity == evaluate.Note {
					continue
				}
				asked = append(asked, fmt.Sprintf("%d %s: %s", evaluate.CountCells(p.Cells), p.At.Cell, p.Message))
			}
			if len(asked) != len(c.asked) || heldOf(pop) != c.held {
				t.Fatalf("%d held, asked %q; want %d, %q", heldOf(pop), asked, c.held, c.asked)
			}
			for i, want := range c.asked {
				at, what, _ := strings.Cut(want, ": ")
				if !strings.HasPrefix(asked[i], at) || !strings.Contains(asked[i], what) {
					t.Errorf("asked %q, want %q", asked[i], want)
				}
			}
		})
	}
}

// Rows about people whose branches have not reported yet are one matter a workbook, those
// about people of a branch that ended among them, by the one that followed.
func TestAwaitedAreOneMatter(t *testing.T) {
	lib := library(t)
	people := someone(5)
	of := func(branch string, rows ...row) (out []row) {
		for _, r := range rows {
			out = append(out, r.with(row{"branch_code": branch, "discipline": "none"}))
		}
		return out
	}
	rows := slices.Concat(of("B", people[:3]...), of("OLD", people[3:]...))
	a := office(t, lib, book(t, lib, excel.OfficeBook, "XA", evaluate.Member, rows...))
	if _, err := a.members(); err != nil {
		t.Fatal(err)
	}
	if len(a.problems) != 1 || a.problems[0].Code != "E346" || evaluate.CountCells(a.problems[0].Cells) != 5 || !strings.Contains(a.problems[0].Message, `chi bộ "B", "C" nên chưa có 5 người`) {
		t.Errorf("told as %+v", a.problems)
	}
	if left := a.worthAsking(a.problems); len(left) != 0 {
		t.Errorf("asked before the reports come: %v", left)
	}
}
