package excel

import (
	"fmt"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// The office, its facts, rules and people here are invented.

func num(t testing.TB, s string) evaluate.Num {
	t.Helper()
	x, err := evaluate.ParseNum(s)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func ptr(x evaluate.Num) *evaluate.Num { return &x }

func grades() []evaluate.Choice {
	return []evaluate.Choice{
		{Code: "excellent", Label: "Hoàn thành xuất sắc nhiệm vụ"}, {Code: "good", Label: "Hoàn thành tốt nhiệm vụ"},
		{Code: "completed", Label: "Hoàn thành nhiệm vụ", Aliases: []string{"HTNV"}}, {Code: "not_completed", Label: "Không hoàn thành nhiệm vụ"},
	}
}

func yesNo() []evaluate.Choice {
	return []evaluate.Choice{{Code: "yes", Label: "Có"}, {Code: "no", Label: "Không"}}
}

func sampleVocabulary(t testing.TB) *evaluate.Vocabulary {
	t.Helper()
	m := func(f evaluate.FactDef) evaluate.FactDef { f.Kind = evaluate.Member; return f }
	o := func(f evaluate.FactDef) evaluate.FactDef { f.Kind = evaluate.Organization; return f }
	points := func(id, group, heading string) evaluate.FactDef {
		return evaluate.FactDef{ID: evaluate.FactID(id), Type: evaluate.NumberFact, Step: num(t, "0.001"), Min: ptr(evaluate.Int(0)),
			Unit: "points", Group: group, Heading: heading, Supplier: evaluate.SupplyBranch, Width: 7}
	}
	tasks := func(id, heading string) evaluate.FactDef {
		return evaluate.FactDef{ID: evaluate.FactID(id), Type: evaluate.NumberFact, Step: evaluate.Int(1), Min: ptr(evaluate.Int(0)),
			Max: ptr(evaluate.Int(9999)), Unit: "tasks", Group: "Nhiệm vụ trong năm (số lượng)", Heading: heading,
			Supplier: evaluate.SupplyBranch, Width: 8}
	}
	authority := func() []evaluate.FactDef {
		return []evaluate.FactDef{
			{ID: "decision", Type: evaluate.ChoiceFact, Choices: grades(), Ordered: true, Role: evaluate.RoleDecision, Heading: "Cấp có thẩm quyền quyết định", Supplier: evaluate.SupplyAuthority, Width: 16},
			{ID: "decision_reason", Type: evaluate.TextFact, Role: evaluate.RoleDecisionReason, Prose: true, Heading: "Lý do (nếu khác mức tính được)", Supplier: evaluate.SupplyAuthority, Width: 24},
			{ID: "decision_number", Type: evaluate.TextFact, Role: evaluate.RoleDecisionNumber, Heading: "Số quyết định", Supplier: evaluate.SupplyAuthority, Width: 12},
			{ID: "decision_date", Type: evaluate.DateFact, Role: evaluate.RoleDecisionDate, Heading: "Ngày quyết định", Supplier: evaluate.SupplyAuthority, Width: 12},
		}
	}
	general, results := "I. Tiêu chí chung (tối đa 30 điểm)", "II. Kết quả thực hiện nhiệm vụ (tối đa 70 điểm)"
	var facts []evaluate.FactDef
	for _, f := range []evaluate.FactDef{
		{ID: "full_name", Type: evaluate.TextFact, Role: evaluate.RoleName, Heading: "Họ và tên", Supplier: evaluate.SupplyBranch, Identity: true, Required: true, Width: 26},
		{ID: "identity_number", Type: evaluate.TextFact, Role: evaluate.RoleIdentity, Heading: "Số định danh cá nhân", Hint: "12 chữ số, giữ nguyên số 0 ở đầu", Supplier: evaluate.SupplyBranch, Identity: true, Width: 16},
		{ID: "birth_date", Type: evaluate.DateFact, Role: evaluate.RoleBirth, Heading: "Ngày sinh", Supplier: evaluate.SupplyBranch, Identity: true, Width: 12},
		{ID: "branch_code", Type: evaluate.TextFact, Role: evaluate.RoleBranchCode, Heading: "Mã chi bộ", Supplier: evaluate.SupplyTree, Identity: true, Width: 12},
		{ID: "category", Type: evaluate.ChoiceFact, Heading: "Đối tượng", Supplier: evaluate.SupplyBranch, Required: true, Width: 18,
			Choices: []evaluate.Choice{{Code: "official", Label: "Cán bộ"}, {Code: "retired", Label: "Hưu trí"}, {Code: "student", Label: "Học sinh, sinh viên"}}},
		{ID: "admitted_on", Type: evaluate.DateFact, Heading: "Ngày vào Đảng", Hint: "ngày kết nạp", Supplier: evaluate.SupplyBranch, Required: true, Width: 12},
		{ID: "sick_leave_months", Type: evaluate.NumberFact, Step: num(t, "0.5"), Min: ptr(evaluate.Int(0)), Max: ptr(evaluate.Int(12)), Heading: "Số tháng nghỉ ốm", Supplier: evaluate.SupplyBranch, Width: 10, Blank: "0"},
		points("score_1", general, "I.1"), points("score_2", general, "I.2"), points("score_3", results, "II.1"),
		tasks("tasks_assigned", "Được giao"), tasks("tasks_done", "Hoàn thành"), tasks("tasks_exceeded", "Vượt mức"),
		{ID: "discipline", Type: evaluate.ChoiceFact, Choices: yesNo(), Blank: "no", Heading: "Bị kỷ luật trong năm", Supplier: evaluate.SupplyOffice, Width: 12},
		{ID: "relief", Type: evaluate.ChoiceFact, Choices: yesNo(), Blank: "no", Heading: "Đề nghị xem xét giảm nhẹ", Supplier: evaluate.SupplyOffice, Width: 12},
		{ID: "proposal_self", Type: evaluate.ChoiceFact, Choices: grades(), Ordered: true, Role: evaluate.RoleProposal, Heading: "Cá nhân tự xếp loại", Supplier: evaluate.SupplyBranch, Width: 14},
		{ID: "proposal_branch", Type: evaluate.ChoiceFact, Choices: grades(), Ordered: true, Role: evaluate.RoleProposal, Level: 1, Heading: "Chi bộ đề nghị", Supplier: evaluate.SupplyBranch, Width: 14},
		{ID: "remark", Type: evaluate.TextFact, Role: evaluate.RoleRemark, Prose: true, Heading: "Ghi chú", Supplier: evaluate.SupplyBranch, Width: 20},
	} {
		facts = append(facts, m(f))
	}
	for _, f := range authority() {
		facts = append(facts, m(f))
	}
	for _, f := range []evaluate.FactDef{
		{ID: "org_code", Type: evaluate.TextFact, Role: evaluate.RoleBranchCode, Heading: "Mã tổ chức", Supplier: evaluate.SupplyTree, Identity: true, Width: 12},
		{ID: "org_name", Type: evaluate.TextFact, Role: evaluate.RoleName, Heading: "Tên tổ chức đảng", Supplier: evaluate.SupplyTree, Identity: true, Width: 34},
		points("score_1", general, "I.1"), points("score_2", general, "I.2"), points("score_3", results, "II.1"),
		tasks("tasks_assigned", "Được giao"), tasks("tasks_done", "Hoàn thành"),
		{ID: "proposal_self", Type: evaluate.ChoiceFact, Choices: grades(), Ordered: true, Role: evaluate.RoleProposal, Heading: "Tổ chức tự xếp loại", Supplier: evaluate.SupplyBranch, Width: 14},
	} {
		facts = append(facts, o(f))
	}
	for _, f := range authority() {
		facts = append(facts, o(f))
	}
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	return v
}

func noProblems(t testing.TB, ps []evaluate.Problem) {
	t.Helper()
	for _, p := range ps {
		t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
	}
}

func sampleStamp(k BookKind) Stamp {
	return Stamp{Version: TemplateVersion, Kind: k, Office: "XA-MAU", Period: "2025", Org: "CB-01",
		Rules: map[evaluate.Kind]string{evaluate.Member: "mau-member@1", evaluate.Organization: "mau-organization@1"}}
}

func sampleOffice() Office {
	return Office{Code: "XA-MAU", Name: "ĐẢNG ỦY XÃ MẪU", Superior: "Đảng bộ tỉnh Mẫu", Place: "Mẫu",
		Preparer: "Người Mẫu Lập", Signer: "TRƯỞNG BAN TỔ CHỨC", SignedBy: "Người Mẫu Ký"}
}

func sampleRules(t testing.TB, v *evaluate.Vocabulary, k evaluate.Kind) *evaluate.RuleSet {
	t.Helper()
	cite := func(place string) evaluate.Citation { return evaluate.Citation{Source: "Q", Place: place} }
	equals := func(fact evaluate.FactID, code string) evaluate.ConditionSpec {
		return evaluate.ConditionSpec{Fact: fact, Compare: &evaluate.Comparison{Op: evaluate.OpEquals, Values: []string{code}}}
	}
	unknown := evaluate.Unknown
	share := func(part evaluate.FactID, op evaluate.Op, rate string) evaluate.ConditionSpec {
		return evaluate.ConditionSpec{Part: part, Of: "tasks_assigned", WhenNone: &unknown,
			Compare: &evaluate.Comparison{Op: op, Values: []string{rate}}}
	}
	need := func(id, text, place string, when evaluate.ConditionSpec) evaluate.RuleSpec {
		return evaluate.RuleSpec{ID: id, Text: text, Cite: cite(place), Standing: evaluate.Quoted, When: when}
	}
	band := func(from string, to *evaluate.Num, place string) *evaluate.BandSpec {
		return &evaluate.BandSpec{From: ptr(num(t, from)), To: to, Standing: evaluate.Quoted, Cite: cite(place)}
	}
	allDone := need("T-1", "100% nhiệm vụ hoàn thành", "Điều 11.2", share("tasks_done", evaluate.OpAtLeast, "100%"))
	best := []evaluate.RuleSpec{allDone0(allDone, "XS-1")}
	if k == evaluate.Member { // organizations have no fact that would add anything
		best = append(best, need("XS-2", "Ít nhất 30% nhiệm vụ vượt mức", "Điều 11.1", share("tasks_exceeded", evaluate.OpAtLeast, "30%")))
	}
	spec := evaluate.RuleSetSpec{
		ID: "mau-" + string(k), Edition: "1", SHA256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
		Title: "Quy định mẫu về xếp loại", Kind: k, Track: evaluate.PartyTrack, Granularity: evaluate.Yearly,
		From:    evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		Sources: []evaluate.Source{{ID: "Q", Number: "00-QĐ/MẪU", Title: "Quy định mẫu"}},
		Scale: evaluate.Scale{{ID: "excellent", Label: "Hoàn thành xuất sắc nhiệm vụ", Short: "HTXSNV", Statutory: evaluate.Excellent},
			{ID: "good", Label: "Hoàn thành tốt nhiệm vụ", Short: "HTTNV", Statutory: evaluate.Good},
			{ID: "completed", Label: "Hoàn thành nhiệm vụ", Short: "HTNV", Statutory: evaluate.Completed},
			{ID: "not_completed", Label: "Không hoàn thành nhiệm vụ", Short: "KHTNV", Statutory: evaluate.NotCompleted}},
		Profiles: []evaluate.ProfileSpec{{ID: "all", Text: "Đảng viên", Cite: cite("Phụ lục 1"), Standing: evaluate.Quoted, Sheet: "pl1"}},
		Ladder: []evaluate.RungSpec{
			{Rung: "excellent", Cite: cite("Điều 11.1"), Band: band("90", nil, "Điều 11.1"), Needs: best},
			{Rung: "good", Cite: cite("Điều 11.2"), Band: band("70", ptr(evaluate.Int(90)), "Điều 11.2"), Needs: []evaluate.RuleSpec{allDone}},
			{Rung: "completed", Cite: cite("Điều 11.3"), Band: band("50", ptr(evaluate.Int(70)), "Điều 11.3")},
			{Rung: "not_completed", Cite: cite("Điều 11.4"), Band: band("0", ptr(evaluate.Int(50)), "Điều 11.4")},
		},
		FallThrough: evaluate.FallReview, FallCite: cite("Điều 11"), FallStand: evaluate.Interpretation,
		Caps: []evaluate.CapSpec{{ID: "CAP", Text: "Số xuất sắc không quá 20% số được xếp tốt", Cite: cite("Điều 12"), Standing: evaluate.Memory,
			Rung: "excellent", Below: "good", Base: evaluate.GoodOnly, Rate: num(t, "20%"), Rounding: "floor", Within: "base_organization",
			Merit: []evaluate.MeritKey{{Score: true}}}},
	}
	if k == evaluate.Member {
		spec.NotRated = []evaluate.NotRatedSpec{{RuleSpec: need("NR-NEW", "Kết nạp chưa đủ 6 tháng", "Điều 5", evaluate.ConditionSpec{MonthsSince: "admitted_on",
			Compare: &evaluate.Comparison{Op: evaluate.OpLessThan, Values: []string{"6"}}}), Class: evaluate.Deferred, CountsAs: "new"}}
		relief := need("K-1x", "Tự phát hiện, đã khắc phục", "Điều 11.4", equals("relief", "yes"))
		spec.Bars = []evaluate.BarSpec{{RuleSpec: need("K-1", "Bị kỷ luật trong năm", "Điều 11.4", equals("discipline", "yes")), Relief: &relief, CountsAs: "discipline"}}
		spec.Sanctions = []evaluate.SanctionSpec{{RuleSpec: evaluate.RuleSpec{ID: "S-1", Text: "Nghỉ ốm từ 3 tháng không xếp trên mức hoàn thành", Cite: cite("Điều 6"),
			Standing: evaluate.Interpretation, Note: "văn bản không nói rõ", When: evaluate.ConditionSpec{Fact: "sick_leave_months",
				Compare: &evaluate.Comparison{Op: evaluate.OpAtLeast, Values: []string{"3"}}}}, NotAbove: "completed"}}
	}
	line := func(id string, fact evaluate.FactID, max int64, label string) evaluate.SheetLine {
		return evaluate.SheetLine{ID: id, Form: evaluate.PointsLine, Label: label, Fact: fact, Max: evaluate.Int(max), Cite: cite("Phụ lục 1"), Standing: evaluate.StandIn}
	}
	sheet := &evaluate.SheetSpec{ID: "pl1", Title: "Phụ lục 1", Cite: cite("Phụ lục 1"), Standing: evaluate.Quoted, Max: evaluate.Int(100),
		Groups: []evaluate.SheetGroup{
			{ID: "I", Label: "Tiêu chí chung", Max: evaluate.Int(30), Cite: cite("Phụ lục 1"), Standing: evaluate.Quoted,
				Role: evaluate.PointsGroup, Criteria: evaluate.SingleCriteria(line("I.1", "score_1", 15, "Chính trị"), line("I.2", "score_2", 15, "Đạo đức"))},
			{ID: "II", Label: "Kết quả", Max: evaluate.Int(70), Cite: cite("Phụ lục 1"), Standing: evaluate.Quoted,
				Role: evaluate.PointsGroup, Criteria: evaluate.SingleCriteria(line("II.1", "score_3", 70, "Kết quả"))}}}
	rs, ps := evaluate.NewRuleSet(spec, map[string]*evaluate.SheetSpec{"pl1": sheet}, v, nil)
	noProblems(t, ps)
	return rs
}

func allDone0(r evaluate.RuleSpec, id string) evaluate.RuleSpec { r.ID = id; return r }

// samplePeople is a branch of n members with a spread of results.
func samplePeople(t testing.TB, v *evaluate.Vocabulary, tree *evaluate.Tree, n int) *evaluate.Population {
	t.Helper()
	s := v.Schema(evaluate.Member)
	f := evaluate.NewFrame(s)
	source := f.AddSource(evaluate.SourceSheet{File: "nhap/CB-01.xlsx", Sheet: "Đảng viên", Columns: sampleColumns(len(s.Facts))})
	pop := &evaluate.Population{Frame: f}
	branches := []int{1, 2, 3}
	for i := range n {
		row := f.Append(evaluate.Place{Source: source, Row: int32(dataRow + i)})
		b := branches[i%len(branches)]
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: fmt.Sprintf("m%04d", i+1), Person: fmt.Sprintf("p%04d", i+1), Org: b})
		setText(f, row, "full_name", fmt.Sprintf("Nguyễn Thị Người Mẫu %d", i+1))
		setText(f, row, "identity_number", fmt.Sprintf("0010850%05d", i+1))
		setText(f, row, "branch_code", tree.Orgs[b].Code)
		setDate(f, row, "birth_date", 1955+i%45, 1+i%12, 1+i%28)
		setDate(f, row, "admitted_on", 1980+i%40, 1+i%12, 3)
		setCode(f, row, "category", i%3)
		setNum(t, f, row, "score_1", fmt.Sprintf("%d.5", 10+i%5))
		setNum(t, f, row, "score_2", fmt.Sprintf("%d", 10+i%6))
		if i%11 != 5 {
			setNum(t, f, row, "score_3", fmt.Sprintf("%d.25", 30+(i*7)%40))
		}
		setNum(t, f, row, "tasks_assigned", "20")
		setNum(t, f, row, "tasks_done", fmt.Sprint(20-i%13/12))
		setNum(t, f, row, "tasks_exceeded", fmt.Sprint(4+i%6))
		setCode(f, row, "proposal_self", 1+i%2)
		if i%7 == 3 {
			setCode(f, row, "discipline", 0)
		}
		if i%14 == 3 {
			setCode(f, row, "relief", 0)
		}
		if i%9 == 4 {
			setNum(t, f, row, "sick_leave_months", "3.5")
		}
		if i%10 == 9 {
			setDate(f, row, "admitted_on", 2025, 9, 3)
		}
	}
	return pop
}

