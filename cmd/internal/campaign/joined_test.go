package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A row with the names of two listed people, whom nobody reports by themselves, is one
// question and nobody's; a name that only looks so is one.
func TestTwoNamesInOneCell(t *testing.T) {
	lib := library(t)
	report := func(rows ...row) *kept { return book(t, lib, excel.BranchBook, "A", evaluate.Member, rows...) }
	who := func(name, number, birth string) row {
		return row{"full_name": name, "identity_number": number, "birth_date": birth, "branch_code": "A"}
	}
	an, binh := who("Lê An", "999000000001", "1960-01-01"), who("Phạm Mẫu Bình", "999000000002", "1961-02-02")
	both := row{"full_name": "Lê An  Phạm Mẫu Bình", "branch_code": "A"}
	for _, c := range []struct {
		name  string
		rows  []row
		known []row
		held  int
		want  string
	}{
		{"two names", []row{both}, []row{an, binh}, 1, "E345"},
		{"two names, with the number of the first", []row{both.with(row{"identity_number": "999000000001", "birth_date": "1960-01-01"})}, []row{an, binh}, 1, "E345"},
		{"one of them reported by himself", []row{both.with(row{"identity_number": "999000000001", "birth_date": "1960-01-01"}), binh}, []row{an, binh}, 0, "E358"},
		{"a long name that is known", []row{both.with(row{"identity_number": "999000000007"})}, []row{an, binh, both.with(row{"identity_number": "999000000007"})}, 2, "E348 E348"},
		{"a long name", []row{an, binh, both.with(row{"identity_number": "999000000007", "birth_date": "1977-01-01"})}, []row{an, binh, both.with(row{"identity_number": "999000000007", "birth_date": "1977-01-01"})}, 0, ""},
	} {
		for _, by := range []string{"roster", "template"} {
			a := office(t, lib, report(c.rows...))
			if by == "template" {
				a.prefilled = []*kept{report(c.known...)}
			} else {
				a.books = append(a.books, book(t, lib, excel.RosterBook, "R", evaluate.Member, c.known...))
			}
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, p := range a.problems {
				told = append(told, string(p.Code))
			}
			if got := strings.Join(told, " "); got != c.want || heldOf(pop) != c.held {
				t.Errorf("%s by %s: %d wait, told %q; want %d, %q", c.name, by, heldOf(pop), got, c.held, c.want)
			}
		}
	}
}
