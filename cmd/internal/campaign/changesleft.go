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
	out := &table{tableRows: tableRows{Kind: t.Kind, Sources: append(append([]source(nil), t.Sources...), left.Sources...)}}
	out.Row = append(append(out.Row, t.Row...), left.Row...)
	out.From = append(out.From, t.From...)
	for _, from := range left.From {
		out.From = append(out.From, from+int32(len(t.Sources)))
	}
	facts := map[evaluate.FactID]bool{}
	for _, columns := range [][]column{t.columns, left.columns} {
		for i := range columns {
			if id := columns[i].Fact; !facts[id] {
				facts[id] = true
				out.columns = append(out.columns, joinColumns(t, left, &columns[i]))
			}
		}
	}
	return out
}

// joinColumns is the column of a fact over the rows of both tables; like is either's.
func joinColumns(t, left *table, like *column) column {
	c := column{columnHead: &columnHead{Fact: like.Fact, Type: like.Type, Codes: slices.Clone(like.Codes)}}
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
			switch {
			case part.Left && like.Fact == factStatus:
				c.put(fraction{c.indexOf(part.subject(row)), 1})
			case from.given(row) && c.Type == evaluate.ChoiceFact: // the tables may be of two vocabularies
				c.put(fraction{c.indexOf(from.code(row)), 1})
			default:
				c.putFrom(from, row)
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
