package excel

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// reviewResult is a result workbook whose n members are all under review, for
// five different reasons.
func reviewResult(t testing.TB, n int) ResultSpec {
	t.Helper()
	spec := sampleResult(t, 3)
	in := *spec.Report.Inputs
	pop := samplePeople(t, sampleVocabulary(t), in.Tree, n)
	f := pop.Frame
	for row := range n {
		points, done, exceeded := "65", "20", "9"
		setDate(f, row, "admitted_on", 1990, 3, 3)
		setNum(t, f, row, "sick_leave_months", "0")
		setCode(f, row, "discipline", 1)
		switch row % 5 {
		case 0: // enough points, too few exceeded tasks
			exceeded = "0"
		case 1:
			done = "19"
		case 2:
			points, done = "50", "19"
		case 3:
			setCode(f, row, "discipline", 0)
			setCode(f, row, "relief", 0)
		case 4:
			setCode(f, row, "proposal_branch", 3)
		}
		setNum(t, f, row, "score_1", "15")
		setNum(t, f, row, "score_2", "15")
		setNum(t, f, row, "score_3", points)
		setNum(t, f, row, "tasks_done", done)
		setNum(t, f, row, "tasks_exceeded", exceeded)
	}
	in.Populations = map[evaluate.Kind]*evaluate.Population{evaluate.Member: pop}
	rs := sampleRules(t, sampleVocabulary(t), evaluate.Member)
	report, ps := evaluate.Grade(&in, map[evaluate.Kind]*evaluate.RuleSet{evaluate.Member: rs})
	noProblems(t, ps)
	spec.Report, spec.Problems = report, nil
	return spec
}

// resultReadSpec reads the sample's result workbooks back.
func resultReadSpec(t testing.TB) ReadSpec {
	t.Helper()
	v := sampleVocabulary(t)
	facts := map[evaluate.Kind][]int{}
	for _, k := range v.Kinds() {
		for i, f := range v.Schema(k).Facts {
			if f.Identity || f.Supplier == evaluate.SupplyAuthority {
				facts[k] = append(facts[k], i)
			}
		}
	}
	return ReadSpec{Vocabulary: v, Office: "XA-MAU", Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025},
		Facts: map[BookKind]map[evaluate.Kind][]int{ResultBook: facts}, Label: "ket-qua.xlsx"}
}

// reviewLines finds the lines of the review sheet: those of the groups, and the
// first subject's below each.
func reviewLines(t testing.TB, f *excelize.File) (columns map[string]int, groups []int) {
	t.Helper()
	rows, err := f.GetRows(sheetReview)
	if err != nil {
		t.Fatal(err)
	}
	columns = map[string]int{}
	for i, v := range rows[stampRow-1] {
		columns[strings.TrimPrefix(v, stampMark)] = i
	}
	for i := plainHeadRow; i < len(rows); i++ {
		if c := columns[markGroup]; c < len(rows[i]) && rows[i][c] != "" && rows[i][columns[markSubject]] == "" {
			groups = append(groups, i+1)
		}
	}
	return columns, groups
}

