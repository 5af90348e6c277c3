package campaign

import "github.com/xeploai/xeploai/evaluate"

// withLeft puts those who left behind the rows of a branch's members, each with the
// state as his activity status: so that a row whose member has left since is one cell
// changed, not a row gone. The receiver stays as it is.
func (t *table) withLeft(left *table) *table {
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
			if last := len(c.N) - 1; from.given(row) && c.Type != evaluate.TextFact {
				c.N[last], c.D[last] = from.N[row], from.denominator(row)
			}
			if part == left && like.Fact == factStatus {
				last := len(c.N) - 1
				c.Given[last], c.N[last] = true, int64(len(c.Codes))
				c.Codes = append(c.Codes, left.subject(row))
			}
		}
	}
	return c
}
