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
