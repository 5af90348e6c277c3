package excel

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// What is wrong with a file as a whole cannot be repaired at a coloured cell.
func TestMarkedCopySaysWhereTheFaultLies(t *testing.T) {
	path := filled(t, nil)
	for _, c := range []struct{ cell, want string }{{"", "cả tệp"}, {"C9", "ô được tô màu"}} {
		at := evaluate.Origin{File: path}
		if c.cell != "" {
			at.Sheet, at.Cell = sheetMembers, c.cell
		}
		var b bytes.Buffer
		ps := []evaluate.Problem{{Severity: evaluate.Error, Code: "X199", At: at, Message: "lỗi mẫu", Hint: "sửa"}}
		if err := Mark(&b, path, ps); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(f.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, r := range rows[:min(len(rows), 4)] {
			text += strings.Join(r, " ")
		}
		if !strings.Contains(text, c.want) {
			t.Errorf("at %q: %s", c.cell, text)
		}
		f.Close()
	}
}

// A later template is no fault of the sender's.
func TestLaterTemplateAsksForALaterProgram(t *testing.T) {
	for version, want := range map[string]string{"3": "cập nhật phần mềm", "0": "xin mẫu mới"} {
		_, ps := Read(filled(t, func(e *editor) { restamp(e, 1, "version", version) }), readSpec(t))
		if len(ps) != 1 || ps[0].Code != "X151" || !strings.Contains(ps[0].Hint, want) {
			t.Errorf("version %s: %v", version, ps)
		}
	}
}

// The note on blank rows stands at the first of them.
func TestBlankRowsAreToldWhereTheyBegin(t *testing.T) {
	path := filled(t, func(e *editor) {
		rows, err := e.GetRows(sheetMembers)
		e.must(err)
		for _, r := range []int{dataRow + 1, dataRow + 2} {
			for c := range rows[r-1] {
				e.must(e.SetCellValue(sheetMembers, cellName(c+1, r), nil))
			}
		}
	})
	_, ps := Read(path, readSpec(t))
	for _, p := range ps {
		if p.Code == "X166" {
			if want := cellName(1, dataRow+1); p.At.Cell != want {
				t.Errorf("told at %s, want %s", p.At.Cell, want)
			}
			return
		}
	}
	t.Errorf("not told: %q", codesOf(ps))
}

// Without any stamp a sheet's own name says of whom it is, however many of its
// headings another kind has too.
func TestUnstampedSheetIsReadByItsName(t *testing.T) {
	spec := readSpec(t)
	orgs, members := spec.Vocabulary.Schema(evaluate.Organization), spec.Vocabulary.Schema(evaluate.Member)
	rows := []rawRow{{number: 1}}
	for i := range orgs.Facts[:3] {
		rows[0].cells = append(rows[0].cells, orgs.Facts[i].Heading)
	}
	for i := range members.Facts[:8] {
		rows[0].cells = append(rows[0].cells, members.Facts[i].Heading)
	}
	r := &reader{spec: spec, in: &Intake{}}
	indexes := []*headingIndex{newHeadingIndex(members), newHeadingIndex(orgs)}
	for name, want := range map[string]evaluate.Kind{sheetOrgs: evaluate.Organization, "Trang 7": evaluate.Member} {
		head := r.headerOf(bookSheet{name: name, scan: &sheetScan{}}, rows, indexes)
		if head == nil || head.schema.Kind != want {
			t.Errorf("%s is not read as %s", name, want)
		}
	}
}
