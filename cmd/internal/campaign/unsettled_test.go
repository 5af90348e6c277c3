package campaign

import (
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What was corrected is read by today's lists, whatever became of other facts; a value that
// they no longer know says nothing of today's grade, so that every one stays possible.
func TestCorrectionsByTodaysLists(t *testing.T) {
	schema := library(t).Vocabulary.Schema(evaluate.Member)
	choice := func(id evaluate.FactID, code string) column {
		k := keptColumn{Fact: id, Type: evaluate.ChoiceFact, Given: []bool{true}, Codes: []string{code}, N: []int64{0}}
		return k.column()
	}
	for _, c := range []struct {
		name      string
		corrected string
		other     column
		between   bool
	}{
		{"all are known", "warning", choice("reviewed", "yes"), true},
		{"another fact is no longer asked for", "warning", choice("asked_long_ago", "yes"), true},
		{"another one has a value that is gone", "warning", choice("reviewed", "gone"), true},
		{"the corrected value is gone", "gone", choice("reviewed", "yes"), false},
	} {
		pop := &evaluate.Population{Frame: evaluate.NewFrame(schema), Subjects: []evaluate.Subject{{ID: "m"}}}
		pop.Frame.Append(evaluate.Place{})
		r := &Regraded{Kind: evaluate.Member, ID: "m", Facts: table{tableRows{Kind: evaluate.Member, From: []int32{-1}, Row: []int32{1}}, []column{choice("discipline", c.corrected), c.other}},
			Changes: []excel.Change{{Fact: "discipline", Before: "Không", After: "Cảnh cáo"}}}
		r.hold(pop, 0)
		s := &pop.Subjects[0]
		if between := len(s.Doubts) == 1 && len(s.Holds) == 0 && s.Doubts[0].Along[0].Code == c.corrected; between != c.between || !between && (len(s.Holds) != 1 || s.Holds[0].Decided != nil || s.Holds[0].Between != 0) {
			t.Errorf("%s: doubts %+v, holds %+v", c.name, s.Doubts, s.Holds)
		}
	}
}

// A decision is the authority's later word only where it was taken in after the
// grading anew and is not dated before it; any other, and a dispute between two, leaves
// the choice between all the grades that were decided.
func TestDecisionBesideRegrading(t *testing.T) {
	schema := library(t).Vocabulary.Schema(evaluate.Member)
	decision, date := schema.ByRole(evaluate.RoleDecision), schema.ByRole(evaluate.RoleDecisionDate)
	good, ok := schema.Facts[decision].CodeIndex("good")
	if !ok {
		t.Fatal("no grade")
	}
	at := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	r := &Regraded{At: at, Kind: evaluate.Member, ID: "m", Number: "77-QĐ", Date: "2026-03-01",
		New: RegradedSide{Row: evaluate.DataRow{Outcome: evaluate.Graded, Rung: "not_completed"}}}
	before, since := at.Add(-time.Hour), at.Add(time.Hour)
	for _, c := range []struct {
		name    string
		decided bool
		taken   time.Time
		signed  string
		follows bool
		between int // grades that are left otherwise
	}{
		{"taken in and dated since", true, since, "2026-03-02", true, 0},
		{"dated on the same day", true, since, "2026-03-01", true, 0},
		{"not dated", true, since, "", true, 0},
		{"dated before", true, since, "2026-02-28", false, 2},
		{"taken in before, though dated since", true, before, "2026-03-02", false, 2},
		{"nobody decided", false, since, "", false, 0},
	} {
		f := evaluate.NewFrame(schema)
		f.Append(evaluate.Place{})
		if c.decided {
			f.Set(0, decision, evaluate.ChoiceValue(good))
		}
		if d, ok := evaluate.ParseDate(c.signed); ok {
			f.Set(0, date, evaluate.DateValue(d))
		}
		if got := r.followed(f, 0, c.taken); got != c.follows {
			t.Errorf("%s: follows %v", c.name, got)
		}
		if c.follows {
			continue
		}
		pop := &evaluate.Population{Frame: f, Subjects: []evaluate.Subject{{ID: "m"}}}
		r.hold(pop, 0)
		h, d := pop.Subjects[0].Holds, pop.Subjects[0].Doubts
		if c.decided && (len(h) != 1 || len(h[0].Decided) != c.between) {
			t.Errorf("%s: holds %+v", c.name, h)
		}
		if !c.decided && (len(h) != 0 || len(d) != 1 || !d[0].Waits) { // between what the two sets of facts lead to
			t.Errorf("%s: doubts %+v, holds %+v", c.name, d, h)
		}
		if !f.Value(0, decision).IsBlank() {
			t.Errorf("%s: the decision is in force", c.name)
		}
	}
	pop := &evaluate.Population{Frame: evaluate.NewFrame(schema), Subjects: []evaluate.Subject{{ID: "m",
		Holds: []evaluate.Hold{{Decided: []string{"good", "completed"}}}}}}
	pop.Frame.Append(evaluate.Place{})
	r.hold(pop, 0)
	if h := pop.Subjects[0].Holds; len(h) != 2 || len(h[0].Decided) != 2 || len(h[1].Decided) != 1 {
		t.Errorf("two decisions that differ: %+v", h)
	}
}
