package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whom two branches report under numbers that do not join them is one question that names
// both reports, and both rows wait where name, birth date and day of admission say so;
// lists that know both as two people are believed.
func TestReportedTwiceWithoutANumberInCommon(t *testing.T) {
	lib := library(t)
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	an := row{"full_name": "Hồ Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01", "card_number": "710000000001", "admitted_on": "1990-02-03"}
	cover := row{"full_name": "Phạm Văn Bình", "identity_number": "999000000777"}
	moved := row{"activity_status": "moved_in", "months_at_old_place": "3"}
	digit, nameless := row{"identity_number": "999000000009"}, an.without("identity_number", "card_number")
	in := func(r row, branch string) row { return r.with(row{"branch_code": branch}) }
	for _, c := range []struct {
		name    string
		twin    row    // of branch B or C; A reports an
		branch  string // "" for B
		lists   string // "roster", "template", "" for none
		listed  []row
		held    string // branches whose row waits
		codes   string
		related int // cells beside the first
	}{
		{"a wrong digit", an.with(digit).without("card_number"), "", "template", []row{in(an, "A")}, "A B", "E342", 1},
		{"a wrong digit", an.with(digit).without("card_number"), "", "roster", []row{in(an, "A")}, "A B", "E342", 1},
		{"a wrong digit", an.with(digit).without("card_number"), "", "", nil, "A B", "E342", 1},
		{"a wrong digit, one card", an.with(digit), "", "roster", []row{in(an, "A")}, "A B", "E342", 1},
		{"another number and card", an.with(digit, row{"card_number": "710000000009"}), "", "template", []row{in(an, "A")}, "A B", "E342", 1},
		{"another number and card, both listed", an.with(digit, row{"card_number": "710000000009"}), "", "roster", []row{in(an, "A"), in(an.with(digit, row{"card_number": "710000000009"}), "B")}, "", "", 0},
		{"without middle name and number", nameless.with(row{"full_name": "Hồ An"}), "", "template", []row{in(an, "A")}, "A B", "E342", 1},
		{"without middle name and number", nameless.with(row{"full_name": "Hồ An"}), "", "roster", []row{in(an, "A")}, "A B", "E342", 1},
		{"without a number", nameless, "", "template", []row{in(an, "A")}, "A B", "E356", 2},
		{"without a number", nameless, "", "roster", []row{in(an, "A")}, "A B", "E356", 2},
		{"without a number", nameless, "", "", nil, "A B", "E356", 1},
		{"without number and birth date", nameless.without("birth_date"), "", "template", []row{in(an, "A")}, "B", "E342", 1},
		{"without number and birth date", nameless.without("birth_date"), "", "roster", []row{in(an, "A")}, "B", "E347", 2},
		{"without middle name and number, born in the year", nameless.with(row{"full_name": "Hồ An", "birth_year": "1960"}).without("birth_date"), "", "template", []row{in(an, "A")}, "B", "E342", 1},
		{"without middle name and number, born in another year", nameless.with(row{"full_name": "Hồ An", "birth_year": "1961"}).without("birth_date"), "", "template", []row{in(an, "A")}, "", "", 0},
		{"without middle name, born in the year, a number of his own", an.with(digit, row{"full_name": "Hồ An", "birth_year": "1960"}).without("birth_date", "card_number"), "", "template", []row{in(an, "A")}, "", "", 0},
		{"born alike, admitted on another day", an.with(digit, row{"admitted_on": "1991-02-03"}).without("card_number"), "", "template", []row{in(an, "A")}, "", "", 0},
		{"born on another day", an.with(digit, row{"birth_date": "1961-01-01"}).without("card_number"), "", "template", []row{in(an, "A")}, "", "", 0},
		{"moved in without a number", nameless.with(moved), "", "roster", []row{in(an, "A")}, "A B", "E342", 1},
		{"moved in without a number", nameless.with(moved), "", "template", []row{in(an, "A")}, "A B", "E342", 1},
		{"moved in with a wrong digit", an.with(digit, moved).without("card_number"), "", "roster", []row{in(an, "A")}, "A B", "E342", 1},
		{"moved in", an.with(moved), "", "roster", []row{in(an, "A")}, "", "E343", 1},
		{"listed where no number is given, moved in", nameless.with(moved), "", "roster", []row{in(an, "B")}, "A B", "E356", 2},
		{"listed where no number is given", nameless, "", "roster", []row{in(an, "B")}, "A B", "E356", 2},
		{"in the branch that followed", an.with(digit).without("card_number"), "C", "", nil, "A C", "E342", 1},
	} {
		t.Run(c.name+" by "+c.lists, func(t *testing.T) {
			branch := c.branch
			if branch == "" {
				branch = "B"
			}
			a := office(t, lib, report("A", an), report(branch, c.twin, cover))
			switch c.lists {
			case "roster":
				a.books = append(a.books, book(t, lib, excel.RosterBook, "R", evaluate.Member, append(c.listed, in(cover, branch))...))
			case "template":
				a.prefilled = []*kept{prefilledBook(t, lib, excel.BranchBook, "A", evaluate.Member, c.listed...), prefilledBook(t, lib, excel.BranchBook, branch, evaluate.Member, cover)}
			}
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			var held, codes []string
			for _, s := range pop.Subjects {
				if len(s.Holds) > 0 {
					held = append(held, a.tree.Orgs[s.Org].Code)
				}
			}
			for _, p := range a.problems {
				codes = append(codes, string(p.Code))
				files := map[string]bool{p.At.File: true}
				for _, r := range p.Related {
					files[r.At.File] = true
				}
				if len(p.Related) != c.related || !files["nhan-ve/A-branch.xlsx"] || !files["nhan-ve/"+branch+"-branch.xlsx"] {
					t.Errorf("%s names %s and %v", p.Code, p.At, p.Related)
				}
			}
			slices.Sort(held)
			if got := strings.Join(codes, " "); got != c.codes || strings.Join(held, " ") != c.held {
				t.Errorf("held %v, told %s; want %s, %s", held, got, c.held, c.codes)
			}
		})
	}
}

