package excel

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy is text as we keep it: NFC, Unicode spaces (no-break and zero-width ones
// too) turned into plain ones and joined, none at the ends. Line breaks inside
// stay a space.
func tidy(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(s)
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case isUnseen(r):
		case unicode.IsSpace(r):
			space = b.Len() > 0
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain tells whether tidy would change nothing, cheaply for the usual text.
func plain(s string) bool {
	if s == "" {
		return true
	}
	if s[0] <= ' ' || s[len(s)-1] <= ' ' {
		return false
	}
	ascii, before := true, byte(0)
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == ' ' && before == ' ' {
			return false
		}
		ascii = ascii && c < 0x80
		before = c
	}
	if ascii {
		return true
	}
	return norm.NFC.IsNormalString(s) && strings.IndexFunc(s, oddSpace) < 0
}

func oddSpace(r rune) bool {
	return r != ' ' && unicode.IsSpace(r) || isUnseen(r)
}

// isUnseen tells whether a rune has no width: joiners, and the marks of the direction of
// writing that come with numbers copied from telephones and letters.
func isUnseen(r rune) bool {
	return r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u2069' || r == '\ufeff'
}

// fold is the key under which headings and choices are compared: lower case
// letters, digits and %, everything else a single space, look-alike letters of
// other alphabets as Latin ones, and the tone mark of oa, oe, uy on the first
// letter, since both spellings (hoà, hòa) are written. Accents stay: they tell
// words apart. Names of people are compared by FoldName, which keeps their signs.
func fold(s string) string {
	s, _ = latin(s)
	var b strings.Builder
	space := false
	for _, r := range tonesPlaced([]rune(strings.ToLower(norm.NFC.String(s)))) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' && !unicode.IsMark(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// tonesPlaced moves the tone mark of oa, oe, uy to the first letter, in place;
// letters are small and composed.
func tonesPlaced(rs []rune) []rune {
	for i := range len(rs) - 1 {
		if first, ok := withTone(rs[i], rs[i+1]); ok {
			rs[i], rs[i+1] = first, withoutTone(rs[i+1])
		}
	}
	return rs
}

// Words is the key under which names of organizations are compared: as headings
// are, so that both spellings of a tone (hoà, hòa) are one.
func Words(s string) string { return fold(s) }

// withTone returns the first vowel carrying the tone of the second, for the
// pairs oa, oe and uy.
func withTone(first, second rune) (rune, bool) {
	switch first {
	case 'o':
		if t, ok := toneFrom("àáảãạ", second, "òóỏõọ"); ok {
			return t, true
		}
		return toneFrom("èéẻẽẹ", second, "òóỏõọ")
	case 'u':
		return toneFrom("ỳýỷỹỵ", second, "ùúủũụ")
	}
	return 0, false
}

func toneFrom(row string, r rune, to string) (rune, bool) {
	if r < utf8.RuneSelf {
		return 0, false // as most letters: none carries a tone
	}
	from, target := []rune(row), []rune(to)
	for i := range from {
		if from[i] == r {
			return target[i], true
		}
	}
	return 0, false
}

func withoutTone(r rune) rune {
	switch {
	case strings.ContainsRune("àáảãạ", r):
		return 'a'
	case strings.ContainsRune("èéẻẽẹ", r):
		return 'e'
	}
	return 'y'
}

// FoldName is the key under which names of people are compared: lower case,
// tidied, the tone mark of oa, oe, uy in one place, since keyboards put it on
// either letter (Hoà, Hòa). Everything else stays: Hoa is not Hoà.
func FoldName(s string) string { return string(tonesPlaced([]rune(strings.ToLower(tidy(s))))) }

// SaysNone tells whether a text is what people write where a cell that names others
// should say that there are none.
func SaysNone(s string) bool {
	return isDash(s) || slices.Contains([]string{"không", "khong", "không có", "0"}, FoldName(s))
}

// bare drops accents, tones and đ: only for suggesting what somebody meant.
func bare(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(fold(s)) {
		switch {
		case unicode.IsMark(r):
		case r == 'đ':
			b.WriteByte('d')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// near tells whether two texts differ so little that one may be meant by the
// other. It only ever makes a suggestion.
func near(a, b string) bool {
	x, y := []rune(bare(a)), []rune(bare(b))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return distance(x, y) <= max(1, min(len(x), len(y))/5)
}

// FoldCard makes two spellings of one Party card number equal: cards are printed with
// a dot or a space among the digits, and typed without.
func FoldCard(s string) string {
	number := strings.Map(func(r rune) rune {
		if r == '.' || r == ' ' {
			return -1
		}
		return r
	}, tidy(s))
	if allDigits(number) {
		return number
	}
	return FoldName(s)
}

// saysMore tells whether one of two headings says the other and more: “Tự xếp loại”,
// “Cá nhân tự xếp loại”. A single word is in too many.
func saysMore(a, b string) bool {
	x, y := " "+fold(a)+" ", " "+fold(b)+" "
	if len(x) > len(y) {
		x, y = y, x
	}
	return strings.Count(strings.TrimSpace(x), " ") > 0 && strings.Contains(y, x)
}

// Letters is a text without accents, case and signs: what two spellings of a
// name have in common.
func Letters(s string) string { return bare(s) }

// LettersApart is how many letters have to be changed, put in or taken out to
// make one text of the other, accents and case aside: for offering somebody whom
// a name may mean, never for taking him.
func LettersApart(a, b string) int { return distance([]rune(bare(a)), []rune(bare(b))) }

// distance is the number of letters to change, insert or drop.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
