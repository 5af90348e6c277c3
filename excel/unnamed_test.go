package excel

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// splitNames moves the given names of all rows to a new column beside.
func splitNames(e *editor, joined bool) {
	e.must(e.InsertCols(sheetMembers, "C", 1))
	for row := dataRow; row < dataRow+5; row++ {
		name := e.text(sheetMembers, fmt.Sprint("B", row))
		cut := strings.LastIndex(name, " ")
		e.must(e.SetCellStr(sheetMembers, fmt.Sprint("B", row), name[:cut]))
		e.must(e.SetCellStr(sheetMembers, fmt.Sprint("C", row), name[cut+1:]))
	}
	if joined {
		e.must(e.MergeCell(sheetMembers, "B8", "C8"))
	}
}

// A name under one heading that is joined over two columns is put together and
// told; without the joining nobody knows what the second column is.
func TestNamesInTwoColumns(t *testing.T) {
	spec := readSpec(t)
	whole, _ := Read(filled(t, nil), spec)
	for _, stamped := range []bool{true, false} {
		in, ps := Read(filled(t, func(e *editor) {
			splitNames(e, true)
			if !stamped {
				e.must(e.SetCellStr(sheetMembers, "B6", ""))
			}
		}), spec)
		note := find(t, ps, "X148")
		if note.At.Cell != "B9" || !slices.Equal(note.Cells, []string{"B9:B13"}) || note.Severity != evaluate.Note {
			t.Errorf("told as %+v", note)
		}
		if valuesOf(in) != valuesOf(whole) {
			t.Errorf("stamped %v: other values", stamped)
		}
	}
	_, ps := Read(filled(t, func(e *editor) { splitNames(e, false) }), spec)
	if p := find(t, ps, "X143"); p.At.Cell != "C9" || p.Severity != evaluate.Error || !slices.Equal(p.Cells, []string{"C9:C13"}) {
		t.Errorf("told as %+v", p)
	}
}

// Names in two columns whose headings say so are put together; a given name missing
// beside the rest is asked for.
func TestNamesInTwoParts(t *testing.T) {
	spec := readSpec(t)
	whole, _ := Read(filled(t, nil), spec)
	parted := func(edit func(e *editor)) string {
		return filled(t, func(e *editor) {
			splitNames(e, false)
			e.must(e.SetCellStr(sheetMembers, "B8", "Họ và tên đệm"))
			e.must(e.SetCellStr(sheetMembers, "C8", "Tên"))
			if edit != nil {
				edit(e)
			}
		})
	}
	for name, edit := range map[string]func(e *editor){
		"stamped": nil,
		"stamp over the given names": func(e *editor) {
			stamp := e.text(sheetMembers, "B6")
			e.must(e.SetCellStr(sheetMembers, "B6", ""))
			e.must(e.SetCellStr(sheetMembers, "C6", stamp))
		},
		"no stamp":    func(e *editor) { e.must(e.SetCellStr(sheetMembers, "B6", "")) },
		"other words": func(e *editor) { e.must(e.SetCellStr(sheetMembers, "B8", "HỌ, CHỮ ĐỆM")) },
	} {
		in, ps := Read(parted(edit), spec)
		if note := find(t, ps, "X148"); !slices.Equal(note.Cells, []string{"B9:B13"}) || note.Severity != evaluate.Note {
			t.Errorf("%s: told as %+v", name, note)
		}
		if codes := codesOf(ps); valuesOf(in) != valuesOf(whole) || strings.Contains(codes, "X147") || strings.Contains(codes, "X143") {
			t.Errorf("%s: other values, or told %s", name, codes)
		}
	}
	_, ps := Read(parted(func(e *editor) {
		e.must(e.SetCellStr(sheetMembers, "C10", ""))
		e.must(e.SetCellStr(sheetMembers, "B11", ""))
	}), spec)
	if p := find(t, ps, "X110"); p.At.Cell != "C10" || p.Severity != evaluate.Error {
		t.Errorf("told as %+v", p)
	}
	if p := find(t, ps, "X148"); p.At.Cell != "B9" && p.At.Cell != "B11" {
		t.Errorf("told as %+v", p)
	}
}

