package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// statistics counts the kinds that no form speaks of, by grade and base
// organization, in the order of the tree. Who belongs to no base organization
// stands in the last row.
func statistics(tree *evaluate.Tree, forms []*evaluate.FormSpec, sets map[evaluate.Kind]*evaluate.RuleSet, rows []evaluate.DataRow) []excel.GradeTable {
	var out []excel.GradeTable
	for _, k := range graded(sets) {
		if slices.ContainsFunc(forms, func(f *evaluate.FormSpec) bool { return slices.Contains(f.Kinds, k) }) {
			continue
		}
		if t := gradeTable(tree, k, sets[k].Scale(), rows); t.Subjects > 0 {
			out = append(out, t)
		}
	}
	return out
}

func gradeTable(tree *evaluate.Tree, k evaluate.Kind, scale evaluate.Scale, rows []evaluate.DataRow) excel.GradeTable {
	t := excel.GradeTable{Kind: k}
	for _, rung := range scale {
		t.Grades = append(t.Grades, rung.Label)
	}
	byBase := map[string]*excel.GradeRow{}
	for i := range rows {
		if rows[i].Kind != k {
			continue
		}
		t.Subjects++
		row := byBase[rows[i].Base]
		if row == nil {
			row = &excel.GradeRow{Counts: make([]int, len(scale))}
			byBase[rows[i].Base] = row
		}
		switch rows[i].Outcome {
		case evaluate.NotRated:
			row.NotRated++
		case evaluate.Graded:
			if at := slices.IndexFunc(scale, func(r evaluate.Rung) bool { return r.ID == rows[i].Rung }); at >= 0 {
				row.Counts[at]++
			}
		default:
			row.Open++
		}
	}
	for _, i := range tree.Bases() {
		if row := byBase[tree.Orgs[i].Code]; row != nil {
			row.Name = tree.Orgs[i].Name
			t.Rows = append(t.Rows, *row)
		}
	}
	if row := byBase[""]; row != nil {
		t.Rows = append(t.Rows, *row)
	}
	return t
}
