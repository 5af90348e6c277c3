package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whose branch one workbook names as the list does not stands where another has him, with
// what the first knows of him, in whatever order they are named; only whom none places
// stands in no template.
func TestTemplatePlacesByAnySource(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000101", "birth_date": "1960-01-01", "activity_status": "normal"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000102", "birth_date": "1961-01-01"}
	in := func(code string, r row) row { return r.with(row{"branch_code": code}) }
	for _, c := range []struct {
		name string
		old  row // the roster's row of the one, who is exempt by it
		gone bool
		want string
		told string
		lost int
	}{
		{"placed by the other", an, false, "An exempt", "E363 note, X191 note", 0},
		{"gone, and placed by the other", an, true, "", "", 0},
		{"another, whom nobody places", binh, false, "An normal", "X191 warning", 1},
		{"a namesake of whom no more is known", row{"full_name": "Người Mẫu An"}, false, "An normal", "X191 warning", 1},
	} {
		for _, order := range []string{"results first", "roster first"} {
			t.Run(c.name+", "+order, func(t *testing.T) {
				last := book(t, lib, excel.ResultBook, "XA", evaluate.Member, in("A", an))
				last.Receipt.Period = "2024"
				roster := book(t, lib, excel.RosterBook, "R", evaluate.Member, in("Chi bộ Mẫu Cũ", c.old.with(row{"activity_status": "exempt"})))
				if c.gone {
					roster.Tables[0].Left, roster.Tables[0].Subjects = true, []string{"Đã từ trần"}
				}
				books := []*kept{last, roster}
				if order == "roster first" {
					books = []*kept{roster, last}
				}
				m, err := newTemplateMaker(office(t, lib), named{books: books})
				if err != nil {
					t.Fatal(err)
				}
				f := m.known[evaluate.Member].frame
				at, _ := f.Schema.Index(factStatus)
				name := f.Schema.ByRole(evaluate.RoleName)
				var rows, told []string
				for row := range f.Len() {
					rows = append(rows, strings.TrimPrefix(f.Text(row, name), "Người Mẫu ")+" "+f.Data(at, f.Value(row, at)))
				}
				for _, p := range m.warnings {
					told = append(told, string(p.Code)+" "+p.Severity.String())
				}
				if got := strings.Join(rows, ", "); got != c.want || strings.Join(told, ", ") != c.told || len(m.lost.people) != c.lost {
					t.Errorf("%q, told %q, %d lost; want %q, %q, %d", got, told, len(m.lost.people), c.want, c.told, c.lost)
				}
				if c.gone && (len(m.left["A"]) != 1 || m.leftUnplaced != 0) {
					t.Errorf("gone: %v, %d unplaced", m.left, m.leftUnplaced)
				}
			})
		}
	}
}

// Whom nobody places is told at his name where the column of places is hidden, as in a result
// workbook, else where his row names the place.
func TestStrangersAreToldWhereTheyAreSeen(t *testing.T) {
	lib := library(t)
	who := row{"full_name": "Người Mẫu An", "identity_number": "999000000101", "branch_code": "X9"}
	schema := lib.Vocabulary.Schema(evaluate.Member)
	ids := identityOf(schema)
	for kind, fact := range map[excel.BookKind]evaluate.FactID{excel.ResultBook: ids.name, excel.RosterBook: ids.branch} {
		k := book(t, lib, kind, "XA", evaluate.Member, who)
		m, err := newTemplateMaker(office(t, lib), named{books: []*kept{k}})
		if err != nil {
			t.Fatal(err)
		}
		if want := k.Tables[0].origin(0, fact); len(m.warnings) != 1 || m.warnings[0].Code != "X191" || m.warnings[0].At != want {
			t.Errorf("%s: %v, want at %v", kind, m.warnings, want)
		}
	}
}

// Whom several workbooks know in a place that the list does not have is told once, and whom
// only the second knows there as well.
func TestStrangersAreToldOnce(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000101", "branch_code": "X9"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000102", "branch_code": "X9"}
	for _, c := range []struct {
		second []row
		told   int
	}{{[]row{an}, 1}, {[]row{an, binh}, 2}} {
		books := []*kept{book(t, lib, excel.ResultBook, "XA", evaluate.Member, an), book(t, lib, excel.RosterBook, "R", evaluate.Member, c.second...)}
		m, err := newTemplateMaker(office(t, lib), named{books: books})
		if err != nil {
			t.Fatal(err)
		}
		if len(m.warnings) != c.told || len(m.lost.people) != c.told {
			t.Errorf("%d in the second: told %v, %d lost", len(c.second), m.warnings, len(m.lost.people))
		}
		for _, p := range m.warnings {
			if len(p.Cells) != 0 {
				t.Errorf("more than one row is told: %v", p)
			}
		}
	}
}
