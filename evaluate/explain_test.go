package evaluate

import (
	"strings"
	"testing"
)

func gradeOne(t testing.TB, facts map[string]string) *Report {
	t.Helper()
	rs := sampleSet(t)
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "B", Level: BaseBranch}})
	f := NewFrame(rs.Schema())
	src := f.AddSource(SourceSheet{File: "nhan-ve/mau.xlsx", Sheet: "Đảng viên", Columns: columns(len(rs.Schema().Facts))})
	f.Append(Place{Source: src, Row: 9})
	fill(t, f, 0, perfect(facts))
	in.Populations = map[Kind]*Population{Member: &Population{Frame: f, Subjects: []Subject{{ID: "m1"}}}}
	r, _ := Grade(in, map[Kind]*RuleSet{Member: rs})
	return r
}

func TestExplanationAgreesWithTheWalk(t *testing.T) {
	for _, facts := range []map[string]string{nil, {"exceeded": "2"}, {"decline": "yes"}, {"fixed": ""}, {"exempt": "yes"}, {"sick": "4"}, {"p1": ""}} {
		r := gradeOne(t, facts)
		e := r.Explain(Member, 0)
		n := 0
		for _, s := range e.Steps() {
			if s.Verdict != e.Result.Walk.Verdicts[s.Index] {
				t.Errorf("%v: rule %s is %s in the explanation, %s in the walk", facts, s.Rule.ID, s.Verdict, e.Result.Walk.Verdicts[s.Index])
			}
			n++
		}
		if n != len(r.Results[Member][0].Rules.Rules) {
			t.Errorf("%v: %d steps for %d rules", facts, n, len(r.Results[Member][0].Rules.Rules))
		}
	}
}

func TestExplanationNamesFactAndCell(t *testing.T) {
	r := gradeOne(t, map[string]string{"exceeded": "2"})
	e := r.Explain(Member, 0)
	for _, s := range e.Steps() {
		if s.Rule.ID != "XS-EXCEED" {
			continue
		}
		if s.Verdict != Fails || !s.Relevant || len(s.Seen) < 2 || s.Seen[0].Shown != "2" || !strings.HasSuffix(s.Seen[0].At.String(), "nhan-ve/mau.xlsx[Đảng viên!M9]") {
			t.Errorf("step %+v", s)
		}
		return
	}
	t.Error("no step for the condition that failed")
}

// A review whose grades all lack a condition says why they are left open; others do not.
func TestGroundOfAReview(t *testing.T) {
	spec := sampleSpec()
	spec.FallNote, spec.FallCite, spec.FallStand = "Văn bản mẫu không nói.", Citation{Source: "S", Place: "Điều 9"}, Interpretation
	for _, c := range []struct {
		facts map[string]string
		want  string
	}{
		{map[string]string{"p1": "95", "late": "3"}, "Văn bản mẫu không nói (00-MẪU, Điều 9; " + PhraseStanding(Interpretation) + ")"},
		{map[string]string{"exceeded": "2"}, ""}, // something is suggested
		{map[string]string{"decline": "yes", "relief": "yes"}, ""},
		{nil, ""},
	} {
		rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
		failOn(t, ps)
		in := sampleInputs()
		in.Tree, _ = NewTree([]Org{{Code: "B", Level: BaseBranch}})
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, perfect(c.facts))
		in.Populations = map[Kind]*Population{Member: {Frame: f, Subjects: []Subject{{ID: "m1"}}}}
		r, _ := Grade(in, map[Kind]*RuleSet{Member: rs})
		if got := r.ReviewGround(Member, 0); got != c.want {
			t.Errorf("%v: %q, want %q", c.facts, got, c.want)
		}
	}
}

