package excel

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
)

// reading is how one cell of a column was understood, as a message says it.
type reading struct {
	at   gridCell
	said string
}

// readingsSaid is how many different readings of a column a note says.
const readingsSaid = 3

// mostReadings bounds what is kept of a column, for questions may take cells away again.
const mostReadings = 4 * readingsSaid

// longestSaid is how many digits of a number may be repeated: more may be somebody's.
const longestSaid = 6

// understood keeps how a cell was read, where that is a number, a day or a word of the
// list. Texts are not repeated: a name may be among them; of those that were tidied it is
// said what was.
func (c *readColumn) understood(how tolerance, at gridCell, raw string, v evaluate.Value) {
	if v.IsBlank() && how != tidied || len(c.readings[how]) == mostReadings {
		return
	}
	written, said := "“"+clip(tidy(raw), quoteLimit)+"”", ""
	if how == tidied { // written and read look alike
		written = untidy(raw)
	}
	switch c.def.Type {
	case evaluate.ChoiceFact:
		said = "“" + c.def.Choices[v.Choice()].Label + "”"
	case evaluate.NumberFact:
		if digitsIn(raw) > longestSaid {
			return
		}
		said = evaluate.VietnameseNumber(v.Number())
	case evaluate.DateFact:
		said = v.Date().Vietnamese()
		if _, err := evaluate.ParseNum(tidy(raw)); err == nil { // a count of days, which no program shows
			written = ""
		}
	default:
		if how != tidied {
			return
		}
	}
	switch {
	case said == "":
		said = written
	case written != "":
		said = written + " → " + said
	}
	if !slices.ContainsFunc(c.readings[how], func(r reading) bool { return r.said == said }) {
		c.readings[how] = append(c.readings[how], reading{at, said})
	}
}

// untidy says what was wrong with the writing of a cell.
func untidy(raw string) string {
	var out []string
	if !norm.NFC.IsNormalString(raw) {
		out = append(out, "bảng mã Unicode tổ hợp")
	}
	text := tidy(raw)
	if text != norm.NFC.String(raw) || allDigits(strings.ReplaceAll(text, " ", "")) {
		out = append(out, "dấu cách thừa")
	}
	if number, marked := unmarked(text); marked && allDigits(number) {
		out = append(out, "dấu chấm, nháy, gạch trong số")
	}
	return strings.Join(out, ", ")
}

func digitsIn(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// readingsOf says how the cells that a note is about were read.
func (c *readColumn) readingsOf(how tolerance) string {
	var said []string
	for _, r := range c.readings[how] {
		if c.met[how].holds(r.at) {
			said = append(said, r.said)
		}
	}
	if len(said) == 0 {
		return ""
	}
	more := ""
	if len(said) > readingsSaid {
		said, more = said[:readingsSaid], " …"
	}
	return ": " + strings.Join(said, "; ") + more
}