// Given names that the column of names lacks are never for reference; the same names
// once more are.
func TestGivenNamesApart(t *testing.T) {
	spec := readSpec(t)
	for name, c := range map[string]struct {
		names, given string
		far, whole   bool
		want         string
		severity     evaluate.Severity
	}{
		"beside whole names' heading": {"Họ và tên", "Tên", false, false, "X143", evaluate.Error},
		"family names alone":          {"Họ và tên đệm", "Ghi riêng", false, false, "X147", evaluate.Error},
		"given names elsewhere":       {"Họ và tên đệm", "Tên", true, false, "X147", evaluate.Error},
		"repeated":                    {"Họ và tên", "Tên", false, true, "X143", evaluate.Note},
	} {
		_, ps := Read(filled(t, func(e *editor) {
			whole := e.text(sheetMembers, "B9")
			splitNames(e, false)
			e.must(e.SetCellStr(sheetMembers, "B8", c.names))
			e.must(e.SetCellStr(sheetMembers, "C8", c.given))
			if c.whole {
				for row := dataRow; row < dataRow+5; row++ {
					e.must(e.SetCellStr(sheetMembers, fmt.Sprint("B", row), whole[:strings.LastIndex(whole, " ")+1]+e.text(sheetMembers, fmt.Sprint("C", row))))
				}
			}
			if c.far {
				e.must(e.InsertCols(sheetMembers, "C", 1))
			}
		}), spec)
		told := find(t, ps, evaluate.Code(c.want))
		if told.Severity != c.severity || c.want == "X147" && c.given == "Tên" && strings.Contains(codesOf(ps), "X143") {
			t.Errorf("%s: told %s as %+v", name, codesOf(ps), told)
		}
	}
}

// The classic list has the heading over family and given name.
func TestPlainListOfPeople_namesInTwoColumns(t *testing.T) {
	rows := [][]any{{"STT", "Họ và tên", nil, "Mã chi bộ"}, {1, "Người Mẫu", "Một", "CB-01"}, {2, "Người Mẫu", "Hai", "CB-02"}}
	spec := readSpec(t)
	spec.People = true
	in, ps := Read(edited(t, foreign(t, rows), func(e *editor) { e.must(e.MergeCell(e.GetSheetName(0), "B1", "C1")) }), spec)
	if got := memberRow(t, in, 1, "full_name", "branch_code"); !slices.Equal(got, []string{"Người Mẫu Hai", "CB-02"}) || codesOf(ps) != "X157 X148" {
		t.Errorf("second row %q, told %s", got, codesOf(ps))
	}
	_, ps = Read(foreign(t, rows), spec)
	if p := find(t, ps, "X143"); p.At.Cell != "C2" || p.Severity != evaluate.Error {
		t.Errorf("told as %+v", p)
	}
}

// What stands below no heading is told, and refused where the template has a column
// that the sheet lacks: it may be that one.
func TestNamelessColumn(t *testing.T) {
	spec := readSpec(t)
	aside := func(e *editor) { e.must(e.SetCellStr(sheetMembers, "AZ10", "ốm nặng")) }
	_, ps := Read(filled(t, aside), spec)
	if p := find(t, ps, "X143"); p.At.Cell != "AZ10" || p.Severity != evaluate.Warning {
		t.Errorf("told as %+v", p)
	}
	_, ps = Read(filled(t, func(e *editor) { renamed(e, "remark", "") }), spec)
	p := find(t, ps, "X143")
	if p.Severity != evaluate.Error || !strings.HasSuffix(p.At.Cell, "9") || !strings.Contains(p.Message, heading(spec, "remark")) {
		t.Errorf("told as %+v", p)
	}
}