func TestReasonNamesTheArticle(t *testing.T) {
	for _, c := range []struct {
		facts map[string]string
		want  []string
	}{
		{nil, []string{"Đủ điều kiện xét Xuất sắc", "95 điểm", "00-MẪU, Điều 1"}},
		{map[string]string{"decline": "yes"}, []string{"Không hoàn thành", "DECLINE", "Điều DECLINE"}},
		{map[string]string{"exceeded": "2"}, []string{"Cần xem xét", "XS-EXCEED", "gợi ý: Tốt"}},
		{map[string]string{"p1": "95", "late": "3"}, []string{"Cần xem xét", "không mức nào đủ điều kiện", "Hoàn thành / Không hoàn thành"}},
		{map[string]string{"exempt": "yes"}, []string{"Không xếp loại", "EXEMPT"}},
		{map[string]string{"sick": "3"}, []string{"Hoàn thành", "SICK"}},
		{map[string]string{"fixed": ""}, []string{"Chưa đủ dữ liệu"}},
		{map[string]string{"branch": "good"}, []string{"Tạm lấy theo đề nghị", "Tốt"}},
		{map[string]string{"p1": "10"}, []string{"khung điểm", "10 điểm"}},
	} {
		got := gradeOne(t, c.facts).Reason(Member, 0)
		for _, w := range c.want {
			if !strings.Contains(got, w) {
				t.Errorf("%v: reason %q lacks %q", c.facts, got, w)
			}
		}
	}
}

func TestNextGradeAndMissing(t *testing.T) {
	if got := gradeOne(t, map[string]string{"p1": "80", "exceeded": "1"}).NextGrade(Member, 0); !strings.Contains(got, "chưa tới 90 điểm") || !strings.Contains(got, "XS-EXCEED") {
		t.Errorf("next grade: %q", got)
	}
	if got := gradeOne(t, nil).NextGrade(Member, 0); got != "" {
		t.Errorf("nothing stands above the top, got %q", got)
	}
	for _, fact := range []string{"fixed", "p1", "sick", "admitted"} {
		got := gradeOne(t, map[string]string{fact: ""}).Missing(Member, 0)
		if len(got) != 1 || string(got[0].Fact) != fact || got[0].At.Cell == "" {
			t.Errorf("without %s the report waits for %+v", fact, got)
		}
	}
}

// A set without bands never speaks of a band of points.
func TestReasonOfFallingToTheLowest(t *testing.T) {
	spec := sampleSpec()
	for i := range spec.Ladder {
		spec.Ladder[i].Band = nil
	}
	spec.FallThrough = FallLowest
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	r := groupReport(t, rs, nil, "", 0)
	f := r.Inputs.Populations[Member].Frame
	fill(t, f, f.Append(Place{Source: -1}), perfect(map[string]string{"late": "5"}))
	r.Inputs.Populations[Member].Subjects = append(r.Inputs.Populations[Member].Subjects, Subject{ID: "m", Org: 1})
	r, _ = Grade(r.Inputs, map[Kind]*RuleSet{Member: rs})
	got := r.Reason(Member, 0)
	if r.Results[Member][0].Rank != 0 || strings.Contains(got, "khung điểm") || !strings.Contains(got, "không đạt điều kiện") {
		t.Errorf("rank %d: %s", r.Results[Member][0].Rank, got)
	}
}

// A notice stands beside the grade and changes nothing about it.
func TestNotices(t *testing.T) {
	spec := sampleSpec()
	notice := rule("CONSIDER", ConditionSpec{Fact: "sick", Compare: &Comparison{Op: OpAtLeast, Values: []string{"1"}}})
	notice.Text = "xem xét bố trí việc khác"
	spec.Notices = []RuleSpec{notice}
	rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "B", Level: BaseBranch}})
	f := NewFrame(rs.Schema())
	for row, sick := range []string{"0", "1", ""} {
		f.Append(Place{Source: -1})
		facts := perfect(nil)
		delete(facts, "sick")
		if sick != "" {
			facts["sick"] = sick
		}
		fill(t, f, row, facts)
	}
	in.Populations = map[Kind]*Population{Member: &Population{Frame: f, Subjects: []Subject{{ID: "a"}, {ID: "b"}, {ID: "c"}}}}
	r, _ := Grade(in, map[Kind]*RuleSet{Member: rs})
	for row, want := range []bool{false, true, false} {
		if got := strings.Contains(r.Reason(Member, row), "xem xét bố trí việc khác"); got != want {
			t.Errorf("row %d: %s", row, r.Reason(Member, row))
		}
	}
	if a, b := r.Results[Member][0], r.Results[Member][1]; a.Rank != b.Rank || a.Outcome != b.Outcome {
		t.Errorf("the notice changed %v to %v", a.Rank, b.Rank)
	}
	if e := r.Explain(Member, 1); len(e.Notices) != 1 || !e.Notices[0].Relevant {
		t.Errorf("%+v", e.Notices)
	}
}
