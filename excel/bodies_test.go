package excel

import (
	"bytes"
	"io"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func sampleBodies() []evaluate.Body {
	founded := evaluate.Date{Year: 2025, Month: 7, Day: 1}
	return []evaluate.Body{
		{Kind: evaluate.Unit, Code: "DV-01", Name: "Ủy ban nhân dân xã Mẫu", Org: "XA-MAU"},
		{Kind: evaluate.Unit, Code: "DV-02", Name: "Phòng Kinh tế Mẫu", Org: "CB-03", Superior: "DV-01", Founded: founded,
			Predecessors: []string{"Phòng Mẫu A", "Phòng Mẫu B"}},
		{Kind: evaluate.Collective, Code: "TT-01", Name: "Ban Thường vụ Đảng ủy xã Mẫu", Org: "XA-MAU", Size: 9},
		{Kind: evaluate.Collective, Code: "TT-02", Name: "Tập thể lãnh đạo Phòng Kinh tế Mẫu", Org: "CB-03", Superior: "DV-02", Size: 3, Founded: founded},
	}
}

// bodyList writes a list with bodies, changed by edit, to a file.
func bodyList(t testing.TB, edit func(f *excelize.File)) string {
	t.Helper()
	var b bytes.Buffer
	err := WriteOrgList(&b, sampleStamp(OrgListBook), sampleOffice(), sampleTree(t).Orgs, sampleBodies(), OrgTypes())
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	edit(f)
	path := filepath.Join(t.TempDir(), "to-chuc.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func setCell(t testing.TB, f *excelize.File, sheet, cell string, value any) {
	t.Helper()
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
}

// withoutOrigin leaves out what a written list does not know.
func withoutOrigin(bodies []evaluate.Body) []evaluate.Body {
	out := slices.Clone(bodies)
	for i := range out {
		out[i].At, out[i].Columns = evaluate.Origin{}, evaluate.ListColumns{}
	}
	return out
}

func TestListOfBodiesIsReadBack(t *testing.T) {
	written(t, "orglist-bodies", func(w io.Writer) error {
		return WriteOrgList(w, sampleStamp(OrgListBook), sampleOffice(), sampleTree(t).Orgs, sampleBodies(), OrgTypes())
	})
	in, ps := Read(bodyList(t, func(*excelize.File) {}), readSpec(t))
	if in == nil || len(ps) > 0 || len(in.Frames) > 0 {
		explain(t, ps)
		t.Fatal("the list is refused")
	}
	if got := withoutOrigin(in.Bodies); !reflect.DeepEqual(got, sampleBodies()) {
		t.Errorf("read %+v", got)
	}
	for i, want := range []evaluate.Origin{{Sheet: sheetUnitList, Cell: "B9"}, {Sheet: sheetUnitList, Cell: "B10"},
		{Sheet: sheetCollectiveList, Cell: "B9"}, {Sheet: sheetCollectiveList, Cell: "B10"}} {
		want.File = "nhan/mau.xlsx"
		if in.Bodies[i].At != want {
			t.Errorf("body %d comes from %+v, want %+v", i, in.Bodies[i].At, want)
		}
	}
	if c := in.Bodies[3].Columns; c.Code != 2 || c.Size != 6 || c.Founded != 7 || c.Level != 0 {
		t.Errorf("the columns of the collectives are %+v", c)
	}
	if c := in.Bodies[1].Columns; c.Size != 0 || c.Founded != 6 || c.Predecessors != 7 {
		t.Errorf("the columns of the units are %+v", c)
	}
	if len(in.Orgs) != len(sampleTree(t).Orgs) {
		t.Errorf("%d organizations", len(in.Orgs))
	}
}

// Who has none above says so by a word, and the word is written again.
func TestBodiesThatSayTheyHaveNoneAbove(t *testing.T) {
	for _, word := range []string{"không", "Không có", "-"} {
		in, ps := Read(bodyList(t, func(f *excelize.File) {
			setCell(t, f, sheetUnitList, "E9", word)
			setCell(t, f, sheetCollectiveList, "E10", word)
		}), readSpec(t))
		if in == nil || len(ps) > 0 {
			explain(t, ps)
			t.Fatal("the list is refused")
		}
		if _, ps := evaluate.NewTree(in.Orgs, in.Bodies...); len(ps) > 0 {
			explain(t, ps)
		}
		for i, none := range []bool{true, false, false, true} {
			if b := in.Bodies[i]; b.NoSuperior != none || none && b.Superior != "" {
				t.Errorf("%s: body %d is %+v", word, i, b)
			}
		}
		if got := bodyValues(0, in.Bodies[3])[bodySuperiorColumn]; got != text(labelNoSuperior) || !SaysNone(labelNoSuperior) {
			t.Errorf("%s is written again as %v", word, got)
		}
	}
}

func TestListOfBodiesProblems(t *testing.T) {
	remove := func(sheets ...string) func(*excelize.File) {
		return func(f *excelize.File) {
			for _, s := range sheets {
				if err := f.DeleteSheet(s); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	set := func(sheet, cell string, v any) func(*excelize.File) {
		return func(f *excelize.File) { setCell(t, f, sheet, cell, v) }
	}
	for name, tc := range map[string]struct {
		edit  func(*excelize.File)
		codes string
		cell  string
		left  int // bodies
	}{
		"older list":           {remove(sheetUnitList, sheetCollectiveList), "", "", 0},
		"one sheet gone":       {remove(sheetUnitList), "", "", 2},
		"organizations gone":   {remove(sheetOrgList), "X158", "", 4},
		"size left out":        {set(sheetCollectiveList, "F10", nil), "X110", "F10", 4},
		"half a member":        {set(sheetCollectiveList, "F10", 2.5), "X105", "F10", 4},
		"nobody":               {set(sheetCollectiveList, "F10", 0), "X106", "F10", 4},
		"organization missing": {set(sheetUnitList, "D10", nil), "X110", "D10", 4},
		"code missing":         {set(sheetUnitList, "B10", nil), "X110", "B10", 4},
		"no date":              {set(sheetUnitList, "F10", "hôm qua"), "X108", "F10", 4},
		"pasted headings":      {set(sheetUnitList, "D8", "Đơn vị cấp trên (mã)"), "X147", "D8", 4},
	} {
		t.Run(name, func(t *testing.T) {
			in, ps := Read(bodyList(t, tc.edit), readSpec(t))
			if in == nil || len(in.Bodies) != tc.left || codesOf(ps) != tc.codes || tc.codes != "" && ps[0].At.Cell != tc.cell {
				explain(t, ps)
				t.Errorf("%s at %q", codesOf(ps), tc.cell)
			}
		})
	}
}

// A list that somebody retyped without our marks is known by its headings, the
// sheets of bodies too.
func TestRetypedListOfBodies(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for sheet, rows := range map[string][][]any{
		"Danh sách": {{"STT", "Mã tổ chức", "Tên tổ chức đảng", "Mã cấp trên", "Loại tổ chức"},
			{1, "XA-MAU", "Đảng bộ xã Mẫu", nil, "Đảng bộ cấp trên"}},
		"Cơ quan":     {{"STT", "Mã", "TÊN", "Thuộc  tổ chức đảng"}, {1, "DV-01", "Phòng Mẫu", "XA-MAU"}},
		"Các tập thể": {{"STT", "Mã", "Tên", "Thuộc tổ chức đảng (mã)", "Số thành viên"}, {1, "TT-01", "Ban Mẫu", "XA-MAU", "3"}},
	} {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := f.SetSheetRow(sheet, cellName(1, i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "to-chuc.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	in, ps := Read(path, readSpec(t))
	want := []evaluate.Body{{Kind: evaluate.Unit, Code: "DV-01", Name: "Phòng Mẫu", Org: "XA-MAU"},
		{Kind: evaluate.Collective, Code: "TT-01", Name: "Ban Mẫu", Org: "XA-MAU", Size: 3}}
	if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error || len(in.Orgs) != 1 {
		explain(t, ps)
		t.Fatal("the list is refused")
	}
	if got := withoutOrigin(in.Bodies); !reflect.DeepEqual(got, want) {
		explain(t, ps)
		t.Errorf("read %+v", got)
	}
}

// Codes of others come from drop-downs that end where their list ends.
func TestBodyCodesAreOffered(t *testing.T) {
	f, err := excelize.OpenFile(bodyList(t, func(*excelize.File) {}))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, want := range map[string]map[string]string{
		sheetUnitList: {"D9:D208": "OFFSET('Danh sách tổ chức'!$B$9,0,0,MAX(1,COUNTA('Danh sách tổ chức'!$B$9:$B$408)),1)",
			"E9:E208": "OFFSET('Cơ quan, đơn vị'!$B$9,0,0,MAX(1,COUNTA('Cơ quan, đơn vị'!$B$9:$B$208)),1)"},
		sheetCollectiveList: {"E9:E208": "OFFSET('Cơ quan, đơn vị'!$B$9,0,0,MAX(1,COUNTA('Cơ quan, đơn vị'!$B$9:$B$208)),1)"},
	} {
		checks, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for at, formula := range want {
			if !slices.ContainsFunc(checks, func(v *excelize.DataValidation) bool { return v.Sqref == at && v.Formula1 == formula }) {
				t.Errorf("%s %s does not offer %s", sheet, at, formula)
			}
		}
	}
}
