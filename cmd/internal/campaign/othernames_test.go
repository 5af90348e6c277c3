package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A row of the office or of a base committee that has somebody's number and another's name
// gives its facts to nobody; through a sheet that is one question.
func TestNumberBesideAnotherName(t *testing.T) {
	lib := library(t)
	names := strings.Split("Bùi Mẫu An, Bùi Mẫu Giang, Bùi Mẫu Hà, Bùi Mẫu Khuynh, Bùi Mẫu Trung, Bùi Mẫu Vượng", ", ")
	who := func(i int) row {
		return row{"full_name": names[i], "identity_number": fmt.Sprintf("99900000010%d", i), "card_number": fmt.Sprintf("00099900010%d", i),
			"birth_date": fmt.Sprintf("196%d-01-01", i), "branch_code": "A"}
	}
	failed := row{"discipline": "warning"}
	shift := func(rows []row, of ...string) {
		for i := range rows {
			rows[i]["full_name"] = of[(i+1)%len(of)]
		}
	}
	for _, c := range []struct {
		name   string
		change func(rows []row) // of the office; the second is disciplined
		held   string           // who waits, by position
		laid   string           // whose discipline is known
		told   string
	}{
		{"the same", func([]row) {}, "", "1", ""},
		{"another name", func(r []row) { r[1]["full_name"] = "Phạm Mẫu Khác" }, "1", "", "E345"},
		{"another's name", func(r []row) { r[1]["full_name"] = names[4] }, "1 4", "", "E345"},
		{"a new given name", func(r []row) { r[1]["full_name"] = "Bùi Mẫu Lan" }, "", "1", "E358"},
		{"another given name, born when nobody says", func(r []row) {
			r[1]["full_name"] = "Bùi Mẫu Lan"
			delete(r[1], "birth_date")
		}, "1", "", "E345"},
		{"one letter", func(r []row) { r[1]["full_name"] = "Bùi Mẫu Gieng" }, "", "1", ""},
		{"another family name", func(r []row) { r[1]["full_name"] = "Phạm Mẫu Giang" }, "", "1", "E358"},
		{"another family and middle name", func(r []row) { r[1]["full_name"] = "Phạm Văn Giang" }, "", "1", "E358"},
		{"another family and middle name, born when nobody says", func(r []row) {
			r[1]["full_name"] = "Phạm Văn Giang"
			delete(r[1], "birth_date")
		}, "1", "", "E345"},
		{"another family name and none in the middle", func(r []row) {
			r[1]["full_name"] = "Phạm Giang"
			delete(r[1], "birth_date")
		}, "", "1", "E358"},
		{"another birth date", func(r []row) { r[1]["birth_date"] = "1975-05-05"; delete(r[1], "card_number") }, "1", "", "E345"},
		{"another name where nothing is said", func(r []row) { r[0]["full_name"] = "Phạm Mẫu Khác" }, "", "1", ""},
		{"names a row off", func(r []row) { shift(r, names...) }, "1 2", "", "E345"},
		{"names a row off, of whom nobody is known", func(r []row) { shift(r, "Lê Mẫu Một", "Lê Mẫu Hai", "Lê Mẫu Ba") }, "1", "", "E345"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var reported, rows []row
			for i := range names {
				reported, rows = append(reported, who(i)), append(rows, who(i))
			}
			rows[1] = rows[1].with(failed)
			c.change(rows)
			a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, reported...), book(t, lib, excel.OfficeBook, "XA", evaluate.Member, rows...))
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			var held, laid, told []string
			discipline, _ := pop.Frame.Schema.Index("discipline")
			for i, s := range pop.Subjects {
				if len(s.Holds) > 0 {
					held = append(held, fmt.Sprint(i))
				}
				if !pop.Frame.Value(i, discipline).IsBlank() {
					laid = append(laid, fmt.Sprint(i))
				}
			}
			for _, p := range a.problems {
				if told = append(told, string(p.Code)); len(p.Related) == 0 || !strings.Contains(p.At.File, "office") {
					t.Errorf("%v names not both cells", p)
				}
			}
			if h, l, p := strings.Join(held, " "), strings.Join(laid, " "), strings.Join(told, " "); h != c.held || l != c.laid || p != c.told {
				t.Errorf("%q wait, laid over %q, told %q; want %q, %q, %q", h, l, p, c.held, c.laid, c.told)
			}
		})
	}
}

