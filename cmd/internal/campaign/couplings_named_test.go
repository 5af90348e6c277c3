package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Where all the units in somebody's charge are named and graded, nobody asks for
// their numbers: what is asked for is what the grades leave open.
func TestNamedUnitsStandForTheirCounts(t *testing.T) {
	var five []row
	for _, b := range offices()[3:] {
		five = append(five, unit(b.Code, "good"))
	}
	deputy := post21("deputy", "Phó chủ tịch", "TT", "UB", "P1; P2; P3; P4; P5")
	l := libraries{}
	for _, c := range []struct {
		name  string
		post  row
		asked map[evaluate.FactID]bool // whether it is asked for
	}{
		{"all named and graded", deputy, map[evaluate.FactID]bool{"area_grade": true, "units_failed": false, "units_in_charge": false}},
		{"nobody named", deputy.without("unit_codes_in_charge"), map[evaluate.FactID]bool{"area_grade": true, "units_failed": true, "units_in_charge": true}},
		{"counted instead", deputy.without("unit_codes_in_charge").with(row{"units_in_charge": "5", "units_failed": "0", "units_good": "5"}), map[evaluate.FactID]bool{"area_grade": true, "units_failed": false, "unit_codes_in_charge": false}},
		{"everything known", deputy.with(row{"area_grade": "good"}), map[evaluate.FactID]bool{"area_grade": false, "units_failed": false}},
	} {
		r := (&coupling{period: "2021", bodies: offices(), books: []sheet{units(five...), leaders(somebody("Phó", c.post))}}).run(t, l)
		asked := map[evaluate.FactID]bool{}
		for _, o := range r.report.Missing(evaluate.Leader, r.find(evaluate.Leader, "Phó")) {
			asked[o.Fact] = true
		}
		for fact, want := range c.asked {
			if asked[fact] != want {
				t.Errorf("%s: %s asked for: %t, want %t (%v)", c.name, fact, asked[fact], want, asked)
			}
		}
	}
}
