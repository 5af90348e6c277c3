package campaign

import (
	"strconv"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// table is the facts of one subject kind from one workbook, kept by column so
// that blank columns cost nothing and facts are named by id, choices by code: a
// vocabulary that changed since is noticed instead of misread.
type table struct {
	Kind    evaluate.Kind
	Sources []source
	From    []int32 // row → index into Sources
	Row     []int32 // row → 1-based workbook row
	Columns []column
	// Result workbooks only: the id each row was written for, whether the rows
	// are of the review sheet, the group whose line each repeats, and the workbook
	// row on which its subject is listed there.
	Review   bool
	Subjects []string
	Groups   []string
	Lines    []int32
	// Left marks the people a roster, or their branch, says have left; Subjects then
	// says why.
	Left bool
	// Beside marks people named where nobody reads: they say nothing but where that is.
	Beside bool
	// Carried marks rows of earlier result workbooks that go on to stand; Taken is
	// when these were taken in.
	Carried bool
	Taken   time.Time
}

// source is one worksheet rows were read from.
type source struct{ File, Sheet string }

// column is one fact of all rows. Given tells which rows have a value.
type column struct {
	Fact  evaluate.FactID
	Type  evaluate.FactType
	At    []int32 // workbook column (1-based, 0 for none) by source
	Given []bool
	N     []int64  // number: numerator; date: yyyymmdd; choice: index into Codes
	D     []int64  // number: denominators, nil when all are 1
	Text  []string // text
	Codes []string
}

func (t *table) len() int { return len(t.Row) }

// subject is the id a row of a result workbook was written for, "" for none.
func (t *table) subject(row int) string { return at(t.Subjects, row) }

// group is the group whose line a row of the review sheet is, "" for none.
func (t *table) group(row int) string { return at(t.Groups, row) }

// listed is where the subject of a row stands on the review sheet, in the column
// of a fact.
func (t *table) listed(row int, id evaluate.FactID) evaluate.Origin {
	o := t.origin(row, id)
	if row < len(t.Lines) && o.Cell != "" {
		o.Cell = evaluate.ColumnName(int(columnOfCell(o.Cell))) + strconv.Itoa(int(t.Lines[row]))
	}
	return o
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// tableOf turns a frame into columns.
func tableOf(k evaluate.Kind, f *evaluate.Frame) table {
	t := table{Kind: k, From: make([]int32, f.Len()), Row: make([]int32, f.Len())}
	for _, s := range f.Sources {
		t.Sources = append(t.Sources, source{s.File, s.Sheet})
	}
	for row := range f.Len() {
		p := f.Place(row)
		t.From[row], t.Row[row] = p.Source, p.Row
	}
	for fact := range f.Schema.Facts {
		if c, used := columnOf(f, fact); used {
			t.Columns = append(t.Columns, c)
		}
	}
	return t
}

// columnOf takes one fact out of a frame; used is false when no sheet has a
// column for it and no row a value.
func columnOf(f *evaluate.Frame, fact int) (c column, used bool) {
	def := &f.Schema.Facts[fact]
	c = column{Fact: def.ID, Type: def.Type, At: make([]int32, len(f.Sources))}
	for i, s := range f.Sources {
		if fact < len(s.Columns) {
			c.At[i] = s.Columns[fact]
			used = used || c.At[i] > 0
		}
	}
	for _, choice := range def.Choices {
		c.Codes = append(c.Codes, choice.Code)
	}
	for row := range f.Len() {
		if v := f.Value(row, fact); !v.IsBlank() {
			c.put(f, row, fact, v)
			used = true
		}
	}
	return c, used
}

func (c *column) put(f *evaluate.Frame, row, fact int, v evaluate.Value) {
	if c.Given == nil {
		c.Given = make([]bool, f.Len())
		if c.Type == evaluate.TextFact {
			c.Text = make([]string, f.Len())
		} else {
			c.N = make([]int64, f.Len())
		}
	}
	c.Given[row] = true
	switch c.Type {
	case evaluate.TextFact:
		c.Text[row] = f.Text(row, fact)
	case evaluate.NumberFact:
		n, d, _ := v.Number().Fraction()
		c.N[row] = n
		if d != 1 && c.D == nil {
			c.D = make([]int64, f.Len())
			for i := range c.D {
				c.D[i] = 1
			}
		}
		if c.D != nil {
			c.D[row] = d
		}
	case evaluate.DateFact:
		d := v.Date()
		c.N[row] = int64(d.Year)*10000 + int64(d.Month)*100 + int64(d.Day)
	case evaluate.ChoiceFact:
		c.N[row] = int64(v.Choice())
	}
}

// given tells whether a row has a value.
func (c *column) given(row int) bool { return c != nil && row < len(c.Given) && c.Given[row] }

// text is a row's text, "" when blank.
func (c *column) text(row int) string {
	if !c.given(row) || row >= len(c.Text) {
		return ""
	}
	return c.Text[row]
}

// code is a row's choice by code, "" when blank.
func (c *column) code(row int) string {
	if !c.given(row) || c.Type != evaluate.ChoiceFact {
		return ""
	}
	return c.Codes[c.N[row]]
}

// find returns the column of a fact, nil when the workbook had none.
func (t *table) find(id evaluate.FactID) *column {
	for i := range t.Columns {
		if t.Columns[i].Fact == id {
			return &t.Columns[i]
		}
	}
	return nil
}

// origin is the cell of a row's fact; id "" gives the row's first cell.
func (t *table) origin(row int, id evaluate.FactID) evaluate.Origin {
	from := t.From[row]
	if from < 0 || int(from) >= len(t.Sources) {
		return evaluate.Origin{}
	}
	s := t.Sources[from]
	at := int32(1)
	if c := t.find(id); c != nil && int(from) < len(c.At) && c.At[from] > 0 {
		at = c.At[from]
	}
	return cellOrigin(s.File, s.Sheet, at, t.Row[row])
}
