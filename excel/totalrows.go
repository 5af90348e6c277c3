package excel

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xeploai/xeploai/evaluate"
)

// Rows that add others up, or count them by their grades: nobody's, and told as such.

// isSubtotal tells whether a row is one: its first words are those of a total, or a grade
// with the number of those who have it, and beside them it gives nothing but numbers and counts. A row
// that says anything else of anybody is read like every row.
func (s *sheetReading) isSubtotal(cells []string) bool {
	word := slices.IndexFunc(cells, func(raw string) bool { return hasContent(raw) && !isNumberText(tidy(raw)) })
	if word < 0 {
		return s.addsUp(cells)
	}
	switch text := cutMark(tidy(cells[word])); {
	case s.isGradeCount(text):
	case s.isChosen(word):
		return false // “Trung bình” there is somebody's
	case !s.isTotal(text) && !(s.isGradeHead(text) && countsBeside(cells, word)):
		return false
	}
	for i := range s.columns {
		c := &s.columns[i]
		if c.column == word || c.column >= len(cells) || !hasContent(cells[c.column]) {
			continue
		}
		born := c.def.Role == evaluate.RoleBirthYear && isYear(tidy(cells[c.column]))
		if born || c.def.Type != evaluate.NumberFact && !s.isCounted(c, cells[c.column]) {
			return false
		}
	}
	return true
}

// mostSummed bounds how many rows are added up again for one that may be their sum.
const mostSummed = 2000

// addsUp tells whether figures without a word are the sums of what stands above them: each
// is, and there is nothing else. Whoever has no name but something of his own is asked about.
func (s *sheetReading) addsUp(cells []string) bool {
	met := false
	if s.frame.Len() > mostSummed {
		return false
	}
	for i := range s.columns {
		c := &s.columns[i]
		raw := cellAt(cells, c.column)
		if !hasContent(raw) {
			continue
		}
		typed, _, ok := parseTyped(tidy(raw), "")
		if c.def.Type != evaluate.NumberFact || !ok || typed.Cmp(s.sumAbove(c.fact)) != 0 {
			return false
		}
		met = met || typed.Sign() > 0
	}
	return met
}

// sumAbove adds up what the rows read so far have of a fact; nothing where fewer than two
// have any, for that is no sum.
func (s *sheetReading) sumAbove(fact int) evaluate.Num {
	var sum evaluate.Num
	given := 0
	for row := range s.frame.Len() {
		if v := s.frame.Value(row, fact); v.Type() == evaluate.NumberFact && v.Number().Sign() > 0 {
			sum = sum.Add(v.Number())
			given++
		}
	}
	if given < 2 {
		return evaluate.Num{}
	}
	return sum
}

// isGradeCount recognises a grade with the number of those who have it, “HTXSNV: 2 đ/c”.
func (s *sheetReading) isGradeCount(text string) bool {
	name, number, ok := strings.Cut(text, ":")
	number = strings.TrimSpace(number)
	return ok && number != "" && number[0] >= '0' && number[0] <= '9' && s.isGrade(name)
}

// isGradeHead recognises a grade whose number stands in another cell: with a colon, or in
// so many words that it is nobody's name.
func (s *sheetReading) isGradeHead(text string) bool {
	name, colon := strings.CutSuffix(text, ":")
	return (colon || strings.Count(name, " ") > 1) && s.isGrade(name)
}

// countsBeside tells whether a row counts anything beside its words.
func countsBeside(cells []string, word int) bool {
	for i, raw := range cells {
		if i != word && isCount(tidy(raw), func(string) bool { return false }) {
			return true
		}
	}
	return false
}

// isNumberText tells whether a text is a number alone.
func isNumberText(text string) bool {
	if allDigits(text) {
		return true
	}
	_, _, ok := parseTyped(text, "")
	return ok
}

// isChosen tells whether a column's facts are chosen from a list.
func (s *sheetReading) isChosen(column int) bool {
	return slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.column == column && c.def.Type == evaluate.ChoiceFact })
}

// isGrade tells whether a text is a word for a grade that subjects of the sheet's kind
// may be proposed for, whether or not the sheet asks for proposals.
func (s *sheetReading) isGrade(text string) bool {
	if s.grades == nil {
		s.grades = map[string]bool{}
		for _, def := range s.head.schema.Facts {
			if def.Role != evaluate.RoleProposal {
				continue
			}
			for _, c := range def.Choices {
				for _, w := range append([]string{c.Label}, c.Aliases...) {
					s.grades[fold(w)] = true
				}
			}
		}
	}
	return s.grades[fold(text)]
}

// isCounted tells whether a cell beside the words of a total counts: a small number, or
// numbers with words for what is counted. Among what is chosen from a list any words
// may be counted, but a choice is somebody's.
func (s *sheetReading) isCounted(c *readColumn, raw string) bool {
	text, known := tidy(raw), s.isCountWord
	if c.def.Type == evaluate.ChoiceFact {
		if c.cell.read(raw).problem == nil {
			return false
		}
		known = func(string) bool { return true }
	}
	return s.isTotal(text) || isCount(text, known)
}

// isCountWord recognises what is counted: “đảng viên”, “đ/c”, a grade.
func (s *sheetReading) isCountWord(text string) bool {
	return isOneOf(text, subtotalNouns()) || s.isGrade(text)
}

// isTotal recognises “Cộng”, “Tổng số: 23 đảng viên, trong đó nữ: 4”, “Bình quân”, and a
// grade with the number of those who have it.
func (s *sheetReading) isTotal(text string) bool {
	first, rest, more := strings.Cut(text, ",")
	if beginsAsTotal(text) && isTotalWord(first) {
		return !more || s.isTotal(strings.TrimSpace(rest)) || isCount(rest, s.isCountWord)
	}
	return s.isGradeCount(text)
}

// beginsAsTotal is whether the words of a total may stand first, seen cheaply.
func beginsAsTotal(s string) bool {
	initial, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(subtotalInitials, unicode.ToLower(initial))
}

// isTotalWord recognises “Cộng”, “Tổng số: 23 đảng viên”, “Bình quân”; the sign of sums is
// no letter, the one people write for it is.
func isTotalWord(s string) bool {
	key := fold(strings.ReplaceAll(s, "∑", "Σ"))
	for _, w := range subtotalWords() {
		rest, ok := strings.CutPrefix(key, w)
		if !ok || rest != "" && rest[0] != ' ' {
			continue
		}
		rest = strings.Trim(rest, " 0123456789%")
		return rest == "" || isOneOf(rest, subtotalNouns())
	}
	return false
}

// mostCounted is how many digits a count of people has at most: cards have more.
const mostCounted = 4

// isCount recognises “12”, “12 đảng viên”, “XS: 2, T: 9”: one small number in each part,
// with words that are known before or behind it. Days and years are no counts.
func isCount(text string, known func(word string) bool) bool {
	if text == "" || isNumberText(text) {
		return text != "" && len(strings.Trim(text, " %")) <= mostCounted && !isYear(text)
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		words := strings.Fields(fold(part))
		at := slices.IndexFunc(words, func(w string) bool { return allDigits(strings.TrimSuffix(w, "%")) })
		if at < 0 || len(words[at]) > mostCounted || isYear(words[at]) {
			return false
		}
		for _, w := range [2]string{strings.Join(words[:at], " "), strings.Join(words[at+1:], " ")} {
			if strings.ContainsAny(w, "0123456789") || w != "" && !known(w) {
				return false
			}
		}
	}
	return true
}

// isYear tells whether a number may be that of a year somebody was born or admitted in.
func isYear(text string) bool {
	return len(text) == mostCounted && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20"))
}
