package cli

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Points over the band of a lower grade are told to lie above it, points under a
// band not to reach it.
func TestBandTellsAboveFromBelow(t *testing.T) {
	from, to := evaluate.Int(70), evaluate.Int(90)
	for points, want := range map[int64]string{93: "cao hơn khung của mức này", 90: "cao hơn khung của mức này", 60: "không đạt", 80: "đạt"} {
		step := evaluate.RungStep{Spec: &evaluate.RungSpec{Band: &evaluate.BandSpec{From: &from, To: &to}}, Band: evaluate.Fails}
		if points == 80 {
			step.Band = evaluate.Holds
		}
		got := messageBand(&step, evaluate.Scored{Low: evaluate.Int(points), High: evaluate.Int(points), Given: true})
		if !strings.HasPrefix(strings.TrimSpace(got), want+"  khung điểm") {
			t.Errorf("%d points: %q, want %q", points, got, want)
		}
	}
}