// writtenReview writes a workbook of n reviews, lets edit write into it, and
// reads it back.
func writtenReview(t testing.TB, n int, edit func(set func(role string, row int, v any), groups []int, f *excelize.File)) (*Intake, []evaluate.Problem) {
	t.Helper()
	spec := reviewResult(t, n)
	path, _ := written(t, "review", func(w io.Writer) error { return WriteResult(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	columns, groups := reviewLines(t, f)
	edit(func(role string, row int, v any) {
		c, ok := columns[role]
		if !ok {
			t.Fatalf("no column %s", role)
		}
		if err := f.SetCellValue(sheetReview, cellName(c+1, row), v); err != nil {
			t.Fatal(err)
		}
	}, groups, f)
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return Read(path, resultReadSpec(t))
}

func errorsOf(ps []evaluate.Problem) string {
	var worse []evaluate.Problem
	for _, p := range ps {
		if p.Severity != evaluate.Note {
			worse = append(worse, p)
		}
	}
	return codesOf(worse)
}

// One entry on a group's line decides for everybody listed under it and for
// nobody else, and stands in the cell of that line.
func TestOneEntrySettlesThreeHundred(t *testing.T) {
	const n = 1500
	var line int
	in, ps := writtenReview(t, n, func(set func(string, int, any), groups []int, f *excelize.File) {
		if len(groups) != 5 {
			t.Fatalf("%d groups, want 5", len(groups))
		}
		columns, _ := reviewLines(t, f)
		for _, g := range groups {
			if get(t, f, sheetReview, cellName(columns[markGroup]+1, g)) == "member/fall_through/XS-2/good" {
				line = g
			}
		}
		set("decision", line, "Hoàn thành tốt nhiệm vụ")
		set("decision_reason", line, "vượt mức chưa đủ 30%")
		set("decision_number", line, "12-QĐ/ĐU")
	})
	if errorsOf(ps) != "" {
		explain(t, ps)
	}
	r := in.Reviews[evaluate.Member]
	if r == nil || r.Frame.Len() != n/5 {
		t.Fatalf("%+v, want %d decisions", r, n/5)
	}
	decision := r.Frame.Schema.ByRole(evaluate.RoleDecision)
	seen := map[string]bool{}
	for row := range r.Frame.Len() {
		at := r.Frame.Origin(row, decision)
		if at.Sheet != sheetReview || at.Cell != cellName(10, line) || r.Groups[row] != "member/fall_through/XS-2/good" {
			t.Fatalf("row %d stands at %s in group %q", row, at, r.Groups[row])
		}
		if got := r.Frame.Show(decision, r.Frame.Value(row, decision)); got != "Hoàn thành tốt nhiệm vụ" {
			t.Fatalf("decided %q", got)
		}
		var i int
		if _, err := fmt.Sscanf(r.Subjects[row], "m%d", &i); err != nil || (i-1)%5 != 0 || seen[r.Subjects[row]] {
			t.Fatalf("row %d is about %q", row, r.Subjects[row])
		}
		seen[r.Subjects[row]] = true
	}
	if len(in.Subjects[evaluate.Member]) != n || in.Subjects[evaluate.Member][0] == "" {
		t.Error("the rows of the list are not read by their ids")
	}
}

// A subject's own row is kept apart from its group's line.
func TestOwnRowBesideItsGroup(t *testing.T) {
	var line int
	in, ps := writtenReview(t, 20, func(set func(string, int, any), groups []int, _ *excelize.File) {
		line = groups[3]
		set("decision", line+1, "Hoàn thành nhiệm vụ")
		set("decision", line, "Không hoàn thành nhiệm vụ")
	})
	if errorsOf(ps) != "" {
		explain(t, ps)
	}
	r := in.Reviews[evaluate.Member]
	if got := strings.Join(r.Groups, ","); !strings.HasPrefix(got, ",member/") || len(r.Groups) != 5 {
		t.Fatalf("groups %q", got)
	}
	if r.Subjects[0] != r.Subjects[1] || r.Frame.Place(0).Row != int32(line+1) || r.Frame.Place(1).Row != int32(line) {
		t.Errorf("subjects %v", r.Subjects)
	}
}

// Another decision is another workbook; the order of the groups' lines is not.
func TestReviewsAreContents(t *testing.T) {
	digest := func(grade string) string {
		in, _ := writtenReview(t, 20, func(set func(string, int, any), g []int, _ *excelize.File) { set("decision", g[0], grade) })
		return in.Digest
	}
	if a, b := digest("Hoàn thành tốt nhiệm vụ"), digest("Hoàn thành nhiệm vụ"); a == b {
		t.Error("two decisions, one digest")
	}
}

// Only the entries are open: what says whom they are about is hidden and locked.
func TestReviewSheetOpensItsEntriesAlone(t *testing.T) {
	f := openResult(t, reviewResult(t, 20))
	columns, groups := reviewLines(t, f)
	for name, c := range columns {
		if name == "" {
			continue
		}
		id, err := f.GetCellStyle(sheetReview, cellName(c+1, groups[0]))
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		shown, _ := f.GetColVisible(sheetReview, columnName(c+1))
		entry := strings.HasPrefix(name, "decision") && name != string(evaluate.RoleDecisionRelief)
		if open := style.Protection != nil && !style.Protection.Locked; open != entry || shown == slices.Contains(reviewMarks(), name) {
			t.Errorf("%s: open %v, shown %v", name, open, shown)
		}
	}
}

func BenchmarkReadReviews(b *testing.B) {
	spec := reviewResult(b, 300)
	path, _ := written(b, "review", func(w io.Writer) error { return WriteResult(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	columns, groups := reviewLines(b, f)
	for _, g := range groups {
		if err := f.SetCellValue(sheetReview, cellName(columns["decision"]+1, g), "Hoàn thành nhiệm vụ"); err != nil {
			b.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		b.Fatal(err)
	}
	read := resultReadSpec(b)
	for b.Loop() {
		if in, _ := Read(path, read); in.Reviews[evaluate.Member].Frame.Len() != 300 {
			b.Fatal("not everybody is decided")
		}
	}
}

// What is hidden takes no room: a row is as high as what is printed of it.
func TestReviewRowsAreAsHighAsTheirText(t *testing.T) {
	f := openResult(t, reviewResult(t, 20))
	_, groups := reviewLines(t, f)
	for row := groups[0] + 1; row < groups[1]; row++ {
		if h, err := f.GetRowHeight(sheetReview, row); err != nil || h > 3*lineHeight(tableSize)+3 {
			t.Errorf("row %d is %.1f points high (%v)", row, h, err)
		}
	}
}

// A decision that fails a check keeps the forms of its kind from being final, and
// one of no one kind those of all.
func TestFormsAreNotFinalWhileDecisionsFailChecks(t *testing.T) {
	p := Progress{Subjects: 9, Lacking: map[evaluate.Kind]int{evaluate.Member: 2}}
	if got := statusLine(p, evaluate.Member); p.Final(evaluate.Member) || got != "ĐÃ TÍNH ĐỦ, CHƯA CHÍNH THỨC: 2 quyết định chưa qua được kiểm tra" {
		t.Errorf("members: %q", got)
	}
	if got := statusLine(p, evaluate.Organization); got != "CHÍNH THỨC" {
		t.Errorf("organizations: %q", got)
	}
	p.Lacking[""] = 1
	if got := statusLine(p, evaluate.Organization); p.Final(evaluate.Organization) || got != "ĐÃ TÍNH ĐỦ, CHƯA CHÍNH THỨC: 1 quyết định chưa qua được kiểm tra" {
		t.Errorf("organizations: %q", got)
	}
	p.Undecided = map[evaluate.Kind]int{evaluate.Member: 4}
	if got := statusLine(p, evaluate.Member); got != "ĐÃ TÍNH ĐỦ, CHƯA QUYẾT ĐỊNH: 4 trường hợp theo mức tính được, chưa có quyết định riêng; 3 quyết định chưa qua được kiểm tra" {
		t.Errorf("undecided members: %q", got)
	}
}

// Forms whose figures nobody has decided on yet are not called final, though
// nothing is missing; of another kind's forms that says nothing.
func TestFormsAreFinalOnceDecided(t *testing.T) {
	p := Progress{Subjects: 9, Waiting: map[evaluate.Kind]int{}, Undecided: map[evaluate.Kind]int{evaluate.Member: 4}}
	if got := statusLine(p, evaluate.Member); got != "ĐÃ TÍNH ĐỦ, CHƯA QUYẾT ĐỊNH: 4 trường hợp theo mức tính được, chưa có quyết định riêng" {
		t.Errorf("undecided members: %q", got)
	}
	if got := statusLine(p, evaluate.Organization); got != "CHÍNH THỨC" {
		t.Errorf("decided organizations: %q", got)
	}
	if p.Final() || !p.Final(evaluate.Organization) || !p.Computed() {
		t.Error("what the heads of forms say and what is called final differ")
	}
	p.Closed = &Closure{}
	if !p.Final() {
		t.Error("a campaign locked with all grades computed is not final")
	}
}

// Branches of many base organizations bear the same name, and so do people: the
// review sheet adds the base organization and the year of birth.
func TestReviewTellsNamesakesApart(t *testing.T) {
	spec := sampleResult(t, 12)
	tree, ps := evaluate.NewTree([]evaluate.Org{{Code: "XA", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "DB", Name: "Đảng bộ thôn Mẫu", Parent: "XA", Level: evaluate.BaseCommittee}, {Code: "CB", Name: "Chi bộ xóm Mẫu 2", Parent: "DB", Level: evaluate.Branch}})
	noProblems(t, ps)
	in := *spec.Report.Inputs
	in.Tree = tree
	r := &result{report: &evaluate.Report{Inputs: &in}}
	pop := spec.Report.Inputs.Populations[evaluate.Member]
	birth := pop.Frame.Schema.ByRole(evaluate.RoleBirth)
	x := subject{kind: evaluate.Member, frame: pop.Frame, of: &evaluate.Subject{Org: 2}, org: tree.Orgs[2].Name}
	if got := r.place(&x); got != "Chi bộ xóm Mẫu 2 · Đảng bộ thôn Mẫu" {
		t.Errorf("a branch is called %q", got)
	}
	x.of, x.org = &evaluate.Subject{Org: 1}, tree.Orgs[1].Name
	if got := r.place(&x); got != "Đảng bộ thôn Mẫu" {
		t.Errorf("a base organization is called %q", got)
	}
	pop.Frame.Set(0, birth, evaluate.DateValue(evaluate.Date{Year: 1980, Month: 2, Day: 3}))
	if got := birthYear(&x); got != "1980" {
		t.Errorf("year of birth %q", got)
	}
}

// The rule that a group is asked about stands on the line of the group alone: the
// rows below say what is theirs, and stay short enough to read.
func TestReviewRowsDoNotRepeatTheRuleOfTheirGroup(t *testing.T) {
	f := openResult(t, reviewResult(t, 20))
	_, groups := reviewLines(t, f)
	title, short := "", 0
	for row := plainHeadRow + 1; row <= plainHeadRow+20+len(groups); row++ {
		first := get(t, f, sheetReview, cellName(1, row))
		if slices.Contains(groups, row) {
			title = first
			continue
		}
		reason := get(t, f, sheetReview, cellName(9, row))
		if reason == "" {
			t.Errorf("row %d gives no reason", row)
		}
		if !strings.Contains(reason, labelAsGroup) {
			continue
		}
		short++
		if !strings.Contains(title, "00-QĐ/MẪU") || strings.Contains(reason, "00-QĐ/MẪU") {
			t.Errorf("row %d: %q below %q", row, reason, title)
		}
	}
	if short < 8 {
		t.Errorf("%d rows leave the rule to their group", short)
	}
}
