package campaign

import (
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

func cellOrigin(file, sheet string, column, row int32) evaluate.Origin {
	o := evaluate.Origin{File: file, Sheet: sheet}
	if row > 0 && column > 0 {
		o.Cell = evaluate.ColumnName(int(column)) + strconv.Itoa(int(row))
	}
	return o
}

// binding ties a table's columns to the facts of the vocabulary in use now.
type binding struct {
	table  *table
	fact   []int           // column → fact position
	choice [][]int         // column → stored choice index → index now
	base   int32           // first of the table's sources in the target frame
	target *evaluate.Frame // frame rows are copied to
}

// bind checks that the vocabulary still has every fact and choice the table
// uses; stale names the first that it lost.
func bind(t *table, s *evaluate.Schema) (b *binding, stale string) {
	b = &binding{table: t, fact: make([]int, len(t.columns)), choice: make([][]int, len(t.columns))}
	for i := range t.columns {
		c := &t.columns[i]
		pos, ok := s.Index(c.Fact)
		if !ok || s.Facts[pos].Type != c.Type {
			if c.any() {
				return nil, string(c.Fact)
			}
			b.fact[i] = -1
			continue
		}
		b.fact[i] = pos
		if c.Type != evaluate.ChoiceFact {
			continue
		}
		b.choice[i] = make([]int, len(c.Codes))
		for k, code := range c.Codes {
			now, ok := s.Facts[pos].CodeIndex(code)
			if !ok {
				now = -1
			}
			b.choice[i][k] = now
		}
		for row := range t.len() {
			if c.given(row) && b.choice[i][c.number(row)] < 0 {
				return nil, string(c.Fact) + " = " + c.code(row)
			}
		}
	}
	return b, ""
}

// into registers the table's sheets in the frame rows will be copied to.
func (b *binding) into(f *evaluate.Frame) {
	b.target = f
	b.base = int32(len(f.Sources))
	for i, s := range b.table.Sources {
		columns := make([]int32, len(f.Schema.Facts))
		for c := range b.table.columns {
			if pos := b.fact[c]; pos >= 0 && i < len(b.table.columns[c].At) {
				columns[pos] = b.table.columns[c].At[i]
			}
		}
		f.AddSource(evaluate.SourceSheet{File: s.File, Sheet: s.Sheet, Columns: columns})
	}
}

func (b *binding) place(row int) evaluate.Place {
	if b.table.From[row] < 0 {
		return evaluate.Place{Source: -1, Row: b.table.Row[row]}
	}
	return evaluate.Place{Source: b.base + b.table.From[row], Row: b.table.Row[row]}
}

// append copies a row as a subject of its own and returns its row in the frame.
func (b *binding) append(row int) int {
	to := b.target.Append(b.place(row))
	for i := range b.table.columns {
		c, pos := &b.table.columns[i], b.fact[i]
		if pos < 0 || !c.given(row) {
			continue
		}
		if c.Type == evaluate.TextFact {
			b.target.SetText(to, pos, c.text(row))
		} else {
			b.target.Set(to, pos, b.value(i, row))
		}
	}
	return to
}

// overlay copies the given facts of a row that take(fact) admits onto a
// subject; the values keep the cells of this table as their origin. A fact
// that another workbook filled in before with another value is not
// overwritten: conflict is told its position and that text, or value as data.
func (b *binding) overlay(row, to int, take func(fact int) bool, conflict func(fact int, other string)) {
	place := b.place(row)
	for i := range b.table.columns {
		c, pos := &b.table.columns[i], b.fact[i]
		if pos < 0 || !c.given(row) || !take(pos) {
			continue
		}
		if old := b.target.Value(to, pos); !old.IsBlank() {
			if !b.same(i, row, to, pos, old) {
				conflict(pos, b.data(i, row, pos))
			}
			continue
		}
		if c.Type == evaluate.TextFact {
			b.target.SetTextFrom(to, pos, c.text(row), place)
		} else {
			b.target.SetFrom(to, pos, b.value(i, row), place)
		}
	}
}

func (b *binding) same(column, row, to, pos int, old evaluate.Value) bool {
	if c := &b.table.columns[column]; c.Type == evaluate.TextFact {
		return b.target.Text(to, pos) == c.text(row)
	}
	return old == b.value(column, row)
}

// data is what a row says of a fact: its text, or the value as data.
func (b *binding) data(column, row, pos int) string {
	if c := &b.table.columns[column]; c.Type == evaluate.TextFact {
		return c.text(row)
	}
	return b.target.Data(pos, b.value(column, row))
}

func (b *binding) value(column, row int) evaluate.Value {
	c := &b.table.columns[column]
	switch c.Type {
	case evaluate.NumberFact:
		f := c.fraction(row)
		x := evaluate.Int(f.n)
		if f.d != 1 {
			x, _ = evaluate.Ratio(f.n, f.d)
		}
		v, _ := evaluate.NumberValue(x)
		return v
	case evaluate.DateFact:
		n := int(c.number(row))
		d, _ := evaluate.NewDate(n/10000, n/100%100, n%100)
		return evaluate.DateValue(d)
	case evaluate.ChoiceFact:
		return evaluate.ChoiceValue(b.choice[column][c.number(row)])
	}
	return evaluate.Value{}
}
