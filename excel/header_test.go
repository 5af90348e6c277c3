package excel

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// foreign is a workbook somebody made by hand: rows as given, ranges merged.
func foreign(t testing.TB, rows [][]any, merges ...string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	e := &editor{t, f}
	for i, r := range rows {
		e.must(f.SetSheetRow("Sheet1", cellName(1, i+1), &r))
	}
	for i := 0; i+1 < len(merges); i += 2 {
		e.must(f.MergeCell("Sheet1", merges[i], merges[i+1]))
	}
	path := filepath.Join(t.TempDir(), "la.xlsx")
	e.must(f.SaveAs(path))
	return path
}

func memberRow(t testing.TB, in *Intake, row int, ids ...evaluate.FactID) []string {
	t.Helper()
	f := in.Frames[evaluate.Member]
	if f == nil || row >= f.Len() {
		t.Fatalf("no member row %d", row)
	}
	var out []string
	for _, id := range ids {
		i, _ := f.Schema.Index(id)
		out = append(out, f.Data(i, f.Value(row, i)))
	}
	return out
}

func TestForeignHeadings(t *testing.T) {
	ids := []evaluate.FactID{"full_name", "branch_code", "category", "birth_date", "tasks_assigned", "tasks_done", "score_1"}
	want := []string{"Người Mẫu 1", "CB-07", "retired", "1960-09-05", "20", "18", "9.5"}
	row := []any{1, "Người Mẫu 1", "CB-07", "Hưu trí", "05/09/1960", 20, 18, 9.5, "03/02/1985"}
	for name, path := range map[string]string{
		"one row, titles above": foreign(t, [][]any{{"ĐẢNG BỘ XÃ MẪU"}, {}, {"DANH SÁCH ĐẢNG VIÊN NĂM 2025"}, {},
			{"STT", "HỌ VÀ TÊN", "Mã  chi bộ", "Đối tượng:", "Ngày sinh (dd/mm/yyyy)", "Nhiệm vụ trong năm: Được giao", "Nhiệm vụ trong năm (số lượng) - Hoàn thành", "I.1", "Ngày vào Đảng"},
			row}),
		"two rows, numbered": foreign(t, [][]any{{"DANH SÁCH"},
			{"TT", "Họ tên", "Mã chi bộ", "Đối tượng", "Ngày sinh", "Nhiệm vụ trong năm", "", "I. Tiêu chí chung", "Ngày vào Đảng"},
			{"", "", "", "", "", "Được giao", "Hoàn thành", "I.1", ""},
			{"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"}, row},
			"A2", "A3", "B2", "B3", "C2", "C3", "D2", "D3", "E2", "E3", "F2", "G2", "I2", "I3"),
		"decomposed": foreign(t, [][]any{
			{"STT", "Ho\u0323 va\u0300 te\u0302n", "Ma\u0303 chi bo\u0323\u0302", "Đô\u0301i tươ\u0323ng", "Nga\u0300y\u00a0sinh", "Nhiệm vụ trong năm (số lượng) Được giao", "Nhiệm vụ trong năm (số lượng) Hoàn thành", "I.1", "Ngày vào Đảng"}, row}),
	} {
		in, ps := Read(path, readSpec(t))
		worst, _ := evaluate.Worst(ps)
		if in == nil || worst == evaluate.Error || in.Stamp.Kind != BranchBook || in.Stamp.Org != "CB-07" {
			explain(t, ps)
			t.Errorf("%s: refused", name)
			continue
		}
		if got := memberRow(t, in, 0, ids...); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
		if n := in.Frames[evaluate.Member].Len(); n != 1 {
			t.Errorf("%s: %d rows", name, n)
		}
	}
}

// The group over a column decides between equal headings, and a wrong group is
// no match.
func TestGroupDecides(t *testing.T) {
	head := func(group string) string {
		return foreign(t, [][]any{
			{"Họ và tên", "Mã chi bộ", "Đối tượng", "Ngày vào Đảng", group, ""},
			{"", "", "", "", "Được giao", "Hoàn thành"},
			{"Người Mẫu 1", "CB-07", "Hưu trí", "03/02/1985", 20, 18}},
			"E1", "F1", "A1", "A2")
	}
	in, ps := Read(head("Nhiệm vụ của đơn vị"), readSpec(t))
	if got := memberRow(t, in, 0, "tasks_assigned", "tasks_done"); got[0] != "" || got[1] != "" {
		t.Errorf("another group's numbers were taken: %q (%s)", got, codesOf(ps))
	}
	in, _ = Read(head("NHIỆM VỤ TRONG NĂM"), readSpec(t))
	if got := memberRow(t, in, 0, "tasks_assigned", "tasks_done"); got[0] != "20" || got[1] != "18" {
		t.Errorf("read %q", got)
	}
}

