package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// isSignature tells whether a row belongs to the signatures below a table: the place
// and day over them; words like “Người lập biểu” that stand alone where facts are given,
// and the names that stand alone below such words; or two of such words, and the names
// below both.
func (s *sheetReading) isSignature(number int, cells []string) bool {
	var filled []*readColumn
	for i := range s.columns {
		c := &s.columns[i]
		switch computed := s.missing.has(gridCell{int32(c.column + 1), int32(number)}); {
		case computed:
			s.signed = false
			return false
		case c.column < len(cells) && hasContent(cells[c.column]):
			filled = append(filled, c)
		}
		if len(filled) == 2 && !s.signed && !beginsSignature(cells[filled[0].column]) && !beginsSignature(cells[filled[1].column]) {
			return false // the usual row, seen early
		}
	}
	if len(filled) == 0 {
		return false
	}
	if len(filled) == 1 && filled[0].isDated(cells[filled[0].column]) {
		return true
	}
	if len(filled) == 1 && filled[0].mayBeSigned() {
		s.signed = s.signed || beginsSignature(cells[filled[0].column])
		return s.signed
	}
	if s.isTitles(cells, filled) {
		s.signed = true
		s.noteTitles(cells)
		return true
	}
	s.signed = s.signed && s.isUnderTitles(cells, filled)
	return s.signed
}

// noteTitles remembers the columns of titles over signatures.
func (s *sheetReading) noteTitles(cells []string) {
	for i, raw := range cells {
		if hasContent(raw) {
			s.titles = append(s.titles, i)
		}
	}
}

// mayBeSigned tells whether words alone in a column say nothing of anybody.
func (c *readColumn) mayBeSigned() bool {
	return c.def.Type == evaluate.TextFact && c.def.Role != evaluate.RoleIdentity && c.def.Role != evaluate.RoleCard
}

// isTitles tells whether all that a row says are titles over signatures, the place and
// day, and beside a title words in capitals where no person has words. A post chosen from
// a list is somebody's.
func (s *sheetReading) isTitles(cells []string, filled []*readColumn) bool {
	titled := false
	for _, c := range filled {
		raw := cells[c.column]
		title := beginsSignature(raw) && (c.def.Type != evaluate.ChoiceFact || c.cell.read(raw).problem != nil)
		if !title && !c.isDated(raw) && (!c.isWords(raw) || strings.ToUpper(raw) != raw) {
			return false
		}
		titled = titled || title
	}
	return titled
}

// isUnderTitles tells whether nothing but words stands in a row, some where no person
// has words: all below titles over signatures, or names that somebody wrote beside them.
func (s *sheetReading) isUnderTitles(cells []string, filled []*readColumn) bool {
	words, below, beside := false, true, true
	for _, c := range filled {
		raw := cells[c.column]
		isWords := c.isWords(raw)
		if !isWords && (!c.mayBeSigned() || hasDigits(raw)) {
			return false
		}
		words = words || isWords
		below = below && slices.Contains(s.titles, c.column)
		beside = beside && isWords && isCapitalized(strings.Fields(raw))
	}
	return words && (below || beside)
}

// isWords tells whether words stand where they say nothing of anybody.
func (c *readColumn) isWords(raw string) bool {
	return !c.mayBeSigned() && !hasDigits(raw) && c.cell.read(raw).problem != nil
}

func hasDigits(s string) bool { return strings.ContainsAny(s, "0123456789") }

// isDated recognises the place and day over signatures, “Xã Mẫu, ngày 05 tháng 12 năm
// 2025”, with or without the figures, where a cell does not give a day.
func (c *readColumn) isDated(raw string) bool {
	before, after, ok := strings.Cut(" "+fold(raw), " "+dayWord)
	if !ok || hasDigits(before) || len(strings.Fields(before)) > longName || c.def.Type == evaluate.DateFact && c.cell.read(raw).problem == nil {
		return false
	}
	bare := strings.Join(strings.FieldsFunc(after, func(r rune) bool { return r == ' ' || r >= '0' && r <= '9' }), " ")
	return bare == monthWord+" "+yearWord || bare == "" && isDay(strings.ReplaceAll(strings.TrimSpace(after), " ", "/"))
}

// beginsSignature tells whether a text begins as what stands above a signature does.
func beginsSignature(s string) bool {
	if s == "" || s[0] <= '9' && s[0] > ' ' {
		return false // numbers and days, seen early
	}
	key := fold(s)
	return slices.ContainsFunc(signatureWords(), func(w string) bool { return key == w || strings.HasPrefix(key, w+" ") })
}
