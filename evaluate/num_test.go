package evaluate

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func mustNum(t testing.TB, s string) Num {
	t.Helper()
	x, err := ParseNum(s)
	if err != nil {
		t.Fatalf("ParseNum(%q): %v", s, err)
	}
	return x
}

func TestParseNum(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"90", "90"}, {"89.999", "89.999"}, {"-0.25", "-0.25"}, {"30%", "0.3"}, {"2/7", "2/7"}, {"1.2E+3", "1200"},
		{"67.475", "67.475"}, {" 5 ", "5"}, {"0.1", "0.1"}, {"123456789012345678901234", "123456789012345678901234"},
	} {
		if got := mustNum(t, c.in).String(); got != c.want {
			t.Errorf("ParseNum(%q) = %s, want %s", c.in, got, c.want)
		}
	}
	for _, bad := range []string{"", "chín mươi", "0x10", "1_000", "Inf", "NaN", "1e999", "90,5", "1/0", "--1", "%"} {
		if x, err := ParseNum(bad); err == nil {
			t.Errorf("ParseNum(%q) = %s, want an error", bad, x)
		}
	}
}

// The fast path in machine words must agree with arbitrary precision, also at
// the edge where words overflow.
func TestNumAgreesWithBigRat(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func() Num {
		edge := []int64{0, 1, -1, math.MaxInt64, math.MinInt64, math.MinInt64 + 1, 1 << 62, 3, 7, 100}
		n, d := edge[r.IntN(len(edge))], edge[r.IntN(len(edge))]
		if r.IntN(2) == 0 {
			n, d = r.Int64N(2000)-1000, r.Int64N(2000)-1000
		}
		if d == 0 {
			d = 1
		}
		x, _ := Ratio(n, d)
		return x
	}
	for range 20000 {
		a, b := pick(), pick()
		check := func(op string, got Num, want *big.Rat) {
			if got.rat().Cmp(want) != 0 {
				t.Fatalf("%s %s %s = %s, want %s", a, op, b, got, want)
			}
		}
		check("+", a.Add(b), new(big.Rat).Add(a.rat(), b.rat()))
		check("-", a.Sub(b), new(big.Rat).Sub(a.rat(), b.rat()))
		check("*", a.Mul(b), new(big.Rat).Mul(a.rat(), b.rat()))
		if q, ok := a.Div(b); ok {
			check("/", q, new(big.Rat).Quo(a.rat(), b.rat()))
		}
		if got, want := a.Cmp(b), a.rat().Cmp(b.rat()); got != want {
			t.Fatalf("Cmp(%s, %s) = %d, want %d", a, b, got, want)
		}
	}
}

func TestRoundAndFloor(t *testing.T) {
	for _, c := range []struct{ x, step, want string }{
		{"67.475", "0.1", "67.5"}, {"0.125", "0.25", "0.25"}, {"0.124", "0.25", "0"}, {"-0.125", "0.25", "-0.25"},
		{"2.5", "1", "3"}, {"7", "0", "7"},
	} {
		if got := mustNum(t, c.x).Round(mustNum(t, c.step)).String(); got != c.want {
			t.Errorf("Round(%s, %s) = %s, want %s", c.x, c.step, got, c.want)
		}
	}
	for _, c := range []struct {
		x    string
		want int64
	}{{"2.4", 2}, {"-2.4", -3}, {"3", 3}, {"-3", -3}, {"2/7", 0}} {
		if got := mustNum(t, c.x).Floor(); got != c.want {
			t.Errorf("Floor(%s) = %d, want %d", c.x, got, c.want)
		}
	}
}

// 2 of 7 is less than 30% (28.57%), 3 of 10 is exactly 30%: no division takes part.
func TestCmpShare(t *testing.T) {
	rate := mustNum(t, "30%")
	for _, c := range []struct{ part, of, want int64 }{{2, 7, -1}, {3, 10, 0}, {4, 13, 1}, {29999, 100000, -1}} {
		if got := CmpShare(Int(c.part), Int(c.of), rate); int64(got) != c.want {
			t.Errorf("CmpShare(%d/%d, 30%%) = %d, want %d", c.part, c.of, got, c.want)
		}
	}
}

func TestMultipleOf(t *testing.T) {
	if !mustNum(t, "19.5").MultipleOf(mustNum(t, "0.5")) || mustNum(t, "3.25").MultipleOf(mustNum(t, "0.5")) {
		t.Error("MultipleOf misjudges halves")
	}
}
