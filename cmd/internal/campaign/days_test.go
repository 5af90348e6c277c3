package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Two workbooks may tell the days that one of them alone would be refused for:
// then the subject waits, and so does a subject of a roster or of the list.
func TestWhoHasImpossibleDaysWaits(t *testing.T) {
	lib := library(t)
	year, _ := evaluate.ParsePeriod("2025")
	for _, c := range []struct {
		kind evaluate.Kind
		says row
		want string
	}{
		{evaluate.Member, row{"birth_date": "1975-09-05", "admitted_on": "1998-02-03"}, ""},
		{evaluate.Member, row{"birth_date": "1998-02-03", "admitted_on": "1975-09-05"}, "E324"},
		{evaluate.Member, row{"birth_year": "2030"}, "E323"},
		{evaluate.Organization, row{"founded_on": "2026-01-01"}, "E323"},
		{evaluate.Leader, row{"first_appointed_on": "2026-01-01"}, "E323"},
		{evaluate.Collective, row{"founded_on": "2025-12-31"}, ""},
	} {
		f := evaluate.NewFrame(lib.Vocabulary.Schema(c.kind))
		at := f.Append(evaluate.Place{Source: -1})
		for id, text := range c.says {
			fill(t, f, at, id, text)
		}
		pop := &evaluate.Population{Frame: f, Subjects: []evaluate.Subject{{ID: "x"}}}
		in := &evaluate.Inputs{Period: year, Reference: year.Last(), Populations: map[evaluate.Kind]*evaluate.Population{c.kind: pop}}
		got := ""
		for _, p := range checkDays(in) {
			got += string(p.Code)
		}
		if got != c.want || len(pop.Subjects[0].Holds) > 0 != (c.want != "") {
			t.Errorf("%s %v: %q, held %d times, want %q", c.kind, c.says, got, len(pop.Subjects[0].Holds), c.want)
		}
	}
}
