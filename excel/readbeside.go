package excel

import (
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// pastedBeside says of a cell whose text is none of its list that it is one of the column
// next to it, where that column holds nothing of its own in the row: what was pasted one
// column off is moved back, and not chosen anew cell by cell. "" for anything else.
func (s *sheetReading) pastedBeside(c *readColumn, raw string) string {
	if c.def.Type != evaluate.ChoiceFact {
		return ""
	}
	for _, side := range []struct {
		by   int
		word string
	}{{-1, "trái"}, {1, "phải"}} {
		for i := range s.columns {
			n := &s.columns[i]
			if n.column != c.column+side.by || n.def.Type != evaluate.ChoiceFact || n.strange || n.cell.read(raw).problem != nil {
				continue
			}
			if own := cellAt(s.line, n.column); tidy(own) == "" || n.cell.read(own).problem != nil {
				return fmt.Sprintf("giá trị này thuộc cột “%s” ngay bên %s: có lẽ đã dán lệch một cột, chuyển các ô về đúng cột; nếu không, ", n.def.Named(), side.word)
			}
		}
	}
	return ""
}

// saysState says of a cell that cannot be read that its words are a state of the member's,
// and where that is said: how he left, or one of the column of states that is not in his row
// already. "" for anything else.
func (s *sheetReading) saysState(c *readColumn, raw string) string {
	i := slices.IndexFunc(s.columns, func(c readColumn) bool {
		return c.def.ID == factActivityStatus && c.def.Type == evaluate.ChoiceFact && !c.strange
	})
	if i < 0 || s.status >= 0 || c.def.ID == factActivityStatus {
		return ""
	}
	states, word := &s.columns[i], ""
	if l, left := tellsOfLeaving(raw); left && s.leaving >= 0 {
		word = l.label()
	} else if got := states.cell.read(raw); got.problem == nil && got.data != "" && got.data != states.cell.read(cellAt(s.line, states.column)).data {
		word = states.def.Choices[got.value.Choice()].Label
	}
	if word == "" {
		return ""
	}
	return fmt.Sprintf("nếu là tình trạng của người ấy: chọn “%s” ở cột “%s” rồi để trống ô này; nếu không, ", word, states.def.Heading)
}
