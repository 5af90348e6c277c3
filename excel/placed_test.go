package excel

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// plainBook writes rows as a list that somebody keeps, from A1 on, with joined areas.
func plainBook(t testing.TB, sheet string, rows [][]any, joined ...string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, cellName(1, i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, area := range joined {
		from, to, _ := strings.Cut(area, ":")
		if err := f.MergeCell(sheet, from, to); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// A plain list may say of which branch people are once for several of them.
func TestPlainListsThatNameBranchesOnce(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	spec.Places = func(text string) []string {
		return map[string][]string{"chi bộ thôn mẫu 13": {"CS-13"}, "chi bộ thôn mẫu 14": {"CS-14"}, "đảng bộ mẫu": {"DB"},
			"chi bộ xóm 1": {"A1", "B1"}, "chi bộ xóm 1 đảng bộ mẫu": {"A1"}}[fold(text)]
	}
	head := []any{"TT", "Họ và tên", "Ngày sinh", "Mã chi bộ", "Ngày vào Đảng"}
	bare := []any{"STT", "Họ và tên", "Ngày sinh"}
	who := func(n any, name string, more ...any) []any { return append([]any{n, name, "01/02/1950"}, more...) }
	for name, c := range map[string]struct {
		sheet  string
		rows   [][]any
		joined []string
		want   string // branches of the rows
		notes  int    // X187
	}{
		"joined cells": {"Sheet", [][]any{head, who(1, "Người Mẫu An", "Chi bộ thôn Mẫu 13"), who(2, "Người Mẫu Bình"), who(3, "Người Mẫu Chi"),
			who(4, "Người Mẫu Dũng", "Chi bộ thôn Mẫu 14")}, []string{"D2:D4"}, "Chi bộ thôn Mẫu 13|Chi bộ thôn Mẫu 13|Chi bộ thôn Mẫu 13|Chi bộ thôn Mẫu 14", 1},
		"groups": {"Sheet", [][]any{head, {"I", "Chi bộ thôn Mẫu 13"}, who(1, "Người Mẫu An"), who(2, "Người Mẫu Bình"),
			{"II", "Chi bộ thôn Mẫu 14 (01 đảng viên)"}, who(1, "Người Mẫu Chi")}, nil, "CS-13|CS-13|CS-14", 1},
		"groups without a column": {"Sheet", [][]any{bare, {"I. CHI BỘ THÔN MẪU 13"}, who(1, "Người Mẫu An"), {"II. Chi bộ thôn Mẫu 14:"}, who(1, "Người Mẫu Chi")},
			[]string{"A2:C2", "A4:C4"}, "CS-13|CS-14", 1},
		"groups below committees":             {"Sheet", [][]any{head, {"A", "Đảng bộ Mẫu"}, {"I", "Chi bộ xóm 1"}, who(1, "Người Mẫu An")}, nil, "A1", 1},
		"a title":                             {"Sheet", [][]any{{"CHI BỘ THÔN MẪU 13"}, {"DANH SÁCH ĐẢNG VIÊN"}, bare, who(1, "Người Mẫu An"), who(2, "Người Mẫu Bình")}, nil, "CS-13|CS-13", 1},
		"a title with more":                   {"Sheet", [][]any{{"DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN MẪU 14 NĂM 2025"}, bare, who(1, "Người Mẫu An")}, nil, "CS-14", 1},
		"a title of two":                      {"Sheet", [][]any{{"ĐẢNG BỘ MẪU"}, {"Chi bộ xóm 1"}, bare, who(1, "Người Mẫu An")}, nil, "A1", 1},
		"the sheet's name":                    {"Chi bộ thôn Mẫu 14", [][]any{{"DANH SÁCH"}, bare, who(1, "Người Mẫu An")}, nil, "CS-14", 1},
		"no title of anybody":                 {"Sheet", [][]any{{"CHI BỘ THÔN KHÁC"}, bare, who(1, "Người Mẫu An")}, nil, "X150", 0},
		"two titles":                          {"Sheet", [][]any{{"CHI BỘ THÔN MẪU 13"}, {"CHI BỘ THÔN MẪU 14"}, bare, who(1, "Người Mẫu An")}, nil, "X150", 0},
		"an unclear title":                    {"Sheet", [][]any{{"Chi bộ xóm 1"}, bare, who(1, "Người Mẫu An")}, nil, "X150", 0},
		"a row without a name":                {"Sheet", [][]any{head, who(1, "Người Mẫu An", "Chi bộ thôn Mẫu 14"), {2, nil, 18295, "Chi bộ thôn Mẫu 13", 27089}}, nil, "X110", 0},
		"a row without a name or a branch":    {"Sheet", [][]any{head, {"I", "Chi bộ thôn Mẫu 14"}, who(1, "Người Mẫu An"), {2, nil, nil, "Chi bộ thôn Mẫu 13"}}, nil, "X110", 1},
		"short names":                         {"Sheet", [][]any{{"CHI BỘ THÔN MẪU 13"}, bare, who(1, "Y"), who(nil, "Vi"), who(3, "Xi")}, nil, "CS-13|CS-13|CS-13", 1},
		"a title of two branches in one line": {"Sheet", [][]any{{"CHI BỘ THÔN MẪU 13 VÀ CHI BỘ THÔN MẪU 14"}, bare, who(1, "Người Mẫu An")}, nil, "X150", 0},
		"the same with a comma":               {"Sheet", [][]any{{"CHI BỘ THÔN MẪU 13, CHI BỘ THÔN MẪU 14"}, bare, who(1, "Người Mẫu An")}, nil, "X150", 0},
		"a group of nobody": {"Sheet", [][]any{bare, {"I", "Chi bộ thôn Mẫu 13"}, who(1, "Người Mẫu An"), {"II", "Chi bộ thôn khác"}, who(1, "Người Mẫu Chi")},
			nil, "X110", 1},
		"somebody before the first group": {"Sheet", [][]any{bare, who(1, "Người Mẫu Chi"), {"I", "Chi bộ thôn Mẫu 13"}, who(1, "Người Mẫu An")}, nil, "X110", 1},
		"joined over two facts":           {"Sheet", [][]any{head, who(1, "Người Mẫu An", "Chi bộ thôn Mẫu 13"), who(2, "Người Mẫu Bình")}, []string{"D2:E3"}, "X117", 0},
	} {
		t.Run(name, func(t *testing.T) {
			in, ps := Read(plainBook(t, c.sheet, c.rows, c.joined...), spec)
			got, notes := []string(nil), 0
			for _, p := range ps {
				if p.Severity == evaluate.Error {
					got = append(got, string(p.Code))
				}
				if p.Code == "X187" {
					notes++
				}
			}
			if len(got) == 0 {
				got = branchesIn(in)
			}
			if strings.Join(got, "|") != c.want || notes != c.notes {
				explain(t, ps)
				t.Errorf("%q with %d notes", got, notes)
			}
		})
	}
}

// Where no cell is empty that could be filled in, whoever nothing places is told what would
// place him: the heading above that names no branch, or that there is none.
func TestPlainListsThatNameBranchesOnce_hints(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	spec.Places = func(text string) []string {
		return map[string][]string{"chi bộ thôn mẫu 13": {"CS-13"}, "chi bộ xóm 1": {"A1", "B1"}}[fold(text)]
	}
	who := func(name string) []any { return []any{1, name, "01/02/1950"} }
	_, ps := Read(plainBook(t, "Sheet", [][]any{{"STT", "Họ và tên", "Ngày sinh"}, who("Người Mẫu Bé"), {"I", "Chi bộ thôn Mẫu 13"}, who("Người Mẫu An"),
		{"II", "Chi bộ thôn khác"}, who("Người Mẫu Cam"), who("Người Mẫu Dung"), {"III", "Chi bộ xóm 1"}, who("Người Mẫu Em")}), spec)
	var got []string
	for _, p := range ps {
		if p.Severity == evaluate.Error {
			got = append(got, string(p.Code)+" "+p.At.Cell+" "+strings.Join(p.Cells, " ")+": "+p.Message+"; "+p.Hint)
		}
	}
	want := []string{"X110 B2 : phía trên 1 người", "chèn ngay trên", "X110 B5 B5 B8: 2 dòng tiêu đề nhóm", "mã chi bộ"}
	if len(got) != 2 || !strings.HasPrefix(got[0], want[0]) || !strings.Contains(got[0], want[1]) || !strings.HasPrefix(got[1], want[2]) || !strings.Contains(got[1], want[3]) {
		t.Errorf("told %q", got)
	}
}

// Who is gone belongs to the branch that his heading names, like everybody below it, and
// whoever no heading places is asked about like anybody else.
func TestPlainListsThatNameBranchesOnce_gone(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	spec.Places = func(text string) []string {
		return map[string][]string{"chi bộ thôn mẫu 13": {"CS-13"}, "chi bộ thôn mẫu 14": {"CS-14"}}[fold(text)]
	}
	bare, head := []any{"STT", "Họ và tên", "Ngày sinh", "Trạng thái"}, []any{"STT", "Họ và tên", "Ngày sinh", "Trạng thái", "Mã chi bộ"}
	who := func(name, state string, more ...any) []any {
		return append([]any{1, name, "01/02/1950", state}, more...)
	}
	const here, gone = "Đang sinh hoạt", "Đã từ trần"
	for name, c := range map[string]struct {
		rows [][]any
		want string // branches of those who left, with the cell that says so
	}{
		"groups": {[][]any{bare, {"I", "Chi bộ thôn Mẫu 13"}, who("Người Mẫu An", here), who("Người Mẫu Bé", gone), {"II", "Chi bộ thôn Mẫu 14"}, who("Người Mẫu Cam", gone)},
			"CS-13 Sheet!B2|CS-14 Sheet!B5"},
		"a title":               {[][]any{{"CHI BỘ THÔN MẪU 13"}, bare, who("Người Mẫu An", here), who("Người Mẫu Bé", gone)}, "CS-13 !"},
		"before any group":      {[][]any{bare, who("Người Mẫu Bé", gone), {"I", "Chi bộ thôn Mẫu 13"}, who("Người Mẫu An", here)}, "X110 B2"},
		"below nobody's":        {[][]any{bare, {"I", "Chi bộ thôn Mẫu 13"}, who("Người Mẫu An", here), {"II", "Chi bộ thôn khác"}, who("Người Mẫu Bé", gone)}, "X110 B4"},
		"his cell left empty":   {[][]any{head, who("Người Mẫu An", here, "CS-13"), who("Người Mẫu Bé", gone)}, "X110 E3"},
		"his cell says another": {[][]any{head, {"I", "Chi bộ thôn Mẫu 13"}, who("Người Mẫu An", here), who("Người Mẫu Bé", gone, "CS-14")}, "CS-14 Sheet!E4"},
	} {
		t.Run(name, func(t *testing.T) {
			in, ps := Read(plainBook(t, "Sheet", c.rows), spec)
			var got []string
			for _, p := range ps {
				if p.Severity == evaluate.Error {
					got = append(got, string(p.Code)+" "+p.At.Cell)
				}
			}
			if len(got) == 0 {
				code := in.Left.Schema.ByRole(evaluate.RoleBranchCode)
				for row := range in.Left.Len() {
					at := in.Left.Origin(row, code)
					got = append(got, in.Left.Text(row, code)+" "+at.Sheet+"!"+at.Cell)
				}
			}
			if strings.Join(got, "|") != c.want {
				explain(t, ps)
				t.Errorf("%q", got)
			}
		})
	}
}

// A list whose title says no one branch is told what was found there and how to mend it.
func TestTitlesOfSeveralBranches(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	spec.Places = func(text string) []string {
		return map[string][]string{"chi bộ thôn mẫu 13": {"CS-13"}, "chi bộ thôn mẫu 14": {"CS-14"}, "chi bộ xóm 1": {"A1", "B1"}}[fold(text)]
	}
	for name, c := range map[string]struct {
		sheet  string
		titles []string
		at     string // cell
		want   []string
	}{
		"one line":             {"Sheet", []string{"CHI BỘ THÔN MẪU 13 VÀ CHI BỘ THÔN MẪU 14"}, "A1", []string{"2 chi bộ (CS-13, CS-14)", "Mã chi bộ"}},
		"two lines":            {"Sheet", []string{"Chi bộ thôn Mẫu 14", "Chi bộ thôn Mẫu 13"}, "A1", []string{"2 chi bộ (CS-13, CS-14)"}},
		"one is nobody's":      {"Sheet", []string{"Chi bộ thôn Mẫu 14, Chi bộ thôn khác"}, "A1", []string{"chi bộ mà danh sách tổ chức không có", "CS-14"}},
		"the sheet's name too": {"Chi bộ thôn Mẫu 13", []string{"Chi bộ thôn Mẫu 14"}, "A1", []string{"2 chi bộ (CS-13, CS-14)"}},
		"a name of two":        {"Sheet", []string{"DANH SÁCH", "Chi bộ xóm 1"}, "A2", []string{"nhiều tổ chức (A1, B1)", "đảng bộ cấp trên"}},
		"nobody's":             {"Sheet", []string{"Chi bộ thôn khác"}, "A1", []string{"danh sách tổ chức không có"}},
		"no branch at all":     {"Sheet", []string{"DANH SÁCH ĐẢNG VIÊN"}, "", []string{"không có dấu của mẫu"}},
	} {
		t.Run(name, func(t *testing.T) {
			var rows [][]any
			for _, title := range c.titles {
				rows = append(rows, []any{title})
			}
			rows = append(rows, []any{"STT", "Họ và tên", "Ngày sinh"}, []any{1, "Người Mẫu An", "01/02/1950"})
			_, ps := Read(plainBook(t, c.sheet, rows), spec)
			found := slices.DeleteFunc(slices.Clone(ps), func(p evaluate.Problem) bool { return p.Code != "X150" })
			if len(found) != 1 {
				explain(t, ps)
				t.Fatalf("%d times X150", len(found))
			}
			said := found[0].Message + "\n" + found[0].Hint
			for _, want := range c.want {
				if !strings.Contains(said, want) {
					t.Errorf("%q is not in:\n%s", want, said)
				}
			}
			if found[0].At.Cell != c.at {
				t.Errorf("at %q", found[0].At.Cell)
			}
		})
	}
}

// The day of admission stands in many lists under one heading with that of becoming a
// full member.
func TestAdmissionUnderOneHeading(t *testing.T) {
	spec := readSpec(t)
	spec.People = true
	spec.Vocabulary = vocabularyWith(t, spec.Vocabulary, "admitted_on", "Ngày vào Đảng dự bị")
	in, ps := Read(plainBook(t, "Sheet", [][]any{{"STT", "Họ và tên", "Mã chi bộ", "Ngày vào Đảng"}, {nil, nil, nil, "Dự bị", "Chính thức"},
		{1, "Người Mẫu An", "CB-01", "03/02/1975", "03/02/1976"}}, "D1:E1", "A1:A2", "B1:B2", "C1:C2"), spec)
	if worst, _ := evaluate.Worst(ps); worst == evaluate.Error || memberRow(t, in, 0, "admitted_on")[0] != "1975-02-03" {
		explain(t, ps)
		t.Error("not read")
	}
}

// vocabularyWith is a vocabulary in which a fact of members has one more name.
func vocabularyWith(t testing.TB, v *evaluate.Vocabulary, fact evaluate.FactID, alias string) *evaluate.Vocabulary {
	t.Helper()
	var all []evaluate.FactDef
	for _, k := range v.Kinds() {
		for _, f := range v.Schema(k).Facts {
			if k == evaluate.Member && f.ID == fact {
				f.Aliases = append([]string{alias}, f.Aliases...)
			}
			all = append(all, f)
		}
	}
	out, ps := evaluate.NewVocabulary(all, nil)
	noProblems(t, ps)
	return out
}

// Where every row can only be of the one branch that a report is of, its code may be
// joined over all of them.
func TestOwnCodeJoined(t *testing.T) {
	whole, _ := Read(filled(t, nil), readSpec(t))
	in, ps := Read(filled(t, func(e *editor) {
		c := e.column("branch_code")
		e.must(e.MergeCell(sheetMembers, c+"9", c+"13"))
	}), readSpec(t))
	if find(t, ps, "X187"); codesOf(ps) != "X187" || valuesOf(in) != valuesOf(whole) {
		explain(t, ps)
		t.Error("not read as it was")
	}
}

// Whose name is like the word of a total is somebody all the same, if he was born in some
// year; a total counts people in that column.
func TestNamesLikeTotalsInListsOfYears(t *testing.T) {
	spec := listOf13(t)
	in, ps := Read(plainBook(t, "Sheet", [][]any{{"CHI BỘ THÔN MẪU 13"}, {"STT", "Họ và tên", "Năm sinh"}, {1, "Người Mẫu An", 1949}, {2, "Cộng", 1950},
		{3, "Trung Bình", 1951}, {nil, "Cộng", 3}}), spec)
	if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error || in.Frames[evaluate.Member].Len() != 3 {
		explain(t, ps)
		t.Error("not read as three people")
	}
}

// What stands below a list, the day, the titles of who signs, names under or beside
// them, is nobody's row; whoever has a name and anything else of a person's is somebody.
func TestBelowPlainLists(t *testing.T) {
	spec := listOf13(t)
	day := "Xã Mẫu, ngày 05 tháng 12 năm 2025"
	for name, c := range map[string]struct {
		rows [][]any
		n    int // rows of people below the two
	}{
		"a title directly below":             {[][]any{{nil, "BÍ THƯ"}, {nil, "Người Mẫu Khác"}}, 0},
		"another":                            {[][]any{{nil, "T/M CHI BỘ"}, {nil, "Người Mẫu Khác"}}, 0},
		"who made it":                        {[][]any{{nil, "NGƯỜI LẬP"}, {nil, "Người Mẫu Khác"}}, 0},
		"a day among the years":              {[][]any{{}, {nil, nil, day}}, 0},
		"a day among the days":               {[][]any{{}, {nil, nil, nil, day}}, 0},
		"a day among the names":              {[][]any{{}, {nil, day}}, 0},
		"a title among the years":            {[][]any{{}, {nil, nil, "BÍ THƯ"}, {}, {nil, nil, "Trần Mẫu Bé"}}, 0},
		"a day and a title among them":       {[][]any{{}, {nil, nil, day}, {nil, nil, "BÍ THƯ"}, {}, {nil, nil, "Trần Mẫu Bé"}}, 0},
		"a name beside its title":            {[][]any{{}, {nil, "BÍ THƯ"}, {}, {nil, nil, "Trần Mẫu Bé"}}, 0},
		"two titles":                         {[][]any{{}, {nil, "NGƯỜI LẬP BIỂU", "T/M CHI BỘ"}, {}, {nil, "Nguyễn Mẫu An", "Trần Mẫu Bé"}}, 0},
		"two as printed":                     {[][]any{{}, {nil, "NGƯỜI LẬP", "BÍ THƯ"}, {nil, labelSign, labelSign}, {nil, "Nguyễn Mẫu An", "Trần Mẫu Bé"}}, 0},
		"two, one unknown":                   {[][]any{{}, {nil, "NGƯỜI LẬP", "CHỦ TỊCH"}, {}, {nil, "Nguyễn Mẫu An", "Trần Mẫu Bé"}}, 0},
		"two names shifted":                  {[][]any{{}, {nil, "NGƯỜI LẬP", nil, "THỦ TRƯỞNG ĐƠN VỊ"}, {}, {nil, nil, "Nguyễn Mẫu An", "Trần Mẫu Bé"}}, 0},
		"a grade counted":                    {[][]any{{nil, "Hoàn thành tốt nhiệm vụ: 12"}}, 0},
		"a grade counted beside":             {[][]any{{nil, "Hoàn thành tốt nhiệm vụ", 12}}, 0},
		"a grade counted before":             {[][]any{{"Hoàn thành tốt nhiệm vụ:", 12}}, 0},
		"a grade counted among the years":    {[][]any{{nil, nil, "Hoàn thành tốt nhiệm vụ: 12"}}, 0},
		"somebody below":                     {[][]any{{}, {nil, "NGƯỜI LẬP", "BÍ THƯ"}, {3, "Nguyễn Mẫu An", 1960}}, 1},
		"somebody with a day below":          {[][]any{{}, {nil, "NGƯỜI LẬP", "BÍ THƯ"}, {3, "Nguyễn Mẫu An", nil, "03/02/1980"}}, 1},
		"somebody's number":                  {[][]any{{nil, "Hoàn Thành", 1960}}, 1},
		"a name like a grade":                {[][]any{{nil, "HT", 1961}}, 1},
		"somebody admitted on the day below": {[][]any{{nil, "Nguyễn Mẫu An", nil, "ngày 05 tháng 12 năm 1990"}}, 1},
	} {
		rows := [][]any{{"CHI BỘ THÔN MẪU 13"}, {"STT", "Họ và tên", "Năm sinh", "Ngày vào Đảng"},
			{1, "Người Mẫu An", 1949, "03/02/1975"}, {2, "Người Mẫu Bình", 1950, "03/02/1976"}}
		in, ps := Read(plainBook(t, "Sheet", append(rows, c.rows...)), spec)
		worst, _ := evaluate.Worst(ps)
		told := strings.Contains(codesOf(ps), "X167") || strings.Contains(codesOf(ps), "X172")
		if in == nil || worst == evaluate.Error || in.Frames[evaluate.Member].Len() != 2+c.n || c.n == 0 && (!told || strings.Contains(codesOf(ps), "X166")) {
			explain(t, ps)
			t.Errorf("%s: not read", name)
		}
	}
}

// listOf13 is for plain lists with years of birth, of one branch that a title may name.
func listOf13(t testing.TB) ReadSpec {
	spec := readSpec(t)
	askBirthYear(&spec)
	spec.People = true
	spec.Places = func(text string) []string {
		if fold(text) == "chi bộ thôn mẫu 13" {
			return []string{"CS-13"}
		}
		return nil
	}
	return spec
}

// branchesIn are the branches of the rows of members, as they were read.
func branchesIn(in *Intake) (out []string) {
	f := in.Frames[evaluate.Member]
	for row := range f.Len() {
		out = append(out, f.Text(row, f.Schema.ByRole(evaluate.RoleBranchCode)))
	}
	return out
}
