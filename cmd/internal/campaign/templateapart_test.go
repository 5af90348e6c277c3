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