func sampleColumns(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i + 2)
	}
	return out
}

func at(f *evaluate.Frame, id string) int {
	i, ok := f.Schema.Index(evaluate.FactID(id))
	if !ok {
		panic("no fact " + id)
	}
	return i
}

func setText(f *evaluate.Frame, row int, id, s string) { f.SetText(row, at(f, id), s) }
func setCode(f *evaluate.Frame, row int, id string, i int) {
	f.Set(row, at(f, id), evaluate.ChoiceValue(i))
}
func setDate(f *evaluate.Frame, row int, id string, y, m, d int) {
	f.Set(row, at(f, id), evaluate.DateValue(evaluate.Date{Year: y, Month: m, Day: d}))
}
func setNum(t testing.TB, f *evaluate.Frame, row int, id, s string) {
	v, ok := evaluate.NumberValue(num(t, s))
	if !ok {
		t.Fatal(s)
	}
	f.Set(row, at(f, id), v)
}

func sampleTree(t testing.TB) *evaluate.Tree {
	t.Helper()
	tree, ps := evaluate.NewTree([]evaluate.Org{
		{Code: "XA-MAU", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel, Type: "commune"},
		{Code: "CB-01", Name: "Chi bộ thôn Mẫu 1", Parent: "XA-MAU", Level: evaluate.BaseBranch, Type: "commune"},
		{Code: "CB-02", Name: "Chi bộ Trường tiểu học Mẫu 2", Parent: "XA-MAU", Level: evaluate.BaseBranch, Type: "public_service"},
		{Code: "CB-03", Name: "Chi bộ Công ty Mẫu 3", Parent: "XA-MAU", Level: evaluate.BaseBranch, Type: "joint_stock"},
	})
	noProblems(t, ps)
	return tree
}

