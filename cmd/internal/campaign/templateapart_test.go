package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Workbooks named for templates that know one person's card or admission otherwise are
// told; a card that lost its zeros in the later one is no matter.
func TestTemplateSourcesApart(t *testing.T) {
	lib := library(t)
	who := row{"full_name": "Người Mẫu An", "identity_number": "999000000101", "card_number": "000999000101", "birth_date": "1960-01-01", "branch_code": "A", "admitted_on": "1990-02-03", "category": "retired"}
	for _, c := range []struct {
		name          string
		first, second row
		want          string
	}{
		{"alike", nil, nil, ""},
		{"another category", row{"category": "official"}, nil, ""},
		{"a card without its zeros first", row{"card_number": "999000101"}, nil, "X113"},
		{"a card without its zeros behind", nil, row{"card_number": "999000101"}, ""},
		{"another card", nil, row{"card_number": "000999000777"}, "E363"},
		{"another day", nil, row{"admitted_on": "1991-02-03"}, "E363"},
		{"another birth date", nil, row{"birth_date": "1960-01-11"}, "E345"},
		{"another given name", nil, row{"full_name": "Người Mẫu Huệ"}, "E345"},
		{"another family and middle name", nil, row{"full_name": "Cao Văn Ấn"}, "E345"},
		{"another family name", nil, row{"full_name": "Cao Mẫu Ấn"}, ""},
		{"another spelling", nil, row{"full_name": "NGƯỜI MẪU ÂN"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			first, second := book(t, lib, excel.ResultBook, "XA", evaluate.Member, who.with(c.first)), book(t, lib, excel.RosterBook, "R", evaluate.Member, who.with(c.second))
			m, err := newTemplateMaker(office(t, lib), named{books: []*kept{first, second}})
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, p := range m.warnings {
				codes = append(codes, string(p.Code))
				if p.At.File != first.Receipt.Path || len(p.Related) != 1 || p.Related[0].At.File != second.Receipt.Path {
					t.Errorf("%s names %v and %v", p.Code, p.At, p.Related)
				}
			}
			if got := strings.Join(codes, " "); got != c.want {
				t.Errorf("told %q, want %q", got, c.want)
			}
		})
	}
}

// Of whom two workbooks know too little to share a number stands in a template once where
// the name leaves no doubt, and twice, which is told, where it does.
func TestTemplateNamesakes(t *testing.T) {
	lib := library(t)
	an := func(more row) row { return row{"full_name": "Người Mẫu An", "branch_code": "A"}.with(more) }
	year, day := row{"birth_year": "1960"}, row{"admitted_on": "1990-02-03"}
	full := row{"identity_number": "999000000101", "card_number": "000999000101", "birth_date": "1960-01-01", "admitted_on": "1990-02-03"}
	other := full.with(row{"identity_number": "999000000102"})
	for _, c := range []struct {
		name          string
		first, second []row
		rows          int
		want          string
	}{
		{"a year, and the full date", []row{an(year)}, []row{an(full)}, 1, ""},
		{"the day alone", []row{an(day)}, []row{an(full)}, 1, ""},
		{"the name alone", []row{an(nil)}, []row{an(full)}, 2, "E344"},
		{"another year", []row{an(row{"birth_year": "1970"})}, []row{an(full)}, 2, ""},
		{"the year, and another day", []row{an(row{"birth_year": "1960", "admitted_on": "1991-02-03"})}, []row{an(full)}, 2, "E344"},
		{"two of the name, told apart by the year", []row{an(year), an(row{"birth_year": "1970"})}, []row{an(full), an(row{"birth_date": "1970-01-01", "identity_number": "999000000107"})}, 2, ""},
		{"two of the name, told apart by the day", []row{an(day)}, []row{an(row{"admitted_on": "1995-02-03"}), an(day)}, 2, ""},
		{"two of the name in the first", []row{an(year), an(nil)}, []row{an(full)}, 3, "E344"},
		{"two of the name in the second", []row{an(year)}, []row{an(full), an(row{"identity_number": "999000000107"})}, 3, "E344"},
		{"another branch", []row{an(year)}, []row{an(full).with(row{"branch_code": "B"})}, 2, ""},
		{"a corrected number", []row{an(full)}, []row{an(other)}, 1, "E345"},
		{"a corrected number without a card", []row{an(full.with(row{"card_number": ""}))}, []row{an(other)}, 1, "E345"},
		{"both numbers corrected", []row{an(full)}, []row{an(other.with(row{"card_number": "000999000102"}))}, 1, "E363 E345"},
		{"a number and nothing but the birth", []row{an(row{"identity_number": "999000000101", "birth_date": "1960-01-01"})}, []row{an(row{"identity_number": "999000000102", "birth_date": "1960-01-01"})}, 2, "E344"},
		{"other numbers and days", []row{an(full)}, []row{an(other.with(row{"card_number": "000999000102", "admitted_on": "1999-02-03"}))}, 2, "E344"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := newTemplateMaker(office(t, lib), named{books: []*kept{book(t, lib, excel.ResultBook, "XA", evaluate.Member, c.first...), book(t, lib, excel.RosterBook, "R", evaluate.Member, c.second...)}})
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, p := range m.warnings {
				codes = append(codes, string(p.Code))
				if len(p.Related) == 0 || p.Related[0].At.Cell == "" {
					t.Errorf("%s names one file alone", p.Code)
				}
			}
			if got, rows := strings.Join(codes, " "), m.known[evaluate.Member].frame.Len(); got != c.want || rows != c.rows {
				t.Errorf("%d rows, told %q; want %d, %q", rows, got, c.rows, c.want)
			}
			if (len(m.doubled) > 0) != strings.Contains(c.want, "E344") || len(m.doubled) >= c.rows {
				t.Errorf("%d rows are counted of people who perhaps have another", len(m.doubled))
			}
		})
	}
}

