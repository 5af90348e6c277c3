package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A number under which somebody else is known makes its row a question, that row
// alone; spellings, a changed given name and missing dates accuse nobody.
func TestMisnamed(t *testing.T) {
	lib := library(t)
	report := func(rows ...row) *kept { return book(t, lib, excel.BranchBook, "A", evaluate.Member, rows...) }
	who := func(name, number, birth string, more ...string) row {
		r := row{"full_name": name, "identity_number": number, "branch_code": "A"}
		if birth != "" {
			r["birth_date"] = birth
		}
		if len(more) > 0 {
			r["card_number"] = more[0]
		}
		return r
	}
	an, binh := who("Lê Mẫu An", "999000000001", "1960-01-01", "71"), who("Phạm Mẫu Bình", "999000000002", "1961-02-02", "72")
	hoa, vy := who("Phạm Mẫu Hoà", "999000000003", "1962-03-03", "73"), who("Vũ Mẫu Vỹ", "999000000004", "1963-04-04", "74").with(row{"admitted_on": "1990-02-03"})
	all := []row{an, binh, hoa, vy, who("Cao Văn An", "999000000005", "1965-01-01", "75")}
	known := all[:4]
	for _, c := range []struct {
		name string
		rows []row
		held []int // rows whose subjects wait
		want string
	}{
		{"all as known", known, nil, ""},
		{"two spellings of a tone, no numbers", []row{an, binh, {"full_name": "Phạm Mẫu  Hòa", "birth_date": "1962-03-03"}, vy}, nil, ""},
		{"a name without its marks", []row{who("LE MAU AN", "999000000001", "1960-01-01"), binh, hoa, vy}, nil, ""},
		{"a slip in the name", []row{who("Lê Mẫu Anh", "999000000001", "1960-01-01"), binh, hoa, vy}, nil, ""},
		{"no birth date", []row{who("Lê Mẫu An", "999000000001", ""), binh, hoa, vy}, nil, ""},
		{"a new given name", []row{who("Lê Mẫu Tuyết", "999000000001", "1960-01-01", "71"), binh, hoa, vy}, nil, "E358"},
		{"most names cut short", []row{who("Lê Mẫu", "999000000001", "1960-01-01", "71"), who("Phạm Mẫu", "999000000002", "1961-02-02", "72"), who("Phạm Mẫu", "999000000003", "1962-03-03", "73"), vy}, []int{0, 1, 2}, "E358"},
		{"a new family name", []row{who("Cao Mẫu An", "999000000001", "1960-01-01", "71"), binh, hoa, vy}, nil, "E358"},
		{"a new family and middle name, the birth date as known", []row{who("Cao Văn An", "999000000001", "1960-01-01", "71"), binh, hoa, vy}, nil, "E358"},
		{"another family and middle name, and no birth date", []row{who("Cao Văn An", "999000000001", "", "71"), binh, hoa, vy}, []int{0}, "E358"},
		{"the name of another with the same given name", []row{who("Cao Văn An", "999000000001", "1960-01-01", "71"), binh, hoa, vy, all[4]}, []int{0}, "E358"},
		{"two new middle names", []row{who("Lê Thị An", "999000000001", "1960-01-01", "71"), who("Phạm Thanh Bình", "999000000002", "1961-02-02", "72"), hoa, vy}, nil, "E358"},
		{"the year of birth for the date", []row{who("Lê Mẫu An", "999000000001", "", "71").with(row{"birth_year": "1960"}), binh, hoa, vy}, nil, ""},
		{"another year of birth, the card as known", []row{who("Lê Mẫu An", "999000000001", "", "71").with(row{"birth_year": "1950"}), binh, hoa, vy}, nil, "E358"},
		{"another year of birth, and nothing else that tells", []row{who("Lê Mẫu An", "999000000001", "").with(row{"birth_year": "1950"}), binh, hoa, vy}, []int{0}, "E358"},
		{"a wholly other name", []row{who("Trịnh Mẫu Khuynh", "999000000001", "1960-01-01", "71"), binh, hoa, vy}, []int{0}, "E358"},
		{"another name and no birth date", []row{who("Lê Mẫu Tuyết", "999000000001", ""), binh, hoa, vy}, []int{0}, "E358"},
		{"another birth date, and nothing else that tells", []row{an, who("Phạm Mẫu Bình", "999000000002", "1971-02-02"), hoa, vy}, []int{1}, "E358"},
		{"another birth date, the card as known", []row{an, who("Phạm Mẫu Bình", "999000000002", "1961-02-11", "72"), hoa, vy}, nil, "E358"},
		{"another birth date, the day of admission as known", []row{an, binh, hoa, who("Vũ Mẫu Vỹ", "999000000004", "1963-04-14").with(row{"admitted_on": "1990-02-03"})}, nil, "E358"},
		{"another birth date and card", []row{an, who("Phạm Mẫu Bình", "999000000002", "1961-02-11", "79"), hoa, vy}, []int{1}, "E358"},
		{"two birth dates in each other's place", []row{an, who("Phạm Mẫu Bình", "999000000002", "1962-03-03", "72"), who("Phạm Mẫu Hoà", "999000000003", "1961-02-02", "73"), vy}, []int{1, 2}, "E358 E358"},
		{"most birth dates others", []row{who("Lê Mẫu An", "999000000001", "1970-01-01", "71"), who("Phạm Mẫu Bình", "999000000002", "1971-02-02", "72"), who("Phạm Mẫu Hoà", "999000000003", "1972-03-03", "73"), vy}, []int{0, 1, 2}, "E358"},
		{"two numbers and cards in each other's place", []row{who("Lê Mẫu An", "999000000002", "1960-01-01", "72"), who("Phạm Mẫu Bình", "999000000001", "1961-02-02", "71"), hoa, vy}, []int{0, 1}, "E358"},
		{"a mistyped number that is another's", []row{an, who("Phạm Mẫu Bình", "999000000003", "1961-02-02", "72"), {"full_name": "Phạm Mẫu Hòa", "birth_date": "1962-03-03"}, vy}, []int{1}, "E358"},
		{"the names sorted by themselves", []row{who("Vũ Mẫu Vỹ", "999000000001", "1960-01-01", "71"), who("Lê Mẫu An", "999000000002", "1961-02-02", "72"),
			who("Phạm Mẫu Bình", "999000000003", "1962-03-03", "73"), who("Phạm Mẫu Hoà", "999000000004", "1963-04-04", "74")}, []int{0, 1, 2, 3}, "E358"},
	} {
		for _, by := range []string{"roster", "template"} {
			t.Run(c.name+" by "+by, func(t *testing.T) {
				books, known := []*kept{report(c.rows...)}, all[:len(c.rows)]
				if by == "roster" {
					books = append(books, book(t, lib, excel.RosterBook, "R", evaluate.Member, known...))
				}
				a := office(t, lib, books...)
				if by == "template" {
					a.prefilled = []*kept{report(known...)}
				}
				pop, err := a.members()
				if err != nil {
					t.Fatal(err)
				}
				var held []int
				for i, s := range pop.Subjects {
					if len(s.Holds) > 0 {
						held = append(held, i)
					}
				}
				var codes []string
				for _, p := range a.problems {
					codes = append(codes, string(p.Code))
					if len(p.Related) == 0 || p.Related[0].At.Cell == "" {
						t.Errorf("%s names one file alone", p.Code)
					}
				}
				slices.Sort(codes)
				if got := strings.Join(codes, " "); got != c.want || !slices.Equal(held, c.held) || len(pop.Subjects) != len(c.rows) {
					t.Errorf("%d subjects, held %v, told %s; want held %v, %s", len(pop.Subjects), held, got, c.held, c.want)
				}
			})
		}
	}
}

