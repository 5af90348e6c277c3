package excel

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// tolerance says in what unusual way a cell was written that was understood all
// the same.
type tolerance uint8

const (
	asExpected tolerance = iota
	numberAsText
	dateAsText
	otherSpelling
	tidied
	lookAlikes
	addressed  // a form of address, a list number or a post beside a name
	noNumber   // words for that somebody has none
	unitBeside // the word of the column's unit behind a number
	toleranceKinds
)

// cellResult is what one raw cell text means for a fact. A result with a
// problem has no value.
type cellResult struct {
	value   evaluate.Value
	text    string // of a TextFact
	data    string // canonical form, for the digest
	how     tolerance
	problem func(at evaluate.Origin) evaluate.Problem
	doubt   *doubt // asked about a value that is taken as written
}

// doubt is a question about a value, asked once for the n cells of a column that
// give rise to it; kind tells several of one column apart.
type doubt struct {
	kind int
	as   func(at evaluate.Origin, n int) evaluate.Problem
}

// cacheSize bounds how many different raw texts of a column are remembered.
const cacheSize = 8192

// cellReader turns the raw texts of one column into values of its fact. It
// remembers results: columns repeat few values, and exact numbers are slow to
// parse.
type cellReader struct {
	def      *evaluate.FactDef
	date1904 bool
	person   bool             // names of people
	noNames  map[string]bool  // folded words that are none
	besides  []string         // words that the row's reading knows beside the choices
	labels   map[string]int   // folded label or code → choice
	aliases  map[string][]int // folded alias → choices
	cache    map[string]cellResult
}

func newCellReader(def *evaluate.FactDef, date1904 bool) *cellReader {
	r := &cellReader{def: def, date1904: date1904}
	r.person = isPersonName(def)
	if r.person {
		r.noNames = map[string]bool{}
		for _, w := range slices.Concat(postWords(), rankWords(), noNames()) {
			r.noNames[fold(w)] = true
		}
	}
	if def.Type == evaluate.TextFact {
		return r
	}
	r.cache = map[string]cellResult{}
	r.labels, r.aliases = map[string]int{}, map[string][]int{}
	for i, c := range def.Choices {
		r.labels[fold(c.Code)] = i
	}
	for i, c := range def.Choices {
		r.labels[fold(c.Label)] = i
		for _, a := range c.Aliases {
			r.aliases[fold(a)] = append(r.aliases[fold(a)], i)
		}
	}
	return r
}

// read gives the meaning of a raw cell text that is not empty. A text of
// nothing but spaces is blank and has neither value nor problem.
func (r *cellReader) read(raw string) cellResult {
	if r.cache == nil {
		return r.text(raw)
	}
	if got, ok := r.cache[raw]; ok {
		return got
	}
	got := r.parse(raw)
	if len(r.cache) < cacheSize {
		r.cache[strings.Clone(raw)] = got
	}
	return got
}

// parse reads a text and says so when it had to be tidied first.
func (r *cellReader) parse(raw string) cellResult {
	s := tidy(raw)
	s, foreign := latin(s)
	if s == "" {
		return cellResult{}
	}
	got := r.typed(s)
	switch {
	case got.problem != nil:
	case foreign:
		got.how = lookAlikes
	case got.how == asExpected && s != raw:
		got.how = tidied
	}
	return got
}

func (r *cellReader) typed(s string) cellResult {
	if isErrorValue(s) {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemErrorValue(at, s) })
	}
	switch r.def.Type {
	case evaluate.NumberFact:
		return r.number(s)
	case evaluate.DateFact:
		return r.date(s)
	}
	return r.choice(s)
}

// bad is a result that is only a problem; the digest keeps what was written, so
// that a repaired file differs from the faulty one.
func (r *cellReader) bad(s string, p func(at evaluate.Origin) evaluate.Problem) cellResult {
	return cellResult{data: "!" + s, problem: p}
}

func (r *cellReader) number(s string) cellResult {
	x, how, ok := parseTyped(s, r.def.Unit)
	if !ok {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNotNumber(at, r.def, s) })
	}
	x, ok = snap(x, r.def.Step)
	if !ok {
		step, seen := evaluate.VietnameseNumber(r.def.Step), seenNumber(s)
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemTooFine(at, r.def.Heading, seen, step) })
	}
	if r.def.Min != nil && x.Cmp(*r.def.Min) < 0 || r.def.Max != nil && x.Cmp(*r.def.Max) > 0 {
		bounds := rangeLabel(r.def.Min, r.def.Max)
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemOutOfRange(at, r.def.Heading, s, bounds) })
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

// cutUnit takes the word of a unit off the end of a number: “9,5 điểm”, “9đ”. Only the
// unit of the column says what the number is anyway.
func cutUnit(s, unit string) (number string, found bool) {
	t := strings.TrimSuffix(s, ".")
	for _, w := range unitWords(unit) {
		if at := len(t) - len(w); at > 0 && strings.EqualFold(t[at:], w) {
			number = strings.TrimSpace(t[:at])
			if n := len(number); n > 0 && number[n-1] >= '0' && number[n-1] <= '9' {
				return number, true
			}
		}
	}
	return s, false
}

// Units in which a percent sign makes sense: 90% is 90 percent and 0.9 of a
// whole. In a column of points it does not, and is not guessed at.
const (
	unitPercent = "percent"
	unitShare   = "share"
)

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

func (r *cellReader) choice(s string) cellResult {
	key := fold(s)
	if i, ok := r.labels[key]; ok {
		c := r.def.Choices[i]
		got := cellResult{value: evaluate.ChoiceValue(i), data: c.Code}
		if s != tidy(c.Label) { // our own codes too: nobody chose them from the list
			got.how = otherSpelling
		}
		return got
	}
	switch is := r.aliases[key]; {
	case key == "" || len(is) == 0:
		allowed, nearly := r.allowed(s)
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem {
			return problemNotChoice(at, r.def.Heading, s, allowed, nearly)
		})
	case len(is) > 1:
		var could []string
		for _, i := range is {
			could = append(could, r.def.Choices[i].Label)
		}
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem {
			return problemAmbiguousChoice(at, r.def.Heading, s, could)
		})
	default:
		return cellResult{value: evaluate.ChoiceValue(is[0]), data: r.def.Choices[is[0]].Code, how: otherSpelling}
	}
}

// allowed lists the labels of a choice, the one perhaps meant first; nearly
// tells whether there is one.
func (r *cellReader) allowed(s string) (list string, nearly bool) {
	var first, rest []string
	for _, c := range r.def.Choices {
		if near(s, c.Label) {
			first = append(first, c.Label)
		} else {
			rest = append(rest, c.Label)
		}
	}
	return strings.Join(slices.Concat(first, rest, r.besides), "; "), len(first) > 0
}

// isErrorValue recognises what a failed formula leaves in its cell.
func isErrorValue(s string) bool {
	switch s {
	case "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA":
		return true
	}
	return strings.HasPrefix(s, "Err:5")
}