// A template bears no number twice, whatever the workbooks call who bears it: filled in
// honestly it would come back (X118).
func TestTemplateNamesNobodysNumberTwice(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Lý Mẫu Hòa", "identity_number": "999000000101", "card_number": "000999000101", "birth_date": "1960-01-01", "admitted_on": "1990-02-03", "branch_code": "A"}
	alone := func(facts ...evaluate.FactID) row {
		out := row{"branch_code": "A"}
		for _, f := range facts {
			out[f] = an[f]
		}
		return out
	}
	other := row{"full_name": "Trần Mẫu Khánh"}
	for _, c := range []struct {
		name          string
		first, second []row
		rows          int
		want          string
	}{
		{"another name alone", []row{an}, []row{an.with(other)}, 1, "E345"},
		{"number and birth a digit off", []row{an}, []row{an.with(row{"identity_number": "999000000102", "birth_date": "1961-01-01"})}, 1, "E345"},
		{"another name and birth", []row{an}, []row{an.with(other).with(row{"birth_date": "1977-01-01"})}, 1, "E345"},
		{"number and birth alone", []row{alone("full_name", "identity_number", "birth_date")}, []row{alone("identity_number", "birth_date").with(other)}, 1, "E345"},
		{"the number alone", []row{an}, []row{alone("identity_number").with(other).with(row{"birth_date": "1977-01-01"})}, 2, "E344"},
		{"the card alone", []row{an}, []row{alone("card_number").with(other)}, 2, "E344"},
		{"in one list", []row{an, an.with(other)}, nil, 2, "E344 E344"},
		{"numbers exchanged", []row{an, alone("card_number").with(other).with(row{"card_number": "000999000102", "identity_number": "999000000102", "birth_date": "1977-01-01"})},
			[]row{an.with(row{"identity_number": "999000000102"}), alone("identity_number").with(other).with(row{"card_number": "000999000102", "birth_date": "1977-01-01"})}, 2, "E345"},
		{"in another branch", []row{an}, []row{an.with(other).with(row{"branch_code": "B"})}, 2, "E342"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := newTemplateMaker(office(t, lib), named{books: []*kept{book(t, lib, excel.ResultBook, "XA", evaluate.Member, c.first...), book(t, lib, excel.OfficeBook, "R", evaluate.Member, c.second...)}})
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, p := range m.warnings {
				codes = append(codes, string(p.Code))
				if len(p.Related) == 0 || p.Related[0].At.Cell == "" {
					t.Errorf("%s names one cell alone", p.Code)
				}
			}
			f, seen := m.known[evaluate.Member].frame, map[string]bool{}
			for row := range f.Len() {
				for _, role := range []evaluate.Role{evaluate.RoleIdentity, evaluate.RoleCard} {
					key := m.known[evaluate.Member].orgs[row] + string(role) + f.Text(row, f.Schema.ByRole(role))
					if f.Text(row, f.Schema.ByRole(role)) != "" && seen[key] {
						t.Errorf("%s stands twice", key)
					}
					seen[key] = true
				}
			}
			if got := strings.Join(codes, " "); got != c.want || f.Len() != c.rows {
				t.Errorf("%d rows, told %q; want %d, %q", f.Len(), got, c.rows, c.want)
				for _, p := range m.warnings {
					t.Log(p.Code, p.Message)
				}
			}
		})
	}
}
