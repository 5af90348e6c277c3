package excel

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// The readers' sample: a vocabulary with every type of fact and template
// workbooks filled in for invented people, which tests then damage.

func readVocabulary(t testing.TB) *evaluate.Vocabulary {
	t.Helper()
	yesNo := []evaluate.Choice{{Code: "yes", Label: "Có", Aliases: []string{"x", "đúng"}}, {Code: "no", Label: "Không", Aliases: []string{"khong"}}}
	grades := []evaluate.Choice{
		{Code: "excellent", Label: "Hoàn thành xuất sắc nhiệm vụ", Aliases: []string{"HTXSNV", "HT"}},
		{Code: "good", Label: "Hoàn thành tốt nhiệm vụ", Aliases: []string{"HTTNV"}},
		{Code: "completed", Label: "Hoàn thành nhiệm vụ", Aliases: []string{"HTNV", "HT"}}}
	tasks := "Nhiệm vụ trong năm (số lượng)"
	facts := []evaluate.FactDef{
		{ID: "full_name", Type: evaluate.TextFact, Role: evaluate.RoleName, Heading: "Họ và tên", Aliases: []string{"Họ tên"}, Identity: true, Required: true},
		{ID: "identity_number", Type: evaluate.TextFact, Role: evaluate.RoleIdentity, Heading: "Số định danh cá nhân", Aliases: []string{"CCCD"}, Identity: true},
		{ID: "card_number", Type: evaluate.TextFact, Role: evaluate.RoleCard, Heading: "Số thẻ Đảng", Identity: true},
		{ID: "birth_date", Type: evaluate.DateFact, Role: evaluate.RoleBirth, Heading: "Ngày sinh", Aliases: []string{"Sinh ngày"}, Identity: true},
		{ID: "branch_code", Type: evaluate.TextFact, Role: evaluate.RoleBranchCode, Heading: "Mã chi bộ", Aliases: []string{"Tổ chức Đảng sinh hoạt"}, Identity: true, Supplier: evaluate.SupplyTree},
		{ID: "category", Type: evaluate.ChoiceFact, Heading: "Đối tượng", Required: true, Choices: []evaluate.Choice{{Code: "official", Label: "Cán bộ"}, {Code: "retired", Label: "Hưu trí", Aliases: []string{"nghỉ hưu"}}}},
		{ID: "admitted_on", Type: evaluate.DateFact, Heading: "Ngày vào Đảng", Required: true},
		{ID: "activity_status", Type: evaluate.ChoiceFact, Heading: "Tình trạng sinh hoạt", Choices: []evaluate.Choice{{Code: "normal", Label: "Sinh hoạt bình thường"}, {Code: "exempt", Label: "Được miễn"}}},
		{ID: "score_1", Type: evaluate.NumberFact, Step: num(t, "0.001"), Min: ptr(evaluate.Int(0)), Max: ptr(evaluate.Int(20)), Unit: "points", Group: "I. Tiêu chí chung (tối đa 30 điểm)", Heading: "I.1"},
		{ID: "score_2", Type: evaluate.NumberFact, Step: num(t, "0.001"), Min: ptr(evaluate.Int(0)), Unit: "points", Group: "I. Tiêu chí chung (tối đa 30 điểm)", Heading: "I.2"},
		{ID: "rate", Type: evaluate.NumberFact, Step: num(t, "0.001"), Unit: unitShare, Heading: "Tỷ lệ đúng hạn"},
		{ID: "tasks_assigned", Type: evaluate.NumberFact, Step: evaluate.Int(1), Min: ptr(evaluate.Int(0)), Group: tasks, Heading: "Được giao"},
		{ID: "tasks_done", Type: evaluate.NumberFact, Step: evaluate.Int(1), Unit: "tasks", Min: ptr(evaluate.Int(0)), Group: tasks, Heading: "Hoàn thành"},
		{ID: "unit_done", Type: evaluate.NumberFact, Step: evaluate.Int(1), Group: "Nhiệm vụ của đơn vị", Heading: "Hoàn thành", Supplier: evaluate.SupplyBase},
		{ID: "reviewed", Type: evaluate.ChoiceFact, Heading: "Đã kiểm điểm", Choices: yesNo},
		{ID: "proposal_self", Type: evaluate.ChoiceFact, Role: evaluate.RoleProposal, Heading: "Cá nhân tự xếp loại", Choices: grades},
		{ID: "remark", Type: evaluate.TextFact, Role: evaluate.RoleRemark, Prose: true, Heading: "Ghi chú"},
		{ID: "months", Type: evaluate.NumberFact, Step: num(t, "0.5"), Min: ptr(evaluate.Int(0)), Max: ptr(evaluate.Int(12)), Unit: "months", Heading: "Số tháng nghỉ", Blank: "0"},
		{ID: "discipline", Type: evaluate.ChoiceFact, Heading: "Kỷ luật trong năm", Choices: yesNo, Supplier: evaluate.SupplyOffice},
	}
	orgs := []evaluate.FactDef{
		{ID: "org_code", Type: evaluate.TextFact, Role: evaluate.RoleBranchCode, Heading: "Mã tổ chức", Identity: true, Supplier: evaluate.SupplyTree},
		{ID: "org_name", Type: evaluate.TextFact, Role: evaluate.RoleName, Heading: "Tên tổ chức đảng", Identity: true, Supplier: evaluate.SupplyTree},
		{ID: "reviewed", Type: evaluate.ChoiceFact, Heading: "Đã kiểm điểm", Required: true, Choices: yesNo},
		{ID: "tasks_assigned", Type: evaluate.NumberFact, Step: evaluate.Int(1), Group: tasks, Heading: "Được giao"},
	}
	for i := range facts {
		facts[i].Kind = evaluate.Member
	}
	for i := range orgs {
		orgs[i].Kind = evaluate.Organization
	}
	all := append(facts, orgs...)
	for i := range all {
		if all[i].Supplier == "" {
			all[i].Supplier = evaluate.SupplyBranch
		}
	}
	v, ps := evaluate.NewVocabulary(all, nil)
	noProblems(t, ps)
	return v
}

