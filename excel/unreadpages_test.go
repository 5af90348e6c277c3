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

// Rows of the page that were moved, with their running numbers or without, say nothing
// new: told is what they did not say before, wherever it stands now.
func TestRowsMovedOnUnreadPagesSayNothingNew(t *testing.T) {
	spec := leavingTemplate(t)
	spec.Left = []LeftPerson{{Name: "Trần Mẫu Bình", Card: "27001234", Status: "Đã chuyển đi"}, {Name: "Lê Mẫu Cảnh", Status: "Đã từ trần"}, {Name: "Phạm Mẫu Dung", Status: "Đã từ trần"}}
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	path, _ := written(t, "moved", func(w io.Writer) error { return WriteTemplate(w, spec) })
	row := func(e *editor, row int, cells ...any) { e.must(e.SetSheetRow(sheetLeft, cellName(1, row), &cells)) }
	binh, canh, dung := []any{"Trần Mẫu Bình", "", "27001234", "Đã chuyển đi"}, []any{"Lê Mẫu Cảnh", "", "", "Đã từ trần"}, []any{"Phạm Mẫu Dung", "", "", "Đã từ trần"}
	all := func(number any, who []any) []any { return append([]any{number}, who...) }
	for name, c := range map[string]struct {
		edit func(e *editor)
		want []string
	}{
		"whole rows":          {func(e *editor) { row(e, 5, all(3, dung)...); row(e, 6, all(1, binh)...); row(e, 7, all(2, canh)...) }, nil},
		"all but the numbers": {func(e *editor) { row(e, 5, all(1, canh)...); row(e, 6, all(2, binh)...) }, nil},
		"one put in between": {func(e *editor) {
			row(e, 5, all(1, binh)...)
			row(e, 6, all(2, []any{"Võ Mẫu Em", "", "", "Đã từ trần"})...)
			row(e, 7, all(3, canh)...)
			row(e, 8, all(4, dung)...)
		}, []string{"B6", "E6"}},
		"exchanged and changed": {func(e *editor) {
			row(e, 5, all(2, canh)...)
			row(e, 6, all(1, []any{"Trần Mẫu Bình", "", "27001234", "Còn sinh hoạt"})...)
		}, []string{"E6"}},
		"states exchanged": {func(e *editor) {
			row(e, 5, 1, "Trần Mẫu Bình", "", "27001234", "Đã từ trần")
			row(e, 6, 2, "Lê Mẫu Cảnh", "", "", "Đã chuyển đi")
		}, []string{"E5:E6"}},
		"one twice": {func(e *editor) { row(e, 8, all(4, canh)...) }, []string{"B8", "E8"}},
	} {
		in, ps := Read(edited(t, path, c.edit), read)
		var got []string
		for _, p := range ps {
			if p.Code == "X167" && p.At.Sheet == sheetLeft {
				if got = p.Cells; got == nil {
					got = []string{p.At.Cell}
				}
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: told %q, want %q (%v)", name, got, c.want, in.Beside)
		}
	}
}
