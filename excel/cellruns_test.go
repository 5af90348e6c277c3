package excel

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Every cell that was understood in a tolerant way is named, in order, however
// the rows between them were written.
func TestNotesNameEveryCell(t *testing.T) {
	spec := readSpec(t)
	path := filled(t, func(e *editor) {
		for _, n := range []int{0, 1, 2, 4} {
			e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "score_1", n), "9,5"))
		}
		e.must(e.InsertRows(sheetMembers, dataRow+3, 2))
		e.must(e.InsertRows(sheetMembers, dataRow+1, 1))
	})
	_, ps := Read(path, spec)
	want := map[evaluate.Code]string{"X162": "J9 J11:J12 J16", "X166": "A10 A13:A14"}
	for code, cells := range want {
		i := slices.IndexFunc(ps, func(p evaluate.Problem) bool { return p.Code == code })
		if i < 0 {
			explain(t, ps)
			t.Fatalf("no %s", code)
		}
		p := ps[i]
		if got := strings.Join(p.Cells, " "); got != cells {
			t.Errorf("%s: cells %s, want %s", code, got, cells)
		}
		if n := evaluate.CountCells(p.Cells); !strings.Contains(p.Message, fmt.Sprint(n)) || p.At.Cell != strings.Split(p.Cells[0], ":")[0] {
			t.Errorf("%s: %d cells from %s, but %q", code, n, p.At, p.Message)
		}
	}
}

// A list of cells too long for one row goes on below it, no cell is left out, and
// links still lead to their own problems.
func TestLongListOfCellsGoesOn(t *testing.T) {
	var cells cellRuns
	for row := range 900 {
		cells.add(gridCell{11, int32(2*row + 12)})
	}
	note := noteNumbersAsText(evaluate.Origin{File: "a.xlsx", Sheet: "Trang", Cell: "K12"}, "Điểm", cells.count)
	note.Cells = cells.names()
	last := problemRequired(evaluate.Origin{File: "a.xlsx", Sheet: "Trang", Cell: "K9"}, "Điểm", 1)
	path := filepath.Join(t.TempDir(), "report.xlsx")
	var out bytes.Buffer
	if err := WriteProblemReport(&out, "a.xlsx", []evaluate.Problem{note, last}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheetErrors)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for n, row := range rows {
		if len(row) < 6 || n < errorHeadRow {
			continue
		}
		all += row[5] + "\n"
		if h, err := f.GetRowHeight(sheetErrors, n+1); err != nil || h >= tallestRow {
			t.Errorf("row %d is %g high (%v)", n+1, h, err)
		}
	}
	_, listed, _ := strings.Cut(all, labelCells)
	if got := strings.Fields(strings.ReplaceAll(listed, ",", " ")); !slices.Equal(got, note.Cells) {
		t.Errorf("%d of %d cells listed", len(got), len(note.Cells))
	}
}

func TestCellMap(t *testing.T) {
	var m cellMap
	for _, row := range []int32{3, 4, 5, 9} {
		m.add(gridCell{2, row})
	}
	for row := range int32(12) {
		if got, want := m.has(gridCell{2, row}), row >= 3 && row <= 5 || row == 9; got != want {
			t.Errorf("row %d: %v", row, got)
		}
	}
	if m.has(gridCell{3, 4}) || cellMap(nil).has(gridCell{1, 1}) {
		t.Error("a cell nobody added")
	}
}

// A sheet with more remarkable cells than are kept is refused: of the others
// nobody would know that they mean something else.
func TestCrowdedSheetIsRefused(t *testing.T) {
	var b strings.Builder
	b.WriteString(sheetHeadXML)
	for row := 1; row <= maxListed+1; row++ {
		col := []string{"A", "B"}[row%2]
		fmt.Fprintf(&b, `<row r="%d"><c r="%s%d"><f>1</f></c></row>`, row, col, row)
	}
	b.WriteString(`</sheetData></worksheet>`)
	got := scanSheet(tokenizerFor(b.String()), stringTable{}, nil)
	if got.fault != faultCrowded {
		t.Errorf("fault %d", got.fault)
	}
	if p, bad := sheetFault(got, evaluate.Origin{File: "a.xlsx"}); !bad || p.Code != "X136" {
		t.Errorf("told as %q", p.Code)
	}
}
