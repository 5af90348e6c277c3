package excel

import (
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Only a fraction that has no end gets a format that rounds it: nothing that was written
// down is hidden.
func TestOnlyEndlessNumbersAreShownRounded(t *testing.T) {
	third, _ := evaluate.Ratio(509, 6)
	decimal, _ := evaluate.ParseNum("84.125")
	for _, c := range []struct {
		v    any
		want bool
	}{{numberCell(third), true}, {numberCell(decimal), false}, {numberCell(evaluate.Int(85)), false}, {"84.8333333333", false}, {nil, false}} {
		if got := endlessCell(c.v); got != c.want {
			t.Errorf("%v: %t", c.v, got)
		}
	}
	b := newBook("x", time.Time{})
	p := b.sheet("x", layout{widths: []float64{9}})
	if plain, rounded := p.cell(85, look{}), p.cell(numberCell(third), look{}); plain.StyleID == rounded.StyleID {
		t.Error("a fraction looks as a whole number does")
	}
}
