package evaluate

import "testing"

// Points without a finite decimal form are rounded for showing, and say so; where they are
// explained the fraction stands beside.
func TestPointsWithoutEndAreShownRounded(t *testing.T) {
	for _, c := range []struct{ n, of, shown, exactly string }{
		{"509", "6", "≈ 84,83", "≈ 84,83 (chính xác: 509/6)"},
		{"250", "3", "≈ 83,33", "≈ 83,33 (chính xác: 250/3)"},
		{"271", "3", "≈ 90,33", "≈ 90,33 (chính xác: 271/3)"},
		{"269.99", "3", "≈ 90,00", "≈ 90,00 (chính xác: 26999/300)"},
		{"2", "30", "≈ 0,07", "≈ 0,07 (chính xác: 1/15)"},
		{"84.125", "1", "84,125", "84,125"},
		{"85", "1", "85", "85"},
	} {
		x, _ := num(c.n).Div(*num(c.of))
		if got := PhrasePoints(x); got != c.shown {
			t.Errorf("%s/%s: %q", c.n, c.of, got)
		}
		if got := PhrasePointsExactly(x); got != c.exactly {
			t.Errorf("%s/%s exactly: %q", c.n, c.of, got)
		}
	}
	if got := phrasePoints(exactly(func() Num { x, _ := num("329").Div(Int(6)); return x }()), Int(70)); got != "≈ 54,83/70 (chính xác: 329/6)" {
		t.Errorf("beside the maximum: %q", got)
	}
}
