package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A matter between files names cells, never a person: it is printed, and kept. Whoever is
// asked to settle it has not these files before him, so the workbook of the status, which
// only its owner can read, says who stands there.

// sheetRow is a row of a worksheet.
type sheetRow struct {
	source
	row int32
}

// statusMatters are the matters as the workbook lists them.
func (c *Campaign) statusMatters(m *Matters) ([]excel.StatusMatter, error) {
	if m == nil || len(m.List) == 0 {
		return nil, nil
	}
	defer sweptEarly()()
	a, err := c.assemble()
	if err != nil {
		return nil, err
	}
	names := a.namesByRow()
	out := make([]excel.StatusMatter, len(m.List))
	for i := range m.List {
		p := m.List[i].Problem
		out[i].Orgs, out[i].People = m.List[i].Orgs, namesAbout(&p, names)
		p.Hint = hintForwarded(p.Hint)
		out[i].Problem = p
	}
	return out, nil
}

// namesByRow are the names of the people in the workbooks taken in and in the templates. Where a
// result workbook has taken the place of an earlier one, whose decisions it carries, its own stand.
func (a *assembly) namesByRow() map[sheetRow]string {
	out := map[sheetRow]string{}
	for _, k := range slices.Concat(a.books, a.prefilled) {
		for i := range k.Tables {
			t := &k.Tables[i]
			if !slices.Contains(personKinds(), t.Kind) {
				continue
			}
			names := t.find(identityOf(a.Library.Vocabulary.Schema(t.Kind)).name)
			for row := range t.len() {
				from := t.From[row]
				if name := names.text(row); name != "" && from >= 0 && int(from) < len(t.Sources) {
					if at := (sheetRow{t.Sources[from], t.Row[row]}); out[at] == "" {
						out[at] = name
					}
				}
			}
		}
	}
	return out
}

// namesAbout are the names in the rows of a problem's cells, each once.
func namesAbout(p *evaluate.Problem, names map[sheetRow]string) (out []string) {
	met := map[string]bool{}
	add := func(at evaluate.Origin, first, last string) {
		for row := rowOf(first); row > 0 && row <= rowOf(last); row++ {
			name := names[sheetRow{source{at.File, at.Sheet}, row}]
			if folded := foldName(name); name != "" && !met[folded] {
				met[folded] = true
				out = append(out, name)
			}
		}
	}
	add(p.At, p.At.Cell, p.At.Cell)
	for _, cells := range p.Cells {
		first, last, area := strings.Cut(cells, ":")
		if !area {
			last = first
		}
		add(p.At, first, last)
	}
	for _, r := range p.Related {
		add(r.At, r.At.Cell, r.At.Cell)
	}
	return out
}
