package excel

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// marked writes the marked copy of a workbook and sees that it is whole.
func marked(t testing.TB, path string, ps []evaluate.Problem) string {
	t.Helper()
	before, _ := os.ReadFile(path)
	var b bytes.Buffer
	ps = slices.Clone(ps)
	for i := range ps { // a mark is set on the file that the problem names
		ps[i].At.File = path
	}
	if err := Mark(&b, path, ps); err != nil {
		t.Fatal(err)
	}
	after, _ := os.ReadFile(path)
	if !bytes.Equal(before, after) {
		t.Error("the sender's file was written to")
	}
	out := filepath.Join(t.TempDir(), "tra-lai.xlsx")
	save(t, out, b.Bytes())
	if err := Verify(out, nil); err != nil {
		t.Error(err)
	}
	return out
}

func fillAndStyle(t testing.TB, f *excelize.File, sheet, cell string) (string, *excelize.Style) {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Fill.Color) == 0 {
		return "", s
	}
	return s.Fill.Color[0], s
}

func TestMarkedCopyIsRepairedAndAccepted(t *testing.T) {
	spec := readSpec(t)
	clean, ps := Read(fillTemplate(t, BranchBook, 5), spec)
	if len(ps) > 0 {
		t.Fatal(codesOf(ps))
	}
	bad := filled(t, func(e *editor) {
		e.set("birth_date", 1, "31/02/1975")
		e.set("score_1", 2, "chín")
		e.set("proposal_self", 3, "HT")
	})
	faulty, ps := Read(bad, spec)
	if codesOf(ps) != "X107 X104 X111" {
		t.Fatal(codesOf(ps))
	}
	copy1 := marked(t, bad, ps)
	f, err := excelize.OpenFile(copy1)
	if err != nil {
		t.Fatal(err)
	}
	e := &editor{t, f}
	birth := e.at(sheetMembers, "birth_date", 1)
	color, style := fillAndStyle(t, f, sheetMembers, birth)
	if !strings.HasSuffix(color, errorTint) || style.CustomNumFmt == nil || *style.CustomNumFmt != dateFormat || style.Protection == nil || style.Protection.Locked {
		t.Errorf("tint %q, style %+v", color, style)
	}
	if other, _ := fillAndStyle(t, f, sheetMembers, e.at(sheetMembers, "birth_date", 2)); strings.HasSuffix(other, errorTint) {
		t.Error("a good cell is tinted")
	}
	if f.GetSheetName(f.GetActiveSheetIndex()) != sheetErrors {
		t.Error("opens elsewhere")
	}
	if c, _ := f.GetComments(sheetMembers); len(c) != 3 {
		t.Errorf("%d notes", len(c))
	}
	f.Close()

	again, ps := Read(copy1, spec)
	if codesOf(ps) != "X107 X104 X111" || again.Digest != faulty.Digest {
		t.Errorf("a marked copy reads differently: %s", codesOf(ps))
	}
	half := edited(t, copy1, func(e *editor) { e.set("birth_date", 1, "02/02/1961"); e.set("score_1", 2, 9.5) })
	_, ps = Read(half, spec)
	if worst, _ := evaluate.Worst(ps); codesOf(ps) != "X163 X111" || worst != evaluate.Error {
		t.Fatal(codesOf(ps))
	}
	copy2 := marked(t, half, ps)
	f, _ = excelize.OpenFile(copy2)
	if color, _ := fillAndStyle(t, f, sheetMembers, birth); strings.HasSuffix(color, errorTint) {
		t.Error("an old tint stays")
	}
	if color, _ := fillAndStyle(t, f, sheetMembers, e.at(sheetMembers, "proposal_self", 3)); !strings.HasSuffix(color, errorTint) {
		t.Error("the remaining fault is not tinted")
	}
	if c, _ := f.GetComments(sheetMembers); len(c) != 1 {
		t.Errorf("%d notes after repair", len(c))
	}
	f.Close()
	repaired := edited(t, copy2, func(e *editor) { e.set("proposal_self", 3, "Hoàn thành tốt nhiệm vụ") })
	in, ps := Read(repaired, spec)
	if codesOf(ps) != "X163" || in.Digest != clean.Digest {
		t.Errorf("repaired: %s, same contents %v", codesOf(ps), in.Digest == clean.Digest)
	}
}

// What a sender answers on the list of a marked copy is told, as on other pages that are
// not read, before the list is taken away; the list itself is not.
func TestAnswersOnTheListAreTold(t *testing.T) {
	spec := readSpec(t)
	bad := filled(t, func(e *editor) { e.set("score_1", 2, "chín"); e.set("proposal_self", 3, "HT") })
	_, ps := Read(bad, spec)
	answered := edited(t, marked(t, bad, ps), func(e *editor) {
		e.must(e.SetCellStr(sheetErrors, "H7", "Đã sửa. Đồng chí Mẫu đã mất"))
		e.must(e.SetCellStr(sheetErrors, "A20", "Chi bộ báo thêm"))
	})
	for range 2 { // the second time of a copy of the copy, without the answers
		_, ps = Read(answered, spec)
		var cells []string
		for _, p := range ps {
			if p.Code == "X167" && p.At.Sheet == sheetErrors {
				cells = append(cells, strings.Join(p.Cells, " "))
			}
		}
		want := "H7 A20"
		if len(ps) == 2 {
			want = ""
		}
		if got := strings.Join(cells, ";"); got != want {
			explain(t, ps)
			t.Errorf("told: %q, want %q", got, want)
		}
		answered = marked(t, answered, slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X167" }))
	}
}

func TestMarksFollowMovedRows(t *testing.T) {
	bad := filled(t, func(e *editor) { e.set("score_1", 2, "chín") })
	_, ps := Read(bad, readSpec(t))
	moved := edited(t, marked(t, bad, ps), func(e *editor) { e.must(e.InsertRows(sheetMembers, dataRow, 1)) })
	clean := marked(t, moved, nil)
	f, _ := excelize.OpenFile(clean)
	defer f.Close()
	if color, _ := fillAndStyle(t, f, sheetMembers, "J12"); strings.HasSuffix(color, errorTint) {
		t.Error("a tint that moved stays")
	}
}

// A sheet the sender renamed loses its tints too, whatever other sheets he added.
func TestMarksFollowRenamedSheets(t *testing.T) {
	bad := filled(t, func(e *editor) { e.set("score_1", 2, "chín") })
	_, ps := Read(bad, readSpec(t))
	const name = "Đảng viên đã sửa"
	renamed := edited(t, marked(t, bad, ps), func(e *editor) {
		_, err := e.NewSheet("A")
		e.must(err)
		e.must(e.SetSheetName(sheetMembers, name))
	})
	f, _ := excelize.OpenFile(renamed)
	before, _ := fillAndStyle(t, f, name, "J11")
	f.Close()
	f, _ = excelize.OpenFile(marked(t, renamed, nil))
	defer f.Close()
	if after, _ := fillAndStyle(t, f, name, "J11"); !strings.HasSuffix(before, errorTint) || strings.HasSuffix(after, errorTint) {
		t.Errorf("the tint was %q and is %q", before, after)
	}
}
