package evaluate

import "testing"

func TestNewDateKnowsTheCalendar(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		ok      bool
	}{{2025, 2, 31, false}, {2024, 2, 29, true}, {2025, 2, 29, false}, {2100, 2, 29, false}, {1899, 1, 1, false}, {2025, 13, 1, false}, {2025, 4, 31, false}, {2025, 12, 31, true}} {
		if _, ok := NewDate(c.y, c.m, c.d); ok != c.ok {
			t.Errorf("NewDate(%d, %d, %d): ok = %v, want %v", c.y, c.m, c.d, ok, c.ok)
		}
	}
}

func TestAddMonthsClipsToMonthEnd(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{{"2025-08-31", 6, "2026-02-28"}, {"2023-08-31", 6, "2024-02-29"}, {"2025-06-30", 6, "2025-12-30"}, {"2025-12-31", 1, "2026-01-31"}, {"2025-03-31", -1, "2025-02-28"}} {
		d, _ := ParseDate(c.from)
		if got := d.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestParseDateRefusesOtherForms(t *testing.T) {
	for _, s := range []string{"31/12/2025", "2025-12-31 ", "2025-1-01x", "", "2025-02-30"} {
		if _, ok := ParseDate(s); ok {
			t.Errorf("ParseDate(%q) was accepted", s)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		in          string
		g           Granularity
		first, last string
	}{
		{"2025", Yearly, "2025-01-01", "2025-12-31"}, {"2026-Q3", Quarterly, "2026-07-01", "2026-09-30"},
		{"2018-06", Monthly, "2018-06-01", "2018-06-30"}, {"2020-2025", Term, "2020-01-01", "2025-12-31"},
	} {
		p, ok := ParsePeriod(c.in)
		if !ok || p.Granularity != c.g || p.String() != c.in || p.First().String() != c.first || p.Last().String() != c.last {
			t.Errorf("ParsePeriod(%q) = %+v %v (%s..%s)", c.in, p, ok, p.First(), p.Last())
		}
	}
	for _, s := range []string{"", "25", "2026-Q5", "2026-13", "2025-2020", "2026-Q", "năm 2025", "2026-Q33"} {
		if p, ok := ParsePeriod(s); ok {
			t.Errorf("ParsePeriod(%q) = %+v, want refusal", s, p)
		}
	}
}