// An identity number and a card number in each other's column are not taken for
// numbers that lost a zero; a card number that did is asked about, however long.
func TestNumbersOfPeople(t *testing.T) {
	spec := readSpec(t)
	_, ps := Read(filled(t, func(e *editor) {
		e.set("identity_number", 1, "27066420")
		e.set("card_number", 1, "001095001001")
		e.set("card_number", 2, 9057768)
	}), spec)
	if p := find(t, ps, "X112"); p.At.Cell != "C10" || p.Severity != evaluate.Error {
		t.Errorf("told as %+v", p)
	}
	if p := find(t, ps, "X113"); p.At.Cell != "D11" || p.Severity != evaluate.Warning {
		t.Errorf("told as %+v", p)
	}
	_, ps = Read(filled(t, func(e *editor) {
		e.set("card_number", 1, "27.066499")
		e.set("card_number", 2, "27 066499")
	}), spec)
	if p := find(t, ps, "X118"); p.At.Cell != "D11" {
		t.Errorf("told as %+v", p)
	}
}

// One name below the table is that of who signed; more may be people.
func TestNamesBelowTheTable(t *testing.T) {
	spec := readSpec(t)
	for names, want := range map[int]evaluate.Severity{1: evaluate.Note, 2: evaluate.Warning} {
		in, ps := Read(filled(t, func(e *editor) {
			for i := range names {
				e.must(e.SetCellStr(sheetMembers, fmt.Sprint("B", 40+3*i), "Người Mẫu Dưới"))
			}
		}), spec)
		if p := find(t, ps, "X167"); p.Severity != want || in.Frames[evaluate.Member].Len() != 5 {
			t.Errorf("%d names: told as %+v", names, p)
		}
	}
}

// An unknown heading that says part of a heading of the template which the sheet
// lacks may mean it; one that says something else is nobody's loss.
func TestUnknownColumnThatMayBeMeant(t *testing.T) {
	spec := readSpec(t)
	for written, want := range map[string]evaluate.Severity{"Kiểm điểm": evaluate.Error, "Sở thích": evaluate.Warning} {
		_, ps := Read(filled(t, func(e *editor) { renamed(e, "reviewed", written) }), spec)
		if p := find(t, ps, "X143"); p.Severity != want {
			t.Errorf("%s: told as %+v", written, p)
		}
	}
}

func heading(spec ReadSpec, fact evaluate.FactID) string {
	s := spec.Vocabulary.Schema(evaluate.Member)
	i, _ := s.Index(fact)
	return s.Facts[i].Heading
}

// find is the first problem of a code.
func find(t *testing.T, ps []evaluate.Problem, code evaluate.Code) evaluate.Problem {
	t.Helper()
	i := slices.IndexFunc(ps, func(p evaluate.Problem) bool { return p.Code == code })
	if i < 0 {
		explain(t, ps)
		t.Fatalf("no %s among %s", code, codesOf(ps))
	}
	return ps[i]
}

// A stamp does not say what somebody wrote below another heading: only a name of the
// column, or a slip of the pen, leaves it what it was.
func TestHeadingOverStamp(t *testing.T) {
	spec := readSpec(t)
	for written, want := range map[string]evaluate.Code{"Tuổi quân": "X147", "Ngày chính thức": "X147", "Ngày vào Đang": "X175", "": "X175", "NGÀY VÀO ĐẢNG (*)": ""} {
		in, ps := Read(filled(t, func(e *editor) { e.must(e.SetCellStr(sheetMembers, e.column("admitted_on")+"8", written)) }), spec)
		if got := evaluate.Code(codesOf(ps)); got != want {
			t.Errorf("%q: told %s, want %s", written, got, want)
			continue
		}
		if want != "" && ps[0].At.Cell != "H8" {
			t.Errorf("%q: told at %s", written, ps[0].At)
		}
		if taken := memberRow(t, in, 1, "admitted_on")[0] != ""; taken != (want != "X147") {
			t.Errorf("%q: taken %v", written, taken)
		}
	}
}

