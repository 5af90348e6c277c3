package evaluate

import "slices"

// CountForm counts a form from data rows. Every check of the form is verified
// in every column; one that does not close is a problem of the form's data.
func CountForm(spec *FormSpec, rows []DataRow) (*FormTable, []Problem) {
	t := &FormTable{Spec: spec, Cells: make([][]int, len(spec.Rows)), Counted: make([][][]int32, len(spec.Rows))}
	for i := range spec.Rows {
		t.Cells[i] = make([]int, len(spec.Columns))
		t.Counted[i] = make([][]int32, len(spec.Columns))
		if s := spec.Rows[i].Select; s != nil {
			t.countRow(i, s, rows)
		}
	}
	for range spec.Rows { // sums of sums settle after at most one round a row
		for i, r := range spec.Rows {
			if len(r.Sum) > 0 {
				t.sumRow(i, r.Sum)
			}
		}
	}
	for range spec.Columns {
		for j, c := range spec.Columns {
			if len(c.Sum) > 0 {
				t.sumColumn(j, c.Sum)
			}
		}
	}
	return t, t.check()
}

func (t *FormTable) countRow(i int, s *Selection, rows []DataRow) {
	for k := range rows {
		if !s.Picks(&rows[k]) {
			continue
		}
		for _, j := range t.Spec.columnsOf(rows[k].OrgType) {
			t.Cells[i][j]++
			t.Counted[i][j] = append(t.Counted[i][j], int32(k))
		}
	}
}

// columnsOf lists the columns an organization type is counted in: every one
// that names it ("of which" columns too), else the one for the rest.
func (f *FormSpec) columnsOf(typ string) []int {
	var named, rest []int
	for j, c := range f.Columns {
		if slices.Contains(c.Types, typ) {
			named = append(named, j)
		}
		if c.Rest {
			rest = append(rest, j)
		}
	}
	if len(named) > 0 {
		return named
	}
	return rest
}

// RowIndex returns the position of a row id, -1 when there is none.
func (f *FormSpec) RowIndex(id string) int {
	return slices.IndexFunc(f.Rows, func(r FormRow) bool { return r.ID == id })
}

// ColumnIndex returns the position of a column id, -1 when there is none.
func (f *FormSpec) ColumnIndex(id string) int {
	return slices.IndexFunc(f.Columns, func(c FormColumn) bool { return c.ID == id })
}

func (t *FormTable) sumRow(i int, ids []string) {
	for j := range t.Spec.Columns {
		sum := 0
		for _, id := range ids {
			if k := t.Spec.RowIndex(id); k >= 0 {
				sum += t.Cells[k][j]
			}
		}
		t.Cells[i][j] = sum
	}
}

func (t *FormTable) sumColumn(j int, ids []string) {
	for i := range t.Spec.Rows {
		sum := 0
		for _, id := range ids {
			if k := t.Spec.ColumnIndex(id); k >= 0 {
				sum += t.Cells[i][k]
			}
		}
		t.Cells[i][j] = sum
	}
}

func (t *FormTable) check() []Problem {
	var ps []Problem
	for _, c := range t.Spec.Checks {
		left := t.Spec.RowIndex(c.Left)
		for j := range t.Spec.Columns {
			sum := 0
			for _, id := range c.Right {
				if k := t.Spec.RowIndex(id); k >= 0 {
					sum += t.Cells[k][j]
				}
			}
			if left >= 0 && t.Cells[left][j] != sum {
				ps = append(ps, problemFormCheck(c.At, t.Spec.Rows[left].Label, t.Spec.Columns[j].Label, t.Cells[left][j], sum))
			}
		}
	}
	return ps
}

// Picks tells whether a row of results belongs to the selection.
func (s *Selection) Picks(d *DataRow) bool {
	return (s.Kind == "" || s.Kind == d.Kind) && among(s.Levels, d.Level) && among(s.Outcomes, d.Outcome) &&
		among(s.Classes, d.Class) && among(s.Because, d.Because) && among(s.Grades, d.Grade) &&
		!slices.Contains(s.ExceptBecause, d.Because)
}

// among tells whether v is listed; an empty list admits everything.
func among[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

// CheckForm finds references of a form that lead nowhere.
func CheckForm(f *FormSpec) []Problem {
	var ps []Problem
	row := func(at Origin, id string) {
		if f.RowIndex(id) < 0 {
			ps = append(ps, problemFormReference(at, id))
		}
	}
	for _, r := range f.Rows {
		for _, id := range r.Sum {
			row(r.At, id)
		}
		if r.Of != "" {
			row(r.At, r.Of)
		}
	}
	for _, c := range f.Columns {
		for _, id := range c.Sum {
			if f.ColumnIndex(id) < 0 {
				ps = append(ps, problemFormReference(c.At, id))
			}
		}
	}
	for _, c := range f.Checks {
		row(c.At, c.Left)
		for _, id := range c.Right {
			row(c.At, id)
		}
	}
	return ps
}
