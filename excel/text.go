package excel

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf16"
)

// lineHeight is the height in points of one line of text of a size.
func lineHeight(size float64) float64 { return size * lineSpace }

// lineSpace is from one line to the next, in sizes of the letters.
const lineSpace = 1.36

// textWidth is the width of a word in digits of the type face, the unit of
// column widths.
func textWidth(word string) float64 {
	sum := 0
	for _, r := range word {
		sum += runeWidth(baseLetter(r))
	}
	return float64(sum) / digitWidth
}

// digitWidth is the width of a digit of Times, in thousandths of the size.
const digitWidth = 500

// runeWidth is the width of a letter in thousandths of the size, as the type
// face's own table has it.
func runeWidth(r rune) int {
	switch r {
	case 0:
		return 0
	case '\'', '|':
		return 200
	case ' ', '.', ',':
		return 250
	case 'i', 'j', 'l', 't', ':', ';', '/', '\\':
		return 278
	case 'f', 'r', 'I', '(', ')', '[', ']', '-', '!':
		return 333
	case 's', 'J':
		return 389
	case 'a', 'c', 'e', 'z', '?':
		return 444
	case 'F', 'P', 'S', '+', '<', '=', '>':
		return 560
	case 'E', 'L', 'T', 'Z':
		return 611
	case 'B', 'C', 'R':
		return 667
	case 'A', 'D', 'G', 'H', 'K', 'N', 'O', 'Q', 'U', 'V', 'X', 'Y', 'w':
		return 722
	case 'm', '&':
		return 778
	case '%', 'M', 'W', '@':
		return 920
	case '—', '…', '→':
		return 1000
	}
	return digitWidth
}

// baseLetter is a Vietnamese letter without its marks, which add no width to
// it; 0 is a mark that stands alone and hangs on the letter before.
func baseLetter(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r >= 0x300 && r <= 0x36F:
		return 0
	}
	base := 'U'
	switch {
	case between(r, 'À', 'Ã') || between(r, 'à', 'ã') || between(r, 'Ă', 'ă') || between(r, 'Ạ', 'ặ'):
		base = 'A'
	case between(r, 'È', 'Ê') || between(r, 'è', 'ê') || between(r, 'Ẹ', 'ệ'):
		base = 'E'
	case between(r, 'Ì', 'Í') || between(r, 'ì', 'í') || between(r, 'Ĩ', 'ĩ') || between(r, 'Ỉ', 'ị'):
		base = 'I'
	case between(r, 'Ò', 'Õ') || between(r, 'ò', 'õ') || between(r, 'Ơ', 'ơ') || between(r, 'Ọ', 'ợ'):
		base = 'O'
	case between(r, 'Ù', 'Ú') || between(r, 'ù', 'ú') || between(r, 'Ũ', 'ũ') || between(r, 'Ư', 'ư') || between(r, 'Ụ', 'ự'):
	case r == 'Ý' || r == 'ý' || between(r, 'Ỳ', 'ỹ'):
		base = 'Y'
	case between(r, 'Đ', 'đ'):
		base = 'D'
	default:
		return r
	}
	if !unicode.IsUpper(r) {
		return unicode.ToLower(base)
	}
	return base
}

func between(r, first, last rune) bool { return first <= r && r <= last }

// roomIn is how many digits of the table's size fit beside each other in a
// column: a column's width counts its padding in, and Excel draws a unit of it
// a little narrower than a digit.
func roomIn(width float64) float64 { return max(width*roomPerUnit-0.6, 2) }

const roomPerUnit = 0.955

// boldRoom is what wrapped bold text has of a width, being wider itself.
const boldRoom = 0.93

// wrappedLines estimates into how many lines a text wraps in a column of the
// given width. Merged cells and headings do not grow by themselves in Excel or
// LibreOffice, so their rows get a height from it.
func wrappedLines(text string, width float64) int {
	const space = 0.5
	room := roomIn(width)
	lines := 0
	for _, paragraph := range strings.Split(text, "\n") {
		used := 0.0
		lines++
		for _, word := range strings.Fields(paragraph) {
			n := textWidth(word)
			if used > 0 && used+space+n > room {
				lines++
				used = 0
			}
			if n > room {
				more, last := brokenWord(word, room)
				lines += more
				n = last
			}
			used += n + space
		}
	}
	return lines
}

// brokenWord tells into how many further lines a word wider than a column runs,
// and how wide the last of them is: it breaks behind hyphens where it can, and
// anywhere where a piece alone is too wide.
func brokenWord(word string, room float64) (more int, last float64) {
	for _, piece := range strings.SplitAfter(word, "-") {
		n := textWidth(piece)
		if last > 0 && last+n > room {
			more++
			last = 0
		}
		for ; n > room; n -= room {
			more++
		}
		last += n
	}
	return more, last
}

// heightFor is the row height for texts in columns of the given widths, at
// least atLeast lines.
func heightFor(size float64, atLeast int, texts []string, widths []float64) float64 {
	lines := atLeast
	for i, t := range texts {
		lines = max(lines, wrappedLines(t, widths[i]*tableSize/size))
	}
	return lineHeight(size)*float64(lines) + 3
}

// widthFor is the least width, not under the given one, in which every text
// wraps into at most the given number of lines.
func widthFor(least float64, lines int, texts []string) float64 {
	width := least
	for _, t := range texts {
		for wrappedLines(t, width) > lines {
			width++
		}
	}
	return width
}

// clearOf widens a column in which some text just fits on one line or just does
// not: programs draw columns a little differently, and in one of them it would
// touch the next cell.
func clearOf(width float64, texts []string) float64 {
	const near, clear = 1.0, 0.7
	for _, t := range texts {
		need := textWidth(t)
		if left := roomIn(width) - need; left > -near && left < clear {
			width += (clear - left) / roomPerUnit
		}
	}
	return math.Ceil(width*10) / 10
}

// clip shortens a text to a number of UTF-16 units, the measure of Excel's own
// limits (255 for a hint, 32 for its title, 31 for a sheet name), after a word where that
// leaves more than half.
func clip(s string, most int) string {
	if units(s) <= most {
		return s
	}
	rs := []rune(s)
	for units(string(rs)) > most-1 {
		rs = rs[:len(rs)-1]
	}
	cut := string(rs)
	if at := strings.LastIndexByte(cut, ' '); s[len(cut)] != ' ' && units(cut[:max(at, 0)]) > most/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;") + "…"
}

// units is the length of a text in UTF-16 units.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

// cutAt returns the text before a separator: "Nhóm (tối đa 30)" → "Nhóm".
func cutAt(s, sep string) string {
	head, _, _ := strings.Cut(s, sep)
	return strings.TrimSpace(head)
}
