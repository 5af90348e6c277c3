package excel

import (
	"slices"
	"strings"
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

// Sent as a report, a list of who there is is told as that, once, and not by every column
// and sheet that a report has besides.
func TestPlainListIsNoReport(t *testing.T) {
	path := foreign(t, [][]any{{"DANH SÁCH"}, {"STT", "Họ và tên", "Ngày sinh", "Số định danh cá nhân", "Mã chi bộ", "Ghi chú"},
		{1, "Người Mẫu Một", "01/02/1960", "001060000001", "CB-01", ""}})
	spec := readSpec(t)
	if _, ps := Read(path, spec); codesOf(ps) != "X156" || !strings.Contains(ps[0].Hint, "template --from") {
		explain(t, ps)
		t.Errorf("told %s", codesOf(ps))
	}
	spec.People = true
	if in, ps := Read(path, spec); in == nil || in.Frames[evaluate.Member].Len() != 1 {
		explain(t, ps)
		t.Error("not read where it is asked who there is")
	}
}

// Whom a roster lists as gone is no member to be reviewed and is not lost.
func TestRosterKeepsWhoLeft(t *testing.T) {
	in, _ := Read(writeRoster(t, "Đang hoạt động", "Từ trần", "Chuyển đi"), readSpec(t))
	if in.Frames[evaluate.Member].Len() != 1 || in.Left == nil || in.Left.Len() != 2 {
		t.Fatalf("%d members, left %v", in.Frames[evaluate.Member].Len(), in.LeftAs)
	}
	want := LeftPerson{Name: "Người Mẫu 3", Identity: "001095001002", Card: "27066422", Status: "Chuyển đi", Born: "05/09/1960"}
	if got := LeftOf(in.Left, 1, in.LeftAs[1]); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// What a list says of who left, moved or is exempt is carried under whatever
// heading it says so; what nobody understands is told, and so is a strange column.
func TestPlainListOfPeople_status(t *testing.T) {
	for _, heading := range []string{"Tình trạng", "Trạng thái hoạt động", "Tình trạng sinh hoạt"} {
		t.Run(heading, func(t *testing.T) {
			path := foreign(t, [][]any{{"DANH SÁCH"}, {"STT", "Họ và tên", "Mã chi bộ", heading, "Màu mắt"},
				{1, "Người Mẫu Một", "CB-01", "Đang sinh hoạt", "nâu"}, {2, "Người Mẫu Hai", "CB-01", "Đã chuyển đi", ""},
				{3, "Người Mẫu Ba", "CB-01", "Đã mất", ""}, {4, "Người Mẫu Tư", "CB-01", "Được miễn công tác và sinh hoạt", ""}, {5, "Người Mẫu Năm", "CB-01", "Trên mây", ""}})
			spec := readSpec(t)
			spec.People = true
			in, ps := Read(path, spec)
			if in == nil || in.Frames[evaluate.Member].Len() != 3 || in.Left == nil || in.Left.Len() != 2 {
				explain(t, ps)
				t.Fatalf("read %+v", in)
			}
			for row, want := range []string{"normal", "exempt", ""} {
				if got := memberRow(t, in, row, "activity_status"); got[0] != want {
					t.Errorf("row %d is %q, want %q", row, got[0], want)
				}
			}
			for _, code := range []string{"X170", "X143"} {
				if !strings.Contains(codesOf(ps), code) {
					t.Errorf("%s is not told: %s", code, codesOf(ps))
				}
			}
			if !slices.ContainsFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X170" && strings.Contains(p.Message, `"Trên mây"`) }) {
				t.Error("the state is not said")
			}
		})
	}
}

// A dash among the states says what a blank says there, of a roster as of a list, whether
// or not the column is one of facts.
func TestDashesAmongStates(t *testing.T) {
	read := func(path string) (*Intake, []evaluate.Problem) {
		spec := readSpec(t)
		spec.People = true
		return Read(path, spec)
	}
	for _, heading := range []string{"Tình trạng", "Tình trạng sinh hoạt", "Trạng thái hoạt động"} {
		list := func(state string) string {
			return foreign(t, [][]any{{"DANH SÁCH"}, {"STT", "Họ và tên", "Mã chi bộ", heading}, {1, "Người Mẫu Một", "CB-01", "Đã mất"}, {2, "Người Mẫu Hai", "CB-01", state}})
		}
		blank, _ := read(list(""))
		in, ps := read(list("–"))
		if p := find(t, ps, "X164"); p.At.Cell != "D4" || !strings.Contains(p.Message, heading) || strings.Contains(codesOf(ps), "X170") || strings.Count(codesOf(ps), "X164") != 1 || in.Digest != blank.Digest {
			explain(t, ps)
			t.Errorf("%s: a dash is not read as a blank", heading)
		}
	}
	in, ps := read(writeRoster(t, "Đang hoạt động", "-"))
	if find(t, ps, "X164"); strings.Contains(codesOf(ps), "X170") || in.Frames[evaluate.Member].Len() != 2 {
		explain(t, ps)
		t.Error("not in a roster")
	}
}

// Where a roster says that somebody has left is kept too, and whoever is said to
// have left otherwise makes another roster.
func TestRosterKeepsWhereWhoLeftStands(t *testing.T) {
	in, _ := Read(writeRoster(t, "Đang hoạt động", "Từ trần"), readSpec(t))
	fact, _ := in.Left.Schema.Index(factActivityStatus)
	if at := in.Left.Origin(0, fact); at.Cell != "Q9" || at.Sheet != "DANH SÁCH ĐẢNG VIÊN" {
		t.Errorf("the state stands at %v", at)
	}
	if at := in.Left.Origin(0, in.Left.Schema.ByRole(evaluate.RoleName)); at.Cell != "C9" {
		t.Errorf("the name stands at %v", at)
	}
	other, _ := Read(writeRoster(t, "Đang hoạt động", "Chuyển đi"), readSpec(t))
	if in.Digest == other.Digest {
		t.Error("the state makes no difference")
	}
}

// States are known in the words in which rosters and lists have them.
func TestStatesInEverydayWords(t *testing.T) {
	words := map[string]string{"Đang sinh hoạt Đảng": "normal", "Đang SH": "normal", "Miễn SH": "exempt", "Miễn sinh hoạt Đảng": "exempt", "Được miễn sinh hoạt đảng": "exempt",
		"Đã chuyển sinh hoạt Đảng chính thức đi": "", "Chuyển sinh hoạt đảng": ""} // "" for those who have left
	for said, want := range words {
		in, ps := Read(writeRoster(t, "Đang hoạt động", said), readSpec(t))
		if strings.Contains(codesOf(ps), "X170") || in == nil {
			t.Errorf("%s: %s", said, codesOf(ps))
			continue
		}
		frame := in.Frames[evaluate.Member]
		if want == "" {
			if frame.Len() != 1 {
				t.Errorf("%s: %d still there", said, frame.Len())
			}
			continue
		}
		fact, _ := frame.Schema.Index(factActivityStatus)
		if got := frame.Data(fact, frame.Value(1, fact)); got != want {
			t.Errorf("%s is %q, want %q", said, got, want)
		}
	}
}
