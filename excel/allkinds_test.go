package excel

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// allKindsVocabulary is the sample vocabulary with the other four kinds, whose
// ids partly agree, as those of a real vocabulary do.
func allKindsVocabulary(t testing.TB) *evaluate.Vocabulary {
	t.Helper()
	base := sampleVocabulary(t)
	var facts []evaluate.FactDef
	add := func(k evaluate.Kind, from evaluate.Kind, change func(f *evaluate.FactDef) bool, more ...evaluate.FactDef) {
		for _, f := range append(slices.Clone(base.Schema(from).Facts), more...) {
			f.Kind = k
			if change(&f) {
				facts = append(facts, f)
			}
		}
	}
	same := func(*evaluate.FactDef) bool { return true }
	body := func(prefix, code, name string) func(*evaluate.FactDef) bool {
		return func(f *evaluate.FactDef) bool {
			switch f.Role {
			case evaluate.RoleBranchCode:
				f.ID, f.Heading = evaluate.FactID(prefix+"_code"), code
			case evaluate.RoleName:
				f.ID, f.Heading = evaluate.FactID(prefix+"_name"), name
			}
			return true
		}
	}
	post := func(id, heading string, to evaluate.Relation) evaluate.FactDef {
		return evaluate.FactDef{ID: evaluate.FactID(id), Type: evaluate.TextFact, Heading: heading, LeadsTo: to,
			Supplier: evaluate.SupplyBase, Identity: true}
	}
	elsewhere := evaluate.FactDef{ID: "graded_elsewhere", Type: evaluate.ChoiceFact, Choices: grades(), Ordered: true,
		Role: evaluate.RoleElsewhere, Heading: "Mức đã xếp ở nơi khác", Supplier: evaluate.SupplyOffice}
	add(evaluate.Member, evaluate.Member, same)
	add(evaluate.Organization, evaluate.Organization, same)
	add(evaluate.Collective, evaluate.Organization, body("collective", "Mã tập thể", "Tập thể"), elsewhere)
	add(evaluate.Unit, evaluate.Organization, body("unit", "Mã đơn vị", "Đơn vị"), elsewhere)
	add(evaluate.Leader, evaluate.Member, same, post("own_collective", "Mã tập thể lãnh đạo", evaluate.OwnCollective),
		post("own_unit", "Mã cơ quan, đơn vị", evaluate.OwnUnit), post("title", "Chức danh, chức vụ", ""))
	add(evaluate.Staff, evaluate.Member, same, post("own_unit", "Mã cơ quan, đơn vị", evaluate.OwnUnit), post("title", "Chức danh, chức vụ", ""))
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	return v
}

// allKindsReport grades members, organizations and one or more of every other
// kind; the last unit was graded elsewhere, the last leader lacks points.
func allKindsReport(t testing.TB) *evaluate.Report {
	t.Helper()
	v := allKindsVocabulary(t)
	tree, ps := evaluate.NewTree(sampleTree(t).Orgs, sampleBodies()...)
	noProblems(t, ps)
	populations, sets := map[evaluate.Kind]*evaluate.Population{}, map[evaluate.Kind]*evaluate.RuleSet{}
	for _, k := range evaluate.Kinds() {
		sets[k] = sampleRules(t, v, k)
		populations[k] = &evaluate.Population{Frame: evaluate.NewFrame(v.Schema(k))}
	}
	populations[evaluate.Member] = samplePeople(t, v, tree, 8)
	row := func(k evaluate.Kind, id string, org int, texts map[string]string) int {
		p := populations[k]
		at := p.Frame.Append(evaluate.Place{Source: -1})
		p.Subjects = append(p.Subjects, evaluate.Subject{ID: id, Org: org})
		for fact, s := range texts {
			setText(p.Frame, at, fact, s)
		}
		for fact, n := range map[string]string{"score_1": "14", "score_2": "13.5", "score_3": "55", "tasks_assigned": "12", "tasks_done": "12"} {
			setNum(t, p.Frame, at, fact, n)
		}
		return at
	}
	for i := 1; i < tree.Len(); i++ {
		row(evaluate.Organization, fmt.Sprintf("o%d", i), i, map[string]string{"org_code": tree.Orgs[i].Code, "org_name": tree.Orgs[i].Name})
	}
	for i, b := range tree.Collectives.List {
		row(evaluate.Collective, fmt.Sprintf("c%d", i), tree.Collectives.Org(i), map[string]string{"collective_code": b.Code, "collective_name": b.Name})
	}
	for i, b := range tree.Units.List {
		row(evaluate.Unit, fmt.Sprintf("u%d", i), tree.Units.Org(i), map[string]string{"unit_code": b.Code, "unit_name": b.Name})
	}
	setCode(populations[evaluate.Unit].Frame, 1, "graded_elsewhere", 2)
	person := func(i int, title string, more ...string) map[string]string {
		out := map[string]string{"full_name": fmt.Sprintf("Trần Thị Người Mẫu %d", i), "identity_number": fmt.Sprintf("0010850%05d", 900+i),
			"branch_code": "CB-03", "title": title}
		for i := 0; i+1 < len(more); i += 2 {
			out[more[i]] = more[i+1]
		}
		return out
	}
	row(evaluate.Leader, "l1", 3, person(1, "Trưởng phòng Kinh tế", "own_unit", "DV-02"))
	row(evaluate.Leader, "l2", 3, person(1, "Ủy viên Ban Thường vụ", "own_collective", "TT-01"))
	last := row(evaluate.Leader, "l3", 3, person(2, "Phó Trưởng phòng Kinh tế", "own_unit", "DV-02", "own_collective", "TT-02"))
	populations[evaluate.Leader].Frame.Set(last, at(populations[evaluate.Leader].Frame, "score_3"), evaluate.Value{})
	row(evaluate.Staff, "s1", 3, person(3, "Chuyên viên", "own_unit", "DV-02"))
	for _, k := range []evaluate.Kind{evaluate.Leader, evaluate.Staff} {
		for i := range populations[k].Subjects {
			setDate(populations[k].Frame, i, "birth_date", 1980, 3, 1+i)
		}
	}
	report, ps := evaluate.Grade(&evaluate.Inputs{Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		Reference: evaluate.Date{Year: 2025, Month: 12, Day: 15}, Tree: tree, Populations: populations}, sets)
	noProblems(t, ps)
	return report
}

