package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// A cell about something that its own row leaves blank was perhaps written without it
// (E322), and a file is asked row by row. Of one person another row of it may say that
// thing: the office writes a discipline on the sheet of members alone, and beside a post
// what it has to do with that. What is said there nobody has forgotten; where it is denied
// there, that cell is named too.

const codeForgotten evaluate.Code = "E322"

// besides are the rows of a file about each person, by number; made once one is asked for.
type besides struct {
	frames map[evaluate.Kind]*evaluate.Frame
	rows   map[string][]formRow
}

// heed goes through what is wrong with a row by itself.
func (b *besides) heed(r formRow, ps []evaluate.Problem) (out []evaluate.Problem) {
	for _, p := range ps {
		if p.Code == codeForgotten {
			said, denied := b.said(r, p.At)
			if said {
				continue
			}
			for _, at := range denied {
				p.Related = append(p.Related, second(at, "dòng khác của chính người này ghi là không có"))
			}
		}
		out = append(out, p)
	}
	return out
}

// said tells whether another row about the person says what the row has left blank beside
// one of its cells, and where others say that there was none.
func (b *besides) said(r formRow, cell evaluate.Origin) (said bool, denied []evaluate.Origin) {
	f := b.frames[r.kind]
	for at := range f.Schema.Facts {
		need := f.Schema.Facts[at].Needs
		if need == nil || f.Origin(r.row, at) != cell {
			continue
		}
		for _, o := range b.others(r) {
			other := b.frames[o.kind]
			i, known := other.Schema.Index(need.Fact)
			switch {
			case !known || other.Value(o.row, i).IsBlank():
			case other.Data(i, other.Value(o.row, i)) == need.Denied:
				denied = append(denied, other.Origin(o.row, i))
			default:
				said = true
			}
		}
	}
	return said, denied
}

// others are the rows about the person of a row, but for itself.
func (b *besides) others(r formRow) (out []formRow) {
	if b.rows == nil {
		b.rows = map[string][]formRow{}
		for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
			for row := 0; b.frames[k] != nil && row < b.frames[k].Len(); row++ {
				number := b.number(formRow{k, row})
				b.rows[number] = append(b.rows[number], formRow{k, row})
			}
		}
	}
	if b.number(r) == "" || r.kind == evaluate.Staff { // what the state says of an official is of its own
		return nil
	}
	return slices.DeleteFunc(slices.Clone(b.rows[b.number(r)]), func(o formRow) bool { return o == r })
}

// number is a person's number, "" for none.
func (b *besides) number(r formRow) string {
	f := b.frames[r.kind]
	if i := f.Schema.ByRole(evaluate.RoleIdentity); i >= 0 {
		return digits(f.Text(r.row, i))
	}
	return ""
}