func readSpec(t testing.TB) ReadSpec {
	v := readVocabulary(t)
	facts := map[BookKind]map[evaluate.Kind][]int{}
	for book, by := range map[BookKind][]evaluate.Supplier{BranchBook: {evaluate.SupplyBranch}, RosterBook: {evaluate.SupplyBranch},
		BaseBook: {evaluate.SupplyBase}, OfficeBook: {evaluate.SupplyOffice}} {
		facts[book] = map[evaluate.Kind][]int{}
		for _, k := range v.Kinds() {
			for i, f := range v.Schema(k).Facts {
				if f.Identity || slices.Contains(by, f.Supplier) {
					facts[book][k] = append(facts[book][k], i)
				}
			}
		}
	}
	return ReadSpec{Vocabulary: v, Office: "XA-MAU", Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		Facts: facts, Label: "nhan/mau.xlsx", Totals: func(_ BookKind, _ string, k evaluate.Kind) []int {
			if k != evaluate.Member {
				return nil
			}
			score, _ := v.Schema(k).Index("score_1")
			return []int{score, score + 1}
		}}
}

// fillTemplate writes the workbook a branch sends: n people, with a remark on each that
// begins so, and its own sheet.
func fillTemplate(t testing.TB, kind BookKind, n int, remark ...string) string {
	t.Helper()
	spec := readSpec(t)
	s, o := spec.Vocabulary.Schema(evaluate.Member), spec.Vocabulary.Schema(evaluate.Organization)
	f := evaluate.NewFrame(s)
	for i := range n {
		row := f.Append(evaluate.Place{})
		setText(f, row, "full_name", "Người Mẫu "+strconv.Itoa(i+1))
		setText(f, row, "identity_number", "001095"+strconv.Itoa(1000 + i + 1_000_000)[1:])
		setText(f, row, "card_number", "27.06642"+strconv.Itoa(i))
		setDate(f, row, "birth_date", 1960+i%40, 1+i%12, 1+i%28)
		setText(f, row, "branch_code", "CB-01")
		setCode(f, row, "category", i%2)
		setDate(f, row, "admitted_on", 1990, 3, 1+i%28)
		setNum(t, f, row, "score_1", "9.5")
		setNum(t, f, row, "score_2", strconv.Itoa(5+i%5))
		setNum(t, f, row, "tasks_assigned", "20")
		setNum(t, f, row, "tasks_done", "18")
		setCode(f, row, "reviewed", 0)
		setCode(f, row, "proposal_self", 1)
		for _, r := range remark {
			setText(f, row, "remark", r+strconv.Itoa(i))
		}
	}
	orgs := evaluate.NewFrame(o)
	orgs.Append(evaluate.Place{})
	setText(orgs, 0, "org_code", "CB-01")
	setText(orgs, 0, "org_name", "Chi bộ Mẫu 1")
	setCode(orgs, 0, "reviewed", 0)
	code := s.ByRole(evaluate.RoleBranchCode)
	score, _ := s.Index("score_1")
	template := TemplateSpec{Stamp: sampleStamp(kind), Office: sampleOffice(), OrgName: "Chi bộ Mẫu 1", Sheets: []TemplateSheet{
		{Title: sheetMembers, Heading: "DANH SÁCH", Schema: s, Facts: spec.Facts[kind][evaluate.Member], Prefill: f, Rows: n + 3, Locked: []int{code}, Total: []int{score, score + 1}},
		{Title: sheetOrgs, Heading: "CHI BỘ", Schema: o, Facts: spec.Facts[kind][evaluate.Organization], Prefill: orgs, Rows: 1, Locked: []int{0, 1}}}}
	path := filepath.Join(t.TempDir(), "mau.xlsx")
	var b bytes.Buffer
	if err := WriteTemplate(&b, template); err != nil {
		t.Fatal(err)
	}
	save(t, path, b.Bytes())
	return path
}

