package excel

import "github.com/xeploai/xeploai/evaluate"

// leftOf counts the people of a kind whom a branch's report says have left: they are
// rows of it all the same.
func (r *reader) leftOf(k evaluate.Kind) int {
	if l := r.in.Left; l != nil && r.in.Stamp.Kind == BranchBook && l.Schema.Kind == k {
		return l.Len()
	}
	return 0
}

// withLeft are the subjects of a frame and, of a branch's members, those who left
// besides, as far as they say who they are: one person must not be both.
func (r *reader) withLeft(f *evaluate.Frame) *evaluate.Frame {
	if r.leftOf(f.Schema.Kind) == 0 {
		return f
	}
	all := evaluate.NewFrame(f.Schema)
	for _, from := range []*evaluate.Frame{f, r.in.Left} {
		base := int32(len(all.Sources))
		for _, s := range from.Sources {
			all.AddSource(s)
		}
		for row := range from.Len() {
			at := from.Place(row)
			at.Source += base
			all.Append(at)
			copyIdentity(all, from, row)
		}
	}
	return all
}

// copyIdentity says of the last row of a frame who another's row is about.
func copyIdentity(to, from *evaluate.Frame, row int) {
	at := to.Len() - 1
	for i := range from.Schema.Facts {
		v := from.Value(row, i)
		switch {
		case !from.Schema.Facts[i].Identity || v.IsBlank():
		case v.Type() == evaluate.TextFact:
			to.SetText(at, i, from.Text(row, i))
		default:
			to.Set(at, i, v)
		}
	}
}
