package excel

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xeploai/xeploai/evaluate"
)

// Numbers as people type them.

func (r *cellReader) number(s string) cellResult {
	x, how, ok := parseTyped(s, r.def.Unit)
	if !ok {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNotNumber(at, r.def, s) })
	}
	x, ok = snap(x, r.def.Step)
	if !ok && strings.ContainsAny(s, "/"+halfSigns) && r.def.Unit != unitShare && r.def.Unit != unitPercent {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNotNumber(at, r.def, s) })
	}
	if !ok {
		step, seen := evaluate.VietnameseNumber(r.def.Step), seenNumber(s)
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemTooFine(at, r.def.Named(), seen, step) })
	}
	if r.def.Min != nil && x.Cmp(*r.def.Min) < 0 || r.def.Max != nil && x.Cmp(*r.def.Max) > 0 {
		bounds := rangeLabel(r.def.Min, r.def.Max)
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemOutOfRange(at, r.def.Named(), s, bounds) })
	}
	v, ok := evaluate.NumberValue(x)
	if !ok {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNotNumber(at, r.def, s) })
	}
	return cellResult{value: v, data: x.String(), how: how}
}

// seenDigits is how many digits of a number spreadsheet programs show and keep.
const seenDigits = 15

// seenNumber is a stored number as its cell shows it: 9.0000001, of which a file
// may hold 9.0000000999999993. Other text is as it was.
func seenNumber(s string) string {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(f, 'g', seenDigits, 64)
}

// cutUnit takes the word of a unit off the end of a number: “9,5 điểm”, “9đ”, “nửa
// tháng”, which is a number where the column counts in halves. Only the unit of the
// column says what the number is anyway.
func cutUnit(s string, def *evaluate.FactDef) (number string, found bool) {
	t := strings.TrimSuffix(s, ".")
	for _, w := range unitWords(def.Unit) {
		if at := len(t) - len(w); at > 0 && strings.EqualFold(t[at:], w) {
			number = strings.TrimSpace(t[:at])
			last, _ := utf8.DecodeLastRuneInString(number)
			if last >= '0' && last <= '9' || strings.ContainsRune(halfSigns, last) {
				return number, true
			}
			if strings.EqualFold(number, wordHalf) && takesHalves(def) {
				return halfSign, true
			}
		}
	}
	return s, false
}

// takesHalves tells whether a column counts in halves, or finer.
func takesHalves(def *evaluate.FactDef) bool {
	half, _ := evaluate.Ratio(1, 2)
	return half.MultipleOf(def.Step)
}

// saysAndHalf tells whether a number ends in the word for a half more: “5 tháng rưỡi”.
func saysAndHalf(s string) bool {
	return strings.HasSuffix(bare(strings.TrimSuffix(s, ".")), " "+wordAndHalf)
}

// cutAndHalf writes that word as a number: five and a half, of “tháng rưỡi” one and a half.
// ok is false where the column does not count so, or what stands before is no count of its
// unit.
func cutAndHalf(s string, def *evaluate.FactDef) (number string, ok bool) {
	count := strings.TrimSpace(s[:strings.LastIndexByte(s, ' ')])
	if slices.ContainsFunc(unitWords(def.Unit), func(w string) bool { return strings.EqualFold(count, w) }) {
		count = "1"
	} else {
		count, _ = cutUnit(count, def)
	}
	return count + halfSign, allDigits(count) && takesHalves(def)
}

// Units in which a percent sign makes sense: 90% is 90 percent and 0.9 of a
// whole. In a column of points it does not, and is not guessed at.
const (
	unitPercent = "percent"
	unitShare   = "share"
)

// unitPoints is that of what is given out of a highest number.
const unitPoints = "points"