// What the office knows of a number's owner is not laid on whoever was given his
// number by mistake, nor passed over without a word.
func TestMisnamed_officeFacts(t *testing.T) {
	lib := library(t)
	wrong := row{"full_name": "Phạm Mẫu Bình", "identity_number": "999000000003", "birth_date": "1961-02-02"}
	right := row{"full_name": "Phạm Mẫu Hòa", "birth_date": "1962-03-03"}
	for _, birth := range []string{"", "1962-03-03"} {
		known := row{"full_name": "Phạm Mẫu Hoà", "identity_number": "999000000003", "branch_code": "A", "discipline": "warning"}
		if birth != "" {
			known["birth_date"] = birth
		}
		a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, wrong, right), book(t, lib, excel.OfficeBook, "XA", evaluate.Member, known))
		pop, err := a.members()
		if err != nil {
			t.Fatal(err)
		}
		discipline, _ := pop.Frame.Schema.Index("discipline")
		for i := range pop.Subjects {
			if !pop.Frame.Value(i, discipline).IsBlank() || len(pop.Subjects[i].Holds) == 0 {
				t.Errorf("birth date %q: row %d is graded as if nothing were known", birth, i)
			}
		}
	}
}

// Names with the given name first through a file are told once, and nobody waits.
func TestNamesTurnedAbout(t *testing.T) {
	lib := library(t)
	who := func(name, number string) row {
		return row{"full_name": name, "identity_number": number, "birth_date": "1960-01-01", "branch_code": "A"}
	}
	known := []row{who("Lê Mẫu An", "999000000001"), who("Phạm Mẫu Bình", "999000000002"), who("Vũ Mẫu Vỹ", "999000000003")}
	for want, rows := range map[string][]row{
		"E358 note": {who("An Lê Mẫu", "999000000001"), who("Bình Phạm Mẫu", "999000000002"), known[2]},
		"":          {who("An Lê Mẫu", "999000000001"), known[1], known[2]},
	} {
		a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, rows...), book(t, lib, excel.RosterBook, "R", evaluate.Member, known...))
		pop, err := a.members()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range a.problems {
			got = append(got, string(p.Code)+" "+p.Severity.String())
		}
		if strings.Join(got, " ") != want || len(pop.Subjects) != 3 || len(pop.Subjects[0].Holds) > 0 {
			t.Errorf("told %v, want %q", got, want)
		}
	}
}

// Who bears the same given name is somebody else where family and middle name are both
// others: a slip, a part left out or cut short and another order of the words are not.
func TestOtherFamily(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		other bool
	}{
		{"Nguyễn Mẫu Lan", "Trần Văn Lan", true},
		{"Nguyễn Thị Mẫu Lan", "Trần Văn Lan", true},
		{"Lê Mẫu Lan", "Lý Thị Lan", true},
		{"Nguyễn Mẫu Lan", "Trần Mẫu Lan", false},
		{"Nguyễn Mẫu Lan", "Nguyễn Thị Lan", false},
		{"Nguyễn Mẫu Lan", "Nguyễn Lan", false},
		{"Nguyễn Mẫu Lan", "Trần Lan", false},
		{"Nguyễn Mẫu Lan", "Ngyễn Thị Lan", false},
		{"Nguyễn Thị Lan", "Ng. T. Lan", false},
		{"Nguyễn Mẫu Lan", "Maria Nguyễn Thị Lan", false},
		{"Trần Nguyễn Lan", "Nguyễn Thị Lan", false},
		{"Nguyễn Mẫu Lan", "NGUYEN MAU LAN", false},
		{"Lan", "Nguyễn Mẫu Lan", false},
	} {
		if got := otherFamily(c.a, c.b); got != c.other || otherFamily(c.b, c.a) != got {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
	}
}
