package evaluate

import (
	"errors"
	"math/big"
	"math/bits"
	"strings"
)

// Num is an exact rational number. The zero value is 0. Points, counts and
// rates are Nums; nothing is ever rounded except by Round, which a score sheet
// must ask for. A Num keeps small numbers in two machine words and moves to
// arbitrary precision by itself, so no operation overflows.
type Num struct {
	n int64 // numerator, meaningful when big is nil
	d int64 // denominator minus one, so that the zero value is 0/1
	b *big.Rat
}

// ErrNotANumber is returned by ParseNum for text that is no decimal number.
var ErrNotANumber = errors.New("not a number")

// Int returns the whole number i.
func Int(i int64) Num { return Num{n: i} }

// Ratio returns n/d exactly. A zero d gives ok == false.
func Ratio(n, d int64) (Num, bool) {
	if d == 0 {
		return Num{}, false
	}
	return fromRat(big.NewRat(n, d)), true
}

// ParseNum reads a plain decimal such as "90", "-0.25", "1.2E+3" or a share
// such as "30%" (which is 3/10) or a fraction "2/7". A decimal comma is not
// accepted: callers that read what people typed fold it first and say so.
func ParseNum(s string) (Num, error) {
	t := strings.TrimSpace(s)
	percent := strings.HasSuffix(t, "%")
	if percent {
		t = strings.TrimSpace(strings.TrimSuffix(t, "%"))
	}
	if !plainNumber(t) {
		return Num{}, ErrNotANumber
	}
	r, ok := new(big.Rat).SetString(t)
	if !ok {
		return Num{}, ErrNotANumber
	}
	if percent {
		r.Quo(r, big.NewRat(100, 1))
	}
	return fromRat(r), nil
}

// ParseShare reads a share of a whole: "25%" or "1/3".
func ParseShare(s string) (Num, bool) {
	if n, d, ok := strings.Cut(s, "/"); ok {
		x, err := ParseNum(n)
		y, err2 := ParseNum(d)
		if err != nil || err2 != nil {
			return Num{}, false
		}
		return x.Div(y)
	}
	x, err := ParseNum(s)
	return x, err == nil && percent(s)
}

// plainNumber refuses what big.Rat would also read but no clerk writes (hex,
// underscores, infinities) and exponents long enough to exhaust memory.
func plainNumber(s string) bool {
	if s == "" || len(s) > 40 {
		return false
	}
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		exp := strings.TrimLeft(s[i+1:], "+-")
		if len(exp) == 0 || len(exp) > 2 {
			return false
		}
	}
	for _, c := range s {
		if (c < '0' || c > '9') && !strings.ContainsRune(".+-eE/", c) {
			return false
		}
	}
	return true
}

func fromRat(r *big.Rat) Num {
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		return Num{n: r.Num().Int64(), d: r.Denom().Int64() - 1}
	}
	return Num{b: r}
}

func (a Num) rat() *big.Rat {
	if a.b != nil {
		return a.b
	}
	return big.NewRat(a.n, a.d+1)
}

func (a Num) whole() bool { return a.b == nil && a.d == 0 }

// Add returns a + b.
func (a Num) Add(b Num) Num {
	if a.whole() && b.whole() {
		if s := a.n + b.n; (s > a.n) == (b.n > 0) {
			return Num{n: s}
		}
	}
	if a.small() && b.small() {
		return reduced(a.n*(b.d+1)+b.n*(a.d+1), (a.d+1)*(b.d+1))
	}
	return fromRat(new(big.Rat).Add(a.rat(), b.rat()))
}

// small tells whether sums and products with another small number stay within
// a machine word.
func (a Num) small() bool {
	const edge = 1 << 30
	return a.b == nil && a.n < edge && a.n > -edge && a.d < edge
}

// reduced is n/d in lowest terms; d must be positive.
func reduced(n, d int64) Num {
	g, r := int64(abs(n)), d
	for r != 0 {
		g, r = r, g%r
	}
	return Num{n: n / g, d: d/g - 1}
}

// Sub returns a - b.
func (a Num) Sub(b Num) Num { return a.Add(b.Neg()) }

// Neg returns -a.
func (a Num) Neg() Num {
	if a.b == nil && a.n > -1<<63 {
		return Num{n: -a.n, d: a.d}
	}
	return fromRat(new(big.Rat).Neg(a.rat()))
}

