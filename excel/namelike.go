package excel

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xeploai/xeploai/evaluate"
)

// What tells names of people from other words in their column. Nobody is passed over or
// refused for an unusual name: what does not look like one is asked about, and a row is
// nobody's only where it says nothing else of anybody.

// readsAsName tells whether a text is written as names are: several words, all with a
// large letter, or behind a family name in any letters.
func readsAsName(s string) bool {
	words := slices.DeleteFunc(wordsIn(cutAddress(s)), allDigits) // which tell namesakes apart
	return len(words) > 1 && (isCapitalized(words) || isOneOf(words[0], familyNames()))
}

// isSentence tells whether a text is written as sentences and headings are: a large letter
// at the first word, which is neither a family name nor a form of address, and small ones
// at those behind it, of which names have at least the last one large; figures, a colon or
// many words are no name's either.
func isSentence(s string) bool {
	s = cutMark(s)
	words := wordsIn(s)
	if len(words) < 2 || isOneOf(words[0], slices.Concat(familyNames(), addressWords())) || slices.ContainsFunc(comradeWords(), func(w string) bool {
		_, address := cutWord(s, w)
		return address
	}) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	second, _ := utf8.DecodeRuneInString(words[1])
	return unicode.IsUpper(first) && unicode.IsLower(second) && (isWordy(s) || !slices.ContainsFunc(words[2:], isLarge))
}

// isWordy tells whether a text has what no name has.
func isWordy(s string) bool {
	return hasDigits(s) || strings.Contains(s, ":") || len(wordsIn(s)) > mostNameWords
}

// mostNameWords are the words of the longest names.
const mostNameWords = 6

func isLarge(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// cutMark takes the mark of a list off the beginning of a text: “II.”, “b)”, “-”.
func cutMark(s string) string {
	if mark, rest, ok := strings.Cut(s, " "); ok && isListMark(mark) {
		return rest
	}
	return s
}

// isGroup recognises what heads a group in the place of a name: a mark of a list alone, or
// words behind one, or several words, that are chosen from a list of the sheet.
func (s *sheetReading) isGroup(text string) bool {
	bare := cutMark(text)
	switch {
	case strings.Trim(text, "IVX") == "", isListMark(text), !hasLetters(text) && !hasDigits(text):
		return true
	case bare != text && isOneOf(bare, sexWords()):
		return true
	case bare == text && !strings.Contains(text, " "):
		return false
	}
	return slices.ContainsFunc(s.columns, func(c readColumn) bool {
		return c.def.Type == evaluate.ChoiceFact && c.cell.read(bare).problem == nil
	})
}

// saysOfNobody tells whether a row has a sentence in the place of the name and nothing but
// figures beside it: none where a few words may still be somebody's name, nor ever the year
// of a birth.
func (s *sheetReading) saysOfNobody(number int, cells []string) bool {
	if s.status >= 0 && hasContent(cellAt(cells, s.status)) || s.isPlainList() && slices.ContainsFunc(cells[:min(len(cells), s.firstColumn())], hasDigits) {
		return false // whom a list numbers is somebody
	}
	named, figures := "", false
	for i := range s.columns {
		c := &s.columns[i]
		raw := cellAt(cells, c.column)
		switch {
		case s.missing.has(gridCell{int32(c.column + 1), int32(number)}):
			return false
		case !hasContent(raw):
		case isPersonName(c.def):
			named = tidy(raw)
		case c.def.Type != evaluate.NumberFact || c.def.Role == evaluate.RoleBirthYear || !isNumberText(tidy(raw)):
			return false
		default:
			figures = true
		}
	}
	return isSentence(named) && (!figures || isWordy(named))
}

// watchUnlike asks about the name of the row being read where it is not written as a name
// is, and no number says that it is somebody's.
func (s *sheetReading) watchUnlike(row int) {
	name := nameFact(s.head.schema)
	if name < 0 || s.frame.Text(row, name) == "" || readsAsName(s.frame.Text(row, name)) {
		return
	}
	if number := s.frame.Schema.ByRole(evaluate.RoleIdentity); number >= 0 && !s.frame.Value(row, number).IsBlank() {
		return
	}
	i := slices.IndexFunc(s.columns, func(c readColumn) bool { return c.fact == name })
	if i < 0 || slices.ContainsFunc(s.doubts, func(d rowDoubt) bool { return d.column.fact == name }) {
		return
	}
	c := &s.columns[i]
	s.doubts = append(s.doubts, rowDoubt{c, &doubt{unlikeName, func(at evaluate.Origin, n int) evaluate.Problem { return problemUnlikeName(at, c.def.Heading, n) }}})
}

// unlikeName tells the question about what is not written as a name from the others.
const unlikeName = 2
