package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A seat on a branch's committee stands in the next template only where the branch is still
// that one, and nobody who has moved since last period stands there as one who takes part
// like others: his branch says whether he came in the year.
func TestWhatLastsWhereSomebodyMoved(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000101", "birth_date": "1960-01-01", "activity_status": "normal"}
	in := func(code string, r row) row { return r.with(row{"branch_code": code}) }
	head := an.with(row{"party_post": "secretary"})
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000102", "birth_date": "1961-01-01", "activity_status": "normal", "party_post": "none"}
	last := func(rows ...row) *kept {
		k := book(t, lib, excel.ResultBook, "XA", evaluate.Member, rows...)
		k.Receipt.Path, k.Receipt.Digest, k.Receipt.Period = "last.xlsx", "last", "2024"
		k.Tables[0].Sources[0].File = "last.xlsx"
		return k
	}
	roster := func(r row) *kept {
		k := book(t, lib, excel.RosterBook, "R", evaluate.Member, r)
		k.Receipt.Path, k.Receipt.Digest = "roster.xlsx", "roster"
		return k
	}
	report := book(t, lib, excel.BranchBook, "B", evaluate.Member, in("B", an.with(row{"party_post": "none"})))
	for _, c := range []struct {
		name  string
		taken []*kept
		from  []*kept
		again []*kept // the templates are written again with these, and a roster taken in
		want  string  // of Người Mẫu An: branch, post, state
		told  string
	}{
		{"moved", nil, []*kept{roster(in("B", an)), last(in("A", head))}, nil, "B - -", "E342 note, E363 note"},
		{"moved, and no more is known", nil, []*kept{roster(in("B", an.without("activity_status"))), last(in("A", head))}, nil, "B - -", "E342 note, E363 note"},
		{"last period's place is followed", nil, []*kept{last(in("A", head)), roster(in("B", an))}, nil, "A secretary -", "E342 note"},
		{"held no seat", nil, []*kept{roster(in("B", an)), last(in("A", an.with(row{"party_post": "none"})))}, nil, "B none -", "E342 note"},
		{"the roster was taken in", []*kept{roster(in("B", an))}, []*kept{last(in("A", head))}, nil, "A secretary -; B - -", "E342 warning"},
		{"his branch has reported", []*kept{report}, []*kept{last(in("A", head))}, nil, "B none normal; A secretary -", "E342 warning"},
		{"the state is known", nil, []*kept{roster(in("B", an.with(row{"activity_status": "moved_in"}))), last(in("A", an))}, nil, "B - moved_in", "E342 note, E363 note"},
		{"written again without last period's", nil, []*kept{roster(in("B", an)), last(in("A", an))}, []*kept{}, "B - -", ""},
		{"in the same branch", nil, []*kept{roster(in("A", an)), last(in("A", head))}, nil, "A secretary normal", ""},
		{"merged", nil, []*kept{roster(in("C", an)), last(in("OLD", head))}, nil, "C - normal", "E363 note"},
		{"merged, last period alone", nil, []*kept{last(in("OLD", head))}, nil, "C - normal", "E363 note"},
		{"renamed", nil, []*kept{roster(in("A", an)), last(in("OLD2", head))}, nil, "A secretary normal", ""},
		{"went into one that had its own people", nil, []*kept{last(in("OLD2", head), in("A", binh))}, nil, "A - normal", "E363 note"},
		{"divided", nil, []*kept{roster(in("B", an)), last(in("DIV", head))}, nil, "B - normal", "E363 note, X191 note"},
	} {
		t.Run(c.name, func(t *testing.T) {
			office := &rewriting{lib: lib, after: map[string][]string{"OLD2": {"A"}, "DIV": {"B", "C"}}}
			m := office.templates(t, c.taken, named{books: c.from})
			if c.again != nil {
				m = office.templates(t, []*kept{roster(in("B", an))}, named{books: c.again})
			}
			f := m.known[evaluate.Member].frame
			code := func(row int, fact evaluate.FactID) string {
				at, _ := f.Schema.Index(fact)
				if v := f.Value(row, at); !v.IsBlank() {
					return f.Data(at, v)
				}
				return "-"
			}
			var rows, told []string
			for row := range f.Len() {
				if f.Text(row, f.Schema.ByRole(evaluate.RoleName)) == "Người Mẫu An" {
					rows = append(rows, strings.Join([]string{m.known[evaluate.Member].orgs[row], code(row, factPartyPost), code(row, factStatus)}, " "))
				}
			}
			for _, p := range m.warnings {
				if told = append(told, string(p.Code)+" "+p.Severity.String()); p.Code == "E342" && strings.Contains(p.Message, "để trống") != strings.Contains(c.want+";", "-;") {
					t.Errorf("%s", p.Message)
				}
			}
			slices.Sort(told)
			if got := strings.Join(rows, "; "); got != c.want || strings.Join(told, ", ") != c.told {
				t.Errorf("%q, told %q; want %q, %q", got, told, c.want, c.told)
			}
		})
	}
}
