package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A slip in a branch's own row, where all others have the person right, is asked about
// there alone, and what they say of him is laid on his row.
func TestSlipsAreAskedAboutAtTheirCell(t *testing.T) {
	lib := library(t)
	who := func(name, number, card, birth string) row {
		return row{"full_name": name, "identity_number": number, "card_number": card, "birth_date": birth, "branch_code": "A", "admitted_on": "1990-02-03"}
	}
	an, binh := who("Lê Mẫu An", "999000000001", "000999000071", "1960-01-01"), who("Phạm Mẫu Bình", "999000000002", "000999000072", "1961-02-02")
	hoa := who("Vũ Mẫu Hoà", "999000000003", "000999000073", "1962-02-02")
	vy := who("Vũ Mẫu Vỹ", "999000000004", "000999000074", "1963-02-02")
	warned := row{"discipline": "warning"}
	for _, c := range []struct {
		name             string
		reported, office []row
		want             string
		byTemplate       string // where a template tells otherwise
	}{
		{"all as known", []row{an, binh}, []row{an.with(warned)}, "", ""},
		{"a wrong digit", []row{an.with(row{"identity_number": "999000000081"}), binh}, []row{an.with(warned), binh.with(warned)}, "E345 Đảng viên!C9", ""},
		{"a wrong digit, no card", []row{an.with(row{"identity_number": "999000000081", "card_number": ""}), binh}, []row{an.with(warned)}, "E345 Đảng viên!C9", ""},
		{"a wrong digit, of whom nobody says anything", []row{an.with(row{"identity_number": "999000000081"}), binh}, []row{an}, "E345 Đảng viên!C9", "told"},
		{"two numbers in each other's place", []row{an.with(row{"identity_number": "999000000002"}), binh.with(row{"identity_number": "999000000001"})},
			[]row{an.with(warned), binh.with(warned)}, "E358 Đảng viên!B9, E358 Đảng viên!B10", ""},
		{"another name", []row{an.with(row{"full_name": "Trịnh Văn Khuynh"}), binh}, []row{an.with(warned)}, "E358 Đảng viên!B9", ""},
	} {
		for _, by := range []string{"roster", "template"} {
			t.Run(c.name+" by "+by, func(t *testing.T) {
				report := func(rows ...row) *kept { return book(t, lib, excel.BranchBook, "A", evaluate.Member, rows...) }
				a, want := office(t, lib, report(append(slices.Clone(c.reported), hoa, vy)...), book(t, lib, excel.OfficeBook, "XA", evaluate.Member, c.office...)), c.want
				if by == "roster" {
					a.books = append(a.books, book(t, lib, excel.RosterBook, "R", evaluate.Member, an, binh, hoa, vy))
				} else if a.prefilled = []*kept{report(an, binh, hoa, vy)}; c.byTemplate != "" {
					want = ""
				}
				pop, err := a.members()
				if err != nil {
					t.Fatal(err)
				}
				var asked []string
				for _, s := range pop.Subjects {
					for _, h := range s.Holds {
						asked = append(asked, string(h.Problem.Code)+" "+h.Problem.At.Sheet+"!"+h.Problem.At.Cell)
					}
				}
				if got := strings.Join(asked, ", "); got != want {
					t.Errorf("asked %q, want %q", got, want)
				}
				discipline, _ := pop.Frame.Schema.Index("discipline")
				said := 0
				for i := range pop.Subjects {
					if !pop.Frame.Value(i, discipline).IsBlank() {
						said++
					}
				}
				if all := len(slices.DeleteFunc(slices.Clone(c.office), func(r row) bool { return r["discipline"] == "" })); said != all {
					t.Errorf("%d of %d disciplines laid over", said, all)
				}
			})
		}
	}
}

// Whoever has the right number is his whatever other row has his card, in whatever order
// they are read.
func TestANumberDecidesWhateverComesFirst(t *testing.T) {
	right := person{branch: "A", name: "lê mẫu an", identity: "999000000001", card: "71", birth: 19600101}
	slip := person{branch: "B", name: "lê mẫu an", identity: "999000000081", card: "71", birth: 19600101}
	for i, people := range [][]person{{right, slip}, {slip, right}} {
		d := newDirectory(people)
		if m := d.find(right); m.sure != i {
			t.Errorf("%d: found %+v", i, m)
		}
	}
}
