package rules

import "github.com/xeploai/xeploai/evaluate"

// decodeSheet reads one score sheet.
func (d *decoder) decodeSheet(root node) *evaluate.SheetSpec {
	f := d.fields(root, "sheets", sheetKeys())
	f.schema()
	out := &evaluate.SheetSpec{At: f.at, ID: f.text("id"), Title: f.text("title"), Cite: d.needCite(f), Standing: d.needStanding(f),
		Note: f.maybe("note"), Max: f.number("max")}
	if r := f.maybeNumber("round"); r != nil {
		out.Round = *r
	}
	f.need("groups")
	for _, n := range f.list("groups") {
		g := d.fields(n, "groups", sheetGroupKeys())
		group := evaluate.SheetGroup{At: g.at, ID: g.text("id"), Label: g.text("label"), Max: g.number("max"), Cite: d.needCite(g), Standing: d.needStanding(g)}
		g.need("lines")
		for _, item := range g.list("lines") {
			l := d.fields(item, "lines", sheetLineKeys())
			group.Lines = append(group.Lines, evaluate.SheetLine{At: l.at, ID: l.text("id"), Label: l.text("label"),
				Fact: evaluate.FactID(l.text("fact")), Max: l.number("max"), Cite: d.needCite(l), Standing: d.needStanding(l)})
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}

// needCite is cite for places that no rule set checks.
func (d *decoder) needCite(f fields) evaluate.Citation {
	n, ok := f.need("cite")
	if !ok {
		return evaluate.Citation{}
	}
	g := d.fields(n, "cite", citeKeys())
	return evaluate.Citation{Source: g.text("source"), Place: g.text("place")}
}

func (d *decoder) needStanding(f fields) evaluate.Standing {
	return evaluate.Standing(f.choice("standing", standings()...))
}
