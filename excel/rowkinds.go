package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// isEnd tells whether the row is the hidden one that ends a template's table.
// Rows below it still count, unless a single name stands in them.
func (s *sheetReading) isEnd(cells []string) bool {
	return len(cells) > 0 && cells[0] == stampMark+endStamp
}

// isSigning tells whether a row holds words printed for the signatures alone.
func isSigning(cells []string) bool {
	signing := false
	for _, c := range cells {
		if !hasContent(c) {
			continue
		}
		if !isSigningWord(tidy(c)) {
			return false
		}
		signing = true
	}
	return signing
}

// passSigning passes words for the signatures over. Those above the end of a template's
// table, or in a list, somebody typed: what stands below is signed, too.
func (s *sheetReading) passSigning(number int, cells []string) {
	if s.isPlainList() || !s.ended {
		s.signed = true
		s.noteTitles(cells)
	}
	if s.isPlainList() {
		s.passLoose(number)
		return
	}
	s.noteSigns(cells)
	s.pass(number, 1)
}

// noteSigns remembers the columns of the words printed for the signatures.
func (s *sheetReading) noteSigns(cells []string) {
	for i, c := range cells {
		if hasContent(c) && !isSignedOver(tidy(c)) {
			s.signs = append(s.signs, i)
		}
	}
}

// standsAlone tells whether one fact at most has a cell filled in: the name of
// somebody who signed, in whatever column that comes to stand. Where the column
// of names is empty, what stands under the words printed for the signatures is a
// name too.
func (s *sheetReading) standsAlone(cells []string) bool {
	signed, n := 0, 0
	named := s.nameOn(cells) != ""
	for i := range s.columns {
		c := s.columns[i].column
		switch {
		case c >= len(cells) || !hasContent(cells[c]):
		case isSigningWord(tidy(cells[c])), !named && slices.Contains(s.signs, c):
			signed++
		default:
			n++
		}
	}
	return n == 1 || n == 0 && signed > 0
}

// isOverSigns tells whether a row of facts is written over the words printed for the
// signatures, or goes on below such a row: what of it is theirs nobody can say.
func (s *sheetReading) isOverSigns(number int, cells []string) bool {
	if n := len(s.overSigns.areas); n > 0 && int(s.overSigns.areas[n-1].to.row) == number-1 && s.hasFacts(number, cells) {
		return true
	}
	return s.nameOn(cells) != "" && slices.ContainsFunc(cells, func(c string) bool { return isSigningWord(tidy(c)) })
}

// passAlone notes a row below the table that holds a single word: a name in the
// column of names is kept apart.
func (s *sheetReading) passAlone(number int, cells []string) {
	if name := s.nameOn(cells); name == "" || isSigningWord(name) || beginsSignature(name) {
		s.passLoose(number)
		return
	}
	s.alone.add(gridCell{int32(s.head.nameColumn() + 1), int32(number)})
}

// tellAlone says which names below the table were not read. One is that of somebody
// who signed; more may be people who were to be in the table.
func (s *sheetReading) tellAlone() {
	if s.alone.count > 1 {
		s.tell(&s.alone, problemNamesBelow)
		return
	}
	for _, a := range s.alone.areas {
		s.passLoose(int(a.from.row))
	}
}

// nameOn is the name that a row is about, "" where it has none.
func (s *sheetReading) nameOn(cells []string) string {
	for i := range s.columns {
		if c := &s.columns[i]; c.def.Role == evaluate.RoleName && c.column < len(cells) {
			return tidy(cells[c.column])
		}
	}
	return ""
}

// hasFacts tells whether a row says anything about anybody.
func (s *sheetReading) hasFacts(number int, cells []string) bool {
	for i := range s.columns {
		c := s.columns[i].column
		if c < len(cells) && hasContent(cells[c]) {
			return true
		}
		if s.missing.has(gridCell{int32(c + 1), int32(number)}) {
			return true
		}
	}
	return false
}

// hasContent tells whether a raw text is more than spaces of any kind.
func hasContent(raw string) bool {
	return raw != "" && (raw[0] > ' ' && raw[0] < 0x7f || tidy(raw) != "")
}

// isLoose tells whether a row without facts carries words, such as a signature
// below the table. Running numbers and counters of spare rows are no words.
func (s *sheetReading) isLoose(cells []string) bool {
	for _, c := range cells {
		if c == "" {
			continue
		}
		if _, _, ok := parseTyped(tidy(c), ""); !ok && tidy(c) != "" {
			return true
		}
	}
	return false
}
