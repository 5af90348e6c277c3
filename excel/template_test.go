package excel

import (
	"bytes"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// sampleTemplate is a branch workbook with 12 known members, one of them with a
// name that looks like a formula.
func sampleTemplate(t testing.TB) TemplateSpec {
	v, tree := sampleVocabulary(t), sampleTree(t)
	s, o := v.Schema(evaluate.Member), v.Schema(evaluate.Organization)
	pop := samplePeople(t, v, tree, 12)
	setText(pop.Frame, 2, "full_name", "=Người Mẫu")
	orgs := evaluate.NewFrame(o)
	orgs.Append(evaluate.Place{})
	setText(orgs, 0, "org_code", "CB-01")
	setText(orgs, 0, "org_name", "Chi bộ thôn Mẫu 1")
	supplied := func(s *evaluate.Schema) []int {
		var out []int
		for i, f := range s.Facts {
			if f.Supplier == evaluate.SupplyBranch || f.Supplier == evaluate.SupplyTree {
				out = append(out, i)
			}
		}
		return out
	}
	points := func(s *evaluate.Schema) (total []int, maxima map[int]evaluate.Num) {
		maxima = map[int]evaluate.Num{}
		for i, f := range s.Facts {
			if f.Unit == "points" {
				total = append(total, i)
				maxima[i] = evaluate.Int(15)
			}
		}
		return total, maxima
	}
	mt, mm := points(s)
	ot, om := points(o)
	code, _ := s.Index("branch_code")
	return TemplateSpec{Stamp: sampleStamp(BranchBook), Office: sampleOffice(), OrgName: "Chi bộ thôn Mẫu 1", Superior: "Đảng bộ thôn Mẫu",
		Sheets: []TemplateSheet{
			{Title: "Đảng viên", Heading: "DANH SÁCH ĐẢNG VIÊN", Schema: s, Facts: supplied(s), Prefill: pop.Frame, Rows: 30, Locked: []int{code}, Maxima: mm, Total: mt},
			{Title: "Tổ chức", Heading: "THÔNG TIN VỀ CHI BỘ", Schema: o, Facts: supplied(o), Prefill: orgs, Rows: 1, Locked: []int{0, 1}, Maxima: om, Total: ot},
		},
		Guide: []GuideSection{{Heading: "1. Đảng viên", Lines: []string{"Mỗi đảng viên một dòng.", "Ngày vào Đảng là ngày kết nạp."}}}}
}

func openTemplate(t *testing.T) *excelize.File {
	t.Helper()
	spec := sampleTemplate(t)
	path, _ := written(t, "template", func(w io.Writer) error { return WriteTemplate(w, spec) })
	golden(t, "template", path)
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func get(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTemplateStampStandsThreeTimes(t *testing.T) {
	f := openTemplate(t)
	props, err := f.GetCustomProps()
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]any{}
	for _, p := range props {
		byName[p.Name] = p.Value
	}
	rows, err := f.GetRows("_xeploai")
	if err != nil {
		t.Fatal(err)
	}
	rows = slices.DeleteFunc(rows, func(row []string) bool { return strings.HasPrefix(row[0], pageStamp) }) // of pages, not of the workbook
	if len(rows) != 9 || len(props) != 9 {
		t.Fatalf("%d rows, %d properties, want 9 of each", len(rows), len(props))
	}
	for _, sheet := range []string{"Đảng viên", "Tổ chức"} {
		kind, line, _ := strings.Cut(get(t, f, sheet, "A6"), "?")
		values, err := url.ParseQuery(line)
		if err != nil || len(values) != 9 || !strings.HasPrefix(kind, "#kind:") {
			t.Errorf("%s: stamp row begins with %q: %v", sheet, kind, err)
		}
		for _, row := range rows {
			if values.Get(row[0]) != row[1] {
				t.Errorf("%s: %s is %q in the stamp row", sheet, row[0], values.Get(row[0]))
			}
		}
	}
	for _, row := range rows {
		if byName["xeploai."+row[0]] != row[1] {
			t.Errorf("%s: sheet has %q, properties have %v", row[0], row[1], byName["xeploai."+row[0]])
		}
	}
	if byName["xeploai.rules.member"] != "mau-member@1" || byName["xeploai.version"] != itoa(TemplateVersion) {
		t.Errorf("wrong stamp %v", byName)
	}
	if shown, _ := f.GetSheetVisible("_xeploai"); shown {
		t.Error("the stamp sheet is visible")
	}
}

func TestTemplateLayout(t *testing.T) {
	f := openTemplate(t)
	const sheet = "Đảng viên"
	if got := get(t, f, sheet, "B6"); got != "#full_name" {
		t.Errorf("stamp row holds %q", got)
	}
	if shown, _ := f.GetRowVisible(sheet, 6); shown {
		t.Error("the stamp row is visible")
	}
	if got := get(t, f, sheet, "B8"); got != "Họ và tên *" {
		t.Errorf("heading %q", got)
	}
	if got := get(t, f, sheet, "C9"); got != "001085000001" {
		t.Errorf("identity number became %q", got)
	}
	if got, _ := f.GetCellFormula(sheet, "B11"); got != "" || get(t, f, sheet, "B11") != "=Người Mẫu" {
		t.Error("text that starts with = did not stay text")
	}
	panes, err := f.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 8 || panes.XSplit != 2 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	found := false
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.Scope == sheet {
			found = n.RefersTo == "'Đảng viên'!$A:$B,'Đảng viên'!$7:$8"
		}
	}
	if !found {
		t.Error("headings are not repeated on every page")
	}
}

func TestTemplateFormulasHoldTheirValue(t *testing.T) {
	f := openTemplate(t)
	const sheet = "Đảng viên"
	formula, _ := f.GetCellFormula(sheet, "L9")
	if formula != `IF(COUNTA(I9,J9,K9)>COUNT(I9,J9,K9),"có chữ",IF(COUNT(I9,J9,K9)=0,"",SUM(I9,J9,K9)))` {
		t.Fatalf("total is %q", formula)
	}
	if got := get(t, f, sheet, "L9"); got != "50.75" {
		t.Errorf("stored total %q, want 50.75", got)
	}
	calculated, err := f.CalcCellValue(sheet, "L9")
	if err != nil || calculated != "50.75" {
		t.Errorf("calculated total %q, %v", calculated, err)
	}
	if err := f.SetCellStr(sheet, "I9", "8,5"); err != nil {
		t.Fatal(err)
	}
	if got, err := f.CalcCellValue(sheet, "L9"); err != nil || got != labelTextAmong {
		t.Errorf("with points written as text the total is %q, %v", got, err)
	}
}

// The counters show the same in a program that computes them as in one that
// only shows what was stored, on the sheet and on the cover.
func TestTemplateCountsWhatIsMissing(t *testing.T) {
	f := openTemplate(t)
	for _, at := range [][2]string{{"Đảng viên", "A5"}, {"Tổ chức", "A5"}, {"Bìa", "C11"}, {"Bìa", "C12"}} {
		stored := get(t, f, at[0], at[1])
		computed, err := f.CalcCellValue(at[0], at[1])
		if err != nil || computed != stored {
			t.Errorf("%s!%s stores %q and computes %q, %v", at[0], at[1], stored, computed, err)
		}
	}
	if got := get(t, f, "Bìa", "C11"); got != "Đã điền đủ 12/12 dòng, còn 0 ô bắt buộc." {
		t.Errorf("the cover says %q", got)
	}
	e := &editor{t, f}
	e.must(f.SetCellValue("Đảng viên", "F9", nil))
	e.must(f.SetCellStr("Đảng viên", "B21", "Người Mẫu Mới"))
	if got, err := f.CalcCellValue("Bìa", "C11"); err != nil || got != "Đã điền đủ 11/13 dòng, còn 3 ô bắt buộc." {
		t.Errorf("after changes the cover says %q, %v", got, err)
	}
}

// What may stay blank in a report but leaves everybody without a grade is told
// from what must be filled in: by its colour, in the counters, when the cell is
// entered.
func TestTemplateCountsWhatGradesNeed(t *testing.T) {
	spec := sampleTemplate(t)
	members := &spec.Sheets[0]
	months, _ := members.Schema.Index("sick_leave_months")
	named, _ := members.Schema.Index("full_name")
	members.Wanted = []int{months, named}
	for r := range members.Prefill.Len() {
		members.Prefill.Set(r, months, evaluate.Value{})
	}
	setNum(t, members.Prefill, 1, "sick_leave_months", "0")
	path, _ := written(t, "wanted", func(w io.Writer) error { return WriteTemplate(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const want = "Đã điền đủ 12/12 dòng, còn 0 ô bắt buộc. Còn 11 ô cần điền để xếp loại được."
	for _, at := range [][2]string{{"Đảng viên", "A5"}, {"Bìa", "C11"}} {
		stored := get(t, f, at[0], at[1])
		computed, err := f.CalcCellValue(at[0], at[1])
		if err != nil || computed != stored || !strings.HasPrefix(stored, want) {
			t.Errorf("%s!%s stores %q and computes %q, %v", at[0], at[1], stored, computed, err)
		}
	}
	if got := get(t, f, "Đảng viên", "A5"); !strings.Contains(got, labelWantedLegend) {
		t.Errorf("the violet cells are not explained: %q", got)
	}
	if got := get(t, f, "Tổ chức", "A5"); strings.Contains(got, labelWantedLegend) {
		t.Errorf("a sheet without violet cells explains them: %q", got)
	}
	const at = "H9"
	id, _ := f.GetCellStyle("Đảng viên", at)
	style, err := f.GetStyle(id)
	if err != nil || len(style.Fill.Color) != 1 || strings.TrimPrefix(style.Fill.Color[0], "FF") != wantedFill {
		t.Errorf("%s is filled %+v, %v", at, style.Fill, err)
	}
	rules, _ := f.GetConditionalFormats("Đảng viên")
	if r := rules["H9:H21"]; len(r) == 0 || r[0].Criteria != `AND($B9<>"",H9="")` {
		t.Errorf("nothing colours what is missing: %+v", rules)
	}
	checks, _ := f.GetDataValidations("Đảng viên")
	for _, c := range checks {
		if c.Sqref == "H9:H21" && (c.Prompt == nil || !strings.HasPrefix(*c.Prompt, "Cần để xếp loại: ")) {
			t.Errorf("entering the cell says %v", c.Prompt)
		}
	}
}

func TestTemplateColoursAreFew(t *testing.T) {
	f := openTemplate(t)
	rules, err := f.GetConditionalFormats("Đảng viên")
	if err != nil || len(rules) == 0 || len(rules) > 12 {
		t.Fatalf("%d rules, %v", len(rules), err)
	}
	missing := false
	for span, r := range rules {
		if strings.HasPrefix(span, "F9:F") && r[0].Criteria == `AND($B9<>"",F9="")` {
			missing = true
		}
	}
	if !missing {
		t.Errorf("nothing colours what is missing: %+v", rules)
	}
	texts := 0
	for span, r := range rules {
		for i := range r {
			if cell, found := strings.CutPrefix(r[i].Criteria, "ISTEXT("); found {
				texts++
				if !strings.HasPrefix(span, strings.TrimSuffix(cell, ")")+":") || !strings.Contains(span, "I9:") {
					t.Errorf("%s looks at %s", span, cell)
				}
			}
		}
	}
	if texts != 1 {
		t.Errorf("%d rules colour numbers written as text", texts)
	}
}

func TestTemplateLeadsThroughItsSheets(t *testing.T) {
	f := openTemplate(t)
	for _, c := range [][3]string{{"Bìa", "B11", "'Đảng viên'!A1"}, {"Bìa", "B13", "'Hướng dẫn'!A1"}, {"Đảng viên", "A1", "'Bìa'!A1"},
		{"Đảng viên", "C1", "'Tổ chức'!A1"}, {"Tổ chức", "A1", "'Đảng viên'!A1"}, {"Hướng dẫn", "A1", "'Tổ chức'!A1"}} {
		if ok, to, err := f.GetCellHyperLink(c[0], c[1]); !ok || to != c[2] || err != nil {
			t.Errorf("%s!%s leads to %q, %v, %v", c[0], c[1], to, ok, err)
		}
	}
}

func TestTemplateChecksWhileTyping(t *testing.T) {
	f := openTemplate(t)
	const sheet = "Đảng viên"
	checks, err := f.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	type check struct{ kind, f1, f2 string }
	got := map[string]check{}
	for _, c := range checks {
		if _, twice := got[c.Sqref]; twice {
			t.Errorf("two validations on %s", c.Sqref)
		}
		got[c.Sqref] = check{c.Type, c.Formula1, c.Formula2}
		if c.Prompt == nil || *c.Prompt == "" {
			t.Errorf("%s says nothing when it is entered", c.Sqref)
		}
		if c.Type == "list" && !strings.HasPrefix(c.Formula1, "'Danh mục'!$") {
			t.Errorf("inline list on %s: %s", c.Sqref, c.Formula1)
		}
	}
	for sqref, want := range map[string]check{
		"C9:C22": {"textLength", "9", "12"},
		"D9:D22": {"date", "61", "73415"},
		"F9:F22": {"list", "'Danh mục'!$A$2:$A$4", ""},
		"H9:H22": {"decimal", "0", "12"},
		"I9:I22": {"decimal", "0", "15"},
		"M9:M22": {"whole", "0", "9999"},
	} {
		if got[sqref] != want {
			t.Errorf("%s: %+v, want %+v", sqref, got[sqref], want)
		}
	}
	if get(t, f, "Danh mục", "A4") != "Học sinh, sinh viên" {
		t.Error("a comma split an item of a list")
	}
}

func TestTemplateProtection(t *testing.T) {
	f := openTemplate(t)
	for _, sheet := range []string{"Bìa", "Đảng viên", "Tổ chức", "Hướng dẫn", "Danh mục"} {
		p, err := f.GetSheetProtection(sheet)
		if err != nil || !p.SelectLockedCells {
			t.Errorf("%s is not protected: %+v %v", sheet, p, err)
		}
		if p.Password != "" {
			t.Errorf("%s has a password", sheet)
		}
		if p.Sort || !p.AutoFilter {
			t.Errorf("%s: sorting %v, filters %v; beside locked cells only part of a row would move", sheet, p.Sort, p.AutoFilter)
		}
	}
	for cell, locked := range map[string]bool{"A9": true, "B9": false, "B21": false, "E9": true, "I9": false, "L9": true, "B8": true} {
		id, err := f.GetCellStyle("Đảng viên", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Protection.Locked != locked {
			t.Errorf("%s locked = %v, want %v", cell, style.Protection.Locked, locked)
		}
		if style.Font.Family != fontName {
			t.Errorf("%s is set in %s", cell, style.Font.Family)
		}
	}
}

func TestEqualInputEqualBytes(t *testing.T) {
	for name, write := range map[string]func(io.Writer) error{
		"template": func(w io.Writer) error { return WriteTemplate(w, sampleTemplate(t)) },
		"result":   func(w io.Writer) error { return WriteResult(w, sampleResult(t, 20)) },
		"summary":  func(w io.Writer) error { return WriteSummary(w, sampleSummary(t, 20, 5)) },
		"orglist":  func(w io.Writer) error { return writeSampleOrgs(t, w) },
	} {
		var first bytes.Buffer
		if err := write(&first); err != nil {
			t.Fatal(err)
		}
		for range 5 {
			var again bytes.Buffer
			if err := write(&again); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first.Bytes(), again.Bytes()) {
				t.Fatalf("%s: equal input gave other bytes", name)
			}
		}
	}
}
