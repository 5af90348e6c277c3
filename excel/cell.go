package excel

import (
	"slices"
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
	dashAlone  // a dash in place of nothing
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
	orYear   bool             // a year alone is read, too
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
			return problemNotChoice(at, r.def.Named(), s, allowed, nearly)
		})
	case len(is) > 1:
		var could []string
		for _, i := range is {
			could = append(could, r.def.Choices[i].Label)
		}
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem {
			return problemAmbiguousChoice(at, r.def.Named(), s, could)
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
