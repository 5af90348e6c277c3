package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// isSignature tells whether a row belongs to the signatures below a table: words
// like “Người lập biểu” that stand alone where facts are given, and the names
// that stand alone below such words; or two of such words, and the names below both.
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
		if len(filled) == 2 && !s.signed && !beginsSignature(cells[filled[0].column]) {
			return false // the usual row, seen early
		}
	}
	if len(filled) == 0 {
		return false
	}
	if len(filled) == 1 && filled[0].mayBeSigned() {
		s.signed = s.signed || beginsSignature(cells[filled[0].column])
		return s.signed
	}
	if s.isTitles(cells, filled) {
		s.signed, s.titles = true, nil
		for _, c := range filled {
			s.titles = append(s.titles, c.column)
		}
		return true
	}
	s.signed = s.signed && s.isUnderTitles(cells, filled)
	return s.signed
}

// mayBeSigned tells whether words alone in a column say nothing of anybody.
func (c *readColumn) mayBeSigned() bool {
	return c.def.Type == evaluate.TextFact && c.def.Role != evaluate.RoleIdentity && c.def.Role != evaluate.RoleCard
}

// isTitles tells whether all that a row says are titles over signatures. A post chosen
// from a list is somebody's.
func (s *sheetReading) isTitles(cells []string, filled []*readColumn) bool {
	return !slices.ContainsFunc(filled, func(c *readColumn) bool {
		raw := cells[c.column]
		return !beginsSignature(raw) || c.def.Type == evaluate.ChoiceFact && c.cell.read(raw).problem == nil
	})
}

// isUnderTitles tells whether nothing but words stands in a row, all below titles over
// signatures, where no person has words.
func (s *sheetReading) isUnderTitles(cells []string, filled []*readColumn) bool {
	return !slices.ContainsFunc(filled, func(c *readColumn) bool {
		return !slices.Contains(s.titles, c.column) || strings.ContainsAny(cells[c.column], "0123456789") ||
			!c.mayBeSigned() && c.cell.read(cells[c.column]).problem == nil
	}) && slices.ContainsFunc(filled, func(c *readColumn) bool { return !c.mayBeSigned() })
}

// beginsSignature tells whether a text begins as what stands above a signature does.
func beginsSignature(s string) bool {
	key := fold(s)
	return slices.ContainsFunc(signatureWords(), func(w string) bool { return key == w || strings.HasPrefix(key, w+" ") })
}
