package campaign

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Columns that say who somebody is, sorted apart from the others in whatever way, are one
// question about the report, which holds every row, also where nobody has a number.
func TestSortedApart(t *testing.T) {
	lib := library(t)
	report := func(rows ...row) *kept { return book(t, lib, excel.BranchBook, "A", evaluate.Member, rows...) }
	facts := map[byte]evaluate.FactID{'N': "full_name", 'I': "identity_number", 'C': "card_number", 'B': "birth_date", 'A': "admitted_on"}
	people := strings.Split("Nguyễn Mẫu An, Lê Mẫu Bình, Trần Mẫu Cúc, Phạm Mẫu Duyên, Vũ Mẫu Khuynh, Đỗ Mẫu Giang, Bùi Mẫu Hòa, Ngô Mẫu Trung, Lý Mẫu Vượng", ", ")
	who := func(i int, columns string) row {
		all := row{"full_name": people[i], "identity_number": fmt.Sprintf("99900000010%d", i), "card_number": fmt.Sprintf("00099900010%d", i),
			"birth_date": fmt.Sprintf("196%d-01-01", i), "admitted_on": fmt.Sprintf("199%d-02-03", i)}
		out := row{"branch_code": "A"}
		for _, c := range []byte(columns) {
			out[facts[c]] = all[facts[c]]
		}
		return out
	}
	// compare is how many wait and what is told of a report, by either list.
	compare := func(by string, rows, known []row) (held int, told string) {
		a := office(t, lib, report(rows...))
		if by == "template" {
			a.prefilled = []*kept{report(known...)}
		} else {
			a.books = append(a.books, book(t, lib, excel.RosterBook, "R", evaluate.Member, known...))
		}
		pop, err := a.members()
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range a.problems {
			told += " " + string(p.Code)
		}
		return heldOf(pop), strings.TrimSpace(told)
	}
	for _, columns := range []string{"NICBA", "NIBA", "NCBA", "NIA", "NBA", "NI", "NA", "NB"} {
		for mask := 1; mask < 1<<len(columns)-1; mask += 2 { // names move; the others moving is the same
			known, rows, moved := make([]row, len(people)), make([]row, len(people)), ""
			for i := range people {
				known[i], rows[i], moved = who(i, columns), who(i, columns), ""
				for c := range columns {
					if mask>>c&1 == 1 {
						moved += columns[c : c+1]
						rows[i][facts[columns[c]]] = who((i+1)%len(people), columns)[facts[columns[c]]]
					}
				}
			}
			for _, by := range []string{"roster", "template"} {
				if held, told := compare(by, rows, known); held != len(people) || told != "E358" {
					t.Errorf("%s of %s moved, by %s: %d wait, told %q", moved, columns, by, held, told)
				}
			}
		}
	}
	for _, c := range []struct {
		name    string
		columns string
		change  func(rows []row)
		roster  string // what is told
		blank   string // where a template knows
	}{
		{"another person of one name", "NBA", func(r []row) { r[3]["birth_date"], r[3]["admitted_on"] = "1990-05-05", "2015-05-05" }, "E347", "E348"},
		{"three of nine birth dates corrected", "NBA", func(r []row) {
			for i := range 3 {
				r[i]["birth_date"] = fmt.Sprintf("197%d-07-07", i)
			}
		}, "E347 E347 E347", "E348 E348 E348"},
		{"one name in another's place", "NBA", func(r []row) { r[2]["full_name"] = r[1]["full_name"]; delete(r[2], "birth_date") }, "E344 E347 E348", "E344 E348"},
	} {
		var known, rows []row
		for i := range people {
			known, rows = append(known, who(i, c.columns)), append(rows, who(i, c.columns))
		}
		c.change(rows)
		for by, want := range map[string]string{"roster": c.roster, "template": c.blank} {
			if _, told := compare(by, rows, known); told != want {
				t.Errorf("%s by %s: told %q, want %q", c.name, by, told, want)
			}
		}
	}
}
