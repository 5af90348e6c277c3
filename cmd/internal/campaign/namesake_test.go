package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Somebody reported without numbers is the only person of that name in his branch whom a
// roster has, where both know when he was born or admitted and deny nothing; otherwise he
// waits, as does everybody whose number a roster knows otherwise.
func TestRosterNamesakes(t *testing.T) {
	lib := library(t)
	an := func(more row) row { return row{"full_name": "Người Mẫu An", "branch_code": "A"}.with(more) }
	full := an(row{"identity_number": "999000000101", "card_number": "000999000101", "birth_date": "1960-01-01", "admitted_on": "1990-02-03"})
	second := an(row{"identity_number": "999000000107", "card_number": "000999000107", "birth_date": "1970-01-01", "admitted_on": "1995-02-03"})
	for _, c := range []struct {
		name             string
		reported, listed []row
		held             int
		want             string
	}{
		{"the year and the day", []row{an(row{"birth_year": "1960", "admitted_on": "1990-02-03"})}, []row{full}, 0, ""},
		{"the year alone", []row{an(row{"birth_year": "1960"})}, []row{full}, 0, ""},
		{"the day alone", []row{an(row{"admitted_on": "1990-02-03"})}, []row{full}, 0, ""},
		{"the name alone", []row{an(nil)}, []row{full}, 1, "E345"},
		{"the year, and another day", []row{an(row{"birth_year": "1960", "admitted_on": "1991-02-03"})}, []row{full}, 1, "E345"},
		{"two of the name listed, one by the day", []row{an(row{"admitted_on": "1990-02-03"})}, []row{full, second.with(row{"admitted_on": "1990-02-03"})}, 1, "E345 E345"},
		{"a corrected number", []row{full}, []row{full.with(row{"identity_number": "999000000102"})}, 1, "E345"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, c.reported...), book(t, lib, excel.RosterBook, "R", evaluate.Member, c.listed...))
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, p := range a.problems {
				codes = append(codes, string(p.Code))
			}
			slices.Sort(codes)
			if got := strings.Join(codes, " "); heldOf(pop) != c.held || got != c.want {
				t.Errorf("%d wait, told %q; want %d, %q", heldOf(pop), got, c.held, c.want)
			}
		})
	}
}
