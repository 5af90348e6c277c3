package campaign

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Opening a campaign again brings back the facts that grading anew had corrected. Whoever
// rests on them waits like the one who was graded anew, until these have come in or the
// authority has decided under the number of that decision: then they are what they were
// found to be, for everybody.
func TestThoseWhoRestOnSomebodyGradedAnew(t *testing.T) {
	l := libraries{}
	const between = "undecided: excellent not_completed"
	found := row{"discipline": "reprimand", "discipline_duty": "yes"}
	decided := func(grade, number string) row {
		return row{"decision": grade, "decision_reason": "lý do", "decision_number": number, "decision_date": "2026-03-02"}
	}
	for _, c := range []struct {
		name         string
		member, post row // as they stand in the data
		wantMember   string
		wantPost     string
		told         int // E354
		note         bool
	}{
		{"neither the facts nor the decision are in", row{}, row{}, between, between, 1, false},
		{"the facts are in", found, row{}, "not_completed", "not_completed", 0, false},
		{"the decision is in under its number", decided("not_completed", "7-QĐ"), row{}, "not_completed", "not_completed", 0, true},
		{"the decision is in, and a fact that came since", decided("not_completed", "7-QĐ").with(row{"discipline": "warning", "discipline_duty": "no"}), row{}, "not_completed", "excellent", 0, false},
		{"the one who rests on it was decided", row{}, decided("good", "8-QĐ"), between, "good", 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			person := leader366("head", "", "", "", "", "25", row{"activity_status": "normal", "admitted_on": "2000-01-01", "units_in_charge": "0", "units_failed": "0"}).without("title", "own_collective", "own_unit", "unit_codes_in_charge")
			post := leader366("head", "Trưởng phòng Mẫu", "không", "P1", "không", "25")
			build := func(member, post row) *assembly {
				world := coupling{period: "2025", bodies: offices(), books: []sheet{
					{excel.BranchBook, "A", evaluate.Member, []row{somebody("An", person, row{"tasks_assigned": "10", "tasks_done": "10", "tasks_late": "0"}, member)}},
					leaders(somebody("An", post)), units(unit("P1", "excellent"))}}
				return world.assembly(t, l)
			}
			a := build(c.member, post.with(c.post))
			a.now = func() time.Time { return time.Date(2026, 3, 3, 8, 0, 0, 0, time.UTC) }
			a.again = func() (*assembly, error) {
				b := build(c.member, post.with(c.post))
				b.Campaign = a.Campaign
				return b, nil
			}
			putAside(t, a.Folder, regradedAs(t, build(row{}, post), "An", found))
			in, _, err := a.inputs()
			if err != nil {
				t.Fatal(err)
			}
			graded, err := a.gradeJoined(in, nil)
			if err != nil {
				t.Fatal(err)
			}
			r := &run{graded.report, graded.problems}
			comes{kind: evaluate.Member, who: "An", to: c.wantMember}.check(t, r)
			comes{kind: evaluate.Leader, who: "An", to: c.wantPost}.check(t, r)
			told, note := 0, false
			for _, p := range r.problems {
				switch {
				case p.Code == codeUnsettled && p.Severity == evaluate.Note:
					note = true
				case p.Code == codeUnsettled:
					told++
					pop, _ := r.report.Of(evaluate.Leader)
					if names := strings.Contains(p.Message, pop.Subjects[0].ID); names != (c.wantPost == between) {
						t.Errorf("the post is named %v: %s", names, p.Message)
					}
				}
			}
			if told != c.told || note != c.note {
				t.Errorf("told %d times, note %v: %v", told, note, r.problems)
			}
		})
	}
}

// A chi ủy answers for whoever sits on it by his row as a member, as he was found, too.
func TestCommitteesRestOnMembersGradedAnew(t *testing.T) {
	l := libraries{}
	found := row{"discipline": "reprimand", "discipline_duty": "yes", "discipline_elsewhere": "no"}
	for name, c := range map[string]struct {
		decided row
		silent  bool // he has a row among the leaders for it besides
		want    string
	}{
		"by his party post, not settled":         {row{}, false, "undecided: excellent not_completed"},
		"by his party post, affirmed":            {row{"decision": "not_completed", "decision_reason": "lý do", "decision_number": "7-QĐ"}, false, "not_completed"},
		"with a row among the leaders, affirmed": {row{"decision": "not_completed", "decision_reason": "lý do", "decision_number": "7-QĐ"}, true, "not_completed"},
	} {
		t.Run(name, func(t *testing.T) {
			build := func(decided row) *assembly {
				an := member366()[0].rows[0].with(row{"party_post": "secretary"}, decided)
				world := coupling{period: "2025", bodies: offices(), books: []sheet{{excel.BranchBook, "A", evaluate.Member, []row{an}},
					{excel.BranchBook, "A", evaluate.Collective, []row{collective366("CU", "committee", "44")}}}}
				if c.silent {
					world.books = append(world.books, leaders(somebody("An", leader366("head", "Bí thư", "CU", "không", "không", "30", row{"party_post": "secretary"}))))
				}
				return world.assembly(t, l)
			}
			a := build(c.decided)
			a.now = func() time.Time { return time.Date(2026, 3, 3, 8, 0, 0, 0, time.UTC) }
			a.again = func() (*assembly, error) {
				b := build(c.decided)
				b.Campaign = a.Campaign
				return b, nil
			}
			putAside(t, a.Folder, regradedAs(t, build(row{}), "An", found))
			in, _, err := a.inputs()
			if err != nil {
				t.Fatal(err)
			}
			graded, err := a.gradeJoined(in, nil)
			if err != nil {
				t.Fatal(err)
			}
			comes{kind: evaluate.Collective, who: "CU", to: c.want}.check(t, &run{report: graded.report})
		})
	}
}

// regradedAs is the record of grading a member anew with facts found.
func regradedAs(t *testing.T, a *assembly, who string, found row) Regraded {
	t.Helper()
	in, _, err := a.inputs()
	if err != nil {
		t.Fatal(err)
	}
	report, _ := evaluate.Grade(in, a.sets)
	row := (&run{report: report}).find(evaluate.Member, who)
	pop := in.Populations[evaluate.Member]
	f := rowCopy(t, pop, row, found)
	r := Regraded{Seq: 1, At: time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC), Kind: evaluate.Member, ID: pop.Subjects[row].ID, Number: "7-QĐ", Date: "2026-03-01", Workbook: "ket-qua/xep-lai/x.xlsx", Facts: tableOf(evaluate.Member, f),
		New: RegradedSide{Row: evaluate.DataRow{Outcome: evaluate.Graded, Grade: evaluate.NotCompleted, Rung: "not_completed"}, Label: "Không hoàn thành nhiệm vụ"}}
	for id := range found {
		i, _ := f.Schema.Index(id)
		r.Changes = append(r.Changes, excel.Change{Fact: string(id), Heading: f.Schema.Facts[i].Heading, Before: pop.Frame.Show(i, pop.Frame.Value(row, i)), After: f.Show(i, f.Value(0, i))})
	}
	return r
}

// putAside keeps a record as one of a closing that is over.
func putAside(t *testing.T, f Folder, r Regraded) {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	dir := f.regraded() + "-2026-03-01"
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "0001-x.json"), b, 0o600); err != nil {
		t.Fatal(err)
	}
}
