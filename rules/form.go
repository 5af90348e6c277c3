package rules

import "github.com/xeploai/xeploai/evaluate"

// decodeForm reads one statutory form.
func (d *decoder) decodeForm(root node) *evaluate.FormSpec {
	f := d.fields(root, "forms", formFileKeys())
	f.schema()
	out := &evaluate.FormSpec{At: f.at, ID: f.text("id"), Number: f.maybe("number"), Title: f.text("title"), Sheet: f.text("sheet"),
		Kinds: convert[evaluate.Kind](f.choices("kinds", kinds()...)), Standing: d.needStanding(f), Note: f.maybe("note")}
	for _, key := range []string{"kinds", "columns", "rows"} {
		f.need(key)
	}
	for _, n := range f.list("columns") {
		g := d.fields(n, "columns", formColumnKeys())
		out.Columns = append(out.Columns, evaluate.FormColumn{At: g.at, ID: g.text("id"), Number: g.maybe("number"), Label: g.text("label"),
			Group: g.maybe("group"), Types: g.texts("types"), Rest: g.flag("rest"), Sum: g.texts("sum")})
	}
	for _, n := range f.list("rows") {
		out.Rows = append(out.Rows, d.formRow(n))
	}
	for _, n := range f.list("checks") {
		g := d.fields(n, "checks", formCheckKeys())
		out.Checks = append(out.Checks, evaluate.FormCheck{At: g.at, Left: g.text("left"), Right: g.texts("right")})
	}
	return out
}

func (d *decoder) formRow(n node) evaluate.FormRow {
	f := d.fields(n, "rows", formRowKeys())
	out := evaluate.FormRow{At: f.at, ID: f.text("id"), Number: f.maybe("number"), Label: f.text("label"), Indent: f.whole("indent"),
		Bold: f.flag("bold"), Sum: f.texts("sum"), Of: f.maybe("of")}
	if s, ok := f.get("select"); ok {
		out.Select = d.selection(s)
	}
	return out
}

func (d *decoder) selection(n node) *evaluate.Selection {
	f := d.fields(n, "select", formSelectKeys())
	out := &evaluate.Selection{Kind: evaluate.Kind(f.choice("kind", kinds()...)),
		Classes: convert[evaluate.NotRatedClass](f.choices("classes", classes()...)),
		Because: f.texts("because"), ExceptBecause: f.texts("except_because"),
		Grades: convert[evaluate.Statutory](f.choices("grades", statutoryGrades()...))}
	out.Levels = convert[evaluate.OrgLevel](f.choices("levels", orgLevels()...))
	for _, s := range f.choices("outcomes", outcomes()...) {
		for _, o := range allOutcomes() {
			if o.String() == s {
				out.Outcomes = append(out.Outcomes, o)
			}
		}
	}
	return out
}