func save(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// filled is a good branch workbook that edit changes the way a person would.
func filled(t testing.TB, edit func(e *editor)) string {
	t.Helper()
	path := fillTemplate(t, BranchBook, 5)
	return edited(t, path, edit)
}

func edited(t testing.TB, path string, edit func(e *editor)) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if edit != nil {
		edit(&editor{t, f})
	}
	out := filepath.Join(t.TempDir(), "sua.xlsx")
	if err := f.SaveAs(out); err != nil {
		t.Fatal(err)
	}
	return out
}

// sampleRemark begins a remark that is no formula.
const sampleRemark = "=ghi chú "

// editor changes cells by fact.
type editor struct {
	t testing.TB
	*excelize.File
}

// at is the cell of a fact in the n-th data row (0-based) of a sheet.
func (e *editor) at(sheet string, fact string, n int) string {
	e.t.Helper()
	rows, err := e.GetRows(sheet)
	if err != nil {
		e.t.Fatal(err)
	}
	c := slices.Index(rows[stampRow-1], stampMark+fact)
	if c < 0 {
		e.t.Fatalf("no column %s", fact)
	}
	return cellName(c+1, dataRow+n)
}

func (e *editor) set(fact string, n int, v any) {
	e.t.Helper()
	e.must(e.SetCellValue(sheetMembers, e.at(sheetMembers, fact, n), v))
}

func (e *editor) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

// part is one part of a package; packed keeps them in order.
type part struct {
	name string
	data []byte
}

func parts(t testing.TB, path string) []part {
	t.Helper()
	zr, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer zr.Close()
	var out []part
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, part{f.Name, b})
	}
	return out
}

func pack(t testing.TB, ps []part) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, p := range ps {
		w, err := zw.Create(p.name)
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// damaged rewrites one part of a workbook, with right checksums.
func damaged(t testing.TB, path, name string, change func(string) string) string {
	t.Helper()
	ps := parts(t, path)
	i := slices.IndexFunc(ps, func(p part) bool { return p.name == name })
	if i < 0 {
		t.Fatalf("no part %s", name)
	}
	after := change(string(ps[i].data))
	if after == string(ps[i].data) {
		t.Fatalf("%s is unchanged", name)
	}
	ps[i].data = []byte(after)
	out := filepath.Join(t.TempDir(), "hong.xlsx")
	save(t, out, pack(t, ps))
	return out
}

// memberPart is where the members' sheet lies in our templates.
const memberPart = "xl/worksheets/sheet2.xml"

func codesOf(ps []evaluate.Problem) string {
	var out []string
	for _, p := range ps {
		out = append(out, string(p.Code))
	}
	return strings.Join(out, " ")
}

func explain(t testing.TB, ps []evaluate.Problem) {
	t.Helper()
	for _, p := range ps {
		t.Logf("%s %s %s: %s → %s", p.Severity, p.Code, p.At, p.Message, p.Hint)
	}
}
