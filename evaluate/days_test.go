package evaluate

import (
	"strings"
	"testing"
)

func TestDaysThatCannotBe(t *testing.T) {
	rs := sampleSet(t)
	period, _ := ParsePeriod("2025")
	reference := Date{2025, 11, 30}
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  string
	}{
		{"past days in their order", map[string]string{"admitted": "2025-12-31", "born": "2000-02-29", "born_year": "2025"}, ""},
		{"the first day after the period", map[string]string{"admitted": "2026-01-01"}, "E323"},
		{"a century mistyped", map[string]string{"admitted": "2095-02-03"}, "E323"},
		{"born after the day of reference", map[string]string{"born": "2025-12-01"}, "E323"},
		{"born in a year to come", map[string]string{"born_year": "2026"}, "E323"},
		{"admitted before birth", map[string]string{"admitted": "1975-09-04", "born": "1975-09-05"}, "E324"},
		{"admitted on the day of birth", map[string]string{"admitted": "1975-09-05", "born": "1975-09-05"}, "E324"},
		{"admitted the day after birth", map[string]string{"admitted": "1975-09-06", "born": "1975-09-05"}, ""},
		{"admitted before the year of birth", map[string]string{"admitted": "1974-12-31", "born_year": "1975"}, "E324"},
		{"admitted in the year of birth", map[string]string{"admitted": "1975-01-01", "born_year": "1975"}, ""},
		{"the day of birth goes before the year", map[string]string{"admitted": "1974-12-31", "born": "1970-01-01", "born_year": "1975"}, ""},
		{"only one of the two", map[string]string{"admitted": "1975-09-04"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(rs.Schema())
			f.Append(Place{Source: f.AddSource(SourceSheet{File: "a.xlsx", Sheet: "S", Columns: columns(len(rs.Schema().Facts))}), Row: 9})
			fill(t, f, 0, c.facts)
			got := ""
			for _, p := range CheckDays(f, 0, period, reference) {
				got += string(p.Code)
				if p.At.Cell == "" || p.Severity != Error {
					t.Errorf("%s at %q, %v", p.Code, p.At.Cell, p.Severity)
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Days in the wrong order in most rows are said to be exchanged: not a single one, not half
// of the rows, and not those that are one day.
func TestDaysExchangedInMostRows(t *testing.T) {
	rs := sampleSet(t)
	period, _ := ParsePeriod("2025")
	wrong, right := map[string]string{"admitted": "1970-02-03", "born": "1998-02-03"}, map[string]string{"admitted": "1998-02-03", "born": "1970-02-03"}
	same, yearAlone := map[string]string{"admitted": "1998-02-03", "born": "1998-02-03"}, map[string]string{"admitted": "1970-02-03", "born_year": "1998"}
	for name, c := range map[string]struct {
		rows       []map[string]string
		told, said int
	}{
		"one":           {[]map[string]string{wrong}, 1, 0},
		"half":          {[]map[string]string{wrong, right, right, wrong}, 2, 0},
		"most":          {[]map[string]string{wrong, right, wrong, {"born": "1970-02-03"}}, 2, 2},
		"and one alike": {[]map[string]string{wrong, wrong, wrong, same, yearAlone}, 5, 3},
	} {
		f := NewFrame(rs.Schema())
		source := f.AddSource(SourceSheet{File: "a.xlsx", Sheet: "S", Columns: columns(len(rs.Schema().Facts))})
		for i, facts := range c.rows {
			f.Append(Place{Source: source, Row: int32(9 + i)})
			fill(t, f, i, facts)
		}
		ps, said := CheckAllDays(f, period, Date{2025, 11, 30}), 0
		for _, p := range ps {
			if strings.Contains(p.Hint, "hai cột") {
				said++
			}
		}
		if len(ps) != c.told || said != c.said {
			t.Errorf("%s: %d problems, %d of exchanged columns: %v", name, len(ps), said, ps)
		}
	}
}

func TestBoundsOfDaysAreChecked(t *testing.T) {
	day := FactDef{ID: "day", Kind: Member, Type: DateFact, Heading: "Ngày"}
	number := FactDef{ID: "count", Kind: Member, Type: NumberFact, Step: Int(1), Unit: "tasks", Heading: "Số"}
	with := func(f FactDef, change func(*FactDef)) []FactDef { change(&f); return []FactDef{day, number, f} }
	for name, c := range map[string]struct {
		facts []FactDef
		want  Code
	}{
		"no such fact":           {with(FactDef{ID: "x", Kind: Member, Type: DateFact}, func(f *FactDef) { f.NotBefore = "nothing" }), "R222"},
		"after a number":         {with(FactDef{ID: "x", Kind: Member, Type: DateFact}, func(f *FactDef) { f.NotBefore = "count" }), "R227"},
		"a text after a day":     {with(FactDef{ID: "x", Kind: Member, Type: TextFact}, func(f *FactDef) { f.NotBefore = "day" }), "R227"},
		"a count is no year":     {with(number, func(f *FactDef) { f.ID, f.NotAfter = "x", DayPeriodEnd }), "R227"},
		"a text lies in no time": {with(FactDef{ID: "x", Kind: Member, Type: TextFact}, func(f *FactDef) { f.NotAfter = DayPeriodEnd }), "R227"},
	} {
		if _, ps := NewVocabulary(c.facts, nil); len(ps) != 1 || ps[0].Code != c.want {
			t.Errorf("%s: %v, want %s", name, ps, c.want)
		}
	}
}
