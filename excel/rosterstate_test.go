package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Who is a member by his state and gone by a cell beside it is told at both cells, and stays a
// member; a day that belongs to the state is no contradiction.
func TestRosterStateDeniedBesideIt(t *testing.T) {
	sheet := "DANH SÁCH ĐẢNG VIÊN"
	path := edited(t, writeRoster(t, "Đang hoạt động", "Đang hoạt động", "Miễn sinh hoạt", "Từ trần", "Đang hoạt động", "Miễn sinh hoạt"), func(e *editor) {
		for cell, value := range map[string]any{"R6": "Ngày rời/mất/miễn SH", "S6": "Đề nghị xóa (Có/Không)",
			"R8": "03/04/2025", "S9": "Có", "R10": "03/04/2025", "S10": "Không", "R11": "01/02/2025", "R12": "-", "S12": "", "S13": "Có"} {
			e.must(e.SetCellValue(sheet, cell, value))
		}
	})
	in, ps := Read(path, readSpec(t))
	if in == nil || in.Frames[evaluate.Member].Len() != 5 {
		explain(t, ps)
		t.Fatal("not five members")
	}
	p := find(t, ps, "X171")
	for _, q := range ps {
		if q.Code == "X171" && q.Severity == evaluate.Warning {
			p = q
		}
	}
	var states []string
	for _, r := range p.Related {
		states = append(states, r.At.Cell)
	}
	if p.Severity != evaluate.Warning || !slices.Equal(p.Cells, []string{"R8", "S9", "S13"}) || !slices.Equal(states, []string{"Q8", "Q9", "Q13"}) {
		t.Errorf("told %v at %v, states %v", p, p.Cells, states)
	}
}

// A state under another name is understood and told at its cell.
func TestRosterStateOfAnotherName(t *testing.T) {
	spec := readSpec(t)
	member := spec.Vocabulary.Schema(evaluate.Member)
	if fact, ok := member.Index(factActivityStatus); ok {
		member.Facts[fact].Choices = append(member.Facts[fact].Choices, evaluate.Choice{Code: "suspended", Label: "Bị đình chỉ sinh hoạt đảng"},
			evaluate.Choice{Code: "temporary_elsewhere", Label: "Sinh hoạt tạm thời nơi khác"})
	}
	for said, want := range map[string]string{"Chuyển sinh hoạt tạm thời": "temporary_elsewhere", "Đang sinh hoạt tạm thời nơi khác": "temporary_elsewhere",
		"Miễn SHĐ": "exempt", "Đình chỉ sinh hoạt": "suspended", "Được miễn công tác và sinh hoạt đảng": "exempt", "Đang sinh hoạt": "normal"} {
		in, ps := Read(writeRoster(t, "Đang hoạt động", said), spec)
		if in == nil || strings.Contains(codesOf(ps), "X170") {
			t.Errorf("%s: %s", said, codesOf(ps))
			continue
		}
		f := in.Frames[evaluate.Member]
		fact, _ := f.Schema.Index(factActivityStatus)
		own := f.Schema.Facts[fact].Choices[f.Value(1, fact).Choice()].Label == said || want == stateNormal
		told := slices.ContainsFunc(ps, func(p evaluate.Problem) bool {
			return p.Code == "X164" && p.At.Cell == "Q9" && strings.Contains(p.Message, said)
		})
		if got := f.Data(fact, f.Value(1, fact)); got != want || told == own {
			t.Errorf("%s is %q, told %v", said, got, told)
		}
	}
}

// Of a day whose day and month are zeros the year is known; where there is a column for it the
// problem says so.
func TestBirthWithoutDayAndMonth(t *testing.T) {
	path := edited(t, writeRoster(t, "Đang hoạt động", "Đang hoạt động"), func(e *editor) {
		e.must(e.SetCellValue("DANH SÁCH ĐẢNG VIÊN", "F8", "00/00/1986"))
	})
	spec := readSpec(t)
	askBirthYear(&spec)
	in, ps := Read(path, spec)
	if in == nil {
		explain(t, ps)
		t.Fatal("not read")
	}
	if got := memberRow(t, in, 0, "birth_date", "birth_year"); !slices.Equal(got, []string{"", "1986"}) || !slices.ContainsFunc(ps, func(p evaluate.Problem) bool {
		return p.Code == "X163" && p.At.Cell == "F8" && strings.Contains(p.Message, "năm sinh")
	}) {
		t.Errorf("read %q", got)
	}
	month := edited(t, path, func(e *editor) { e.must(e.SetCellValue("DANH SÁCH ĐẢNG VIÊN", "F9", "12/1988")) })
	if _, ps := Read(month, spec); !strings.Contains(find(t, ps, "X108").Hint, "riêng năm") {
		t.Errorf("no way out: %v", ps)
	}
	for text, want := range map[string]string{"00/00/1986": "1986", "0/0/1986": "1986", "1986-00-00": "1986", "1986": "1986", "00/06/1986": "00/06/1986"} {
		if got := yearAlone(text); got != want {
			t.Errorf("%s is %q", text, got)
		}
	}
	s := readVocabulary(t).Schema(evaluate.Member)
	r := newCellReader(&s.Facts[s.ByRole(evaluate.RoleBirth)], false)
	if p := r.read("00/00/1986").problem(evaluate.Origin{}); p.Code != "X108" || !strings.Contains(p.Hint, "Năm sinh") {
		t.Errorf("told %v", p)
	}
}
