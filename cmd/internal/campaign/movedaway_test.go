package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whoever moved away is followed to the report that has him. Whom none has is counted; where
// his branch's remark names a branch of the list whose report lacks him, that is asked.
func TestWhoMovedAwayIsFollowed(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-01"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002"}
	cuc := row{"full_name": "Người Mẫu Cúc", "identity_number": "999000000003"}
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	gone := func(state, remark string, more ...row) *kept {
		return leavingReport(t, lib, "A", state, an.with(row{"remark": remark}), append(more, binh)...)
	}
	roster := func(org string, rows ...row) *kept {
		for i := range rows {
			rows[i] = rows[i].with(row{"branch_code": org})
		}
		return book(t, lib, excel.RosterBook, "R", evaluate.Member, rows...)
	}
	movedIn := row{"activity_status": "moved_in", "months_at_old_place": "2"}
	for _, c := range []struct {
		name  string
		books []*kept
		now   string // the branch, "nowhere", or "" where nothing is known
		told  string
	}{
		{"received", []*kept{gone("Đã chuyển đi", "về B"), report("B", an.with(movedIn), cuc)}, "B", ""},
		{"received without a number", []*kept{gone("Đã chuyển đi", ""), report("B", row{"full_name": "Người Mẫu An", "birth_date": "1960-01-01"}.with(movedIn), cuc)}, "B", ""},
		{"perhaps received", []*kept{gone("Đã chuyển đi", "về B"), report("B", row{"full_name": "Người Mẫu An"}.with(movedIn), cuc)}, "", ""},
		{"out of the office", []*kept{gone("Đã chuyển đi", "Đảng bộ tỉnh khác"), report("B", cuc)}, "nowhere", ""},
		{"nothing said of where to", []*kept{gone("Đã chuyển đi", ""), report("B", cuc)}, "nowhere", ""},
		{"forgotten by the branch named", []*kept{gone("Đã chuyển đi", "chuyển sang B từ tháng 5"), report("B", cuc)}, "nowhere", "E348"},
		{"from his branch to the one named", []*kept{gone("Đã chuyển đi", "chuyển từ A về B"), report("B", cuc)}, "nowhere", "E348"},
		{"named as where he came from", []*kept{gone("Đã chuyển đi", "từ B chuyển về năm 2023, nay đi tỉnh khác"), report("B", cuc)}, "nowhere", ""},
		{"named as where he was", []*kept{gone("Đã chuyển đi", "theo QĐ 12; trước ở B"), report("B", cuc)}, "nowhere", ""},
		{"to a branch that has not reported", []*kept{gone("Đã chuyển đi", "về B")}, "nowhere", ""},
		{"within his own branch, by a slip", []*kept{gone("Đã chuyển đi", "về A"), report("B", cuc)}, "nowhere", ""},
		{"dead", []*kept{gone("Đã từ trần", "B"), report("B", cuc)}, "", ""},
		{"asked already by the roster", []*kept{gone("Đã chuyển đi", "về B"), report("B", cuc), roster("A", an, binh)}, "nowhere", "E348"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.books...)
			if _, err := a.members(); err != nil {
				t.Fatal(err)
			}
			left, now := a.onRecord(a.left), ""
			if len(left) != 1 {
				t.Fatalf("%d on record", len(left))
			}
			if now = left[0].Now; left[0].Nowhere {
				now += "nowhere"
			}
			var told []string
			for _, p := range a.problems {
				if p.Severity > evaluate.Note {
					told = append(told, string(p.Code))
				}
			}
			if now != c.now || strings.Join(told, " ") != c.told {
				t.Errorf("now %q, want %q; told %q, want %q", now, c.now, told, c.told)
			}
		})
	}
}
