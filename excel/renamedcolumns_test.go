package excel

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Where columns that have to be there are gone and others bear headings nobody knows, each
// of these is told which it may be: with the missing one alone nobody finds the place.
func TestUnknownColumnsNameWhatIsMissing(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		renamed(e, "category", "Thành phần")
		renamed(e, "admitted_on", "Ngày kết nạp chính thức")
	}), readSpec(t))
	for _, heading := range []string{"Thành phần", "Ngày kết nạp chính thức"} {
		told := false
		for _, p := range ps {
			if p.Code == "X143" && strings.Contains(p.Message, heading) {
				told = true
				if !strings.Contains(p.Message, "“Đối tượng”") || !strings.Contains(p.Message, "“Ngày vào Đảng”") || !strings.Contains(p.Hint, "sửa lại tiêu đề") {
					t.Errorf("%s: %s; %s", heading, p.Message, p.Hint)
				}
			}
		}
		if !told {
			explain(t, ps)
			t.Errorf("%s is not told", heading)
		}
	}
}

// What was pasted one column to the side is told with the column it belongs to, and what
// is empty there for it is told at once: a number is no word that somebody left.
func TestShiftedPasteIsTold(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		for n := 1; n <= 2; n++ {
			e.set("activity_status", n, 36526)
			e.set("category", n, nil)
			e.set("proposal_self", n, e.text(sheetMembers, e.at(sheetMembers, "reviewed", n)))
			e.set("reviewed", n, nil)
		}
	}), readSpec(t))
	var blank, shifted bool
	for _, p := range ps {
		blank = blank || p.Code == "X110" && p.Severity == evaluate.Error
		shifted = shifted || p.Code == "X109" && strings.Contains(p.Hint, "thuộc cột “Đã kiểm điểm” ngay bên trái")
	}
	if !blank || !shifted {
		explain(t, ps)
		t.Errorf("blank told %t, shift told %t", blank, shifted)
	}
}

// A slash between letters (“đ/c”, comrade) makes no fraction: the hint asks for a number.
func TestSlashOfAWordIsNoFraction(t *testing.T) {
	for text, fraction := range map[string]bool{"19 đ/c": false, "7/8 đồng chí": true} {
		_, ps := Read(filled(t, func(e *editor) { e.set("tasks_assigned", 1, text) }), readSpec(t))
		if p := find(t, ps, "X104"); strings.Contains(p.Hint, "phân số") != fraction {
			t.Errorf("%s: %s", text, p.Hint)
		}
	}
}

// A slip of the pen in the heading of a column that has to be there is one problem, at that
// heading.
func TestMistypedHeadingIsOneProblem(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) { renamed(e, "category", "Đôi tượng") }), readSpec(t))
	if codesOf(ps) != "X141" || ps[0].At.Cell != "G8" || !strings.Contains(ps[0].Hint, "“Đôi tượng” (G8)") {
		explain(t, ps)
		t.Errorf("told as %s", codesOf(ps))
	}
}
