package excel

import (
	"io"
	"strconv"
	"strings"
)

// formatClass says what a number format makes of a number.
type formatClass uint8

const (
	plainFormat formatClass = iota
	dayFormat
	clockFormat // a time of day, or a month alone
	percentFormat
)

// cellStyle is what of a cell's dress changes what people read in it.
type cellStyle struct {
	format formatClass
	struck bool // crossed out
}

// scanStyles reads what each cell style shows a number as, by style index. A
// part that cannot be read to its end gives what was read: it is judged
// elsewhere.
func scanStyles(s *tokenizer) []cellStyle {
	var out []cellStyle
	var struck []bool // by font
	var stack tagStack
	codes := map[string]formatClass{}
	for {
		t, err := s.next()
		if err == io.EOF || err != nil {
			return out
		}
		if t.kind == opaque {
			continue
		}
		if t.kind != closeTag {
			switch parent := stack.at(max(stack.depth()-1, 0)); {
			case parent == "numFmts" && string(t.name) == "numFmt":
				codes[attributeOf(t.attrs, "numFmtId")] = classOf(attributeOf(t.attrs, "formatCode"))
			case parent == "cellXfs" && string(t.name) == "xf":
				font, ok := digits([]byte(attributeOf(t.attrs, "fontId")))
				out = append(out, cellStyle{formatOf(attributeOf(t.attrs, "numFmtId"), codes), ok && int(font) < len(struck) && struck[font]})
			case parent == "fonts" && string(t.name) == "font":
				struck = append(struck, false)
			case parent == "font" && string(t.name) == "strike" && stack.at(1) == "fonts" && len(struck) > 0:
				val := attributeOf(t.attrs, "val")
				struck[len(struck)-1] = val != "0" && val != "false"
			}
		}
		if !stack.push(t) {
			return out
		}
	}
}

// attributeOf is the text of an attribute, "" where there is none.
func attributeOf(attrs []byte, want string) string {
	for {
		name, value, rest, ok := attribute(attrs)
		if !ok {
			return ""
		}
		if attrs = rest; string(name) == want {
			return string(value)
		}
	}
}

// formatOf is the class of a number format by its id: the standard fixes what
// the ids below 164 mean.
func formatOf(id string, codes map[string]formatClass) formatClass {
	if c, ok := codes[id]; ok {
		return c
	}
	switch n, err := strconv.Atoi(id); {
	case err != nil:
		return plainFormat
	case n == 9 || n == 10:
		return percentFormat
	case n >= 18 && n <= 21 || n >= 45 && n <= 47:
		return clockFormat
	case n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58:
		return dayFormat
	}
	return plainFormat
}

// classOf reads a format code; quoted and escaped letters, colours and currencies
// in it say nothing.
func classOf(code string) formatClass {
	var b strings.Builder
	quoted, bracket, escaped := false, false, false
	for _, r := range strings.ReplaceAll(strings.ToLower(code), "&quot;", "\"") {
		switch {
		case escaped:
			escaped = false
		case !quoted && (r == '\\' || r == '_' || r == '*'):
			escaped = true
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case !bracket:
			b.WriteRune(r)
		}
	}
	switch code = b.String(); {
	case strings.Contains(code, "general"):
		return plainFormat
	case strings.Contains(code, "%"):
		return percentFormat
	case strings.ContainsAny(code, "dy"):
		return dayFormat
	case strings.ContainsAny(code, "hms"):
		return clockFormat
	}
	return plainFormat
}

// numberLike tells whether a text can be a number of a few digits, or a day in
// the ISO form, typed as text.
func numberLike(s []byte) bool {
	digit := false
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digit = true
		case c != '.' && c != '+' && c != '-' && c != 'e' && c != 'E':
			return false
		}
	}
	return digit && (len(s) <= longestNumber || len(s) == longestTyped && s[4] == '-' && s[7] == '-')
}

// longestNumber is the longest text kept in mind as a number: points, counts and
// days are shorter, identity numbers longer. longestTyped is that of an ISO day.
const (
	longestNumber = 8
	longestTyped  = 10
)

// countsDays tells whether a number has the size of the days since 1927.
func countsDays(s []byte) bool { return len(s) == 5 && allDigits(string(s)) }
