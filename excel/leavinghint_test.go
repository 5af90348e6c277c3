package excel

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// A row that names a person and is otherwise empty is nobody's to delete: the hint says
// how to report that he left, and by which words of the remark.
func TestBlankRowOfSomebodyWhoMayHaveLeft(t *testing.T) {
	spec := leavingTemplate(t)
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	for remark, want := range map[string]string{"": "“Không còn: …”", "đang ốm": "“Không còn: …”", "Mất ngày 3/8/2025": "“Không còn: đã từ trần”", "Đồng chí đã chuyển đi nơi khác": "“Không còn: đã chuyển đi”",
		"name:Nguyễn Mẫu A - đã chết": "“Không còn: đã từ trần”"} {
		path, _ := written(t, "blank", func(w io.Writer) error { return WriteTemplate(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		e := &editor{t, f}
		for _, fact := range []string{"category", "admitted_on"} {
			e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, fact, 1), nil))
		}
		said := e.at(sheetMembers, "remark", 1)
		if name, behind := strings.CutPrefix(remark, "name:"); behind {
			said, remark = e.at(sheetMembers, "full_name", 1), name
		}
		e.must(f.SetCellValue(sheetMembers, said, remark))
		e.must(f.SaveAs(path))
		f.Close()
		_, ps := Read(path, read)
		if p := find(t, ps, "X110"); strings.Contains(p.Hint, "xóa hẳn") || !strings.Contains(p.Hint, want) || !strings.Contains(p.Hint, "Tình trạng sinh hoạt") {
			t.Errorf("%q: %s", remark, p.Hint)
		}
	}
}

// What is remarked of somebody who left stands where he is listed; it is no datum of his
// year, and told of unless it only says that he left.
func TestRemarkOfSomebodyWhoLeft(t *testing.T) {
	spec := leavingTemplate(t)
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	for remark, want := range map[string]bool{"Mất ngày 3/8/2025": false, "đã từ trần": false, "điểm 90": true, "đã chuyển đi": true} {
		path, _ := written(t, "gone", func(w io.Writer) error { return WriteTemplate(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		e := &editor{t, f}
		for i := range v.Schema(evaluate.Member).Facts {
			if def := &v.Schema(evaluate.Member).Facts[i]; !def.Identity && slices.Contains(spec.Sheets[0].Facts, i) {
				e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, string(def.ID), 1), nil))
			}
		}
		e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, string(factActivityStatus), 1), "Không còn: đã từ trần"))
		e.must(f.SetCellValue(sheetMembers, e.at(sheetMembers, "remark", 1), remark))
		e.must(f.SaveAs(path))
		f.Close()
		told := false
		in, ps := Read(path, read)
		for _, p := range ps {
			told = told || p.Code == "X169" && p.Severity == evaluate.Note
			if p.Code == "X171" && p.Severity == evaluate.Warning {
				t.Errorf("%q: told as unused: %s", remark, p.Message)
			}
		}
		if told != want {
			t.Errorf("%q: told %v", remark, told)
		}
		if in == nil || in.Left == nil || LeftOf(in.Left, 0, "").Remark != remark {
			t.Errorf("%q is not kept", remark)
		}
	}
}

// Of words that say by themselves how somebody left, only whole ones are heard.
func TestTellsOfLeaving(t *testing.T) {
	for text, want := range map[string]string{
		"đã chuyển đi": "Đã chuyển đi", "đ/c này đã mất từ tháng 3": "Đã từ trần", "Đã từ trần tháng 7/2025": "Đã từ trần", "qua đời": "Đã từ trần", "mất": "Đã từ trần", "đã bị khai trừ": "Khai trừ",
		"mất sổ": "", "xem lại": "", "chuyển điện thoại": "", "": "",
	} {
		if l, said := tellsOfLeaving(text); l.state != want || said != (want != "") {
			t.Errorf("%q: %q, %v", text, l.state, said)
		}
	}
}

