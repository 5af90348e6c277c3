package excel

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// lineHeight is the height in points of one line of text of a size.
func lineHeight(size float64) float64 { return size * 1.36 }

// textWidth estimates the width of a word in digits of the type face, the unit
// of column widths: letters of Times are narrower, capitals wider.
func textWidth(word string) float64 {
	var sum float64
	for _, r := range word {
		switch {
		case isThin(r):
			sum += 0.62
		case r == 'm' || r == 'w' || isCapital(r):
			sum += 1.42
		default:
			sum += 0.96
		}
	}
	return sum
}

func isThin(r rune) bool {
	switch r {
	case 'i', 'ì', 'í', 'ỉ', 'ĩ', 'ị', 'l', 'j', 't', 'f', 'r', '.', ',', ';', ':', '\'', '(', ')', '!', '|', '/':
		return true
	}
	return false
}

// isCapital knows the letters of Vietnamese; in their block beyond U+1EA0
// capitals and small letters alternate.
func isCapital(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'A' && r <= 'Z'
	case r >= 0x1EA0 && r <= 0x1EF9:
		return r%2 == 0
	}
	return unicode.IsUpper(r)
}

// wrappedLines estimates into how many lines a text wraps in a column of the
// given width. Merged cells and headings do not grow by themselves in Excel or
// LibreOffice, so their rows get a height from it.
func wrappedLines(text string, width float64) int {
	const space = 0.5
	room := max(width-0.8, 2)
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
			for ; n > room; n -= room {
				lines++
			}
			used += n + space
		}
	}
	return lines
}

// heightFor is the row height for texts in columns of the given widths, at
// least atLeast lines.
func heightFor(size float64, atLeast int, texts []string, widths []float64) float64 {
	lines := atLeast
	for i, t := range texts {
		lines = max(lines, wrappedLines(t, widths[i]*tableSize/size*0.97))
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

// clip shortens a text to a number of UTF-16 units, the measure of Excel's own
// limits (255 for a hint, 32 for its title, 31 for a sheet name).
func clip(s string, units int) string {
	if len(utf16.Encode([]rune(s))) <= units {
		return s
	}
	rs := []rune(s)
	for len(utf16.Encode(rs)) > units-1 {
		rs = rs[:len(rs)-1]
	}
	return strings.TrimSpace(string(rs)) + "…"
}

// cutAt returns the text before a separator: "Nhóm (tối đa 30)" → "Nhóm".
func cutAt(s, sep string) string {
	head, _, _ := strings.Cut(s, sep)
	return strings.TrimSpace(head)
}
