package excel

import (
	"cmp"

	"github.com/xeploai/xeploai/evaluate"
)

// writeLeft lists, for the record, whom the roster no longer counts in the
// branch, with its own word for why. Only the campaign that
// writes it reads it back (ReadSpec.Listed).
func (b *book) writeLeft(spec TemplateSpec) {
	back, forward := around(steps(&spec), sheetLeft)
	heads := []column{numberColumn()}
	for i, h := range leftHeadings() {
		heads = append(heads, column{heading: h, width: []float64{24, 18, 16, 20, 13, 22}[i], look: look{frame: boxed, wrap: true}})
	}
	p := b.sheet(sheetLeft, layout{widths: widthsOf(heads), portrait: true, protect: true, zoom: screenZoom, printFrom: 2,
		links: navigation(back, forward, 3), footer: joinDots(spec.OrgName, periodLabel(spec.Stamp.Period))})
	p.navigate(back, forward, 3)
	p.line(labelLeftTitle, 1, len(heads), look{size: titleSize, bold: true, align: "center"})
	p.line(labelLeftNote, 1, len(heads), look{italic: true})
	p.headRow(heads)
	for i, who := range spec.Left {
		cells := []any{styled(i+1, p.style(heads[0].look))}
		for k, v := range []string{who.Name, who.Identity, who.Card, who.Status, who.Born, who.Remark} {
			cells = append(cells, styled(text(v), p.style(heads[k+1].look)))
		}
		p.fit(cells)
	}
	p.end()
}

// LeftOf is the r-th of the people a roster says have left, as a template lists
// them.
func LeftOf(f *evaluate.Frame, row int, status string) LeftPerson {
	said := func(role evaluate.Role) string {
		i := f.Schema.ByRole(role)
		if i < 0 {
			return ""
		}
		switch v := f.Value(row, i); v.Type() {
		case evaluate.DateFact:
			return v.Date().Vietnamese()
		case evaluate.NumberFact:
			return v.Number().String()
		}
		return f.Text(row, i)
	}
	return LeftPerson{said(evaluate.RoleName), said(evaluate.RoleIdentity), said(evaluate.RoleCard), status,
		cmp.Or(said(evaluate.RoleBirth), said(evaluate.RoleBirthYear)), said(evaluate.RoleRemark)}
}
