package excel

import "github.com/xeploai/xeploai/evaluate"

// writeData draws the very hidden sheet of codes: one row a subject, from which
// forms and later consolidation are computed.
func (b *book) writeData(rows []evaluate.DataRow) {
	p := b.sheet(sheetData, layout{show: veryHidden, protect: true, grid: true})
	heads := dataFields()
	cells := make([]any, len(heads))
	for i, h := range heads {
		cells[i] = h
	}
	p.write(0, cells)
	for _, d := range rows {
		p.write(0, dataCells(&d))
	}
	p.end()
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
