package excel

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// capSheet is the control of ceilings as rows of texts.
func capSheet(t *testing.T, f *excelize.File) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheetCaps, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows[capsGroupRow-1:]
}

func TestResultCapsShowReadingsSideBySide(t *testing.T) {
	f := openResult(t, sampleResult(t, 40))
	rows := capSheet(t, f)
	first := func(label string) int { return slices.Index(rows[1], label) }
	for _, of := range []evaluate.CapBase{evaluate.GoodOnly, evaluate.GoodOrBetter, evaluate.AllRated} {
		if !slices.Contains(rows[0], readingLabel(of)) {
			t.Errorf("no reading %q", readingLabel(of))
		}
	}
	open, base, over, remark := rows[2][first(labelOpen)], rows[2][first(labelBaseCount)], rows[5][first(labelOver)], rows[5][first(labelRemark)]
	if base != "3–5" || open != "2" {
		t.Errorf("open people give base %q with %q open, want a range", base, open)
	}
	if over != "1" || !strings.Contains(remark, "Vượt 1.") {
		t.Errorf("exact figure %q, remark %q", over, remark)
	}
	// The reading in force, and no other, stands out.
	bold := func(col int) bool {
		id, err := f.GetCellStyle(sheetCaps, cellName(col+1, capsHeadRow+1))
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		return err == nil && style.Font.Bold && len(style.Fill.Color) > 0
	}
	at := first(labelBaseCount)
	for i := range capFigures(evaluate.GoodOnly) {
		if !bold(at + i) {
			t.Errorf("figure %d in force is not marked", i)
		}
	}
	for i := range 6 {
		if bold(at + 4 + i) {
			t.Errorf("figure %d of another reading is marked", i)
		}
	}
}

// capped is a report of one base branch with the given points of its members, in
// which everybody who has the points gets the grade.
func capped(t *testing.T, points ...string) ResultSpec {
	t.Helper()
	spec := sampleResult(t, 3*len(points))
	v, tree := sampleVocabulary(t), sampleTree(t)
	pop := samplePeople(t, v, tree, len(points))
	for row, p := range points {
		pop.Subjects[row].Org = 1
		setNum(t, pop.Frame, row, "score_1", "15")
		setNum(t, pop.Frame, row, "score_2", "15")
		setNum(t, pop.Frame, row, "score_3", p)
		setNum(t, pop.Frame, row, "tasks_done", "20")
		setNum(t, pop.Frame, row, "tasks_exceeded", "9")
		setDate(pop.Frame, row, "admitted_on", 2000, 1, 3)
		setCode(pop.Frame, row, "discipline", 1)
		setNum(t, pop.Frame, row, "sick_leave_months", "0")
		pop.Frame.Set(row, at(pop.Frame, "proposal_self"), evaluate.Value{})
	}
	in := *spec.Report.Inputs
	in.Populations = map[evaluate.Kind]*evaluate.Population{evaluate.Member: pop}
	report, ps := evaluate.Grade(&in, map[evaluate.Kind]*evaluate.RuleSet{evaluate.Member: sampleRules(t, v, evaluate.Member)})
	noProblems(t, ps)
	spec.Report = report
	return spec
}