// A branch that follows another has its members, however their numbers are written.
func TestReportedTwice_notAfterAMerger(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Hồ Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01", "admitted_on": "1990-02-03"}
	for _, twin := range []row{an.with(row{"identity_number": "999000000009"}), an.without("identity_number"), an.without("identity_number", "birth_date")} {
		a := office(t, lib, book(t, lib, excel.BranchBook, "B", evaluate.Member, an), book(t, lib, excel.BranchBook, "C", evaluate.Member, twin))
		if _, err := a.members(); err != nil {
			t.Fatal(err)
		}
		if len(a.problems) > 0 {
			t.Errorf("told %v", a.problems)
		}
	}
}

// Who moved away by one report and moved in by another is on the roster of the old branch,
// though the new one has not his number.
func TestReportedTwice_movedAwayAndIn(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Hồ Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01", "admitted_on": "1990-02-03"}
	cover := row{"full_name": "Phạm Văn Bình", "identity_number": "999000000777"}
	came := an.without("identity_number").with(row{"activity_status": "moved_in", "months_at_old_place": "3"})
	for want, twin := range map[string]row{"": came, "E347 E348": came.with(row{"birth_date": "1961-02-03"})} {
		a := office(t, lib, leavingReport(t, lib, "A", "Đã chuyển đi", an, cover), book(t, lib, excel.BranchBook, "B", evaluate.Member, twin, cover.with(row{"identity_number": "999000000778"})),
			book(t, lib, excel.RosterBook, "R", evaluate.Member, an.with(row{"branch_code": "A"}), cover.with(row{"branch_code": "A"}), cover.with(row{"branch_code": "B", "identity_number": "999000000778"})))
		if _, err := a.members(); err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, p := range a.problems {
			codes = append(codes, string(p.Code))
		}
		slices.Sort(codes)
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("told %v, want %q", a.problems, want)
		}
	}
}

// The order of the branches decides nothing: a wrong digit beside the right card is one
// question, what lists and the office say of the number is the other row's.
func TestReportedTwice_inEitherOrder(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Hồ Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01", "card_number": "710000000001", "admitted_on": "1990-02-03"}
	wrong := an.with(row{"identity_number": "999000000009", "activity_status": "moved_in", "months_at_old_place": "3"})
	for _, right := range []string{"A", "B"} {
		rows := map[string]row{"A": wrong, "B": wrong}
		rows[right] = an
		a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, rows["A"]), book(t, lib, excel.BranchBook, "B", evaluate.Member, rows["B"]),
			book(t, lib, excel.OfficeBook, "XA", evaluate.Member, an.with(row{"branch_code": right, "discipline": "warning"})))
		if _, err := a.members(); err != nil {
			t.Fatal(err)
		}
		if len(a.problems) != 1 || a.problems[0].Code != codeTwice || !strings.Contains(a.problems[0].Hint, "số định danh") {
			t.Errorf("reported in %s: told %v", right, a.problems)
		}
	}
}