// sampleReport grades n members and the three branches.
func sampleReport(t testing.TB, n int) *evaluate.Report {
	t.Helper()
	v, tree := sampleVocabulary(t), sampleTree(t)
	orgs := &evaluate.Population{Frame: evaluate.NewFrame(v.Schema(evaluate.Organization))}
	for i := 1; i < tree.Len(); i++ {
		row := orgs.Frame.Append(evaluate.Place{Source: -1})
		orgs.Subjects = append(orgs.Subjects, evaluate.Subject{ID: "o" + tree.Orgs[i].Code, Org: i})
		setText(orgs.Frame, row, "org_code", tree.Orgs[i].Code)
		setText(orgs.Frame, row, "org_name", tree.Orgs[i].Name)
		setNum(t, orgs.Frame, row, "score_1", "14")
		setNum(t, orgs.Frame, row, "score_2", "13.5")
		setNum(t, orgs.Frame, row, "score_3", fmt.Sprint(40+i*9))
		setNum(t, orgs.Frame, row, "tasks_assigned", "12")
		setNum(t, orgs.Frame, row, "tasks_done", "12")
	}
	report, ps := evaluate.Grade(&evaluate.Inputs{
		Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}, Reference: evaluate.Date{Year: 2025, Month: 12, Day: 15},
		Tree: tree, Populations: map[evaluate.Kind]*evaluate.Population{evaluate.Member: samplePeople(t, v, tree, n), evaluate.Organization: orgs},
	}, map[evaluate.Kind]*evaluate.RuleSet{evaluate.Member: sampleRules(t, v, evaluate.Member), evaluate.Organization: sampleRules(t, v, evaluate.Organization)})
	noProblems(t, ps)
	return report
}

