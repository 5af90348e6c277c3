package campaign

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Every matter between files is one problem that names its cells in all files; one
// that names a single cell says why there is no other. A sheet without a cell is
// where the row is missing from.
func TestMattersNameAllTheirCells(t *testing.T) {
	lib := library(t)
	in := func(kind excel.BookKind, org string, k evaluate.Kind, rows ...row) *kept {
		return book(t, lib, kind, org, k, rows...)
	}
	report := func(org string, rows ...row) *kept { return in(excel.BranchBook, org, evaluate.Member, rows...) }
	roster := func(rows ...row) *kept { return in(excel.RosterBook, "R", evaluate.Member, rows...) }
	// leaving is a roster with the first row listed as gone.
	leaving := func(state string, gone row, rows ...row) *kept {
		k, left := roster(rows...), roster(gone)
		t := left.Tables[0]
		t.Left, t.Subjects = true, []string{state}
		k.Tables = append(k.Tables, t)
		return k
	}
	without := func(org, state string, gone row, rows ...row) *kept {
		return leavingReport(t, lib, org, state, gone, rows...)
	}
	// named is a report whose sender put somebody on the list of those who are gone.
	named := func(org string, gone row, rows ...row) *kept {
		k, beside := report(org, rows...), report(org, gone.without("birth_date"))
		t := beside.Tables[0]
		t.Beside, t.Sources = true, []source{{"nhan-ve/" + org + "-branch.xlsx", "Không còn sinh hoạt"}}
		k.Tables = append(k.Tables, t)
		return k
	}
	office := func(k evaluate.Kind, rows ...row) *kept { return in(excel.OfficeBook, "XA", k, rows...) }
	// at is a cell as a message names it: A-branch, Đảng viên, full_name of the first row.
	at := func(book string, k evaluate.Kind, fact evaluate.FactID, n int) string {
		s := lib.Vocabulary.Schema(k)
		i, ok := s.Index(fact)
		if !ok {
			t.Fatalf("no fact %s", fact)
		}
		return cellOrigin("nhan-ve/"+book+".xlsx", sheetTitle(k), int32(i+2), int32(8+n)).String()
	}
	member := func(book string, fact evaluate.FactID, n int) string { return at(book, evaluate.Member, fact, n) }
	sheet := func(book string, k evaluate.Kind) string {
		return evaluate.Origin{File: "nhan-ve/" + book + ".xlsx", Sheet: sheetTitle(k)}.String()
	}
	besideA := strings.Replace(member("A-branch", "full_name", 1), sheetTitle(evaluate.Member), "Không còn sinh hoạt", 1)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "birth_date": "1961-02-02"}
	cuc := row{"full_name": "Đỗ Mẫu Khuyên", "identity_number": "998877665544", "birth_date": "1977-07-07"}
	moved := row{"activity_status": "moved_in", "months_at_old_place": "7"}
	day := row{"admitted_on": "1990-02-03"}
	inBranch := func(r row, code string) row { return r.with(row{"branch_code": code}) }
	many := []row{}
	for _, n := range []string{"1", "2", "3"} {
		many = append(many, row{"full_name": "Người Mẫu " + n, "identity_number": "99900000010" + n})
	}
	cases := []struct {
		name      string
		code      evaluate.Code
		books     []*kept
		prefilled []*kept
		want      []string
		cells     string // all cells on the sheet of the problem
		why       string // there is no second cell
	}{
		{name: "the same member in two branches", code: "E342", books: []*kept{report("A", an), report("B", an)},
			want: []string{member("A-branch", "full_name", 1), member("B-branch", "full_name", 1)}},
		{name: "in three", code: "E342", books: []*kept{report("A", an), report("B", binh, an), report("C", an.with(row{"activity_status": "normal"}))},
			want: []string{member("A-branch", "full_name", 1), member("B-branch", "full_name", 2), member("C-branch", "full_name", 1)}},
		{name: "graded there", code: "E343", books: []*kept{report("A", an), report("B", an.with(moved))},
			want: []string{member("A-branch", "full_name", 1), member("B-branch", "full_name", 1)}},
		{name: "moved, the old branch reports him too", code: "E361", books: []*kept{report("A", an), report("B", an.with(moved))},
			want: []string{member("B-branch", "other_place_comment", 1), member("A-branch", "full_name", 1)}},
		{name: "moved, the old branch reports him without a number", code: "E361", books: []*kept{report("A", an.without("identity_number")), report("B", an.with(moved))},
			want: []string{member("B-branch", "other_place_comment", 1), member("A-branch", "full_name", 1)}},
		{name: "moved, the roster knows the old branch", code: "E361", books: []*kept{report("B", an.with(moved)), roster(inBranch(binh, "A"), inBranch(an, "A"))},
			want: []string{member("B-branch", "other_place_comment", 1), member("R-roster", "full_name", 2)}},
		{name: "moved, the template of the old branch named him", code: "E361", books: []*kept{report("B", an.with(moved))}, prefilled: []*kept{report("A", an)},
			want: []string{member("B-branch", "other_place_comment", 1), member("A-branch", "full_name", 1)}},
		{name: "moved, the old branch reports one of his name admitted on the day", code: "E361", books: []*kept{report("A", an.with(day)), report("B", row{"full_name": an["full_name"]}.with(day).with(moved))},
			want: []string{member("B-branch", "other_place_comment", 1), member("A-branch", "full_name", 1)}},
		{name: "moved, one of his name was admitted on another day", code: "E361", books: []*kept{report("A", an.with(row{"admitted_on": "1991-02-03"})), report("B", row{"full_name": an["full_name"]}.with(day).with(moved))},
			want: []string{member("B-branch", "other_place_comment", 1)}, why: "chưa tệp nào khác"},
		{name: "the nearest was admitted on the day, reported though he is", code: "E347", books: []*kept{report("A", an.with(day)), report("B", row{"full_name": an["full_name"]}.with(day).with(moved).with(row{"other_place_comment": "yes"}), cuc),
			roster(inBranch(an, "A"), inBranch(cuc, "B"), inBranch(row{"full_name": an["full_name"], "admitted_on": "1977-05-06", "identity_number": "999000000555"}, "C"))},
			want: []string{member("B-branch", "full_name", 1), member("A-branch", "full_name", 1), sheet("R-roster", evaluate.Member)}},
		{name: "moved away, there by the roster, reported by nobody", code: "E348", books: []*kept{without("A", "Đã chuyển đi", binh, an), roster(inBranch(an, "A"), inBranch(binh, "A"))},
			want: []string{member("A-branch", "activity_status", 1), member("R-roster", "full_name", 2)}},
		{name: "moved, nobody knows from where", code: "E361", books: []*kept{report("B", an.with(moved))},
			want: []string{member("B-branch", "other_place_comment", 1)}, why: "chỉ có ô này"},
		{name: "moved, months unknown", code: "E362", books: []*kept{report("A", an), report("B", an.with(row{"activity_status": "moved_in"}))},
			want: []string{member("B-branch", "months_at_old_place", 1), member("A-branch", "full_name", 1)}},
		{name: "elsewhere for a time", code: "E360", books: []*kept{report("A", an.with(row{"activity_status": "temporary_elsewhere"})), report("B", an)},
			want: []string{member("A-branch", "other_place_comment", 1), member("B-branch", "full_name", 1)}},
		{name: "on the roster, not reported", code: "E348", books: []*kept{report("A", an), roster(inBranch(an, "A"), inBranch(binh, "A"))},
			want: []string{member("R-roster", "full_name", 2), sheet("A-branch", evaluate.Member)}},
		{name: "reported, not on the roster", code: "E347", books: []*kept{report("A", an, binh), roster(inBranch(an, "A"))},
			want: []string{member("A-branch", "full_name", 2), sheet("R-roster", evaluate.Member)}},
		{name: "reported, and gone as the roster says", code: "E347", books: []*kept{report("A", an, binh), leaving("Đã từ trần", inBranch(binh, "A"), inBranch(an, "A"))},
			want: []string{member("A-branch", "full_name", 2), member("R-roster", "activity_status", 1)}},
		{name: "gone, and nobody else of the branch on the roster", code: "E347", books: []*kept{report("A", an), leaving("Chuyển đi", inBranch(an, "A"))},
			want: []string{member("A-branch", "full_name", 1), member("R-roster", "activity_status", 1)}},
		{name: "in two branches, and not on the roster", code: "E347", books: []*kept{report("A", an, binh), report("B", an), roster(inBranch(binh, "A"), inBranch(cuc, "B"))},
			want: []string{member("A-branch", "full_name", 1), member("B-branch", "full_name", 1), sheet("R-roster", evaluate.Member)}},
		{name: "the nearest on the roster", code: "E347", books: []*kept{report("A", an.with(row{"identity_number": "999000000011"})), roster(inBranch(an.without("birth_date"), "A"))},
			want: []string{member("A-branch", "full_name", 1), member("R-roster", "full_name", 1)}},
		{name: "in the template, not reported", code: "E348", books: []*kept{report("A", an)}, prefilled: []*kept{report("A", an, binh)},
			want: []string{member("A-branch", "full_name", 2), sheet("A-branch", evaluate.Member)}},
		{name: "in the template, not reported, named on the list beside", code: "E348", books: []*kept{named("A", binh, an)}, prefilled: []*kept{report("A", an, binh)},
			want: []string{member("A-branch", "full_name", 2), besideA}},
		{name: "on the roster, not reported, named on the list beside", code: "E348", books: []*kept{named("A", binh, an), roster(inBranch(an, "A"), inBranch(binh, "A"))},
			want: []string{member("R-roster", "full_name", 2), besideA}},
		{name: "known in another branch", code: "E356", books: []*kept{report("B", an, binh), roster(inBranch(an, "A"), inBranch(binh, "B"))},
			want: []string{member("B-branch", "full_name", 1), member("R-roster", "full_name", 1)}},
		{name: "another branch's template", code: "E357", books: []*kept{report("B", many...), roster(inBranch(many[0], "A"), inBranch(many[1], "A"), inBranch(many[2], "A"))},
			want: []string{member("B-branch", "full_name", 1), member("R-roster", "full_name", 1)}, cells: "3"},
		{name: "moved away as the old branch says", code: "E356", books: []*kept{without("A", "Đã chuyển đi", an, cuc), report("B", an)},
			want: []string{member("B-branch", "full_name", 1), member("A-branch", "full_name", 1)}},
		{name: "dead as another branch says", code: "E347", books: []*kept{without("A", "Đã từ trần", an, cuc), report("B", an.with(moved).with(row{"other_place_comment": "yes"}))},
			want: []string{member("B-branch", "full_name", 1), member("A-branch", "activity_status", 1)}},
		{name: "dead as the list of the template says", code: "E347", books: []*kept{report("A", an, binh)}, prefilled: []*kept{without("A", "Đã từ trần", binh, an)},
			want: []string{member("A-branch", "full_name", 2), member("A-branch", "activity_status", 1)}},
		{name: "facts of one who left", code: "E346", books: []*kept{without("A", "Đã từ trần", an, cuc), office(evaluate.Member, an.with(row{"discipline": "warning"}))},
			want: []string{member("XA-office", "full_name", 1), member("A-branch", "activity_status", 1)}},
		{name: "only partly alike", code: "E345", books: []*kept{report("A", an), office(evaluate.Member, row{"full_name": "Người Mẫu An", "branch_code": "A", "discipline": "warning"})},
			want: []string{member("XA-office", "full_name", 1), member("A-branch", "full_name", 1)}},
		{name: "unknown to every report", code: "E346", books: []*kept{report("A", an), office(evaluate.Member, row{"full_name": "Người Mẫu Xa", "discipline": "warning"})},
			want: []string{member("XA-office", "full_name", 1)}, why: "không tìm thấy"},
		{name: "unknown to the report of his branch", code: "E346", books: []*kept{report("A", an), office(evaluate.Member, row{"full_name": "Hoàng Bá Xa", "branch_code": "A", "discipline": "warning"})},
			want: []string{member("XA-office", "full_name", 1), sheet("A-branch", evaluate.Member)}},
		{name: "a leader whom nobody reports", code: "E346", books: []*kept{report("A", an), report("B", binh), report("C", cuc),
			office(evaluate.Leader, row{"full_name": "Người Mẫu Xa", "identity_number": "999000000077", "own_unit": "UB"}, row{"full_name": "Người Mẫu Xa", "identity_number": "999000000077", "own_collective": "TT"})},
			want: []string{at("XA-office", evaluate.Leader, "full_name", 1)}, why: "không báo cáo đảng viên nào"},
		{name: "an organization nobody listed", code: "E349", books: []*kept{report("Z", an)},
			want: []string{member("Z-branch", "full_name", 1)}, why: "danh sách tổ chức không có mã này"},
		{name: "two of an organization nobody listed", code: "E349", books: []*kept{report("Z", an, binh)},
			want: []string{member("Z-branch", "full_name", 1)}, why: "(2 người)"},
		{name: "two of a branch that another followed", code: "E349", books: []*kept{report("OLD", an, binh)},
			want: []string{member("OLD-branch", "full_name", 1)}, why: "nay là C"},
		{name: "the row of a branch that another followed", code: "E349", books: []*kept{in(excel.BranchBook, "OLD", evaluate.Organization, row{"org_code": "OLD", "tasks_assigned": "3"})},
			want: []string{at("OLD-branch", evaluate.Organization, "org_code", 1)}, why: "nay là C theo to-chuc.xlsx; dòng này chưa được dùng; gửi, nhập báo cáo theo mẫu của C"},
		{name: "the office's row of a branch that another followed", code: "E349", books: []*kept{office(evaluate.Organization, row{"org_code": "OLD", "tasks_assigned": "3"})},
			want: []string{at("XA-office", evaluate.Organization, "org_code", 1)}, why: "ghi mã C vào ô này"},
		{name: "two files disagree", code: "E363", books: []*kept{report("A", an), office(evaluate.Member, an.with(row{"discipline": "warning"}), an.with(row{"discipline": "reprimand"}))},
			want: []string{member("XA-office", "discipline", 1), member("XA-office", "discipline", 2)}},
		{name: "two roles disagree", code: "E363", books: []*kept{report("A", an), office(evaluate.Member, an.with(row{"discipline": "warning"})),
			office(evaluate.Leader, an.with(row{"own_collective": "TT", "own_unit": "UB", "discipline": "reprimand"}))},
			want: []string{member("XA-office", "discipline", 1), at("XA-office", evaluate.Leader, "discipline", 1)}},
		{name: "the branch's own column, reported", code: "E366", books: []*kept{in(excel.BranchBook, "A", evaluate.Organization, row{"org_code": "A", "tasks_assigned": "3"}),
			office(evaluate.Organization, row{"org_code": "A", "tasks_assigned": "4"})},
			want: []string{at("XA-office", evaluate.Organization, "tasks_assigned", 1), at("A-branch", evaluate.Organization, "tasks_assigned", 1)}},
		{name: "the branch's own column, not reported yet", code: "E366", books: []*kept{office(evaluate.Organization, row{"org_code": "A", "tasks_assigned": "4"})},
			want: []string{at("XA-office", evaluate.Organization, "tasks_assigned", 1)}, why: "chưa nhận"},
		{name: "a unit nobody listed", code: "E374", books: []*kept{office(evaluate.Leader, an.with(row{"own_collective": "TT", "own_unit": "P9"}))},
			want: []string{at("XA-office", evaluate.Leader, "own_unit", 1)}, why: "không có trong danh sách"},
		{name: "a unit that another followed", code: "E374", books: []*kept{office(evaluate.Leader, an.with(row{"own_collective": "TT", "own_unit": "CŨ"}))},
			want: []string{at("XA-office", evaluate.Leader, "own_unit", 1)}, why: "nay là P1 theo to-chuc.xlsx"},
	}
	bodies := communeBodies()
	bodies[1].Predecessors = []string{"CŨ"}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := officeOf(t, lib, bodies, c.books...)
			a.prefilled = c.prefilled
			a.mustPopulate(t)
			var found []evaluate.Problem
			for _, p := range a.problems {
				if p.Code == c.code {
					found = append(found, p)
				}
			}
			if len(found) != 1 {
				t.Fatalf("%d problems %s, want one: %v", len(found), c.code, found)
			}
			p := found[0]
			named := []string{p.At.String()}
			for _, r := range p.Related {
				named = append(named, r.At.String())
			}
			if p.At.Cell == "" || !maps.Equal(set(named), set(c.want)) || len(named) != len(c.want) {
				t.Errorf("names %q, want %q", named, c.want)
			}
			if c.why != "" && !strings.Contains(p.Message+"; "+p.Hint, c.why) {
				t.Errorf("does not say why there is one cell only: %s; %s", p.Message, p.Hint)
			}
			if (c.why == "") == (len(named) == 1) {
				t.Errorf("%d cells, and why: %q", len(named), c.why)
			}
			if c.cells != "" && (len(p.Cells) != 1 || !strings.Contains(p.Related[0].Note, ":")) {
				t.Errorf("cells %v; %v", p.Cells, p.Related)
			}
		})
	}
}

func set(list []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range slices.Sorted(slices.Values(list)) {
		out[s] = true
	}
	return out
}
