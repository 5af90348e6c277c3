package excel

import (
	"fmt"

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
				return fmt.Sprintf("giá trị này thuộc cột “%s” ngay bên %s: có lẽ đã dán lệch một cột, chuyển các ô về đúng cột; nếu không, ", n.def.Heading, side.word)
			}
		}
	}
	return ""
}
