package rules

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A sanction has an effect when it changes the grade: a bound above where
// somebody stands already, or one mark down from the lowest, has none. Of two
// that ask for the same neither is idle.
func TestSanctionsFireWhenTheyChangeSomething(t *testing.T) {
	cases := `schema: 1
rules: thanh-hoa-council@2026-r1
reference_date: 2026-12-31
presets:
  commune: {facts: {unit_level: commune}, lines: {all: full}}
cases:
  - {name: bound, base: [commune], score: 95, lines: {IX.7: 1}, expect: {grade: fair, fires: [NO-T-HEAD]}}
  - {name: below the bound, base: [commune], score: 60, lines: {IX.7: 1}, expect: {grade: average, holds: [NO-T-HEAD], does_not_fire: [NO-T-HEAD]}}
  - {name: not lower than the lowest, base: [commune], score: 40, lines: {IX.9: 1}, expect: {grade: weak, holds: [DOWN-DISHONEST], does_not_fire: [DOWN-DISHONEST]}}
  - {name: two bounds, base: [commune], score: 95, lines: {IX.1: 1, IX.8: 1}, expect: {grade: good, fires: [NO-XS-UNLAWFUL, NO-XS-OFFICIAL]}}
  - {name: said to fire, base: [commune], score: 60, lines: {IX.7: 1}, expect: {fires: [NO-T-HEAD]}}
`
	layer := Layer{Name: "moi", FS: fstest.MapFS{"cases/moi.yaml": &fstest.MapFile{Data: []byte(cases)}}}
	lib, _ := Load(nil, Builtin(), layer)
	report, ps := RunCases(lib, layer)
	if said := told(ps); report.Passed != 4 || len(ps) != 1 || !strings.Contains(said, "said to fire") || !strings.Contains(said, "nhưng không đổi kết quả") {
		t.Errorf("%d of %d pass:\n%s", report.Passed, report.Run, said)
	}
}

// A case that comes to no grade says for want of what.
func TestAnUndecidedCaseSaysWhatIsMissing(t *testing.T) {
	cases := `schema: 1
rules: thanh-hoa-council@2026-r1
reference_date: 2026-12-31
cases:
  - {name: open, facts: {unit_level: commune}, lines: {all: full, V.1a: ""}, expect: {grade: excellent}}
`
	layer := Layer{Name: "moi", FS: fstest.MapFS{"cases/moi.yaml": &fstest.MapFile{Data: []byte(cases)}}}
	lib, _ := Load(nil, Builtin(), layer)
	if _, ps := RunCases(lib, layer); len(ps) != 1 || !strings.Contains(ps[0].Message, "còn thiếu thd_v_1a") {
		t.Errorf("what is missing is not told:\n%s", told(ps))
	}
}
