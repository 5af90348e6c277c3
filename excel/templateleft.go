package excel

import (
	"cmp"

	"github.com/xeploai/xeploai/evaluate"
)

// writeLeft lists, for the record, whom the roster no longer counts in the
// branch, with its own word for why. Only the campaign that
// writes it reads it back (ReadSpec.Listed).
func (b *book) writeLeft(spec TemplateSpec) {
	rows := make([][]string, len(spec.Left))
	for i, who := range spec.Left {
		rows[i] = []string{who.Name, who.Identity, who.Card, who.Status, who.Born, who.Remark}
	}
	b.writeApart(&spec, layout{portrait: true, protect: true},
		apartPage{sheetLeft, labelLeftTitle, labelLeftNote, leftHeadings(), []float64{24, 18, 16, 20, 13, 22}, rows})
}

// apartPage is a page of a template beside its sheets: numbered rows of texts under a
// title and a note.
type apartPage struct {
	name, title, note string
	headings          []string
	widths            []float64
	rows              [][]string
}

// writeApart draws such a page; what is open or upright on it the layout says.
func (b *book) writeApart(spec *TemplateSpec, l layout, a apartPage) {
	back, forward := around(steps(spec), a.name)
	heads := []column{numberColumn()}
	for i, h := range a.headings {
		heads = append(heads, column{heading: h, width: a.widths[i], look: look{frame: boxed, wrap: true}})
	}
	l.widths, l.zoom, l.printFrom = widthsOf(heads), screenZoom, 2
	l.links, l.footer = navigation(back, forward, 3), joinDots(spec.OrgName, periodLabel(spec.Stamp.Period))
	p := b.sheet(a.name, l)
	p.navigate(back, forward, 3)
	p.line(a.title, 1, len(heads), look{size: titleSize, bold: true, align: "center"})
	p.line(a.note, 1, len(heads), look{italic: true})
	p.headRow(heads)
	for i, row := range a.rows {
		cells := []any{styled(i+1, p.style(heads[0].look))}
		for k, v := range row {
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
