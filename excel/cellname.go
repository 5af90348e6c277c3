package excel

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xeploai/xeploai/evaluate"
)

// isPersonName tells whether a fact is the name of a person; bodies are called
// whatever they like.
func isPersonName(def *evaluate.FactDef) bool {
	if def.Role != evaluate.RoleName {
		return false
	}
	switch def.Kind {
	case evaluate.Member, evaluate.Leader, evaluate.Staff:
		return true
	}
	return false
}

// name reads the name of a person. What stands before or behind it and can be no
// part of any name (a list number, “đồng chí”, a post in brackets) is left out
// and told: with it nobody would find the person by name. What may be part of a
// name stays, and is asked about: Ông is a family name too.
func (r *cellReader) name(s, raw string, got cellResult) cellResult {
	bare := cutAddress(cutPost(s))
	if !hasLetters(bare) || strings.Contains(s, "@") || isDay(s) || r.isNoName(bare) {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNoName(at, r.def.Heading) })
	}
	if isNoSpelling(bare) {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemNoSpelling(at, r.def.Heading) })
	}
	several, perhaps := isSeveralNames(bare), false
	if lines := strings.FieldsFunc(raw, isLineBreak); !several && len(lines) > 1 {
		several, perhaps = isSeveralLines(lines)
	}
	if several {
		return r.bad(s, func(at evaluate.Origin) evaluate.Problem { return problemSeveralNames(at, r.def.Heading) })
	}
	if bare != s {
		got.text, got.data, got.how = bare, bare, addressed
	}
	switch {
	case isCapitalized(strings.Fields(bare)) && len(strings.Fields(bare)) >= longName:
		got.doubt = &doubt{longName, func(at evaluate.Origin, n int) evaluate.Problem { return problemLongName(at, r.def.Heading, n) }}
	case isOddSpelling(bare):
		got.doubt = &doubt{oddSpelling, func(at evaluate.Origin, n int) evaluate.Problem { return problemOddSpelling(at, r.def.Heading, n) }}
	case perhaps || isDoubtfulName(bare):
		got.doubt = &doubt{as: func(at evaluate.Origin, n int) evaluate.Problem { return problemDoubtfulName(at, r.def.Heading, n) }}
	}
	return got
}

// longName is how many words two names have at least, each of a family name, what stands
// between and a given name. Few people have a name as long.
const longName = 6

// oddSpelling tells the question about how a name is typed apart from the others.
const oddSpelling = 1

// isNoName tells whether a text is a word for people, a post or a heading, with
// a number or without: what people type in place of a name.
func (r *cellReader) isNoName(s string) bool {
	return r.noNames[fold(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }))]
}

// isSeveralNames tells whether signs that no name holds, a dash beside a space, or the word
// for and, stand between what are two names each.
func isSeveralNames(s string) bool {
	names := 0
	s = strings.ReplaceAll(s, wordAnd, ",")
	for _, dash := range []string{"-", "–", "—"} {
		s = strings.ReplaceAll(strings.ReplaceAll(s, " "+dash, ","), dash+" ", ",")
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;/+&|", r) }) {
		if words := strings.Fields(part); len(words) > 1 && hasLetters(part) && isCapitalized(words) {
			names++
		}
	}
	return names > 1
}

func isLineBreak(r rune) bool { return r == '\n' || r == '\r' }

// isSeveralLines tells whether the lines of a cell are names of several people. Two
// words a line may also be one name of four.
func isSeveralLines(lines []string) (several, perhaps bool) {
	long, short, other := 0, 0, 0
	for i, line := range lines {
		line = tidy(line)
		several = several || i > 0 && cutListNumber(line) != line
		words := strings.Fields(cutAddress(line))
		switch looks := isCapitalized(words) && !isOneOf(line, postWords()); {
		case looks && len(words) > 2:
			long++
		case looks && len(words) == 2:
			short++
		case len(words) > 0:
			other++
		}
	}
	return several || long > 1, long+short > 1 || long > 0 && other > 0
}

// isCapitalized tells whether every word begins as the words of names do: those of a
// post do not.
func isCapitalized(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(r)
	})
}

// isDay tells whether a text is a day written in words.
func isDay(s string) bool {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return false
	}
	_, _, verdict := parseDay(s, false)
	return verdict != notADay
}

func hasLetters(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// cutAddress takes list numbers and forms of address off the beginning.
func cutAddress(s string) string {
	for {
		short := cutListNumber(s)
		for _, w := range comradeWords() {
			if rest, ok := cutWord(short, w); ok {
				short = rest
				break
			}
		}
		short = cutRank(short)
		if short == s {
			return s
		}
		s = short
	}
}

// cutRank takes a rank or post of two words or more off the beginning of a name, the
// longest there is: what is left must be a name.
func cutRank(s string) string {
	short := s
	for _, list := range [][]string{rankWords(), postWords()} {
		for _, w := range list {
			if !strings.Contains(w, " ") {
				continue // a single word may well begin a name
			}
			if rest, ok := cutWord(s, w); ok && len(rest) < len(short) && strings.Contains(rest, " ") && isCapitalized(strings.Fields(rest)) {
				short = rest
			}
		}
	}
	return short
}

// listNumberLength bounds what may be the number of a line; longer ones number
// people, and that is asked about.
const listNumberLength = 3

// cutListNumber takes “2.”, “2)” or “2 ” off the beginning of a name.
func cutListNumber(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	if n := len(s) - len(rest); n == 0 || n > listNumberLength {
		return s
	}
	name := strings.TrimLeft(rest, ".)-/ ")
	if name == rest || !hasLetters(name) {
		return s
	}
	return name
}

// cutWord takes a word off the beginning, whatever its case, with the signs and
// spaces behind it.
func cutWord(s, word string) (rest string, ok bool) {
	i := 0
	for _, w := range word {
		c, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 || unicode.ToLower(c) != w {
			return s, false
		}
		i += size
	}
	rest = strings.TrimLeft(s[i:], ".: ")
	return rest, rest == "" || len(rest) < len(s[i:])
}

// cutPost takes a post behind a name off its end: “(bí thư)”, “- phó bí thư”.
func cutPost(s string) string {
	i := strings.LastIndexAny(s, "(-,–")
	if i <= 0 || !isOneOf(strings.Trim(s[i:], "(-,–) "), postWords()) {
		return s
	}
	return strings.TrimSpace(s[:i])
}

// isDoubtfulName tells whether a name holds what names do not hold, or begins
// with what may be an address or a family name.
func isDoubtfulName(s string) bool {
	if strings.ContainsAny(s, `()[]{}<>,;:/\|=+*#&%!?"_`) || strings.Contains(s, " - ") || strings.Contains(s, " – ") || hasDigitAtWord(s) {
		return true
	}
	if d := strings.IndexFunc(s, unicode.IsDigit); d >= 0 && len(strings.TrimLeft(s[d:], "0123456789")) < len(s[d:])-listNumberLength {
		return true
	}
	for _, w := range addressWords() {
		if _, ok := cutWord(s, w); ok {
			return true
		}
	}
	return false
}
