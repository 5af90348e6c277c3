package excel

import (
	"strings"
	"testing"
)

// Branches of several committees bear one name; the title of a list says whose it is.
func TestTitlesNarrowNamesOfBranches(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	spec.IsName = func(text string) bool {
		return !strings.Contains(fold(text), "đảng bộ") && strings.HasPrefix(fold(text), "chi bộ")
	}
	spec.Places = func(text string) []string {
		return map[string][]string{"chi bộ thôn mẫu 13": {"CS-13"}, "chi bộ xóm 1": {"A1", "B1"}, "chi bộ xóm 1 đảng bộ xã mẫu": {"A1"}, "chi bộ xóm 1 đảng bộ xã khác": {"B1"},
			"chi bộ xóm 1 đảng bộ huyện mẫu": {"A1", "B1"}, "chi bộ xóm 2": {"A2", "A3"}, "chi bộ xóm 2 đảng bộ xã mẫu": {"A2", "A3"}, "đảng bộ xã mẫu": {"A"}, "đảng bộ xã khác": {"B"}, "đảng bộ huyện mẫu": {"H"},
			"chi bộ thôn mẫu 13 đảng bộ xã khác": {"CS-13"}, "chi bộ thôn mẫu 13 đảng bộ huyện mẫu": {"CS-13"}, "đảng bộ xã mẫu đảng bộ huyện mẫu": {"A"}, "đảng bộ xã khác đảng bộ huyện mẫu": {"B"}, "cs-13": {"CS-13"}, "a1": {"A1"}, "b1": {"B1"}}[fold(text)]
	}
	who := func(name, branch string) []any { return []any{1, name, "01/02/1950", branch} }
	for name, c := range map[string]struct {
		sheet  string
		titles []string
		want   string
		notes  int
	}{
		"no title":                      {"Sheet", nil, "Chi bộ xóm 1|Chi bộ xóm 1|Chi bộ thôn Mẫu 13|Chi bộ xóm 2", 0},
		"the committee":                 {"Sheet", []string{"DANH SÁCH ĐẢNG VIÊN", "Tổ chức đảng: Đảng bộ xã Mẫu"}, "A1|A1|Chi bộ thôn Mẫu 13, A|Chi bộ xóm 2", 1},
		"the committee and its own":     {"Sheet", []string{"ĐẢNG BỘ HUYỆN MẪU", "ĐẢNG BỘ XÃ KHÁC", "Danh sách năm 2025"}, "B1|B1|Chi bộ thôn Mẫu 13|Chi bộ xóm 2", 1},
		"the office and the committee":  {"Sheet", []string{"ĐẢNG BỘ HUYỆN MẪU", "ĐẢNG BỘ XÃ MẪU"}, "A1|A1|Chi bộ thôn Mẫu 13, A|Chi bộ xóm 2", 1},
		"with the year":                 {"Sheet", []string{"DANH SÁCH ĐẢNG VIÊN ĐẢNG BỘ XÃ MẪU NĂM 2025"}, "A1|A1|Chi bộ thôn Mẫu 13, A|Chi bộ xóm 2", 1},
		"as the sheet's name":           {"Đảng bộ xã Mẫu", nil, "A1|A1|Chi bộ thôn Mẫu 13, A|Chi bộ xóm 2", 1},
		"two committees":                {"Sheet", []string{"ĐẢNG BỘ XÃ MẪU VÀ ĐẢNG BỘ XÃ KHÁC"}, "Chi bộ xóm 1|Chi bộ xóm 1|Chi bộ thôn Mẫu 13|Chi bộ xóm 2", 0},
		"a committee that nobody knows": {"Sheet", []string{"ĐẢNG BỘ XÃ LẠ"}, "Chi bộ xóm 1|Chi bộ xóm 1|Chi bộ thôn Mẫu 13|Chi bộ xóm 2", 0},
		"the office alone":              {"Sheet", []string{"ĐẢNG BỘ HUYỆN MẪU"}, "Chi bộ xóm 1|Chi bộ xóm 1|Chi bộ thôn Mẫu 13|Chi bộ xóm 2", 0},
	} {
		t.Run(name, func(t *testing.T) {
			var rows [][]any
			for _, title := range c.titles {
				rows = append(rows, []any{title})
			}
			rows = append(rows, []any{"TT", "Họ và tên", "Ngày sinh", "Mã chi bộ"}, who("Người Mẫu An", "Chi bộ xóm 1"), who("Người Mẫu Bình", "Chi bộ xóm 1"),
				who("Người Mẫu Chi", "Chi bộ thôn Mẫu 13"), who("Người Mẫu Dung", "Chi bộ xóm 2"))
			in, ps := Read(plainBook(t, c.sheet, rows), spec)
			got := branchesIn(in)
			notes := 0
			for _, p := range ps {
				if p.Code == "X187" {
					notes++
				}
			}
			if strings.Join(got, "|") != c.want || notes != c.notes {
				explain(t, ps)
				t.Errorf("%q with %d notes", got, notes)
			}
		})
	}
}

// A row that names a committee may head those below it or add up those above: from there on
// the title narrows nothing, and who stands under a name of several is told.
func TestCommitteesAmongTheRowsEndWhatTheTitleSays(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	spec.Places = func(text string) []string {
		return map[string][]string{"đảng bộ xã mẫu": {"A"}, "đảng bộ xã khác": {"B"}, "chi bộ xóm 1": {"A1", "B1"}, "chi bộ xóm 1 đảng bộ xã mẫu": {"A1"},
			"chi bộ xóm 1 đảng bộ xã khác": {"B1"}, "chi bộ xóm 1 đảng bộ huyện mẫu": {"A1", "B1"}}[fold(text)]
	}
	who := []any{1, "Người Mẫu An", "01/02/1950", "Chi bộ xóm 1"}
	for _, c := range []struct {
		title string
		row   []any
		want  string
	}{
		{"ĐẢNG BỘ XÃ MẪU", []any{"I", "Đảng viên chính thức"}, "A1|A1"},
		{"ĐẢNG BỘ XÃ MẪU", []any{"I", "Đảng bộ xã khác"}, "A1|Chi bộ xóm 1"},
		{"ĐẢNG BỘ XÃ MẪU", []any{"I", "Đảng bộ xã lạ"}, "A1|Chi bộ xóm 1"},
		{"ĐẢNG BỘ XÃ MẪU", []any{nil, "XÃ KHÁC"}, "A1||Chi bộ xóm 1"}, // a row that asks whose it is
		{"ĐẢNG BỘ XÃ MẪU", []any{"II", "Đảng ủy xã khác"}, "A1|Chi bộ xóm 1"},
		{"ĐẢNG BỘ XÃ MẪU", []any{"II", "Đảng viên xã khác chuyển đến"}, "A1|Chi bộ xóm 1"},
		{"ĐẢNG BỘ HUYỆN MẪU", []any{"I", "Đảng bộ xã Mẫu"}, "Chi bộ xóm 1|Chi bộ xóm 1"},
		{"DANH SÁCH", []any{nil, "Đảng bộ xã Mẫu", nil, 34}, "Chi bộ xóm 1|Chi bộ xóm 1"},
	} {
		in, ps := Read(plainBook(t, "Sheet", [][]any{{c.title}, {"TT", "Họ và tên", "Ngày sinh", "Mã chi bộ"}, who, c.row, who}), spec)
		got := branchesIn(in)
		if strings.Join(got, "|") != c.want {
			explain(t, ps)
			t.Errorf("%s, %v: %q, want %s", c.title, c.row, got, c.want)
		}
	}
}
