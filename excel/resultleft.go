package excel

import "github.com/xeploai/xeploai/evaluate"

// left are those covered whom their branches say have left.
func (r *result) left() []LeftMember {
	var out []LeftMember
	for _, who := range r.spec.Left {
		if r.covers(who.Org) {
			out = append(out, who)
		}
	}
	return out
}

// writeLeftMembers lists, for the record, the members whose branches say that they
// have left, with the cell that says so. The next period's templates list them from here
// (ReadSpec.People).
func (b *book) writeLeftMembers(r *result) {
	left := r.left()
	if len(left) == 0 {
		return
	}
	cols := []column{numberColumn()}
	for i, h := range leftListHeadings() {
		cols = append(cols, column{heading: h, width: []float64{28, 12, 26, 18, 14, 18, 12, 24, 40, 16}[i]})
	}
	p := b.plainTable(sheetLeft, r.head(labelLeftListTitle), cols, labelLeftListNote)
	for n, who := range left {
		var org evaluate.Org
		if who.Org >= 0 {
			org = r.report.Inputs.Tree.Orgs[who.Org]
		}
		p.values(n+1, text(org.Name), text(org.Code), text(who.Name), text(who.Identity), text(who.Card), text(who.Status), text(who.Born), text(who.Remark), text(who.At.String()), text(who.reportedNow()))
	}
	p.end()
}

// reportedNow is where who moved away is reported now, as far as that is known.
func (m LeftMember) reportedNow() string {
	if m.Nowhere {
		return labelNowhere
	}
	return m.Now
}
