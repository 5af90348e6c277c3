package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// statistics counts whom no form counts, kind by kind: the kinds that none speaks of,
// and of the others those for whom it has no line, as the committees that are neither
// base organizations nor branches. Nobody is in no table of a summary.
func statistics(tree *evaluate.Tree, forms []*evaluate.FormTable, sets map[evaluate.Kind]*evaluate.RuleSet, rows []evaluate.DataRow) []excel.GradeTable {
	counted := countedBy(forms, len(rows))
	var out []excel.GradeTable
	for _, k := range graded(sets) {
		var left []evaluate.DataRow
		for i := range rows {
			if rows[i].Kind == k && !counted[i] {
				left = append(left, rows[i])
			}
		}
		if len(left) == 0 {
			continue
		}
		t := excel.GradeTable{Kind: k, Subjects: len(left)}
		for _, f := range forms {
			if slices.Contains(f.Spec.Kinds, k) {
				t.Beside = append(t.Beside, f.Spec.Sheet)
			}
		}
		of := func(d *evaluate.DataRow) string { return d.Base }
		groups := baseGroups(tree)
		if k == evaluate.Organization && len(t.Beside) > 0 {
			of = func(d *evaluate.DataRow) string { return string(d.Level) }
			t.By, groups = levelGroups(sets[k].Schema())
		}
		fillTable(&t, sets[k].Scale(), left, groups, of)
		out = append(out, t)
	}
	return out
}

// countedBy tells of every row whether some cell of a form counts it.
func countedBy(forms []*evaluate.FormTable, rows int) []bool {
	out := make([]bool, rows)
	for _, f := range forms {
		for _, line := range f.Counted {
			for _, cell := range line {
				for _, i := range cell {
					out[i] = true
				}
			}
		}
	}
	return out
}

// group is one line of a table: whom it counts, and how it is called.
type group struct{ key, name string }

// baseGroups are the base organizations in the order of the tree; who belongs to none
// stands in the last.
func baseGroups(tree *evaluate.Tree) (out []group) {
	for _, i := range tree.Bases() {
		out = append(out, group{tree.Orgs[i].Code, tree.Orgs[i].Name})
	}
	return append(out, group{})
}

// levelGroups are the levels of organizations from the top down, in the vocabulary's
// words, and what it calls a level.
func levelGroups(s *evaluate.Schema) (heading string, out []group) {
	i, ok := s.Index(evaluate.FactOrgLevel)
	for _, l := range evaluate.OrgLevels() {
		g := group{string(l), string(l)}
		if ok {
			heading = s.Facts[i].Heading
			if at := slices.IndexFunc(s.Facts[i].Choices, func(c evaluate.Choice) bool { return c.Code == g.key }); at >= 0 {
				g.name = s.Facts[i].Choices[at].Label
			}
		}
		out = append(out, g)
	}
	return heading, out
}

// fillTable counts rows by grade and group, and leaves out groups of nobody.
func fillTable(t *excel.GradeTable, scale evaluate.Scale, rows []evaluate.DataRow, groups []group, of func(*evaluate.DataRow) string) {
	for _, rung := range scale {
		t.Grades = append(t.Grades, rung.Label)
	}
	byKey := map[string]*excel.GradeRow{}
	for i := range rows {
		row := byKey[of(&rows[i])]
		if row == nil {
			row = &excel.GradeRow{Counts: make([]int, len(scale))}
			byKey[of(&rows[i])] = row
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
	for _, g := range groups {
		if row := byKey[g.key]; row != nil {
			row.Name = g.name
			t.Rows = append(t.Rows, *row)
		}
	}
}