// A heading that spells the column's own out, by the word of its unit or of its group, is
// that column's; one that says more, or another column's name, is not.
func TestHeadingSpelledOut(t *testing.T) {
	for written, want := range map[string]evaluate.Code{"Điểm I.1": "X175", "Số điểm I.1": "X175", "I.1 (điểm)": "", "Tiêu chí I.1": "X175",
		"Điểm tối đa I.1": "X147", "Điểm I.1 chi bộ chấm": "X147", "Điểm": "X147", "Điểm I.2": "X147"} {
		in, ps := Read(filled(t, func(e *editor) { e.must(e.SetCellStr(sheetMembers, e.column("score_1")+"8", written)) }), readSpec(t))
		if got := evaluate.Code(codesOf(ps)); got != want {
			t.Errorf("%q: told %s, want %s", written, got, want)
			continue
		}
		if taken := memberRow(t, in, 1, "score_1")[0] != ""; taken != (want != "X147") {
			t.Errorf("%q: taken %v", written, taken)
		}
	}
}

// Grades below a heading nobody knows are those of the proposal that the sheet lacks, and
// refuse the file: a column of them that is not read would be lost.
func TestProposalUnderAnotherHeading(t *testing.T) {
	spec := readSpec(t)
	spec.Template = func(b BookKind, _ string, k evaluate.Kind) []int { return spec.Facts[b][k] }
	for name, c := range map[string]struct {
		value any
		want  evaluate.Severity
	}{"grades": {"HTTNV", evaluate.Error}, "other words": {"Khá", evaluate.Warning}, "numbers": {7, evaluate.Warning}} {
		_, ps := Read(filled(t, func(e *editor) {
			for n := range 5 {
				e.set("proposal_self", n, c.value)
			}
			column := e.column("proposal_self")
			e.must(e.SetCellStr(sheetMembers, column+"6", ""))
			e.must(e.SetCellStr(sheetMembers, column+"8", "Mức bình bầu"))
		}), spec)
		if p := find(t, ps, "X143"); p.Severity != c.want {
			t.Errorf("%s: %s %s", name, p.Message, p.Hint)
		}
	}
}

// Grades that stand where nobody reads them, while the column that asks for them is empty in
// every row, refuse the file: ticked below the names of the grades, under a heading that
// nobody knows, or pasted one column too far among the remarks.
func TestGradesBesideAnEmptyColumn(t *testing.T) {
	ticked := func(e *editor) {
		for i, h := range []string{"HTXSNV", "HTTNV", "Chi bộ đề nghị HTNV"} {
			e.must(e.SetCellStr(sheetMembers, cellName(52+i, 8), h))
		}
		e.must(e.SetCellStr(sheetMembers, "AZ9", "x"))
		e.must(e.SetCellStr(sheetMembers, "BA10", "x"))
	}
	column := func(heading, text string) func(e *editor) {
		return func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "AZ8", heading))
			for row := dataRow; row < dataRow+5; row++ {
				e.must(e.SetCellStr(sheetMembers, cellName(52, row), text))
			}
		}
	}
	remarks := func(e *editor) {
		for n := range 5 {
			e.set("remark", n, "HTTNV")
		}
	}
	for name, c := range map[string]struct {
		edit     func(e *editor)
		code     evaluate.Code
		empty    bool
		severity evaluate.Severity
		cells    []string
	}{
		"ticked":                 {ticked, "X143", true, evaluate.Error, []string{"AZ9", "BA10"}},
		"ticked again":           {ticked, "X143", false, evaluate.Warning, nil},
		"grades":                 {column("Xếp loại", "HTTNV"), "X143", true, evaluate.Error, []string{"AZ9:AZ13"}},
		"grades of another year": {column("Xếp loại", "HTTNV"), "X143", false, evaluate.Warning, nil},
		"headed by another year": {column("Xếp loại năm 2019", "HTTNV"), "X143", true, evaluate.Warning, nil},
		"headed by this year":    {column("Xếp loại năm 2025", "HTTNV"), "X143", true, evaluate.Error, []string{"AZ9:AZ13"}},
		"other words":            {column("Xếp loại", "Khá"), "X143", true, evaluate.Warning, nil},
		"remarks":                {remarks, "X169", true, evaluate.Error, []string{"R9:R13"}},
		"remarks beside":         {remarks, "X169", false, evaluate.Note, []string{"R9:R13"}},
	} {
		_, ps := Read(filled(t, func(e *editor) {
			for n := range 5 {
				e.set("proposal_self", n, map[bool]string{true: "", false: "Hoàn thành tốt nhiệm vụ"}[c.empty])
			}
			c.edit(e)
		}), readSpec(t))
		if p := find(t, ps, c.code); p.Severity != c.severity || !slices.Equal(p.Cells, c.cells) {
			t.Errorf("%s: %s %v %s (%s)", name, p.Severity, p.Cells, p.Message, p.Hint)
		}
	}
}

