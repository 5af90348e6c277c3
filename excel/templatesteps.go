package excel

import "slices"

// steps are the sheets of a template that people see, in the order they are
// worked through: cover, data sheets, guide.
func steps(spec *TemplateSpec) []string {
	out := []string{sheetCover}
	for i := range spec.Sheets {
		out = append(out, spec.Sheets[i].Title)
	}
	if len(spec.Left) > 0 {
		out = append(out, sheetLeft)
	}
	if len(spec.Unmoved) > 0 {
		out = append(out, sheetUnmoved)
	}
	if len(spec.Guide) > 0 {
		out = append(out, sheetGuide)
	}
	return out
}

// around are the steps before and after one; "" for none.
func around(steps []string, name string) (back, forward string) {
	i := slices.Index(steps, name)
	if i > 0 {
		back = steps[i-1]
	}
	if i >= 0 && i+1 < len(steps) {
		forward = steps[i+1]
	}
	return back, forward
}

// navigation are the links of the first row: back in its first column, forward
// in the given one, where it does not cut the first short.
func navigation(back, forward string, column int) []link {
	var out []link
	if back != "" {
		out = append(out, link{cellName(1, 1), quoteSheet(back) + "!A1"})
	}
	if forward != "" {
		out = append(out, link{cellName(column, 1), quoteSheet(forward) + "!A1"})
	}
	return out
}

// navigate writes the first row, which is not printed.
func (p *page) navigate(back, forward string, column int) {
	l := look{bold: true, underline: true, color: linkColor, size: formSize}
	cells := make([]any, column)
	if back != "" {
		cells[0] = p.cell(labelBack+back, l)
	}
	if forward != "" {
		cells[column-1] = p.cell(forward+labelForward, l)
	}
	p.write(lineHeight(formSize), cells)
}
