package excel

import (
	"io"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// movedTemplate is a filled template that lists a value it has no place for.
func movedTemplate(t testing.TB) string {
	t.Helper()
	spec := sampleTemplate(t)
	spec.Unmoved = []Unmoved{{sheetMembers, "AA10", "Được khen", "Người Mẫu 1", "3"}}
	path, _ := written(t, "moved", func(w io.Writer) error { return WriteTemplate(w, spec) })
	return path
}

func TestUnmovedValuesAreKeptAndHold(t *testing.T) {
	spec := readSpec(t)
	in, _ := Read(filled(t, func(e *editor) {
		e.must(e.SetCellStr(sheetMembers, "AA6", "#tasks_praised"))
		e.must(e.SetCellStr(sheetMembers, "AA8", "Được khen"))
		e.must(e.SetCellInt(sheetMembers, "AA10", 3))
		asLayout1(e)
	}), spec)
	if len(in.Unmoved) != 1 || in.Unmoved[0].Cell != "AA10" || in.Unmoved[0].Value != "3" || in.Unmoved[0].Name == "" {
		t.Fatalf("left behind: %+v", in.Unmoved)
	}
	refused := func(path string) bool {
		_, ps := Read(path, spec)
		return slices.ContainsFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X193" })
	}
	path := movedTemplate(t)
	if !refused(path) {
		t.Error("the list is passed over")
	}
	if refused(edited(t, path, func(e *editor) { e.must(e.DeleteSheet(sheetUnmoved)) })) {
		t.Error("refused without the list")
	}
	if refused(edited(t, path, func(e *editor) { e.must(e.RemoveRow(sheetUnmoved, unmovedHeadRow+1)) })) {
		t.Error("refused with an empty list")
	}
}

// What could not be read is kept for the copy that is moved to the present layout: of an
// earlier one, or of a workbook that lost a sheet.
func TestUnreadIsKept(t *testing.T) {
	spec := readSpec(t)
	bad := func(e *editor) {
		e.set("birth_date", 1, "31/02/1960")
		e.set("identity_number", 2, "12345678901234")
	}
	for name, edit := range map[string]func(e *editor){"earlier": func(e *editor) { bad(e); asLayout1(e) }, "present": bad} {
		in, _ := Read(filled(t, edit), spec)
		if len(in.Unmoved) != 2 || in.Unmoved[0].Value != "31/02/1960" || in.Unmoved[0].Cell != "E10" || in.Unmoved[0].Name == "" || in.Unmoved[1].Value != "12345678901234" {
			t.Errorf("the %s layout kept %+v", name, in.Unmoved)
		}
	}
}
