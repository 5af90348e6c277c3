package campaign

import (
	"errors"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// explained are the lines that an explanation of somebody has about a relation.
func explained(t *testing.T, r *run, k evaluate.Kind, who string, of evaluate.Relation) (out []string) {
	t.Helper()
	at := r.find(k, who)
	if at < 0 {
		t.Fatalf("no %s %s", k, who)
	}
	e := r.report.Explain(k, at)
	for _, s := range e.Steps() {
		for _, o := range s.Seen {
			if o.Heading == evaluate.PhraseRelation(of) {
				out = append(out, s.Rule.ID+" "+o.Shown)
			}
		}
	}
	return out
}

// An explanation names the other parties by code, says which are open, tells each
// count once, and says so where there is nobody.
func TestExplanationNamesTheOtherParties(t *testing.T) {
	l := libraries{}
	charge := coupling{period: "2021", bodies: offices(), books: []sheet{units(unit("P1", "good"), unit("P2", "good"), unit("P3", "not_completed")),
		leaders(somebody("Phó", post21("deputy", "Phó chủ tịch", "TT", "UB", "P1; P2; P3; P4", row{"area_grade": "good"})),
			somebody("Trưởng", post21("head", "Trưởng phòng", "không", "P1", "không")))}}
	r := charge.run(t, l)
	counts := map[string]int{}
	for _, line := range explained(t, r, evaluate.Leader, "Phó", evaluate.UnitsInCharge) {
		counts[line]++
	}
	for _, want := range []string{"LDR-HT-UNITS 2/4 (P1, P2), 1 chưa rõ (P4)", "LDR-T-UNITS-HT 2/4 (P1, P2), 1 chưa rõ (P4)"} {
		if counts[want] != 1 {
			t.Errorf("%q stands %d times among %v", want, counts[want], counts)
		}
	}
	for line, n := range counts {
		if n > 1 {
			t.Errorf("%q is told %d times", line, n)
		}
	}
	if got := strings.Join(explained(t, r, evaluate.Leader, "Trưởng", evaluate.OwnUnit), "\n"); !strings.Contains(got, "P1: Hoàn thành tốt nhiệm vụ") {
		t.Errorf("the unit of the head is not named: %s", got)
	}
	if got := strings.Join(explained(t, r, evaluate.Leader, "Trưởng", evaluate.HeadedBody), "\n"); !strings.Contains(got, "không có") {
		t.Errorf("that there is no collective is not said: %s", got)
	}
}

// People who are counted are at hand for whoever may name them, but not by code.
func TestPeopleAreNoCodes(t *testing.T) {
	deputy := somebody("Phó", post21("deputy", "Phó bí thư", "CU", "không", "không", row{"area_grade": "good"}))
	c := coupling{period: "2021", bodies: offices(), books: append(branchA("good", "excellent"), ofA(evaluate.Leader, deputy),
		sheet{excel.OfficeBook, "XA", evaluate.Leader, []row{somebody("Phó", row{"own_collective": "CU", "own_unit": "không", "discipline": "warning"})}})}
	r := c.run(t, libraries{})
	e := r.report.Explain(evaluate.Collective, r.find(evaluate.Collective, "CU"))
	people := 0
	for _, s := range e.Steps() {
		for _, o := range s.Seen {
			for _, p := range o.Parties {
				if p.Kind == evaluate.Leader {
					people++
					if p.Frame.Text(p.Row, p.Frame.Schema.ByRole(evaluate.RoleName)) != "Người Mẫu Phó" || len(o.Codes(evaluate.Holds)) > 0 || strings.Contains(o.Shown, "Phó") {
						t.Errorf("%s sees %+v", s.Rule.ID, o)
					}
				}
			}
		}
	}
	if people == 0 {
		t.Error("nobody was counted")
	}
}

// A collective of three of whom two are listed is pointed out, at the cell with its
// size; one that all or none are listed of is not.
func TestFewerLeadersListedThanTheCollectiveHas(t *testing.T) {
	lib := library(t)
	leader := func(number, name, collective string) row {
		return row{"full_name": "Người Mẫu " + name, "identity_number": number, "own_collective": collective, "title": "Ủy viên"}
	}
	for want, rows := range map[int][]row{
		0: {leader("999000000001", "An", "CU"), leader("999000000002", "Bình", "CU"), leader("999000000003", "Chi", "CU")},
		2: {leader("999000000001", "An", "CU"), leader("999000000002", "Bình", "CU")},
	} {
		a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BaseBook, "A", evaluate.Leader, rows...))
		a.mustPopulate(t)
		var told []string
		for _, p := range a.problems {
			if p.Code == "E388" {
				told = append(told, p.Subject+" "+p.Message)
			}
		}
		if want == 0 && len(told) > 0 || want == 2 && (len(told) != 1 || !strings.HasPrefix(told[0], "CU tập thể có 3 thành viên theo danh sách, nhưng mới có 2")) {
			t.Errorf("%d leaders: %v", len(rows), told)
		}
	}
}

// What the list has and nobody grades here is told apart from what nobody knows.
func TestNotFoundKnowsTheList(t *testing.T) {
	c := coupling{period: "2021", bodies: offices(), kinds: []evaluate.Kind{evaluate.Member, evaluate.Organization}, books: branchA("good", "excellent")[:2]}
	g := &Grading{Report: c.run(t, libraries{}).report}
	for word, want := range map[string]evaluate.Code{"XA": "C925", "xa": "C925", " Ủy ban Mẫu": "C925", "TT": "C925", "nobody": "C921", "": "C921"} {
		if found, _ := g.Find(word); len(found) > 0 {
			t.Fatalf("%q is found", word)
		}
		var f *Failure
		if err := g.NotFound(word); !errors.As(err, &f) || f.Problem.Code != want {
			t.Errorf("%q: %v, want %s", word, err, want)
		}
	}
}
