package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Rows are compared by who they are about, wherever they stand.
func TestChangesFrom(t *testing.T) {
	lib := library(t)
	c := &Campaign{Library: lib}
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "score_i1": "5.5", "admitted_on": "1999-02-03", "category": "retired", "branch_code": "A"}
	binh := row{"full_name": "Người Mẫu Bình", "birth_date": "1960-01-01"}
	with := func(r row, id evaluate.FactID, v string) row {
		out := row{id: v}
		for k, x := range r {
			if k != id {
				out[k] = x
			}
		}
		return out
	}
	without := func(r row, id evaluate.FactID) row {
		out := with(r, id, "")
		delete(out, id)
		return out
	}
	for _, x := range []struct {
		name string
		now  []row
		want []string
	}{
		{"the same", []row{an, binh}, nil},
		{"another order", []row{binh, an}, nil},
		{"a number", []row{with(an, "score_i1", "6"), binh}, []string{"score_i1: 5,5 → 6"}},
		{"taken out", []row{without(an, "score_i1"), binh}, []string{"score_i1: 5,5 → "}},
		{"put in", []row{an, with(binh, "score_i1", "7")}, []string{"score_i1:  → 7"}},
		{"a date", []row{with(an, "admitted_on", "2000-12-31"), binh}, []string{"admitted_on: 03/02/1999 → 31/12/2000"}},
		{"a choice", []row{with(an, "category", "civil_servant"), binh}, []string{"category: Hưu trí → Công chức"}},
		{"a name, the number stays", []row{with(an, "full_name", "Người Mẫu Ân"), binh}, []string{"full_name: (ẩn) → (ẩn)"}},
		{"a name in capitals", []row{with(an, "full_name", "NGƯỜI MẪU AN"), binh}, nil},
		{"an identity number in groups", []row{with(an, "identity_number", "999 000 000 001"), binh}, nil},
		{"a number of somebody, the name stays", []row{with(an, "identity_number", "999000000002"), binh}, []string{"identity_number: (ẩn) → (ẩn)"}},
		{"a code of a branch", []row{an.with(row{"branch_code": "B"}), binh}, []string{`branch_code: "A" → "B"`}},
		{"a code beside which a name slipped in", []row{an.with(row{"branch_code": "Người Mẫu"}), binh}, []string{`branch_code: "A" → (ẩn)`}},
		{"somebody more", []row{an, binh, {"full_name": "Người Mẫu Cúc"}}, []string{"new"}},
		{"somebody less", []row{an}, []string{"gone"}},
		{"everybody else", []row{{"full_name": "Người Mẫu Cúc"}}, []string{"new", "gone", "gone"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			old := book(t, lib, excel.BranchBook, "A", evaluate.Member, an, binh)
			list, all := c.changesFrom(old, intakeOf(t, lib, x.now...), nil, asWritten)
			var got []string
			for _, ch := range list {
				switch {
				case ch.Fact == "" && ch.Was.IsZero():
					got = append(got, "new")
				case ch.Fact == "":
					got = append(got, "gone")
				default:
					hide := func(s string) string {
						if strings.Contains(s, "ký tự") {
							return "(ẩn)"
						}
						return s
					}
					got = append(got, fmt.Sprintf("%s: %s → %s", ch.Fact, hide(ch.Old), hide(ch.New)))
					if said := got[len(got)-1]; ch.Hidden != strings.Contains(said, "(ẩn)") {
						t.Errorf("%s is hidden: %v", said, ch.Hidden)
					}
					if ch.At.Cell == "" || ch.Was.Cell == "" || ch.Heading == "" {
						t.Errorf("%s says too little: %+v", ch.Fact, ch)
					}
				}
			}
			if !slices.Equal(got, x.want) || all != len(x.want) {
				t.Errorf("%d: %q, want %q", all, got, x.want)
			}
		})
	}
}

// asWritten is what a place is called where the list changed no code.
func asWritten(_ evaluate.Kind, called string) string { return called }

