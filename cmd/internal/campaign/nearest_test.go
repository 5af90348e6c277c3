package campaign

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Who is on the roster under a slightly other name or number is offered with his
// cell, in both directions, and never taken: both rows are held.
func TestNearestIsOfferedAndNotTaken(t *testing.T) {
	lib := library(t)
	reported := row{"full_name": "Người Mẫu Hoà", "identity_number": "999000000001", "birth_date": "1960-01-01"}
	for _, c := range []struct {
		name  string
		on    row
		found bool
	}{
		{"another tone and a slip in the number", row{"full_name": "Người Mẫu Hóa", "identity_number": "999000000007", "branch_code": "A"}, true},
		{"a slip in the number", row{"full_name": "Người Mẫu Hoà", "identity_number": "999000000010", "branch_code": "A"}, true},
		{"the name in another branch", row{"full_name": "Nguoi Mau Hoa", "identity_number": "999000000999", "branch_code": "B"}, true},
		{"the middle name left out, one birth date", row{"full_name": "Người Hoà", "birth_date": "1960-01-01", "branch_code": "A"}, true},
		{"the middle name left out, one birth date, in another branch", row{"full_name": "Người Hoà", "birth_date": "1960-01-01", "branch_code": "B"}, true},
		{"a middle name more, one birth date", row{"full_name": "Người Mẫu Thuận Hoà", "birth_date": "1960-01-01", "branch_code": "A"}, true},
		{"the middle name left out, no birth date", row{"full_name": "Người Hoà", "branch_code": "A"}, false},
		{"the family name left out, one birth date", row{"full_name": "Thuận Hoà", "birth_date": "1960-01-01", "branch_code": "A"}, false},
		{"another name, another number", row{"full_name": "Người Mẫu Khuynh", "identity_number": "888000000999", "branch_code": "A"}, false},
		{"another name, one birth date", row{"full_name": "Người Mẫu Khuynh", "birth_date": "1960-01-01", "branch_code": "A"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			cover := row{"full_name": "Người Mẫu Vỹ", "identity_number": "777000000777", "branch_code": "A"}
			a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, reported, cover),
				book(t, lib, excel.RosterBook, "R", evaluate.Member, c.on, cover))
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			var at *evaluate.Problem
			for i := range a.problems {
				if a.problems[i].Code == "E347" {
					at = &a.problems[i]
				}
				if c.found && c.on["branch_code"] == "A" && a.problems[i].Code == "E348" {
					t.Errorf("two questions about what may be one person")
				}
				if c.found && a.problems[i].Code == "E348" && len(a.problems[i].Related) != 1 {
					t.Errorf("the roster's row offers nobody")
				}
			}
			if at == nil || len(pop.Subjects[0].Holds) == 0 {
				t.Fatalf("not asked for: %v", a.problems)
			}
			// without a match the sheet searched is named, but no cell of it
			if len(at.Related) != 1 || c.found != (at.Related[0].At.Cell != "") {
				t.Fatalf("offered %v", at.Related)
			}
			if c.found && (at.Related[0].At.File != "nhan-ve/R-roster.xlsx" || !strings.HasSuffix(at.Related[0].At.Cell, "9")) {
				t.Errorf("offered %s", at.Related[0].At)
			}
			for _, word := range []string{"Hoà", "Hóa", "999000"} {
				if strings.Contains(at.Message+at.Hint, word) {
					t.Errorf("names somebody: %s", at.Message)
				}
			}
		})
	}
}

// A large branch none of whom the roster knows is still looked through quickly.
func TestNearestIsBounded(t *testing.T) {
	var people []person
	for i := range 20_000 {
		people = append(people, person{branch: "A", name: "người mẫu " + strconv.Itoa(i%7) + " thứ " + strconv.Itoa(i), identity: strconv.Itoa(900000000 + i)})
	}
	l := newLookout(people)
	start := time.Now()
	for i := range 20_000 {
		l.nearest(person{branch: "A", name: "người mẩu " + strconv.Itoa(i%5) + " thứ " + strconv.Itoa(i), identity: strconv.Itoa(100000000 + i)})
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("took %s", d)
	}
}
