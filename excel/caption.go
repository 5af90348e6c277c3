package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// isCaption tells whether a row heads a group of people: nothing but a text in the
// column of names, which begins as such headings do (“Tổ đảng số 1”, “II. Đảng viên
// dự bị”), is chosen from a list of the sheet or is joined over other facts. A name alone
// is somebody of whom nothing is said.
func (s *sheetReading) isCaption(number int, cells []string) bool {
	if !s.namedAlone(number, cells) {
		return false
	}
	i := slices.IndexFunc(s.columns, func(c readColumn) bool {
		return isPersonName(c.def) && c.column < len(cells) && hasContent(cells[c.column])
	})
	column := s.columns[i].column
	text := tidy(cells[column])
	return beginsCaption(text) || isAside(text) || s.isGroup(text) || s.isJoinedOver(column, number)
}

// isAside recognises “Vắng: 01 (đ/c Bình)”, “Có mặt 12/13” and “(Hết)”.
func isAside(text string) bool {
	small := strings.ToLower(text)
	return isOneOf(text, endWords()) || slices.ContainsFunc(asideWords(), func(w string) bool {
		rest, ok := strings.CutPrefix(small, w)
		rest = strings.TrimSpace(rest)
		return ok && rest != "" && strings.ContainsRune(":0123456789", rune(rest[0]))
	})
}

// namedAlone tells whether the name of a person is all that a row says.
func (s *sheetReading) namedAlone(number int, cells []string) bool {
	if s.status >= 0 && s.status < len(cells) && hasContent(cells[s.status]) {
		return false
	}
	named := false
	for i := range s.columns {
		c := &s.columns[i]
		if s.missing.has(gridCell{int32(c.column + 1), int32(number)}) {
			return false
		}
		if c.column >= len(cells) || !hasContent(cells[c.column]) {
			continue
		}
		if !isPersonName(c.def) {
			return false
		}
		named = true
	}
	return named
}

// beginsCaption looks for the words that head groups, behind a number or letter of
// the list.
func beginsCaption(text string) bool {
	if mark, rest, ok := strings.Cut(text, " "); ok && isListMark(mark) {
		text = rest
	}
	text = fold(text)
	return slices.ContainsFunc(captionWords(), func(w string) bool {
		rest, ok := strings.CutPrefix(text, w)
		return ok && (rest == "" || rest[0] == ' ')
	})
}

// isListMark recognises “II.”, “2)”, “a.”, “-”.
func isListMark(s string) bool {
	bare := strings.TrimRight(s, ".)-/:")
	return bare != s && (strings.Trim(bare, "IVXivx") == "" || allDigits(bare) || len(bare) == 1)
}

// isJoinedOver tells whether a cell is joined with cells of other facts in its row.
func (s *sheetReading) isJoinedOver(column, row int) bool {
	return slices.ContainsFunc(s.joined[column], func(a gridArea) bool {
		return a.from == gridCell{int32(column + 1), int32(row)} && a.to.row == int32(row) &&
			slices.ContainsFunc(s.columns, func(c readColumn) bool {
				return int32(c.column+1) > a.from.col && int32(c.column+1) <= a.to.col && c.def.Role != evaluate.RoleName
			})
	})
}