// Most of a branch's report stands under others' numbers: that is one question, and what the
// office rightly says of these people waits with it, unasked.
func TestRowsBesideSortedReport(t *testing.T) {
	lib := library(t)
	names := strings.Split("Bùi Mẫu An, Bùi Mẫu Giang, Bùi Mẫu Hà, Bùi Mẫu Khuynh, Bùi Mẫu Trung, Bùi Mẫu Vượng", ", ")
	who := func(i int) row {
		return row{"full_name": names[i], "identity_number": fmt.Sprintf("99900000010%d", i), "card_number": fmt.Sprintf("00099900010%d", i),
			"birth_date": fmt.Sprintf("196%d-01-01", i), "branch_code": "A"}
	}
	var known, sorted, rows []row
	for i := range names {
		known, sorted, rows = append(known, who(i)), append(sorted, who(i)), append(rows, who(i).with(row{"discipline": "warning"}))
		sorted[i]["full_name"] = names[(i+1)%len(names)]
	}
	a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, sorted...), book(t, lib, excel.OfficeBook, "XA", evaluate.Member, rows...),
		book(t, lib, excel.RosterBook, "R", evaluate.Member, known...))
	pop, err := a.members()
	if err != nil {
		t.Fatal(err)
	}
	told := ""
	for _, p := range a.problems {
		told += " " + string(p.Code)
	}
	discipline, _ := pop.Frame.Schema.Index("discipline")
	for i, s := range pop.Subjects {
		if len(s.Holds) != 1 || !pop.Frame.Value(i, discipline).IsBlank() {
			t.Errorf("row %d: held %d times, discipline %v", i, len(s.Holds), pop.Frame.Value(i, discipline))
		}
	}
	if told != " E358" || len(pop.Subjects) != len(names) {
		t.Errorf("%d people, told%s", len(pop.Subjects), told)
	}
}