// Mul returns a × b.
func (a Num) Mul(b Num) Num {
	if a.whole() && b.whole() {
		if hi, lo := bits.Mul64(abs(a.n), abs(b.n)); hi == 0 && lo < 1<<62 {
			return Num{n: a.n * b.n}
		}
	}
	if a.small() && b.small() {
		return reduced(a.n*b.n, (a.d+1)*(b.d+1))
	}
	return fromRat(new(big.Rat).Mul(a.rat(), b.rat()))
}

// Div returns a ÷ b; ok is false when b is zero.
func (a Num) Div(b Num) (Num, bool) {
	if b.Sign() == 0 {
		return Num{}, false
	}
	return fromRat(new(big.Rat).Quo(a.rat(), b.rat())), true
}

// Cmp compares a with b: -1, 0 or +1.
func (a Num) Cmp(b Num) int {
	if a.b == nil && b.b == nil {
		if a.d == b.d {
			return cmpInt(a.n, b.n)
		}
		return crossCmp(a.n, b.d+1, b.n, a.d+1)
	}
	return a.rat().Cmp(b.rat())
}

// CmpShare compares the share part/of with rate by cross-multiplication, so
// that neither a division nor a rounding takes part. of must be positive.
func CmpShare(part, of, rate Num) int {
	if part.whole() && of.whole() && rate.b == nil && of.n > 0 {
		return crossCmp(part.n, rate.d+1, rate.n, of.n)
	}
	return part.Cmp(rate.Mul(of))
}

// Sign is -1, 0 or +1.
func (a Num) Sign() int {
	if a.b != nil {
		return a.b.Sign()
	}
	return cmpInt(a.n, 0)
}

// Floor returns the greatest whole number not above a.
func (a Num) Floor() int64 {
	r := a.rat()
	q, m := new(big.Int).QuoRem(r.Num(), r.Denom(), new(big.Int))
	if m.Sign() < 0 {
		q.Sub(q, big.NewInt(1))
	}
	return q.Int64()
}

// Round returns the multiple of step nearest to a, halves away from zero.
// A step that is not positive returns a unchanged.
func (a Num) Round(step Num) Num {
	k, ok := a.Div(step)
	if !ok || step.Sign() < 0 {
		return a
	}
	half := Num{n: 1, d: 1}
	if k.Sign() < 0 {
		return Int(k.Neg().Add(half).Floor()).Neg().Mul(step)
	}
	return Int(k.Add(half).Floor()).Mul(step)
}

// MultipleOf tells whether a is a whole multiple of step.
func (a Num) MultipleOf(step Num) bool {
	k, ok := a.Div(step)
	return ok && k.whole()
}

// Int64 returns a as a whole number when it is one and fits.
func (a Num) Int64() (int64, bool) { return a.n, a.whole() }

// Fraction returns numerator and denominator when both fit a machine word.
func (a Num) Fraction() (n, d int64, ok bool) { return a.n, a.d + 1, a.b == nil }

// Float returns the nearest float64, for charts and workbook cells only; no
// comparison may rest on it.
func (a Num) Float() float64 { f, _ := a.rat().Float64(); return f }

// String is the exact value: a plain decimal where one exists, else "n/d".
func (a Num) String() string {
	if a.whole() {
		return a.rat().Num().String()
	}
	r := a.rat()
	d := new(big.Int).Set(r.Denom())
	places := 0
	for d.Cmp(big.NewInt(1)) > 0 && places <= 18 {
		g := new(big.Int).GCD(nil, nil, d, big.NewInt(10))
		if g.Cmp(big.NewInt(1)) == 0 {
			return r.RatString()
		}
		d.Quo(d, g)
		places++
	}
	return r.FloatString(places)
}

func abs(i int64) uint64 {
	if i < 0 {
		return uint64(-i)
	}
	return uint64(i)
}

func cmpInt(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// crossCmp compares a/ad with b/bd given as a*y ? b*x with x, y positive.
func crossCmp(a, y, b, x int64) int {
	if (a < 0) != (b < 0) {
		return cmpInt(a, b)
	}
	h1, l1 := bits.Mul64(abs(a), uint64(y))
	h2, l2 := bits.Mul64(abs(b), uint64(x))
	c := 0
	switch {
	case h1 != h2:
		c = 1
		if h1 < h2 {
			c = -1
		}
	case l1 != l2:
		c = 1
		if l1 < l2 {
			c = -1
		}
	}
	if a < 0 {
		return -c
	}
	return c
}
