package evaluate

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Messages travel further than workbooks: to terminals, into JSON, to whoever
// helps. A cell of a shifted column may hold a name or an identity number, so a
// message repeats a cell's text only where its very shape rules that out.

// quotableDigits is how many digits a number may have to be repeated: card
// numbers have seven or more.
const quotableDigits = 6

// quotableLength bounds what is repeated.
const quotableLength = 20

// Quotable tells whether a text can be neither a person's name nor a number
// that names a person: a day, a short number, a single sign, or a code like XM.01-2.
func Quotable(s string) bool {
	if sign, size := utf8.DecodeRuneInString(s); size > 0 && size == len(s) && sign != utf8.RuneError && !unicode.IsLetter(sign) && unicode.IsGraphic(sign) {
		return true
	}
	digits, letters := 0, false
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '_':
			letters = true
		case !strings.ContainsRune(" .,+-/%", r):
			return false
		}
	}
	switch {
	case len(s) > quotableLength || letters && strings.ContainsAny(s, " ,"):
		return false
	case digits == 0:
		return false
	}
	return digits <= quotableDigits || !letters && dayShaped(s)
}

// dayShaped tells whether digits are grouped as in 31/02/2010 or 2010-02-31.
func dayShaped(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 {
		return false
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	return len(parts[0]) <= 2 && len(parts[1]) <= 2 && len(parts[2]) <= 4 && strings.Trim(strings.Join(parts, ""), "0123456789") == ""
}

// Quote repeats a text in a sentence where that is safe, and otherwise tells
// how long it is.
func Quote(s string) string {
	if Quotable(s) {
		return fmt.Sprintf("%q", s)
	}
	return PhraseHidden(len([]rune(s)))
}

// quotableDocument and quotableDocumentDigits bound the number of a document.
const (
	quotableDocument       = 30
	quotableDocumentDigits = 8 // 1234/2025: more may be somebody's number
)

// QuoteDocument is Quote for a cell that names a document by number: 22-QĐ/ĐU,
// 12/2025/NQ-HĐND. A name neither begins with a digit nor is written without a space,
// in capitals alone.
func QuoteDocument(s string) string {
	head := strings.TrimLeft(s, "0123456789")
	document, digits := len(head) < len(s) && strings.IndexAny(head, "-/") == 0 && len([]rune(s)) <= quotableDocument, 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digits++
			continue
		}
		document = document && (strings.ContainsRune("-/.", r) || string(r) != strings.ToLower(string(r)))
	}
	if document && digits <= quotableDocumentDigits {
		return fmt.Sprintf("%q", s)
	}
	return Quote(s)
}

// quotableCode bounds how long a code without a digit may be.
const quotableCode = 12

// QuoteCode is Quote for a cell that names organizations, units or collectives:
// the office's own codes name nobody, so UB is repeated like DV-01. Whatever else
// slipped into such a cell is not: a name has small letters or spaces.
func QuoteCode(s string) string {
	capitals := s != "" && len(s) <= quotableCode
	for _, r := range s {
		capitals = capitals && (r >= 'A' && r <= 'Z' || r == '-' || r == '.' || r == '_')
	}
	if capitals {
		return fmt.Sprintf("%q", s)
	}
	return Quote(s)
}

// quotablePhrase bounds how long a phrase may be that is repeated.
const quotablePhrase = 80

// QuotePhrase is Quote for a cell that should hold a word of an open list, such as
// a state: a phrase that begins with a capital and goes on in small letters is the
// way of no name and is repeated.
func QuotePhrase(s string) string {
	words := strings.Fields(s)
	phrase := len(words) > 1 && len([]rune(s)) <= quotablePhrase
	for i, w := range words {
		for j, r := range []rune(w) {
			capital := string(r) != strings.ToLower(string(r))
			phrase = phrase && (r < '0' || r > '9') && capital == (i == 0 && j == 0)
		}
	}
	if phrase {
		return fmt.Sprintf("%q", s)
	}
	return Quote(s)
}

// quoteNumber is Quote for a number that a cell gave, without quotation marks.
func quoteNumber(x Num) string {
	s := VietnameseNumber(x)
	if Quotable(s) {
		return s
	}
	return PhraseHidden(len(s))
}
