package demo

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// dice is the only source of chance. Every part of the office rolls its own,
// seeded by the options and a name, so that a change in one part leaves the
// others as they were.
type dice struct{ *rand.Rand }

func newDice(o Options, name string) dice {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s|%d|%s", o.Period, o.Members, name)
	return dice{rand.New(rand.NewPCG(o.Seed, h.Sum64()))}
}

// chance is true perMille times in a thousand.
func (d dice) chance(perMille int) bool { return d.IntN(1000) < perMille }

// between is a whole number from lo to hi, both included.
func (d dice) between(lo, hi int) int { return lo + d.IntN(max(hi-lo, 0)+1) }

// day is a day of a year, never after the 28th so that every month has it.
func (d dice) day(year int) evaluate.Date {
	return evaluate.Date{Year: year, Month: d.between(1, 12), Day: d.between(1, 28)}
}

func pick[T any](d dice, from []T) T { return from[d.IntN(len(from))] }

// weighted is a choice with a weight.
type weighted[T any] struct {
	what   T
	weight int
}

func draw[T any](d dice, from []weighted[T]) T {
	total := 0
	for _, w := range from {
		total += w.weight
	}
	at := d.IntN(total)
	for _, w := range from {
		if at -= w.weight; at < 0 {
			return w.what
		}
	}
	return from[len(from)-1].what
}