func sampleProvenance() Provenance {
	return Provenance{Tool: "xeploai 1.0.0", Time: time.Date(2025, 12, 20, 8, 30, 0, 0, time.UTC),
		Inputs: []InputRef{{Path: "nhap/CB-01.xlsx", Digest: "ab12", At: time.Date(2025, 12, 18, 9, 0, 0, 0, time.UTC)}},
		Rules: []RuleRef{{Kind: evaluate.Member, Ref: "mau-member@1", Title: "Quy định mẫu về xếp loại",
			SHA256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", NotQuoted: 2}}}
}

func sampleResult(t testing.TB, n int) ResultSpec {
	return ResultSpec{Stamp: sampleStamp(ResultBook), Office: sampleOffice(), Title: "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG",
		OrgName: "Đảng bộ xã Mẫu", Report: sampleReport(t, n), Provenance: sampleProvenance(),
		Problems: []evaluate.Problem{{Severity: evaluate.Warning, Code: "E399", At: evaluate.Origin{File: "nhap/CB-01.xlsx", Sheet: "Đảng viên", Cell: "F12"}, Cells: []string{"F12:F14", "F20"},
			Message: "một vấn đề mẫu", Hint: "sửa ô này", Related: []evaluate.Related{{At: evaluate.Origin{File: "nhap/CB-02.xlsx", Sheet: "Đảng viên", Cell: "F9"}, Note: "và ở đây"}}}}}
}