// A row of a place is about what its code names, however the list calls that now; what only
// the list says of it is no change, and a code that was renamed no other place.
func TestChangesOfRenamedPlaces(t *testing.T) {
	lib := library(t)
	c := &Campaign{Library: lib}
	now := func(k evaluate.Kind, called string) string {
		if k == evaluate.Organization && called == "OLD" {
			return "N"
		}
		return called
	}
	place := func(code, name, done string) row {
		return row{"org_code": code, "org_name": name, "tasks_done": done}
	}
	member := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "branch_code": "OLD"}
	for _, x := range []struct {
		name     string
		kind     evaluate.Kind
		was, now []row
		want     int
	}{
		{"another name", evaluate.Organization, []row{place("N", "Chi bộ cũ", "3")}, []row{place("N", "Chi bộ mới", "3")}, 0},
		{"another code and name", evaluate.Organization, []row{place("OLD", "Chi bộ cũ", "3"), place("B", "Chi bộ B", "1")}, []row{place("B", "Chi bộ B", "1"), place("N", "Chi bộ mới", "3")}, 0},
		{"a fact besides", evaluate.Organization, []row{place("OLD", "Chi bộ cũ", "3")}, []row{place("N", "Chi bộ mới", "4")}, 1},
		{"a code that is no renaming", evaluate.Organization, []row{place("OLD2", "Chi bộ cũ", "3")}, []row{place("N", "Chi bộ cũ", "3")}, 2},
		{"the branch of a member", evaluate.Member, []row{member}, []row{member.with(row{"branch_code": "N"})}, 0},
		{"a member of another branch", evaluate.Member, []row{member}, []row{member.with(row{"branch_code": "B"})}, 1},
	} {
		old := book(t, lib, excel.OfficeBook, "XA", x.kind, x.was...)
		if list, all := c.changesFrom(old, intakeAbout(t, lib, x.kind, x.now...), nil, now); all != x.want {
			t.Errorf("%s: %d, %+v", x.name, all, list)
		}
	}
}

// Two spellings of one person are no change, whichever key tells who he is.
func TestSpellingsAreNoChanges(t *testing.T) {
	for _, x := range []struct {
		role evaluate.Role
		a, b string
		same bool
	}{
		{evaluate.RoleName, "Người Mẫu Thuý", "NGƯỜI MẪU THÚY", true}, {evaluate.RoleName, "Người Mẫu Hoà", "Người Mẫu Hòa", true}, {evaluate.RoleName, "Người Mẫu Hoa", "Người Mẫu Hoà", false},
		{evaluate.RoleCard, "38.000.123", "38000123", true}, {evaluate.RoleCard, "38.000.123", "38000124", false}, {evaluate.RoleRemark, "Ghi", "GHI", false},
	} {
		if (&comparison{}).sameAs(&evaluate.FactDef{Role: x.role}, x.a, x.b) != x.same {
			t.Errorf("%s: %q and %q", x.role, x.a, x.b)
		}
	}
}

// intakeOf is a workbook as it was just read.
func intakeOf(t *testing.T, lib *evaluate.Library, rows ...row) *excel.Intake {
	t.Helper()
	return intakeAbout(t, lib, evaluate.Member, rows...)
}

func intakeAbout(t *testing.T, lib *evaluate.Library, k evaluate.Kind, rows ...row) *excel.Intake {
	t.Helper()
	s := lib.Vocabulary.Schema(k)
	f := evaluate.NewFrame(s)
	columns := make([]int32, len(s.Facts))
	for i := range columns {
		columns[i] = int32(i + 2)
	}
	src := f.AddSource(evaluate.SourceSheet{File: "moi.xlsx", Sheet: sheetTitle(k), Columns: columns})
	for i, r := range rows {
		at := f.Append(evaluate.Place{Source: src, Row: int32(9 + i)})
		for id, text := range r {
			fill(t, f, at, id, text)
		}
	}
	return &excel.Intake{Frames: map[evaluate.Kind]*evaluate.Frame{k: f}}
}