func TestMovedColumnsAndLostStamps(t *testing.T) {
	spec := readSpec(t)
	want, _ := Read(fillTemplate(t, BranchBook, 5), spec)
	for name, edit := range map[string]func(e *editor){
		"column inserted": func(e *editor) { e.must(e.InsertCols(sheetMembers, "D", 2)) },
		"title rows gone": func(e *editor) { e.must(e.RemoveRow(sheetMembers, 1)); e.must(e.RemoveRow(sheetMembers, 1)) },
		"stamp row gone":  func(e *editor) { e.must(e.RemoveRow(sheetMembers, stampRow)) },
		"stamp sheet gone": func(e *editor) {
			e.must(e.DeleteSheet(sheetStamp))
		},
		"properties gone": func(e *editor) {
			props, _ := e.GetCustomProps()
			for _, p := range props {
				e.must(e.SetCustomProps(excelize.CustomProperty{Name: p.Name}))
			}
		},
		"headings gone": func(e *editor) {
			e.must(e.RemoveRow(sheetMembers, headingRow))
			e.must(e.RemoveRow(sheetMembers, groupRow))
		},
		"sheet renamed": func(e *editor) { e.must(e.SetSheetName(sheetMembers, "Trang 7")) },
		"rows hidden":   func(e *editor) { e.must(e.SetRowVisible(sheetMembers, dataRow+1, false)) },
		"blank rows":    func(e *editor) { e.must(e.InsertRows(sheetMembers, dataRow+1, 3)) },
	} {
		in, ps := Read(filled(t, edit), spec)
		if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error || in.Digest != want.Digest || in.Stamp.Org != "CB-01" {
			explain(t, ps)
			t.Errorf("%s: not the same contents", name)
		}
	}
}

// A copy of a column, without its stamp, is known for what it repeats.
func TestColumnRepeatedWithoutStamp(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		e.must(e.SetCellStr(sheetMembers, "AL8", "Ngày sinh"))
		e.must(e.SetCellStr(sheetMembers, "AL9", "01/02/1960"))
	}), readSpec(t))
	i := slices.IndexFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X142" })
	if i < 0 || ps[i].At.Cell != "AL8" || len(ps[i].Related) != 1 {
		explain(t, ps)
		t.Error("the copy is not named")
	}
}

func TestSuggestionIsNotTaken(t *testing.T) {
	in, ps := Read(filled(t, func(e *editor) { renamed(e, "category", "Đối tượg") }), readSpec(t))
	if got := memberRow(t, in, 0, "category"); got[0] != "" {
		t.Errorf("a near heading was taken: %q", got)
	}
	i := slices.IndexFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X141" })
	if i < 0 || !bytes.Contains([]byte(ps[i].Hint), []byte("Đối tượg")) {
		explain(t, ps)
		t.Error("no suggestion")
	}
}

func TestReadRoster(t *testing.T) {
	in, ps := Read(writeRoster(t, "Đang hoạt động", "Miễn sinh hoạt", "Đã chuyển sinh hoạt"), readSpec(t))
	if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error || in.Stamp.Kind != RosterBook {
		explain(t, ps)
		t.Fatal("the roster is refused")
	}
	ids := []evaluate.FactID{"full_name", "identity_number", "card_number", "birth_date", "branch_code", "admitted_on", "activity_status"}
	if n := in.Frames[evaluate.Member].Len(); n != 2 {
		t.Fatalf("%d members", n)
	}
	if got, want := memberRow(t, in, 1, ids...), []string{"Người Mẫu 2", "001095001001", "27066421", "1960-09-05", "Chi bộ Mẫu 3", "1985-02-03", "exempt"}; !slices.Equal(got, want) {
		t.Errorf("read %q", got)
	}
}

// The hidden sheets of an export hold the lists that its cells choose from; those of
// another workbook are told, as a shown one is.
func TestHiddenListsOfARoster(t *testing.T) {
	lists := func(e *editor) {
		_, err := e.NewSheet("DANTOC")
		e.must(err)
		e.must(e.SetCellStr("DANTOC", "A1", "Kinh"))
		e.must(e.SetSheetVisible("DANTOC", false))
	}
	_, ps := Read(edited(t, writeRoster(t, "Đang hoạt động"), lists), readSpec(t))
	if strings.Contains(codesOf(ps), "X146") {
		t.Errorf("told %s", codesOf(ps))
	}
	_, ps = Read(filled(t, lists), readSpec(t))
	if p := find(t, ps, "X146"); p.At.Sheet != "DANTOC" {
		t.Errorf("told as %+v", p)
	}
}

func TestReadOrgList(t *testing.T) {
	var b bytes.Buffer
	if err := writeSampleOrgs(t, &b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "to-chuc.xlsx")
	save(t, path, b.Bytes())
	in, ps := Read(path, readSpec(t))
	if in == nil || len(ps) > 0 {
		explain(t, ps)
		t.Fatal("the list is refused")
	}
	want := sampleTree(t).Orgs
	if len(in.Orgs) != len(want) || len(in.Frames) != 0 {
		t.Fatalf("%d organizations", len(in.Orgs))
	}
	for i, o := range in.Orgs {
		w := want[i]
		if o.Code != w.Code || o.Name != w.Name || o.Parent != w.Parent || o.Level != w.Level || o.Type != w.Type {
			t.Errorf("read %+v, want %+v", o, w)
		}
	}
	if o := in.Orgs[3]; o.Founded.String() != "2025-03-01" || !slices.Equal(o.Predecessors, []string{"CB-98", "CB-99"}) || o.At.Cell != "B12" {
		t.Errorf("read %+v", o)
	}
}

func TestOfficeWorkbookNamesBranches(t *testing.T) {
	path := fillTemplate(t, OfficeBook, 3)
	in, ps := Read(path, readSpec(t))
	if in == nil || len(ps) > 0 || in.Frames[evaluate.Member].Len() != 3 {
		explain(t, ps)
		t.Fatal("refused")
	}
	blank := edited(t, path, func(e *editor) { e.set("branch_code", 1, "") })
	if _, ps = Read(blank, readSpec(t)); codesOf(ps) != "X110" {
		t.Errorf("a row without a branch: %s", codesOf(ps))
	}
}

func TestIsLockFile(t *testing.T) {
	if !IsLockFile("a/~$b.xlsx") || IsLockFile("a/b.xlsx") || IsLockFile("~$/b.xlsx") {
		t.Error("lock files")
	}
}
