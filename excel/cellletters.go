package excel

import (
	"slices"
	"strings"
	"unicode"
)

// What is left of a name that was typed in the fonts from before Unicode, or while the
// keyboard program was off. Names of citizens are in Vietnamese or in the language of one of
// the country's peoples, whose letters (Ê, č, ŭ, ƀ, ñ) are all let pass.

// noNameSigns are signs of old fonts, of VIQR and of bytes read in the wrong encoding that
// stand in no name. foreignLetters stand in none in any of these languages, but may in that of
// somebody whose name is from elsewhere (Chloë).
const (
	noNameSigns    = "¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³µ¶¸¹º»¼½¾¿×÷·^~\ufffd"
	foreignLetters = "ÆæÇçËëÎîÏïÖöØøÜüÛûÄäÅåÞþßŸÿ"
)

// isNoSpelling tells whether a text holds what no name does: such a sign, a foreign letter
// in a text that looks typed so anyhow, or a digit between two letters (Nguye64n).
func isNoSpelling(name string) bool {
	return strings.ContainsAny(name, noNameSigns) || strings.ContainsAny(name, foreignLetters) && looksMistyped(name) || slices.ContainsFunc(wordsIn(name), func(word string) bool {
		first, last := strings.IndexFunc(word, unicode.IsLetter), strings.LastIndexFunc(word, unicode.IsLetter)
		return first >= 0 && strings.ContainsAny(word[first:last], "0123456789")
	})
}

// hasDigitAtWord tells whether a digit stands at the beginning or end of a word.
func hasDigitAtWord(name string) bool {
	return slices.ContainsFunc(wordsIn(name), func(word string) bool {
		return hasLetters(word) && strings.ContainsAny(word, "0123456789")
	})
}

// wordsIn are the runs of letters and digits of a text.
func wordsIn(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// isOddSpelling tells whether a text may be typed so, though each letter may be one of a
// name.
func isOddSpelling(name string) bool {
	return strings.ContainsAny(name, foreignLetters) || looksMistyped(name)
}

// looksMistyped tells whether letters stand as they do in no name here: a large letter with
// a sign behind a small one, a vowel and behind it what VNI has for its sign, or no sign at all
// and the keys of Telex.
func looksMistyped(name string) bool {
	var before rune
	for _, r := range name {
		if unicode.IsLower(before) && unicode.IsUpper(r) && r > unicode.MaxASCII || strings.ContainsRune(vniSigns(unicode.ToLower(before)), unicode.ToLower(r)) {
			return true
		}
		before = r
	}
	return isASCII(name) && slices.ContainsFunc(wordsIn(strings.ToLower(name)), isTelex)
}

// vniSigns are the letters that stand for the sign of a vowel before them, and follow it in
// no word.
func vniSigns(vowel rune) string {
	switch vowel {
	case 'a':
		return "àáâãèéêú"
	case 'e':
		return "àáâãùõ"
	case 'o', 'ô':
		return "âùõ"
	case 'u', 'y':
		return "ùõ"
	}
	return ""
}

// isTelex tells whether a word of small letters is one that no language here has: with two
// letters that stand for one and the key of a tone at its end, or keys that need no tone.
func isTelex(word string) bool {
	has := func(keys ...string) bool {
		return slices.ContainsFunc(keys, func(k string) bool { return strings.Contains(word, k) })
	}
	return strings.HasPrefix(word, "dd") || strings.HasSuffix(word, "f") || strings.HasSuffix(word, "j") ||
		has("uw", "awn", "awm", "awc", "awt", "awp", "own", "owm", "owc", "owt", "owp", "owi") ||
		has("aa", "ee", "oo", "aw", "ow") && strings.ContainsRune("srx", rune(word[len(word)-1]))
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}
