package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whoever waits for nothing but another subject's grade is told whose, and what
// that one waits for; the grade of the office itself is somebody's to write.
func TestWhoseGradeIsAwaited(t *testing.T) {
	l := libraries{}
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "BTV", Name: "Ban Thường vụ Mẫu", Org: "XA", Size: 5, Founded: offices()[0].Founded})
	office := func(rows ...row) sheet { return sheet{excel.OfficeBook, "XA", evaluate.Collective, rows} }
	tt, btv := collective21("TT", "management", "excellent", "good"), collective21("BTV", "committee", "excellent", "good")
	head := somebody("Đứng Đầu", post21("head", "Chủ tịch", "TT", "không", "không"))
	open := unit("UB", "good").without("task_2_1")
	above := func(facts ...row) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Organization, []row{row{"org_code": "XA"}.with(facts...)}}
	}
	for _, c := range []struct {
		name  string
		books []sheet
		kind  evaluate.Kind
		who   string
		want  []string // what the only thing awaited says; none: nothing is awaited
	}{
		{"an open unit", []sheet{units(open), office(tt)}, evaluate.Collective, "TT", []string{"Cơ quan, đơn vị: Ủy ban Mẫu (UB), chưa có mức, còn chờ: ", "2.1"}},
		{"an open unit above the collective of a head", []sheet{units(open), office(tt), leaders(head)}, evaluate.Leader, "Đứng Đầu",
			[]string{"Tập thể lãnh đạo, quản lý mình đứng đầu: Tập thể Ủy ban Mẫu (TT), chưa có mức, còn chờ: Cơ quan, đơn vị: Ủy ban Mẫu (UB)"}},
		{"a unit with a grade", []sheet{units(unit("UB", "good")), office(tt)}, evaluate.Collective, "TT", nil},
		{"an open unit, and a bar", []sheet{units(open), office(tt.with(row{"disunity_concluded": "yes"}))}, evaluate.Collective, "TT", nil},
		{"the office itself", []sheet{above(), office(btv)}, evaluate.Collective, "BTV", []string{"Mức do cơ quan khác, cấp trên đã xếp của XA"}},
		{"the office, of which nothing was said", []sheet{office(btv)}, evaluate.Collective, "BTV", []string{"Mức do cơ quan khác, cấp trên đã xếp của XA"}},
		{"the office, graded", []sheet{above(row{"graded_elsewhere": "good"}), office(btv)}, evaluate.Collective, "BTV", nil},
	} {
		r := (&coupling{period: "2021", bodies: bodies, books: c.books}).run(t, l)
		at := r.find(c.kind, c.who)
		got := r.report.Missing(c.kind, at)
		if len(got) != min(1, len(c.want)) {
			t.Errorf("%s (%s): waits for %v", c.name, r.outcome(c.kind, at), got)
			continue
		}
		for _, part := range c.want {
			if !strings.Contains(got[0].Heading, part) {
				t.Errorf("%s: %q does not say %q", c.name, got[0].Heading, part)
			}
		}
		if len(got) > 0 && got[0].Place() == "" {
			t.Errorf("%s: no place", c.name)
		}
	}
}

// Whoever waits for another's grade is sent to the cell that the other one lacks, and
// told by which id to ask about it: the state grade of a member graded here as an
// official too is no cell of the member's own.
func TestWhereAGradeIsAwaited(t *testing.T) {
	l := libraries{}
	perfect := memberLevels("excellent", "good").with(row{"category": "civil_servant"})
	official := staff(somebody("An", official90("excellent").without("tasks_exceeded")))
	for _, c := range []struct {
		coupling
		kind, of evaluate.Kind
		who, its string
		lacks    evaluate.FactID
	}{
		{coupling{period: "2021", kinds: withStaff(), books: append(branch21([]row{somebody("An", perfect)}, orgLevels("good", "good"), counterparts("none")), official)},
			evaluate.Member, evaluate.Staff, "An", "An", "tasks_exceeded"},
		{coupling{period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "good").without("task_2_1")), {excel.OfficeBook, "XA", evaluate.Collective, []row{collective21("TT", "management", "excellent", "good")}}}},
			evaluate.Collective, evaluate.Unit, "TT", "UB", "task_2_1"},
	} {
		r := c.run(t, l)
		got := r.report.Missing(c.kind, r.find(c.kind, c.who))
		pop, _ := r.report.Of(c.of)
		at := r.find(c.of, c.its)
		fact, _ := pop.Frame.Schema.Index(c.lacks)
		if len(got) != 1 || got[0].At != pop.Frame.Origin(at, fact) || got[0].At.Cell == "" || !strings.Contains(got[0].Heading, pop.Subjects[at].ID) {
			t.Errorf("%s %s waits for %+v, want the cell %v of %s", c.kind, c.who, got, pop.Frame.Origin(at, fact), pop.Subjects[at].ID)
		}
	}
}
