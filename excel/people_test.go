package excel

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A list somebody keeps needs a name and a branch; what a report must say is not
// asked of it.
func TestPlainListOfPeople(t *testing.T) {
	path := foreign(t, [][]any{{"DANH SÁCH"}, {"STT", "Họ và tên", "Mã chi bộ"}, {1, "Người Mẫu Một", "CB-01"}, {2, "Người Mẫu Hai", "CB-02"}})
	spec := readSpec(t)
	if _, ps := Read(path, spec); codesOf(ps) == "" {
		t.Error("as a report it passes")
	}
	spec.People = true
	in, ps := Read(path, spec)
	if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error {
		explain(t, ps)
		t.Fatal("not read")
	}
	if got := memberRow(t, in, 1, "full_name", "branch_code"); !slices.Equal(got, []string{"Người Mẫu Hai", "CB-02"}) {
		t.Errorf("second row %q", got)
	}
}

// Whom a roster lists as gone is no member to be reviewed and is not lost.
func TestRosterKeepsWhoLeft(t *testing.T) {
	in, _ := Read(writeRoster(t, "Đang hoạt động", "Từ trần", "Chuyển đi"), readSpec(t))
	if in.Frames[evaluate.Member].Len() != 1 || in.Left == nil || in.Left.Len() != 2 {
		t.Fatalf("%d members, left %v", in.Frames[evaluate.Member].Len(), in.LeftAs)
	}
	want := LeftPerson{Name: "Người Mẫu 3", Identity: "001095001002", Card: "27066422", Status: "Chuyển đi"}
	if got := LeftOf(in.Left, 1, in.LeftAs[1]); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
