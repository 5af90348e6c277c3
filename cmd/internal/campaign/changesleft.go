package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// with puts the rows of another table behind those of members. Those who left, where it
// is of them, get the state as their activity status: so that a row whose member has left
// since is one cell changed, not a row gone. The receiver stays as it is.
func (t *table) with(left *table) *table {
	if left == nil {
		return t
	}
	out := &table{Kind: t.Kind, Sources: append(append([]source(nil), t.Sources...), left.Sources...)}
	out.Row = append(append(out.Row, t.Row...), left.Row...)
	out.From = append(out.From, t.From...)
	for _, from := range left.From {
		out.From = append(out.From, from+int32(len(t.Sources)))
	}
	facts := map[evaluate.FactID]bool{}
	for _, columns := range [][]column{t.Columns, left.Columns} {
		for i := range columns {
			if id := columns[i].Fact; !facts[id] {
				facts[id] = true
				out.Columns = append(out.Columns, joinColumns(t, left, &columns[i]))
			}
		}
	}
	return out
}

// joinColumns is the column of a fact over the rows of both tables; like is either's.
func joinColumns(t, left *table, like *column) column {
	c := column{Fact: like.Fact, Type: like.Type, Codes: append([]string(nil), like.Codes...)}
	for _, part := range []*table{t, left} {
		from := part.find(like.Fact)
		for i := range part.Sources {
			at := int32(0)
			if from != nil && i < len(from.At) {
				at = from.At[i]
			}
			c.At = append(c.At, at)
		}
		for row := range part.len() {
			c.Given, c.N, c.D, c.Text = append(c.Given, from.given(row)), append(c.N, 0), append(c.D, 1), append(c.Text, from.text(row))
			switch last := len(c.N) - 1; {
			case part.Left && like.Fact == factStatus:
				c.Given[last], c.N[last] = true, c.indexOf(part.subject(row))
			case !from.given(row) || c.Type == evaluate.TextFact:
			case c.Type == evaluate.ChoiceFact: // the tables may be of two vocabularies
				c.N[last] = c.indexOf(from.code(row))
			default:
				c.N[last], c.D[last] = from.N[row], from.denominator(row)
			}
		}
	}
	return c
}

// indexOf is the place of a choice among the column's, which it joins where it is new.
func (c *column) indexOf(code string) int64 {
	i := slices.Index(c.Codes, code)
	if i < 0 {
		i, c.Codes = len(c.Codes), append(c.Codes, code)
	}
	return int64(i)
}