// Grades beside the column that asks for them are judged row by row: one proposal in its own
// column does not give those of the others away, and one that says otherwise is told.
func TestGradesBesideAreJudgedByRow(t *testing.T) {
	beside := func(e *editor, heading string, texts ...string) {
		column := 52
		for ; get(t, e.File, sheetMembers, cellName(column, 8)) != ""; column++ {
		}
		e.must(e.SetCellStr(sheetMembers, cellName(column, 8), heading))
		for n, text := range texts {
			e.must(e.SetCellStr(sheetMembers, cellName(column, dataRow+n), text))
		}
	}
	for name, c := range map[string]struct {
		edit          func(e *editor)
		alone, differ string // cells
	}{
		"one of five":   {func(e *editor) { beside(e, "Xếp loại", "HTTNV", "HTNV", "HTNV", "HTTNV", "HTTNV") }, "AZ10:AZ13", ""},
		"it differs":    {func(e *editor) { beside(e, "Xếp loại", "HTNV") }, "", "AZ9"},
		"other words":   {func(e *editor) { beside(e, "Xếp loại", "-", "Chưa xét", "HTNV", "HTNV") }, "AZ11:AZ12", ""},
		"mostly others": {func(e *editor) { beside(e, "Ý thức", "Khá", "Khá", "Tốt", "Khá") }, "", ""},
		"another year":  {func(e *editor) { beside(e, "Xếp loại năm 2019", "HTNV", "HTNV") }, "", ""},
		"last year":     {func(e *editor) { beside(e, "Mức năm trước", "HTNV", "HTNV") }, "", ""},
		"no heading":    {func(e *editor) { beside(e, "", "", "HTNV") }, "AZ10", ""},
		"ticked": {func(e *editor) {
			beside(e, "HTTNV", "", "x")
			beside(e, "HTNV", "x", "", "x")
		}, "AZ10 BA11", "BA9"},
		"votes": {func(e *editor) {
			beside(e, "HTTNV", "12")
			beside(e, "HTNV", "3")
		}, "", ""},
	} {
		_, ps := Read(filled(t, func(e *editor) {
			for n := range 5 {
				e.set("proposal_self", n, map[bool]string{true: "HTTNV"}[n == 0])
			}
			c.edit(e)
		}), readSpec(t))
		var alone, differ string
		for _, p := range ps {
			cells := strings.Join(p.Cells, " ")
			if cells == "" {
				cells = p.At.Cell
			}
			switch {
			case p.Code != "X143":
			case p.Severity == evaluate.Error:
				alone += cells
			case strings.Contains(p.Message, "khác với mức"):
				differ += cells
			}
		}
		if alone != c.alone || differ != c.differ {
			t.Errorf("%s: alone %q, differing %q", name, alone, differ)
			explain(t, ps)
		}
	}
}
