package excel

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Letters of other alphabets that look like the Latin or Vietnamese ones below
// them. They come from keyboards, old fonts and text recognition, and make two
// equal words differ.
const (
	looksOther = "АВЕКМНОРСТУХІЈЅаеорсухіјѕһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο" + "ÐðƉɖ"
	looksLatin = "ABEKMHOPCTYXIJSaeopcyxijsh" + "ABEZHIKMNOPTYXo" + "ĐđĐđ"
)

// latin returns text with look-alike letters as the Latin ones they stand for,
// and whether there were any. Text that also has letters of the other alphabet
// which look like no Latin one is really written in it and stays.
func latin(s string) (string, bool) {
	if strings.IndexFunc(s, isForeignLetter) < 0 {
		return s, false
	}
	others, latins := []rune(looksOther), []rune(looksLatin)
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch i := indexRune(others, r); {
		case i >= 0:
			r = latins[i]
		case r >= 0xFF01 && r <= 0xFF5E: // full width
			r -= 0xFEE0
		case isForeignLetter(r):
			return s, false
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String()), true
}

// isForeignLetter tells whether a letter is of an alphabet with look-alikes.
func isForeignLetter(r rune) bool {
	switch {
	case r < 0xD0:
		return false
	case r == 'Ð', r == 'ð', r == 'Ɖ', r == 'ɖ':
		return true
	}
	return unicode.In(r, unicode.Cyrillic, unicode.Greek) || r >= 0xFF01 && r <= 0xFF5E
}

func indexRune(in []rune, r rune) int {
	for i, x := range in {
		if x == r {
			return i
		}
	}
	return -1
}
