package evaluate

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A column gives back what was put in, whatever stood in the row before.
func TestColumnsGiveBackWhatWasPutIn(t *testing.T) {
	number := func(n int64, d int32) Value { return Value{n: n, d: d, t: NumberFact} }
	values := []Value{{}, number(0, 0), number(1, 0), number(-1, 0), number(math.MaxInt32>>1, 0), number(math.MaxInt32>>1+1, 0),
		number(math.MinInt32>>1, 0), number(math.MinInt32>>1-1, 0), number(math.MaxInt64, 0), number(math.MinInt64, 0),
		number(1, 1), number(49, 1), number(1, math.MaxInt32-1), ChoiceValue(3), DateValue(Date{9999, 12, 31}), {n: 5, t: TextFact}}
	random := rand.New(rand.NewPCG(1, 2))
	var c factColumn
	want := make([]Value, 40)
	for range 5000 {
		row, v := random.IntN(len(want)), values[random.IntN(len(values))]
		c.set(row, v, NumberFact)
		want[row] = v
		if row := random.IntN(len(want)); c.value(row, NumberFact) != want[row] {
			t.Fatalf("row %d is %v, want %v", row, c.value(row, NumberFact), want[row])
		}
	}
	if len(c.aside) > 5000/2 {
		t.Errorf("%d values stand aside for %d rows", len(c.aside), len(want))
	}
	for row := range want {
		var one factColumn
		for range 2 {
			one.alone(&c, row, NumberFact)
			if got := one.value(0, NumberFact); got != want[row] || one.value(1, NumberFact) != (Value{}) {
				t.Errorf("alone, row %d is %v, want %v", row, got, want[row])
			}
		}
	}
}
