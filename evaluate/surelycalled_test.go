package evaluate

import "testing"

// Only whoever has one of the statuses, and has had it long enough on the day that
// counts, certainly had to be called; what is blank is not certain.
func TestSurelyCalled(t *testing.T) {
	rs := sampleSet(t)
	reference, _ := ParseDate("2025-12-31")
	surely := &SurelyCalled{Status: "statement", Codes: []string{"on_time", "late"}, Since: "admitted", Months: 24}
	if why := surely.wrong(rs.Schema(), BallotsSummoned); why != "" {
		t.Fatal(why)
	}
	for _, c := range []struct {
		name  string
		facts map[string]string
		want  bool
	}{
		{"long ago", map[string]string{"statement": "on_time", "admitted": "2000-01-31"}, true},
		{"to the day", map[string]string{"statement": "late", "admitted": "2023-12-31"}, true},
		{"a day less", map[string]string{"statement": "late", "admitted": "2024-01-01"}, false},
		{"another status", map[string]string{"statement": "exceeded", "admitted": "2000-01-31"}, false},
		{"no status", map[string]string{"admitted": "2000-01-31"}, false},
		{"no day", map[string]string{"statement": "on_time"}, false},
	} {
		f := NewFrame(rs.Schema())
		f.Append(Place{Source: -1})
		fill(t, f, 0, c.facts)
		if got := surely.Calls(f, 0, reference); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
	for name, s := range map[string]*SurelyCalled{
		"no choice":    {Status: "admitted", Codes: []string{"on_time"}, Since: "admitted", Months: 24},
		"unknown code": {Status: "statement", Codes: []string{"gone"}, Since: "admitted", Months: 24},
		"no date":      {Status: "statement", Codes: []string{"late"}, Since: "p1", Months: 24},
		"no months":    {Status: "statement", Codes: []string{"late"}, Since: "admitted"},
	} {
		if s.wrong(rs.Schema(), BallotsSummoned) == "" {
			t.Errorf("%s is not found", name)
		}
	}
	if surely.wrong(rs.Schema(), BallotsPresent) == "" {
		t.Error("said of those present, and not found")
	}
}