// parseTyped reads a number as people type it: a decimal comma, thousands
// grouped by dots beside it, a percent sign where the unit knows one. One lone
// separator is always the decimal one; what that makes of 1.234 in a column of
// counts is then refused for being no whole number.
func parseTyped(s, unit string) (x evaluate.Num, how tolerance, ok bool) {
	t := s
	percent := strings.HasSuffix(t, "%")
	if percent {
		if unit != unitPercent && unit != unitShare {
			return x, how, false
		}
		t, how = strings.TrimSpace(strings.TrimSuffix(t, "%")), numberAsText
	}
	if strings.ContainsRune(t, ',') {
		how = numberAsText
		if t, ok = decimalComma(t); !ok {
			return x, how, false
		}
	}
	if part, of, ok := strings.Cut(t, "/"); ok && !percent && how == asExpected && (unit == unitShare || unit == unitPercent) {
		return fraction(part, of, unit)
	}
	if strings.ContainsAny(t, "+e") || strings.HasPrefix(t, ".") || strings.HasSuffix(t, ".") {
		how = numberAsText // no program stores a number so
	}
	if !percent && how == asExpected {
		if x, ok := mixedNumber(t, unit); ok {
			return x, numberAsText, true
		}
	}
	if strings.ContainsAny(t, "/%") {
		return x, how, false
	}
	if percent && unit == unitShare {
		t += "%"
	}
	x, err := evaluate.ParseNum(t)
	return x, how, err == nil
}

// fraction reads 9/10 in a column of shares, as the exact ratio of two counts.
func fraction(part, of, unit string) (evaluate.Num, tolerance, bool) {
	a, ok1 := digits([]byte(strings.TrimSpace(part)))
	b, ok2 := digits([]byte(strings.TrimSpace(of)))
	if !ok1 || !ok2 || b == 0 {
		return evaluate.Num{}, numberAsText, false
	}
	n := int64(a)
	if unit == unitPercent {
		n *= 100
	}
	x, ok := evaluate.Ratio(n, int64(b))
	return x, numberAsText, ok
}

// halfSigns are the signs of fractions that people write beside a whole number.
const halfSigns, halfSign = "½¼¾", "½"

var spelledHalves = strings.NewReplacer("½", " 1/2", "¼", " 1/4", "¾", " 3/4")

// mixedNumber reads ½, 1½ and 1 1/2 exactly. 1/2 typed alone is a half only where nothing is
// given out of a highest number: of points it may be one of two. Other fractions are
// nobody's way to write a number: 6/12 may be six months of twelve.
func mixedNumber(s, unit string) (x evaluate.Num, ok bool) {
	parts := strings.Fields(spelledHalves.Replace(s))
	if len(parts) == 0 || len(parts) > 2 || unit == unitPoints && parts[0] == s {
		return x, false
	}
	whole := int32(0)
	if len(parts) == 2 {
		if whole, ok = digits([]byte(parts[0])); !ok {
			return x, false
		}
	}
	switch part := parts[len(parts)-1]; part {
	case "1/2", "1/4", "3/4":
		x, ok = evaluate.Ratio(int64(part[0]-'0'), int64(part[2]-'0'))
		return x.Add(evaluate.Int(int64(whole))), ok
	}
	return x, false
}

// decimalComma turns 1.234,5 and 90,5 into plain decimals. With the comma before
// the dot the text may be of either tradition and is not read.
func decimalComma(s string) (string, bool) {
	whole, part, _ := strings.Cut(s, ",")
	if strings.ContainsAny(part, ",.") || part == "" {
		return "", false
	}
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(strings.TrimLeft(g, "+-")) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, "") + "." + part, true
}

// snap takes a stored binary value to the multiple of step it stands for: sums
// of tenths arrive as 89.9999999999999. Further than 1e-9 away it is finer than
// the fact allows.
func snap(x, step evaluate.Num) (evaluate.Num, bool) {
	if x.MultipleOf(step) {
		return x, true
	}
	near := x.Round(step)
	off := x.Sub(near)
	if off.Sign() < 0 {
		off = off.Neg()
	}
	edge, _ := evaluate.Ratio(1, 1_000_000_000)
	return near, off.Cmp(edge) <= 0
}
