package excel

import (
	"io"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What a sender writes on a page of the template that nobody reads is told with its cell;
// what the template itself says there is not.
func TestWhatIsWrittenOnUnreadPagesIsTold(t *testing.T) {
	spec := leavingTemplate(t)
	spec.Left = []LeftPerson{{Name: "Trần Mẫu Bình", Card: "27001234", Status: "Đã chuyển đi"}, {Name: "Lê Mẫu Cảnh", Status: "Đã từ trần"}}
	spec.Guide = []GuideSection{{Heading: "Cách điền", Lines: []string{"Điền các ô có màu."}}}
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	path, _ := written(t, "unread", func(w io.Writer) error { return WriteTemplate(w, spec) })
	told := func(path string) (out []string, in *Intake) {
		in, ps := Read(path, read)
		for _, p := range ps {
			if p.Code == "X167" && p.Severity == evaluate.Warning && isForPeople(p.At.Sheet) {
				out = append(out, p.At.Sheet+"!"+p.At.Cell)
				for _, c := range p.Cells {
					out = append(out, c)
				}
			}
		}
		return out, in
	}
	if got, in := told(path); len(got) > 0 || in.Beside != nil {
		t.Errorf("of an untouched template: %q, %v", got, in.Beside)
	}
	got, in := told(edited(t, path, func(e *editor) {
		e.must(e.SetCellStr(sheetLeft, "E5", "Còn sinh hoạt, nhầm"))
		e.must(e.SetCellStr(sheetLeft, "B7", "Phạm Mẫu Dung"))
		e.must(e.SetCellStr(sheetLeft, "E7", "Đã từ trần"))
		e.must(e.SetCellStr(sheetCover, "A40", "đ/c Dung đã mất"))
		e.must(e.SetCellStr(sheetGuide, "C3", "xem lại"))
	}))
	for _, want := range []string{sheetLeft + "!E5", sheetCover + "!A40", sheetGuide + "!C3"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not told: %q", want, got)
		}
	}
	if in.Beside == nil || in.Beside.Len() != 2 || in.Beside.Place(1).Row != 7 {
		t.Errorf("named beside: %+v", in.Beside)
	}
	if got, _ := told(edited(t, path, func(e *editor) { e.must(e.DeleteSheet(sheetStamp)); e.must(e.SetCellStr(sheetCover, "A40", "x")) })); len(got) > 0 {
		t.Errorf("without its sums: %q", got)
	}
}