// A word for a member's state in a cell that takes none is told with the column where it
// belongs; other text, and the state that stands there already, is not.
func TestStateInACellOfPoints(t *testing.T) {
	for _, c := range []struct{ fact, said, want string }{
		{"score_2", "đã mất", "“Không còn: đã từ trần”"}, {"score_2", "chuyển đi Hà Nội", "“Không còn: đã chuyển đi”"},
		{"admitted_on", "Đã mất tháng 9", "“Không còn: đã từ trần”"}, {"reviewed", "đã chuyển đi", "“Không còn: đã chuyển đi”"},
		{"score_2", "được miễn", "“Được miễn”"},
		{"score_2", "sinh hoạt bình thường", ""}, {"score_2", "mất sổ", ""}, {"score_2", "tốt", ""}, {"activity_status", "chuyển đi Hà Nội", ""},
	} {
		_, ps := Read(filled(t, func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "activity_status", 2), "Sinh hoạt bình thường"))
			e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, c.fact, 2), c.said))
		}), readSpec(t))
		errors := slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return p.Severity != evaluate.Error })
		if len(errors) != 1 {
			explain(t, errors)
			t.Errorf("%s %q: %d errors", c.fact, c.said, len(errors))
			continue
		}
		hint, _, told := strings.Cut(errors[0].Hint, " ở cột “Tình trạng sinh hoạt”")
		if told != (c.want != "") || told && !strings.HasSuffix(hint, c.want) {
			t.Errorf("%s %q: %s", c.fact, c.said, errors[0].Hint)
		}
	}
}

// However many rows say nothing but whom they are about, they are told as rows, with what
// to do: by columns whoever obeys would fill in headings of groups and people who are gone.
func TestManyBlankRows(t *testing.T) {
	spec := leavingTemplate(t)
	read := readSpec(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	for _, n := range []int{3, 7} {
		e := &editor{t, templateOf(t, spec)}
		first := dataRow + spec.Sheets[0].Prefill.Len()
		for i := range n {
			e.must(e.SetCellStr(sheetMembers, cellName(2, first+i), "Nguyễn Mẫu Cũ"))
		}
		path := filepath.Join(t.TempDir(), "cb.xlsx")
		e.must(e.SaveAs(path))
		_, ps := Read(path, read)
		told := 0
		for _, p := range ps {
			if at, _ := parseCell([]byte(p.At.Cell)); p.Code == "X110" && int(at.row) >= first {
				told++
				if !strings.Contains(p.Hint, "xóa hẳn") || !strings.Contains(p.Hint, labelNoLonger) {
					t.Errorf("%d rows: %v %s (%s)", n, p.Cells, p.Message, p.Hint)
				}
			}
		}
		if want := map[int]int{3: 3, 7: 1}[n]; told != want {
			explain(t, ps)
			t.Errorf("%d rows are told by %d problems, want %d", n, told, want)
		}
	}
}

// A name broken over two rows is told as such at the second; a full name alone in its row, or
// the rest of none, is somebody of whom nothing is said.
func TestNameBrokenOverTwoRows(t *testing.T) {
	for _, c := range []struct {
		above, here string
		rest        bool
	}{
		{"Lý Mẫu", "Quốc Thảo", true},
		{"Nguyễn Thị Mẫu", "Hạnh", true},
		{"Lý Mẫu", "Nguyễn Thảo", false},
		{"Nguyễn Thị Mẫu An", "Hạnh", false},
		{"Lý Mẫu", "Trần Quốc Thảo", false},
	} {
		_, ps := Read(filled(t, func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "full_name", 4), c.above))
			e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "full_name", 5), c.here))
		}), readSpec(t))
		if p := find(t, ps, "X110"); strings.Contains(p.Hint, "dòng ngay trên") != c.rest {
			t.Errorf("%s, %s: %s", c.above, c.here, p.Hint)
		}
	}
}
