package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// writeData draws the very hidden sheet of codes: one row a subject, from which
// forms and later consolidation are computed, and what its lists show of grades, so that
// somebody who types over them is told when it is read.
func (b *book) writeData(r *result) {
	p := b.sheet(sheetData, layout{show: veryHidden, protect: true, grid: true})
	kept := r.keptColumns()
	heads := dataFields()
	for _, h := range kept {
		heads = append(heads, shownWord+h)
	}
	cells := make([]any, len(heads))
	for i, h := range heads {
		cells[i] = h
	}
	p.write(0, cells)
	shown := r.shownCells(kept)
	for _, d := range r.report.DataRowsOf(r.rows) {
		p.write(0, append(dataCells(&d), shown[shownOf{d.Kind, d.ID}]...))
	}
	p.end()
}

// shownOf is the subject whose cells are kept.
type shownOf struct {
	kind evaluate.Kind
	id   string
}

// keptColumns are the headings of the columns of lists whose cells are kept, each once.
func (r *result) keptColumns() []string {
	out := []string{labelComputed, labelEffective}
	for _, k := range r.kinds {
		schema := r.subject(k, r.rows[k][0]).frame.Schema
		for _, i := range schema.Proposals() {
			if h := schema.Facts[i].Heading; !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
	return out
}

// shownCells is what the lists show of every subject in the columns named.
func (r *result) shownCells(headings []string) map[shownOf][]any {
	out := map[shownOf][]any{}
	for _, k := range r.kinds {
		list := slices.DeleteFunc(r.listColumns(k), func(c listColumn) bool { return !slices.Contains(headings, c.heading) })
		for _, row := range r.rows[k] {
			s := r.subject(k, row)
			cells := make([]any, len(headings))
			for _, c := range list {
				cells[slices.Index(headings, c.heading)] = c.show(&s)
			}
			out[shownOf{k, s.of.ID}] = cells
		}
	}
	return out
}

// dataFields are the headings of the data sheet, the names of JSON where it has
// them. They are a contract with later consolidation: added to, never changed.
func dataFields() []string {
	return []string{"kind", "id", "person", "org", "base", "org_type", "level", "outcome", "class", "because",
		"grade", "rung", "computed", "proposed", "decided", "rule_set"}
}

func dataCells(d *evaluate.DataRow) []any {
	values := []string{string(d.Kind), d.ID, d.Person, d.Org, d.Base, d.OrgType, string(d.Level), d.Outcome.String(),
		string(d.Class), d.Because, string(d.Grade), d.Rung, d.Computed, d.Proposed, d.Decided, d.RuleSet}
	cells := make([]any, len(values))
	for i, v := range values {
		cells[i] = text(v)
	}
	return cells
}