// A leader's row names a member by number. With another name beside it, or one digit of it
// wrong, it is asked whose the row is and nothing passes; whoever by his row belongs to a
// branch that does not report him is told; and of others who are no members nothing is said.
func TestLeadersNamedByWrongNumbers(t *testing.T) {
	post := leader366("head", "Trưởng phòng", "không", "P1", "không", "25").with(row{"category": "civil_servant"})
	an := func(facts ...row) row { return somebody("An", post).with(facts...) }
	number := somebody("An")["identity_number"]
	typo := row{"identity_number": number[:len(number)-1] + string('0'+(number[len(number)-1]-'0'+1)%10)}
	other := row{"full_name": "Phạm Mẫu Khác"}
	members := member366()
	members[0].rows = []row{members[0].rows[0].with(row{"leadership_post": "head", "birth_date": "1970-01-01"}), somebody("Bình", members[0].rows[0].without("full_name", "identity_number"))}
	warned := sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("An", row{"discipline": "warning"})}}
	l := libraries{}
	for _, c := range []struct {
		name   string
		in     excel.BookKind
		leader row
		told   string
		held   bool
		one    bool // the leader is the member
	}{
		{"his number", excel.BranchBook, an(), "", false, true},
		{"his number, another name", excel.BranchBook, an(other), "E345", true, false},
		{"his number, another name, his birth date", excel.BranchBook, an(other, row{"birth_date": "1970-01-01"}), "E345", true, false},
		{"his number, another birth date", excel.BranchBook, an(row{"birth_date": "1975-01-01"}), "E345", true, false},
		{"his number, a new given name", excel.BranchBook, an(row{"full_name": "Người Mẫu Khuyên", "birth_date": "1970-01-01"}), "E358", false, true},
		{"another name, in the office's workbook", excel.OfficeBook, an(other), "E345", true, false},
		{"a digit wrong", excel.BranchBook, an(typo), "E345", true, false},
		{"a digit wrong, in the office's workbook", excel.OfficeBook, an(typo), "E345", true, false},
		{"a digit wrong, born on another day", excel.BranchBook, an(typo, row{"birth_date": "1975-01-01"}), "E346", false, false},
		{"another number, the name in the branch", excel.BranchBook, an(row{"identity_number": "001070999999"}), "E345", true, false},
		{"nobody's number, and of no branch as far as is said", excel.BranchBook, an(other, row{"identity_number": "001070999999"}), "E346", false, false},
		{"no number either", excel.BranchBook, an(other).without("identity_number"), "E346", false, false},
		{"nobody's number, the branch as it stands in its own workbook", excel.BranchBook, an(other, row{"identity_number": "001070999999", "branch_code": "A"}), "E346", false, false},
		{"no member here, as he says", excel.BranchBook, an(other, row{"identity_number": "001070999999", "branch_code": "không"}), "", false, false},
		{"its secretary, and not reported", excel.BranchBook, an(other, row{"identity_number": "001070999999", "party_post": "secretary"}), "E346", false, false},
		{"of the branch by the office, and not reported", excel.OfficeBook, an(other, row{"identity_number": "001070999999", "branch_code": "A"}), "E346", false, false},
		{"of a branch that has not reported", excel.OfficeBook, an(other, row{"identity_number": "001070999999", "branch_code": "B"}), "", false, false},
		{"of no branch, by the office", excel.OfficeBook, an(other, row{"identity_number": "001070999999", "party_post": "upper_committee"}), "", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			org := "A"
			if c.in == excel.OfficeBook {
				org = "XA"
			}
			r := (&coupling{period: "2025", bodies: offices(), books: append(slices.Clone(members), warned, sheet{c.in, org, evaluate.Leader, []row{c.leader}})}).run(t, l)
			pop, _ := r.report.Of(evaluate.Leader)
			everybody, _ := r.report.Of(evaluate.Member)
			s := &pop.Subjects[0]
			var told []string
			for _, p := range r.problems {
				if p.Code == "E345" || p.Code == "E346" || p.Code == "E358" {
					told = append(told, string(p.Code))
					if p.At.Sheet != sheetTitle(evaluate.Leader) || p.At.Cell == "" || len(p.Related) == 0 {
						t.Errorf("names not both cells: %v", p)
					}
				}
			}
			held := slices.ContainsFunc(s.Holds, func(h evaluate.Hold) bool { return h.Problem.Code == "E345" })
			if got := strings.Join(told, " "); got != c.told || held != c.held || (s.Person == everybody.Subjects[0].Person) != c.one {
				t.Errorf("told %q, held %t, one person %t", got, held, s.Person == everybody.Subjects[0].Person)
			}
			discipline, _ := pop.Frame.Schema.Index("discipline")
			if passed := !pop.Frame.Value(0, discipline).IsBlank(); passed != c.one {
				t.Errorf("the discipline is the leader's: %t", passed)
			}
		})
	}
}

// Names sorted by themselves on a sheet of leaders are one question, although families
// and birth dates stand.
func TestLeadersSortedByName(t *testing.T) {
	var members, posts []row
	names := strings.Split("An, Giang, Khuynh, Trung", ", ")
	for i, name := range names {
		who := somebody(name, row{"birth_date": fmt.Sprintf("197%d-01-01", i)})
		members = append(members, member366()[0].rows[0].with(who, row{"leadership_post": "deputy"}))
		posts = append(posts, who.with(leader366("deputy", "Phó phòng", "không", "P1", "không", "25"), row{"full_name": "Người Mẫu " + names[(i+1)%len(names)]}))
	}
	r := (&coupling{period: "2025", bodies: offices(), books: []sheet{{excel.BranchBook, "A", evaluate.Member, members}, {excel.BranchBook, "A", evaluate.Leader, posts}}}).run(t, libraries{})
	pop, _ := r.report.Of(evaluate.Leader)
	var told []string
	for _, p := range r.problems {
		if p.Code == "E345" || p.Code == "E358" {
			told = append(told, string(p.Code))
		}
	}
	if got := heldOf(pop); got != len(names) || strings.Join(told, " ") != "E345" {
		t.Errorf("%d leaders wait, told %q", got, told)
	}
}
