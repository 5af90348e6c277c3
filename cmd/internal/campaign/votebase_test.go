package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A question about a number that rows say differently names every number that they say.
func TestNumbersOfABaseAreAllNamed(t *testing.T) {
	for want, said := range map[string][]int64{"15 và 17": {15, 15, 17}, "15, 16 và 17": {15, 16, 16, 17}} {
		var rows []summoned
		for _, n := range said {
			rows = append(rows, summoned{n: evaluate.Int(n)})
		}
		if got := saidNumbers(rows); got != want {
			t.Errorf("%v: %q, want %q", said, got, want)
		}
	}
}