func allKindsResult(t testing.TB) ResultSpec {
	spec := sampleResult(t, 1)
	spec.Report, spec.Problems = allKindsReport(t), nil
	return spec
}

func TestResultOfAllKinds(t *testing.T) {
	path, _ := written(t, "result-all", func(w io.Writer) error { return WriteResult(w, allKindsResult(t)) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := []string{"Đảng viên", "Tổ chức", "Tập thể", "Lãnh đạo", "Đơn vị", "Cán bộ công chức"}
	if got := f.GetSheetList(); !slices.Equal(got[:len(want)], want) {
		t.Fatalf("sheets %q", got)
	}
	leaders := table(t, f, "Lãnh đạo", headingRow)
	if len(leaders) != 3 || leaders[0]["Họ và tên"] != leaders[1]["Họ và tên"] || leaders[0]["Chức danh, chức vụ"] != "Trưởng phòng Kinh tế" ||
		leaders[1]["Mã tập thể lãnh đạo"] != "TT-01" || leaders[0]["Mã cơ quan, đơn vị"] != "DV-02" || leaders[0][labelBranch] != "Chi bộ Công ty Mẫu 3" {
		t.Errorf("leaders %q", leaders)
	}
	units := table(t, f, "Đơn vị", headingRow)
	if got := units[1]; got[labelBound] != "Đã xếp ở nơi khác: HTNV" || !strings.HasPrefix(got[labelReason], "Đã xếp ở nơi khác: \"Hoàn thành nhiệm vụ\"") ||
		got[labelEffective] != "HTNV" || got["Đơn vị"] != "Phòng Kinh tế Mẫu" || got[labelBranch] != "Chi bộ Công ty Mẫu 3" {
		t.Errorf("a unit graded elsewhere is shown as %q", got)
	}
	if got := units[0][labelBound] + units[0][labelReason]; strings.Contains(got, "nơi khác") {
		t.Errorf("a unit graded here is shown as %q", got)
	}
	waiting := table(t, f, "Chưa đủ dữ liệu", plainHeadRow)
	if n := len(waiting); n < 2 || waiting[n-2][labelNumber] != "Cán bộ lãnh đạo" || waiting[n-1][labelName] != "Trần Thị Người Mẫu 2, Phó Trưởng phòng Kinh tế" {
		t.Errorf("waiting %q", waiting)
	}
	if got := get(t, f, "Tập thể", "A4"); !strings.Contains(got, "1 cán bộ lãnh đạo") {
		t.Errorf("status %q", got)
	}
	kinds := map[string]int{}
	for _, d := range table(t, f, sheetData, 1) {
		kinds[d["kind"]]++
	}
	if fmt.Sprint(kinds) != "map[collective:2 leader:3 member:8 organization:3 staff:1 unit:2]" {
		t.Errorf("data sheet: %v", kinds)
	}
}

// What nobody has anything in is no column, unless somebody may write there.
func TestResultListsHaveNoEmptyColumns(t *testing.T) {
	spec := allKindsResult(t)
	r := newResult(&spec)
	told := map[bool]int{}
	for _, k := range r.kinds {
		all := r.listColumns(k)
		used := r.usedColumns(k, slices.Clone(all))
		for _, c := range all {
			kept := slices.ContainsFunc(used, func(u listColumn) bool { return u.heading == c.heading })
			if want := !c.spare || r.anyIn(k, c); kept != want {
				t.Errorf("%s: column %q kept: %t", k, c.heading, kept)
			}
			if c.spare {
				told[kept]++
			}
		}
		if n := slices.IndexFunc(used, func(c listColumn) bool { return c.heading == labelDecision || c.group == labelDecision }); n < 0 {
			t.Errorf("%s: nowhere to decide", k)
		}
	}
	if told[true] == 0 || told[false] == 0 {
		t.Errorf("columns kept and left out: %v", told)
	}
}

// Who holds two posts has two rows; the title stands on the page of the
// decision too, or nobody could tell them apart there.
func TestTitleStandsOnBothPages(t *testing.T) {
	path, _ := written(t, "titles", func(w io.Writer) error { return WriteResult(w, allKindsResult(t)) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := get(t, f, "Lãnh đạo", cellName(3, headingRow)); got != "Chức danh, chức vụ" {
		t.Errorf("third column %q", got)
	}
	repeated := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			repeated[n.Scope] = n.RefersTo
		}
	}
	for sheet, want := range map[string]string{"Lãnh đạo": "$A:$C", "Đơn vị": "$A:$B"} {
		if !strings.Contains(repeated[sheet], want) {
			t.Errorf("%s repeats %q, want %s", sheet, repeated[sheet], want)
		}
	}
}

// A unit graded elsewhere waits for no decision here.
func TestGradedElsewhereNeedsNoDecision(t *testing.T) {
	spec := allKindsResult(t)
	pop, results := spec.Report.Of(evaluate.Unit)
	before := newResult(&spec).undecided
	results[1].Elsewhere = evaluate.NoRank
	if after := newResult(&spec).undecided; after != before+1 || len(pop.Subjects) != 2 {
		t.Errorf("%d undecided with the grade from elsewhere, %d without", before, after)
	}
}

func TestStatusCountsAllKinds(t *testing.T) {
	waiting := map[evaluate.Kind]int{}
	for i, k := range evaluate.Kinds() {
		waiting[k] = i + 1
	}
	want := "TẠM TÍNH: chờ dữ liệu hoặc người có thẩm quyền: 1 đảng viên, 2 tổ chức đảng, 3 tập thể lãnh đạo, 4 cán bộ lãnh đạo, 5 cơ quan, đơn vị, 6 công chức, viên chức"
	if got := statusLine(Progress{Subjects: 99, Waiting: waiting}); got != want {
		t.Errorf("%q", got)
	}
}

// Every sheet comes back as the kind it was written for, with the decisions in
// the right rows, even renamed: staff have no column that leaders lack.
func TestDecisionsOfAllKindsComeBack(t *testing.T) {
	path, _ := written(t, "decided", func(w io.Writer) error { return WriteResult(w, allKindsResult(t)) })
	decided := edited(t, path, func(e *editor) {
		decide := func(sheet string, n int, grade, number string) {
			e.must(e.SetCellValue(sheet, e.at(sheet, "decision", n), grade))
			e.must(e.SetCellValue(sheet, e.at(sheet, "decision_number", n), number))
		}
		decide("Lãnh đạo", 1, "Hoàn thành tốt nhiệm vụ", "11-QĐ/MẪU")
		decide("Đơn vị", 0, "Hoàn thành xuất sắc nhiệm vụ", "12-QĐ/MẪU")
		decide("Cán bộ công chức", 0, "Hoàn thành nhiệm vụ", "13-QĐ/MẪU")
		e.must(e.SetSheetName("Cán bộ công chức", "Trang khác"))
	})
	in, ps := Read(decided, resultSpec(t))
	for _, p := range ps {
		if p.Severity == evaluate.Error && p.Code != "X158" {
			t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
		}
	}
	rows := map[evaluate.Kind]int{}
	for k, f := range in.Frames {
		rows[k] = f.Len()
	}
	if fmt.Sprint(rows) != "map[collective:2 leader:3 member:8 organization:3 staff:1 unit:2]" {
		t.Fatalf("read %v", rows)
	}
	for _, c := range []struct {
		kind         evaluate.Kind
		row          int
		fact, at     string
		code, number string
	}{
		{evaluate.Leader, 1, "title", "Ủy viên Ban Thường vụ", "good", "11-QĐ/MẪU"},
		{evaluate.Unit, 0, "unit_code", "DV-01", "excellent", "12-QĐ/MẪU"},
		{evaluate.Staff, 0, "own_unit", "DV-02", "completed", "13-QĐ/MẪU"},
	} {
		f := in.Frames[c.kind]
		decision := at(f, "decision")
		if got := []string{f.Text(c.row, at(f, c.fact)), f.Data(decision, f.Value(c.row, decision)), f.Text(c.row, at(f, "decision_number"))}; !slices.Equal(got, []string{c.at, c.code, c.number}) {
			t.Errorf("%s: %q", c.kind, got)
		}
		for row := range f.Len() {
			if row != c.row && !f.Value(row, decision).IsBlank() {
				t.Errorf("%s: a decision in row %d", c.kind, row)
			}
		}
	}
}

// resultSpec lets authorities' facts of all kinds stand in result workbooks.
func resultSpec(t testing.TB) ReadSpec {
	v := allKindsVocabulary(t)
	facts := map[evaluate.Kind][]int{}
	for _, k := range v.Kinds() {
		for i, f := range v.Schema(k).Facts {
			if f.Identity || f.Supplier == evaluate.SupplyAuthority {
				facts[k] = append(facts[k], i)
			}
		}
	}
	return ReadSpec{Vocabulary: v, Office: "XA-MAU", Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		Facts: map[BookKind]map[evaluate.Kind][]int{ResultBook: facts}, Label: "nhan/mau.xlsx"}
}

// A leader has a row for every post; the same post twice is an error in a report,
// where in a result workbook the look-up id tells rows apart. A sheet that says no
// kind is known by its name.
func TestPostsOfOnePerson(t *testing.T) {
	path, _ := written(t, "posts", func(w io.Writer) error { return WriteResult(w, allKindsResult(t)) })
	for name, c := range map[string]struct {
		edit     func(e *editor)
		codes    []string
		repeated int // rows that would be too many in a report
	}{
		"two posts": {func(*editor) {}, nil, 0},
		"one post twice": {func(e *editor) {
			for _, fact := range []string{"title", "own_unit", "own_collective"} {
				e.must(e.SetCellValue("Lãnh đạo", e.at("Lãnh đạo", fact, 1), get(t, e.File, "Lãnh đạo", e.at("Lãnh đạo", fact, 0))))
			}
		}, nil, 1},
		"one row twice": {func(e *editor) {
			id := cellName(1+slices.Index(rowOf(t, e.File, "Lãnh đạo", headingRow), labelLookUp), dataRow)
			e.must(e.SetCellValue("Lãnh đạo", strings.TrimRight(id, "0123456789")+itoa(dataRow+1), get(t, e.File, "Lãnh đạo", id)))
		}, []string{"X118"}, 0},
		"no kind stamped": {func(e *editor) { e.must(e.SetCellValue("Cán bộ công chức", "A6", nil)) }, nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			in, ps := Read(edited(t, path, c.edit), resultSpec(t))
			var codes []string
			for _, p := range ps {
				if p.Severity == evaluate.Error {
					codes = append(codes, string(p.Code))
				}
			}
			if !slices.Equal(codes, c.codes) || in.Frames[evaluate.Staff].Len() != 1 || in.Frames[evaluate.Leader].Len() != 3 {
				explain(t, ps)
				t.Errorf("%q from %s", codes, filepath.Base(path))
			}
			if n := len(repeatedSubjects(in.Frames[evaluate.Leader])); n != c.repeated {
				t.Errorf("%d rows are one too many in a report, want %d", n, c.repeated)
			}
		})
	}
}

func TestSummaryListsAllKinds(t *testing.T) {
	spec := sampleSummary(t, 12, 3)
	spec.Rows = allKindsReport(t).DataRows()
	spec.Forms[0], _ = evaluate.CountForm(sampleForm(), spec.Rows)
	path, _ := written(t, "summary-all", func(w io.Writer) error { return WriteSummary(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kinds := map[string]int{}
	for _, row := range table(t, f, sheetTrace, plainHeadRow) {
		kinds[row[dataHeading("kind")]]++
	}
	if fmt.Sprint(kinds) != "map[Cán bộ lãnh đạo:3 Công chức, viên chức:1 Cơ quan, đơn vị:2 Tập thể lãnh đạo:2 Tổ chức đảng:3 Đảng viên:8]" {
		t.Errorf("the list has %v", kinds)
	}
}

func rowOf(t testing.TB, f *excelize.File, sheet string, row int) []string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil || len(rows) < row {
		t.Fatalf("%s has no row %d: %v", sheet, row, err)
	}
	return rows[row-1]
}