func TestResultCapsSayWhatSmallGroupsMay(t *testing.T) {
	rows := capSheet(t, openResult(t, capped(t, "65", "45", "45")))
	text := strings.Join(rows[2], "|")
	for _, want := range []string{"Nhóm 3 người: chưa được ai.", "Vượt 1.", "Sau khi hạ số vượt thì được 0; thêm 3 người xếp HTTNV thì được 1."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
}

// The number that holds when both grades are shared out anew may be smaller than
// that of the list though nobody is lowered, and is called so.
func TestResultCapsTellSharedOutFromListed(t *testing.T) {
	spec := capped(t, slices.Repeat([]string{"45"}, 10)...)
	rows := capSheet(t, openResult(t, spec))
	listed, shared := slices.Index(rows[1], labelAsListed), slices.Index(rows[1], "Được phép khi chia lại hai mức")
	if shared < 0 || rows[2][listed] != "2" || rows[2][shared] != "1" {
		t.Errorf("headings %q, figures %q", rows[1], rows[2])
	}
	want := "Chia lại hai mức thì được 1; thêm 2 người xếp HTTNV thì được 2."
	if text := strings.Join(rows[2], "|"); !strings.Contains(text, want) || strings.Contains(text, "hạ số vượt") {
		t.Errorf("%q lacks %q", text, want)
	}
	c := spec.Report.Caps[0]
	c.CapReading = *c.Reading(evaluate.AllRated)
	if got := capRemarks(&c); !strings.Contains(got, "thì được thêm 1.") || strings.Contains(got, "Chia lại") {
		t.Errorf("a base that stays the same: %q", got)
	}
}

func TestResultCapsListCandidatesByMerit(t *testing.T) {
	rows := capSheet(t, openResult(t, capped(t, "62", "69", "62", "45", "45", "45", "45")))
	var got []string
	for _, r := range rows[4:] { // below the line on how groups are formed
		got = append(got, strings.Join(r, "|"))
	}
	want := []string{"Vượt 2: ", "1|Nguyễn Thị Người Mẫu 2", "2|Nguyễn Thị Người Mẫu 1", "2|Nguyễn Thị Người Mẫu 3"}
	if len(got) != len(want) {
		t.Fatalf("rows %q", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("row %q, want %q", got[i], want[i])
		}
		if strings.Contains(got[i], labelSameMerit) != (i >= 2) {
			t.Errorf("row %q: equal merit is told wrongly", got[i])
		}
	}
	if !strings.Contains(got[1], "99") || !strings.Contains(got[0], "tổng điểm") {
		t.Errorf("the criteria are not shown: %q, %q", got[0], got[1])
	}
}

// Where something unknown leaves people side by side, the control and the lists say
// so and name it; whose place is not known has no number.
func TestResultCapsTellWhatTheOrderDoesNotDecide(t *testing.T) {
	spec := capped(t, "69", "62", "62", "45", "45", "45", "45")
	spec.ProposeCaps = true
	c := &spec.Report.Caps[0]
	key := &c.Cap.Merit[0]
	c.Merit = []evaluate.MeritPlace{{Place: 1, Shared: true, Unknown: key}, {Place: 1, Shared: true, Unknown: key}, {Unknown: key}}
	c.Proposed, c.Tied, c.Choose, c.TiedBy = nil, c.Candidates[:2], 1, key
	f := openResult(t, spec)
	rows := capSheet(t, f)[5:]
	for i, want := range []string{"1|", "1|", "|"} {
		text := strings.Join(rows[i], "|")
		told := strings.Contains(text, "chưa phân định được: còn trường hợp cùng thứ tự chưa rõ tổng điểm")
		if !strings.HasPrefix(text, want) || told != (i < 2) || strings.Contains(text, labelSameMerit) {
			t.Errorf("row %d: %q", i, text)
		}
	}
	for i, want := range []string{"Chưa phân định được, cần chọn 1 trong 2", "Chưa phân định được, cần chọn 1 trong 2", ""} {
		if got := table(t, f, sheetMembers, headingRow)[i][labelSuggestion]; got != want {
			t.Errorf("row %d: suggestion %q, want %q", i, got, want)
		}
	}
}

// The suggestion is a column of its own, only where it was asked for, and nobody
// is demoted by it.
func TestResultSuggestsWhomTheCeilingLeavesOut(t *testing.T) {
	points := []string{"62", "69", "62", "45", "45", "45", "45"}
	plain := table(t, openResult(t, capped(t, points...)), sheetMembers, headingRow)
	spec := capped(t, points...)
	spec.ProposeCaps = true
	f := openResult(t, spec)
	told := table(t, f, sheetMembers, headingRow)
	if _, there := plain[0][labelSuggestion]; there {
		t.Error("a suggestion nobody asked for")
	}
	want := []string{"HTTNV", "", "HTTNV", "", "", "", ""} // two of three, both at the cut are out
	for i, row := range told {
		if row[labelEffective] != plain[i][labelEffective] {
			t.Errorf("row %d: %q became %q", i, plain[i][labelEffective], row[labelEffective])
		}
		if row[labelSuggestion] != want[i] {
			t.Errorf("row %d: suggestion %q, want %q", i, row[labelSuggestion], want[i])
		}
	}
	spec = capped(t, "69", "69", "45", "45", "45", "45")
	spec.ProposeCaps = true
	told = table(t, openResult(t, spec), sheetMembers, headingRow)
	for i := range 2 {
		if got := told[i][labelSuggestion]; got != tiedText(1, 2, nil) {
			t.Errorf("equal merit gives %q", got)
		}
	}
}

// A group that has somebody in two posts says that it counts posts; any other does not.
func TestCapRemarksTellPeopleInTwoPosts(t *testing.T) {
	spec := capped(t, "69", "69", "45", "45", "45", "45")
	c := spec.Report.Caps[0]
	if got := capRemarks(&c); c.Twice != 0 || strings.Contains(got, "chức vụ") {
		t.Errorf("one post each: %q", got)
	}
	pop := spec.Report.Inputs.Populations[c.Kind]
	for i := range pop.Subjects {
		pop.Subjects[i].Person = strconv.Itoa(max(i, 1))
	}
	again := c.Rules.Caps(spec.Report, c.Kind)[0]
	if got := capRemarks(&again); again.Twice != 1 || !strings.Contains(got, "1 người giữ nhiều chức vụ trong nhóm") || again.Have != c.Have || again.Base != c.Base {
		t.Errorf("somebody in two posts, %d: %q", again.Twice, got)
	}
}

// The decision that grants a higher rate is cited; where it could be granted and
// is not recorded, an exceeded group is told so.
func TestCapRemarksCiteTheUplift(t *testing.T) {
	spec := capped(t, "69", "69", "45", "45", "45", "45")
	c := spec.Report.Caps[0]
	lifted := *c.Cap
	lifted.Uplift = &evaluate.UpliftSpec{Rate: num(t, "25%")}
	c.Cap = &lifted
	if got := capRemarks(&c); !strings.Contains(got, "Chưa ghi quyết định nâng tỷ lệ (đến 25%).") {
		t.Errorf("not granted: %q", got)
	}
	c.Uplifted, c.Uplift = true, "12-QĐ/ĐU."
	if got := capRemarks(&c); !strings.Contains(got, "Quyết định nâng tỷ lệ: 12-QĐ/ĐU.") || strings.Contains(got, "Chưa ghi") {
		t.Errorf("granted: %q", got)
	}
}

// The control sheet says once of each ceiling how its groups are formed, who is counted
// apart, and which of it is a reading of the set, with its standing.
func TestResultCapsSayHowGroupsAreFormed(t *testing.T) {
	spec := capped(t, "69", "69", "45", "45", "45", "45")
	c := spec.Report.Caps[0]
	with := *c.Cap
	with.Within, with.By, with.DefaultBy, with.Note, with.Standing = "base_organization", "", "", "Cơ sở tính là cách đọc.", evaluate.Interpretation
	c.Cap = &with
	got := capGround(&c)
	for _, want := range []string{with.ID, kindLabel(c.Kind), "trong từng tổ chức cơ sở đảng", "các loại khác đếm riêng", "Cơ sở tính là cách đọc", evaluate.PhraseStanding(evaluate.Interpretation)} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	with.Within, with.Standing = "campaign", evaluate.Quoted
	if got := capGround(&c); !strings.Contains(got, "trong toàn đợt") || strings.Contains(got, evaluate.PhraseStanding(evaluate.Interpretation)) {
		t.Errorf("over the campaign: %q", got)
	}
	var said []string
	for _, row := range capSheet(t, openResult(t, spec)) {
		for _, text := range row {
			if strings.Contains(text, "các loại khác đếm riêng") {
				said = append(said, text)
			}
		}
	}
	if kinds := len(slices.CompactFunc(slices.Clone(spec.Report.Caps), func(a, b evaluate.CapFinding) bool { return a.Cap.ID == b.Cap.ID && a.Kind == b.Kind })); len(said) != kinds {
		t.Errorf("%d lines for %d ceilings: %q", len(said), kinds, said)
	}
}
