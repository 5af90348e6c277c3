package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Whoever may be a head or not (E326) stands perhaps in either group of a ceiling: both
// count him as a range, and neither lists him as a candidate.
func TestCeilingsCountWhoMayBeAHeadInEitherGroup(t *testing.T) {
	an := func(title string) row {
		return somebody("An", post21("deputy", title, "không", "P1", "không", row{"area_grade": "none"}))
	}
	l := libraries{}
	for _, c := range []struct {
		title string
		have  map[string]evaluate.Range
	}{
		{"Phó trưởng phòng", map[string]evaluate.Range{"Cấp phó": {Min: 1, Max: 1}}},
		{"Trưởng phòng", map[string]evaluate.Range{"Cấp phó": {Max: 1}, "Người đứng đầu": {Max: 1}}},
	} {
		r := (&coupling{period: "2021", bodies: offices(), books: []sheet{unitsGiven("P1", "excellent"), leaders(an(c.title))}}).run(t, l)
		comes{kind: evaluate.Leader, who: "An", to: "excellent"}.check(t, r)
		got := map[string]evaluate.Range{}
		for _, f := range r.report.Caps {
			if f.Kind == evaluate.Leader {
				got[f.Group] = f.Have
				if sure := f.Have.Min == 1; (len(f.Candidates) == 1) != sure || (f.Open == 1) == sure {
					t.Errorf("%s, %s: candidates %v, open %d", c.title, f.Group, f.Candidates, f.Open)
				}
			}
		}
		if len(got) != len(c.have) {
			t.Errorf("%s: %v, want %v", c.title, got, c.have)
		}
		for group, want := range c.have {
			if got[group] != want {
				t.Errorf("%s: %s has %v, want %v", c.title, group, got[group], want)
			}
		}
	}
}
